"""From Word's paragraphs to tags: found across runs, cut out of them, and put where Jinja may use them.

After scanning, an output tag stands alone in a run that has the formatting of the place it was typed in,
and a block tag stands between whole runs, paragraphs or rows. So rendering can only repeat or drop whole
elements, and its result is always well-formed.
"""

from __future__ import annotations

import copy
import dataclasses
from typing import Final, TypeAlias

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.blocks import BlockChecker
from cotaprep_docs.templating.charts import ATTRIBUTES, chart_name, chart_properties, typed_tag
from cotaprep_docs.templating.cleaning import add_text_before, remove_keeping_tail
from cotaprep_docs.templating.places import Atlas, owner, shorten
from cotaprep_docs.templating.tags import KEEP, PATTERN, Keyword, Tag, dotted, parse_tag

_P, _R, _T, _RPR, _TR = (qn(f"w:{name}") for name in ("p", "r", "t", "rPr", "tr"))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# Word's session marks are gone after cleaning, so these attributes are free to carry ours through Jinja:
# they say which paragraphs and rows held tags, and go away when the document is tidied.
PARAGRAPH_MARK: Final = qn("w:rsidR")
ROW_MARK: Final = qn("w:rsidTr")
TAGGED: Final = "00CD0001"
_CHARACTERS: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\N{SOFT HYPHEN}",
}
_IN_THE_WAY: Final = {
    qn("w:drawing"): "una imagen",
    qn("w:pict"): "una imagen",
    qn("w:object"): "un objeto",
    qn("w:fldChar"): "un campo",
    qn("w:fldSimple"): "un campo",
    qn("w:sectPr"): "un salto de sección",
    qn("w:footnoteReference"): "una nota",
}


@record(frozen=True, slots=True)
class Scan:
    """What a part holds: its tags in reading order, and what is wrong with them."""

    tags: tuple[Tag, ...]
    problems: tuple[Problem, ...]


@record(slots=True)
class _Atom:
    """A stretch of a paragraph's text: a ``w:t``, or an element that stands for a character."""

    element: etree._Element
    text: str
    start: int


@record(slots=True)
class _Found:
    """A tag in its paragraph."""

    start: int
    end: int
    tag: Tag | None


_Piece: TypeAlias = "etree._Element | Tag"  # noqa: SLF001 - the name lxml gives its elements


def scan(atlas: Atlas) -> Scan:
    """Find and place the tags of a part; its tree is changed for rendering."""
    scanner = _Scanner(atlas)
    for paragraph in atlas.paragraphs:
        scanner.read(paragraph)
    return Scan(tuple(scanner.tags), (*scanner.problems, *scanner.blocks.finish()))


