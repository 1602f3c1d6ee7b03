"""The series of a chart and how they are drawn: bars, lines, areas, slices, their signs and labels."""

from __future__ import annotations

import dataclasses
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.chart import NO_PAINT, NO_STROKE, Labels, Marker, Paint, Plot, Series, Stroke
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.charts import data
from cotaprep_docs.pdf.reader.charts.style import Styler, line_of
from cotaprep_docs.pdf.reader.charts.values import MAX_POINTS, C, real, switch, value, whole
from cotaprep_docs.records import unchecked

DRAWN: Final = {
    "barChart": "bar", "lineChart": "line", "areaChart": "area", "pieChart": "pie",
    "doughnutChart": "doughnut",
}  # fmt: skip
_SYMBOLS: Final = ("diamond", "square", "triangle", "circle", "diamond", "square", "triangle", "circle")
_EXTRAS: Final = {
    "trendline": "la línea de tendencia", "errBars": "las barras de error",
    "dropLines": "las líneas de unión",
    "hiLowLines": "las líneas de máximos y mínimos", "upDownBars": "las barras ascendentes y descendentes",
}  # fmt: skip
_LINE_POINTS: Final = 2.25


@unchecked(frozen=True, slots=True)
class SeriesReader:
    """Reads the series of one plot.

    Attributes:
        styler: reads formatting.
        props: formatting of texts that say nothing else.
        length: how many categories there are.
    """

    styler: Styler
    props: CharProps
    length: int

    def plot(self, element: etree._Element, kind: str, *, secondary: bool) -> Plot:
        """Return a ``c:barChart``, ``c:lineChart`` and so on."""
        for name, words in _EXTRAS.items():
            if next(element.iter(C + name), None) is not None:
                self.styler.simplified[words] = None
        all_series = element.findall(C + "ser")
        by_point = switch(element, "varyColors") and (len(all_series) == 1 or kind in {"pie", "doughnut"})
        read = [self._series(each, element, kind, by_point=by_point) for each in all_series]
        read.sort(key=lambda pair: pair[0])
        return Plot(
            kind=kind,  # type: ignore[arg-type]
            series=tuple(series for _, series in read)[: 1 if kind == "pie" else None],
            grouping=value(element, "grouping", "clustered" if kind == "bar" else "standard"),
            horizontal=value(element, "barDir", "col") == "bar",
            gap=whole(value(element, "gapWidth"), 150, 0, 500),
            overlap=whole(value(element, "overlap"), 0, -100, 100),
            secondary=secondary,
            first_angle=float(whole(value(element, "firstSliceAng"), 0, 0, 360)),
            hole=whole(value(element, "holeSize"), 50, 1, 90),
            by_point=by_point,
        )

    def _series(
        self, element: etree._Element, plot: etree._Element, kind: str, *, by_point: bool
    ) -> tuple[int, Series]:
        index = whole(value(element, "idx"), 0, 0, MAX_POINTS)
        paint = self.styler.paint(element, self._default(kind, index))
        labels = self._labels(element.find(C + "dLbls"), None)
        if element.find(C + "dLbls") is None:
            labels = self._labels(plot.find(C + "dLbls"), None)
        read = Series(
            data.series_name(element),
            data.numbers(element, self.length),
            paint,
            self._marker(element, plot, paint, index) if kind == "line" else Marker(),
            self._points(element, kind, paint, by_point=by_point),
            labels,
            switch(element, "smooth"),
            data.values_format(element),
            index,
        )
        return whole(value(element, "order"), index, 0, MAX_POINTS), read

    def _default(self, kind: str, index: int) -> Paint:
        accent = self.styler.palette.accent(index)
        if kind == "line":
            return Paint("", line_of(accent, _LINE_POINTS))
        return Paint(accent, NO_STROKE)

    def _points(
        self, element: etree._Element, kind: str, paint: Paint, *, by_point: bool
    ) -> dict[int, Paint]:
        """Return the paints of points that do not look like their series."""
        found: dict[int, Paint] = {}
        if by_point and kind != "line":
            found = {
                index: dataclasses.replace(paint, fill=self.styler.palette.accent(index))
                for index in range(self.length)
            }
        for point in element.iterchildren(C + "dPt"):
            index = whole(value(point, "idx"), -1, -1, MAX_POINTS)
            found[index] = self.styler.paint(point, found.get(index, paint))
        return found

    def _marker(self, element: etree._Element, plot: etree._Element, paint: Paint, index: int) -> Marker:
        own = element.find(C + "marker")
        automatic = _SYMBOLS[index % len(_SYMBOLS)] if switch(plot, "marker") else "none"
        symbol = value(own, "symbol", automatic)
        symbol = _SYMBOLS[index % len(_SYMBOLS)] if symbol == "auto" else symbol
        color = paint.stroke.color or self.styler.palette.accent(index)
        default = Paint(color, Stroke(color, 15.0))
        return Marker(symbol, real(value(own, "size")) or 5.0, self.styler.paint(own, default))

    def _labels(self, element: etree._Element | None, default: Labels | None) -> Labels | None:
        if element is None or switch(element, "delete"):
            return default
        group = self._label(element)
        if group is not None:
            gone = (each for each in element.iterchildren(C + "dLbl") if switch(each, "delete"))
            return dataclasses.replace(group, hidden=frozenset(_index(each) for each in gone))
        # None but those named one by one.
        shown = {
            _index(each): found
            for each in element.iterchildren(C + "dLbl")
            if not switch(each, "delete") and (found := self._label(each)) is not None
        }
        if not shown:
            return default
        hidden = frozenset(range(self.length)) - frozenset(shown)
        return dataclasses.replace(next(iter(shown.values())), hidden=hidden)

    def _label(self, element: etree._Element) -> Labels | None:
        shown, category, series, percent = (
            switch(element, f"show{name}") for name in ("Val", "CatName", "SerName", "Percent")
        )
        if not (shown or category or series or percent):
            return None
        form = element.find(C + "numFmt")
        linked = form is None or form.get("sourceLinked", "0") in {"1", "true"}
        return Labels(
            value=shown,
            category=category,
            series=series,
            percent=percent,
            position=value(element, "dLblPos"),
            number_format="" if form is None or linked else str(form.get("formatCode", "")),
            separator=element.findtext(C + "separator", ", "),
            props=self.styler.text(element, self.props),
            paint=self.styler.paint(element, NO_PAINT),
        )


def _index(element: etree._Element) -> int:
    return whole(value(element, "idx"), -1, -1, MAX_POINTS)
