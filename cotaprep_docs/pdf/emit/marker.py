"""Marked content (ISO 32000-1, 14.6): tells what is drawn for the structure from mere ornament."""

from __future__ import annotations

import contextlib
import re
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.model.content import SignatureLine
from cotaprep_docs.pdf.tags.marks import Box, Field, Mark, Marks

BACKGROUND: Final = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
HEADER: Final = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER: Final = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
BODY: Final = "/Artifact <</Type /Layout>> BDC"
"""How the ornaments of each zone of a page are announced."""

_PRIVATE: Final = "[\ue000-\uf8ff\U000f0000-\U0010fffd]"
_FIRST_PRIVATE: Final = "\ue000"
_REPLACEMENT: Final = "\ufffd"
_REPEATED: Final = "/Artifact <</Type /Pagination>> BDC"


def spoken(text: str) -> str:
    """Return what is read instead of a text with characters of a font's own (ISO 19005-2, 6.2.11.7.3)."""
    # Compiled where it is needed only: such sets are slow to compile, and hardly any text has them.
    if text.isascii() or max(text) < _FIRST_PRIVATE or not re.search(_PRIVATE, text):
        return ""
    return re.sub(_PRIVATE, _REPLACEMENT, text)


class Marker:
    """Opens and closes marked content on a canvas; what follows with the same tag goes on in the same.

    Attributes:
        marks: what was marked so far.
        zone: how ornaments are announced at the moment.
        repeated: what is drawn stands elsewhere already, such as the header row of a table.
        shift: added to every place in the structure: two documents of one file have none in common.
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
        self.shift = 0

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
            self.marks.content.append(Mark(tag + self.shift, self._page, self._next, box))
            self._next += 1

    def _ornament(self, opening: str) -> None:
        if self._open != opening:
            self.close()
            self._tag = 0
            self._begin(opening)

    def _begin(self, opening: str) -> None:
        self._open = opening
        self._canvas.addLiteral(opening)

    def field(self, line: SignatureLine, box: Box) -> None:
        """Note a signature field; nothing is drawn for it, and what follows is read after it."""
        self.close()
        self.marks.fields.append(
            Field(line.tag + self.shift, self._page, len(self.marks.content), box, line.name, line.label)
        )

    def close(self) -> None:
        """End what is open."""
        if self._open:
            self._canvas.addLiteral("EMC")
            self._open = ""

    @contextlib.contextmanager
    def read_as(self, text: str) -> Iterator[None]:
        """Say what is read where the characters drawn have no meaning by themselves; empty: they have."""
        if not text:
            yield
            return
        self._canvas.addLiteral(
            f"/Span <</ActualText <{(BOM_UTF16_BE + text.encode('utf-16-be')).hex()}>>> BDC"
        )
        yield
        self._canvas.addLiteral("EMC")

    def link(self, tag: int) -> bool:
        """Note an active area; there is none outside the structure, since nobody could reach it there."""
        if not tag or self.repeated:
            return False
        self.marks.links.append((self._page, tag + self.shift))
        return True
