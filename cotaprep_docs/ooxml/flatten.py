r"""A DOCX made plain for engines that recompute or show what an act must not: dates, revisions, words.

LibreOffice turns DATE fields into today's date, prints tracked changes struck out, and does not know
``\* CardText``. Before it sees a document, every field but those of page numbers becomes its cached
result, and tracked changes are taken as accepted (ECMA-376 Part 1, 17.13.5 and 17.16).
"""

from __future__ import annotations

import re

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, read_package, serialize_xml, write_package

_STORIES = re.compile(r"word/[^/]*(document|header|footer|footnotes|endnotes)\d*\.xml")
_UNWRAPPED = (qn("w:ins"), qn("w:moveTo"))
_DROPPED = tuple(
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
        "commentRangeStart", "commentRangeEnd", "commentReference",
    )
)  # fmt: skip
_KEPT_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "HYPERLINK"})


def flatten(docx: bytes) -> bytes:
    """Return the DOCX with changes accepted, no comments, and fields as text unless they number pages."""
    parts = dict(read_package(docx).parts)
    for name in sorted(parts):
        if _STORIES.fullmatch(name):
            root = parse_xml(parts[name], name)
            _accept_changes(root)
            _fix_simple_fields(root)
            for paragraph in root.iter(qn("w:p")):
                _fix_complex_fields(paragraph)
            parts[name] = serialize_xml(root)
    return write_package(parts)


def _accept_changes(root: etree._Element) -> None:
    for element in list(root.iter(*_DROPPED)):
        _remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)


def _fix_simple_fields(root: etree._Element) -> None:
    for field in list(root.iter(qn("w:fldSimple"))):
        if not _is_live(field.get(qn("w:instr"), "")):
            _unwrap(field)


def _fix_complex_fields(paragraph: etree._Element) -> None:
    """Drop begin, instruction, separator and end of fields whose result is to stay as text."""
    open_fields: list[list[etree._Element]] = []
    instructions: list[str] = []
    for element in list(paragraph.iter(qn("w:fldChar"), qn("w:instrText"))):
        if element.tag == qn("w:instrText"):
            if instructions:
                instructions[-1] += element.text or ""
                open_fields[-1].append(element)
            continue
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append([])
            instructions.append("")
        if open_fields:
            open_fields[-1].append(element)
        if kind == "end" and open_fields:
            marks, instruction = open_fields.pop(), instructions.pop()
            if not _is_live(instruction):
                for mark in marks:
                    _remove(mark)


def _is_live(instruction: str) -> bool:
    words = instruction.split()
    name = words[0].upper() if words else ""
    return name in _KEPT_FIELDS and "CARDTEXT" not in instruction.upper()


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)
