"""Word's fields: only those that depend on the document's own pages and headings may stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.places import Atlas

ALLOWED: Final = frozenset(
    {
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "REF", "PAGEREF", "NOTEREF", "SEQ", "HYPERLINK",
        "STYLEREF", "TOC", "TC",
    }
)  # fmt: skip
_FLD_CHAR, _INSTRUCTION, _FLD_SIMPLE = qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")


def check_fields(root: etree._Element, atlas: Atlas) -> Iterator[Problem]:
    """Yield the fields whose result would be another one tomorrow: dates, file names, authors…."""
    for place, instruction in _instructions(root):
        name = (instruction.split() or [""])[0].upper()
        if name not in ALLOWED:
            yield kinds.LIVE_FIELD.at(atlas.of(place), campo=name or "vacío")


def _instructions(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the code of each field; long codes are spread over runs, and fields may hold fields."""
    open_fields: list[tuple[etree._Element, list[str]]] = []
    for element in root.iter(_FLD_CHAR, _INSTRUCTION, _FLD_SIMPLE):
        kind = element.get(qn("w:fldCharType"), "")
        if element.tag == _FLD_SIMPLE:
            yield element, element.get(qn("w:instr"), "")
        elif element.tag == _INSTRUCTION:
            if open_fields:
                open_fields[-1][1].append(element.text or "")
        elif kind == "begin":
            open_fields.append((element, []))
        elif kind == "end" and open_fields:
            place, code = open_fields.pop()
            yield place, "".join(code)
