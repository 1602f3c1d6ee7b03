"""The result of a TOC field as Word writes it: a paragraph a line, with links and page numbers."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.field_tree import find_fields
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.pdf.fields.contents import Line, Region, leads_to
from cotaprep_docs.pdf.fields.outline import Outline, run_child_text
from cotaprep_docs.pdf.reader.values import attribute, child_value, length

_RANGE: Final = re.compile(r"\s*([1-9])\s*-\s*([1-9])\s*")
_BEFORE_TABS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd",
    )
)  # fmt: skip
_STEP: Final = 220  # twips; what Word indents each level by, where the style does not exist
_PARAGRAPH, _PARA_PROPS, _RUN, _TEXT = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:t")


def is_current(region: Region, lines: Sequence[Line]) -> bool:
    """Tell whether the cached result already lists these lines, in whatever formatting."""
    cached = [found for found in map(_cached, region.paragraphs()) if found != ("", "")]
    return cached == [(line.mark, line.words) for line in lines]


def _cached(paragraph: etree._Element) -> tuple[str, str]:
    """Return where a line of the cached result leads, and its words without the page number."""
    fields = [field for field in find_fields(paragraph) if field.instruction.name == "PAGEREF"]
    pages = {id(text) for field in fields for text in field.texts}
    words = "".join(
        run_child_text(child)
        for run in paragraph.iter(_RUN)
        for child in run
        if id(child) not in pages
    )  # fmt: skip
    return next(iter(leads_to(paragraph)), ""), "".join(words.split())


def write_lines(region: Region, lines: Sequence[Line], instruction: Instruction, outline: Outline) -> None:
    """Replace the cached result of a table of contents by these lines."""
    writer = _Writer(region, instruction, outline)
    paragraphs = [writer.paragraph(line) for line in lines]
    _replace(region, paragraphs)


def _replace(region: Region, paragraphs: list[etree._Element]) -> None:
    """Put the new paragraphs in the place of the old, the field's own marks where they belong."""
    start = _children_until(region.first, region.field.separate)
    end = _children_from(region.last, region.field.end)
    own_end = region.last is not region.first and not _has_words(region.last, region.field.texts)
    first, last = region.first, region.last
    if own_end:
        tail = last
    else:
        tail = paragraphs[-1]
        tail.extend(end)
        section = last.find(f"{_PARA_PROPS}/{qn('w:sectPr')}")
        if section is not None:
            _properties(tail).append(section)
    place = 0 if paragraphs[0].find(_PARA_PROPS) is None else 1
    for offset, child in enumerate(start):
        paragraphs[0].insert(place + offset, child)
    for paragraph in paragraphs:
        first.addprevious(paragraph)
    for block in region.blocks:
        parent = block.getparent()
        if parent is not None and not (own_end and block is last):
            parent.remove(block)


def _children_until(paragraph: etree._Element, mark: etree._Element | None) -> list[etree._Element]:
    """Return the children of a paragraph up to the one that holds a mark, without its properties."""
    found = []
    for child in paragraph:
        if child.tag != _PARA_PROPS:
            found.append(child)
        if mark is not None and (child is mark.getparent() or mark in child.iter()):
            break
    return found


def _children_from(paragraph: etree._Element, mark: etree._Element | None) -> list[etree._Element]:
    children = list(paragraph)
    for index, child in enumerate(children):
        if mark is not None and mark in child.iter():
            return children[index:]
    return []


def _has_words(paragraph: etree._Element, texts: Sequence[etree._Element]) -> bool:
    inside = {id(text) for text in texts}
    return any(id(text) in inside and text.text for text in paragraph.iter(_TEXT))


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(_PARA_PROPS)
    if found is None:
        found = etree.Element(_PARA_PROPS)
        paragraph.insert(0, found)
    return found


