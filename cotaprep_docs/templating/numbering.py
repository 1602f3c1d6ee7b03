"""Which paragraphs have a number or bullet, so that what continues one does not get another."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.templating import parts as opc

_VAL: Final = qn("w:val")
_NUM_PR: Final = qn("w:numPr")
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

    def _of_style(self, style: str) -> etree._Element | None:
        """Return the numbering a style gives, its own or that of a style it is based on."""
        seen: set[str] = set()
        while self._styles is not None and style and style not in seen:
            seen.add(style)
            found = next(
                (each for each in self._styles.iter(qn("w:style")) if each.get(qn("w:styleId")) == style),
                None,
            )
            if found is None:
                return None
            numbering = found.find(f"{qn('w:pPr')}/{_NUM_PR}")
            if numbering is not None:
                return numbering
            base = found.find(qn("w:basedOn"))
            style = base.get(_VAL, "") if base is not None else ""
        return None

    def _level(self, numbering: etree._Element | None) -> etree._Element | None:
        if numbering is None or self._lists is None:
            return None
        number = _child_value(numbering, "numId", "0")
        level = _child_value(numbering, "ilvl", "0")
        concrete = _by(self._lists, "num", "numId", number)
        if concrete is None:
            return None
        abstract = _by(
            self._lists, "abstractNum", "abstractNumId", _child_value(concrete, "abstractNumId", "")
        )
        return _by(abstract, "lvl", "ilvl", level) if abstract is not None else None


def _parse(parts: Mapping[str, bytes], document: str, kind: str) -> etree._Element | None:
    name = opc.related_part(parts, document, kind)
    return parse_xml(parts[name], name) if name else None


def _child_value(element: etree._Element, name: str, default: str) -> str:
    child = element.find(qn(f"w:{name}"))
    return child.get(_VAL, default) if child is not None else default


def _by(root: etree._Element, name: str, attribute: str, value: str) -> etree._Element | None:
    elements = root.findall(qn(f"w:{name}"))
    return next((each for each in elements if each.get(qn(f"w:{attribute}")) == value), None)


def _insert(properties: etree._Element, element: etree._Element, before: frozenset[str]) -> None:
    position = next(
        (index for index, child in enumerate(properties) if child.tag not in before), len(properties)
    )
    properties.insert(position, element)
