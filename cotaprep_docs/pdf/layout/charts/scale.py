"""The scale of a value axis, found the way spreadsheets find it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from cotaprep_docs.pdf.model.chart import Axis, Plot
from cotaprep_docs.records import unchecked

_FLAT: Final = 1 / 6  # values that differ by less than this share do not need to be seen from zero
_HEADROOM: Final = 0.05
_MOST_MARKS: Final = 200
_STEPS: Final = (1.0, 2.0, 5.0, 10.0)


@unchecked(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, with marks at each `major`."""

    low: float
    high: float
    major: float
    reverse: bool = False

    def share(self, value: float) -> float:
        """Return where a value is, 0 at the near end of the axis and 1 at the far one."""
        share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return 1.0 - share if self.reverse else share

    @property
    def base(self) -> float:
        """What bars and areas stand on: zero, or the value nearest to it."""
        return min(max(0.0, self.low), self.high)

    @property
    def marks(self) -> list[float]:
        """The values at the marks."""
        count = min(int((self.high - self.low) / self.major + 1e-9), _MOST_MARKS)
        return [_clean(self.low + index * self.major, self.major) for index in range(count + 1)]


def find_scale(values: Iterable[float], axis: Axis, intervals: int, *, percent: bool = False) -> Scale:
    """Return the scale for these values, with about so many intervals.

    What is set by hand in the axis stays. Else: zero belongs to it unless all values are near each
    other, there is some room above the highest, and both ends are marks.
    """
    found = list(values)
    low, high = (0.0, 1.0) if percent and min(found, default=0.0) >= 0 else _ends(found)
    low = low if axis.minimum is None else axis.minimum
    high = high if axis.maximum is None else axis.maximum
    if high <= low:
        high = low + (abs(low) or 1.0)
    major = axis.major or _nice((high - low) / max(intervals, 1))
    if (high - low) / major > _MOST_MARKS:
        major = _nice((high - low) / max(intervals, 1))
    if axis.minimum is None:
        low = _clean(math.floor(low / major + 1e-9) * major, major)
    if axis.maximum is None:
        high = _clean(math.ceil(high / major - 1e-9) * major, major)
    return Scale(low, high if high > low else low + major, major, axis.reverse)


def _ends(values: list[float]) -> tuple[float, float]:
    """Return what the axis must at least cover."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if low < 0 < high:
        room = (high - low) * _HEADROOM
        return low - room, high + room
    if high <= 0:
        if low == high == 0:
            return 0.0, 1.0
        top, bottom = _ends([-value for value in values])
        return -bottom, -top
    spread = high - low
    flat = spread and spread <= high * _FLAT
    return (low - spread / 2 if flat else 0.0), high + spread * _HEADROOM


def _nice(raw: float) -> float:
    """Return the least of 1, 2, 5, 10… that is not smaller."""
    power: float = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in _STEPS if step * power >= raw * (1 - 1e-9))


def _clean(value: float, major: float) -> float:
    """Return a multiple of the step without what binary fractions add to it."""
    digits = max(0, 3 - math.floor(math.log10(major)))
    return round(value, min(digits, 15))


def stacks(plot: Plot, categories: int) -> list[list[tuple[float, float]]]:
    """Return for each series and category the stretch it takes of the value axis.

    Stacked values go on from the last one of the same sign; shares are of the sum of all.
    """
    tops, bottoms = [0.0] * categories, [0.0] * categories
    sums = [
        sum(abs(series.values[index] or 0.0) for series in plot.series) or 1.0 for index in range(categories)
    ]
    found: list[list[tuple[float, float]]] = []
    for series in plot.series:
        row: list[tuple[float, float]] = []
        for index in range(categories):
            value = series.values[index] or 0.0
            if plot.grouping == "percentStacked":
                value /= sums[index]
            ends = tops if value >= 0 else bottoms
            start = ends[index] if plot.stacked else 0.0
            row.append((start, start + value))
            ends[index] = start + value
        found.append(row)
    return found


def plot_values(plots: Iterable[Plot], categories: int) -> list[float]:
    """Return the values an axis must show."""
    found: list[float] = []
    for plot in plots:
        rows = stacks(plot, categories)
        for series, row in zip(plot.series, rows, strict=True):
            known = [ends for ends, value in zip(row, series.values, strict=True) if value is not None]
            found += [end for _, end in known]
            if plot.stacked or plot.kind == "area":
                found += [start for start, _ in known]
    return found
