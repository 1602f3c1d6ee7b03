"""Slices to pages: fills frames from top to bottom, going back to where a page may end."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from cotaprep_docs.pdf.layout.boxes import Group, Item
from cotaprep_docs.pdf.layout.slices import Slice
from cotaprep_docs.pdf.model.content import Picture, Watermark


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """The room for the body on one page."""

    left: int
    top: int
    width: int
    bottom: int


@dataclasses.dataclass(slots=True)
class Body:
    """What stands in the body of one page.

    Attributes:
        section: index of the section whose headers the page has.
        items: what is drawn.
        floats: floating things and the point they hang on.
        used: how far down the page is filled.
    """

    section: int
    items: list[Item] = dataclasses.field(default_factory=list)
    floats: list[tuple[Picture | Watermark, int, int]] = dataclasses.field(default_factory=list)
    used: int = 0


FrameOf = Callable[[int], Frame]


@dataclasses.dataclass(slots=True)
class Paginator:
    """Fills pages.

    Attributes:
        pages: the pages so far.
        overflows: numbers of the pages where something was higher than the page.
    """

    pages: list[Body] = dataclasses.field(default_factory=list)
    overflows: list[int] = dataclasses.field(default_factory=list)

    def flow(self, slices: Sequence[Slice], section: int, frame_of: FrameOf, *, new_page: bool) -> None:
        """Put slices on pages; `frame_of` gives the room of a page by its index."""
        waiting = list(slices)
        if new_page or not self.pages:
            self.pages.append(Body(section))
            self.pages[-1].used = frame_of(len(self.pages) - 1).top
        while waiting:
            waiting = self._fill(waiting, frame_of(len(self.pages) - 1))
            if waiting:
                self.pages.append(Body(section))
                self.pages[-1].used = frame_of(len(self.pages) - 1).top

    def _fill(self, slices: list[Slice], frame: Frame) -> list[Slice]:
        """Fill the current page and return what is left; it always takes something from a fresh page."""
        page = self.pages[-1]
        fresh = page.used <= frame.top
        tops: list[int] = []
        rest: list[Slice] = []
        y = page.used
        count = len(slices)
        for index, slice_ in enumerate(slices):
            if slice_.page_break and not (fresh and index == 0):
                count = index
                break
            y += slice_.gap
            if y + slice_.height - slice_.spill > frame.bottom:
                count, rest = self._stop(slices, index, frame.bottom - y, fresh=fresh)
                break
            tops.append(y)
            y += slice_.height
        return self._place(slices, count, tops, rest, frame)

    def _stop(self, slices: list[Slice], index: int, room: int, *, fresh: bool) -> tuple[int, list[Slice]]:
        """Return how many slices stay on the page, and what replaces the one that was cut."""
        count = index
        while count > 0 and slices[count].keep:
            count -= 1
        alone = count == 0 and fresh
        slice_ = slices[index]
        if slice_.splitter and (alone or not slice_.reluctant):
            parts = slice_.splitter.split(room)
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
            y += slice_.height
        page.used = y
        left = rest + slices[count:]
        return _at_page_top(left)


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
