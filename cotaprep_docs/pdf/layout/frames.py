"""What pages are filled with, and the room on them: frames, bodies, the work of a section."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import Item
from cotaprep_docs.pdf.layout.slices import Slice, Zone
from cotaprep_docs.pdf.model.content import Float, Geometry
from cotaprep_docs.records import unchecked

_FAR: Final = 1 << 30


@unchecked(frozen=True, slots=True)
class Frame:
    """The room for the body on one page, or for one of its columns.

    Attributes:
        left: left edge.
        top: upper edge.
        width: its width.
        bottom: where it ends.
        geometry: of the page.
        column: which column it is.
        floor: where text ends earlier than it could.
    """

    left: int
    top: int
    width: int
    bottom: int
    geometry: Geometry
    column: int = 0
    floor: int = _FAR

    @property
    def most_notes(self) -> int:
        """How high the notes at its foot may be: a fifth of it stays for the text."""
        return (self.bottom - self.top) * 4 // 5


@unchecked(slots=True)
class Body:
    """What stands in the body of one page.

    Attributes:
        section: index of the section whose headers the page has.
        blank: it only makes the next page an odd or an even one, and nothing at all is on it.
        items: what is drawn.
        floats: floating things and the point they hang on.
        used: how far down the page is filled.
        notes: the footnotes that it refers to, in order.
        note_lines: the lines of notes meant for its foot, those left by the page before first.
        frame: where its notes stand.
        zones: where text goes around something.
        carried: the lines of notes that its last column left.
        floor: where its room ends above notes in columns.
    """

    section: int
    blank: bool = False
    items: list[Item] = dataclasses.field(default_factory=list)
    floats: list[tuple[Float, int, int]] = dataclasses.field(default_factory=list)
    used: int = 0
    notes: list[int] = dataclasses.field(default_factory=list)
    note_lines: list[Slice] = dataclasses.field(default_factory=list)
    frame: Frame | None = None
    zones: list[Zone] = dataclasses.field(default_factory=list)
    carried: list[Slice] = dataclasses.field(default_factory=list)
    floor: int = _FAR

    def state(self) -> Body:
        """Return it as it is now."""
        return dataclasses.replace(
            self, items=self.items[:], floats=self.floats[:], notes=self.notes[:], zones=self.zones[:]
        )

    def restore(self, state: Body) -> None:
        """Return to an earlier state."""
        self.items, self.floats, self.notes, self.zones = (
            state.items[:], state.floats[:], state.notes[:], state.zones[:]
        )  # fmt: skip
        self.used, self.note_lines = state.used, state.note_lines
        self.carried, self.floor = state.carried, state.floor


@unchecked(frozen=True, slots=True)
class Work:
    """What a section puts on pages.

    Attributes:
        section: its index.
        slices: its content.
        balanced: its last columns are equally high.
        lay_out: gives all slices in another width.
    """

    section: int
    slices: Sequence[Slice]
    balanced: bool = False
    lay_out: Callable[[int], Sequence[Slice]] | None = None

    def relaid(self, before: Sequence[Slice], left: list[Slice], width: int) -> list[Slice]:
        """Return what is left of some slices, in the width of the next column."""
        if self.lay_out is None or not left:
            return left
        begun = next((index for index, slice_ in enumerate(left) if slice_.first), len(left))
        count = sum(slice_.first for slice_ in left)
        slices = self.lay_out(width)
        starts = [index for index, slice_ in enumerate(slices) if slice_.first]
        following = list(slices[starts[-count] :]) if count else []
        if not begun:
            return at_page_top(following)
        return [*_rest_of_block(before, left, begun, width), *following]


def _rest_of_block(before: Sequence[Slice], left: list[Slice], begun: int, width: int) -> list[Slice]:
    """Return the lines left of a paragraph in the width of the next column; of a table its rows."""
    placed = len(before) - len(left)
    start = next((index for index in range(placed - 1, -1, -1) if before[index].first), -1)
    reflow = before[start].reflow if start >= 0 else None
    if reflow is None or reflow.count != placed - start + begun:
        return left[:begun]
    return at_page_top(reflow.rest(placed - start, width))


def at_page_top(slices: list[Slice]) -> list[Slice]:
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