class _Scanner:
    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.tags: list[Tag] = []
        self.problems: list[Problem] = []
        self.blocks = BlockChecker()

    def read(self, paragraph: etree._Element) -> None:
        """Read one paragraph."""
        self._read_charts(paragraph)
        atoms = _atoms(paragraph)
        text = "".join(atom.text for atom in atoms)
        if "{" not in text and "}" not in text:
            return
        found = self._find(paragraph, text)
        tags = [item.tag for item in found if item.tag is not None]
        outside = _without(text, found)
        self._check_braces(paragraph, outside)
        self.tags.extend(tag for tag in tags if tag.keyword is not Keyword.COMMENT)
        if any(tag.level == "tr" for tag in tags):
            self._hoist_row(paragraph, tags)
        elif self._stands_alone(paragraph, tags, outside):
            self._hoist_paragraph(paragraph, tags)
        else:
            self._place_inline(paragraph, atoms, found)

    def _read_charts(self, paragraph: etree._Element) -> None:
        """Read the tags of the charts in a paragraph and put them where Jinja may use them."""
        for chart, properties in chart_properties(paragraph):
            typed = typed_tag(properties)
            if typed and owner(chart) is paragraph:
                self._place_chart(paragraph, properties, typed)

    def _place_chart(self, paragraph: etree._Element, properties: etree._Element, typed: str) -> None:
        tag, problems = parse_tag(typed, self.atlas.of(paragraph)) if PATTERN.fullmatch(typed) else (None, ())
        self.problems.extend(problems)
        name = chart_name(properties)
        is_path = tag is not None and tag.expression is not None and dotted(tag.expression)
        if not problems and (tag is None or tag.is_block or not is_path):
            location = self.atlas.of(paragraph)
            self.problems.append(kinds.CHART_TAG.at(location, nombre=shorten(name), texto=shorten(typed)))
            return
        if tag is None:
            return
        tag = dataclasses.replace(tag, is_chart=True)
        self.tags.append(tag)
        for attribute in ATTRIBUTES:
            if "{" in properties.get(attribute, ""):
                # Said anew once it is known what the chart shows.
                properties.set(attribute, "")
        properties.text = self._emit(tag)
        # Where nothing is shown, the paragraph goes too.
        paragraph.set(PARAGRAPH_MARK, TAGGED)

    def _find(self, paragraph: etree._Element, text: str) -> list[_Found]:
        found = []
        for match in PATTERN.finditer(text):
            tag, problems = parse_tag(match.group(), self.atlas.of(paragraph))
            self.problems.extend(problems)
            found.append(_Found(match.start(), match.end(), tag))
        return found

    def _check_braces(self, paragraph: etree._Element, outside: str) -> None:
        location = self.atlas.of(paragraph)
        for mark in ("{{", "{%", "{#"):
            if mark in outside:
                rest = shorten(outside[outside.index(mark) :])
                self.problems.append(kinds.TAG_NOT_CLOSED.at(location, etiqueta=rest))
                return
        for mark in ("}}", "%}", "#}"):
            if mark in outside:
                self.problems.append(kinds.TAG_NOT_OPENED.at(location, etiqueta=mark))
                return
        for brace in "{}":
            if brace in outside:
                self.problems.append(kinds.LOOSE_BRACE.at(location, llave=brace))

    def _stands_alone(self, paragraph: etree._Element, tags: list[Tag], outside: str) -> bool:
        """Whether a paragraph holds only block tags, so that it is no paragraph of the document."""
        if any(tag.level for tag in tags):
            return True
        if not tags or outside.strip() or any(_prints(tag) for tag in tags):
            return False
        return any(tag.is_block for tag in tags) or not _thing_in(paragraph)

    def _hoist_paragraph(self, paragraph: etree._Element, tags: list[Tag]) -> None:
        marked = next((tag for tag in tags if tag.level), None)
        if marked is not None:
            rest = _beside(paragraph, marked)
            if rest:
                problem = kinds.TEXT_BESIDE_PARAGRAPH_TAG.at(
                    marked.location, etiqueta=marked.typed, texto=rest
                )
                self.problems.append(problem)
            self._check_alone(tags)
        self._check_way(paragraph, tags)
        parent = paragraph.getparent()
        if parent is not None:
            self._hoist(paragraph, tags, parent)

    def _hoist_row(self, paragraph: etree._Element, tags: list[Tag]) -> None:
        marked = next(tag for tag in tags if tag.level == "tr")
        row = next(paragraph.iterancestors(_TR), None)
        table = row.getparent() if row is not None else None
        if row is None or table is None:
            self.problems.append(kinds.ROW_TAG_OUTSIDE_TABLE.at(marked.location, etiqueta=marked.typed))
            return
        rest = _beside(row, marked)
        if rest:
            problem = kinds.TEXT_BESIDE_ROW_TAG.at(marked.location, etiqueta=marked.typed, texto=rest)
            self.problems.append(problem)
        self._check_alone(tags)
        self._check_way(row, tags)
        self._hoist(row, tags, table)

    def _check_alone(self, tags: list[Tag]) -> None:
        for tag in [tag for tag in tags if tag.is_block][1:]:
            self.problems.append(kinds.TWO_BLOCK_TAGS.at(tag.location, etiqueta=tag.typed))

    def _check_way(self, element: etree._Element, tags: list[Tag]) -> None:
        thing = _thing_in(element)
        blocks = [tag for tag in tags if tag.is_block]
        if thing and blocks:
            problem = kinds.BLOCK_TAG_IN_THE_WAY.at(blocks[0].location, etiqueta=blocks[0].typed, cosa=thing)
            self.problems.append(problem)

    def _hoist(self, element: etree._Element, tags: list[Tag], container: etree._Element) -> None:
        """Put the tags in the place of the paragraph or row they stand for."""
        for tag in tags:
            if tag.is_block:
                self.blocks.add(tag, container)
                add_text_before(element, self._emit(tag))
        remove_keeping_tail(element)

    def _place_inline(self, paragraph: etree._Element, atoms: list[_Atom], found: list[_Found]) -> None:
        for run in dict.fromkeys(
            parent for atom in atoms if (parent := atom.element.getparent()) is not None
        ):
            own = [atom for atom in atoms if atom.element.getparent() is run]
            container = run.getparent()
            if container is not None and _touches(own, found):
                self._replace(run, container, _cut(run, own, found))
        if not any(item.tag is not None and _keeps(item.tag) for item in found):
            paragraph.set(PARAGRAPH_MARK, TAGGED)
        row = next(paragraph.iterancestors(_TR), None)
        if row is not None and not PATTERN.sub("", _all_text(row)).strip():
            row.set(ROW_MARK, TAGGED)

    def _replace(self, run: etree._Element, container: etree._Element, pieces: list[_Piece]) -> None:
        """Put the pieces of a run in its place, tags as Jinja gets them."""
        for piece in pieces:
            if not isinstance(piece, Tag):
                run.addprevious(piece)
            elif piece.is_block:
                self.blocks.add(piece, container)
                add_text_before(run, self._emit(piece))
            else:
                printed = _new_run(run)
                _append_text(printed, self._emit(piece))
                run.addprevious(printed)
        remove_keeping_tail(run)

    def _emit(self, tag: Tag) -> str:
        """Return a tag for Jinja: numbered, and on lines of its own, so that an error's line names it."""
        start, end = ("{{", "}}") if tag.keyword is Keyword.OUTPUT else ("{%", "%}")
        return f"{{#{self.tags.index(tag)}\n#}}{start}\n{tag.checked_source}\n{end}"


