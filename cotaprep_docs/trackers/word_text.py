"""The text of a Word file by its headings: paragraphs with bold and italics, lists and simple tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import TRANSPARENT, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import BadPackage, Package, PackageFault
from cotaprep_docs.prose.prose import PARAGRAPH, Elemento, Enfasis, Lista, Piece, Prose, Tabla
from cotaprep_docs.records import record
from cotaprep_docs.trackers.word_lists import Lists, Position
from cotaprep_docs.trackers.word_runs import is_joined, left_out, read_prose
from cotaprep_docs.trackers.word_styles import Styles
from cotaprep_docs.trackers.word_tables import NotSimple, TableReader

Bloque = Prose | Lista | Tabla
"""What stands in a text one below the other; a prose here is one paragraph."""

_NO_TEXT: Final = {qn("w:altChunk"): "un archivo insertado"}


@record(slots=True)
class Section:
    """What stands below one heading.

    Attributes:
        heading: its text; empty for what comes before the first.
        parents: the headings above it, the outermost first.
        bloques: its paragraphs, lists and tables.
        left_out: what is there and is no text, as a person calls it.
        flattened: what is there as text and was more than that.
    """

    heading: str
    parents: tuple[str, ...] = ()
    bloques: list[Bloque] = dataclasses.field(default_factory=list)
    left_out: list[str] = dataclasses.field(default_factory=list)
    flattened: list[str] = dataclasses.field(default_factory=list)


def join_bloques(bloques: Sequence[Bloque]) -> Prose:
    """Return paragraphs, lists and tables as one text."""
    pieces: list[Piece] = []
    for bloque in bloques:
        pieces += [PARAGRAPH] if pieces else []
        pieces += bloque.pieces if isinstance(bloque, Prose) else (bloque,)
    return Prose(tuple(pieces))


def read_sections(package: Package) -> list[Section]:
    """Return the sections of a DOCX, in order; with what was inserted and without what was deleted.

    Raises:
        BadPackage: a part is no XML, or its names are not those of Word.
        KeyError: there is no document in it.
    """
    body = package.xml("word/document.xml").find(qn("w:body"))
    if body is None:
        # As «Documento de Word Open XML estricto» it has other names for everything.
        raise BadPackage(PackageFault.NOT_OOXML, "word/document.xml")
    styles = Styles(package.xml_or_none("word/styles.xml"))
    reader = _Reader(styles, Lists(package.xml_or_none("word/numbering.xml"), styles))
    reader.read(body)
    return reader.finish()


@record(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as it reads, with what was left out of it."""

    element: etree._Element
    prose: Prose
    lost: list[str]


class _Reader:
    """Goes through the body once, from top to bottom."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._sections = [Section("")]
        self._path: list[tuple[int, str]] = []
        self._items: list[Elemento] = []  # of the list that is open
        self._unfinished: _Paragraph | None = None  # what the next paragraph continues
        self._lista = ""  # which numbering its outermost items have

    def read(self, element: etree._Element) -> None:
        """Take what stands in the body, or in what wraps a part of it."""
        for child in element:
            if child.tag == qn("w:p"):
                self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag in TRANSPARENT:
                self.read(child)
            elif child.tag in _NO_TEXT:
                self._end_paragraph()
                self._section.left_out.append(_NO_TEXT[child.tag])

    def finish(self) -> list[Section]:
        """Return all sections."""
        self._end_paragraph()
        self._close_list()
        return self._sections

    @property
    def _section(self) -> Section:
        return self._sections[-1]

    def _paragraph(self, paragraph: etree._Element) -> None:
        before, self._unfinished = self._unfinished, None
        prose, lost = read_prose(paragraph, self._styles), [*left_out(paragraph)]
        if before is not None:
            prose, lost = before.prose + prose, before.lost + lost
        if is_joined(paragraph):
            self._unfinished = _Paragraph(paragraph, prose, lost)
        else:
            self._take(_Paragraph(paragraph, prose, lost))

    def _end_paragraph(self) -> None:
        """Take a paragraph that nothing continues after all."""
        if self._unfinished is not None:
            self._take(self._unfinished)
        self._unfinished = None

    def _take(self, read: _Paragraph) -> None:
        paragraph, prose, lost = read.element, read.prose, read.lost
        style = value_of(paragraph, "w:pPr", "w:pStyle")
        if style in self._styles.contents:
            return
        text = str(prose).strip()
        if style in self._styles.headings:
            if text:
                self._head(self._styles.headings[style], " ".join(text.split()))
            self._section.left_out += lost
            return
        self._section.left_out += lost
        if not text:
            return
        place = self._lists.position(paragraph)
        if place is not None:
            self._item(place, prose)
            return
        self._close_list()
        self._section.bloques += _paragraphs(prose)

    def _head(self, level: int, heading: str) -> None:
        self._close_list()
        self._lists.restart()
        self._path = [(other, name) for other, name in self._path if other < level]
        self._sections.append(Section(heading, tuple(name for _, name in self._path)))
        self._path.append((level, heading))

    def _item(self, place: Position, prose: Prose) -> None:
        if place.nivel == 0 and place.lista != self._lista:
            self._close_list()
        if place.nivel == 0 or not self._items:
            self._lista = place.lista
        # A break of line stays within the item.
        lines = join_bloques(_paragraphs(prose))
        self._items.append(self._lists.item(place, lines))
        self._section.left_out += self._lists.lost(place)

    def _close_list(self) -> None:
        if self._items:
            self._section.bloques.append(Lista(tuple(self._items)))
        self._items, self._lista = [], ""

    def _table(self, table: etree._Element) -> None:
        self._end_paragraph()
        self._close_list()
        self._section.left_out += left_out(table)
        reader = TableReader(self._styles, self._lists)
        try:
            tabla = reader.read(table)
        except NotSimple as finding:
            self._section.left_out.append(finding.name)
            return
        if tabla is not None:
            self._section.bloques.append(tabla)
            self._section.left_out += reader.lost
            if reader.has_list:
                self._section.flattened.append("una lista dentro de una tabla")


def _paragraphs(prose: Prose) -> tuple[Prose, ...]:
    """Return the paragraphs of a text in which breaks of line begin new ones."""
    lines: list[list[Piece]] = [[]]
    for piece in prose.pieces:
        text = str(piece)
        first, *rest = text.split(PARAGRAPH)
        for number, part in enumerate((first, *rest)):
            if number:
                lines.append([])
            if part and isinstance(piece, str):
                lines[-1].append(part)
            elif part and isinstance(piece, Enfasis):
                lines[-1].append(dataclasses.replace(piece, text=part))
    found = [Prose(tuple(line)) for line in lines]
    return tuple(line for line in found if str(line).strip())
