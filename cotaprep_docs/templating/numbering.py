"""Which paragraphs have a number or bullet, so that what continues one does not get another."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import number_of, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.templating import parts as opc

_VAL: Final = qn("w:val")
_NUM_PR: Final = qn("w:numPr")
_KEEP_NEXT: Final = qn("w:keepNext")
_SPACING: Final = qn("w:spacing")
_BEFORE_NUM_PR: Final = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_BEFORE_IND: Final = _BEFORE_NUM_PR | frozenset(
    qn(f"w:{name}")
    for name in (
        "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing",
    )
)  # fmt: skip


class Numbering:
    """The lists of a document, and the styles that belong to one."""

    def __init__(self, parts: Mapping[str, bytes], document: str) -> None:
        self._styles = _parse(parts, document, opc.REL_STYLES)
        self._lists = _parse(parts, document, opc.REL_NUMBERING)

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
            _insert(properties, none, _BEFORE_NUM_PR)
        self._indent(properties, level)

    def _indent(self, properties: etree._Element, level: etree._Element | None) -> None:
        indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}") if level is not None else None
        if indent is None or properties.find(qn("w:ind")) is not None:
            return
        new = copy.deepcopy(indent)
        for name in ("hanging", "hangingChars", "firstLineChars"):
            new.attrib.pop(qn(f"w:{name}"), "")
        new.set(qn("w:firstLine"), "0")
        _insert(properties, new, _BEFORE_IND)

    @property
    def next_number(self) -> int:
        """The first number that no list has."""
        numbers = self._lists.iter(qn("w:num")) if self._lists is not None else ()
        return max((number_of(each.get(qn("w:numId"), "")) for each in numbers), default=0) + 1

    def style_named(self, name: str) -> str:
        """Return the id of the style of a name, whatever its capitals; empty where there is none."""
        styles = self._styles.iter(qn("w:style")) if self._styles is not None else ()
        wanted = name.casefold()
        for style in styles:
            if value_of(style, "w:name").casefold() == wanted:
                return style.get(qn("w:styleId"), "")
        return ""

    def level_of(self, name: str, level: int) -> etree._Element | None:
        """Return a level of the list that the style of a name belongs to."""
        numbering = self._of_style(self.style_named(name))
        return self._level_at(numbering, str(level)) if numbering is not None else None

    def indent_of(self, properties: etree._Element) -> int:
        """Return how far in a paragraph's text is, by itself, its list or its styles."""
        own = left_of(properties.find(qn("w:ind")))
        if own is not None:
            return own
        style = properties.find(qn("w:pStyle"))
        inherited = next(self._chain(style.get(_VAL, "")), None) if style is not None else None
        numbering = properties.find(_NUM_PR)
        if numbering is None and inherited is not None:
            numbering = self._of_style(inherited.get(qn("w:styleId"), ""))
        level = self._level(numbering)
        if level is not None:
            return left_of(level.find(f"{qn('w:pPr')}/{qn('w:ind')}")) or 0
        for each in self._chain(style.get(_VAL, "")) if style is not None else ():
            found = left_of(each.find(f"{qn('w:pPr')}/{qn('w:ind')}"))
            if found is not None:
                return found
        return 0

    def keep_with_next(self, paragraph: etree._Element) -> None:
        """Keep a paragraph on the page of what follows it."""
        properties = _properties_of(paragraph)
        if properties.find(_KEEP_NEXT) is None:
            _insert(properties, etree.Element(_KEEP_NEXT), frozenset({qn("w:pStyle")}))

    def keep_away(self, paragraph: etree._Element, side: str, twips: int) -> None:
        """Leave at least some space ``before`` or ``after`` a paragraph."""
        properties = _properties_of(paragraph)
        style = properties.find(qn("w:pStyle"))
        chain = self._chain(style.get(_VAL, "")) if style is not None else ()
        said = [properties.find(_SPACING), *(each.find(f"{qn('w:pPr')}/{_SPACING}") for each in chain)]
        known = [each.get(qn(f"w:{side}"), "") for each in said if each is not None]
        if number_of(next((text for text in known if text), "")) >= twips:
            return
        spacing = properties.find(_SPACING)
        if spacing is None:
            spacing = etree.Element(_SPACING)
            _insert(properties, spacing, _BEFORE_IND - {_SPACING})
        spacing.set(qn(f"w:{side}"), str(twips))

    def straighten(self, properties: etree._Element) -> None:
        """Make all lines of a paragraph begin where its text does, not where the number before it did."""
        left = self.indent_of(properties)
        for old in properties.findall(qn("w:ind")):
            properties.remove(old)
        indent = etree.Element(qn("w:ind"))
        indent.set(qn("w:left"), str(left))
        indent.set(qn("w:firstLine"), "0")
        _insert(properties, indent, _BEFORE_IND)

    def _of_style(self, style: str) -> etree._Element | None:
        """Return the numbering a style gives, its own or that of a style it is based on."""
        for found in self._chain(style):
            numbering = found.find(f"{qn('w:pPr')}/{_NUM_PR}")
            if numbering is not None:
                return numbering
        return None

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while self._styles is not None and style and style not in seen:
            seen.add(style)
            found = _by(self._styles, "style", "styleId", style)
            if found is None:
                return
            yield found
            base = found.find(qn("w:basedOn"))
            style = base.get(_VAL, "") if base is not None else ""

    def _level(self, numbering: etree._Element | None) -> etree._Element | None:
        if numbering is None:
            return None
        return self._level_at(numbering, value_of(numbering, "w:ilvl") or "0")

    def _level_at(self, numbering: etree._Element, level: str) -> etree._Element | None:
        if self._lists is None:
            return None
        number = value_of(numbering, "w:numId") or "0"
        concrete = _by(self._lists, "num", "numId", number)
        if concrete is None:
            return None
        abstract = _by(self._lists, "abstractNum", "abstractNumId", value_of(concrete, "w:abstractNumId"))
        return _by(abstract, "lvl", "ilvl", level) if abstract is not None else None


def _parse(parts: Mapping[str, bytes], document: str, kind: str) -> etree._Element | None:
    name = opc.related_part(parts, document, kind)
    return parse_xml(parts[name], name) if name else None


def _by(root: etree._Element, name: str, attribute: str, value: str) -> etree._Element | None:
    elements = root.findall(qn(f"w:{name}"))
    return next((each for each in elements if each.get(qn(f"w:{attribute}")) == value), None)


def _insert(properties: etree._Element, element: etree._Element, before: frozenset[str]) -> None:
    position = next(
        (index for index, child in enumerate(properties) if child.tag not in before), len(properties)
    )
    properties.insert(position, element)


def _properties_of(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        paragraph.insert(0, properties)
    return properties


def left_of(indent: etree._Element | None) -> int | None:
    """Return the left indent in twips; None where it is not said, or in another unit."""
    if indent is None:
        return None
    text = indent.get(qn("w:left"), indent.get(qn("w:start"), ""))
    return number_of(text) if text.isascii() and text.isdigit() else None
