"""Cells of one workbook as cells of another: the same value with the same meaning, or why not."""

from __future__ import annotations

import dataclasses
from typing import Final

from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import is_blank, shown
from cotaprep_docs.trackers.cell_values import RawCell
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.grid import UNCALCULATED, Cell, Grid, column_letters
from cotaprep_docs.trackers.layout import Header
from cotaprep_docs.trackers.moments import EPOCH_1900
from cotaprep_docs.trackers.sheet_rows import Reading, number_ranges

_MOMENTS: Final = (Kind.DATE, Kind.MONTH, Kind.TIME)
_DATE, _MOMENT, _HOUR = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm"
_PERCENT, _PLAIN = "0.00%", "General"


@record(slots=True)
class Carrier:
    """What was carried so far.

    Attributes:
        run: the workbook the cells are of, with what is said about them.
        sheet: name of the sheet at hand.
        carried: how many values were carried.
        expected: the values that must be in each sheet of the copy, by its id, or its name if it has none.
    """

    run: Reading
    sheet: str = ""
    carried: int = 0
    expected: dict[str, list[object]] = dataclasses.field(default_factory=dict)
    _header: Header = dataclasses.field(default_factory=lambda: Header(0, {}))
    _key: str = ""

    def begin(self, spec: SheetSpec | None, sheet: str, header: Header) -> None:
        """Turn to another sheet."""
        self.sheet, self._header = sheet, header
        self._key = spec.id if spec is not None else sheet
        self.expected.setdefault(self._key, [])

    def carry(self, column: ColumnSpec, row: int, letters: str, cell: Cell) -> RawCell | None:
        """Return the content for the copy; None where there is none, said if there was something."""
        if cell.is_error:
            reason = "fórmula sin calcular" if cell.value is UNCALCULATED else f"error {cell.value}"
            self.run.report(kinds.NOT_CARRIED, self.sheet, row, letters, motivo=reason)
            return None
        if cell.formula:
            self.run.report(kinds.FORMULA_CARRIED, self.sheet, row, letters, valor=shown(cell))
        if cell.value == "":
            return None
        value, number_format = cell.value, ""
        if isinstance(value, float):
            value, number_format = self._number(column.kind, value, cell.style)
        self.carried += 1
        self.expected[self._key].append(value)
        return RawCell(value, number_format)

    def _number(self, kind: Kind, value: float, style: int) -> tuple[float, str]:
        """Return a number with the format that keeps its meaning; days are counted from 1900 in the copy."""
        styles = self.run.book.styles
        if style in styles.percents:
            return value, _PERCENT
        if style not in styles.dates:
            return value, _PLAIN
        shift = (styles.epoch - EPOCH_1900).days
        own_date = value >= 1 or not shift
        moved = value + shift if shift and own_date else value
        if kind in _MOMENTS:
            return moved, ""
        return moved, _HOUR if value < 1 else _DATE if value.is_integer() else _MOMENT

    def note_above(self, grid: Grid) -> None:
        """Say what stands above the headers, which has no place in the copy."""
        for number in sorted(grid.rows):
            if number >= self._header.row:
                return
            for letters, cell in grid.rows[number].items():
                if not is_blank(cell):
                    reason = f"«{shown(cell)}» está arriba de los encabezados"
                    self.run.report(kinds.NOT_CARRIED, self.sheet, number, letters, motivo=reason)

    def merged(self, grid: Grid) -> dict[int, dict[str, Cell]]:
        """Return the cells that areas merged downwards fill, which the copy has one by one."""
        filled: dict[int, dict[str, Cell]] = {}
        for area in grid.merges:
            letters = column_letters(area.first_column)
            corner = grid.row(area.first_row).get(letters)
            if corner is None or is_blank(corner) or area.first_row <= self._header.row:
                continue
            if area.first_column != area.last_column:
                reason = f"estaban combinadas a lo ancho ({area}); el dato quedó en la primera"
                self.run.report(kinds.UNMERGED, self.sheet, area.first_row, letters, motivo=reason)
                continue
            others = [n for n in grid.rows if area.first_row < n <= area.last_row]
            for number in others:
                filled.setdefault(number, {})[letters] = corner
            if others:
                rows = number_ranges([area.first_row, *others])
                reason = f"estaban combinadas; el dato quedó en cada renglón ({rows})"
                self.run.report(kinds.UNMERGED, self.sheet, area.first_row, letters, motivo=reason)
        return filled
