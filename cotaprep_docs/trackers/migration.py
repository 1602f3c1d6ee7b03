"""A workbook written again with the columns, sheets and roster of today, every value as it was.

Values are carried as the file holds them, not as they are understood: what is wrong in the old workbook is
just as wrong in the new one. What cannot be carried is said, cell by cell, and the copy is read back and
compared before anybody gets it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from cotaprep_docs.norms.normas import ReglaQuorum
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.problems.location import column_number
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.carrying import Carrier
from cotaprep_docs.trackers.cell_reader import is_blank, shown
from cotaprep_docs.trackers.cell_values import RawCell
from cotaprep_docs.trackers.declarations import MUESTRA, ColumnSpec, Kind, SheetSpec, WorkbookSpec, loose
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.layout import Header, find_header
from cotaprep_docs.trackers.prefill import missing_attendance
from cotaprep_docs.trackers.reader import find_sheets, read_contents, read_sesiones
from cotaprep_docs.trackers.sheet_rows import Reading
from cotaprep_docs.trackers.sheets_sessions import ASISTENCIA
from cotaprep_docs.trackers.vertical_fields import CAMPO, SAMPLE, VALOR
from cotaprep_docs.trackers.votes import vote_columns
from cotaprep_docs.trackers.workbook_file import SheetEntry, WorkbookFile, open_bytes
from cotaprep_docs.trackers.workbooks import SESIONES, UNREAD_SHEETS
from cotaprep_docs.trackers.writer import OWN, Kept, write_workbook

_KEPT_ROWS: Final = 3000
"""Rows keep their numbers up to here; below, blank ones are left out."""

Values = dict[str, object]

_FORBIDDEN: Final = re.compile(r"[\\*?:/\[\]]")  # in names of sheets, by Excel


@record(frozen=True, slots=True)
class Migration:
    """A workbook written again.

    Attributes:
        data: the new workbook.
        carried: how many values it took over.
        problems: what was added, what was not carried, and why.
    """

    data: bytes
    carried: int
    problems: tuple[Problem, ...]


@record(slots=True)
class _Copy:
    """What goes into the new workbook, gathered sheet by sheet."""

    rows: dict[str, list[Values]] = dataclasses.field(default_factory=dict)
    columns: dict[str, list[ColumnSpec]] = dataclasses.field(default_factory=dict)
    sheets: dict[str, dict[tuple[int, int], RawCell]] = dataclasses.field(default_factory=dict)


def migrate_workbook(path: Path, spec: WorkbookSpec, quorum: ReglaQuorum | None = None) -> Migration:
    """Return a workbook written again as this version writes it.

    Args:
        path: the workbook, which is only read.
        spec: which one it is.
        quorum: the rule of the norms, for its summary.

    Raises:
        UnreadableInput: it is missing, or no workbook that can be read.
    """
    read, _contents = read_contents(path, spec)
    run = Reading(read.book, read.registry)
    run.book.budget *= 2  # read for the second time
    scratch = Reading(read.book, read.registry)  # what reading finds wrong is not reported here
    entries = find_sheets(scratch, spec, spec.sheets)
    copy = _Copy()
    carrier = Carrier(run)
    for own in spec.sheets:
        if own.id in entries:
            _copy_sheet(carrier, scratch, own, entries[own.id], copy)
        else:
            run.report(kinds.ADDED_SHEET, own.title)
    for entry in _own_sheets(run.book, entries):
        _copy_own_sheet(carrier, entry, copy)
    members = tuple(read.registry.roster.items())
    written = Kept(members, copy.columns, copy.sheets)
    if spec is SESIONES:
        _prefill(run, path, copy)
    data = write_workbook(spec, copy.rows, quorum=quorum, kept=written)
    _verify(data, path.name, spec, carrier)
    run.report(kinds.CARRIED, "", cuantos=f"{carrier.carried:,}")
    run.finish()
    return Migration(data, carrier.carried, sort_problems(run.problems))


def _copy_sheet(carrier: Carrier, scratch: Reading, spec: SheetSpec, entry: SheetEntry, copy: _Copy) -> None:
    grid = carrier.run.book.grid(entry)
    header = find_header(spec, grid)
    if header is None:
        carrier.run.report(kinds.NOT_CARRIED, entry.name, motivo="no se encontraron sus encabezados")
        return
    carrier.begin(spec, entry.name, header)
    carrier.note_above(grid)
    if spec.vertical:
        copy.rows[spec.id] = [_vertical(carrier, spec, grid, header, copy)]
        return
    columns = vote_columns(scratch, spec, entry.name, grid, header)
    own = _own_columns(grid, header)
    _note_columns(carrier, spec, header, own)
    copy.columns[spec.id] = [column for column, _ in own.values()]
    known = {column.field: column for column in (*columns, *(column for column, _ in own.values()))}
    places = {field: letters for field, letters in header.columns.items() if field in known}
    places |= {column.field: letters for letters, (column, _) in own.items()}
    merged = carrier.merged(grid)
    copy.rows[spec.id] = []
    for number in _numbers(grid, header.row):
        cells = {**grid.row(number), **merged.get(number, {})}
        row: Values = {
            field: content
            for field, letters in places.items()
            if letters in cells
            and (content := carrier.carry(known[field], number, letters, cells[letters])) is not None
        }
        copy.rows[spec.id].append(row)
    _drop_blank_end(copy.rows[spec.id])


def _numbers(grid: Grid, header: int) -> Sequence[int]:
    """Return the rows to write: all down to the last with content, so that each keeps its number."""
    numbers = [number for number in sorted(grid.rows) if number > header]
    if numbers and header == 1 and numbers[-1] <= _KEPT_ROWS:
        return range(2, numbers[-1] + 1)
    return numbers


def _drop_blank_end(rows: list[Values]) -> None:
    while rows and not rows[-1]:
        rows.pop()


def _own_columns(grid: Grid, header: Header) -> dict[str, tuple[ColumnSpec, str]]:
    """Return the columns with content that are not of the sheet, by letters, with what is said of each."""
    named = set(header.columns.values())
    filled = {
        letters for cells in grid.rows.values() for letters, cell in cells.items() if not is_blank(cell)
    }
    taken = {loose(shown(cell)) for letters, cell in grid.row(header.row).items() if letters in named}
    own: dict[str, tuple[ColumnSpec, str]] = {}
    for letters in sorted(filled - named, key=column_number):
        cell = grid.row(header.row).get(letters)
        title = shown(cell) if cell is not None and not is_blank(cell) and not cell.is_error else ""
        unique = _unique(title or f"Columna {letters}", taken)
        note = "Columna propia; el programa no la lee."
        own[letters] = (ColumnSpec(OWN + letters, unique, Kind.TEXT, note, width=20), unique)
    return own


def _unique(title: str, taken: set[str]) -> str:
    """Return a header that no other column of the table has: Excel would mend the file, in its own way."""
    name, number = title, 1
    while loose(name) in taken or not loose(name):
        number += 1
        name = f"{title} ({number})"
    taken.add(loose(name))
    return name


def _note_columns(
    carrier: Carrier, spec: SheetSpec, header: Header, own: Mapping[str, tuple[ColumnSpec, str]]
) -> None:
    run, sheet = carrier.run, carrier.sheet
    for letters, (_, title) in own.items():
        run.report(kinds.OWN_COLUMN, sheet, header.row, letters, columna=title)
    for column in spec.columns:
        if column.kind is not Kind.VOTES and column.field not in header.columns:
            run.report(kinds.ADDED_COLUMN, sheet, columna=column.header)
        elif column.kind is Kind.VOTES:
            for key in run.registry.roster:
                if f"votos.{key}" not in header.columns:
                    run.report(kinds.ADDED_COLUMN, sheet, columna=key)


def _vertical(carrier: Carrier, spec: SheetSpec, grid: Grid, header: Header, copy: _Copy) -> Values:
    """Return the fields of a sheet with one per row; fields that somebody added go below."""
    by_label = {key: column for column in spec.columns for key in column.header_keys}
    values: Values = {}
    samples: list[str] = []
    own: list[ColumnSpec] = []
    for number in _numbers(grid, header.row):
        cells = grid.row(number)
        label, cell = (cells.get(header.columns.get(name, "")) for name in (CAMPO, VALOR))
        if cell is None or is_blank(cell):
            continue
        name = shown(label) if label is not None else ""
        column = by_label.get(loose(name))
        if column is None or column.field in values:
            column = ColumnSpec(f"{OWN}{number}", name or f"Renglón {number}", Kind.TEXT, "Campo propio.")
            own.append(column)
            carrier.run.report(kinds.OWN_COLUMN, carrier.sheet, number, columna=column.header)
        content = carrier.carry(column, number, header.columns.get(VALOR, ""), cell)
        if content is not None:
            values[column.field] = content
        mark = cells.get(header.columns.get(SAMPLE, ""))
        if mark is not None and loose(shown(mark)) in ("si", "s", "x", "verdadero"):
            samples.append(column.field)
    copy.columns[spec.id] = own
    return {**values, MUESTRA: samples}


def _own_sheets(book: WorkbookFile, entries: Mapping[str, SheetEntry]) -> Iterator[SheetEntry]:
    ours = {loose(name) for name in UNREAD_SHEETS}
    taken = {entry.part for entry in entries.values()}
    for entry in book.sheets:
        if entry.part not in taken and loose(entry.name) not in ours:
            yield entry


def _copy_own_sheet(carrier: Carrier, entry: SheetEntry, copy: _Copy) -> None:
    grid = carrier.run.book.grid(entry)
    title = _FORBIDDEN.sub("_", entry.name)[:31]
    carrier.begin(None, title, Header(0, {}))
    cells: dict[tuple[int, int], RawCell] = {}
    column = ColumnSpec("", "", Kind.TEXT, "")
    for number, row in grid.rows.items():
        for letters, cell in row.items():
            content = carrier.carry(column, number, letters, cell)
            if content is not None:
                cells[number, column_number(letters)] = content
    copy.sheets[title] = cells
    carrier.run.report(kinds.OWN_SHEET, entry.name)


def _prefill(run: Reading, path: Path, copy: _Copy) -> None:
    """Add the rows of attendance that the roster of today asks for."""
    rows = missing_attendance(read_sesiones(path).value)
    if rows and ASISTENCIA.id in copy.rows:
        copy.rows[ASISTENCIA.id].extend(rows)
        run.report(kinds.ADDED_ATTENDANCE, ASISTENCIA.title, cuantos=len(rows))


def _verify(data: bytes, name: str, spec: WorkbookSpec, carrier: Carrier) -> None:
    """Read the copy back and compare every value with the one it was taken from.

    Raises:
        RuntimeError: one differs; the copy must not be given to anybody.
    """
    book = open_bytes(name, read_package(data))
    entries = {entry.name: entry for entry in book.sheets}
    titles = {own.id: own.title for own in spec.sheets}
    for sheet, expected in carrier.expected.items():
        grid = book.grid(entries[titles.get(sheet, sheet)])
        written = [cell.value for number in sorted(grid.rows) for cell in grid.rows[number].values()]
        lost = _without(expected, written)
        if lost:
            raise RuntimeError(f"{name}: {sheet}: {lost[:3]!r}")


def _without(expected: Sequence[object], written: Sequence[object]) -> list[object]:
    """Return what was expected and not written, each value as often as it was expected."""
    left: dict[tuple[type, object], int] = {}
    for value in written:
        key = (type(value), value)
        left[key] = left.get(key, 0) + 1
    lost = []
    for value in expected:
        key = (type(value), value)
        left[key] = left.get(key, 0) - 1
        if left[key] < 0:
            lost.append(value)
    return lost
