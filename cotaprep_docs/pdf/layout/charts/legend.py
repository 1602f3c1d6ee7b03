"""The names of the series, each with a sample of how it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cotaprep_docs.pdf.layout.charts.frame import Box, Drawn
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.shapes import line, marker, rectangle
from cotaprep_docs.pdf.model.chart import NO_MARKER, NO_PAINT, Chart, Legend, Marker, Paint
from cotaprep_docs.records import unchecked

_KEY: Final = 440.0
_SQUARE: Final = 140.0
_GAP: Final = 70.0
_APART: Final = 220.0
_MOST: Final = 0.38
_PAD: Final = 60.0


@unchecked(frozen=True, slots=True)
class Entry:
    """One name, with the paint of its sample; a line's has a marker, and `flat` is false."""

    text: str
    paint: Paint
    marker: Marker = NO_MARKER
    flat: bool = True


def entries(chart: Chart) -> list[Entry]:
    """Return what the legend of a chart lists."""
    found = list(_entries(chart))
    hidden = chart.legend.hidden if chart.legend else frozenset()
    return [entry for index, entry in enumerate(found) if index not in hidden]


def _entries(chart: Chart) -> Iterator[Entry]:
    for plot in chart.plots:
        if plot.kind in {"pie", "doughnut"} or plot.by_point:
            for series in plot.series[:1]:
                for index, name in enumerate(chart.categories):
                    yield Entry(name, series.points.get(index, series.paint))
            continue
        # Standing in a column, names are in the order of the bars that lie upon each other.
        upwards = plot.kind == "bar" and plot.stacked and not plot.horizontal and _is_column(chart)
        for series in reversed(plot.series) if upwards else plot.series:
            yield Entry(series.name, series.paint, series.marker, plot.kind != "line")


def _is_column(chart: Chart) -> bool:
    return chart.legend is not None and chart.legend.position not in {"t", "b"}


class LegendPainter:
    """Measures and draws a legend."""

    def __init__(self, legend: Legend, names: list[Entry], letters: Letters, whole: Box) -> None:
        self._legend = legend
        self._letters = letters
        self._names = names
        self._key = _SQUARE if all(entry.flat for entry in names) else _KEY
        self._line = letters.height(legend.props)
        self._column = legend.position not in {"t", "b"}
        place = legend.place
        self._room = whole.width * (_MOST if self._column else 1.0)
        if place is not None and place.width:
            self._room = whole.width * place.width
        elif self._column:
            self._room = min(self._room, self._widest() + 2 * _PAD)
        self._rows = self._arranged()

    @property
    def width(self) -> float:
        """How wide it is."""
        return self._room

    @property
    def height(self) -> float:
        """How high it is."""
        return sum(self._row_height(row) for row in self._rows) + _PAD

    def _widest(self) -> float:
        return max((self._entry_width(entry) for entry in self._names), default=0.0)

    def _entry_width(self, entry: Entry) -> float:
        return self._key + _GAP + self._letters.width(entry.text, self._legend.props) + 1

    def _arranged(self) -> list[list[Entry]]:
        """Return the entries in rows; in a column each has its own."""
        rows: list[list[Entry]] = []
        used = 0.0
        for entry in self._names:
            width = self._entry_width(entry)
            if self._column or not rows or used + _APART + width > self._room:
                rows.append([entry])
                used = width
            else:
                rows[-1].append(entry)
                used += _APART + width
        return rows

    def _lines(self, entry: Entry) -> list[str]:
        room = self._room - self._key - _GAP - (2 * _PAD if self._column else 0)
        lines = self._letters.lines(entry.text, self._legend.props, room)
        return [self._letters.cut(each, self._legend.props, room) for each in lines]

    def _row_height(self, row: list[Entry]) -> float:
        lines = max(len(self._lines(entry)) for entry in row)
        return self._line * lines + (_GAP if self._column else _GAP / 3)

    def draw(self, left: float, top: float) -> Drawn:
        """Return the legend at a place."""
        found: Drawn = []
        if self._legend.paint != NO_PAINT:
            found += rectangle(left, top, left + self.width, top + self.height, self._legend.paint)
        y = top + _PAD / 2
        for row in self._rows:
            used = sum(min(self._entry_width(entry), self._room) for entry in row) + _APART * (len(row) - 1)
            x = left + _PAD if self._column else left + max(self._room - used, 0.0) / 2
            for entry in row:
                found += self._entry(entry, x, y)
                x += self._entry_width(entry) + _APART
            y += self._row_height(row)
        return found

    def _entry(self, entry: Entry, x: float, y: float) -> Drawn:
        middle = y + self._line / 2
        found: Drawn = []
        if entry.flat:
            start = x + (self._key - _SQUARE) / 2
            found += rectangle(
                start, middle - _SQUARE / 2, start + _SQUARE, middle + _SQUARE / 2, entry.paint
            )
        else:
            found += line([(x, middle), (x + self._key, middle)], entry.paint.stroke)
            found += marker(entry.marker, x + self._key / 2, middle)
        name = self._letters.block(self._lines(entry), self._legend.props, x + self._key + _GAP, y, 0.0)
        return [*found, *name]
