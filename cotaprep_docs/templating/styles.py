"""The styles of a template, and what a paragraph says of its own look beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import number_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.ooxml.styles import StyleSheet
from cotaprep_docs.templating import parts as opc

_KEEP_NEXT: Final = qn("w:keepNext")
_SPACING: Final = qn("w:spacing")
BEFORE_NUM_PR: Final = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
BEFORE_IND: Final = BEFORE_NUM_PR | frozenset(
    qn(f"w:{name}")
    for name in (
        "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing",
    )
)  # fmt: skip


class Styles(StyleSheet):
    """The styles of a template."""

    def __init__(self, parts: Mapping[str, bytes], document: str) -> None:
        super().__init__(read_part(parts, document, opc.REL_STYLES))

    def keep_away(self, paragraph: etree._Element, side: str, twips: int) -> None:
        """Leave at least some space ``before`` or ``after`` a paragraph."""
        properties = _properties_of(paragraph)
        style = properties.find(qn("w:pStyle"))
        chain = self.chain(style.get(qn("w:val"), "")) if style is not None else ()
        said = [properties.find(_SPACING), *(each.find(f"{qn('w:pPr')}/{_SPACING}") for each in chain)]
        known = [each.get(qn(f"w:{side}"), "") for each in said if each is not None]
        if number_of(next((text for text in known if text), "")) >= twips:
            return
        spacing = properties.find(_SPACING)
        if spacing is None:
            spacing = etree.Element(_SPACING)
            insert_after(properties, spacing, BEFORE_IND - {_SPACING})
        spacing.set(qn(f"w:{side}"), str(twips))


def keep_with_next(paragraph: etree._Element) -> None:
    """Keep a paragraph on the page of what follows it."""
    properties = _properties_of(paragraph)
    if properties.find(_KEEP_NEXT) is None:
        insert_after(properties, etree.Element(_KEEP_NEXT), frozenset({qn("w:pStyle")}))


def read_part(parts: Mapping[str, bytes], document: str, kind: str) -> etree._Element | None:
    """Return a part that a document is related to; None where there is none."""
    name = opc.related_part(parts, document, kind)
    return parse_xml(parts[name], name) if name else None


def by_id(root: etree._Element, name: str, attribute: str, value: str) -> etree._Element | None:
    """Return the child of a name that has an id; None where there is none."""
    elements = root.findall(qn(f"w:{name}"))
    return next((each for each in elements if each.get(qn(f"w:{attribute}")) == value), None)


def insert_after(properties: etree._Element, element: etree._Element, before: frozenset[str]) -> None:
    """Put an element into properties after those the schema wants before it."""
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
