"""A chart in its frame: title, legend, axes, values."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.pdf.layout.boxes import Lettering, Outline
from cotaprep_docs.pdf.layout.charts.frame import Box, Drawn
from cotaprep_docs.pdf.layout.charts.legend import LegendPainter, entries
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.pies import PiePainter
from cotaprep_docs.pdf.layout.charts.shapes import rectangle
from cotaprep_docs.pdf.layout.charts.values import ValuesLayout
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.model.chart import Caption, Chart, Legend, Place
from cotaprep_docs.records import unchecked

_PAD: Final = 140.0
_GAP: Final = 100.0
_ROUND: Final = frozenset({"pie", "doughnut"})


def layout_chart(
    chart: Chart, width: float, height: float, measurer: Measurer
) -> tuple[Outline | Lettering, ...]:
    """Return what is drawn of a chart, from its top left corner."""
    work = _ChartLayout(chart, Letters(measurer), Box(0.0, 0.0, width, height))
    return tuple(work.draw())


@unchecked(slots=True)
class _ChartLayout:
    chart: Chart
    letters: Letters
    whole: Box

    def draw(self) -> Drawn:
        chart, whole = self.chart, self.whole
        drawn: Drawn = [*rectangle(whole.left, whole.top, whole.right, whole.bottom, chart.paint)]
        pad = min(_PAD, whole.width / 20, whole.height / 20)
        room = whole.cut(pad, pad, pad, pad)
        title, room = self._title(room)
        legend, room = self._legend(room)
        return [*drawn, *self._values(room), *title, *legend]

    def _title(self, room: Box) -> tuple[Drawn, Box]:
        title = self.chart.title
        if title is None:
            return [], room
        height = self.letters.height(title.props)
        lines = self.letters.lines(title.text, title.props, room.width)
        left, top = self._at(title, room)
        drawn: Drawn = [*self.letters.block(lines, title.props, left, top, 0.0 if title.place else 0.5)]
        taken = 0.0 if title.overlay else height * len(lines) + _GAP
        return drawn, room.cut(top=taken)

    def _at(self, title: Caption, room: Box) -> tuple[float, float]:
        corner = self._corner(title.place)
        return corner or ((self.whole.left + self.whole.right) / 2, room.top)

    def _corner(self, place: Place | None) -> tuple[float, float] | None:
        if place is None or place.x is None or place.y is None:
            return None
        return place.x * self.whole.width, place.y * self.whole.height

    def _legend(self, room: Box) -> tuple[Drawn, Box]:
        legend = self.chart.legend
        names = entries(self.chart)
        if legend is None or not names:
            return [], room
        painter = LegendPainter(legend, names, self.letters, room)
        left, top = self._corner(legend.place) or self._beside(legend, painter, room)
        drawn = painter.draw(left, top)
        if legend.overlay:
            return drawn, room
        side = legend.position
        if side == "b":
            return drawn, room.cut(bottom=painter.height + _GAP)
        if side == "t":
            return drawn, room.cut(top=painter.height + _GAP)
        if side == "l":
            return drawn, room.cut(left=painter.width + _GAP)
        return drawn, room.cut(right=painter.width + _GAP)

    @staticmethod
    def _beside(legend: Legend, painter: LegendPainter, room: Box) -> tuple[float, float]:
        side = legend.position
        if side == "b":
            return room.left, room.bottom - painter.height
        if side == "t":
            return room.left, room.top
        middle = room.top if side == "tr" else (room.top + room.bottom - painter.height) / 2
        return (room.left if side == "l" else room.right - painter.width), middle

    def _values(self, room: Box) -> Drawn:
        chart = self.chart
        place = chart.plot_place
        corner = self._corner(place)
        set_by_hand = None
        if place is not None and corner is not None and place.width and place.height:
            width, height = place.width * self.whole.width, place.height * self.whole.height
            set_by_hand = Box(*corner, corner[0] + width, corner[1] + height)
            room = set_by_hand
        round_plots = [plot for plot in chart.plots if plot.kind in _ROUND]
        if round_plots:
            slices, labels = PiePainter(round_plots[0], room, chart.categories, self.letters).draw()
            return slices + labels
        inner = set_by_hand is not None and place is not None and place.inner
        return ValuesLayout(chart, self.letters, room, inner=inner).draw()
