"""Slices: what a page is filled with from top to bottom; a line of text, a row of a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Protocol

from cotaprep_docs.pdf.layout.boxes import Group, Item
from cotaprep_docs.pdf.model.content import Block, Float
from cotaprep_docs.records import unchecked


class Splitter(Protocol):
    """What can be cut in two when the page ends."""

    def split(self, room: int) -> tuple[Slice, Slice] | None:
        """Return what fits into `room` and the rest, or None where nothing fits."""


@unchecked(frozen=True, slots=True)
class Zone:
    """A room without text.

    Attributes:
        left: left edge.
        top: upper edge.
        right: right edge.
        bottom: lower edge.
        side: where text goes beside it: ``bothSides``, ``left``, ``right`` or ``largest``.
        whole: no text stands beside it.
    """

    left: int
    top: int
    right: int
    bottom: int
    side: str = "bothSides"
    whole: bool = False

    def touches(self, y: int, height: int) -> bool:
        """Tell whether a line of that height would run into it."""
        return self.top < y + height and y < self.bottom

    def moved(self, across: int, down: int) -> Zone:
        """Return it at another place."""
        return Zone(
            self.left + across,
            self.top + down,
            self.right + across,
            self.bottom + down,
            self.side,
            self.whole,
        )


class Reflower(Protocol):
    """What can be laid out again."""

    @property
    def count(self) -> int:
        """How many slices it has now."""

    @property
    def shaped(self) -> bool:
        """Whether they stand around something."""

    def rest(self, done: int, width: int) -> list[Slice]:
        """Return its slices after the first `done`, in another width."""

    def around(self, zones: Sequence[Zone], corner: tuple[int, int], end: int) -> list[Slice]:
        """Return its slices around some zones; `corner` is where they start, `end` where the page does."""


@unchecked(frozen=True, slots=True)
class Slice:
    """Something that is never cut, unless `splitter` can.

    Attributes:
        height: how much room it takes.
        items: what it draws, from its own top and the left edge of its column.
        spill: how much of its height is the air of its line spacing, which may hang over the page's end.
        gap: room above it, not wanted at the top of a page.
        before: room above it where it starts the part of a cell that goes on after a page end.
        keep: it stays on the page of the slice before.
        page_break: it starts a page.
        column_break: it starts a column.
        header: repeated above it where it starts a page.
        splitter: cuts it.
        reluctant: cut only where it has a page to itself: it is kept with what follows.
        solid: cut only where it is higher than a whole page.
        floats: floating pictures, shapes and watermarks hung on it.
        gap_items: what it draws in the room above it, from the top of that room.
        notes: the footnotes it refers to.
        reflow: lays its paragraph out again around what floats; only at the first line.
        first: it is the first of its block.
        across: its edges where it cannot be narrowed, as of a row; it stands below what floats there.
    """

    height: int
    items: tuple[Item, ...] = ()
    spill: int = 0
    gap: int = 0
    before: int = 0
    keep: bool = False
    page_break: bool = False
    column_break: bool = False
    header: tuple[Slice, ...] = ()
    splitter: Splitter | None = None
    reluctant: bool = False
    solid: bool = False
    floats: tuple[Float, ...] = ()
    gap_items: tuple[Item, ...] = ()
    notes: tuple[int, ...] = ()
    reflow: Reflower | None = None
    first: bool = False
    across: tuple[int, int] | None = None

    def lowered(self, room: int) -> Slice:
        """Return it with some room above what it draws."""
        items = (Group(0, room, self.items),) if self.items else ()
        return dataclasses.replace(self, height=self.height + room, items=items)


def _nothing(_: int) -> tuple[Item, ...]:
    return ()


@unchecked(frozen=True, slots=True)
class Stack:
    """A laid out block: its slices, and the room it wants above and below.

    `between` gives what is drawn in the room above it, by its height; `keeps_next` says that the block
    after it starts on the same page.
    """

    block: Block
    slices: tuple[Slice, ...]
    before: int = 0
    after: int = 0
    between: Callable[[int], tuple[Item, ...]] = _nothing
    keeps_next: bool = False


def total_height(slices: Sequence[Slice]) -> int:
    """Return the height of slices one below the other."""
    return sum(slice_.gap + slice_.height for slice_ in slices)


def stack_items(slices: Sequence[Slice], x: int, y: int) -> list[Item]:
    """Return slices drawn one below the other from a point."""
    items: list[Item] = []
    for slice_ in slices:
        if slice_.gap and slice_.gap_items:
            items.append(Group(x, y, slice_.gap_items))
        y += slice_.gap
        if slice_.items:
            items.append(Group(x, y, slice_.items))
        y += slice_.height
    return items
