"""The first sheet of a workbook: how to fill it, in plain Spanish."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.declarations import WorkbookSpec
from cotaprep_docs.trackers.workbooks import RESUMEN

_STEPS = (
    ("Cómo se llena", ""),
    ("1", "Cada hoja es una tabla: un renglón por dato. Para agregar, escriba en el primer renglón vacío; la "
          "tabla crece sola."),
    ("2", "Ponga el cursor sobre un encabezado y leerá qué va en esa columna. Donde hay una flecha, elija "
          "de la lista."),
    ("3", "Fechas: dd/mm/aaaa (30/01/2024). Horas: hh:mm, de 00:00 a 23:59. Porcentajes: de 0 a 100."),
    ("4", "Alt+Entrar separa párrafos dentro de una celda."),
    ("5", "Guarde y cierre el libro antes de generar documentos."),
    ("Las claves", ""),
    ("•", "Las personas, sesiones y puntos se escriben siempre por su clave, nunca por su nombre. La clave "
          "se pone una vez (en Integrantes, Calendario…) y se usa igual en las demás hojas."),
    ("•", "1, 01 y 1.0 son la misma sesión; R-1 y r1, también. Mayúsculas y acentos no importan."),
    ("•", "No reutilice la clave de alguien que ya no está: escriba la fecha en «Hasta»."),
    ("Los renglones de muestra", ""),
    ("•", "«Sí» en la columna Muestra marca un renglón de ejemplo. El documento que lo use dirá EJEMPLO en "
          "cada página y no podrá hacerse definitivo. Al capturar el dato verdadero, bórrela."),
    ("Los colores", ""),
    ("missing", "Falta un dato obligatorio."),
    ("pending", "Dato que se espera; puede quedar en blanco hasta que se tenga."),
    ("repeated", "Clave repetida."),
    ("Lo que no se toca", ""),
    ("•", "Los encabezados y los nombres de las hojas. Sí puede cambiar el orden y ancho de las columnas, "
          "filtrar, ordenar, y agregar columnas suyas (el programa no las lee, y lo dice)."),
    ("•", "La hoja Resumen se calcula sola y el programa no la lee. La hoja Listas está oculta: de ella "
          "salen las listas desplegables."),
    ("•", "No combine celdas: un dato, una celda."),
)  # fmt: skip
_VOTES = (
    "En Votaciones hay una columna por persona con voto, encabezada con su clave. Si entra alguien nuevo, "
    "agregue una columna con su clave como encabezado."
)
_TEXT_WIDTH = 112.0
_SWATCHES = {"missing": styles.MISSING, "pending": styles.PENDING, "repeated": styles.REPEATED}


def write_readme(sheet: Worksheet, spec: WorkbookSpec) -> None:
    """Write the sheet that explains the workbook."""
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = _TEXT_WIDTH
    sheet.sheet_view.showGridLines = False
    title = sheet.cell(1, 1, spec.title)
    title.font = Font(name=styles.FONT, size=18, bold=True, color=styles.REQUIRED_HEADER)
    sheet.cell(2, 1, spec.note).font = styles.body_font(size=11)
    row = 4
    steps = list(_STEPS)
    if any(column.field == "votos" for own in spec.sheets for column in own.columns):
        steps.insert(10, ("•", _VOTES))
    for mark, text in steps:
        _write_step(sheet, row, mark, text)
        row += 1
    _write_index(sheet, row, spec)
    styles.set_up_page(sheet, title_rows="1:2")
    sheet.print_title_rows = None
    sheet.page_setup.orientation = "portrait"


def _write_step(sheet: Worksheet, row: int, mark: str, text: str) -> None:
    left, right = sheet.cell(row, 1), sheet.cell(row, 2, text)
    if not text:
        left.value = mark
        left.font = Font(name=styles.FONT, size=13, bold=True, color=styles.REQUIRED_HEADER)
        return
    if mark in _SWATCHES:
        left.fill = styles.solid(_SWATCHES[mark])
        left.border = styles.thin_border()
    else:
        left.value = mark
    left.alignment = Alignment(horizontal="right", vertical="top")
    left.font = right.font = styles.body_font(size=11)
    right.alignment = Alignment(wrap_text=True, vertical="top")
    styles.fit_height(sheet, row, [(text, _TEXT_WIDTH / 1.1)])


def _write_index(sheet: Worksheet, row: int, spec: WorkbookSpec) -> None:
    heading = sheet.cell(row, 1, "Las hojas")
    heading.font = Font(name=styles.FONT, size=13, bold=True, color=styles.REQUIRED_HEADER)
    entries = [(own.title, own.note) for own in spec.sheets]
    entries.append((RESUMEN, "Cuentas y gráficas que se calculan solas. No se escribe en ella."))
    for offset, (name, note) in enumerate(entries, start=1):
        link = sheet.cell(row + offset, 1, name)
        _link(link, name)
        text = sheet.cell(row + offset, 2, note)
        text.font = styles.body_font(size=11)
        text.alignment = Alignment(wrap_text=True, vertical="top")


def _link(cell: Cell, sheet_name: str) -> None:
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet_name}'!A1")
    cell.font = Font(name=styles.FONT, size=11, color="0563C1", underline="single")
    cell.alignment = Alignment(vertical="top")
