"""A report as committees write them, to measure with: headings, prose, lists, tables, native charts.

The sections repeat until the report is as long as wanted; `build(sections)` returns the DOCX.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

SECTIONS = 5
"""As many as give a report of twelve pages."""

_FONT = "Cambria"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_PROSE = (
    "Durante el periodo que se informa, el Comité Técnico Asesor dio seguimiento a la implementación y "
    "operación del Programa de Resultados Electorales Preliminares, revisó los avances de los "
    "entregables y emitió las recomendaciones que se detallan en este apartado, con base en la "
    "documentación que puso a su disposición la instancia interna responsable.",
    "En cuanto a la infraestructura tecnológica, se verificó la instalación de los Centros de Acopio y "
    "Transmisión de Datos y de los Centros de Captura y Verificación, así como la continuidad del "
    "suministro eléctrico y de los enlaces de comunicación; las observaciones se entregaron por escrito "
    "y su atención se reporta en la tabla.",
    "Las personas integrantes del Comité asistieron a las reuniones de trabajo y a las sesiones "
    "ordinarias; los acuerdos se tomaron por unanimidad de votos, salvo los que se señalan, y se "
    "notificaron en tiempo y forma.",
)
_ITEMS = (
    "Revisión del Proceso Técnico Operativo y de sus modificaciones.",
    "Seguimiento a la auditoría del sistema informático y a las pruebas de negación de servicio.",
    "Ejecución de los simulacros y análisis de las incidencias que se registraron en ellos.",
    "Difusión de los resultados preliminares y respaldo de las bases de datos.",
)
_KINDS = ("barChart", "lineChart", "pieChart")


def build(sections: int = SECTIONS, *, charts: bool = True) -> bytes:
    """Return the report; without charts there is a second table in the place of each."""
    document = Document()
    _styles(document)
    document.add_heading("Informe de actividades del Comité Técnico Asesor", 0)
    for number in range(1, sections + 1):
        _section(document, number, charts=charts)
    document.core_properties.title = "Informe de actividades"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _styles(document: DocumentObject) -> None:
    for name, size in (("Normal", 11), ("Heading 1", 15), ("Heading 2", 12), ("Title", 20)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), _FONT)
    part = document.sections[0]
    part.page_width, part.page_height = Cm(21.59), Cm(27.94)
    footer = part.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Página ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    field.append(parse_xml(f'<w:r xmlns:w="{qn("w:r")[1:].partition("}")[0]}"><w:t>1</w:t></w:r>'))
    footer._p.append(field)  # noqa: SLF001 - python-docx has no fields
    part.header.paragraphs[0].text = "Instituto Electoral · Comité Técnico Asesor del PREP"


def _section(document: DocumentObject, number: int, *, charts: bool) -> None:
    document.add_heading(f"{number}. Actividades del periodo {number}", 1)
    for text in _PROSE:
        _paragraph(document, text)
    for text in _ITEMS:
        document.add_paragraph(text, style="List Number")
    document.add_heading(f"{number}.1 Avance de los entregables", 2)
    _paragraph(document, _PROSE[number % len(_PROSE)])
    _deliverables(document, number, 14)
    document.add_heading(f"{number}.2 Actas capturadas por hora", 2)
    _paragraph(document, _PROSE[(number + 1) % len(_PROSE)])
    if charts:
        _chart(document, number)
    else:
        _deliverables(document, number, 9)
    for text in _PROSE:
        _paragraph(document, text)


def _paragraph(document: DocumentObject, text: str) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_after = Pt(8)


def _deliverables(document: DocumentObject, number: int, rows: int) -> None:
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    table.autofit = False
    _row(table, 0, ("Núm.", "Entregable", "Responsable", "Avance"), bold=True)
    for index in range(1, rows + 1):
        table.add_row()
        name = f"Entregable {number}.{index} del Proceso Técnico Operativo"
        _row(table, index, (str(index), name, "Instancia interna", f"{(index * 7 + number) % 101} %"))
    for column, width in zip(table.columns, (Cm(1.5), Cm(7), Cm(4), Cm(2)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    document.add_paragraph()


def _row(table: Table, index: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(table.rows[index].cells, texts, strict=True):
        cell.paragraphs[0].add_run(text).bold = bold


def _chart(document: DocumentObject, number: int) -> None:
    kind = _KINDS[number % len(_KINDS)]
    part = Part(
        PackURI(f"/word/charts/chart{number}.xml"),
        _CHART_TYPE,
        _chart_xml(kind, number).encode(),
        document.part.package,
    )
    relation = document.part.relate_to(part, _CHART_RELATION)
    run = document.add_paragraph().add_run()
    run._r.append(parse_xml(_inline_xml(relation, number)))  # noqa: SLF001


def _inline_xml(relation: str, number: int) -> str:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        f'<w:drawing xmlns:w="{w}" xmlns:wp="{wp}"><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="5400000" cy="3600000"/><wp:docPr id="{number}" name="Gráfica {number}"'
        f' descr="Actas capturadas por hora en el periodo {number}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" xmlns:r="{r}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _chart_xml(kind: str, number: int) -> str:
    names = [f"{hour}:00" for hour in range(18, 24)]
    series = "".join(
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{_strings("B", [label])}</c:tx>'
        f"<c:cat>{_strings('A', names)}</c:cat><c:val>{_numbers(index, number)}</c:val></c:ser>"
        for index, label in enumerate(("Capturadas", "Publicadas")[: 1 if kind == "pieChart" else 2])
    )
    lead, axes = _plot(kind)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="{_CHART}" '
        f'xmlns:a="{_DRAWING}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"<c:{kind}>{lead}{series}{'' if kind == 'pieChart' else _AXIS_IDS}</c:{kind}>{axes}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


_AXIS_IDS = '<c:axId val="1"/><c:axId val="2"/>'
_AXES = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling>'
    '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/>'
    '<c:crossAx val="1"/></c:valAx>'
)


def _plot(kind: str) -> tuple[str, str]:
    if kind == "pieChart":
        return '<c:varyColors val="1"/>', ""
    if kind == "barChart":
        lead = '<c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        return lead, _AXES
    return '<c:grouping val="standard"/><c:varyColors val="0"/>', _AXES


def _strings(column: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{text}</c:v></c:pt>' for i, text in enumerate(texts))
    cells = f"Hoja1!${column}$2:${column}${len(texts) + 1}"
    return (
        f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>'
        f"{points}</c:strCache></c:strRef>"
    )


def _numbers(index: int, number: int) -> str:
    values = [(hour * 37 + index * 11 + number * 5) % 90 + 10 for hour in range(6)]
    points = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values))
    return (
        "<c:numRef><c:f>Hoja1!$B$2:$B$7</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="6"/>{points}</c:numCache></c:numRef>'
    )
