"""Slices to pages: fills frames from top to bottom, going back to where a page may end."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from cotaprep_docs.pdf.layout.boxes import Group, Item
from cotaprep_docs.pdf.layout.notes import NoteLayout, area_height, cut_lines, draw_notes, least_lines
from cotaprep_docs.pdf.layout.obstacles import Obstacles, placed_zones
from cotaprep_docs.pdf.layout.slices import Slice, Splitter, Zone
from cotaprep_docs.pdf.model.content import Float, Geometry


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """The room for the body on one page."""

    left: int
    top: int
    width: int
    bottom: int
    geometry: Geometry

    @property
    def most_notes(self) -> int:
        """How high the notes at its foot may be: a fifth of it stays for the text."""
        return (self.bottom - self.top) * 4 // 5


@dataclasses.dataclass(slots=True)
class Body:
    """What stands in the body of one page.

    Attributes:
        section: index of the section whose headers the page has.
        items: what is drawn.
        floats: floating things and the point they hang on.
        used: how far down the page is filled.
        notes: the footnotes that it refers to, in order.
        note_lines: the lines of notes meant for its foot, those left by the page before first.
        frame: where its notes stand.
        zones: where text goes around something.
    """

    section: int
    items: list[Item] = dataclasses.field(default_factory=list)
    floats: list[tuple[Float, int, int]] = dataclasses.field(default_factory=list)
    used: int = 0
    notes: list[int] = dataclasses.field(default_factory=list)
    note_lines: list[Slice] = dataclasses.field(default_factory=list)
    frame: Frame | None = None
    zones: list[Zone] = dataclasses.field(default_factory=list)


FrameOf = Callable[[int], Frame]


@dataclasses.dataclass(slots=True)
class Paginator:
    """Fills pages.

    Attributes:
        notes: lays out footnotes.
        pages: the pages so far.
        overflows: numbers of the pages where something was higher than the page.
    """

    notes: NoteLayout
    pages: list[Body] = dataclasses.field(default_factory=list)
    overflows: list[int] = dataclasses.field(default_factory=list)
    _late: set[int] = dataclasses.field(default_factory=set)

    def flow(self, slices: Sequence[Slice], section: int, frame_of: FrameOf, *, new_page: bool) -> None:
        """Put slices on pages; `frame_of` gives the room of a page by its index."""
        waiting = list(slices)
        if new_page or not self.pages:
            self._turn(section, frame_of)
        while waiting:
            waiting = self._fill(waiting, frame_of(len(self.pages) - 1))
            if waiting:
                self._turn(section, frame_of)

    def finish(self, frame_of: FrameOf) -> None:
        """End the last page, and write what is left of its notes."""
        while self.pages:
            left = self._close()
            if not left:
                return
            self._open(self.pages[-1].section, frame_of, left)

    def _turn(self, section: int, frame_of: FrameOf) -> None:
        self._open(section, frame_of, self._close() if self.pages else [])

    def _open(self, section: int, frame_of: FrameOf, note_lines: list[Slice]) -> None:
        self.pages.append(Body(section))
        frame = frame_of(len(self.pages) - 1)
        page = self.pages[-1]
        page.used, page.note_lines, page.frame = frame.top, note_lines, frame

    def _close(self) -> list[Slice]:
        """Write the notes of the current page and return the lines it has no room for."""
        page = self.pages[-1]
        frame = page.frame
        if not page.note_lines or frame is None:
            return page.note_lines
        room = min(frame.bottom - page.used, frame.most_notes)
        lines, left = cut_lines(page.note_lines, room)
        top = frame.bottom - area_height(lines)
        page.items += draw_notes(lines, frame.left, frame.width, top)
        return left

    def _fill(self, slices: list[Slice], frame: Frame) -> list[Slice]:
        """Fill the current page and return what is left; it always takes something from a fresh page."""
        if not self.notes.blocks.measurer.wraps:
            return self._take(slices, frame, None)
        return self._fill_around(slices, frame)

    def _fill_around(self, slices: list[Slice], frame: Frame) -> list[Slice]:
        """Fill a page on which text goes around something; begin anew where that reaches above its text."""
        page = self.pages[-1]
        known: dict[int, Zone] = {}
        flow = self.notes.blocks.flow
        while True:
            obstacles = Obstacles(
                frame.geometry,
                flow,
                frame.left,
                frame.width,
                page.used,
                frame.bottom - _foot(page.note_lines, frame) if page.note_lines else frame.bottom,
                page.zones,
                known,
                self._late,
            )
            floats = len(page.floats)
            state = (len(page.items), page.used, list(page.notes), page.note_lines, len(self.overflows))
            left = self._take(list(slices), frame, obstacles)
            placed = {id(item) for item, _, _ in page.floats[floats:]}
            missing = known.keys() - placed
            if obstacles.early is None and not missing:
                page.zones += placed_zones(page.floats[floats:], frame.geometry, flow)
                return left
            # Something that does not come to stand on this page after all must not reach above its text.
            self._late |= missing if obstacles.early is None else set()
            known = {key: zone for key, zone in known.items() if key not in self._late}
            del page.items[state[0] :], page.floats[floats:], self.overflows[state[4] :]
            page.used, page.notes, page.note_lines = state[1:4]

    def _take(self, slices: list[Slice], frame: Frame, obstacles: Obstacles | None) -> list[Slice]:
        page = self.pages[-1]
        fresh = page.used <= frame.top
        tops: list[int] = []
        rest: list[Slice] = []
        y = page.used
        bottom = frame.bottom - _foot(page.note_lines, frame) if page.note_lines else frame.bottom
        lines = page.note_lines
        # A note too long for a page leaves room for the lines that must stay with its reference.
        reserve = bottom
        count = -1
        for index, slice_ in enumerate(slices):
            if slice_.page_break and not (fresh and index == 0):
                count = index
                break
            y += slice_.gap
            if obstacles is not None:
                y = obstacles.enter(slices, index, y)
                if obstacles.early is not None:
                    return []
                slice_ = slices[index]  # noqa: PLW2901 - it was laid out anew
            if slice_.notes:
                new = self.notes.lines(slice_.notes, frame.width)
                lowest = frame.bottom - _foot([*lines, *least_lines(new)], frame)
            else:
                lowest = reserve if slice_.keep else bottom
            if y + slice_.height - slice_.spill > lowest:
                count, rest = self._stop(slices, index, (y, bottom), frame, fresh=fresh)
                break
            tops.append(y)
            y += slice_.height
            if slice_.notes:
                lines = [*lines, *new]
                bottom = frame.bottom - _foot(lines, frame)
                reserve = lowest if area_height(lines) > frame.most_notes else bottom
        return self._place(slices, len(slices) if count < 0 else count, tops, rest, frame)

    def _stop(
        self, slices: list[Slice], index: int, room: tuple[int, int], frame: Frame, *, fresh: bool
    ) -> tuple[int, list[Slice]]:
        """Return how many slices stay on the page, and what replaces the one that was cut."""
        count = index
        while count > 0 and slices[count].keep:
            count -= 1
        alone = count == 0 and fresh
        slice_ = slices[index]
        if slice_.splitter and (alone or not slice_.reluctant):
            noted = [key for earlier in slices[:index] for key in earlier.notes] if slice_.notes else []
            parts = self._cut(slice_, slice_.splitter, room[1] - room[0], noted, frame)
            if parts is not None:
                slices[index] = parts[0]
                return index + 1, [parts[1]]
        if alone:
            # A chain longer than a page: cut it where the page ends; at least one slice must go.
            count = index
            if count == 0:
                self.overflows.append(len(self.pages))
                count = 1
        return count, []

    def _cut(
        self, slice_: Slice, splitter: Splitter, room: int, noted: Sequence[int], frame: Frame
    ) -> tuple[Slice, Slice] | None:
        """Return the two parts of a slice, the first with room left for the notes it refers to."""
        if not slice_.notes:
            return splitter.split(room)
        # The row alone may fit, without the notes that it brings.
        parts = splitter.split(min(room, slice_.height - 1))
        lines = [*self.pages[-1].note_lines, *self.notes.lines(noted, frame.width)]
        before = _foot(lines, frame)
        while parts is not None and parts[0].notes:
            more = _foot([*lines, *self.notes.lines(parts[0].notes, frame.width)], frame) - before
            if parts[0].height <= room - more:
                break
            parts = splitter.split(min(room - more, parts[0].height - 1))
        return parts

    def _place(
        self, slices: list[Slice], count: int, tops: list[int], rest: list[Slice], frame: Frame
    ) -> list[Slice]:
        page = self.pages[-1]
        y = page.used
        for index in range(count):
            slice_ = slices[index]
            y = tops[index] if index < len(tops) else y + slice_.gap
            if slice_.gap and slice_.gap_items:
                page.items.append(Group(frame.left, y - slice_.gap, slice_.gap_items))
            if slice_.items:
                page.items.append(Group(frame.left, y, slice_.items))
            page.floats += [(item, frame.left, y) for item in slice_.floats]
            if slice_.notes:
                page.notes += slice_.notes
                page.note_lines = [*page.note_lines, *self.notes.lines(slice_.notes, frame.width)]
            y += slice_.height
        page.used = y
        left = rest + slices[count:]
        return _at_page_top(left)


def _foot(lines: Sequence[Slice], frame: Frame) -> int:
    """Return the room that notes take at the foot of a page."""
    height = area_height(lines)
    if height <= frame.most_notes:
        return height
    return area_height(cut_lines(lines, frame.most_notes)[0])


def _at_page_top(slices: list[Slice]) -> list[Slice]:
    """Return the slices as they start a page: header rows repeated, no room above."""
    if not slices:
        return slices
    first = slices[0]
    if first.page_break:
        return slices
    if first.header:
        own = dataclasses.replace(first, header=(), gap=0, keep=True)
        return [*first.header, own, *slices[1:]]
    return [dataclasses.replace(first, gap=0, keep=False), *slices[1:]]
