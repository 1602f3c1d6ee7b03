"""Lines of a table of contents to tables within tables (ISO 32000-1, 14.8.4.2: TOC, TOCI, Reference)."""

from __future__ import annotations

from cotaprep_docs.pdf.tags.element import Element


class ContentsNesting:
    """The tables of contents open at a place of the document, the outermost first."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._open: list[tuple[int, Element]] = []

    def close(self) -> None:
        """End them: something else follows."""
        self._open.clear()

    def line(self, level: int, tag: int) -> Element:
        """Return what holds the words of a new line."""
        while len(self._open) > 1 and self._open[-1][0] > level:
            self._open.pop()
        if not self._open or self._open[-1][0] < level:
            self._start(level)
        reference = Element("Reference", tag)
        self._open[-1][1].children.append(Element("TOCI", children=[reference]))
        return reference

    def _start(self, level: int) -> None:
        new = Element("TOC")
        # The lines below a line stand in it, as the parts of a chapter stand in the chapter.
        parent = self._open[-1][1].children[-1] if self._open else self._parent
        parent.children.append(new)
        self._open.append((level, new))