class _Writer:
    """Writes the lines of one table of contents in the formatting that the old ones had."""

    def __init__(self, region: Region, instruction: Instruction, outline: Outline) -> None:
        self._outline = outline
        self._instruction = instruction
        self._figures = bool(instruction.value(r"\c") or instruction.value(r"\a"))
        self._width = _text_width(region.first)
        self._models: dict[str, etree._Element] = {}
        for paragraph in region.paragraphs():
            formatting = paragraph.find(_PARA_PROPS)
            if formatting is not None and formatting.find(qn("w:sectPr")) is None:
                self._models.setdefault(child_value(formatting, "pStyle"), formatting)

    def paragraph(self, line: Line) -> etree._Element:
        """Return the paragraph of a line."""
        paragraph = etree.Element(_PARAGRAPH)
        paragraph.append(self._formatting(line))
        home = paragraph
        if self._instruction.has(r"\h"):
            home = etree.SubElement(paragraph, qn("w:hyperlink"), {qn("w:anchor"): line.mark})
            home.set(qn("w:history"), "1")
        if line.number:
            _text(home, line.number)
            etree.SubElement(etree.SubElement(home, _RUN), qn("w:tab"))
        _text(home, line.text)
        if not self._is_without_page(line.level):
            self._page(home, line.mark)
        return paragraph

    def _is_without_page(self, level: int) -> bool:
        if not self._instruction.has(r"\n"):
            return False
        match = _RANGE.fullmatch(self._instruction.value(r"\n"))
        return match is None or int(match[1]) <= level <= int(match[2])

    def _page(self, home: etree._Element, mark: str) -> None:
        separator = self._instruction.value(r"\p")
        if separator:
            _text(home, separator)
        else:
            etree.SubElement(etree.SubElement(home, _RUN), qn("w:tab"))
        _character(home, "begin")
        instruction = etree.SubElement(etree.SubElement(home, _RUN), qn("w:instrText"))
        instruction.text = f" PAGEREF {mark} \\h "
        instruction.set(qn("xml:space"), "preserve")
        _character(home, "separate")
        _text(home, "1")
        _character(home, "end")

    def _formatting(self, line: Line) -> etree._Element:
        style = self._style(line.level)
        model = self._models.get(style) if style else None
        if model is not None:
            found = copy.deepcopy(model)
            for gone in found.findall(qn("w:rPr")):
                found.remove(gone)
        else:
            found = etree.Element(_PARA_PROPS)
            if style:
                etree.SubElement(found, qn("w:pStyle")).set(qn("w:val"), style)
        self._add_tabs(found, style, line)
        if not style and line.level > 1:
            etree.SubElement(found, qn("w:ind")).set(qn("w:left"), str(_STEP * (line.level - 1)))
        return found

    def _style(self, level: int) -> str:
        return self._outline.style_id("table of figures" if self._figures else f"toc {level}")

    def _add_tabs(self, formatting: etree._Element, style: str, line: Line) -> None:
        """Add the stops that neither the style nor the old line has: after the number, at the right."""
        if self._instruction.value(r"\p"):
            return
        own = [attribute(tab) for tab in formatting.iterfind(f"{qn('w:tabs')}/{qn('w:tab')}")]
        chain = self._outline.cascade.styles.chain(style)
        inherited = [stop.align for link in chain for stop in link.para.get("tabs", {}).values() if stop]
        known = {*own, *inherited}
        if known & {"right", "end"}:
            return
        tabs = formatting.find(qn("w:tabs"))
        if tabs is None:
            tabs = etree.Element(qn("w:tabs"))
            before = [child for child in formatting if child.tag in _BEFORE_TABS]
            formatting.insert(len(before), tabs)
        if line.number and not known & {"left", "start", "num"}:
            stop = _STEP * (line.level - 1) + _STEP * max(2, len(line.number) // 2 + 1)
            etree.SubElement(tabs, qn("w:tab"), {qn("w:val"): "left", qn("w:pos"): str(stop)})
        right = {qn("w:val"): "right", qn("w:leader"): "dot", qn("w:pos"): str(self._width)}
        etree.SubElement(tabs, qn("w:tab"), right)


def _text(home: etree._Element, words: str) -> None:
    text = etree.SubElement(etree.SubElement(home, _RUN), _TEXT)
    text.text = words
    text.set(qn("xml:space"), "preserve")


def _character(home: etree._Element, kind: str) -> None:
    etree.SubElement(etree.SubElement(home, _RUN), qn("w:fldChar")).set(qn("w:fldCharType"), kind)


def _text_width(paragraph: etree._Element) -> int:
    """Return the room between the margins of the section a paragraph stands in."""
    root = paragraph.getroottree().getroot()
    after = (
        section
        for section in root.iter(qn("w:sectPr"))
        if next(section.iterancestors(qn("w:sectPrChange")), None) is None
        and not _is_before(section, paragraph)
    )
    section = next(after, None)
    size = None if section is None else section.find(qn("w:pgSz"))
    margins = None if section is None else section.find(qn("w:pgMar"))
    width = 12240 if size is None else length(size, "w", 12240)
    if margins is None:
        return width - 2880
    return width - length(margins, "left", 1440) - length(margins, "right", 1440) - length(margins, "gutter")


def _is_before(section: etree._Element, paragraph: etree._Element) -> bool:
    """Tell whether a section ends before a paragraph: its properties stand in a block that is earlier."""
    own, other = _block(section), _block(paragraph)
    parent = own.getparent()
    return parent is not None and other in parent and parent.index(own) < parent.index(other)


def _block(element: etree._Element) -> etree._Element:
    """Return the child of the body that an element stands in."""
    current = element
    parent = current.getparent()
    while parent is not None and parent.tag != qn("w:body"):
        current, parent = parent, parent.getparent()
    return current
