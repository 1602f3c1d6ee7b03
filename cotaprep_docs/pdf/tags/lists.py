"""Paragraphs with numbers or bullets to lists within lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cotaprep_docs.pdf.model.content import Label
from cotaprep_docs.pdf.tags.element import Element

_NUMBERINGS: Final[Mapping[str, str]] = {
    "bullet": "Disc", "decimal": "Decimal", "decimalZero": "Decimal", "upperRoman": "UpperRoman",
    "lowerRoman": "LowerRoman", "upperLetter": "UpperAlpha", "lowerLetter": "LowerAlpha",
}  # fmt: skip
_OTHER: Final = "Decimal"


class ListNesting:
    """The lists open at a place of the document, the outermost first."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._open: list[tuple[int, str, Element]] = []

    def close(self) -> None:
        """End all lists: something else follows."""
        self._open.clear()

    def item(self, label: Label, tag: int) -> Element:
        """Return the body of a new item, in the list that its label says."""
        while self._open and self._open[-1][0] > label.level:
            self._open.pop()
        if self._open and self._open[-1][0] == label.level and self._open[-1][1] != label.list_id:
            self._open.pop()
        if not self._open or self._open[-1][0] < label.level:
            self._start(label)
        body = Element("LBody", tag)
        self._open[-1][2].children.append(Element("LI", children=[Element("Lbl", label.tag), body]))
        return body

    def _start(self, label: Label) -> None:
        # A list within a list stands in the body of its last item.
        parent = self._open[-1][2].children[-1].children[-1] if self._open else self._parent
        new = Element("L", numbering=_NUMBERINGS.get(label.number_format, _OTHER))
        parent.children.append(new)
        self._open.append((label.level, label.list_id, new))
