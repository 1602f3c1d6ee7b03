r"""A DOCX made plain for engines that recompute or show what an act must not: dates, revisions, words.

LibreOffice turns DATE fields into today's date, prints tracked changes struck out, and does not know
``\* CardText``. Before it sees a document, every field but those of page numbers becomes its cached
result, and tracked changes are accepted or rejected (ECMA-376 Part 1, 17.13.5 and 17.16).
"""

from __future__ import annotations

import re

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, read_package, serialize_xml, write_package
from cotaprep_docs.ooxml.revisions import Changes, resolve_revisions
from cotaprep_docs.ooxml.trees import remove_keeping_tail, unwrap
from cotaprep_docs.records import record

_STORIES = re.compile(r"word/[^/]*(document|header|footer|footnotes|endnotes)\d*\.xml")
_COMMENTS = tuple(qn(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_KEPT_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "HYPERLINK"})


@record(frozen=True, slots=True)
class Flattened:
    """A plain DOCX, and how many tracked changes it had."""

    docx: bytes
    changes: int


def flatten(docx: bytes, changes: Changes = Changes.ACCEPT) -> Flattened:
    """Return the DOCX with its changes resolved, no comments, and fields as text unless they number pages."""
    resolved = resolve_revisions(read_package(docx).parts, changes)
    parts = resolved.parts
    for name in sorted(parts):
        if _STORIES.fullmatch(name):
            root = parse_xml(parts[name], name)
            for element in list(root.iter(*_COMMENTS)):
                remove_keeping_tail(element)
            _fix_simple_fields(root)
            for paragraph in root.iter(qn("w:p")):
                _fix_complex_fields(paragraph)
            parts[name] = serialize_xml(root)
    return Flattened(write_package(parts), resolved.count)


def _fix_simple_fields(root: etree._Element) -> None:
    for field in list(root.iter(qn("w:fldSimple"))):
        if not _is_live(field.get(qn("w:instr"), "")):
            unwrap(field)


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
                    remove_keeping_tail(mark)


def _is_live(instruction: str) -> bool:
    words = instruction.split()
    name = words[0].upper() if words else ""
    return name in _KEPT_FIELDS and "CARDTEXT" not in instruction.upper()
