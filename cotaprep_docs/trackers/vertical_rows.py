"""Reading the sheet «Organismo»: one field per row."""

from __future__ import annotations

from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.problems.location import RowOrigin
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import Finding, is_blank, nearest, read_cell, shown
from cotaprep_docs.trackers.declarations import MUESTRA, ColumnSpec, SheetSpec, loose
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.layout import Header
from cotaprep_docs.trackers.sheet_rows import Reading, Row, blank_finding
from cotaprep_docs.trackers.sheets_common import MUESTRA_COLUMN
from cotaprep_docs.trackers.vertical_fields import CAMPO, SAMPLE, VALOR


def read_vertical(run: Reading, spec: SheetSpec, sheet: str, grid: Grid, header: Header) -> dict[str, Row]:
    """Return the row of each field, with its value under the field's own name."""
    columns = {
        name.lower(): header.columns[name] for name in (CAMPO, VALOR, SAMPLE) if name in header.columns
    }
    by_label = {key: column for column in spec.columns for key in column.header_keys}
    found: dict[str, Row] = {}
    for number in sorted(grid.rows):
        cells = grid.row(number)
        label = cells.get(columns["campo"])
        value = cells.get(columns["valor"])
        named = label is not None and not is_blank(label)
        if number <= header.row or not (named or (value is not None and not is_blank(value))):
            continue
        row = Row(RowOrigin(run.book.name, sheet, number, columns), {}, set())
        text = shown(label) if label is not None and named else ""
        column = by_label.get(loose(text)) if text else None
        if column is None:
            _report_unknown(run, spec, row, text)
        elif column.field in found:
            other = found[column.field].origin.cell("campo")
            run.report_cell(
                row, "campo", Finding(kinds.REPEATED_KEY, {"valor": text, "otro": other}), (other,)
            )
        else:
            found[column.field] = row
            _read_field(run, row, column, grid)
    for column in spec.columns:
        if column.field not in found and column.required:
            run.report(kinds.MISSING_CAMPO, sheet, header.row, columns["campo"], campo=column.header)
    return found


def build_organismo(spec: SheetSpec, found: dict[str, Row]) -> Organismo:
    """Return the institution from the rows of its sheet."""
    values = {field: row.values[field] for field, row in found.items() if field in row.values}
    sample = any(row.values.get(MUESTRA) is True for row in found.values())
    origins = {field: row.origin for field, row in found.items()}
    organismo: Organismo = spec.record(**values, muestra=sample, origins=origins)
    return organismo


def _read_field(run: Reading, row: Row, column: ColumnSpec, grid: Grid) -> None:
    cells = grid.row(row.origin.row)
    for field, spec in (("valor", column), (MUESTRA, MUESTRA_COLUMN)):
        reading = read_cell(spec, cells.get(row.origin.columns.get(field, "")), run.book.styles)
        if reading.value is not None:
            row.values[spec.field] = reading.value
        if reading.finding is not None:
            run.report_cell(row, field, reading.finding)
            row.wrong.add(spec.field)
    if column.required and row.lacks(column.field):
        run.report_cell(row, "valor", blank_finding(kinds.REQUIRED_BLANK, column, column.header))


def _report_unknown(run: Reading, spec: SheetSpec, row: Row, text: str) -> None:
    hint = nearest(text, {column.header: column.header for column in spec.columns}) if text else ""
    run.report_cell(row, "campo", Finding(kinds.UNKNOWN_CAMPO, {"valor": text, "sugerencia": hint}))
