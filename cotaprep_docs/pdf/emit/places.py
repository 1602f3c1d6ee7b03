"""Places of the document that links lead to: named destinations (ISO 32000-1, 12.3.2.3)."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas


class Places:
    """Gives every place a plain name, and notes what was linked and what was drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._names: dict[str, str] = {}
        self._linked: set[str] = set()
        self._drawn: set[str] = set()

    def _key(self, name: str) -> str:
        return self._names.setdefault(name, f"lugar-{len(self._names) + 1}")

    def reach(self, name: str, left: float, top: float) -> None:
        """Note that a place stands on the page being drawn, from the bottom left corner."""
        if name not in self._drawn:
            self._drawn.add(name)
            self._canvas.bookmarkPage(self._key(name), fit="XYZ", left=left, top=top)

    def link(self, name: str, area: tuple[float, float, float, float]) -> None:
        """Make an area of the page being drawn lead to a place."""
        self._linked.add(name)
        self._canvas.linkRect("", self._key(name), area, relative=0)

    def finish(self) -> None:
        """Let what leads to a place that is not drawn, such as one in hidden text, lead to the last page."""
        for name in sorted(self._linked - self._drawn):
            self._canvas.bookmarkPage(self._key(name))
