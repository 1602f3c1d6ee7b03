"""Axes, titles and legend of a chart."""

from __future__ import annotations

import dataclasses
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.chart import NO_PAINT, Axis, Caption, Legend, Place
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.charts import data
from cotaprep_docs.pdf.reader.charts.style import Styler, line_of, turn
from cotaprep_docs.pdf.reader.charts.values import MAX_POINTS, A, C, real, switch, value, whole

_GRID: Final = line_of("D9D9D9", 0.75)
_LINE: Final = line_of("868686", 0.75)
_TITLE_GROWTH: Final = 1.4
_RICH: Final = f"{C}tx/{C}rich"


def read_axis(element: etree._Element, styler: Styler, base: CharProps, *, values: bool) -> Axis:
    """Return a ``c:catAx``, ``c:dateAx`` or ``c:valAx``."""
    scaling = element.find(C + "scaling")
    if scaling is not None and scaling.find(C + "logBase") is not None:
        styler.simplified["una escala logarítmica"] = None
    form = element.find(C + "numFmt")
    linked = form is None or form.get("sourceLinked", "0") in {"1", "true"}
    grid = element.find(C + "majorGridlines")
    return Axis(
        hidden=switch(element, "delete"),
        reverse=value(scaling, "orientation") == "maxMin",
        minimum=real(value(scaling, "min")) if values else None,
        maximum=real(value(scaling, "max")) if values else None,
        major=_positive(real(value(element, "majorUnit"))) if values else None,
        grid=line_of("", 0) if grid is None else styler.stroke(grid, _GRID),
        line=styler.stroke(element, _LINE),
        ticks=value(element, "majorTickMark", "cross"),
        labels=value(element, "tickLblPos", "nextTo"),
        number_format="" if form is None or linked else str(form.get("formatCode", "")),
        props=styler.text(element, base),
        turn=turn(element, C + "txPr"),
        title=read_caption(element.find(C + "title"), styler, dataclasses.replace(base, bold=True)),
        far=value(element, "crosses") == "max",
        between=value(element, "crossBetween", "between") != "midCat",
        skip=whole(value(element, "tickLblSkip"), 0, 0, MAX_POINTS),
    )


def _positive(number: float | None) -> float | None:
    return number if number is not None and number > 0 else None


def read_title(chart: etree._Element, styler: Styler, base: CharProps, single: str) -> Caption | None:
    """Return the title of a chart; one without words of its own has the name of its only series."""
    default = dataclasses.replace(base, size=round(base.size * _TITLE_GROWTH, 1), bold=True)
    element = chart.find(C + "title")
    if element is None:
        shown = single and not switch(chart, "autoTitleDeleted")
        return Caption(single, default) if shown else None
    return read_caption(element, styler, default, single)


def read_caption(
    element: etree._Element | None, styler: Styler, default: CharProps, automatic: str = ""
) -> Caption | None:
    """Return the title of a chart or an axis, or None where it says nothing."""
    if element is None:
        return None
    text = _text(element) or automatic
    if not text:
        return None
    props = styler.text(element, default)
    rich = element.find(_RICH)
    for path in (f"{A}p/{A}pPr/{A}defRPr", f"{A}p/{A}r/{A}rPr"):
        props = styler.run(None if rich is None else rich.find(path), props)
    angle = turn(element, _RICH)
    angle = turn(element, C + "txPr") if angle is None else angle
    return Caption(
        text, props, angle if angle is not None else 0.0, switch(element, "overlay"), read_place(element)
    )


def has_turn(element: etree._Element | None) -> bool:
    """Tell whether a title says how it is turned."""
    title = None if element is None else element.find(C + "title")
    return title is not None and (turn(title, _RICH) is not None or turn(title, C + "txPr") is not None)


def _text(element: etree._Element) -> str:
    rich = element.find(_RICH)
    if rich is None:
        return " ".join(data.points(element.find(C + "tx")).values()).strip()
    lines = (
        "".join("\n" if each.tag == A + "br" else (each.text or "") for each in line.iter(A + "t", A + "br"))
        for line in rich.iterchildren(A + "p")
    )
    return "\n".join(lines).strip()


def read_legend(chart: etree._Element, styler: Styler, base: CharProps) -> Legend | None:
    """Return the legend."""
    element = chart.find(C + "legend")
    if element is None:
        return None
    hidden = (each for each in element.iterchildren(C + "legendEntry") if switch(each, "delete"))
    return Legend(
        value(element, "legendPos", "r"),
        styler.text(element, base),
        switch(element, "overlay"),
        frozenset(whole(value(each, "idx"), -1, -1, MAX_POINTS) for each in hidden),
        read_place(element),
        styler.paint(element, NO_PAINT),
    )


def read_place(element: etree._Element | None) -> Place | None:
    """Return the ``c:manualLayout`` of an element; places that are moves from an unknown one do not count."""
    manual = None if element is None else element.find(f"{C}layout/{C}manualLayout")
    if manual is None:
        return None
    x, y = (
        real(value(manual, name)) if value(manual, f"{name}Mode") == "edge" else None for name in ("x", "y")
    )
    width, height = (_share(real(value(manual, name))) for name in ("w", "h"))
    if x is None or y is None:
        return None
    return Place(_within(x), _within(y), width, height, value(manual, "layoutTarget") == "inner")


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _share(share: float | None) -> float | None:
    return None if share is None or not 0 < share <= 1 else share
