"""Axes: how much room they take beside the values, and what is drawn of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from cotaprep_docs.ooxml.number_formats import format_number
from cotaprep_docs.pdf.layout.charts.frame import Drawn, Frame
from cotaprep_docs.pdf.layout.charts.letters import Letters
from cotaprep_docs.pdf.layout.charts.scale import Scale
from cotaprep_docs.pdf.layout.charts.shapes import line
from cotaprep_docs.pdf.model.chart import Axis
from cotaprep_docs.records import unchecked

_TICK: Final = 70.0
_GAP: Final = 60.0
_SLANT: Final = -45.0
_UPRIGHT: Final = -90.0
_MOST_LINES: Final = 3
_MOST: Final = 0.4


def mark_texts(scale: Scale, axis: Axis, number_format: str) -> list[str]:
    """Return what stands at the marks of an axis of values."""
    return [format_number(mark, axis.number_format or number_format) for mark in scale.marks]


def has_labels(axis: Axis) -> bool:
    """Tell whether anything is written at the marks of an axis."""
    return not axis.hidden and axis.labels != "none"


def tick_room(axis: Axis) -> float:
    """Return how far the marks of an axis stand out."""
    return _TICK if not axis.hidden and axis.line.color and axis.ticks in {"out", "cross"} else 0.0


def value_room(axis: Axis, texts: list[str], letters: Letters, *, horizontal: bool) -> float:
    """Return the room an axis of values takes beside the values, without its title."""
    if not has_labels(axis):
        return 0.0
    if horizontal:
        return letters.height(axis.props) + _GAP + tick_room(axis)
    return max(letters.width(text, axis.props) for text in texts) + _GAP + tick_room(axis)


def title_room(axis: Axis, letters: Letters) -> float:
    """Return the room the title of an axis takes."""
    title = axis.title
    if title is None or axis.hidden:
        return 0.0
    lines = title.text.count("\n") + 1
    return letters.height(title.props) * lines + _GAP


@unchecked(frozen=True, slots=True)
class CategoryLabels:
    """The names of the categories as they are written.

    Attributes:
        texts: by category, each as its lines; empty for those left out.
        angle: 0, or how far they are turned.
        room: what they take beside the values.
        before: what the first of them needs to the left of its category.
    """

    texts: tuple[tuple[str, ...], ...]
    angle: float
    room: float
    before: float = 0.0


def category_labels(
    axis: Axis, names: tuple[str, ...], letters: Letters, *, slot: float, length: float, horizontal: bool
) -> CategoryLabels:
    """Return the names as they fit: in up to three lines, slanted, upright, at last only some of them."""
    if not has_labels(axis):
        return CategoryLabels(tuple(() for _ in names), 0.0, 0.0)
    extra = _GAP + tick_room(axis)
    if horizontal:
        return _beside(axis, names, letters, slot, length * _MOST, extra)
    height = letters.height(axis.props)
    skip = axis.skip or 1
    angle = axis.turn
    if angle is None:
        lines = [letters.lines(name, axis.props, slot * skip - _GAP) for name in names[::skip]]
        flat = [line for each in lines for line in each]
        fits = all(letters.width(each, axis.props) <= slot * skip - _GAP / 2 for each in flat)
        angle = 0.0 if fits and max(map(len, lines)) <= _MOST_LINES else _SLANT
    if not angle:
        shown = _some(names, skip, lambda name: tuple(letters.lines(name, axis.props, slot * skip - _GAP)))
        return CategoryLabels(shown, 0.0, height * max(map(len, shown)) + extra)
    if axis.turn is None and slot * skip < height * 1.5:
        angle = _UPRIGHT
    if not axis.skip:
        skip = max(1, math.ceil(height / slot))
    room = length * _MOST
    shown = _some(names, skip, lambda name: (letters.cut(name, axis.props, room),))
    widest = max(letters.width(each[0], axis.props) for each in shown if each)
    down = math.sin(math.radians(abs(angle)))
    along = math.cos(math.radians(angle))
    first = letters.width(shown[0][0], axis.props) * along if angle < 0 else 0.0
    return CategoryLabels(shown, angle, widest * down + height * along + extra, first)


def _some(
    names: tuple[str, ...], skip: int, lines: Callable[[str], tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each so manieth name, nothing for those between."""
    return tuple(() if index % skip else lines(name) for index, name in enumerate(names))


def _beside(
    axis: Axis, names: tuple[str, ...], letters: Letters, slot: float, room: float, extra: float
) -> CategoryLabels:
    """Return the names at the left of lying bars."""
    height = letters.height(axis.props)
    skip = axis.skip or max(1, math.ceil(height * 0.9 / slot))
    most = max(1, int(slot * skip / height))

    def divided(name: str) -> tuple[str, ...]:
        lines = letters.lines(name, axis.props, room)
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        return tuple(letters.cut(each, axis.props, room) for each in lines)

    shown = _some(names, skip, divided)
    widest = max(letters.width(each, axis.props) for lines in shown for each in lines)
    return CategoryLabels(shown, 0.0, widest + extra)


