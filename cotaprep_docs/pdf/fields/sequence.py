"""SEQ: numbers that count tables, figures, agreements (ECMA-376 Part 1, 17.16.5.56)."""

from __future__ import annotations

import re
from typing import Final

from cotaprep_docs.ooxml.field_tree import Field
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.pdf.fields.outline import Outline
from cotaprep_docs.pdf.model.numbers import format_number, switch_format

_WHOLE: Final = re.compile(r"\d{1,9}")


def number_sequences(outline: Outline) -> bool:
    """Set the results of the SEQ fields of the body; return whether any changed."""
    counters: dict[str, tuple[int, int]] = {}
    changed = False
    for field in outline.fields:
        instruction = field.instruction
        if instruction.name == "SEQ" and instruction.argument:
            changed |= field.set_result(_result(field, instruction, counters, outline))
    return changed


def _result(
    field: Field, instruction: Instruction, counters: dict[str, tuple[int, int]], outline: Outline
) -> str:
    key = instruction.argument.casefold()
    chapter = _chapter(field, instruction.value(r"\s"), outline)
    value, known = counters.get(key, (0, chapter))
    if known != chapter:
        value = 0
    reset = instruction.value(r"\r")
    if _WHOLE.fullmatch(reset):
        value = int(reset)
    elif not instruction.has(r"\c"):
        value += 1
    counters[key] = (value, chapter)
    form = switch_format(instruction.formats)
    if instruction.has(r"\h") and not form:
        return ""
    return format_number(value, form or "decimal")


def _chapter(field: Field, level: str, outline: Outline) -> int:
    """Return how many headings of a level, or above it, come before a field whose count they restart."""
    if not _WHOLE.fullmatch(level):
        return 0
    place = outline.places[field.begin]
    return sum(
        0 < entry.heading <= int(level) and outline.places[entry.element] < place for entry in outline.entries
    )
