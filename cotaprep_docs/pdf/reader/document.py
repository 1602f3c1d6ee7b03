"""The whole document: finds the parts, reads the body by sections, gives the plain model."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.pdf.model.content import Block, Compat, Document, Section
from cotaprep_docs.pdf.reader.bookmarks import wanted_bookmarks
from cotaprep_docs.pdf.reader.cascade import NO_TABLE, Cascade
from cotaprep_docs.pdf.reader.colors import read_palette
from cotaprep_docs.pdf.reader.note_book import NOTE_KINDS
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.numbering import read_numbering
from cotaprep_docs.pdf.reader.parts import Relation, Source, optional_part, read_relations
from cotaprep_docs.pdf.reader.sections import Inherited, read_section
from cotaprep_docs.pdf.reader.signatures import SignatureFinder, note_outside
from cotaprep_docs.pdf.reader.story import StoryReader
from cotaprep_docs.pdf.reader.styles import Styles, read_styles
from cotaprep_docs.pdf.reader.values import W, attribute, child_value, number, on_off
from cotaprep_docs.problems.problem import Checked
from cotaprep_docs.records import unchecked

_A: Final = "{" + NAMESPACES["a"] + "}"
_WORDS: Final = {"header": "encabezado", "footer": "pie de página"}


class NoDocument(Exception):
    """The package holds no WordprocessingML document."""


def read_document(package: Package, name: str) -> Checked[Document]:
    """Return the model of a DOCX and what could not be carried into it.

    Raises:
        NoDocument: there is no main document part, or it has no body.
        BadPackage: the main part is no well-formed XML.
    """
    notices = Notices(name)
    main = main_part(package)
    root = package.xml(main)
    body = root.find(W + "body")
    if body is None:
        raise NoDocument
    relations = read_relations(package, main)
    settings = _part(package, relations, "settings", notices)
    source = _source(package, relations, settings, notices)
    source.bookmarks = wanted_bookmarks(package.parts[main], root)
    source.signatures = SignatureFinder(body, notices)
    sections = _Body(source, relations).read(body)
    title, author, subject = _core(package, notices)
    document = Document(
        sections,
        source.images,
        title,
        author,
        subject,
        _language(source.cascade.styles, settings),
        _compat(settings),
        source.notes.finished,
        source.wraps,
        frozenset(source.running_styles),
        source.signatures.any_taken,
    )
    return Checked(document, tuple(notices.problems))


def main_part(package: Package) -> str:
    """Return the name of the part that holds the body.

    Raises:
        NoDocument: there is none.
    """
    for relation in read_relations(package, "").values():
        if relation.kind == "officeDocument" and relation.target in package.parts:
            return relation.target
    if "word/document.xml" in package.parts:
        return "word/document.xml"
    raise NoDocument


def _part(
    package: Package, relations: Mapping[str, Relation], kind: str, notices: Notices
) -> etree._Element | None:
    part = next((r.target for r in relations.values() if r.kind == kind and not r.external), "")
    return optional_part(package, part, notices)


def _source(
    package: Package,
    relations: Mapping[str, Relation],
    settings: etree._Element | None,
    notices: Notices,
) -> Source:
    theme = _part(package, relations, "theme", notices)
    fonts = _theme_fonts(theme)
    styles = read_styles(_part(package, relations, "styles", notices), fonts)
    numbering = read_numbering(_part(package, relations, "numbering", notices), fonts)
    interval = number(child_value(settings, "defaultTabStop", "720"), 720, low=20)
    source = Source(package, Cascade(styles, numbering), fonts, notices, interval, _mode(settings) < 15)
    source.palette = read_palette(theme)
    for kind in NOTE_KINDS:
        root = _part(package, relations, kind, notices)
        if root is not None:
            part = next(r.target for r in relations.values() if r.kind == kind)
            source.notes.add_part(kind, root, part)
    source.notes.configure(settings)
    return source


def _mode(settings: etree._Element | None) -> int:
    for element in () if settings is None else settings.iterfind(f"{W}compat/{W}compatSetting"):
        if attribute(element, "name") == "compatibilityMode":
            return number(attribute(element), 12)
    return 12


def _compat(settings: etree._Element | None) -> Compat:
    if settings is None:
        return Compat()
    return Compat(
        even_and_odd=on_off(settings.find(W + "evenAndOddHeaders")),
        auto_spacing_sums=on_off(settings.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing")),
    )


def _theme_fonts(root: etree._Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for kind in () if root is None else ("major", "minor"):
        latin = root.find(f".//{_A}{kind}Font/{_A}latin") if root is not None else None
        face = "" if latin is None else str(latin.get("typeface", ""))
        for suffix in ("Ascii", "HAnsi"):
            fonts[kind + suffix] = face
    return fonts


def _core(package: Package, notices: Notices) -> tuple[str, str, str]:
    part = next((r.target for r in read_relations(package, "").values() if r.kind == "core-properties"), "")
    root = optional_part(package, part, notices)
    if root is None:
        return "", "", ""
    title, author, subject = (
        (root.findtext(qn(tag)) or "").strip() for tag in ("dc:title", "dc:creator", "dc:subject")
    )
    return title, author, subject


def _language(styles: Styles, settings: etree._Element | None) -> str:
    default = styles.run(styles.default_ids.get("paragraph", "")).get("language")
    language = default or styles.run_defaults.get("language")
    if not language and settings is not None:
        theme = settings.find(W + "themeFontLang")
        language = "" if theme is None else attribute(theme)
    return str(language or "")


@unchecked(slots=True)
class _Body:
    """Divides the body into sections and reads their headers and footers, each part once."""

    source: Source
    relations: Mapping[str, Relation]
    _stories: dict[str, tuple[Block, ...]] = dataclasses.field(default_factory=dict)
    _inherited: Inherited = dataclasses.field(default_factory=Inherited)

    def read(self, body: etree._Element) -> tuple[Section, ...]:
        """Return the sections of ``w:body``."""
        reader = StoryReader(self.source, self.relations)
        sections: list[Section] = []
        blocks: list[Block] = []
        for child in body.iterchildren():
            reader.block(child, NO_TABLE, blocks)
            ends = child.find(f"{W}pPr/{W}sectPr")
            if ends is not None:
                sections.append(self._section(ends, blocks))
                blocks = []
        sections.append(self._section(body.find(W + "sectPr"), blocks))
        left = self.source.notes.take_endnotes()
        if left:
            sections[-1] = dataclasses.replace(sections[-1], endnotes=left)
        return tuple(sections)

    def _section(self, element: etree._Element | None, blocks: list[Block]) -> Section:
        notices = self.source.notices
        place, notices.place = notices.place, "sección"
        section = read_section(element, tuple(blocks), self._inherited, self._story, notices)
        notices.place = place
        self._inherited = Inherited(section.headers, section.footers)
        if not self.source.notes.met:
            return section
        return dataclasses.replace(section, endnotes=self._notes(element))

    def _story(self, relation_id: str, kind: str) -> tuple[Block, ...]:
        relation = self.relations.get(relation_id)
        part = "" if relation is None or relation.external else relation.target
        if part not in self._stories:
            self.source.notices.place = _WORDS[kind]
            root = optional_part(self.source.package, part, self.source.notices)
            reader = StoryReader(
                self.source, read_relations(self.source.package, part), number_paragraphs=False, tagged=False
            )
            self._stories[part] = () if root is None else reader.blocks(root)
            if root is not None:
                note_outside(root, self.source.notices)
        return self._stories[part]

    def _notes(self, section: etree._Element | None) -> tuple[int, ...]:
        """Read the notes of a section, and return the endnotes that stand at its end."""
        book = self.source.notes
        for met in book.number_section(section):
            relations = read_relations(self.source.package, met.part)
            note_outside(met.element, self.source.notices)
            reader = StoryReader(self.source, relations, number_paragraphs=False, note=met.key)
            book.finish(met, reader.blocks(met.element))
        return book.take_endnotes() if book.ends_with_section else ()