def _prints(tag: Tag) -> bool:
    return tag.keyword is Keyword.OUTPUT or _keeps(tag)


def _keeps(tag: Tag) -> bool:
    return tag.keyword is Keyword.COMMENT and tag.source == KEEP


def _thing_in(element: etree._Element) -> str:
    return next((_IN_THE_WAY[child.tag] for child in element.iter(*_IN_THE_WAY)), "")


def _atoms(paragraph: etree._Element) -> list[_Atom]:
    atoms: list[_Atom] = []
    position = 0
    for element in paragraph.iter(_T, *_CHARACTERS):
        if owner(element) is not paragraph:
            continue
        parent = element.getparent()
        if parent is None or parent.tag != _R:
            continue
        text = (element.text or "") if element.tag == _T else _CHARACTERS[element.tag]
        atoms.append(_Atom(element, text, position))
        position += len(text)
    return atoms


def _without(text: str, found: list[_Found]) -> str:
    """Return what is outside the tags; a mark keeps what was apart from joining into a new one."""
    kept, position = [], 0
    for item in found:
        kept.append(text[position : item.start])
        position = item.end
    return " ".join([*kept, text[position:]])


def _all_text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(_T))


def _beside(element: etree._Element, tag: Tag) -> str:
    """Return the text that would go away with a hoisted paragraph or row, its tags and all."""
    text = " ".join("".join(t.text or "" for t in p.iter(_T)) for p in element.iter(_P))
    blocks_out = PATTERN.sub(lambda match: match.group() if match.group().startswith("{{") else " ", text)
    return shorten(blocks_out) if tag.is_block else ""


def _touches(atoms: list[_Atom], found: list[_Found]) -> bool:
    start, end = atoms[0].start, atoms[-1].start + len(atoms[-1].text)
    return any(item.start < end and item.end > start for item in found)


def _cut(run: etree._Element, atoms: list[_Atom], found: list[_Found]) -> list[_Piece]:
    """Return a run cut at its tags: runs with the same formatting, and the tags that begin in it."""
    by_element = {atom.element: atom for atom in atoms}
    pieces: list[_Piece] = []
    for child in list(run):
        atom = by_element.get(child)
        if atom is not None:
            _cut_atom(run, atom, found, pieces)
        elif child.tag != _RPR:
            _open_run(run, pieces).append(child)
    return pieces


def _cut_atom(run: etree._Element, atom: _Atom, found: list[_Found], pieces: list[_Piece]) -> None:
    position, end = atom.start, atom.start + len(atom.text)
    for item in found:
        if item.end <= position or item.start >= end:
            continue
        if item.start > position:
            _add_text(run, atom, position, item.start, pieces)
        if item.start >= atom.start and item.tag is not None and item.tag.keyword is not Keyword.COMMENT:
            pieces.append(item.tag)
        position = min(item.end, end)
    if position < end:
        _add_text(run, atom, position, end, pieces)


def _add_text(run: etree._Element, atom: _Atom, start: int, end: int, pieces: list[_Piece]) -> None:
    target = _open_run(run, pieces)
    if atom.element.tag != _T:
        target.append(atom.element)
        return
    _append_text(target, atom.text[start - atom.start : end - atom.start])


def _append_text(run: etree._Element, content: str) -> None:
    text = etree.SubElement(run, _T)
    text.set(_SPACE, "preserve")
    text.text = content


def _open_run(run: etree._Element, pieces: list[_Piece]) -> etree._Element:
    """Return the run that text goes on in: the last piece, or a new run after a tag."""
    if pieces and not isinstance(pieces[-1], Tag):
        return pieces[-1]
    new = _new_run(run)
    pieces.append(new)
    return new


def _new_run(run: etree._Element) -> etree._Element:
    new = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        new.append(copy.deepcopy(properties))
    return new
