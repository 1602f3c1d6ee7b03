"""Foot- and endnotes: which are met, how they are numbered, where they stand (Part 1, 17.11)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.content import Block, Note
from cotaprep_docs.pdf.model.numbers import format_number
from cotaprep_docs.pdf.reader.values import W, attribute, child_value, number
from cotaprep_docs.records import unchecked

NOTE_KINDS: Final = ("footnotes", "endnotes")
_FOOT: Final = NOTE_KINDS[0]


@unchecked(frozen=True, slots=True)
class Numbering:
    """How the notes of one kind are numbered; `position` is where endnotes stand."""

    number_format: str
    start: int = 1
    restart: str = "continuous"
    position: str = ""


@unchecked(frozen=True, slots=True)
class MetNote:
    """A note that the text refers to, in which part; `by_hand`: its mark is written in the text."""

    key: int
    kind: str
    element: etree._Element
    part: str
    by_hand: bool = False


@unchecked(slots=True)
class NoteBook:
    """The notes of one document.

    Attributes:
        met: those referred to in the section that is read.
        finished: those read, by key.
    """

    met: list[MetNote] = dataclasses.field(default_factory=list)
    finished: dict[int, Note] = dataclasses.field(default_factory=dict)
    _parts: dict[str, Mapping[str, etree._Element]] = dataclasses.field(default_factory=dict)
    _names: dict[str, str] = dataclasses.field(default_factory=dict)
    _numbering: dict[str, Numbering] = dataclasses.field(
        default_factory=lambda: {_FOOT: Numbering("decimal"), NOTE_KINDS[1]: Numbering("lowerRoman")}
    )
    _counts: dict[str, int] = dataclasses.field(default_factory=dict)
    _marks: dict[int, tuple[str, str]] = dataclasses.field(default_factory=dict)
    _endnotes: list[int] = dataclasses.field(default_factory=list)
    _last: int = 0

    def add_part(self, kind: str, root: etree._Element, name: str) -> None:
        """Remember the notes of a part; separators are among them, and nothing refers to those."""
        self._parts[kind] = {attribute(element, "id"): element for element in root.iterchildren(W + "*")}
        self._names[kind] = name

    def configure(self, settings: etree._Element | None) -> None:
        """Take the numbering of the whole document from its settings."""
        for kind in NOTE_KINDS:
            self._numbering[kind] = _read_numbering(settings, kind, self._numbering[kind])

    def refer(self, kind: str, note_id: str, *, by_hand: bool) -> int:
        """Return the key of a note that the text refers to, 0 where it is missing."""
        element = self._parts.get(kind, {}).get(note_id)
        if element is None:
            return 0
        self._last += 1
        self.met.append(MetNote(self._last, kind, element, self._names[kind], by_hand))
        return self._last

    def number_section(self, section: etree._Element | None) -> Iterator[MetNote]:
        """Yield the notes of a section, numbered as it says; a note may refer to others."""
        numbering = {kind: _read_numbering(section, kind, self._numbering[kind]) for kind in NOTE_KINDS}
        for kind, own in numbering.items():
            if own.restart == "eachSect":
                self._counts[kind] = own.start - 1
        while self.met:
            met = self.met.pop(0)
            own = numbering[met.kind]
            self._marks[met.key] = self._mark(met, own)
            yield met

    def _mark(self, met: MetNote, numbering: Numbering) -> tuple[str, str]:
        """Return the mark of a note and, where it counts by pages, its format."""
        if met.by_hand:
            return "", ""
        count = self._counts[met.kind] = self._counts.get(met.kind, numbering.start - 1) + 1
        if numbering.restart == "eachPage" and met.kind == _FOOT:
            return format_number(1, numbering.number_format), numbering.number_format
        return format_number(count, numbering.number_format), ""

    def finish(self, met: MetNote, blocks: tuple[Block, ...]) -> None:
        """Keep what a note says."""
        mark, paged = self._marks[met.key]
        self.finished[met.key] = Note(blocks, mark, paged, foot=met.kind == _FOOT)
        if met.kind != _FOOT:
            self._endnotes.append(met.key)

    @property
    def ends_with_section(self) -> bool:
        """Whether endnotes stand at the end of their section, not of the document."""
        return self._numbering[NOTE_KINDS[1]].position == "sectEnd"

    def take_endnotes(self) -> tuple[int, ...]:
        """Return the endnotes that stand nowhere yet."""
        taken, self._endnotes = tuple(self._endnotes), []
        return taken


def _read_numbering(parent: etree._Element | None, kind: str, inherited: Numbering) -> Numbering:
    element = None if parent is None else parent.find(f"{W}{kind[:-1]}Pr")
    if element is None:
        return inherited
    return Numbering(
        child_value(element, "numFmt", inherited.number_format),
        number(child_value(element, "numStart"), inherited.start, low=0, high=1_000_000),
        child_value(element, "numRestart", inherited.restart),
        child_value(element, "pos", inherited.position),
    )
