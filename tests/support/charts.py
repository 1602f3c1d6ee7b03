"""Native Word charts from short calls: a chart part, and the drawing that shows it in a paragraph."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from cotaprep_docs.ooxml.names import NAMESPACES
from tests.support.docx_builder import Docx

_NS = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "c", "r"))
_CHART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "1F3A4D", "accent2": "B8860B",
    "accent3": "8FA3AD", "accent4": "7A1F2B", "accent5": "4F7F6B", "accent6": "5B7FA5", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
_FONT = '<a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
_LINES = "".join(
    f'<a:ln w="{w}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    for w in (6350, 12700, 19050)
)
_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
THEME = (
    f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Prueba"><a:themeElements><a:clrScheme name="Prueba">'
    + "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in _COLORS.items())
    + f'</a:clrScheme><a:fontScheme name="Prueba"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont>'
    f'</a:fontScheme><a:fmtScheme name="Prueba"><a:fillStyleLst>{_FILLS}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    "<a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3 + "</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
Values = Sequence[float | None]


def text_properties(size: int = 900, color: str = "404040", extra: str = "", body: str = "") -> str:
    """A ``c:txPr``."""
    return (
        f'<c:txPr><a:bodyPr{body}/><a:p><a:pPr><a:defRPr sz="{size}"{extra}><a:solidFill><a:srgbClr val="{color}"/>'
        "</a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>"
    )


def title(text: str, size: int = 1200, *, rotated: bool = False) -> str:
    """A ``c:title``."""
    body = ' rot="-5400000" vert="horz"' if rotated else ""
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr{body}/><a:p><a:pPr><a:defRPr sz="{size}" b="1"/></a:pPr>'
        f'<a:r><a:rPr lang="es-MX" sz="{size}" b="1"><a:solidFill><a:srgbClr val="262626"/></a:solidFill></a:rPr>'
        f'<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def fill(color: str) -> str:
    """A ``c:spPr`` filled with a colour: a name of the theme or six digits."""
    return f"<c:spPr>{_solid(color)}</c:spPr>"


def stroke(color: str, points: float = 2.25, dash: str = "") -> str:
    """A ``c:spPr`` with a line."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<c:spPr><a:ln w="{int(points * 12700)}">{_solid(color)}{dashes}<a:round/></a:ln></c:spPr>'


def _solid(color: str) -> str:
    kind = "srgbClr" if (len(color) == 6 and color.isupper()) or color.isdigit() else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{color}"/></a:solidFill>'


def series(
    index: int,
    name: str,
    categories: Sequence[str],
    values: Values,
    *,
    look: str = "",
    extra: str = "",
    form: str = "General",
    after: str = "",
) -> str:
    """A ``c:ser``: `look` is its ``c:spPr``, `extra` what comes before the data, `after` what follows."""
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(categories))
    numbers = "".join(
        f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values) if value is not None
    )
    column = "BCDEFGHIJ"[index]
    last = len(values) + 1
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Hoja1!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{look}{extra}<c:cat><c:strRef><c:f>Hoja1!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{len(categories)}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Hoja1!${column}$2:${column}${last}</c:f><c:numCache>"
        f'<c:formatCode>{escape(form)}</c:formatCode><c:ptCount val="{len(values)}"/>{numbers}</c:numCache></c:numRef></c:val>'
        f"{after}</c:ser>"
    )


def labels(*shown: str, position: str = "", form: str = "", props: str = "") -> str:
    """A ``c:dLbls``; `shown` are ``Val``, ``CatName``, ``SerName``, ``Percent``."""
    number = f'<c:numFmt formatCode={quoteattr(form)} sourceLinked="0"/>' if form else ""
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    switches = "".join(
        f'<c:show{name} val="{int(name in shown)}"/>'
        for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return f"<c:dLbls>{number}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{props}{place}{switches}</c:dLbls>"


def bar_plot(
    *all_series: str, direction: str = "col", grouping: str = "clustered", extra: str = "", axes: str = "12"
) -> str:
    """A ``c:barChart``."""
    overlap = '<c:overlap val="100"/>' if grouping != "clustered" else ""
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{"".join(all_series)}'
        f'{extra}<c:gapWidth val="80"/>{overlap}{_axis_ids(axes)}</c:barChart>'
    )


def line_plot(*all_series: str, extra: str = "", axes: str = "12") -> str:
    """A ``c:lineChart``."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(all_series)}{extra}<c:marker val="1"/>'
        f"{_axis_ids(axes)}</c:lineChart>"
    )


def area_plot(*all_series: str, grouping: str = "standard") -> str:
    """A ``c:areaChart``."""
    return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{"".join(all_series)}{_axis_ids("12")}</c:areaChart>'


def pie_plot(one_series: str, *, hole: int = 0) -> str:
    """A ``c:pieChart``, or a ``c:doughnutChart`` where it has a hole."""
    name, end = ("doughnutChart", f'<c:holeSize val="{hole}"/>') if hole else ("pieChart", "")
    return f'<c:{name}><c:varyColors val="1"/>{one_series}<c:firstSliceAng val="0"/>{end}</c:{name}>'


def _axis_ids(axes: str) -> str:
    return "".join(f'<c:axId val="{each}"/>' for each in axes)


def category_axis(
    *, number: str = "1", crosses: str = "2", heading: str = "", position: str = "b", scaling: str = "", hidden: bool = False,
    props: str | None = None,
) -> str:  # fmt: skip
    """A ``c:catAx``."""
    return (
        f'<c:catAx><c:axId val="{number}"/><c:scaling><c:orientation val="{scaling or "minMax"}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{position}"/>{heading}'
        '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>'
        f'{text_properties() if props is None else props}<c:crossAx val="{crosses}"/><c:crosses val="autoZero"/></c:catAx>'
    )


def value_axis(
    *, number: str = "2", crosses: str = "1", heading: str = "", form: str = "", ends: str = "", far: bool = False,
    position: str = "l", grid: bool = True,
) -> str:  # fmt: skip
    """A ``c:valAx``; `ends` are ``c:max``, ``c:min``."""
    number_format = f'<c:numFmt formatCode={quoteattr(form or "General")} sourceLinked="{int(not form)}"/>'
    lines = '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    return (
        f'<c:valAx><c:axId val="{number}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{position}"/>{lines if grid else ""}{heading}{number_format}<c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties()}<c:crossAx val="{crosses}"/><c:crosses val="{"max" if far else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def legend(position: str = "b") -> str:
    """A ``c:legend``."""
    return f'<c:legend><c:legendPos val="{position}"/><c:overlay val="0"/>{text_properties()}</c:legend>'


def chart(*inside: str, heading: str = "", names: str = "", external: bool = False) -> str:
    """A chart part: `inside` is what stands in the plot area."""
    data = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>' if external else ""
    return (
        f'<c:chartSpace {_NS}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>{heading}'
        f'<c:autoTitleDeleted val="{int(not heading)}"/><c:plotArea><c:layout/>{"".join(inside)}</c:plotArea>{names}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{data}</c:chartSpace>'
    )


def drawing(
    relation: str,
    *,
    alt: str = "Gráfica de prueba",
    width: int = 5486400,
    height: int = 2743200,
    name: str = "Gráfico 1",
    heading: str = "",
) -> str:
    """A paragraph with a chart in the line."""
    shown = f" title={quoteattr(heading)}" if heading else ""
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name={quoteattr(name)} descr={quoteattr(alt)}{shown}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{NAMESPACES["c"]}"><c:chart r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


@dataclasses.dataclass(frozen=True, slots=True)
class ChartDocx(Docx):
    """A document with chart parts by relationship id."""

    charts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    embedded: Mapping[str, bytes] = dataclasses.field(default_factory=dict)

    def parts(self) -> dict[str, bytes]:
        parts = Docx.parts(self)
        rels, types = "", ""
        for name, xml in self.charts.items():
            parts[f"word/charts/{name}.xml"] = xml.encode()
            rels += f'<Relationship Id="{name}" Type="{_CHART}" Target="charts/{name}.xml"/>'
            types += f'<Override PartName="/word/charts/{name}.xml" ContentType="{CHART_TYPE}"/>'
        parts["word/theme/theme1.xml"] = THEME.encode()
        rels += f'<Relationship Id="theme" Type="{_THEME}" Target="theme/theme1.xml"/>'
        types += (
            '<Override PartName="/word/theme/theme1.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        )
        _append(parts, "word/_rels/document.xml.rels", rels, "</Relationships>")
        _append(parts, "[Content_Types].xml", types, "</Types>")
        return parts


def _append(parts: dict[str, bytes], name: str, rows: str, end: str) -> None:
    parts[name] = parts[name].replace(end.encode(), rows.encode() + end.encode())


def document(
    *charts: str, alt: str = "Gráfica de prueba", width: int = 5486400, height: int = 2743200
) -> ChartDocx:
    """A document of a paragraph and a chart for each chart part."""
    named = {f"chart{number}": xml for number, xml in enumerate(charts, start=1)}
    body = "".join(
        f"<w:p><w:r><w:t>Párrafo {name}</w:t></w:r></w:p>{drawing(name, alt=alt, width=width, height=height)}"
        for name in named
    )
    return ChartDocx(body, title="Gráficas", charts=named)
