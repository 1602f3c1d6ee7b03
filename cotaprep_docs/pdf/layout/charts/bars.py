"""Bars, standing and lying, beside and upon each other."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.pdf.layout.charts.frame import Drawn, Frame
from cotaprep_docs.pdf.layout.charts.labels import label_text, readable
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.scale import Scale, stacks
from cotaprep_docs.pdf.layout.charts.shapes import rectangle
from cotaprep_docs.pdf.model.chart import NO_PAINT, Labels, Plot, Series
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked

_GAP = 50.0
_SMALLEST = 0.75


@unchecked(frozen=True, slots=True)
class BarPainter:
    """Draws the bars of one plot."""

    plot: Plot
    frame: Frame
    scale: Scale
    categories: tuple[str, ...]
    letters: Letters

    def draw(self) -> tuple[Drawn, Drawn]:
        """Return the bars, and the labels that go over everything."""
        bars: Drawn = []
        labels: Drawn = []
        rows = stacks(self.plot, len(self.categories))
        width, starts = self._widths()
        for number, (series, row) in enumerate(zip(self.plot.series, rows, strict=True)):
            for index, (low, high) in enumerate(row):
                if series.values[index] is None:
                    continue
                place = self._bar(index, starts[number], width, (low, high))
                bars += rectangle(*place, series.points.get(index, series.paint))
                if series.labels is not None and index not in series.labels.hidden:
                    labels += self._label(series, index, place, rising=high >= low)
        return bars, labels

    def _widths(self) -> tuple[float, list[float]]:
        """Return a bar's width and where each series begins, as shares of a category's stretch."""
        count = 1 if self.plot.stacked else len(self.plot.series)
        step = 1 - (100 if self.plot.stacked else self.plot.overlap) / 100
        whole = 1 + (count - 1) * step
        width = 1 / (whole + self.plot.gap / 100)
        start = 0.5 - width * whole / 2
        numbers = range(len(self.plot.series))
        return width, [start + (0 if self.plot.stacked else number * step * width) for number in numbers]

    def _bar(
        self, index: int, start: float, width: float, ends: tuple[float, float]
    ) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a bar."""
        frame = self.frame
        one, other = ((index + share) / frame.count for share in (start, start + width))
        if frame.reverse:
            one, other = 1 - one, 1 - other
        low = self.scale.base if not self.plot.stacked else ends[0]
        x1, y1 = frame.point(one, self.scale.share(low))
        x2, y2 = frame.point(other, self.scale.share(ends[1]))
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _fitting(self, props: CharProps) -> CharProps:
        """Return the formatting of labels, small enough for them to stand beside each other."""
        if self.frame.horizontal or self.plot.stacked:
            return props
        pitch = self.frame.slot * self._widths()[0] * (1 - self.plot.overlap / 100)
        texts = (
            label_text(series.labels, series, index, name, None)
            for series in self.plot.series
            if series.labels is not None
            for index, name in enumerate(self.categories)
            if series.values[index] is not None
        )
        widest = max((self.letters.width(text, props) for text in texts), default=0.0)
        share = max(pitch / widest, _SMALLEST) if widest > pitch > 0 else 1.0
        return dataclasses.replace(props, size=props.size * share)

    def _label(
        self, series: Series, index: int, place: tuple[float, float, float, float], *, rising: bool
    ) -> Drawn:
        labels = series.labels
        if labels is None:
            return []
        labels = dataclasses.replace(labels, props=self._fitting(labels.props))
        text = label_text(labels, series, index, self.categories[index], None)
        width, height = self.letters.width(text, labels.props), self.letters.height(labels.props)
        height *= text.count("\n") + 1
        x, y = self._position(labels, place, (width, height), rising=rising)
        found: Drawn = []
        if labels.paint != NO_PAINT:
            found += rectangle(
                x - width / 2 - 40, y - height / 2, x + width / 2 + 40, y + height / 2, labels.paint
            )
        upon = place[0] <= x <= place[2] and place[1] <= y <= place[3]
        fill = labels.paint.fill or (series.points.get(index, series.paint).fill if upon else "")
        return [*found, *self.letters.middle(text, readable(labels.props, fill), x, y)]

    def _position(
        self,
        labels: Labels,
        place: tuple[float, float, float, float],
        size: tuple[float, float],
        *,
        rising: bool,
    ) -> tuple[float, float]:
        """Return the middle of a label."""
        left, top, right, bottom = place
        where = labels.position or ("ctr" if self.plot.stacked else "outEnd")
        x, y = (left + right) / 2, (top + bottom) / 2
        if where == "ctr":
            return x, y
        sign = 1.0 if rising else -1.0
        at_base = where == "inBase"
        inward = -1.0 if where in {"inEnd", "inBase"} else 1.0
        if self.frame.horizontal:
            edge = (left if at_base else right) if rising else (right if at_base else left)
            return edge + sign * inward * (-1 if at_base else 1) * (size[0] / 2 + _GAP), y
        edge = (bottom if at_base else top) if rising else (top if at_base else bottom)
        return x, edge - sign * inward * (-1 if at_base else 1) * (size[1] / 2 + _GAP / 3)
