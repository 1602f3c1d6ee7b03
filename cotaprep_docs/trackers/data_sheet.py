"""Writing one sheet of data: a table with drop-downs, notes, formats and colours for what is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.cell_values import CellContent, RawCell, escape_raw, to_cell
from cotaprep_docs.trackers.column_guide import column_need
from cotaprep_docs.trackers.declarations import MUESTRA, ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.lists_sheet import list_formula

LAST_ROW = 3000
"""Drop-downs and colours reach down to here, also below the table."""

_AUTHOR = "cotaprep-docs"
_PAGE_WIDTH = 240
_STOP_KINDS = {
    Kind.DATE: ("date", "32874", "73415", "Escriba una fecha: dd/mm/aaaa, por ejemplo 30/01/2024."),
    Kind.MONTH: ("date", "32874", "73415", "Escriba una fecha del mes: 01/11/2023."),
    Kind.TIME: ("decimal", "0", "0.99999", "Escriba una hora: hh:mm, por ejemplo 17:30."),
    Kind.INT: ("whole", "0", "9999999", "Escriba un número entero, por ejemplo 3."),
    Kind.PERCENT: ("decimal", "0", "100", "Escriba un número de 0 a 100, por ejemplo 35."),
}


def write_data_sheet(
    sheet: Worksheet,
    spec: SheetSpec,
    columns: Sequence[ColumnSpec],
    rows: Sequence[Mapping[str, object]],
    blank_rows: int,
) -> None:
    """Write a sheet with one row per object.

    Args:
        sheet: an empty sheet.
        spec: its declaration.
        columns: its columns, the group of votes already one per person.
        rows: values by field.
        blank_rows: how many empty rows the table keeps below.
    """
    _write_header(sheet, columns)
    for number, row in enumerate(rows, start=2):
        for index, column in enumerate(columns, start=1):
            _write_cell(styles.cell_at(sheet, number, index), column, to_cell(column, row.get(column.field)))
        texts = ((sheet.cell(number, i).value, column.width) for i, column in enumerate(columns, start=1))
        styles.fit_height(sheet, number, texts)
    last = max(2, 1 + len(rows) + blank_rows)
    add_table(sheet, spec.table, len(columns), last)
    for index, column in enumerate(columns, start=1):
        _dress_column(sheet, index, column)
        add_validation(sheet, column, f"{get_column_letter(index)}2:{get_column_letter(index)}{LAST_ROW}")
    _add_colours(sheet, spec, columns)
    frozen = _leading_keys(columns)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    wide = math.ceil(sum(column.width for column in columns) / _PAGE_WIDTH)
    styles.set_up_page(sheet, pages_wide=wide)
    if wide > 1:
        sheet.print_title_cols = f"A:{get_column_letter(max(1, frozen))}"
    # No print area: it would stay as it is now, and rows that are filled in later would not be printed.


def write_header_cell(cell: Cell, title: str, note: str = "", *, required: bool = False) -> None:
    """Write one header with its note."""
    cell.value = title
    cell.font = styles.header_font()
    cell.fill = styles.solid(styles.REQUIRED_HEADER if required else styles.OPTIONAL_HEADER)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = styles.thin_border()
    if note:
        cell.comment = Comment(note, _AUTHOR, width=300, height=40 + 18 * math.ceil(len(note) / 42))


def set_content(cell: Cell, content: CellContent) -> None:
    """Set a cell's value; a text that begins with «=» stays a text."""
    if isinstance(content, RawCell):
        content = escape_raw(content.value) if isinstance(content.value, str) else content.value
    cell.value = content
    if isinstance(content, str):
        cell.data_type = "s"


