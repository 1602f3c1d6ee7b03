"""What a PDF says, and where: words per page and glyphs with places, by pdfium."""

from __future__ import annotations

import dataclasses

import pypdfium2


@dataclasses.dataclass(frozen=True, slots=True)
class Glyph:
    """A visible character: its left edge and the distance of its top from the top of the page."""

    character: str
    x: float
    y: float


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def pages_of_words(pdf: bytes) -> list[list[str]]:
    """Return the words of each page in reading order."""
    return [text.split() for text in page_texts(pdf)]


def glyphs(pdf: bytes) -> list[list[Glyph]]:
    """Return the visible characters of each page with their places, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_glyphs(page) for page in document]
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    found: list[Glyph] = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, _, _, top = text.get_charbox(index)
            found.append(Glyph("-" if character == "\ufffe" else character, left, height - top))
    return found


def compact_pages(pdf: bytes) -> list[str]:
    """Return each page's text without any white space: what two engines must agree on."""
    return ["".join(text.split()) for text in page_texts(pdf)]
