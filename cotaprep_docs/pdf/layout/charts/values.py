"""The values of a chart between its axes."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.pdf.layout.charts.axes import (
    AxisPainter,
    CategoryLabels,
    category_labels,
    mark_texts,
    title_room,
    value_room,
)
from cotaprep_docs.pdf.layout.charts.bars import BarPainter
from cotaprep_docs.pdf.layout.charts.curves import CurvePainter
from cotaprep_docs.pdf.layout.charts.frame import Box, Drawn, Frame
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.scale import Scale, find_scale, plot_values
from cotaprep_docs.pdf.layout.charts.shapes import rectangle
from cotaprep_docs.pdf.model.chart import Axis, Chart, Plot

_LINES_A_MARK: Final = 2.0
_WIDTHS_A_MARK: Final = 1.8
_DRAWING_ORDER: Final = {"area": 0, "bar": 1, "line": 2}
_SMALLEST: Final = 400.0


class ValuesLayout:
    """Finds scales and room, then draws gridlines, values, axes and labels, in this order.

    `inner`: the room is that of the values alone, set by hand; axes stand outside it.
    """

    def __init__(self, chart: Chart, letters: Letters, room: Box, *, inner: bool) -> None:
        self._chart = chart
        self._letters = letters
        self._horizontal = any(plot.horizontal and plot.kind == "bar" for plot in chart.plots)
        self._scale = self._find_scale(chart.value_axis, room, secondary=False)
        self._second = (
            None if chart.second_axis is None else self._find_scale(chart.second_axis, room, secondary=True)
        )
        self._texts = mark_texts(self._scale, chart.value_axis, self._form(secondary=False))
        self._second_texts: list[str] = []
        if chart.second_axis is not None and self._second is not None:
            self._second_texts = mark_texts(self._second, chart.second_axis, self._form(secondary=True))
        self._far = chart.value_axis.far != chart.category_axis.reverse
        self._categories_far = chart.category_axis.far != chart.value_axis.reverse
        self._labels = CategoryLabels((), 0.0, 0.0)
        self._frame = self._framed(room, inner=inner)

    def _plots(self, *, secondary: bool) -> list[Plot]:
        return [plot for plot in self._chart.plots if plot.secondary == secondary]

    def _form(self, *, secondary: bool) -> str:
        plots = self._plots(secondary=secondary)
        if any(plot.grouping == "percentStacked" for plot in plots):
            return "0%"
        return next((series.number_format for plot in plots for series in plot.series), "General")

    def _find_scale(self, axis: Axis, room: Box, *, secondary: bool) -> Scale:
        plots = self._plots(secondary=secondary)
        values = plot_values(plots, len(self._chart.categories))
        percent = any(plot.grouping == "percentStacked" for plot in plots)
        line = self._letters.height(axis.props)
        if self._horizontal:
            rough = find_scale(values, axis, 5, percent=percent)
            texts = mark_texts(rough, axis, self._form(secondary=secondary))
            widest = max(self._letters.width(text, axis.props) for text in texts)
            intervals = room.width * 0.75 / (widest * _WIDTHS_A_MARK + line)
        else:
            intervals = (room.height - 3 * line) / (line * _LINES_A_MARK)
        return find_scale(values, axis, max(2, int(intervals)), percent=percent)

    def _framed(self, room: Box, *, inner: bool) -> Frame:
        """Return the frame of the values, what stands beside it taken off."""
        box = room if inner else self._without_values(room)
        count = max(len(self._chart.categories), 1)
        axis = self._chart.category_axis
        frame = Frame(box, self._horizontal, count, axis.between, axis.reverse)
        length = room.width if self._horizontal else room.height
        self._labels = category_labels(
            axis, self._chart.categories, self._letters, slot=frame.slot, length=length,
            horizontal=self._horizontal,
        )  # fmt: skip
        if inner:
            return frame
        box = self._without_categories(box, room)
        return Frame(box, self._horizontal, count, axis.between, axis.reverse)

    def _without_values(self, room: Box) -> Box:
        """Take off the room of the axes of values."""
        chart, letters = self._chart, self._letters
        near = value_room(chart.value_axis, self._texts, letters, horizontal=self._horizontal)
        near += title_room(chart.value_axis, letters)
        other = letters.height(chart.value_axis.props) / 2
        if chart.second_axis is not None:
            other = value_room(
                chart.second_axis, self._second_texts, letters, horizontal=self._horizontal
            ) + title_room(chart.second_axis, letters)
        if self._far:
            near, other = other, near
        if self._horizontal:
            half = letters.width(self._texts[-1], chart.value_axis.props) / 2
            return room.cut(bottom=near, top=other, right=half)
        return room.cut(left=near, right=other, top=letters.height(chart.value_axis.props) / 2)

    def _without_categories(self, box: Box, room: Box) -> Box:
        """Take off the room of the axis of categories."""
        taken = self._labels.room + title_room(self._chart.category_axis, self._letters)
        if self._horizontal:
            taken = min(taken, max(box.width - _SMALLEST, 0.0))
            return box.cut(right=taken) if self._categories_far else box.cut(left=taken)
        taken = min(taken, max(box.height - _SMALLEST, 0.0))
        first = Frame(box, horizontal=False, count=max(len(self._chart.categories), 1)).slot / 2
        more = min(max(self._labels.before - first - (box.left - room.left), 0.0), box.width / 5)
        if self._categories_far:
            return box.cut(top=taken, left=more)
        return box.cut(bottom=taken, left=more)

    def draw(self) -> Drawn:
        """Return everything, what is below first."""
        chart, frame = self._chart, self._frame
        box = frame.box
        axes = AxisPainter(frame, self._letters)
        drawn: Drawn = [*rectangle(box.left, box.top, box.right, box.bottom, chart.plot_paint)]
        drawn += axes.grid(chart.value_axis, self._scale) + axes.category_grid(chart.category_axis)
        values, labels = self._values()
        lines = self._lines(axes)
        # The axis lies over the bars that stand on it, and under lines.
        return drawn + values["bar"] + lines + values["line"] + labels + self._titles(axes)

    def _values(self) -> tuple[dict[str, Drawn], Drawn]:
        chart = self._chart
        drawn: dict[str, Drawn] = {"bar": [], "line": []}
        labels: Drawn = []
        for plot in sorted(chart.plots, key=lambda plot: _DRAWING_ORDER[plot.kind]):
            scale = self._second if plot.secondary and self._second is not None else self._scale
            if plot.kind == "bar":
                found = BarPainter(plot, self._frame, scale, chart.categories, self._letters).draw()
            else:
                found = CurvePainter(
                    plot, self._frame, scale, chart.categories, self._letters, chart.blanks
                ).draw()
            drawn["line" if plot.kind == "line" else "bar"] += found[0]
            labels += found[1]
        return drawn, labels

    def _lines(self, axes: AxisPainter) -> Drawn:
        chart = self._chart
        drawn = axes.values(chart.value_axis, self._scale, self._texts, far=self._far)
        if chart.second_axis is not None and self._second is not None:
            drawn += axes.values(chart.second_axis, self._second, self._second_texts, far=not self._far)
        base = self._scale.share(self._scale.base)
        if chart.category_axis.far:
            base = self._scale.share(self._scale.high)
        return drawn + axes.categories(chart.category_axis, self._labels, base, far=self._categories_far)

    def _titles(self, axes: AxisPainter) -> Drawn:
        """Return the titles of the axes, each beyond what is written at its marks."""
        chart, letters = self._chart, self._letters
        near = value_room(chart.value_axis, self._texts, letters, horizontal=self._horizontal)
        drawn = axes.title(chart.value_axis, self._value_title(chart.value_axis, near, far=self._far))
        if chart.second_axis is not None:
            other = value_room(chart.second_axis, self._second_texts, letters, horizontal=self._horizontal)
            place = self._value_title(chart.second_axis, other, far=not self._far)
            drawn += axes.title(chart.second_axis, place)
        return drawn + axes.title(chart.category_axis, self._category_title())

    def _value_title(self, axis: Axis, room: float, *, far: bool) -> tuple[float, float]:
        box = self._frame.box
        reach = room + title_room(axis, self._letters) / 2
        if self._horizontal:
            return (box.left + box.right) / 2, (box.top - reach if far else box.bottom + reach)
        return (box.right + reach if far else box.left - reach), (box.top + box.bottom) / 2

    def _category_title(self) -> tuple[float, float]:
        box, far = self._frame.box, self._categories_far
        reach = self._labels.room + title_room(self._chart.category_axis, self._letters) / 2
        if self._horizontal:
            return (box.right + reach if far else box.left - reach), (box.top + box.bottom) / 2
        return (box.left + box.right) / 2, (box.top - reach if far else box.bottom + reach)
