"""The rendered document put in order: what came out blank, what Word needs, numbers given once."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.templating.runs import Writer
from cotaprep_docs.templating.scanning import PARAGRAPH_MARK, ROW_MARK
from cotaprep_docs.templating.values import BLANKS

_P, _T, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "t", "tbl", "tr", "tc"))
_VISIBLE: Final = tuple(
    qn(f"w:{name}")
    for name in (
        "drawing", "pict", "object", "fldChar", "fldSimple", "br", "sym", "footnoteReference",
        "endnoteReference", "sectPr", "ptab",
    )
)  # fmt: skip
_HOLDERS: Final = tuple(
    qn(f"w:{name}") for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
)
_CONTROL, _CONTENT = qn("w:sdt"), qn("w:sdtContent")
_MARKS: Final = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))


def tidy(root: etree._Element, writer: Writer) -> None:
    """Put one rendered part in order."""
    _remove_blank_rows(root)
    _remove_blank_paragraphs(root)
    _remove_blank_tables(root)
    _complete_holders(root)
    _separate_tables(root)
    _renumber_controls(root, writer)
    _renumber_bookmarks(root)


def renumber_drawings(roots: list[etree._Element]) -> None:
    """Give each picture of a document its own number; loops and letterheads repeat them."""
    number = 0
    for root in roots:
        for drawing in root.iter(qn("wp:docPr")):
            number += 1
            drawing.set("id", str(number))


def _is_blank(element: etree._Element) -> bool:
    if any((text.text or "").strip(BLANKS) for text in element.iter(_T)):
        return False
    return next(element.iter(*_VISIBLE), None) is None


def _remove_blank_rows(root: etree._Element) -> None:
    for row in list(root.iter(_TR)):
        if row.attrib.pop(ROW_MARK, "") and _is_blank(row):
            _drop(row)


def _remove_blank_paragraphs(root: etree._Element) -> None:
    for paragraph in list(root.iter(_P)):
        if paragraph.attrib.pop(PARAGRAPH_MARK, "") and _is_blank(paragraph) and not _is_needed(paragraph):
            _drop(paragraph)


def _is_needed(paragraph: etree._Element) -> bool:
    """Whether Word needs a paragraph here: to end a cell, or to keep two tables apart."""
    parent, following, previous = paragraph.getparent(), paragraph.getnext(), paragraph.getprevious()
    if parent is None:
        return True
    if parent.tag in _HOLDERS and (following is None or following.tag != _P):
        return previous is None or previous.tag != _P
    if following is None or previous is None:
        return False
    return _first(following).tag == _last(previous).tag == _TBL


def _remove_blank_tables(root: etree._Element) -> None:
    for table in list(root.iter(_TBL)):
        if next(table.iter(_TR), None) is None:
            _drop(table)


def _complete_holders(root: etree._Element) -> None:
    """End each cell with a paragraph, and leave no header or text box empty."""
    for holder in root.iter(*_HOLDERS):
        last = holder[-1] if len(holder) else None
        if last is None or (holder.tag == _TC and last.tag != _P) or holder.find(f".//{_P}") is None:
            etree.SubElement(holder, _P)


def _separate_tables(root: etree._Element) -> None:
    """Put a paragraph between tables that were left side by side; Word would join them."""
    for table in root.iter(_TBL):
        block = _whole(table)
        following = block.getnext()
        if following is not None and _first(following).tag == _TBL:
            block.addnext(etree.Element(_P))


def _whole(table: etree._Element) -> etree._Element:
    """Return a table with the content control around it, where it has one of its own."""
    content = table.getparent()
    control = content.getparent() if content is not None and content.tag == _CONTENT else None
    return table if control is None else control


def _first(block: etree._Element) -> etree._Element:
    """Return what a block begins with: what is in it, for a content control."""
    inside = block.find(f"{_CONTENT}/*") if block.tag == _CONTROL else None
    return block if inside is None else inside


def _last(block: etree._Element) -> etree._Element:
    inside = block.find(f"{_CONTENT}/*[last()]") if block.tag == _CONTROL else None
    return block if inside is None else inside


def _renumber_controls(root: etree._Element, writer: Writer) -> None:
    """Give each content control typed in the template a number of its own; loops repeat them."""
    for properties in root.iter(qn("w:sdtPr")):
        identity = properties.find(qn("w:id"))
        if identity is None:
            continue
        value = identity.get(qn("w:val"), "")
        if value in writer.fresh:
            writer.fresh.discard(value)
            continue
        tag = properties.find(qn("w:tag"))
        name = tag.get(qn("w:val"), "") if tag is not None else value
        identity.set(qn("w:val"), str(writer.control_id(name)))


def _renumber_bookmarks(root: etree._Element) -> None:
    """Number bookmarks anew; of those a loop repeated the first keeps its name, and halves go."""
    names: set[str] = set()
    open_marks: dict[str, etree._Element] = {}
    number = 0
    for mark in list(root.iter(*_MARKS)):
        identity = mark.get(qn("w:id"), "")
        if mark.tag == _MARKS[0]:
            if identity in open_marks:
                _drop(open_marks[identity])
            open_marks[identity] = mark
            continue
        start = open_marks.pop(identity, None)
        name = start.get(qn("w:name"), "") if start is not None else ""
        if start is None or name in names:
            for half in (start, mark):
                if half is not None:
                    _drop(half)
            continue
        names.add(name)
        start.set(qn("w:id"), str(number))
        mark.set(qn("w:id"), str(number))
        number += 1
    for start in open_marks.values():
        _drop(start)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
