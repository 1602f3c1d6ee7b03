"""Cells of a table: which are headers, what they span, and cells that Word leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from cotaprep_docs.pdf.model.content import Block, Cell, Table
from cotaprep_docs.pdf.tags.element import Element

PlacedCell = tuple[Element, Sequence[Block]]


class TableGrid:
    """Keeps every row as wide as the others, as readers that go by columns need."""

    def __init__(self, table: Table) -> None:
        self._table = table
        ends = (cell.column + cell.span for row in table.rows for cell in row.cells)
        self._columns = max(ends, default=0)
        self._taken: list[set[int]] = [set() for _ in table.rows]

    def row(self, index: int) -> list[PlacedCell]:
        """Return the cells of a row that no cell above covers, with what stands in them."""
        found: list[PlacedCell] = []
        for cell in self._table.rows[index].cells:
            found += self._gap(index, cell.column)
            if cell.column not in self._taken[index]:
                found.append((self._cell(index, cell), cell.blocks))
        return found + self._gap(index, self._columns)

    def _cell(self, index: int, cell: Cell) -> Element:
        header = self._table.rows[index].header
        named = self._table.row_headers and cell.column == 0
        element = Element("TH" if header or named else "TD", columns=cell.span, rows=max(cell.rows, 1))
        element.scope = "Column" if header else "Row" if named else ""
        for row in self._taken[index : index + element.rows]:
            row.update(range(cell.column, cell.column + cell.span))
        return element

    def _gap(self, index: int, end: int) -> list[PlacedCell]:
        """Return empty cells for the columns before `end` in which there is none."""
        missing = [column for column in range(end) if column not in self._taken[index]]
        self._taken[index].update(missing)
        return [(Element("TD"), ()) for _ in missing]
