"""Pies and doughnuts."""

from __future__ import annotations

import math

from cotaprep_docs.pdf.layout.charts.callouts import Callout, spread
from cotaprep_docs.pdf.layout.charts.frame import Box, Drawn
from cotaprep_docs.pdf.layout.charts.labels import label_text, readable
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.shapes import Point, on_circle, sector
from cotaprep_docs.pdf.model.chart import Labels, Plot, Series
from cotaprep_docs.records import unchecked

_TURN = 2 * math.pi
_GAP = 80.0
_INSIDE = frozenset({"ctr", "inEnd"})


@unchecked(frozen=True, slots=True)
class _Slice:
    """A slice: which point it is, its angles, and the radii of its ring."""

    index: int
    start: float
    end: float
    inner: float
    outer: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def holds(self, across: float, down: float) -> bool:
        """Tell whether a point (from the centre) is in it."""
        distance = math.hypot(across, down)
        angle = math.atan2(across, -down)
        turned = self.start + (angle - self.start) % _TURN
        return self.inner <= distance <= self.outer and turned <= self.end


@unchecked(frozen=True, slots=True)
class PiePainter:
    """Draws the slices of one plot in a box."""

    plot: Plot
    box: Box
    categories: tuple[str, ...]
    letters: Letters

    def draw(self) -> tuple[Drawn, Drawn]:
        """Return the slices, and the labels that go over everything."""
        slices: Drawn = []
        labels: Drawn = []
        box = self.box
        center = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        radius = self._radius()
        outside: list[Callout] = []
        for ring, series in enumerate(self.plot.series):
            for slice_ in self._slices(series, ring, radius):
                paint = series.points.get(slice_.index, series.paint)
                slices += sector(center, (slice_.inner, slice_.outer), (slice_.start, slice_.end), paint)
                if series.labels is not None and slice_.index not in series.labels.hidden:
                    inner, outer = self._label(series, series.labels, slice_, center)
                    labels += inner
                    outside += outer
        return slices, [*labels, *spread(outside, center, radius, box, self.letters)]

    def _radius(self) -> float:
        """Return how large the pie may be with its labels beside it."""
        across, down = self.box.width / 2, self.box.height / 2
        for series in self.plot.series:
            labels = series.labels
            if labels is None or not self._goes_out(series, labels, min(across, down)):
                continue
            texts = [self._text(series, labels, slice_) for slice_ in self._slices(series, 0, 1.0)]
            across -= max((self.letters.width(text, labels.props) for text in texts), default=0.0) + 2 * _GAP
            down -= self.letters.height(labels.props)
        return max(min(across, down), min(self.box.width, self.box.height) / 4)

    def _goes_out(self, series: Series, labels: Labels, radius: float) -> bool:
        """Tell whether any label of a series stands beside the pie."""
        slices = self._slices(series, 0, radius)
        return any(
            each.index not in labels.hidden and self._inside(series, labels, each) is None for each in slices
        )

    def _slices(self, series: Series, ring: int, radius: float) -> list[_Slice]:
        values = [max(value or 0.0, 0.0) for value in series.values]
        total = sum(values)
        hole = radius * self.plot.hole / 100 if self.plot.kind == "doughnut" else 0.0
        thick = (radius - hole) / (len(self.plot.series) or 1)
        at = math.radians(self.plot.first_angle)
        found: list[_Slice] = []
        for index, value in enumerate(values):
            size = value / total * _TURN if total else 0.0
            if size:
                found.append(_Slice(index, at, at + size, hole + ring * thick, hole + (ring + 1) * thick))
            at += size
        return found

    def _text(self, series: Series, labels: Labels, slice_: _Slice) -> str:
        share = (slice_.end - slice_.start) / _TURN
        return label_text(labels, series, slice_.index, self.categories[slice_.index], share)

    def _inside(self, series: Series, labels: Labels, slice_: _Slice) -> Point | None:
        """Return the middle of a label from the centre of the pie, if its slice holds it whole."""
        if self.plot.kind == "pie" and labels.position not in _INSIDE:
            return None
        text = self._text(series, labels, slice_)
        half = self.letters.width(text, labels.props) / 2, self.letters.height(labels.props) / 2
        share = 0.75 if labels.position == "inEnd" and not slice_.inner else 0.5
        distance = slice_.inner + (slice_.outer - slice_.inner) * share
        x, y = on_circle((0.0, 0.0), distance, slice_.middle)
        corners = [(x + i * half[0], y + j * half[1]) for i in (-1, 1) for j in (-1, 1)]
        return (x, y) if all(slice_.holds(*corner) for corner in corners) else None

    def _label(
        self, series: Series, labels: Labels, slice_: _Slice, center: Point
    ) -> tuple[Drawn, list[Callout]]:
        text = self._text(series, labels, slice_)
        place = self._inside(series, labels, slice_)
        if place is None:
            edge = on_circle(center, slice_.outer, slice_.middle)
            return [], [Callout(text, labels.props, edge, math.sin(slice_.middle) >= 0)]
        fill = series.points.get(slice_.index, series.paint).fill
        props = readable(labels.props, labels.paint.fill or fill)
        return [*self.letters.middle(text, props, center[0] + place[0], center[1] + place[1])], []
