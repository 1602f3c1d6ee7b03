"""Tracked changes resolved for both engines: all accepted or all rejected (ECMA-376 Part 1, 17.13.5)."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.ooxml.revision_count import count_changes
from cotaprep_docs.ooxml.trees import remove_keeping_tail, unwrap
from cotaprep_docs.records import record

_STORIES: Final = re.compile(
    r"word/[^/]*(document|header|footer|footnotes|endnotes|styles|numbering)\d*\.xml", re.IGNORECASE
)
_SIGNS: Final = re.compile(
    rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change"
    rb"|(?:move|customXml)\w+Range(?:Start|End))[ />]"
)
_RUN_PROPS, _PARA_PROPS, _ROW_PROPS = qn("w:rPr"), qn("w:pPr"), qn("w:trPr")
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_LIST: Final = qn("w:numPr")
_PROPERTIES: Final = frozenset((_RUN_PROPS, _PARA_PROPS, _ROW_PROPS, _LIST))
_CHANGES: Final = tuple(
    qn(f"w:{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_RANGES: Final = tuple(
    qn(f"w:{kind}Range{end}")
    for kind in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo",
    )
    for end in ("Start", "End")
)  # fmt: skip
# What a change of properties never records, and so stays as it is (17.13.5.29 to 17.13.5.32).
_KEPT: Final[Mapping[str, frozenset[str]]] = {
    _PARA_PROPS: frozenset((_RUN_PROPS, qn("w:sectPr"))),
    qn("w:sectPr"): frozenset((qn("w:headerReference"), qn("w:footerReference"))),
}
_PLAIN: Final[Mapping[str, str]] = {
    qn("w:delText"): qn("w:t"),
    qn("w:delInstrText"): qn("w:instrText"),
}
_MARKS: Final = frozenset(
    qn(f"w:{name}") for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)
_BLOCKS: Final = frozenset((_PARAGRAPH, _TABLE, qn("w:sdt"), qn("w:customXml")))
_MERGES: Final[Mapping[str, str]] = {"cont": "continue", "rest": "restart"}


class Changes(enum.StrEnum):
    """What is done with the changes that nobody accepted or rejected yet."""

    ACCEPT = "aceptar"
    REJECT = "rechazar"


@record(frozen=True, slots=True)
class Resolved:
    """The parts without tracked changes, and how many there were in the text that is printed."""

    parts: dict[str, bytes]
    count: int


def resolve_revisions(parts: Mapping[str, bytes], changes: Changes = Changes.ACCEPT) -> Resolved:
    """Return the parts of a DOCX as if every tracked change had been accepted, or rejected.

    Raises:
        BadPackage: a part with changes is no well-formed XML.
    """
    resolved, count = dict(parts), 0
    for name in sorted(parts):
        if _STORIES.fullmatch(name) and _SIGNS.search(parts[name]):
            root = parse_xml(parts[name], name)
            if not name.endswith(("styles.xml", "numbering.xml")):
                count += count_changes(root)
            _Resolver(changes).resolve(root)
            resolved[name] = serialize_xml(root)
    return Resolved(resolved, count)


class _Resolver:
    """Resolves one part in place."""

    def __init__(self, changes: Changes) -> None:
        accept = changes is Changes.ACCEPT
        self._accept = accept
        self._gone: frozenset[str] = frozenset(
            map(qn, ("w:del", "w:moveFrom") if accept else ("w:ins", "w:moveTo"))
        )
        self._stays: frozenset[str] = frozenset(
            map(qn, ("w:ins", "w:moveTo") if accept else ("w:del", "w:moveFrom"))
        )
        self._gone_cell = qn("w:cellDel" if accept else "w:cellIns")

    def resolve(self, root: etree._Element) -> None:
        """Resolve rows, cells and properties first, then text, then the ends of paragraphs."""
        self._rows(root)
        self._cells(root)
        self._lists(root)
        for element in list(root.iter(*_CHANGES)):
            self._properties(element)
        ended = [paragraph for paragraph in root.iter(_PARAGRAPH) if self._is_end_gone(paragraph)]
        emptied = {id(paragraph) for paragraph in ended if not self._keeps_text(paragraph)}
        for element in list(root.iter(*_RANGES)):
            remove_keeping_tail(element)
        self._texts(root)
        for paragraph in ended:
            _join_next(paragraph, emptied=id(paragraph) in emptied)
        _tidy_tables(root)

    def _rows(self, root: etree._Element) -> None:
        for row in list(root.iter(_ROW)):
            properties = row.find(_ROW_PROPS)
            if properties is not None and any(child.tag in self._gone for child in properties):
                remove_keeping_tail(row)

    def _cells(self, root: etree._Element) -> None:
        for mark in list(root.iter(self._gone_cell)):
            cell = next(mark.iterancestors(_CELL), None)
            if cell is not None:
                remove_keeping_tail(cell)
        for mark in list(root.iter(qn("w:cellIns"), qn("w:cellDel"))):
            remove_keeping_tail(mark)
        for mark in list(root.iter(qn("w:cellMerge"))):
            said = mark.get(qn("w:vMerge" if self._accept else "w:vMergeOrig"))
            properties = mark.getparent()
            remove_keeping_tail(mark)
            if said and properties is not None and properties.find(qn("w:vMerge")) is None:
                merge = etree.SubElement(properties, qn("w:vMerge"))
                merge.set(qn("w:val"), _MERGES.get(said, said))

    def _lists(self, root: etree._Element) -> None:
        """Undo a number given to a paragraph, where that is rejected (17.13.5.19)."""
        for numbering in list(root.iter(_LIST)):
            if not self._accept and numbering.find(qn("w:ins")) is not None:
                remove_keeping_tail(numbering)

    def _properties(self, change: etree._Element) -> None:
        """Drop the note of what properties were, or put them back."""
        now = change.getparent()
        if now is None:
            return
        before = next((child for child in change if child.tag == now.tag), None)
        now.remove(change)
        if self._accept or change.tag == qn("w:numberingChange"):
            return
        kept = _KEPT.get(str(now.tag), frozenset())
        for child in [child for child in now if child.tag not in kept and child.tag not in _ROW_MARKS]:
            now.remove(child)
        for place, child in enumerate(list(before) if before is not None else []):
            now.insert(place, child)

    def _is_end_gone(self, paragraph: etree._Element) -> bool:
        mark = paragraph.find(f"{_PARA_PROPS}/{_RUN_PROPS}")
        return mark is not None and any(child.tag in self._gone for child in mark)

    def _keeps_text(self, paragraph: etree._Element) -> bool:
        """Tell whether something stays of a paragraph: if not, the next one is left as it was."""
        return any(
            next(run.iterancestors(*self._gone), None) is None
            for run in paragraph.iter(qn("w:r"), qn("m:r"))
            if len(run) > (run.find(_RUN_PROPS) is not None)
        )

    def _texts(self, root: etree._Element) -> None:
        for element in list(root.iter(*self._gone, *self._stays)):
            parent = element.getparent()
            if parent is None:
                continue
            if parent.tag in _PROPERTIES or element.tag in self._gone:
                remove_keeping_tail(element)
            else:
                unwrap(element)
        if not self._accept:
            for element in root.iter(*_PLAIN):
                element.tag = _PLAIN[str(element.tag)]


_ROW_MARKS: Final = frozenset((qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")))


def _join_next(paragraph: etree._Element, *, emptied: bool) -> None:
    """Join a paragraph with the one after it, whose properties hold (17.13.5.15).

    Where the one after is no paragraph, an emptied paragraph goes away, unless its cell would be left
    without one; with text it stays, since a table cannot be joined to it.
    """
    following = paragraph.getnext()
    while following is not None and following.tag in _MARKS:
        following = following.getnext()
    parent = paragraph.getparent()
    if parent is None:
        return
    if following is None or following.tag != _PARAGRAPH:
        others = any(child is not paragraph and child.tag in _BLOCKS for child in parent)
        last = following is None or following.tag == qn("w:sectPr")
        if emptied and others and not (last and _needs_last(paragraph)):
            _move_marks(paragraph)
            remove_keeping_tail(paragraph)
        return
    properties = following.find(_PARA_PROPS)
    place = 0 if properties is None else 1
    for offset, child in enumerate([child for child in paragraph if child.tag != _PARA_PROPS]):
        following.insert(place + offset, child)
    remove_keeping_tail(paragraph)


def _needs_last(paragraph: etree._Element) -> bool:
    """A cell, and what else holds blocks, ends with a paragraph."""
    previous = paragraph.getprevious()
    while previous is not None and previous.tag in _MARKS:
        previous = previous.getprevious()
    return previous is None or previous.tag != _PARAGRAPH


def _move_marks(paragraph: etree._Element) -> None:
    """Leave the bookmarks of a paragraph that goes away where it stood."""
    for mark in [child for child in paragraph if child.tag in _MARKS]:
        paragraph.addprevious(mark)


def _tidy_tables(root: etree._Element) -> None:
    """Take away tables without rows and rows without cells; a cell has at least one paragraph."""
    for tag, inner in ((_ROW, _CELL), (_TABLE, _ROW)):
        for element in list(root.iter(tag)):
            if next(element.iter(inner), None) is None:
                remove_keeping_tail(element)
    for cell in root.iter(_CELL):
        if not any(child.tag in _BLOCKS for child in cell):
            etree.SubElement(cell, _PARAGRAPH)
