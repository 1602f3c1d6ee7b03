"""What the styles of a Word file mean: headings, emphasis, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import switch_of, value_of
from cotaprep_docs.ooxml.names import qn

_HEADING: Final = re.compile(r"(?:heading|título|titulo|encabezado) ([1-9])")
_CONTENTS: Final = re.compile(r"(?:toc|tdc) [1-9]")
_DEEPER: Final = re.compile(r"(?:list(?: bullet| number)?|lista(?: con viñetas| con números)?) ([2-5])")
_EMPHASIS: Final = {"strong": (True, False), "emphasis": (False, True), "intense emphasis": (True, True)}
NUMBERING: Final = f"{qn('w:pPr')}/{qn('w:numPr')}"


class Styles:
    """The styles of a file, by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self.headings: dict[str, int] = {}
        self.contents: set[str] = set()
        self.emphasis: dict[str, tuple[bool, bool]] = {}
        self._levels: dict[str, int] = {}
        self._lists: dict[str, etree._Element] = {}
        self._bases: dict[str, str] = {}
        for style in root.iterfind(qn("w:style")) if root is not None else ():
            key, name = style.get(qn("w:styleId"), ""), value_of(style, "w:name").casefold()
            numbering = style.find(NUMBERING)
            if numbering is not None:
                self._lists[key] = numbering
            self._bases[key] = value_of(style, "w:basedOn")
            if found := _HEADING.fullmatch(name):
                self.headings[key] = int(found[1])
            elif _CONTENTS.fullmatch(name):
                self.contents.add(key)
            elif name in _EMPHASIS:
                self.emphasis[key] = _EMPHASIS[name]
            if deeper := _DEEPER.fullmatch(name):
                self._levels[key] = int(deeper[1]) - 1

    def numbering(self, style: str) -> tuple[etree._Element, str] | None:
        """Return the numbering of a style, and which of those it is based on says it."""
        found = next((link for link in self._chain(style) if link in self._lists), None)
        return None if found is None else (self._lists[found], found)

    def depth(self, style: str) -> int:
        """Return how deep in a list a style is by its name: «List Bullet 2» is within «List Bullet»."""
        return next((self._levels[link] for link in self._chain(style) if link in self._levels), 0)

    def _chain(self, style: str) -> Iterator[str]:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            yield style
            style = self._bases.get(style, "")

    def emphasis_of(self, run: etree._Element) -> tuple[bool, bool]:
        """Return whether a run is bold, and in italics."""
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return False, False
        style = self.emphasis.get(value_of(properties, "w:rStyle"), (False, False))
        bold, italic = (switch_of(properties, name) for name in ("w:b", "w:i"))
        return (style[0] if bold is None else bold), (style[1] if italic is None else italic)
