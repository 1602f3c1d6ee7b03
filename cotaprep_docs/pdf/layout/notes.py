"""Footnotes: their lines, and how much of them a page takes at its foot."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.blocks import BlockLayout
from cotaprep_docs.pdf.layout.boxes import Group, Item, Rule
from cotaprep_docs.pdf.layout.slices import Slice, total_height
from cotaprep_docs.pdf.model.content import Note
from cotaprep_docs.records import unchecked

# The line above the notes as LibreOffice draws it: a quarter of the text's width, 0.1 cm around it.
_RULE: Final = 14
_AROUND: Final = 57
_SHARE: Final = 4
SEPARATOR: Final = _AROUND + _RULE + _AROUND
"""The room of the line between text and notes."""


def separator(width: int) -> Rule:
    """Return the line between text and notes, from the top of its room."""
    y = _AROUND + _RULE / 2
    return Rule(0, y, width // _SHARE, y, _RULE)


@unchecked(frozen=True, slots=True)
class NoteLayout:
    """Lays out the footnotes of a document, each once."""

    notes: Mapping[int, Note]
    blocks: BlockLayout
    _known: dict[tuple[int, int], tuple[Slice, ...]] = dataclasses.field(default_factory=dict)

    def lines(self, keys: Iterable[int], width: int) -> list[Slice]:
        """Return the lines of notes, one below the other, in a room of that width."""
        found: list[Slice] = []
        for key in keys:
            if (key, width) not in self._known:
                slices, after = self.blocks.flow(self.notes[key].blocks, width)
                self._known[key, width] = _with_room_below(slices, after)
            found += self._known[key, width]
        return found

    def endnotes(self, keys: Sequence[int], width: int) -> list[Slice]:
        """Return the notes at the end of a section, the line above them first."""
        lines = self.lines(keys, width)
        if not lines:
            return []
        lines[0] = dataclasses.replace(lines[0], keep=True)
        return [Slice(SEPARATOR, (separator(width),)), *lines]


def _with_room_below(slices: Sequence[Slice], after: int) -> tuple[Slice, ...]:
    if not slices or not after:
        return tuple(slices)
    last = slices[-1]
    return (*slices[:-1], dataclasses.replace(last, height=last.height + after, spill=last.spill + after))


def area_height(lines: Sequence[Slice]) -> int:
    """Return the room that lines of notes take, with the line above them."""
    return SEPARATOR + total_height(lines) if lines else 0


def least_lines(lines: Sequence[Slice]) -> Sequence[Slice]:
    """Return the lines of a note that must stand on the page of its reference."""
    count = min(1, len(lines))
    while count < len(lines) and lines[count].keep:
        count += 1
    return lines[:count]


def cut_lines(lines: Sequence[Slice], room: int) -> tuple[Sequence[Slice], list[Slice]]:
    """Return the lines that fit into a room, and those for the next page."""
    y, count = SEPARATOR, 0
    for index, line in enumerate(lines):
        y += line.gap + line.height
        if y - line.spill > room:
            break
        count = index + 1
    whole = count
    while 0 < count < len(lines) and lines[count].keep:
        count -= 1
    count = count or whole
    rest = list(lines[count:])
    if rest:
        rest[0] = dataclasses.replace(rest[0], gap=0, keep=False)
    return lines[:count], rest


def draw_notes(lines: Sequence[Slice], left: int, width: int, y: int) -> list[Item]:
    """Return notes with the line above them, from a height downwards."""
    items: list[Item] = [Group(left, y, (separator(width),))]
    y += SEPARATOR
    for line in lines:
        y += line.gap
        if line.items:
            items.append(Group(left, y, line.items))
        y += line.height
    return items
