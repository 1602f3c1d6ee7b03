"""A sheet as it was found: cells with what they hold, hidden rows, merges, tables."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from cotaprep_docs.problems.location import column_number
from cotaprep_docs.records import record

MAX_ROWS = 60_000
"""Rows with content that are read of one sheet."""
MAX_COLUMNS = 16_384
"""Columns of a sheet of Excel."""
READ_COLUMNS = 300
"""Columns that are read of one sheet."""

CellValue = str | float | bool
"""What a cell may hold."""

_MAX_ROW = 1_048_576
_PLAIN_INTEGER = re.compile(r"[0-9]{1,9}")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LETTERS: dict[int, str] = {}


class CellState(str):
    """What a cell without usable value holds; the text is Excel's own, in Spanish."""

    __slots__ = ()


UNCALCULATED = CellState("fórmula")
"""A formula that no program has calculated yet."""
LOST_TEXT = CellState("su texto no está en el archivo")
"""A reference to a shared text that the workbook has not."""


@record(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        value: text, number or truth value; a `CellState` for errors and formulas without value.
        style: index of its format in the workbook, to tell dates and percentages from numbers.
        formula: whether a formula gave the value.
    """

    value: CellValue
    style: int = 0
    formula: bool = False

    @property
    def is_error(self) -> bool:
        """Whether the cell holds an error or an uncalculated formula."""
        return isinstance(self.value, CellState)


@record(frozen=True, slots=True)
class Area:
    """A rectangle of cells; 1-based, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __str__(self) -> str:
        first, last = column_letters(self.first_column), column_letters(self.last_column)
        return f"{first}{self.first_row}:{last}{self.last_row}"


@record(frozen=True, slots=True)
class TableArea:
    """An Excel table: where it is, and whether its last row holds totals."""

    area: Area
    has_totals: bool = False


@record(slots=True)
class Grid:
    """What one sheet holds.

    Attributes:
        rows: cells by row number and column letters; rows and cells without content are left out.
        hidden: rows that are hidden or filtered out.
        merges: merged areas.
        tables: the tables of the sheet.
        truncated: whether rows beyond `MAX_ROWS` were left out.
        wide: whether columns beyond `READ_COLUMNS` were left out.
    """

    rows: dict[int, dict[str, Cell]] = dataclasses.field(default_factory=dict)
    hidden: set[int] = dataclasses.field(default_factory=set)
    merges: list[Area] = dataclasses.field(default_factory=list)
    tables: list[TableArea] = dataclasses.field(default_factory=list)
    truncated: bool = False
    wide: bool = False

    def row(self, number: int) -> Mapping[str, Cell]:
        """Return the cells of a row."""
        return self.rows.get(number, {})


def parse_reference(text: str) -> tuple[int, str] | None:
    """Return row and column letters of ``D14``; None where the text is no cell of Excel."""
    match = _REFERENCE.fullmatch(text)
    if match is None or column_number(match[1]) > MAX_COLUMNS:
        return None
    return int(match[2]), match[1]


def parse_row(text: str | None) -> int:
    """Return the number of a row; 0 where the text is none of Excel's."""
    number = plain_integer(text)
    return number if number <= _MAX_ROW else 0


def plain_integer(text: str | None, default: int = 0) -> int:
    """Return a number of up to nine digits; the default for anything else."""
    found = _PLAIN_INTEGER.fullmatch(text.strip()) if text else None
    return int(found[0]) if found is not None else default


def parse_area(text: str) -> Area | None:
    """Return the area of ``A1:D14``; None where the text is none."""
    first, _, last = text.partition(":")
    start, end = parse_reference(first), parse_reference(last or first)
    if start is None or end is None:
        return None
    return Area(start[0], column_number(start[1]), end[0], column_number(end[1]))


def column_letters(number: int) -> str:
    """Return the letters of a 1-based column: 27 is ``AA``."""
    if number not in _LETTERS:
        letters, rest = "", number
        while rest > 0:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        _LETTERS[number] = letters
    return _LETTERS[number]
