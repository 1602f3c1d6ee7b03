"""Slices: what a page is filled with from top to bottom; a line of text, a row of a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Protocol

from cotaprep_docs.pdf.layout.boxes import Item
from cotaprep_docs.pdf.model.content import Block, Picture, Watermark


class Splitter(Protocol):
    """What can be cut in two when the page ends."""

    def split(self, room: int) -> tuple[Slice, Slice] | None:
        """Return what fits into `room` and the rest, or None where nothing fits."""


@dataclasses.dataclass(frozen=True, slots=True)
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
        header: repeated above it where it starts a page.
        splitter: cuts it.
        reluctant: cut only where it has a page to itself: it is kept with what follows.
        floats: floating pictures and watermarks hung on it.
        gap_items: what it draws in the room above it, from the top of that room.
    """

    height: int
    items: tuple[Item, ...] = ()
    spill: int = 0
    gap: int = 0
    before: int = 0
    keep: bool = False
    page_break: bool = False
    header: tuple[Slice, ...] = ()
    splitter: Splitter | None = None
    reluctant: bool = False
    floats: tuple[Picture | Watermark, ...] = ()
    gap_items: tuple[Item, ...] = ()


def _nothing(_: int) -> tuple[Item, ...]:
    return ()


@dataclasses.dataclass(frozen=True, slots=True)
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
