"""The numbers of a chart and the least workbook that holds them (ECMA-376 Part 1, 18.2 and 18.3)."""

from __future__ import annotations

import decimal
import html
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.records import record

SHEET: Final = "Datos"
TYPE_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DIGITS: Final = 15
_FIRST_FORMAT: Final = 164  # those below are the program's own
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@record(frozen=True, slots=True)
class ChartSeries:
    """A series: its name, a value or None for each category, its number format."""

    name: str
    values: tuple[Decimal | None, ...]
    number_format: str = "General"


@record(frozen=True, slots=True)
class ChartData:
    """What a chart shows, apart from its looks."""

    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]


def column(number: int) -> str:
    """Return the letters of a column, 1 for the first."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_text(value: Decimal) -> str:
    """Return a number as files of spreadsheets hold it: fifteen digits are all they know."""
    with decimal.localcontext() as context:
        context.prec = _DIGITS
        return f"{+value:f}"


def chart_workbook(data: ChartData) -> bytes:
    """Return the workbook of a chart: categories in the first column, a series in each other one."""
    forms = list(dict.fromkeys(series.number_format for series in data.series))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": _sheet(data, forms),
        "xl/styles.xml": _styles(forms),
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def _content_types() -> str:
    overrides = (
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    )
    rows = "".join(
        f'<Override PartName="{part}" ContentType="{_SPREADSHEET}.{kind}+xml"/>' for part, kind in overrides
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rows}</Relationships>"
    )


def _sheet(data: ChartData, forms: Sequence[str]) -> str:
    rows = [[_text(1, 1, ""), *(_text(n, 1, s.name) for n, s in enumerate(data.series, start=2))]]
    for index, category in enumerate(data.categories):
        row = index + 2
        cells = [_text(1, row, category)]
        for number, series in enumerate(data.series, start=2):
            value = series.values[index]
            if value is not None:
                style = forms.index(series.number_format) + 1
                cells.append(f'<c r="{column(number)}{row}" s="{style}"><v>{number_text(value)}</v></c>')
        rows.append(cells)
    written = "".join(f'<row r="{number}">{"".join(row)}</row>' for number, row in enumerate(rows, start=1))
    last = f"{column(len(data.series) + 1)}{len(rows)}"
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        '<sheetFormatPr defaultRowHeight="15"/>'
        f'<cols><col min="1" max="{len(data.series) + 1}" width="22" customWidth="1"/></cols>'
        f"<sheetData>{written}</sheetData></worksheet>"
    )


def _text(number: int, row: int, text: str) -> str:
    if not text:
        return ""
    place = f"{column(number)}{row}"
    said = html.escape(text, quote=False)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _styles(forms: Sequence[str]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{_FIRST_FORMAT + number}" formatCode={_quoted(form)}/>'
        for number, form in enumerate(forms)
    )
    cells = "".join(
        f'<xf numFmtId="{_FIRST_FORMAT + number}" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/>'
        for number, _ in enumerate(forms)
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(forms)}">{codes}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(forms) + 1}">{plain}{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _quoted(text: str) -> str:
    """Return the value of an attribute with its quotes, those that it does not have itself where that can be.

    As `xml.sax.saxutils.quoteattr` does, but to import that is to load the libraries of the network.
    """
    safe = html.escape(text, quote=False)
    if '"' not in safe:
        return f'"{safe}"'
    return f"'{safe}'" if "'" not in safe else f'"{safe.replace(chr(34), "&quot;")}"'
