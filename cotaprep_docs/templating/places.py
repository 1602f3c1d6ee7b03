"""Where a paragraph stands, said as a person would: «tabla 2, fila 3, columna 1», «párrafo 12»."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.problems.location import TemplateLocation

_P: Final = qn("w:p")
_T: Final = qn("w:t")
_START: Final = 40


def own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes anchored in it."""
    return "".join(text.text or "" for text in paragraph.iter(_T) if owner(text) is paragraph)


def owner(element: etree._Element) -> etree._Element | None:
    """Return the innermost paragraph that holds an element."""
    return next(element.iterancestors(_P), None)


def shorten(text: str, limit: int = _START) -> str:
    """Return the start of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


class Atlas:
    """The places of one part's paragraphs, numbered once in document order."""

    def __init__(self, root: etree._Element, template: str, part: str) -> None:
        self._template = template
        self._part = part
        # The elements are kept: lxml would make new proxies, with other identities, otherwise.
        self._paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(_P), start=1)}
        self._tables = {table: number for number, table in enumerate(root.iter(qn("w:tbl")), start=1)}
        # Counted at once: rows that hold only tags go away while the part is scanned.
        self._rows = _ranks(root, "w:tr", "w:tbl")
        self._cells = _ranks(root, "w:tc", "w:tr")

    @property
    def paragraphs(self) -> list[etree._Element]:
        """All paragraphs, as they were when the atlas was drawn."""
        return list(self._paragraphs)

    def of_part(self) -> TemplateLocation:
        """Return the place of the part as a whole."""
        return TemplateLocation(self._template, self._part)

    def of(self, element: etree._Element, tag: str = "") -> TemplateLocation:
        """Return the place of a paragraph, or of the paragraph or table an element is in."""
        paragraph = element if element.tag == _P else owner(element)
        if paragraph is None or paragraph not in self._paragraphs:
            return self._of_block(element, tag)
        number = self._paragraphs[paragraph]
        text = shorten(own_text(paragraph))
        where = self._cell(paragraph) or f"párrafo {number}"
        return TemplateLocation(
            self._template, self._part, f"{where} «{text}»" if text else where, tag, number
        )

    def _of_block(self, element: etree._Element, tag: str) -> TemplateLocation:
        first = next(element.iter(_P), None)
        number = self._paragraphs.get(first, 0) if first is not None else 0
        table = self._tables.get(element, 0)
        where = f"tabla {table}" if table else ""
        return TemplateLocation(self._template, self._part, where, tag, number)

    def _cell(self, paragraph: etree._Element) -> str:
        cell = next(paragraph.iterancestors(qn("w:tc"), qn("w:txbxContent")), None)
        if cell is None or cell.tag != qn("w:tc"):
            return "cuadro de texto" if cell is not None else ""
        row = next(cell.iterancestors(qn("w:tr")), None)
        table = next(cell.iterancestors(qn("w:tbl")), None)
        if row is None or table is None:
            return ""
        numbers = self._tables.get(table, 0), self._rows.get(row, 0), self._cells.get(cell, 0)
        return "tabla {}, fila {}, columna {}".format(*numbers)


def _ranks(root: etree._Element, name: str, holder_name: str) -> dict[etree._Element, int]:
    """Return the 1-based rank of each row in its table, or of each cell in its row."""
    counts: dict[etree._Element | None, int] = {}
    ranks: dict[etree._Element, int] = {}
    for element in root.iter(qn(name)):
        holder = next(element.iterancestors(qn(holder_name)), None)
        counts[holder] = ranks[element] = counts.get(holder, 0) + 1
    return ranks
