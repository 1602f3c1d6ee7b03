"""The sheet «Resumen» of `avances_prep.xlsx`: planned against real, drills, with native charts."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.sheets_avances import (
    AUDITORIA,
    AVANCE_MENSUAL,
    CENTROS,
    PERSONAL,
    RIESGOS,
    SIMULACROS_SHEET,
)
from cotaprep_docs.trackers.summary_sheet import (
    column_range,
    nth_value,
    write_formulas,
    write_headers,
    write_title,
)

_MONTH_HEADERS = (
    ("Mes", "Los meses que hay en Avance mensual.", 12.0),
    ("Planeado (%)", "Promedio de las etapas capturadas en el mes.", 13.0),
    ("Real (%)", "Promedio de las etapas con avance real capturado.", 13.0),
    ("Diferencia", "Real menos planeado, en puntos porcentuales.", 13.0),
    ("Personal requerido", "Suma de todos los roles.", 13.0),
    ("Personal contratado", "Suma de todos los roles.", 13.0),
    ("Personal capacitado", "Suma de todos los roles.", 13.0),
)
_DRILL_HEADERS = (
    ("Simulacro", "Clave, de la hoja Simulacros.", 12.0),
    ("Fecha", "Día del simulacro.", 13.0),
    ("Esperadas", "Actas esperadas.", 13.0),
    ("Digitalizadas (%)", "Sobre las esperadas.", 13.0),
    ("Capturadas (%)", "Sobre las esperadas.", 13.0),
    ("Contabilizadas (%)", "Sobre las esperadas.", 13.0),
)
_COUNT_HEADERS = (("Concepto", "Qué se cuenta.", 12.0), ("Total", "Cuántos hay.", 13.0))
_MONTH_FORMATS = (styles.MONTH_FORMAT, "0.0", "0.0", "0.0", "0", "0", "0")
_DRILL_FORMATS = ("@", "dd/mm/yyyy", "#,##0", "0.0000", "0.0000", "0.0000")
_MONTHS_FIRST = 5
_MIN_MONTHS = 8
_DRILLS = 5


def write_summary_avances(sheet: Worksheet, months: int) -> None:
    """Write the summary with room for the months there are."""
    write_title(sheet, "Resumen", "Se calcula solo con lo capturado en las demás hojas; no se escribe aquí.")
    write_headers(sheet, _MONTHS_FIRST - 1, _MONTH_HEADERS)
    months_last = _MONTHS_FIRST + max(_MIN_MONTHS, months) - 1
    for row in range(_MONTHS_FIRST, months_last + 1):
        write_formulas(sheet, row, _month_formulas(row), _MONTH_FORMATS)
    drills = months_last + 3
    write_headers(sheet, drills - 1, _DRILL_HEADERS)
    for row in range(drills, drills + _DRILLS):
        write_formulas(sheet, row, _drill_formulas(row, row - drills + 2), _DRILL_FORMATS)
    _write_counts(sheet, drills + _DRILLS + 2)
    below = f"D{_MONTHS_FIRST}"
    sheet.conditional_formatting.add(
        f"{below}:D{months_last}", styles.colour_rule(f"AND(ISNUMBER({below}),{below}<0)", styles.MISSING)
    )
    _add_chart(sheet, "Avance planeado y real (%)", (_MONTHS_FIRST - 1, months_last), (2, 3), "I4")
    _add_chart(
        sheet, "Actas por simulacro (% de las esperadas)", (drills - 1, drills + _DRILLS - 1), (4, 6), "I21"
    )
    styles.set_up_page(sheet, title_rows="1:2")


def _month_formulas(row: int) -> list[str]:
    months = column_range(AVANCE_MENSUAL, "mes")
    month = f"$A{row}"
    if row == _MONTHS_FIRST:
        first = f'=IF(COUNT({months})=0,"",MIN({months})-DAY(MIN({months}))+1)'
    else:
        above = f"$A{row - 1}"
        first = f'=IF({above}="","",IF(EDATE({above},1)>MAX({months}),"",EDATE({above},1)))'
    within = f'">="&{month},{{dates}},"<"&EDATE({month},1)'
    plan, real = (_average(column_range(AVANCE_MENSUAL, f), months, within) for f in ("planeado", "real"))
    staff = [_staff(field, within) for field in ("requeridas", "contratadas", "capacitadas")]
    difference = f'IF(OR(B{row}="",C{row}=""),"",C{row}-B{row})'
    return [first, *(f'=IF({month}="","",{body})' for body in (plan, real, difference, *staff))]


def _average(values: str, months: str, within: str) -> str:
    return f'IFERROR(AVERAGEIFS({values},{months},{within.format(dates=months)}),"")'


def _staff(field: str, within: str) -> str:
    months = column_range(PERSONAL, "mes")
    return f"SUMIFS({column_range(PERSONAL, field)},{months},{within.format(dates=months)})"


def _drill_formulas(row: int, source: int) -> list[str]:
    value = {
        field: nth_value(SIMULACROS_SHEET, field, source)
        for field in ("clave", "fecha", "esperadas", "digitalizadas", "capturadas", "contabilizadas")
    }
    shown = [f'=IF({value["clave"]}="","",{value["clave"]}&"")']
    for field in ("fecha", "esperadas"):
        shown.append(f'=IF(OR($A{row}="",{value[field]}=""),"",{value[field]})')
    for field in ("digitalizadas", "capturadas", "contabilizadas"):
        blank = f'OR($A{row}="",{value[field]}="",N($C{row})=0)'
        shown.append(f'=IF({blank},"",100*{value[field]}/$C{row})')
    return shown


def _write_counts(sheet: Worksheet, row: int) -> None:
    write_headers(sheet, row - 1, _COUNT_HEADERS)
    counts = (
        ("CATD", f'=COUNTIF({column_range(CENTROS, "tipo")},"CATD")'),
        ("CCV", f'=COUNTIF({column_range(CENTROS, "tipo")},"CCV")'),
        ("Habilitados", f'=COUNTIF({column_range(CENTROS, "estado")},"Habilitado")'),
        (
            "Hallazgos por atender",
            f'=COUNTIF({column_range(AUDITORIA, "clave")},"?*")'
            f'-COUNTIF({column_range(AUDITORIA, "estado")},"Atendido")',
        ),
        (
            "Riesgos de impacto alto",
            f'=COUNTIF({column_range(RIESGOS, "impacto")},"Alta")',
        ),
    )
    for offset, (title, formula) in enumerate(counts):
        write_formulas(sheet, row + offset, (title, formula), ("@", "0"))
        styles.fit_height(sheet, row + offset, [(title, _COUNT_HEADERS[0][2])])


def _add_chart(
    sheet: Worksheet, title: str, rows: tuple[int, int], columns: tuple[int, int], anchor: str
) -> None:
    chart = BarChart()
    chart.type = "col"
    chart.title = title
    chart.height, chart.width = 8.5, 17
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = 100
    # Without these two, Excel hides the axes of charts that openpyxl wrote.
    chart.x_axis.delete = False
    chart.y_axis.delete = False
    chart.y_axis.number_format = "0"
    chart.legend.position = "b"
    first, last = rows
    data = Reference(sheet, min_col=columns[0], max_col=columns[1], min_row=first, max_row=last)
    chart.add_data(data, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=first + 1, max_row=last))
    for series, colour in zip(chart.series, (styles.OPTIONAL_HEADER, "2E8B57", "C98A1B"), strict=False):
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = colour
    sheet.add_chart(chart, anchor)
