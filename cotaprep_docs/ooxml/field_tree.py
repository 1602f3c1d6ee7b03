"""The fields of a part as objects: simple ones, and those made of runs, which nest and span paragraphs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from lxml import etree

from cotaprep_docs.ooxml.instruction import Instruction, parse_instruction
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.records import record

_SIMPLE, _CHAR, _INSTRUCTION, _TEXT = qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText"), qn("w:t")
_PARAGRAPH, _RUN = qn("w:p"), qn("w:r")


@record(slots=True)
class Field:
    """A field of a part.

    Attributes:
        text: its instruction as written.
        begin: what starts it: a ``w:fldChar``, or the ``w:fldSimple`` itself.
        separate: what its result starts after; None for a simple field or one without result.
        end: what ends it.
        texts: the texts of its result, those of fields within it too.
        inner: whether it stands in the instruction or the result of another.
    """

    text: str
    begin: etree._Element
    separate: etree._Element | None = None
    end: etree._Element | None = None
    texts: list[etree._Element] = dataclasses.field(default_factory=list)
    inner: bool = False

    @property
    def instruction(self) -> Instruction:
        """The instruction, parsed."""
        return parse_instruction(self.text)

    @property
    def locked(self) -> bool:
        """Whether somebody locked its result (17.16.18): it is not to be computed anew."""
        return self.begin.get(qn("w:fldLock"), "0").lower() in {"1", "true", "on"}

    @property
    def result(self) -> str:
        """The cached result."""
        return "".join(text.text or "" for text in self.texts)

    @property
    def paragraph(self) -> etree._Element | None:
        """The paragraph it starts in."""
        return next(self.begin.iterancestors(_PARAGRAPH), None)

    def set_result(self, result: str) -> bool:
        """Set the cached result, in the formatting of its first text; return whether anything changed."""
        if self.locked or self.result == result:
            return False
        if not self.texts and not (result and self._add_text()):
            return False
        for index, text in enumerate(self.texts):
            text.text = "" if index else result
        if result != result.strip():
            self.texts[0].set(qn("xml:space"), "preserve")
        return True

    def _add_text(self) -> bool:
        """Make room for a result where there is none yet."""
        run = etree.Element(_RUN)
        if self.begin.tag == _SIMPLE:
            self.begin.append(run)
        else:
            anchor = self.end.getparent() if self.end is not None else None
            if anchor is None or anchor.tag != _RUN or self.separate is None:
                return False
            anchor.addprevious(run)
        self.texts.append(etree.SubElement(run, _TEXT))
        return True


def find_fields(root: etree._Element) -> list[Field]:
    """Return the fields of a part in the order in which they start; what has no end is left out."""
    found: list[Field] = []
    open_fields: list[Field] = []
    for element in root.iter(_SIMPLE, _CHAR, _INSTRUCTION, _TEXT):
        if element.tag == _SIMPLE:
            text = element.get(qn("w:instr"), "")
            texts = list(element.iter(_TEXT))
            found.append(Field(text, element, None, element, texts, bool(open_fields)))
        elif element.tag == _CHAR:
            _character(element, open_fields, found)
        elif element.tag == _INSTRUCTION:
            if open_fields and open_fields[-1].separate is None:
                open_fields[-1].text += element.text or ""
        else:
            for field in open_fields:
                if field.separate is not None:
                    field.texts.append(element)
    return [field for field in found if field.end is not None]


def _character(element: etree._Element, open_fields: list[Field], found: list[Field]) -> None:
    kind = element.get(qn("w:fldCharType"))
    if kind == "begin":
        field = Field("", element, inner=bool(open_fields))
        open_fields.append(field)
        found.append(field)
    elif open_fields and kind == "separate":
        open_fields[-1].separate = element
    elif open_fields and kind == "end":
        open_fields.pop().end = element


def iter_results(root: etree._Element, *names: str) -> Iterator[tuple[Field, Instruction]]:
    """Yield the fields of some names with their instruction."""
    for field in find_fields(root):
        instruction = field.instruction
        if instruction.name in names:
            yield field, instruction
