"""Slices to pages: fills frames from top to bottom, going back to where a page may end."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import Group, Item, Rule
from cotaprep_docs.pdf.layout.frames import Body, Frame, Work, at_page_top
from cotaprep_docs.pdf.layout.notes import NoteLayout, area_height, cut_lines, draw_notes, least_lines
from cotaprep_docs.pdf.layout.obstacles import Obstacles, placed_zones
from cotaprep_docs.pdf.layout.slices import Slice, Splitter, Zone
from cotaprep_docs.records import unchecked

_RULE: Final = 10
_FINE: Final = 10  # twips to which columns are balanced


FrameOf = Callable[[int], Frame]


@unchecked(slots=True)
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

    def flow(self, work: Work, frame_of: FrameOf, *, new_page: bool) -> None:
        """Put the slices of a section on pages; `frame_of` gives the room of a page by its index."""
        waiting = list(work.slices)
        if new_page or not self.pages:
            self._turn(work.section, frame_of)
        while waiting:
            frame = frame_of(len(self.pages) - 1)
            if self.pages[-1].floor < frame.bottom:
                frame = dataclasses.replace(frame, bottom=self.pages[-1].floor)
            if frame.geometry.columns:
                waiting = self._columns(waiting, work, frame)
            else:
                waiting = self._fill(waiting, frame)
            if waiting:
                self._turn(work.section, frame_of)

    def _columns(self, waiting: list[Slice], work: Work, frame: Frame) -> list[Slice]:
        """Fill the columns of a page and return what is left."""
        page = self.pages[-1]
        state, start = page.state(), page.used
        left = self._fill_columns(waiting, work, frame)
        if work.balanced and not left and not any(slice_.column_break for slice_ in waiting):
            # The lowest end at which all still fits, found by halving.
            low, high = start, frame.bottom
            while high - low > _FINE:
                middle = (low + high) // 2
                page.restore(state)
                if self._fill_columns(waiting, work, dataclasses.replace(frame, floor=middle)):
                    low = middle
                else:
                    high = middle
            page.restore(state)
            left = self._fill_columns(waiting, work, dataclasses.replace(frame, floor=high))
        if frame.geometry.ruled:
            page.items += _column_rules(frame, start, page.used)
        return left

    def _fill_columns(self, waiting: list[Slice], work: Work, frame: Frame) -> list[Slice]:
        page = self.pages[-1]
        start = lowest = page.used
        # Notes left by the page before go on in the first column; those of text above stay below all.
        carried, whole = (page.note_lines, []) if start <= frame.top else ([], page.note_lines)
        bottom = frame.bottom - (_foot(whole, frame) if whole else 0)
        before = waiting
        for index, column in enumerate(frame.geometry.columns):
            if not (waiting or carried) or (index and waiting and waiting[0].page_break):
                break
            page.used, page.note_lines = start, carried
            left = frame.left + column.left
            narrow = dataclasses.replace(frame, left=left, width=column.width, bottom=bottom, column=index)
            if index:
                waiting = work.relaid(before, waiting, column.width)
            before = list(waiting)
            waiting = self._fill(waiting, narrow)
            lowest = max(lowest, page.used)
            carried = self._write_notes(narrow)
        page.used, page.note_lines, page.carried = lowest, whole, carried
        return work.relaid(before, waiting, frame.geometry.columns[0].width)

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
        left = self._write_notes(page.frame) if page.frame is not None else page.note_lines
        return left + page.carried

    def _write_notes(self, frame: Frame) -> list[Slice]:
        page = self.pages[-1]
        if not page.note_lines:
            return []
        room = min(frame.bottom - page.used, frame.most_notes)
        lines, left = cut_lines(page.note_lines, room)
        top = frame.bottom - area_height(lines)
        page.items += draw_notes(lines, frame.left, frame.width, top)
        if page.frame is not None and lines:
            page.floor = min(page.floor, top)
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
            state, overflows = page.state(), len(self.overflows)
            left = self._take(list(slices), frame, obstacles)
            placed = {id(item) for item, _, _ in page.floats[floats:]}
            missing = known.keys() - placed
            if obstacles.early is None and not missing:
                page.zones += placed_zones(page.floats[floats:], frame.geometry, flow)
                return left
            # Something that does not come to stand on this page after all must not reach above its text.
            self._late |= missing if obstacles.early is None else set()
            known = {key: zone for key, zone in known.items() if key not in self._late}
            del self.overflows[overflows:]
            page.restore(state)

    def _take(self, slices: list[Slice], frame: Frame, obstacles: Obstacles | None) -> list[Slice]:
        page = self.pages[-1]
        fresh = page.used <= frame.top
        tops: list[int] = []
        rest: list[Slice] = []
        y = page.used
        bottom = frame.bottom - _foot(page.note_lines, frame) if page.note_lines else frame.bottom
        bottom = min(bottom, frame.floor)
        lines = page.note_lines
        # A note too long for a page leaves room for the lines that must stay with its reference.
        reserve = bottom
        count = -1
        for index, slice_ in enumerate(slices):
            if _starts_elsewhere(slice_) and not (index == 0 and (fresh or frame.column)):
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
                bottom = min(frame.bottom - _foot(lines, frame), frame.floor)
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
        if slice_.solid:
            repeated = sum(head.gap + head.height for head in slice_.header)
            may_cut = slice_.height > frame.bottom - frame.top - repeated
        else:
            may_cut = alone or not slice_.reluctant
        if slice_.splitter and may_cut:
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
        return at_page_top(left)


def _starts_elsewhere(slice_: Slice) -> bool:
    return slice_.page_break or slice_.column_break


def _column_rules(frame: Frame, top: int, bottom: int) -> list[Item]:
    """Return the lines between the columns of a section."""
    columns = frame.geometry.columns
    middles = (
        frame.left + (one.left + one.width + other.left) / 2 for one, other in itertools.pairwise(columns)
    )
    return [Rule(x, top, x, bottom, _RULE) for x in middles] if bottom > top else []


def _foot(lines: Sequence[Slice], frame: Frame) -> int:
    """Return the room that notes take at the foot of a page."""
    height = area_height(lines)
    if height <= frame.most_notes:
        return height
    return area_height(cut_lines(lines, frame.most_notes)[0])
