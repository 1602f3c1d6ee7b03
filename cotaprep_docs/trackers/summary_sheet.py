"""What both summaries share: cells with formulas, laid out as a small report."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.data_sheet import LAST_ROW, write_header_cell
from cotaprep_docs.trackers.declarations import SheetSpec


def column_range(spec: SheetSpec, field: str, last: int = LAST_ROW) -> str:
    """Return the absolute range of a field's column in its own sheet, for formulas elsewhere."""
    letter = column_letter(spec, field)
    return f"'{spec.title}'!${letter}$2:${letter}${last}"


def nth_value(spec: SheetSpec, field: str, row: int) -> str:
    """Return an expression for the cell of a row, which deleting rows there never breaks."""
    letter = column_letter(spec, field)
    return f"INDEX('{spec.title}'!${letter}:${letter},{row})"


def column_letter(spec: SheetSpec, field: str) -> str:
    """Return the letter of a field's column as it is written."""
    return get_column_letter(1 + [column.field for column in spec.columns].index(field))


def write_title(sheet: Worksheet, title: str, note: str) -> None:
    """Write the summary's title and what it says."""
    sheet.cell(1, 1, title).font = Font(name=styles.FONT, size=16, bold=True, color=styles.REQUIRED_HEADER)
    sheet.cell(2, 1, note).font = styles.body_font()
    sheet.sheet_view.showGridLines = False


def write_headers(
    sheet: Worksheet, row: int, headers: Sequence[tuple[str, str, float]], first: int = 1
) -> None:
    """Write headers of title, note and width."""
    for index, (title, note, width) in enumerate(headers, start=first):
        write_header_cell(styles.cell_at(sheet, row, index), title, note, required=True)
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.row_dimensions[row].height = 46


def write_formulas(
    sheet: Worksheet, row: int, formulas: Sequence[str], formats: Sequence[str], first: int = 1
) -> None:
    """Write one row of formulas with their number formats."""
    for index, (formula, number_format) in enumerate(zip(formulas, formats, strict=True), start=first):
        cell = sheet.cell(row, index, formula)
        cell.number_format = number_format
        cell.font = styles.body_font()
        cell.border = styles.thin_border()
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
