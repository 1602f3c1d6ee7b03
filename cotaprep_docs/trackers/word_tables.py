"""The simple tables of a Word file: rows and cells of text, with what was merged as it was."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import TRANSPARENT, look_of, number_of, switch_of, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.prose.prose import PARAGRAPH, Celda, Piece, Prose, Tabla
from cotaprep_docs.records import record
from cotaprep_docs.trackers.word_lists import Lists
from cotaprep_docs.trackers.word_runs import read_paragraphs
from cotaprep_docs.trackers.word_styles import Styles

MAX_COLUMNS: Final = 63
MAX_ROWS: Final = 1_000
"""What Word itself has room for, and more rows than anybody types."""

_GONE: Final = tuple(f"{qn('w:trPr')}/{qn(f'w:{name}')}" for name in ("del", "moveFrom"))
_MAX_WIDTH: Final = 100_000


@record(frozen=True, slots=True)
class NotSimple(Exception):
    """A table is no table of text; with what a person calls it."""

    name: str


class TableReader:
    """Reads one table.

    Attributes:
        has_list: whether there is a list in it: its items pass as text with their marks.
        lost: what those marks have that a document has not.
    """

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self.has_list = False
        self.lost: list[str] = []

    def read(self, table: etree._Element) -> Tabla | None:
        """Return the table; None where it says nothing.

        Raises:
            NotSimple: it has tables in it, or more cells than a page could show.
        """
        if next(table.iterdescendants(qn("w:tbl")), None) is not None:
            raise NotSimple("una tabla dentro de otra")
        rows = [row for row in _children(table, "w:tr") if all(row.find(gone) is None for gone in _GONE)]
        if len(rows) > MAX_ROWS:
            raise NotSimple("una tabla demasiado larga")
        filas = [self._row(row) for row in rows]
        filas = [fila for fila in filas if fila]
        columns = max((sum(celda.columnas for celda in fila) for fila in filas), default=0)
        if columns > MAX_COLUMNS:
            raise NotSimple("una tabla demasiado ancha")
        if not any(str(celda) for fila in filas for celda in fila):
            return None
        filled = tuple(_filled(fila, columns) for fila in filas)
        return _joined(Tabla(filled, _widths(table, columns), _headers(table, rows, len(filled))))

    def _row(self, row: etree._Element) -> tuple[Celda, ...]:
        before, after = (
            number_of(value_of(row, "w:trPr", f"w:grid{side}"), high=MAX_COLUMNS)
            for side in ("Before", "After")
        )
        cells = [self._cell(cell) for cell in _children(row, "w:tc")]
        empty = Celda(Prose())
        return (*(empty,) * before, *cells, *(empty,) * after) if cells else ()

    def _cell(self, cell: etree._Element) -> Celda:
        columns = max(number_of(value_of(cell, "w:tcPr", "w:gridSpan"), 1, high=MAX_COLUMNS + 1), 1)
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continues = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        pieces: list[Piece] = []
        for paragraph, prose in read_paragraphs(cell, self._styles):
            if not str(prose).strip():
                continue
            pieces += [PARAGRAPH] if pieces else []
            place = self._lists.position(paragraph)
            if place is not None:
                self.has_list = True
                self.lost += self._lists.lost(place)
                pieces.append(f"{self._lists.item(place, prose).rotulo} ")
            pieces += prose.pieces
        return Celda(Prose(tuple(pieces)), columns, continues)


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in TRANSPARENT:
            yield from _children(child, tag)


def _filled(fila: tuple[Celda, ...], columns: int) -> tuple[Celda, ...]:
    """Return a row as wide as the others; Word draws a short one as it is."""
    missing = columns - sum(celda.columnas for celda in fila)
    return (*fila, *(Celda(Prose()),) * missing)


def _joined(tabla: Tabla) -> Tabla:
    """Return a table with the cells that continue one above; one with text, or none above, is its own."""
    above: dict[tuple[int, int], bool] = {}
    found = []
    for fila, starts in zip(tabla.filas, tabla.comienzos, strict=True):
        cells, places = [], {}
        for celda, start in zip(fila, starts, strict=True):
            place = (start, celda.columnas)
            continues = celda.continua and place in above and not str(celda)
            cells.append(celda if continues == celda.continua else Celda(celda.content, celda.columnas))
            places[place] = True
        above = places
        found.append(tuple(cells))
    return dataclasses.replace(tabla, filas=tuple(found))


def _widths(table: etree._Element, columns: int) -> tuple[int, ...]:
    """Return the width of each column; all alike where the file does not say it of each."""
    grid = table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    widths = [number_of(column.get(qn("w:w"), ""), high=_MAX_WIDTH) for column in grid]
    return tuple(widths[:columns]) if len(widths) >= columns and all(widths[:columns]) else (1,) * columns


def _headers(table: etree._Element, rows: list[etree._Element], count: int) -> int:
    """Return how many rows name the columns: those that repeat, or the first where its look says so."""
    repeated = itertools.takewhile(_repeats, rows)
    found = sum(1 for _ in repeated)
    if not found and _has_first_row(table):
        found = 1
    return found if found < count else 0


def _repeats(row: etree._Element) -> bool:
    return switch_of(row, "w:trPr", "w:tblHeader") is True


def _has_first_row(table: etree._Element) -> bool:
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    return look is not None and "firstRow" in look_of(look)
