"""Which paragraphs have a number or bullet, so that what continues one does not get another."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import number_of, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.styles import style_id
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.styles import BEFORE_IND, BEFORE_NUM_PR, Styles, by_id, insert_after, read_part

_VAL: Final = qn("w:val")
_NUM_PR: Final = qn("w:numPr")


class Numbering:
    """The lists of a document, and the styles that belong to one.

    Attributes:
        styles: the styles of the document.
    """

    def __init__(self, parts: Mapping[str, bytes], document: str) -> None:
        self.styles = Styles(parts, document)
        self._lists = read_part(parts, document, opc.REL_NUMBERING)

    def silence(self, properties: etree._Element) -> None:
        """Take the number from a paragraph's properties and leave its text where it was."""
        own = properties.find(_NUM_PR)
        style = properties.find(qn("w:pStyle"))
        inherited = self._of_style(style.get(_VAL, "")) if style is not None else None
        if own is None and inherited is None:
            return
        level = self._level(own if own is not None else inherited)
        if own is not None:
            properties.remove(own)
        if inherited is not None:
            none = etree.Element(_NUM_PR)
            etree.SubElement(none, qn("w:numId")).set(_VAL, "0")
            insert_after(properties, none, BEFORE_NUM_PR)
        self._indent(properties, level)

    def _indent(self, properties: etree._Element, level: etree._Element | None) -> None:
        indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}") if level is not None else None
        if indent is None or properties.find(qn("w:ind")) is not None:
            return
        new = copy.deepcopy(indent)
        for name in ("hanging", "hangingChars", "firstLineChars"):
            new.attrib.pop(qn(f"w:{name}"), "")
        new.set(qn("w:firstLine"), "0")
        insert_after(properties, new, BEFORE_IND)

    @property
    def next_number(self) -> int:
        """The first number that no list has."""
        numbers = self._lists.iter(qn("w:num")) if self._lists is not None else ()
        return max((number_of(each.get(qn("w:numId"), "")) for each in numbers), default=0) + 1

    def level_of(self, name: str, level: int) -> etree._Element | None:
        """Return a level of the list that the style of a name belongs to."""
        numbering = self._of_style(self.styles.named(name))
        return self._level_at(numbering, str(level)) if numbering is not None else None

    def indent_of(self, properties: etree._Element) -> int:
        """Return how far in a paragraph's text is, by itself, its list or its styles."""
        own = left_of(properties.find(qn("w:ind")))
        if own is not None:
            return own
        style = properties.find(qn("w:pStyle"))
        inherited = next(self.styles.chain(style.get(_VAL, "")), None) if style is not None else None
        numbering = properties.find(_NUM_PR)
        if numbering is None and inherited is not None:
            numbering = self._of_style(style_id(inherited))
        level = self._level(numbering)
        if level is not None:
            return left_of(level.find(f"{qn('w:pPr')}/{qn('w:ind')}")) or 0
        for each in self.styles.chain(style.get(_VAL, "")) if style is not None else ():
            found = left_of(each.find(f"{qn('w:pPr')}/{qn('w:ind')}"))
            if found is not None:
                return found
        return 0

    def straighten(self, properties: etree._Element) -> None:
        """Make all lines of a paragraph begin where its text does, not where the number before it did."""
        left = self.indent_of(properties)
        for old in properties.findall(qn("w:ind")):
            properties.remove(old)
        indent = etree.Element(qn("w:ind"))
        indent.set(qn("w:left"), str(left))
        indent.set(qn("w:firstLine"), "0")
        insert_after(properties, indent, BEFORE_IND)

    def _of_style(self, style: str) -> etree._Element | None:
        """Return the numbering a style gives, its own or that of a style it is based on."""
        found = self.styles.numbering(style)
        return found[0] if found is not None else None

    def _level(self, numbering: etree._Element | None) -> etree._Element | None:
        if numbering is None:
            return None
        return self._level_at(numbering, value_of(numbering, "w:ilvl") or "0")

    def _level_at(self, numbering: etree._Element, level: str) -> etree._Element | None:
        if self._lists is None:
            return None
        number = value_of(numbering, "w:numId") or "0"
        concrete = by_id(self._lists, "num", "numId", number)
        if concrete is None:
            return None
        abstract = by_id(self._lists, "abstractNum", "abstractNumId", value_of(concrete, "w:abstractNumId"))
        return by_id(abstract, "lvl", "ilvl", level) if abstract is not None else None


def left_of(indent: etree._Element | None) -> int | None:
    """Return the left indent in twips; None where it is not said, or in another unit."""
    if indent is None:
        return None
    found = number_of(indent.get(qn("w:left"), indent.get(qn("w:start"), "")), -1)
    return None if found < 0 else found
