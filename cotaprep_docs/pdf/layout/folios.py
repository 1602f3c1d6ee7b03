"""Folios: the number of each sheet of a bound file, at the head of its page."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from cotaprep_docs.pdf.fonts.library import FALLBACK, find_face
from cotaprep_docs.pdf.layout.boxes import Page, TextBox

_SIZE: Final = 10.0
_BASELINE: Final = 560  # twips from the edge of the sheet, above the header of most letterheads
_RIGHT: Final = 720  # from the right edge
FORM: Final = "Folio {:03d}"


def with_folios(pages: Sequence[Page], first: int) -> tuple[Page, ...]:
    """Return the pages with their folios, counted from `first`; they are no part of the structure."""
    font = find_face(FALLBACK, bold=True, italic=False)
    found = []
    for number, page in enumerate(pages, first):
        text = FORM.format(number)
        width = font.face.width(text) * _SIZE * 20 / font.face.units
        box = TextBox(page.width - _RIGHT - width, _BASELINE, text, width, font, _SIZE)
        found.append(dataclasses.replace(page, header=(box, *page.header)))
    return tuple(found)
