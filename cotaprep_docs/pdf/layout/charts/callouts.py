"""Labels beside a pie: one below the other, led to their slices where they had to move."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cotaprep_docs.pdf.layout.charts.frame import Box, Drawn
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.shapes import Point, line
from cotaprep_docs.pdf.model.chart import Stroke
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked

_GAP: Final = 80.0
_LEADER: Final = Stroke("A6A6A6", 10.0)


@unchecked(frozen=True, slots=True)
class Callout:
    """A label and the point at the rim of the pie that it is about."""

    text: str
    props: CharProps
    edge: Point
    right: bool


def spread(callouts: Sequence[Callout], center: Point, radius: float, box: Box, letters: Letters) -> Drawn:
    """Return labels at both sides of a pie, none over another."""
    found: Drawn = []
    for right in (False, True):
        side = sorted((each for each in callouts if each.right == right), key=lambda each: each.edge[1])
        for callout, y in zip(side, _heights(side, center[1], box, letters), strict=True):
            found += _placed(callout, y, center, radius, letters)
    return found


def _heights(side: Sequence[Callout], middle: float, box: Box, letters: Letters) -> list[float]:
    """Return the middle of each label: near its slice, above and below the pie where they are many."""
    found = [callout.edge[1] for callout in side]
    heights = [letters.height(callout.props) for callout in side]
    upper = sum(1 for y in found if y < middle)
    _push_up(found, heights, range(upper - 1, -1, -1), middle)
    _push_down(found, heights, range(upper, len(side)), middle)
    # What left the box at one end comes back in, and the others make room.
    _push_down(found, heights, range(len(side)), box.top)
    _push_up(found, heights, range(len(side) - 1, -1, -1), box.bottom)
    return found


def _push_down(middles: list[float], heights: Sequence[float], order: range, start: float) -> None:
    for index in order:
        middles[index] = max(middles[index], start + heights[index] / 2)
        start = middles[index] + heights[index] / 2


def _push_up(middles: list[float], heights: Sequence[float], order: range, start: float) -> None:
    for index in order:
        middles[index] = min(middles[index], start - heights[index] / 2)
        start = middles[index] - heights[index] / 2


def _placed(callout: Callout, y: float, center: Point, radius: float, letters: Letters) -> Drawn:
    sign = 1.0 if callout.right else -1.0
    half = letters.height(callout.props) / 2
    away = max(abs(y - center[1]) - half, 0.0)
    reach = math.sqrt(radius**2 - away**2) if away < radius else 0.0
    # Never nearer to the middle than its own slice: leaders do not cross.
    start = center[0] + sign * (max(reach, abs(callout.edge[0] - center[0])) + _GAP)
    label = letters.middle(callout.text, callout.props, start, y, 0.0 if callout.right else 1.0)
    end = (start - sign * _GAP / 3, y)
    if math.dist(callout.edge, end) < half * 2:
        return [*label]
    return [*line([callout.edge, end], _LEADER), *label]