@unchecked(frozen=True, slots=True)
class AxisPainter:
    """Draws axes in their frame."""

    frame: Frame
    letters: Letters

    def grid(self, axis: Axis, scale: Scale) -> Drawn:
        """Return the lines across at the marks of the values."""
        found: Drawn = []
        for mark in scale.marks if axis.grid.color else ():
            share = scale.share(mark)
            found += line([self.frame.point(0.0, share), self.frame.point(1.0, share)], axis.grid)
        return found

    def category_grid(self, axis: Axis) -> Drawn:
        """Return the lines between the categories."""
        found: Drawn = []
        count = self.frame.count if self.frame.between else self.frame.count - 1
        for index in range(count + 1) if axis.grid.color else ():
            along = index / max(count, 1)
            found += line([self.frame.point(along, 0.0), self.frame.point(along, 1.0)], axis.grid)
        return found

    def values(self, axis: Axis, scale: Scale, texts: list[str], *, far: bool) -> Drawn:
        """Return an axis of values: its line, marks and what is written at them."""
        if axis.hidden:
            return []
        along = 1.0 if far else 0.0
        found: Drawn = [*line([self.frame.point(along, 0.0), self.frame.point(along, 1.0)], axis.line)]
        away = (_TICK if far else -_TICK) * (-1 if self.frame.horizontal else 1)
        for mark, text in zip(scale.marks, texts, strict=True):
            x, y = self.frame.point(along, scale.share(mark))
            found += self._tick(axis, x, y, away, vertical=self.frame.horizontal)
            if has_labels(axis):
                found += self._value_label(axis, text, (x, y), away)
        return found

    def _value_label(self, axis: Axis, text: str, at: tuple[float, float], away: float) -> Drawn:
        reach = tick_room(axis) + _GAP
        if self.frame.horizontal:
            height = self.letters.height(axis.props)
            top = at[1] + reach if away > 0 else at[1] - reach - height
            return [*self.letters.block([text], axis.props, at[0], top)]
        x = at[0] + math.copysign(reach, away)
        return [*self.letters.middle(text, axis.props, x, at[1], 0.0 if away > 0 else 1.0)]

    def _tick(self, axis: Axis, x: float, y: float, away: float, *, vertical: bool) -> Drawn:
        inner = -away if axis.ticks in {"in", "cross"} else 0.0
        outer = away if axis.ticks in {"out", "cross"} else 0.0
        if axis.ticks == "none" or not axis.line.color:
            return []
        if vertical:
            return [*line([(x, y + inner), (x, y + outer)], axis.line)]
        return [*line([(x + inner, y), (x + outer, y)], axis.line)]

    def categories(self, axis: Axis, labels: CategoryLabels, base: float, *, far: bool) -> Drawn:
        """Return an axis of categories, its line where the values are `base`."""
        if axis.hidden:
            return []
        frame = self.frame
        found: Drawn = [*line([frame.point(0.0, base), frame.point(1.0, base)], axis.line)]
        count = frame.count if frame.between else frame.count - 1
        away = (-_TICK if frame.horizontal else _TICK) * (-1 if far else 1)
        for index in range(count + 1):
            x, y = frame.point(index / max(count, 1), base)
            found += self._tick(axis, x, y, away, vertical=not frame.horizontal)
        for index, lines in enumerate(labels.texts):
            if lines:
                x, y = frame.point(frame.along(index), 1.0 if far else 0.0)
                found += self._category(axis, labels.angle, lines, (x, y), far=far)
        return found

    def _category(
        self, axis: Axis, angle: float, lines: tuple[str, ...], at: tuple[float, float], *, far: bool
    ) -> Drawn:
        reach = tick_room(axis) + _GAP
        props = axis.props
        if self.frame.horizontal:
            x = at[0] + reach if far else at[0] - reach
            return [*self.letters.middle("\n".join(lines), props, x, at[1], 0.0 if far else 1.0)]
        height = self.letters.height(props)
        if not angle:
            top = at[1] - reach - height * len(lines) if far else at[1] + reach
            return [*self.letters.block(list(lines), props, at[0], top)]
        down = reach + height / 2 * math.cos(math.radians(angle))
        y = at[1] - down if far else at[1] + down
        return [*self.letters.turned(lines[0], props, (at[0], y), angle, float((angle < 0) != far))]

    def title(self, axis: Axis, middle: tuple[float, float]) -> Drawn:
        """Return the title of an axis about a point."""
        title = axis.title
        if title is None or axis.hidden:
            return []
        lines = title.text.split("\n")
        step = self.letters.height(title.props)
        found: Drawn = []
        for index, text in enumerate(lines):
            shift = (index - (len(lines) - 1) / 2) * step
            radians = math.radians(title.turn)
            at = middle[0] - math.sin(radians) * shift, middle[1] + math.cos(radians) * shift
            found += self.letters.turned(text, title.props, at, title.turn)
        return found
