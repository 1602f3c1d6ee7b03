"""A chart with every style resolved: what it shows and how, before anybody knows where on the page."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal

from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked


@unchecked(frozen=True, slots=True)
class Stroke:
    """A line: colour (empty draws none), width in twips, kind of dash as in ``a:prstDash``."""

    color: str = ""
    width: float = 15.0
    dash: str = "solid"


NO_STROKE = Stroke()


@unchecked(frozen=True, slots=True)
class Paint:
    """How an area is filled (empty: not at all) and bounded."""

    fill: str = ""
    stroke: Stroke = NO_STROKE


NO_PAINT = Paint()
PLAIN = CharProps()


@unchecked(frozen=True, slots=True)
class Marker:
    """The sign at each point of a line: its shape, side in points, and paint."""

    symbol: str = "none"
    size: float = 5.0
    paint: Paint = NO_PAINT


NO_MARKER = Marker()


@unchecked(frozen=True, slots=True)
class Place:
    """A rectangle set by hand, as fractions of the chart; None where it is found by the layout."""

    x: float | None = None
    y: float | None = None
    width: float | None = None
    height: float | None = None
    inner: bool = False


@unchecked(frozen=True, slots=True)
class Caption:
    """A title: its lines, their formatting, its turn in degrees clockwise, whether it takes no room."""

    text: str
    props: CharProps
    turn: float = 0.0
    overlay: bool = False
    place: Place | None = None


@unchecked(frozen=True, slots=True)
class Labels:
    """What stands beside each point.

    Attributes:
        value: show the value.
        category: show the name of the category.
        series: show the name of the series.
        percent: show the share of the whole, in pies.
        position: ``outEnd``, ``ctr``, ``t``…; empty for the usual one.
        number_format: of the value; empty for that of the source.
        separator: between what is shown.
        props: formatting.
        paint: of the box behind it.
        hidden: indexes of points without one.
    """

    value: bool
    category: bool
    series: bool
    percent: bool
    position: str
    number_format: str
    separator: str
    props: CharProps
    paint: Paint = NO_PAINT
    hidden: frozenset[int] = frozenset()


@unchecked(frozen=True, slots=True)
class Series:
    """One series: a value for each category, None where there is none."""

    name: str
    values: tuple[float | None, ...]
    paint: Paint
    marker: Marker = NO_MARKER
    points: Mapping[int, Paint] = dataclasses.field(default_factory=dict)
    labels: Labels | None = None
    smooth: bool = False
    number_format: str = "General"
    index: int = 0


@unchecked(frozen=True, slots=True)
class Plot:
    """Series drawn alike on the same axes.

    Attributes:
        kind: ``bar``, ``line``, ``area``, ``pie`` or ``doughnut``.
        series: what it shows.
        grouping: ``clustered``, ``standard``, ``stacked`` or ``percentStacked``.
        horizontal: bars lie.
        gap: room between groups of bars, in percent of a bar.
        overlap: of the bars of a group, in percent of a bar.
        secondary: it belongs to the second pair of axes.
        first_angle: where the first slice begins, in degrees clockwise from the top.
        hole: of a doughnut, in percent of its diameter.
        by_point: each point has its own colour and entry in the legend.
    """

    kind: Literal["bar", "line", "area", "pie", "doughnut"]
    series: tuple[Series, ...]
    grouping: str = "standard"
    horizontal: bool = False
    gap: int = 150
    overlap: int = 0
    secondary: bool = False
    first_angle: float = 0.0
    hole: int = 50
    by_point: bool = False

    @property
    def stacked(self) -> bool:
        """Whether values add up."""
        return self.grouping in {"stacked", "percentStacked"}


@unchecked(frozen=True, slots=True)
class Axis:
    """An axis of categories or values.

    Attributes:
        hidden: only its scale counts.
        reverse: from the far end to the near one.
        minimum: set by hand, or None.
        maximum: set by hand, or None.
        major: distance of its marks set by hand, or None.
        grid: lines across the plot at its marks.
        minor_grid: fainter lines between them; how many intervals there are is found by the layout.
        line: the axis itself.
        ticks: ``out``, ``in``, ``cross`` or ``none``.
        labels: ``nextTo``, ``low``, ``high`` or ``none``.
        number_format: of its labels; empty for that of the values.
        props: formatting of its labels.
        turn: of its labels, in degrees clockwise; None where the layout decides.
        title: what it measures.
        far: it stands at the end of the other axis, not at its beginning.
        between: categories have a width of their own instead of being points.
        skip: only each so manieth label is shown; 0 where the layout decides.
    """

    hidden: bool = False
    reverse: bool = False
    minimum: float | None = None
    maximum: float | None = None
    major: float | None = None
    grid: Stroke = NO_STROKE
    line: Stroke = NO_STROKE
    ticks: str = "out"
    labels: str = "nextTo"
    number_format: str = ""
    props: CharProps = PLAIN
    turn: float | None = None
    title: Caption | None = None
    far: bool = False
    between: bool = True
    skip: int = 0


@unchecked(frozen=True, slots=True)
class Legend:
    """Where the names of the series stand: ``r``, ``l``, ``t``, ``b`` or ``tr``."""

    position: str
    props: CharProps
    overlay: bool = False
    hidden: frozenset[int] = frozenset()
    place: Place | None = None
    paint: Paint = NO_PAINT


@unchecked(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        plots: in the order of drawing.
        categories: names of the categories.
        category_axis: of the categories.
        value_axis: of the values.
        second_axis: of the values of secondary plots.
        title: above it.
        legend: names of the series.
        paint: of the whole.
        plot_paint: of the room where the values are.
        plot_place: that room set by hand.
        blanks: what a missing value is in a line: ``gap``, ``span`` or ``zero``.
    """

    plots: tuple[Plot, ...]
    categories: tuple[str, ...]
    category_axis: Axis = Axis()
    value_axis: Axis = Axis()
    second_axis: Axis | None = None
    title: Caption | None = None
    legend: Legend | None = None
    paint: Paint = NO_PAINT
    plot_paint: Paint = NO_PAINT
    plot_place: Place | None = None
    blanks: str = "gap"

    @property
    def series(self) -> tuple[Series, ...]:
        """All series, in the order of their plots."""
        return tuple(series for plot in self.plots for series in plot.series)
