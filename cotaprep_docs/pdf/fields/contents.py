r"""TOC: which paragraphs a table of contents, or of figures, lists (ECMA-376 Part 1, 17.16.5.68)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.field_tree import Field, find_fields
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.pdf.fields.outline import Entry, Outline
from cotaprep_docs.pdf.model.style import BODY_TEXT
from cotaprep_docs.records import unchecked

_RANGE: Final = re.compile(r"\s*([1-9])\s*-\s*([1-9])\s*")
_ALL: Final = (1, 9)
_MARK: Final = "_Toc"


@unchecked(frozen=True, slots=True)
class Line:
    """A line of a table of contents.

    Attributes:
        level: 1 for the highest.
        number: what stands before its text.
        text: its text.
        mark: the bookmark of the place it leads to.
    """

    level: int
    number: str
    text: str
    mark: str

    @property
    def words(self) -> str:
        """Number and text without spaces, to compare."""
        return "".join(f"{self.number}{self.text}".split())


@unchecked(slots=True)
class Region:
    """The paragraphs of a table of contents, from the one it begins in to the one it ends in."""

    field: Field
    first: etree._Element
    last: etree._Element
    blocks: list[etree._Element]

    @staticmethod
    def of(field: Field) -> Region | None:
        """Return where a field stands; None where its ends are not in blocks beside each other."""
        if field.separate is None or field.end is None:
            return None
        ends = [next(end.iterancestors(qn("w:p")), None) for end in (field.begin, field.separate, field.end)]
        first, middle, last = ends
        if first is None or last is None or middle is not first:
            return None
        blocks = [first]
        while blocks[-1] is not last:
            following = blocks[-1].getnext()
            if following is None:
                return None
            blocks.append(following)
        return Region(field, first, last, blocks)

    def paragraphs(self) -> Iterator[etree._Element]:
        """Yield all its paragraphs."""
        for block in self.blocks:
            yield from block.iter(qn("w:p"))


def leads_to(paragraph: etree._Element) -> list[str]:
    """Return the bookmarks that a line of a table of contents names."""
    known = [field.instruction for field in find_fields(paragraph)]
    marks = [what.argument for what in known if what.name == "PAGEREF"]
    marks += [link.get(qn("w:anchor"), "") for link in paragraph.iter(qn("w:hyperlink"))]
    marks += [what.value(r"\l") for what in known if what.name == "HYPERLINK"]
    return [mark for mark in marks if mark]


def collect_lines(region: Region, instruction: Instruction, outline: Outline) -> list[Line]:
    """Return what a table of contents has to list; a place without a bookmark gets one."""
    own = set(region.paragraphs())
    low, high = _bounds(instruction, outline)
    figures = instruction.value(r"\c") or instruction.value(r"\a")
    levels = _Levels(instruction, outline)
    marks = _Marks(outline, region)
    lines = []
    for entry in outline.entries:
        if entry.element in own or not low <= outline.places[entry.element] < high:
            continue
        if figures:
            text = _caption(entry, figures, outline, whole=instruction.has(r"\c"))
            level, number = 1, ""
        else:
            level, number, text = levels.of(entry), entry.number, entry.text
        if level and text:
            lines.append(Line(level, number, text, marks.of(entry)))
    return lines


def _bounds(instruction: Instruction, outline: Outline) -> tuple[int, int]:
    r"""Return between which places the paragraphs stand: all, or those in the bookmark of ``\b``."""
    start = outline.bookmarks.get(instruction.value(r"\b").casefold())
    if not instruction.has(r"\b") or start is None:
        return 0, len(outline.places)
    paragraph = next(start.iterancestors(qn("w:p")), start)
    low = outline.places[paragraph]
    for end in outline.root.iter(qn("w:bookmarkEnd")):
        if end.get(qn("w:id")) == start.get(qn("w:id")):
            return low, outline.places[end]
    return low, len(outline.places)


def _caption(entry: Entry, identifier: str, outline: Outline, *, whole: bool) -> str:
    """Return the text of a caption: a paragraph with a SEQ field of an identifier."""
    for field in outline.fields:
        instruction = field.instruction
        same = instruction.name == "SEQ" and instruction.argument.casefold() == identifier.casefold()
        if same and field.paragraph is entry.element:
            if whole:
                return entry.text
            before, _, after = entry.text.partition(field.result)
            return after.lstrip(" .:-–—\u00a0") if field.result else before
    return ""


class _Levels:
    """Tells the level of a paragraph in a table of contents."""

    def __init__(self, instruction: Instruction, outline: Outline) -> None:
        lone = not any(instruction.has(switch) for switch in (r"\o", r"\u", r"\t"))
        match = _RANGE.fullmatch(instruction.value(r"\o"))
        self._range = (int(match[1]), int(match[2])) if match else _ALL
        self._headings = instruction.has(r"\o") or lone
        self._outline = instruction.has(r"\u") or lone
        self._styles = _named_styles(instruction.value(r"\t"), outline)

    def of(self, entry: Entry) -> int:
        """Return the level, 0 for a paragraph that is not listed."""
        if entry.style in self._styles:
            return self._styles[entry.style]
        low, high = self._range
        if self._headings and entry.heading:
            return entry.heading if low <= entry.heading <= high else 0
        level = entry.outline + 1
        return level if self._outline and level <= BODY_TEXT and low <= level <= high else 0


def _named_styles(text: str, outline: Outline) -> Mapping[str, int]:
    r"""Return the levels of ``\t``: names and levels by turns, parted by what lists are parted by."""
    words = [word.strip() for word in re.split("[;,]", text)]
    return {
        outline.style_id(name): int(level)
        for name, level in zip(words[::2], words[1::2], strict=False)
        if level.isdigit() and 1 <= int(level) <= 9 and outline.style_id(name)
    }


class _Marks:
    """Gives the bookmark by which a table of contents finds a paragraph, a new one where there is none."""

    def __init__(self, outline: Outline, region: Region) -> None:
        self._outline = outline
        self._cached = {mark for paragraph in region.paragraphs() for mark in leads_to(paragraph)}
        starts = list(outline.root.iter(qn("w:bookmarkStart")))
        self._names = {start.get(qn("w:name"), "") for start in starts}
        identifiers = (start.get(qn("w:id"), "") for start in starts)
        self._next = max((int(text) for text in identifiers if text.isdecimal()), default=-1) + 1
        self._count = 0

    def of(self, entry: Entry) -> str:
        """Return the name of the bookmark of a paragraph: of several, the one that the old lines name."""
        starts = entry.element.iter(qn("w:bookmarkStart"))
        names = [name for start in starts if (name := start.get(qn("w:name"), "")).startswith(_MARK)]
        known = [name for name in names if name in self._cached]
        return next(iter((*known, *names)), "") or self._add(entry.element)

    def _add(self, paragraph: etree._Element) -> str:
        name = self._free_name()
        start = etree.Element(qn("w:bookmarkStart"), {qn("w:id"): str(self._next), qn("w:name"): name})
        end = etree.SubElement(paragraph, qn("w:bookmarkEnd"), {qn("w:id"): str(self._next)})
        properties = paragraph.find(qn("w:pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        self._outline.bookmarks[name.casefold()] = start
        self._next += 1
        # What was numbered keeps its place; what is new stands where its paragraph does.
        self._outline.places[start] = self._outline.places[end] = self._outline.places[paragraph]
        return name

    def _free_name(self) -> str:
        while True:
            self._count += 1
            name = f"{_MARK}{self._count:09d}"
            if name not in self._names:
                self._names.add(name)
                return name
