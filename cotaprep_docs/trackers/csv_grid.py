"""A CSV as a sheet: whatever encoding and separator Excel gave it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.system import reason_in_spanish
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.grid import MAX_ROWS, READ_COLUMNS, Cell, Grid, column_letters

_MAX_BYTES = 20 * 1024 * 1024
_SEPARATORS = ";,\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv(path: Path) -> Grid:
    """Return the rows of a CSV, numbered as Excel numbers them, each value as the text it is.

    Raises:
        UnreadableInput: it cannot be opened, is too large, or is no text.
    """
    place = CellLocation(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(kinds.CANNOT_OPEN.at(place, causa=reason_in_spanish(error))) from error
    if len(data) > _MAX_BYTES:
        raise UnreadableInput(kinds.TOO_LARGE.at(place))
    text = _decoded(data, place)
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    grid = Grid()
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for number, values in enumerate(rows, start=1):
            _add(grid, number, values)
    except csv.Error as error:
        raise UnreadableInput(kinds.NOT_TEXT.at(place)) from error
    return grid


def _decoded(data: bytes, place: CellLocation) -> str:
    """Return the text: Excel writes UTF-8 with a mark, UTF-16 or, as plain «CSV», Windows' own code page."""
    if b"\0" in data and not data.startswith(_UTF_16):
        raise UnreadableInput(kinds.NOT_TEXT.at(place))
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(kinds.NOT_TEXT.at(place))


def _add(grid: Grid, number: int, values: list[str]) -> None:
    if len(grid.rows) >= MAX_ROWS:
        grid.truncated = True
        return
    grid.wide = grid.wide or len(values) > READ_COLUMNS
    filled = enumerate(values[:READ_COLUMNS], start=1)
    cells = {column_letters(column): Cell(value) for column, value in filled if value.strip()}
    if cells:
        grid.rows[number] = cells
