"""Values as Word writes them: runs, gaps with their comment, facts as content controls."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import re
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.prose.prose import Enfasis, Fact, Gap
from cotaprep_docs.records import record
from cotaprep_docs.templating.comments import Comments
from cotaprep_docs.templating.values import Paragraph, inline

GAP_STYLE: Final = "Falta"
_MAX_TAG: Final = 64  # Word refuses longer tags and titles of content controls
_BREAKS: Final = re.compile("([\t\n])")
_ELEMENTS: Final = {"\t": "w:tab", "\n": "w:br"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@record(slots=True)
class Writer:
    """Makes the runs of one document; numbers of controls and comments are unique in it.

    Attributes:
        comments: the comments of its gaps.
        control_ids: the numbers of content controls given so far.
        fresh: those given to facts and not yet met when the document is tidied.
        wrote_gap: whether the style of gaps is needed.
    """

    comments: Comments
    control_ids: set[int] = dataclasses.field(default_factory=set)
    fresh: set[str] = dataclasses.field(default_factory=set)
    wrote_gap: bool = False

    def write(
        self, paragraph: Paragraph, formatting: etree._Element | None, *, comment: bool
    ) -> list[etree._Element]:
        """Return the elements for one paragraph's worth of a value, in the tag's formatting."""
        elements: list[etree._Element] = []
        for piece in paragraph:
            if isinstance(piece, Gap):
                elements.extend(self._gap(piece, formatting, comment=comment))
            elif isinstance(piece, Fact):
                elements.append(self._fact(piece, formatting, comment=comment))
            elif isinstance(piece, Enfasis):
                elements.append(_text_run(piece.text, _emphasised(piece, formatting)))
            else:
                elements.append(_text_run(piece, formatting))
        return elements

    def _gap(self, gap: Gap, formatting: etree._Element | None, *, comment: bool) -> list[etree._Element]:
        self.wrote_gap = True
        run = _text_run(str(gap), _with_style(formatting, GAP_STYLE))
        if not comment:
            return [run]
        number = str(self.comments.add(gap))
        reference = etree.Element(qn("w:r"))
        etree.SubElement(reference, qn("w:commentReference")).set(qn("w:id"), number)
        start, end = etree.Element(qn("w:commentRangeStart")), etree.Element(qn("w:commentRangeEnd"))
        start.set(qn("w:id"), number)
        end.set(qn("w:id"), number)
        return [start, run, end, reference]

    def _fact(self, fact: Fact, formatting: etree._Element | None, *, comment: bool) -> etree._Element:
        control, content = self.control(fact, formatting)
        content.extend(self.write(inline(fact), formatting, comment=comment))
        return control

    def control(
        self, fact: Fact, formatting: etree._Element | None = None
    ) -> tuple[etree._Element, etree._Element]:
        """Return the content control of a fact, and where its content goes."""
        control = etree.Element(qn("w:sdt"))
        properties = etree.SubElement(control, qn("w:sdtPr"))
        if formatting is not None:
            properties.append(copy.deepcopy(formatting))
        if fact.title:
            etree.SubElement(properties, qn("w:alias")).set(qn("w:val"), fact.title[:_MAX_TAG])
        etree.SubElement(properties, qn("w:tag")).set(qn("w:val"), fact.name[:_MAX_TAG])
        number = str(self.control_id(fact.name))
        self.fresh.add(number)
        etree.SubElement(properties, qn("w:id")).set(qn("w:val"), number)
        etree.SubElement(properties, qn("w15:appearance")).set(qn("w15:val"), "hidden")
        return control, etree.SubElement(control, qn("w:sdtContent"))

    def control_id(self, name: str) -> int:
        """Return a number made from a name, positive and not used before in the document."""
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") & 0x7FFFFFFF or 1
        while number in self.control_ids:
            number = number % 0x7FFFFFFE + 1
        self.control_ids.add(number)
        return number


def _with_style(formatting: etree._Element | None, style: str) -> etree._Element:
    made = etree.Element(qn("w:rPr")) if formatting is None else copy.deepcopy(formatting)
    for old in made.findall(qn("w:rStyle")):
        made.remove(old)
    reference = etree.Element(qn("w:rStyle"))
    reference.set(qn("w:val"), style)
    made.insert(0, reference)
    return made


def _emphasised(piece: Enfasis, formatting: etree._Element | None) -> etree._Element:
    """Return the tag's formatting with bold and italics, in the order of the schema (17.3.2.28)."""
    made = etree.Element(qn("w:rPr")) if formatting is None else copy.deepcopy(formatting)
    names = [name for name, asked in (("b", piece.negrita), ("i", piece.cursiva)) if asked]
    wanted = [qn(f"w:{name}{script}") for name in names for script in ("", "Cs")]
    for old in [child for child in made if child.tag in wanted]:
        made.remove(old)
    before = (qn("w:rStyle"), qn("w:rFonts"), *(qn(f"w:{name}") for name in ("b", "bCs")))
    for name in wanted:
        place = sum(1 for child in made if child.tag in before or child.tag in wanted)
        made.insert(place, etree.Element(name))
    return made


def _text_run(text: str, formatting: etree._Element | None) -> etree._Element:
    run = etree.Element(qn("w:r"))
    if formatting is not None:
        run.append(copy.deepcopy(formatting))
    for stretch in _BREAKS.split(text):
        if stretch in _ELEMENTS:
            etree.SubElement(run, qn(_ELEMENTS[stretch]))
        elif stretch:
            element = etree.SubElement(run, qn("w:t"))
            element.set(_SPACE, "preserve")
            element.text = stretch
    return run
