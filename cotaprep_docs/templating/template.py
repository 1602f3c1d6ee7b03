"""A template made ready: cleaned, with its letterhead on, its tags found, understood and placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import (
    BadPackage,
    PackageFault,
    parse_xml,
    read_package,
    serialize_xml,
    write_package,
)
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, has_errors
from cotaprep_docs.records import record
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.charts import chart_name, chart_properties, check_charts
from cotaprep_docs.templating.cleaning import clean_package, clean_story
from cotaprep_docs.templating.fields import check_fields
from cotaprep_docs.templating.letterhead import apply_letterhead
from cotaprep_docs.templating.places import Atlas
from cotaprep_docs.templating.scanning import scan
from cotaprep_docs.templating.stories import Story, parse_story, stories
from cotaprep_docs.templating.tags import Tag

_CAUSES = {
    PackageFault.EMPTY: "el archivo está vacío",
    PackageFault.OLE: "tiene contraseña o es de un Word anterior a 2007",
    PackageFault.NOT_ZIP: "no es un archivo de Word",
    PackageFault.TRUNCATED: "está incompleto o dañado",
    PackageFault.NOT_OOXML: "no es un archivo de Word",
    PackageFault.TOO_LARGE: "es demasiado grande",
    PackageFault.BAD_XML: "su contenido está dañado",
}


@record(frozen=True, slots=True)
class Template:
    """A template ready to be rendered any number of times.

    Attributes:
        name: its file name.
        parts: its package, letterhead included, with the tags placed for Jinja.
        docx: the same as the bytes of a file.
        document: name of its main part.
        stories: its parts with text.
        tags: the tags of each part, in the order of their numbers.
    """

    name: str
    parts: Mapping[str, bytes]
    docx: bytes
    document: str
    stories: tuple[Story, ...]
    tags: Mapping[str, tuple[Tag, ...]]


@record(frozen=True, slots=True)
class Source:
    """A Word file as read: its package and the name of its main part."""

    name: str
    parts: dict[str, bytes]
    document: str


def load_template(body: Path, letterhead: Path | None = None) -> Template:
    """Return a template made ready from a Word file and the letterhead's.

    Raises:
        UnreadableInput: a file is missing or damaged, or a tag is wrong; with all problems found.
    """
    sources = read_sources(body, letterhead)
    template, problems = prepare(*sources)
    if has_errors(problems):
        raise UnreadableInput(*problems)
    return template


def read_sources(body: Path, letterhead: Path | None) -> tuple[Source, Source | None]:
    """Return both files read.

    Raises:
        UnreadableInput: one of them is missing or damaged.
    """
    return read_source(body), read_source(letterhead) if letterhead is not None else None


def read_source(path: Path) -> Source:
    """Return a Word file read.

    Raises:
        UnreadableInput: it is missing, damaged, or not a plain Word document.
    """
    location = FileLocation(path.name)
    try:
        parts = read_package(path.read_bytes()).parts
        document = opc.related_part(parts, opc.ROOT, opc.REL_DOCUMENT)
        types = opc.ContentTypes(parts)
        for part in parts:
            if part.endswith((".xml", ".rels")):
                parse_xml(parts[part], part)
    except FileNotFoundError as error:
        raise UnreadableInput(kinds.TEMPLATE_MISSING.at(location, archivo=path.name)) from error
    except OSError as error:
        cause = "está abierto en otro programa o falta permiso para leerlo"
        raise UnreadableInput(kinds.TEMPLATE_UNREADABLE.at(location, causa=cause)) from error
    except BadPackage as error:
        problem = kinds.TEMPLATE_UNREADABLE.at(location, causa=_CAUSES[error.fault])
        raise UnreadableInput(problem) from error
    if "macroEnabled" in types.get(document):
        raise UnreadableInput(kinds.TEMPLATE_WITH_MACROS.at(location))
    if types.get(document) not in {opc.TYPE_DOCUMENT, opc.TYPE_TEMPLATE}:
        raise UnreadableInput(kinds.TEMPLATE_UNREADABLE.at(location, causa="no es un documento de Word"))
    types.set(document, opc.TYPE_DOCUMENT)
    types.write(parts)
    return Source(path.name, parts, document)


def prepare(body: Source, letterhead: Source | None) -> tuple[Template, tuple[Problem, ...]]:
    """Return a template made ready, as far as it can be, and all that is wrong with its tags."""
    parts = dict(body.parts)
    clean_package(parts, body.document)
    carried: Mapping[str, str] = {}
    if letterhead is not None:
        carried = apply_letterhead(parts, body.document, letterhead.parts, letterhead.document)
    root = parse_story(parts, body.document)
    found = tuple(stories(parts, body.document, root))
    _drop_unused_headers(parts, body.document, {story.part for story in found})
    tags: dict[str, tuple[Tag, ...]] = {}
    problems: list[Problem] = []
    for story in found:
        name = letterhead.name if letterhead is not None and story.part in carried else body.name
        story_root = parse_story(parts, story.part)
        clean_story(story_root)
        atlas = Atlas(story_root, name, story.title)
        problems.extend((*check_fields(story_root, atlas), *_unscanned(story_root, atlas)))
        problems.extend(_unfillable(parts, story.part, story_root, atlas))
        result = scan(atlas)
        tags[story.part] = result.tags
        problems.extend(result.problems)
        parts[story.part] = serialize_xml(story_root)
    template = Template(body.name, parts, write_package(parts), body.document, found, tags)
    return template, tuple(problems)


def _drop_unused_headers(parts: dict[str, bytes], document: str, used: set[str]) -> None:
    """Drop headers and footers no section names; docxtpl would render them, and nobody read their tags."""
    kept = {
        key: relationship
        for key, relationship in opc.read_relationships(parts, document).items()
        if relationship.type not in {opc.REL_HEADER, opc.REL_FOOTER}
        or opc.resolve(document, relationship.target) in used
    }
    opc.write_relationships(parts, document, kept)
    opc.drop_unreachable(parts)


def _unfillable(
    parts: Mapping[str, bytes], part: str, root: etree._Element, atlas: Atlas
) -> Iterator[Problem]:
    """Yield the charts that name a variable and cannot show one."""
    names = dict(chart_properties(root))
    for chart in check_charts(parts, part, root):
        yield kinds.CHART_KIND.at(atlas.of(chart), nombre=chart_name(names[chart]))


def _unscanned(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    """Yield the tags in places where they would be left as they are: attributes and field codes."""
    charts = {properties for _, properties in chart_properties(root)}
    for element in root.iter("*"):
        if element in charts:
            continue  # a chart names its variable there
        is_code = element.tag == qn("w:instrText")
        values = [*element.values(), element.text or ""] if is_code else element.values()
        if any("{{" in value or "{%" in value for value in values):
            place = "el código de un campo" if is_code else "una propiedad que no es texto"
            yield kinds.TAG_OUTSIDE_TEXT.at(atlas.of(element), lugar=place)
