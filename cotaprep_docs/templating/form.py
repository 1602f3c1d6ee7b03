"""The Word file around the tags: fields, pictures, tables, language, formatting, changes, comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.charts import chart_name, chart_properties, typed_tag
from cotaprep_docs.templating.cleaning import REVISIONS
from cotaprep_docs.templating.places import Atlas, own_text, owner, shorten
from cotaprep_docs.templating.stories import Story
from cotaprep_docs.templating.tags import PATTERN

LANGUAGE: Final = "es-MX"
LAYOUT: Final = "diseño"
_VAL, _P, _TBL = qn("w:val"), qn("w:p"), qn("w:tbl")
_FALLBACK: Final = qn("mc:Fallback")
_PICTURES: Final = (qn("pic:pic"), qn("c:chart"))
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_STYLED_PARAGRAPH: Final = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "numPr", "sectPr", "keepNext", "keepLines", "rPr", "pPrChange", "cnfStyle")
)
_STYLED_RUN: Final = frozenset(
    qn(f"w:{name}") for name in ("rStyle", "lang", "noProof", "webHidden", "rPrChange")
)
_FORMAT_NAMES: Final = {
    "jc": "alineación", "ind": "sangría", "spacing": "espaciado", "tabs": "tabuladores", "pBdr": "bordes",
    "shd": "sombreado", "rFonts": "fuente", "sz": "tamaño", "szCs": "tamaño", "b": "negritas",
    "bCs": "negritas", "i": "cursivas", "iCs": "cursivas", "u": "subrayado", "color": "color",
    "highlight": "resaltado", "caps": "mayúsculas", "smallCaps": "versalitas", "vertAlign": "superíndice",
    "pageBreakBefore": "salto de página", "strike": "tachado",
}  # fmt: skip


def check_story(root: etree._Element, template: str, story: Story) -> Iterator[Problem]:
    """Yield what is wrong with one part as it stands in the file, before anything is cleaned."""
    atlas = Atlas(root, template, story.title)
    yield from _pictures(root, atlas)
    yield from _tables(root, atlas)
    yield from _languages(root, atlas)
    yield from _formatting(atlas)
    yield from _revisions(root, atlas)


def check_package(parts: Mapping[str, bytes], document: str, template: str) -> Iterator[Problem]:
    """Yield what is wrong with a file apart from its text: title, language, comments, updating."""
    location = TemplateLocation(template)
    if not _title(parts):
        yield kinds.NO_TITLE.at(location)
    language = _default_language(parts, document)
    if language != LANGUAGE:
        yield kinds.WRONG_LANGUAGE.at(location, lugar="los estilos", idioma=language or "ninguno")
    settings = opc.related_part(parts, document, opc.REL_SETTINGS)
    if settings and parse_xml(parts[settings], settings).find(qn("w:updateFields")) is not None:
        yield kinds.UPDATES_ON_OPEN.at(location)
    comments = opc.related_part(parts, document, opc.REL_COMMENTS)
    for comment in parse_xml(parts[comments], comments).iter(qn("w:comment")) if comments else ():
        text = shorten("".join(text.text or "" for text in comment.iter(qn("w:t"))))
        place = TemplateLocation(template, "comentarios", f"«{text}»")
        yield kinds.LEFTOVER_COMMENT.at(place, autor=comment.get(qn("w:author"), "alguien"), texto=text)


def _title(parts: Mapping[str, bytes]) -> str:
    core = opc.related_part(parts, opc.ROOT, opc.REL_CORE)
    return (parse_xml(parts[core], core).findtext(qn("dc:title")) or "").strip() if core else ""


def _default_language(parts: Mapping[str, bytes], document: str) -> str:
    styles = opc.related_part(parts, document, opc.REL_STYLES)
    if not styles:
        return ""
    path = "/".join(qn(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr", "lang"))
    language = parse_xml(parts[styles], styles).find(path)
    return language.get(_VAL, "") if language is not None else ""


def _pictures(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    charts = {properties for _, properties in chart_properties(root)}
    for properties in root.iter(qn("wp:docPr")):
        if properties in charts and typed_tag(properties):
            continue  # the data bring its description along
        if properties in charts:
            yield kinds.CHART_WITHOUT_VARIABLE.at(atlas.of(properties), nombre=chart_name(properties))
        drawing = properties.getparent()
        if drawing is None or next(drawing.iter(*_PICTURES), None) is None:
            continue  # a text box: its text speaks for it
        decorative = next((mark for mark in properties.iter(_DECORATIVE)), None)
        if decorative is not None and decorative.get("val") in {"1", "true"}:
            continue
        if not (properties.get("descr") or "").strip():
            yield kinds.NO_ALT_TEXT.at(atlas.of(drawing), nombre=properties.get("name", ""))
    for image in root.iter(qn("v:imagedata")):
        shape = image.getparent()
        if shape is None or next(shape.iterancestors(_FALLBACK), None) is not None:
            continue
        if not (shape.get("alt") or "").strip():
            yield kinds.NO_ALT_TEXT.at(atlas.of(shape), nombre=shape.get("id", ""))


def _tables(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    header = f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}"
    for table in root.iter(_TBL):
        words = " ".join(
            element.get(_VAL, "") for element in table.findall(f"{qn('w:tblPr')}/*")
            if element.tag in {qn("w:tblCaption"), qn("w:tblDescription")}
        )  # fmt: skip
        if LAYOUT not in words.casefold() and table.find(header) is None:
            yield kinds.NO_HEADER_ROW.at(atlas.of(table))


def _languages(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    seen: set[str] = set()
    for language in root.iter(qn("w:lang")):
        value = language.get(_VAL, LANGUAGE)
        if value != LANGUAGE and value not in seen:
            seen.add(value)
            yield kinds.WRONG_LANGUAGE.at(atlas.of(language), lugar="este texto", idioma=value)


def _formatting(atlas: Atlas) -> Iterator[Problem]:
    for paragraph in atlas.paragraphs:
        found: dict[str, None] = {}
        for properties in paragraph.iter(qn("w:pPr"), qn("w:rPr")):
            allowed = _STYLED_PARAGRAPH if properties.tag == qn("w:pPr") else _STYLED_RUN
            if owner(properties) is not paragraph or _is_mark(properties):
                continue
            for element in properties:
                if element.tag not in allowed:
                    local = etree.QName(element).localname
                    found[_FORMAT_NAMES.get(local, local)] = None
        if found:
            yield kinds.DIRECT_FORMATTING.at(atlas.of(paragraph), formato=", ".join(found))


def _is_mark(properties: etree._Element) -> bool:
    """Whether properties are those of the paragraph mark or of a content control: nobody sees them."""
    parent = properties.getparent()
    return parent is not None and properties.tag == qn("w:rPr") and parent.tag != qn("w:r")


def _revisions(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    seen: set[tuple[etree._Element | None, str]] = set()
    for change in root.iter(*REVISIONS):
        author = change.get(qn("w:author"), "alguien")
        paragraph = owner(change)
        if (paragraph, author) in seen:
            continue
        seen.add((paragraph, author))
        yield kinds.PENDING_REVISION.at(atlas.of(change), autor=author)
        text = _changed_text(paragraph if paragraph is not None else change)
        if "{" in text or "}" in text:
            tag = PATTERN.search(_full_text(paragraph)) if paragraph is not None else None
            shown = tag.group() if tag else shorten(text)
            yield kinds.TAG_IN_REVISION.at(atlas.of(change, shown), etiqueta=shown)


def _changed_text(element: etree._Element) -> str:
    return "".join(
        text.text or ""
        for text in element.iter(qn("w:t"), qn("w:delText"))
        if next(text.iterancestors(*REVISIONS), None) is not None
    )


def _full_text(paragraph: etree._Element) -> str:
    deleted = "".join(text.text or "" for text in paragraph.iter(qn("w:delText")))
    return f"{deleted} {own_text(paragraph)}"
