"""From a workbook to the domain: everything that is wrong in one run, each problem at its cell."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.votacion import vote_field
from cotaprep_docs.problems.problem import Checked, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import is_blank, nearest, shown
from cotaprep_docs.trackers.declarations import MUESTRA, Kind, SheetSpec, WorkbookSpec, loose
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.layout import Header, find_header, match_by_headers, match_by_name
from cotaprep_docs.trackers.neighbours import neighbour_problems
from cotaprep_docs.trackers.references import link_rows
from cotaprep_docs.trackers.sheet_rows import Reading, Row, read_sheet_rows
from cotaprep_docs.trackers.vertical_fields import CAMPO, SAMPLE, VALOR
from cotaprep_docs.trackers.vertical_rows import build_organismo, read_vertical
from cotaprep_docs.trackers.votes import vote_columns
from cotaprep_docs.trackers.workbook_file import SheetEntry, open_workbook
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES, UNREAD_SHEETS

_FIRST_HEADERS = 4


@record(slots=True)
class Contents:
    """What a workbook holds, sheet by sheet: rows of objects, and rows of the vertical sheet by field."""

    rows: dict[str, list[Row]] = dataclasses.field(default_factory=dict)
    fields: dict[str, dict[str, Row]] = dataclasses.field(default_factory=dict)


def read_sesiones(path: Path, *, sheets: Collection[str] | None = None) -> Checked[Proceso]:
    """Return what the workbook of the secretariat holds.

    Args:
        path: the file.
        sheets: ids of the sheets wanted; None for all. References to a sheet left out are not checked.

    Raises:
        UnreadableInput: the file is missing, or no workbook that can be read.
    """
    run, contents = read_contents(path, SESIONES, sheets)
    parts = _objects(SESIONES, contents)
    for spec in SESIONES.sheets:
        if spec.id in contents.fields:
            parts[spec.attribute] = build_organismo(spec, contents.fields[spec.id])
    return Checked(Proceso(**parts), sort_problems(run.problems))  # type: ignore[arg-type]  # by attribute


def read_avances(path: Path) -> Checked[Avances]:
    """Return what the workbook of the technical staff holds.

    Raises:
        UnreadableInput: the file is missing, or no workbook that can be read.
    """
    run, contents = read_contents(path, AVANCES, None)
    parts = _objects(AVANCES, contents)
    return Checked(Avances(**parts), sort_problems(run.problems))  # type: ignore[arg-type]  # by attribute


def read_rows(
    path: Path, spec: WorkbookSpec, *, sheets: Collection[str] | None = None
) -> Checked[Mapping[str, list[dict[str, object]]]]:
    """Return the rows of a workbook as values by field, by id of the sheet, as the writer takes them.

    Args:
        path: the file.
        spec: which workbook it is.
        sheets: ids of the sheets wanted; None for all. References to a sheet left out are not checked.

    Raises:
        UnreadableInput: the file is missing, or no workbook that can be read.
    """
    run, contents = read_contents(path, spec, sheets)
    rows = {name: [dict(row.values) for row in found] for name, found in contents.rows.items()}
    for name, fields in contents.fields.items():
        values = {field: row.values[field] for field, row in fields.items() if field in row.values}
        values[MUESTRA] = [field for field, row in fields.items() if row.values.get(MUESTRA) is True]
        rows[name] = [values]
    return Checked(rows, sort_problems(run.problems))


def read_contents(
    path: Path, book: WorkbookSpec, wanted: Collection[str] | None = None
) -> tuple[Reading, Contents]:
    """Return one run over a workbook, and the rows it gave.

    Raises:
        UnreadableInput: the file is missing, or no workbook that can be read.
    """
    specs = [spec for spec in book.sheets if wanted is None or spec.id in wanted]
    run = Reading(open_workbook(path))
    contents = Contents()
    found = find_sheets(run, book, specs)
    for spec in specs:
        if spec.id in found:
            _read_sheet(run, spec, found[spec.id], contents)
        _close(run, book, spec, {*contents.rows}, {other.id for other in specs if other.id not in found})
    run.report_unknown(run.registry.problems())
    run.finish()
    run.problems.extend(neighbour_problems(path))
    return run, contents


def find_sheets(run: Reading, book: WorkbookSpec, specs: Sequence[SheetSpec]) -> dict[str, SheetEntry]:
    """Return the sheet of each declaration, by name or else by headers; report what is odd."""
    found, left = match_by_name(book.sheets, run.book.sheets)
    own = {loose(name) for name in UNREAD_SHEETS}
    left = [entry for entry in left if loose(entry.name) not in own]
    missing = [spec for spec in specs if spec.id not in found]
    grids = {entry.name: run.book.grid(entry) for entry in left} if missing else {}
    by_headers, unclear = match_by_headers(missing, grids)
    entries = {entry.name: entry for entry in left}
    for spec in missing:
        if spec.id in by_headers:
            found[spec.id] = entries.pop(by_headers[spec.id])
            run.report(kinds.RENAMED_SHEET, found[spec.id].name, hoja=spec.title)
        elif spec.id in unclear:
            names = ", ".join(f"«{name}»" for name in unclear[spec.id])
            run.report(kinds.AMBIGUOUS_SHEET, spec.title, hoja=spec.title, candidatas=names)
        else:
            kind = kinds.MISSING_SHEET if spec.required else kinds.MISSING_OPTIONAL_SHEET
            run.report(kind, spec.title, hoja=spec.title)
    for entry in entries.values():
        run.report(kinds.EXTRA_SHEET, entry.name)
    return {spec.id: found[spec.id] for spec in specs if spec.id in found}


def _read_sheet(run: Reading, spec: SheetSpec, entry: SheetEntry, contents: Contents) -> None:
    grid = run.book.grid(entry)
    header = find_header(spec, grid)
    if header is None:
        names = ", ".join(column.header for column in spec.columns[:_FIRST_HEADERS])
        run.report(kinds.NO_HEADERS, entry.name, 1, hoja=spec.title, encabezados=names)
        return
    if entry.hidden:
        run.report(kinds.HIDDEN_SHEET, entry.name)
    columns = vote_columns(run, spec, entry.name, grid, header)
    usable = _check_columns(run, spec, entry.name, header)
    _report_odd_columns(run, entry.name, grid, header)
    if usable and spec.vertical:
        contents.fields[spec.id] = read_vertical(run, spec, entry.name, grid, header)
    elif usable:
        rows = read_sheet_rows(run, spec, entry.name, grid, header, columns)
        contents.rows[spec.id] = link_rows(run, spec, rows)


_NEVER_MISSING = (MUESTRA, "estado")
"""Fields that may be blank, but not without their column: a sample row would pass for a real one."""


def _check_columns(run: Reading, spec: SheetSpec, sheet: str, header: Header) -> bool:
    """Report columns that are missing; tell whether the rows can be read."""
    if spec.vertical:
        missing = [name for name in (CAMPO, VALOR) if name not in header.columns]
        for name in missing:
            run.report(kinds.MISSING_COLUMN, sheet, header.row, columna=name, sugerencia="")
        if SAMPLE not in header.columns:
            run.report(kinds.MISSING_COLUMN, sheet, header.row, columna=SAMPLE, sugerencia="")
        return not missing
    extra = {text: text for text in header.extra.values()}
    usable = True
    for column in spec.columns:
        if column.kind is Kind.VOTES or column.field in header.columns:
            continue
        matters = column.required or column.expected or column.field in _NEVER_MISSING
        kind = kinds.MISSING_COLUMN if matters else kinds.MISSING_OPTIONAL_COLUMN
        hint = nearest(column.header, extra).replace("Quiso decir", "Es la columna")
        run.report(kind, sheet, header.row, columna=column.header, sugerencia=hint)
        usable = usable and not column.essential
    return usable


def _report_odd_columns(run: Reading, sheet: str, grid: Grid, header: Header) -> None:
    """Report columns that are repeated, strange or without header."""
    for letters in header.repeated:
        text = shown(grid.row(header.row)[letters])
        run.report(kinds.REPEATED_HEADER, sheet, header.row, letters, columna=text)
    for letters, text in header.extra.items():
        run.report(kinds.EXTRA_COLUMN, sheet, header.row, letters, columna=text)
    for letters, row in _nameless_columns(grid, header).items():
        run.report(kinds.EXTRA_COLUMN, sheet, row, letters, columna="sin encabezado")


def _nameless_columns(grid: Grid, header: Header) -> dict[str, int]:
    """Return the first row with content of each column without header."""
    named = {*header.columns.values(), *header.repeated, *header.extra, *grid.row(header.row)}
    found: dict[str, int] = {}
    for number in sorted(grid.rows):
        for letters, cell in grid.row(number).items():
            if number > header.row and letters not in named and not is_blank(cell):
                found.setdefault(letters, number)
    return found


def _close(
    run: Reading, book: WorkbookSpec, spec: SheetSpec, read: Collection[str], absent: Collection[str]
) -> None:
    """Note that all sheets of a name space were read, so that what is not there is unknown.

    An optional sheet that the workbook does not have counts as read: it has no keys.
    """
    if not spec.namespace:
        return
    sharing = [other for other in book.sheets if other.namespace == spec.namespace]
    complete = all(other.id in read or (other.id in absent and not other.required) for other in sharing)
    run.registry.spaces[spec.namespace].closed = complete and spec is sharing[-1]


def _objects(book: WorkbookSpec, contents: Contents) -> dict[str, object]:
    """Return the objects of each sheet, by attribute of the aggregate."""
    return {
        spec.attribute: tuple(_build(spec, contents.rows[spec.id]))
        for spec in book.sheets
        if spec.id in contents.rows
    }


def _build(spec: SheetSpec, rows: Sequence[Row]) -> Iterator[object]:
    blanks = {
        field.name: ""
        for field in dataclasses.fields(spec.record)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    prefix = vote_field("")
    for row in rows:
        values = {field: value for field, value in row.values.items() if not field.startswith(prefix)}
        votes = {f.removeprefix(prefix): value for f, value in row.values.items() if f.startswith(prefix)}
        if votes:
            values["votos"] = votes
        yield spec.record(**(blanks | values), origin=row.origin)
