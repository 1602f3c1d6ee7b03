"""Lines and areas."""

from __future__ import annotations

from cotaprep_docs.pdf.layout.charts.frame import Drawn, Frame
from cotaprep_docs.pdf.layout.charts.labels import label_text
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.scale import Scale, stacks
from cotaprep_docs.pdf.layout.charts.shapes import Point, curve, line, marker, polygon
from cotaprep_docs.pdf.model.chart import Marker, Paint, Plot, Series
from cotaprep_docs.records import unchecked

_GAP = 60.0


@unchecked(frozen=True, slots=True)
class CurvePainter:
    """Draws the lines or areas of one plot; `blanks` says what a missing value does to a line."""

    plot: Plot
    frame: Frame
    scale: Scale
    categories: tuple[str, ...]
    letters: Letters
    blanks: str

    def draw(self) -> tuple[Drawn, Drawn]:
        """Return lines or areas, and the labels that go over everything."""
        curves: Drawn = []
        labels: Drawn = []
        rows = stacks(self.plot, len(self.categories))
        for series, row in zip(self.plot.series, rows, strict=True):
            if self.plot.kind == "area":
                curves += self._area(series, row)
            else:
                curves += self._line(series, row)
            labels += self._labels(series, row)
        return curves, labels

    def _at(self, index: int, value: float) -> Point:
        return self.frame.point(self.frame.along(index), self.scale.share(value))

    def _line(self, series: Series, row: list[tuple[float, float]]) -> Drawn:
        drawn: Drawn = []
        signs: Drawn = []
        for stretch in self._stretches(series):
            points = [self._at(index, row[index][1]) for index in stretch]
            drawn += (curve if series.smooth else line)(points, series.paint.stroke)
            if len(points) == 1 and series.marker.symbol == "none":
                # Between two gaps a line has no length: a dot as wide as the line says that it is there.
                signs += marker(_dot(series), *points[0])
            for point in points:
                signs += marker(series.marker, *point)
        return drawn + signs

    def _stretches(self, series: Series) -> list[list[int]]:
        """Return the indexes of points that a line joins."""
        found: list[list[int]] = [[]]
        for index, value in enumerate(series.values):
            if value is not None or self.blanks == "zero":
                found[-1].append(index)
            elif self.blanks != "span" and found[-1]:
                found.append([])
        return [stretch for stretch in found if stretch]

    def _area(self, series: Series, row: list[tuple[float, float]]) -> Drawn:
        indexes = range(len(row))
        upper = [self._at(index, row[index][1]) for index in indexes]
        lower = [
            self._at(index, row[index][0] if self.plot.stacked else self.scale.base) for index in indexes
        ]
        return [*polygon([*upper, *reversed(lower)], series.paint)]

    def _labels(self, series: Series, row: list[tuple[float, float]]) -> Drawn:
        labels = series.labels
        found: Drawn = []
        if labels is None:
            return found
        height = self.letters.height(labels.props)
        for index, value in enumerate(series.values):
            if value is None or index in labels.hidden:
                continue
            text = label_text(labels, series, index, self.categories[index], None)
            x, y = self._at(index, row[index][1])
            reach = height / 2 + series.marker.size * 10 * (series.marker.symbol != "none")
            across, down, align = {
                "t": (0.0, -reach, 0.5), "b": (0.0, reach, 0.5), "l": (-_GAP - 40, 0.0, 1.0),
                "ctr": (0.0, 0.0, 0.5),
            }.get(labels.position, (_GAP + 40, 0.0, 0.0))  # fmt: skip
            found += self.letters.middle(text, labels.props, x + across, y + down, align)
        return found


def _dot(series: Series) -> Marker:
    stroke = series.paint.stroke
    return Marker("circle", max(stroke.width / 20, 2.0), Paint(stroke.color))
