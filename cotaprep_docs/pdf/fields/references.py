"""REF and STYLEREF in the body: text or number of another place (Part 1, 17.16.5.51 and 17.16.5.59)."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.field_tree import Field
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.pdf.fields.outline import Entry, Outline, run_child_text
from cotaprep_docs.pdf.model.numbers import case_text
from cotaprep_docs.pdf.reader.style_reference import style_candidates

ABOVE: Final = "más arriba"
BELOW: Final = "más adelante"

_NUMBERS: Final = (r"\n", r"\r", r"\w")
_DELIMITERS: Final = re.compile(r"[^\d.\-–—IVXLCDMivxlcdm]|\.$")


def fill_references(outline: Outline) -> tuple[bool, list[str]]:
    """Set the results of REF and STYLEREF in the body.

    Returns:
        Whether any changed, and the bookmarks that REF and PAGEREF name and that are not there.
    """
    changed, lost = False, []
    for field in outline.fields:
        instruction = field.instruction
        if instruction.name in {"REF", "PAGEREF"} and not _is_known(instruction, outline):
            lost.append(instruction.argument)
        elif instruction.name == "REF":
            changed |= _set(field, _reference(field, instruction, outline), instruction)
        elif instruction.name == "STYLEREF":
            changed |= _set(field, _style_reference(field, instruction, outline), instruction)
    return changed, lost


def _set(field: Field, result: str | None, instruction: Instruction) -> bool:
    if not result:
        return False  # the cached result is better than nothing
    result = case_text(result, instruction.formats)
    # Spaces and line breaks within the cached result are its formatting, not its words.
    return "".join(result.split()) != "".join(field.result.split()) and field.set_result(result)


def _is_known(instruction: Instruction, outline: Outline) -> bool:
    return instruction.argument.casefold() in outline.bookmarks


def _reference(field: Field, instruction: Instruction, outline: Outline) -> str | None:
    start = outline.bookmarks[instruction.argument.casefold()]
    wanted = next((switch for switch in _NUMBERS if instruction.has(switch)), "")
    entry = outline.entry_of(start) if wanted else None
    result: str | None = None
    if wanted:
        result = "0" if entry is None or not entry.number else _number(entry, wanted, instruction)
    elif not instruction.has(r"\p") and not instruction.has(r"\f"):
        return bookmark_text(start)
    if instruction.has(r"\p"):
        where = ABOVE if outline.places[start] < outline.places[field.begin] else BELOW
        result = f"{result} {where}" if result else where
    return result


def _number(entry: Entry, switch: str, instruction: Instruction) -> str:
    number = (entry.number if switch == r"\n" else entry.context).rstrip(".")
    return _DELIMITERS.sub("", number) if instruction.has(r"\t") else number


def bookmark_text(start: etree._Element) -> str | None:
    """Return the text a bookmark holds, or None where it runs over several paragraphs or holds none."""
    identifier = start.get(qn("w:id"))
    paragraph = next(start.iterancestors(qn("w:p")), None)
    if paragraph is None:
        return None
    text, inside = "", False
    for element in paragraph.iter():
        if element is start:
            inside = True
        elif inside and element.tag == qn("w:bookmarkEnd") and element.get(qn("w:id")) == identifier:
            return text or None
        elif inside:
            parent = element.getparent()
            if parent is not None and parent.tag == qn("w:r"):
                text += run_child_text(element)
    return None


def _style_reference(field: Field, instruction: Instruction, outline: Outline) -> str | None:
    names = style_candidates(instruction.argument)
    style = next((found for found in map(outline.style_id, names) if found), "")
    place = outline.places[field.begin]
    with_style = [entry for entry in outline.entries if style and entry.style == style and entry.text]
    before = [entry for entry in with_style if outline.places[entry.element] < place]
    found = before[-1] if before else next(iter(with_style), None)
    if found is None:
        return None
    if any(instruction.has(switch) for switch in (*_NUMBERS, r"\s")):
        return (found.number if instruction.has(r"\n") else found.context).rstrip(".") or "0"
    return found.text
