"""A chart part to the model of a chart, or to a table of its numbers where it cannot be drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.number_formats import format_number
from cotaprep_docs.pdf.model.chart import NO_PAINT, Axis, Chart
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.charts import data
from cotaprep_docs.pdf.reader.charts.axes import has_turn, read_axis, read_legend, read_place, read_title
from cotaprep_docs.pdf.reader.charts.series import DRAWN, SeriesReader
from cotaprep_docs.pdf.reader.charts.style import Styler
from cotaprep_docs.pdf.reader.charts.values import C, switch, value
from cotaprep_docs.pdf.reader.colors import Palette
from cotaprep_docs.pdf.reader.values import local
from cotaprep_docs.records import unchecked

_AXES: Final = (C + "catAx", C + "dateAx", C + "valAx", C + "serAx")
_UPRIGHT: Final = -90.0


@unchecked(frozen=True, slots=True)
class Numbers:
    """The numbers of a chart as a table: a row of names, then one for each category."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


@unchecked(frozen=True, slots=True)
class ChartRead:
    """What a chart part gave.

    Attributes:
        chart: the chart, or None where it is of a kind that is not drawn.
        numbers: what it shows, as a table.
        title: its title.
        simplified: what is drawn plainer than it is, in words.
    """

    chart: Chart | None
    numbers: Numbers
    title: str
    simplified: tuple[str, ...]


def read_chart(
    root: etree._Element, palette: Palette, fonts: Mapping[str, str], props: CharProps
) -> ChartRead | None:
    """Return a chart part as read, or None where it holds no numbers."""
    chart = root.find(C + "chart")
    area = None if chart is None else chart.find(C + "plotArea")
    if chart is None or area is None:
        return None
    plots = [child for child in area.iterchildren(C + "*") if local(child).endswith("Chart")]
    all_series = [series for plot in plots for series in plot.iterchildren(C + "ser")]
    categories = data.categories(all_series)
    styler = Styler(palette, fonts)
    base = styler.base(root, props)
    names = [data.series_name(series) for series in all_series]
    title = read_title(chart, styler, base, names[0] if len(names) == 1 else "")
    rows = _rows(all_series, categories)
    if len(rows) < 2:
        return None
    numbers = Numbers(local(plots[0]), rows)
    drawn = None
    if all(local(plot) in DRAWN for plot in plots):
        drawn = _chart(root, chart, area, styler, SeriesReader(styler, base, len(categories)))
        drawn = dataclasses.replace(drawn, categories=categories, title=title)
    else:
        numbers = Numbers(next(local(plot) for plot in plots if local(plot) not in DRAWN), rows)
    return ChartRead(drawn, numbers, title.text if title else "", tuple(styler.simplified))


def _rows(all_series: list[etree._Element], categories: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    columns = [data.numbers(series, len(categories)) for series in all_series]
    if not any(number is not None for column in columns for number in column):
        return ()
    forms = [data.values_format(series) for series in all_series]
    head = ("", *(data.series_name(series) for series in all_series))
    body = (
        (
            name,
            *(
                "" if (number := column[row]) is None else format_number(number, form)
                for column, form in zip(columns, forms, strict=True)
            ),
        )
        for row, name in enumerate(categories)
    )
    return (head, *body)


def _chart(
    root: etree._Element,
    chart: etree._Element,
    area: etree._Element,
    styler: Styler,
    reader: SeriesReader,
) -> Chart:
    axes = {value(axis, "axId"): axis for axis in area.iterchildren(*_AXES)}
    elements = [child for child in area.iterchildren(C + "*") if local(child) in DRAWN]
    pairs = [_axes_of(element, axes) for element in elements]
    first_category, first_value = next((pair for pair in pairs if pair != (None, None)), (None, None))
    second = next((pair[1] for pair in pairs if pair[1] is not None and pair[1] is not first_value), None)
    plots = tuple(
        reader.plot(element, DRAWN[local(element)], secondary=second is not None and pair[1] is second)
        for element, pair in zip(elements, pairs, strict=True)
    )
    category_axis = _axis(first_category, styler, reader.props, upright=any(p.horizontal for p in plots))
    value_axis = _axis(
        first_value, styler, reader.props, values=True, upright=not any(p.horizontal for p in plots)
    )
    return Chart(
        plots,
        (),
        dataclasses.replace(category_axis, between=value_axis.between or any(p.kind == "bar" for p in plots)),
        value_axis,
        None if second is None else _axis(second, styler, reader.props, values=True, upright=True),
        None,
        read_legend(chart, styler, reader.props),
        styler.paint(root, NO_PAINT),
        styler.paint(area, NO_PAINT),
        read_place(area),
        value(chart, "dispBlanksAs", "gap") if not switch(chart, "showNa") else "gap",
    )


def _axes_of(
    plot: etree._Element, axes: Mapping[str, etree._Element]
) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the axis of categories and that of values of a plot."""
    found = [axes[str(each.get("val"))] for each in plot.findall(C + "axId") if each.get("val") in axes]
    category = next((axis for axis in found if local(axis) in {"catAx", "dateAx"}), None)
    return category, next((axis for axis in found if local(axis) == "valAx"), None)


def _axis(
    element: etree._Element | None, styler: Styler, base: CharProps, *, upright: bool, values: bool = False
) -> Axis:
    if element is None:
        return Axis(hidden=True, props=base)
    axis = read_axis(element, styler, base, values=values)
    if axis.title is not None and upright and not has_turn(element):
        return dataclasses.replace(axis, title=dataclasses.replace(axis.title, turn=_UPRIGHT))
    return axis
