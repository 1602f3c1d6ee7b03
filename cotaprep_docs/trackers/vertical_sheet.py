"""Writing the sheet «Organismo»: one field per row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.cell_values import RawCell, to_cell
from cotaprep_docs.trackers.data_sheet import add_table, add_validation, set_content, write_header_cell
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.sheets_common import MUESTRA_COLUMN
from cotaprep_docs.trackers.vertical_fields import CAMPO, EXPLANATION, SAMPLE, VALOR

_WIDTHS = {CAMPO: 32, VALOR: 64, EXPLANATION: 62, SAMPLE: 10}
_NOTES = {
    CAMPO: "No se cambia: por él se encuentra el dato.",
    VALOR: "Aquí se escribe.",
    EXPLANATION: "Qué es cada dato.",
    SAMPLE: MUESTRA_COLUMN.note,
}


def write_vertical_sheet(
    sheet: Worksheet, spec: SheetSpec, values: Mapping[str, object], own: Sequence[ColumnSpec] = ()
) -> None:
    """Write a sheet with one field per row.

    Args:
        sheet: an empty sheet.
        spec: its declaration.
        values: by field; ``muestra`` true marks all rows, or a collection of fields marks those.
        own: fields that somebody added.
    """
    columns = (*spec.columns, *own)
    for index, (title, width) in enumerate(_WIDTHS.items(), start=1):
        cell = styles.cell_at(sheet, 1, index)
        write_header_cell(cell, title, _NOTES[title], required=title == VALOR)
        sheet.column_dimensions[cell.column_letter].width = width
    samples = values.get("muestra")
    for number, column in enumerate(columns, start=2):
        marked = samples is True or (isinstance(samples, list | tuple | set) and column.field in samples)
        _write_field(sheet, number, column, values.get(column.field), sample=marked)
    last = len(columns) + 1
    add_table(sheet, spec.table, len(_WIDTHS), last)
    add_validation(sheet, MUESTRA_COLUMN, f"D2:D{last}")
    sheet.conditional_formatting.add(f"A2:D{last}", styles.sample_rule('LOWER(LEFT($D2,1))="s"'))
    sheet.freeze_panes = "C2"
    styles.set_up_page(sheet)


def _write_field(sheet: Worksheet, number: int, column: ColumnSpec, value: object, *, sample: bool) -> None:
    label, content, note, mark = (styles.cell_at(sheet, number, index) for index in range(1, 5))
    set_content(label, column.header)
    set_content(content, to_cell(column, value))
    set_content(note, column.note)
    set_content(mark, "Sí" if sample else None)
    for cell in (label, content, note, mark):
        cell.font = styles.body_font(bold=cell is label)
        cell.border = styles.thin_border()
        cell.alignment = styles.body_alignment(Kind.TEXT, _WIDTHS[VALOR])
    styles.fit_height(sheet, number, ((content.value, _WIDTHS[VALOR]), (column.note, _WIDTHS[EXPLANATION])))
    raw = to_cell(column, value)
    shown = raw.number_format if isinstance(raw, RawCell) else ""
    content.number_format = shown or styles.number_format(column.kind)
    add_validation(sheet, column, f"B{number}")
    if column.required or column.expected:
        colour = styles.MISSING if column.required else styles.PENDING
        sheet.conditional_formatting.add(
            f"B{number}", styles.colour_rule(f'LEN(TRIM(B{number}&""))=0', colour)
        )
