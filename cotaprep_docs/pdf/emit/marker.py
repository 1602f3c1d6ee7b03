"""Marked content (ISO 32000-1, 14.6): tells what is drawn for the structure from mere ornament."""

from __future__ import annotations

from typing import Final

from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.tags.marks import Box, Mark, Marks

BACKGROUND: Final = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
HEADER: Final = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER: Final = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
BODY: Final = "/Artifact <</Type /Layout>> BDC"
"""How the ornaments of each zone of a page are announced."""

_REPEATED: Final = "/Artifact <</Type /Pagination>> BDC"


class Marker:
    """Opens and closes marked content on a canvas; what follows with the same tag goes on in the same.

    Attributes:
        marks: what was marked so far.
        zone: how ornaments are announced at the moment.
        repeated: what is drawn stands elsewhere already, such as the header row of a table.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._page = -1
        self._next = 0
        self._open = ""
        self._tag = 0
        self.marks = Marks()
        self.zone = BODY
        self.repeated = False

    def start_page(self) -> None:
        """Begin to count anew."""
        self._page += 1
        self._next = 0

    def mark(self, tag: int, box: Box | None = None) -> None:
        """Announce that what is drawn next belongs to a place in the structure, or to none (0)."""
        if self.repeated or not tag:
            self._ornament(_REPEATED if self.repeated else self.zone)
        elif tag != self._tag or not self._open:
            self.close()
            self._tag = tag
            self._begin(f"/{'P' if box is None else 'Figure'} <</MCID {self._next}>> BDC")
            self.marks.content.append(Mark(tag, self._page, self._next, box))
            self._next += 1

    def _ornament(self, opening: str) -> None:
        if self._open != opening:
            self.close()
            self._tag = 0
            self._begin(opening)

    def _begin(self, opening: str) -> None:
        self._open = opening
        self._canvas.addLiteral(opening)

    def close(self) -> None:
        """End what is open."""
        if self._open:
            self._canvas.addLiteral("EMC")
            self._open = ""

    def link(self, tag: int) -> bool:
        """Note an active area; there is none outside the structure, since nobody could reach it there."""
        if not tag or self.repeated:
            return False
        self.marks.links.append((self._page, tag))
        return True
