"""A line at the head of each page that the DOCX does not have, such as a warning."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

from cotaprep_docs.pdf.fonts.library import FALLBACK, find_face
from cotaprep_docs.pdf.layout.boxes import Page, TextBox

_SIZE: Final = 9.0
_COLOR: Final = "C00000"
_BASELINE: Final = 320  # twips from the edge of the sheet, above the header of most letterheads


def stamp(pages: Sequence[Page], text: str) -> tuple[Page, ...]:
    """Return the pages with a line of text centred at the head of each; it is no part of the structure."""
    font = find_face(FALLBACK, bold=True, italic=False)
    width = sum(font.face.width(character) for character in text) * _SIZE * 20 / font.face.units
    return tuple(
        dataclasses.replace(
            page,
            header=(
                TextBox((page.width - width) / 2, _BASELINE, text, width, font, _SIZE, _COLOR),
                *page.header,
            ),
        )
        for page in pages
    )
