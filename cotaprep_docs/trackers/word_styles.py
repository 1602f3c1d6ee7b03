"""What the styles of a Word file mean: headings, emphasis, lists."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import switch_of, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.styles import StyleSheet, style_id

_HEADING: Final = re.compile(r"(?:heading|título|titulo|encabezado) ([1-9])")
_CONTENTS: Final = re.compile(r"(?:toc|tdc) [1-9]")
_DEEPER: Final = re.compile(r"(?:list(?: bullet| number)?|lista(?: con viñetas| con números)?) ([2-5])")
_EMPHASIS: Final = {"strong": (True, False), "emphasis": (False, True), "intense emphasis": (True, True)}


class Styles(StyleSheet):
    """The styles of a file, and what those of headings, emphasis and lists say."""

    def __init__(self, root: etree._Element | None) -> None:
        super().__init__(root)
        self.headings: dict[str, int] = {}
        self.contents: set[str] = set()
        self.emphasis: dict[str, tuple[bool, bool]] = {}
        self._levels: dict[str, int] = {}
        for key, style in self.by_id.items():
            name = value_of(style, "w:name").casefold()
            if found := _HEADING.fullmatch(name):
                self.headings[key] = int(found[1])
            elif _CONTENTS.fullmatch(name):
                self.contents.add(key)
            elif name in _EMPHASIS:
                self.emphasis[key] = _EMPHASIS[name]
            if deeper := _DEEPER.fullmatch(name):
                self._levels[key] = int(deeper[1]) - 1

    def depth(self, style: str) -> int:
        """Return how deep in a list a style is by its name: «List Bullet 2» is within «List Bullet»."""
        links = map(style_id, self.chain(style))
        return next((self._levels[link] for link in links if link in self._levels), 0)

    def emphasis_of(self, run: etree._Element) -> tuple[bool, bool]:
        """Return whether a run is bold, and in italics."""
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return False, False
        style = self.emphasis.get(value_of(properties, "w:rStyle"), (False, False))
        bold, italic = (switch_of(properties, name) for name in ("w:b", "w:i"))
        return (style[0] if bold is None else bold), (style[1] if italic is None else italic)