def add_table(sheet: Worksheet, name: str, columns: int, last_row: int) -> None:
    """Make the rows from the header on a real Excel table."""
    table = Table(displayName=name, ref=f"A1:{get_column_letter(columns)}{last_row}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
    sheet.add_table(table)


def add_validation(sheet: Worksheet, column: ColumnSpec, area: str) -> None:
    """Add the drop-down, or the limits, of a column to an area."""
    source = list_formula(column.kind, column.choices, column.target)
    if source is not None:
        closed = column.choices is not None
        rule = DataValidation(type="list", formula1=source, allow_blank=True)
        rule.errorStyle = "stop" if closed else "warning"
        rule.error = "Elija un valor de la lista." if closed else "Esa clave no está en la lista."
    elif column.kind in _STOP_KINDS:
        kind, low, high, message = _STOP_KINDS[column.kind]
        rule = DataValidation(operator="between", formula1=low, formula2=high, allow_blank=True)
        rule.type = kind  # type: ignore[assignment]  # one of openpyxl's literals
        rule.error = message
    else:
        return
    rule.errorTitle = column.header[:32]
    rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(area)


def full_note(column: ColumnSpec) -> str:
    """Return what a header's note says: how much it is needed and what to write."""
    need = column_need(column)
    return f"{need}. {column.note}" if need else column.note


def _write_header(sheet: Worksheet, columns: Sequence[ColumnSpec]) -> None:
    for index, column in enumerate(columns, start=1):
        write_header_cell(
            styles.cell_at(sheet, 1, index), column.header, full_note(column), required=column.required
        )
    longest = max(len(column.header) / column.width for column in columns)
    sheet.row_dimensions[1].height = 18 + 13 * min(3, math.ceil(longest))


def _write_cell(cell: Cell, column: ColumnSpec, content: CellContent) -> None:
    set_content(cell, content)
    own = content.number_format if isinstance(content, RawCell) else ""
    cell.number_format = own or styles.number_format(column.kind)
    cell.alignment = styles.body_alignment(column.kind, column.width)
    cell.font = styles.body_font()
    cell.border = styles.thin_border()


def _dress_column(sheet: Worksheet, index: int, column: ColumnSpec) -> None:
    dimension = sheet.column_dimensions[get_column_letter(index)]
    dimension.width = column.width + 1
    # Cells that nobody has written yet take these.
    dimension.number_format = styles.number_format(column.kind)
    dimension.alignment = styles.body_alignment(column.kind, column.width)
    dimension.font = styles.body_font()


def _leading_keys(columns: Sequence[ColumnSpec]) -> int:
    essential = [index for index, column in enumerate(columns[:2], start=1) if column.essential]
    return max(essential, default=0)


def _add_colours(sheet: Worksheet, spec: SheetSpec, columns: Sequence[ColumnSpec]) -> None:
    last = get_column_letter(len(columns))
    letters = {column.field: get_column_letter(i) for i, column in enumerate(columns, start=1)}
    used = f"COUNTA($A2:${last}2)>0"
    for column in columns:
        letter = letters[column.field]
        if column.required or column.expected:
            colour = styles.MISSING if column.required else styles.PENDING
            formula = f'AND({used},LEN(TRIM({letter}2&""))=0)'
            sheet.conditional_formatting.add(
                f"{letter}2:{letter}{LAST_ROW}", styles.colour_rule(formula, colour)
            )
    if spec.unique:
        pairs = ",".join(f'${letters[f]}$2:${letters[f]}${LAST_ROW},${letters[f]}2&""' for f in spec.unique)
        filled = ",".join(f'${letters[f]}2<>""' for f in spec.unique if spec.column(f).essential)
        area = f"{letters[spec.unique[0]]}2:{letters[spec.unique[0]]}{LAST_ROW}"
        sheet.conditional_formatting.add(
            area, styles.colour_rule(f"AND({filled},COUNTIFS({pairs})>1)", styles.REPEATED)
        )
    if MUESTRA in letters:
        sheet.conditional_formatting.add(
            f"A2:{last}{LAST_ROW}", styles.sample_rule(f'LOWER(LEFT(${letters[MUESTRA]}2,1))="s"')
        )
