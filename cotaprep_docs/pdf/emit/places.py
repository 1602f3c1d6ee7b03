"""Places of the document that links lead to: destinations by name (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.layout.boxes import Group, Item, Page, Target


class Places:
    """Gives every place a plain name, and notes where it was drawn."""

    def __init__(self, canvas: Canvas, pages: Sequence[Page], prefix: str = "lugar") -> None:
        self._canvas = canvas
        self._pages = pages
        self._prefix = prefix
        self._names: dict[str, str] = {}
        self._drawn: set[str] = set()

    def _key(self, name: str) -> str:
        return self._names.setdefault(name, f"{self._prefix}-{len(self._names) + 1}")

    @functools.cached_property
    def _known(self) -> frozenset[str]:
        """The places on all pages, looked for when the first link asks."""
        return frozenset(name for page in self._pages for name in _targets(page.body))

    def reach(self, name: str, left: float, top: float) -> None:
        """Note that a place stands on the page being drawn, from the bottom left corner."""
        if name not in self._drawn:
            self._drawn.add(name)
            self._canvas.bookmarkPage(self._key(name), fit="XYZ", left=left, top=top)

    def leads(self, link: str) -> bool:
        """Tell whether a link leads anywhere: a place may be lost, such as one in hidden text."""
        return not link.startswith("#") or link[1:] in self._known

    def link(self, link: str, area: tuple[float, float, float, float]) -> None:
        """Make an area of the page being drawn lead to an address or a place."""
        if link.startswith("#"):
            self._canvas.linkRect("", self._key(link[1:]), area, relative=0)
        else:
            self._canvas.linkURL(link, area, relative=0)


def _targets(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            if not item.repeated:
                yield from _targets(item.items)
        elif isinstance(item, Target):
            yield item.name
