"""How the workbooks look: colours with a meaning, formats per kind of column."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers.declarations import Kind

FONT = "Calibri"
INK = "1F3347"
REQUIRED_HEADER = "1F4E79"
OPTIONAL_HEADER = "5B7C99"
MISSING = "F8CBAD"
PENDING = "FFF2CC"
REPEATED = "E4A0F7"
SAMPLE_INK = "8A5A00"
OK_FILL = "D5EBD1"
RULE = "C9D3DC"

MONTH_FORMAT = "[$-80A]mmm\\-yyyy"
NUMBER_FORMATS = {
    Kind.DATE: "dd/mm/yyyy",
    Kind.MONTH: MONTH_FORMAT,
    Kind.TIME: "hh:mm",
    Kind.INT: "0",
    Kind.PERCENT: "General",
}
TEXT_FORMAT = "@"
CENTRED_KINDS = frozenset(
    {Kind.SESION, Kind.PUNTO, Kind.DATE, Kind.MONTH, Kind.TIME, Kind.INT, Kind.PERCENT, Kind.YES_NO}
)
_CENTRED_WIDTH = 14
_LETTER = 1
_MAX_HEIGHT = 409.0


def number_format(kind: Kind) -> str:
    """Return the format of a column's cells; text where Excel must not turn «4.1» or «3/2024» into a date."""
    return NUMBER_FORMATS.get(kind, TEXT_FORMAT)


@functools.cache
def solid(colour: str) -> PatternFill:
    """Return a plain fill."""
    return PatternFill("solid", start_color=colour, end_color=colour)


@functools.cache
def header_font(size: int = 10) -> Font:
    """Return the font of header cells."""
    return Font(name=FONT, size=size, bold=True, color="FFFFFF")


@functools.cache
def body_font(*, bold: bool = False, size: int = 10, colour: str = INK) -> Font:
    """Return the font of other cells."""
    return Font(name=FONT, size=size, bold=bold, color=colour)


@functools.cache
def body_alignment(kind: Kind, width: float) -> Alignment:
    """Return how a column's cells are set: all wrap; short facts are centred."""
    horizontal = "center" if kind in CENTRED_KINDS or width < _CENTRED_WIDTH else "left"
    return Alignment(horizontal=horizontal, vertical="top", wrap_text=True)


@functools.cache
def thin_border() -> Border:
    """Return the hairline around cells, which also shows where table styles do not (LibreOffice)."""
    side = Side(style="thin", color=RULE)
    return Border(left=side, right=side, top=side, bottom=side)


def colour_rule(formula: str, colour: str) -> Rule:
    """Return a conditional format that fills cells."""
    return _rule(formula, DifferentialStyle(fill=PatternFill(bgColor=colour, fill_type="solid")))


def sample_rule(formula: str) -> Rule:
    """Return the conditional format of sample rows."""
    return _rule(formula, DifferentialStyle(font=Font(italic=True, color=SAMPLE_INK)))


def set_up_page(sheet: Worksheet, *, pages_wide: int = 1, title_rows: str = "1:1") -> None:
    """Set a sheet to print: Letter, landscape, to width, headers repeated, pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _LETTER
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.6, header=0.3, footer=0.3)
    sheet.print_title_rows = title_rows
    _set_edges(sheet)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet that we write; we never merge any."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{sheet.title}!{cell.coordinate} is merged")
    return cell


def fit_height(sheet: Worksheet, row: int, texts: Iterable[tuple[object, float]]) -> None:
    """Set a row's height to its wrapped texts, given with the widths of their columns.

    Excel would do it by itself on opening; LibreOffice keeps what the file says.
    """
    lines = 1
    for text, width in texts:
        if isinstance(text, str):
            lines = max(lines, sum(1 + int(len(part) * 1.12 / width) for part in text.split("\n")))
    sheet.row_dimensions[row].height = min(_MAX_HEIGHT, 3 + 13.0 * lines)


def _set_edges(sheet: Worksheet) -> None:
    header, footer = sheet.oddHeader, sheet.oddFooter
    if header is None or footer is None:
        return
    for part, text in ((header.left, "&F"), (header.right, "&A"), (footer.center, "Página &P de &N")):
        if part is not None:
            part.text = text


def _rule(formula: str, look: DifferentialStyle) -> Rule:
    return Rule(type="expression", dxf=look, formula=[formula])
