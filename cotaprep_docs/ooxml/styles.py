"""`StyleSheet`: the styles of a document by id and by name, and which of them each is based on (17.7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cotaprep_docs.ooxml.elements import value_of
from cotaprep_docs.ooxml.names import qn

if TYPE_CHECKING:
    from lxml import etree

_ID: Final = qn("w:styleId")
NUMBERING: Final = f"{qn('w:pPr')}/{qn('w:numPr')}"
"""Where a paragraph or a style says which list it is of."""


def style_id(style: etree._Element) -> str:
    """Return the id of a style."""
    return style.get(_ID, "")


class StyleSheet:
    """The styles of a document.

    Attributes:
        by_id: each by its id; of two of one id, the first.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self._ids: dict[str, str] = {}
        for style in root.iterfind(qn("w:style")) if root is not None else ():
            self.by_id.setdefault(style_id(style), style)
            self._ids.setdefault(value_of(style, "w:name").casefold(), style_id(style))

    def named(self, name: str) -> str:
        """Return the id of the style of a name, whatever its capitals; empty where there is none."""
        return self._ids.get(name.casefold(), "")

    def chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while style not in seen and (found := self.by_id.get(style)) is not None:
            seen.add(style)
            yield found
            style = value_of(found, "w:basedOn")

    def numbering(self, style: str) -> tuple[etree._Element, str] | None:
        """Return the numbering of a style, and the id of the one in its chain that says it."""
        for link in self.chain(style):
            found = link.find(NUMBERING)
            if found is not None:
                return found, style_id(link)
        return None
