"""Text around what floats: lines shortened beside it, or below it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from cotaprep_docs.pdf.layout.lines import Line, LineBreaker, Measure
from cotaprep_docs.pdf.layout.measure import Measurer, Piece
from cotaprep_docs.pdf.layout.paragraphs import (
    Joined,
    SliceBuilder,
    finish_slices,
    line_height,
    paragraph_measure,
    refer,
)
from cotaprep_docs.pdf.layout.slices import Slice, Zone
from cotaprep_docs.pdf.model.content import Paragraph
from cotaprep_docs.records import unchecked

# Word puts no text into a room of less than an inch beside something floating.
_LEAST_ROOM: Final = 1440
_FAR: Final = 1 << 30

Room = tuple[int, int]


@unchecked(frozen=True, slots=True)
class Reflow:
    """A paragraph that can be laid out again, around what floats.

    Attributes:
        paragraph: the paragraph.
        width: of its column.
        measurer: measures texts.
        joined: whether its borders go on.
        count: how many lines it has now.
        shaped: they stand around something.
    """

    paragraph: Paragraph
    width: int
    measurer: Measurer
    joined: Joined
    count: int
    shaped: bool = False

    def around(self, zones: Sequence[Zone], corner: tuple[int, int], end: int) -> list[Slice]:
        """Return its lines around some zones; `corner` is where they start, `end` where the page does."""
        moved = [zone.moved(-corner[0], -corner[1]) for zone in zones]
        measure, pieces = paragraph_measure(self.paragraph, self.width, self.measurer)
        breaker = _AroundBreaker(measure, self.measurer, self.paragraph, moved)
        breaker.end = end - corner[1]
        rows = _rows(breaker, pieces)
        builder = SliceBuilder(self.paragraph, measure, self.measurer, self.joined)
        slices = []
        for index, (parts, jump) in enumerate(rows):
            slice_ = builder.compose(parts, index, len(rows))
            for line, _ in parts:
                slice_ = refer(slice_, line)
            slices.append(slice_.lowered(jump) if jump else slice_)
        slices = finish_slices(self.paragraph, slices, self.measurer, empty=not pieces)
        again = dataclasses.replace(self, count=len(slices), shaped=bool(zones))
        return [dataclasses.replace(slices[0], reflow=again), *slices[1:]]

    def rest(self, done: int, width: int) -> list[Slice]:
        """Return its lines after the first `done`, in another width."""
        measure, pieces = paragraph_measure(self.paragraph, self.width, self.measurer)
        later, _ = paragraph_measure(self.paragraph, width, self.measurer)
        lines = _TurningBreaker(measure, later, done, self.measurer).break_lines(pieces)
        builder = SliceBuilder(self.paragraph, later, self.measurer, self.joined)
        slices = [builder.slice(line, index, len(lines)) for index, line in enumerate(lines)]
        return [refer(slice_, line) for slice_, line in zip(slices, lines, strict=True)][done:]


def _rows(breaker: _AroundBreaker, pieces: Sequence[Piece]) -> list[tuple[list[tuple[Line, Measure]], int]]:
    """Return the lines, those side by side together, each with the room left free above it."""
    rows: list[tuple[list[tuple[Line, Measure]], int]] = []
    for line, place in zip(breaker.break_lines(pieces), breaker.places, strict=False):
        if place.first or not rows:
            rows.append(([(line, place.measure)], place.jump))
        else:
            rows[-1][0].append((line, place.measure))
    return rows


class _TurningBreaker(LineBreaker):
    """Fills lines of one width, then of another."""

    def __init__(self, measure: Measure, later: Measure, count: int, measurer: Measurer) -> None:
        self._later = later
        self._count = count
        super().__init__(measure, measurer)

    def _start(self, left: float) -> None:
        if len(self._lines) == self._count:
            self._measure, left = self._later, self._later.left
        super()._start(left)


@unchecked(slots=True)
class _Place:
    """Where a line stands: its room, whether it is the first at its height, the room free above it."""

    measure: Measure
    first: bool
    jump: int


class _AroundBreaker(LineBreaker):
    """Fills the room that is free at each height, from left to right."""

    def __init__(
        self, measure: Measure, measurer: Measurer, paragraph: Paragraph, zones: Sequence[Zone]
    ) -> None:
        self._whole = measure
        self._zones = zones
        self._props = paragraph.props
        metric = measurer.metric(paragraph.mark)
        self._guess = line_height(paragraph.props, metric.ascent, metric.descent)[1]
        self._y = 0
        self.end = _FAR
        self._height = 0
        self._rooms: list[Room] = []
        self.places: list[_Place] = []
        super().__init__(measure, measurer)

    def _start(self, left: float) -> None:
        first = not self.places
        jump = 0
        fresh = not self._rooms
        if fresh:
            self._y += self._height
            self._height = 0
            start = self._whole.first if first else self._whole.left
            below = self._next_rooms(start)
            jump, self._y = below - self._y, below
        room = self._rooms.pop(0)
        # Beside nothing, a hanging number still stands left of its text.
        left = max(self._whole.left, room[0]) if first else room[0]
        self._measure = dataclasses.replace(self._whole, left=left, first=room[0], right=room[1])
        self.places.append(_Place(self._measure, fresh, jump))
        super()._start(room[0])

    def _next_rooms(self, start: int) -> int:
        """Find the free room at the current height or below, and return where that is."""
        y = self._y
        while True:
            here = y + self._guess <= self.end  # else the line goes to the next page
            touched = [zone for zone in self._zones if here and zone.touches(y, self._guess)]
            rooms = free_rooms((start, self._whole.right), touched)
            if rooms or not touched:
                self._rooms = rooms or [(start, self._whole.right)]
                return y
            y = min(zone.bottom for zone in touched)

    def _close(self, *, last: bool = False, broken: bool = False) -> None:
        pieces = [item.piece for item in self._line.items]
        if pieces:
            ascent, descent = max(p.ascent for p in pieces), max(p.descent for p in pieces)
            self._height = max(self._height, line_height(self._props, ascent, descent)[1])
        else:
            self._height = max(self._height, self._guess)
        if last or broken:
            self._rooms = []  # what comes after starts a new line
        super()._close(last=last, broken=broken)


def free_rooms(room: Room, zones: Sequence[Zone]) -> list[Room]:
    """Return what is free of a stretch beside things that float."""
    rooms = [room]
    for zone in zones:
        rooms = [part for whole in rooms for part in _beside(whole, zone, room)]
    return [(left, right) for left, right in rooms if right - left >= min(_LEAST_ROOM, room[1] - room[0])]


def _beside(room: Room, zone: Zone, column: Room) -> list[Room]:
    if zone.right <= room[0] or zone.left >= room[1]:
        return [room]
    if zone.whole:
        return []
    left, right = (room[0], min(zone.left, room[1])), (max(zone.right, room[0]), room[1])
    side = zone.side
    if side == "largest":
        side = "left" if zone.left - column[0] >= column[1] - zone.right else "right"
    found = {"left": [left], "right": [right]}.get(side, [left, right])
    return [part for part in found if part[1] > part[0]]
