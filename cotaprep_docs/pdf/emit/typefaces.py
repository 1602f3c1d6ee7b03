"""Fonts and colours as reportlab knows them."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.emit.operators import escape, number
from cotaprep_docs.pdf.fonts.library import Match


def font_name(match: Match) -> str:
    """Return the name a face has in reportlab, registered at its first use in the process."""
    name = match.face.path
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, match.face.path))
    return name


def cover(match: Match, text: str) -> None:
    """Give characters the face lacks the glyph that stands in for them, so that they can still be copied.

    reportlab would write them all as one character of its own, and the text would be lost.
    """
    if text.isascii():
        return
    face = pdfmetrics.getFont(font_name(match)).face
    for character in text:
        if ord(character) not in face.charToGlyph:
            face.charToGlyph[ord(character)] = face.charToGlyph.get(match.face.stand_in, 0)
            face.charWidths[ord(character)] = match.face.missing * 1000 / match.face.units


def shown(match: Match, size: float, text: str, canvas: Canvas) -> str:
    """Return the operators that show a text: it may need several subsets of its font."""
    document = canvas._doc  # noqa: SLF001 - reportlab's own fonts want it (ttfonts, «dynamic fonts»)
    font = pdfmetrics.getFont(font_name(match))
    cover(match, text)
    return " ".join(
        f"{font.getSubsetInternalName(subset, document)} {number(size)} Tf ({escape(codes)}) Tj"
        for subset, codes in font.splitString(text, document)
    )


def rgb(digits: str) -> tuple[float, float, float]:
    """Return a colour of six hexadecimal digits as red, green and blue."""
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue
