"""Charts in a document: from their frame to a picture drawn from them, or to a table of their numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.ooxml.package import BadPackage
from cotaprep_docs.pdf.model.chart import Chart
from cotaprep_docs.pdf.model.content import Block, Cell, CellBorders, Paragraph, Picture, Row, Table, Text
from cotaprep_docs.pdf.model.style import Border, CharProps, ParaProps
from cotaprep_docs.pdf.problem_kinds import (
    CHART_AS_TABLE,
    CHART_SIMPLIFIED,
    CHART_UNREADABLE,
    CHART_WITHOUT_ALTERNATIVE,
)
from cotaprep_docs.pdf.reader.charts.chart import read_chart
from cotaprep_docs.pdf.reader.drawings import read_frame
from cotaprep_docs.pdf.reader.parts import Relation, Source
from cotaprep_docs.pdf.reader.values import R
from cotaprep_docs.records import unchecked

_C: Final = "{" + NAMESPACES["c"] + "}"
_WP: Final = "{" + NAMESPACES["wp"] + "}"
_KINDS: Final = {
    "bar": "de barras", "line": "de líneas", "area": "de áreas", "pie": "circular", "doughnut": "de anillo",
    "bar3DChart": "de barras en 3-D", "line3DChart": "de líneas en 3-D", "area3DChart": "de áreas en 3-D",
    "pie3DChart": "circular en 3-D", "scatterChart": "de dispersión", "radarChart": "radial",
    "stockChart": "de cotizaciones", "bubbleChart": "de burbujas", "surfaceChart": "de superficie",
    "surface3DChart": "de superficie en 3-D", "ofPieChart": "circular con subgráfica",
}  # fmt: skip
_HAIRLINE: Final = Border("single", 10, "808080")
_BORDERS: Final = CellBorders(_HAIRLINE, _HAIRLINE, _HAIRLINE, _HAIRLINE)
_MAX_ROWS: Final = 500


@unchecked(frozen=True, slots=True)
class NumbersTable:
    """The numbers of a chart that is not drawn."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    props: CharProps

    def blocks(self, next_tag: Callable[[], int]) -> list[Block]:
        """Return its title and its table; `next_tag` gives places in the structure."""
        bold = dataclasses.replace(self.props, bold=True)
        caption = Paragraph(
            ParaProps(keep_next=True, before=120, after=60), bold, (Text(self.title, bold),), tag=next_tag()
        )
        count = max(map(len, self.rows))
        rows = tuple(
            Row(
                tuple(self._cell(text, column, not number, next_tag()) for column, text in enumerate(row)),
                can_split=False,
                header=not number,
            )
            for number, row in enumerate(self.rows[:_MAX_ROWS])
        )
        table = Table(rows, (0,) * count, percent=5000, title=self.title, row_headers=True)
        return [caption, table, Paragraph(ParaProps(after=120), self.props, tag=next_tag())]

    def _cell(self, text: str, column: int, head: bool, tag: int) -> Cell:  # noqa: FBT001
        props = dataclasses.replace(self.props, bold=head or not column)
        paragraph = Paragraph(
            ParaProps(align="right" if column else "left", keep_next=head), props,
            (Text(text, props),) if text else (), tag=tag,
        )  # fmt: skip
        return Cell((paragraph,), column, borders=_BORDERS)


def read_chart_frame(
    drawing: etree._Element,
    element: etree._Element,
    source: Source,
    relations: Mapping[str, Relation],
    props: CharProps,
) -> Picture | NumbersTable | None:
    """Return a chart as a picture to draw, as a table where it cannot be drawn, or None without numbers."""
    frame = next(drawing.iterchildren(_WP + "inline", _WP + "anchor"), None)
    part = _part(element, source, relations)
    read = None if part is None else read_chart(part, source.palette, source.fonts, props)
    if read is None or frame is None:
        source.notices.add(CHART_UNREADABLE, title="")
        return None
    title = f" «{_one_line(read.title)}»" if read.title else ""
    for what in read.simplified:
        source.notices.add(CHART_SIMPLIFIED, title=title, what=what)
    alt = _alternative(frame)
    if read.chart is None:
        kind = _KINDS.get(read.numbers.kind, "")
        source.notices.add(CHART_AS_TABLE, form=kind or read.numbers.kind, title=title)
        name = _one_line(read.title) or alt or f"Gráfica {kind}".strip()
        return NumbersTable(name, read.numbers.rows, dataclasses.replace(props, bold=False, italic=False))
    if not alt:
        alt = describe(read.chart)
        source.notices.add(CHART_WITHOUT_ALTERNATIVE, description=alt)
    width, height, anchor = read_frame(frame, source, alt)
    return Picture("", width, height, props, alt, anchor, chart=read.chart)


def _part(
    element: etree._Element, source: Source, relations: Mapping[str, Relation]
) -> etree._Element | None:
    relation = relations.get(str(element.get(R + "id", "")))
    if relation is None or relation.external:
        return None
    try:
        return source.package.xml_or_none(relation.target)
    except BadPackage:
        return None


def _alternative(frame: etree._Element) -> str:
    properties = frame.find(_WP + "docPr")
    if properties is None:
        return ""
    return str(properties.get("descr", "") or properties.get("title", "")).strip()


def describe(chart: Chart) -> str:
    """Return what a chart shows, as far as its names say it: for who does not see it, better than nothing."""
    kinds = " y ".join(dict.fromkeys(_KINDS[plot.kind] for plot in chart.plots))
    title = f": {_one_line(chart.title.text)}" if chart.title else ""
    names = ", ".join(series.name for series in chart.series)
    last = f" a «{chart.categories[-1]}»" if len(chart.categories) > 1 else ""
    return f"Gráfica {kinds}{title}. Series: {names}. Categorías: de «{chart.categories[0]}»{last}."


def _one_line(text: str) -> str:
    return " ".join(text.split())
