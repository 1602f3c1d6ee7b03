"""Drawings of outlines and letters: charts."""

from __future__ import annotations

import math
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.emit.marker import Marker, spoken
from cotaprep_docs.pdf.emit.typefaces import cover, font_name, rgb
from cotaprep_docs.pdf.layout.boxes import FigureBox, Lettering, Outline

_POINT: Final = 20.0
_SKEW: Final = 0.2126  # as of text without italics
_JOIN_ROUND: Final = 1


def draw_figure(figure: FigureBox, canvas: Canvas, marker: Marker, left: float, top: float) -> None:
    """Draw a figure with its top left corner there, marked as one thing."""
    width, height = figure.width / _POINT, figure.height / _POINT
    marker.mark(figure.tag, (left, top - height, left + width, top))
    for item in figure.items:
        if isinstance(item, Outline):
            draw_outline(item, canvas, left, top)
        else:
            canvas.saveState()
            _letters(item, canvas, marker, left, top)
            canvas.restoreState()


def draw_outline(item: Outline, canvas: Canvas, left: float, top: float) -> None:
    """Draw an outline, filled or not, counted from a point."""
    canvas.saveState()
    path = canvas.beginPath()
    path.moveTo(left + item.start[0] / _POINT, top - item.start[1] / _POINT)
    for step in item.steps:
        places = [
            top - value / _POINT if index % 2 else left + value / _POINT for index, value in enumerate(step)
        ]
        if len(places) == 2:
            path.lineTo(*places)
        else:
            path.curveTo(*places)
    if item.closed:
        path.close()
    if item.fill:
        canvas.setFillColorRGB(*rgb(item.fill))
    if item.color:
        canvas.setStrokeColorRGB(*rgb(item.color))
        canvas.setLineWidth(item.width / _POINT)
        canvas.setLineJoin(_JOIN_ROUND)
        if item.dash:
            canvas.setDash([part / _POINT for part in item.dash])
    canvas.drawPath(path, stroke=int(bool(item.color)), fill=int(bool(item.fill)))
    canvas.restoreState()


def _letters(item: Lettering, canvas: Canvas, marker: Marker, left: float, top: float) -> None:
    text = canvas.beginText()
    x, y = left + item.x / _POINT, top - item.y / _POINT
    cosine, sine = math.cos(math.radians(item.angle)), math.sin(math.radians(item.angle))
    slant = _SKEW if item.font.slant else 0.0
    text.setTextTransform(cosine, -sine, sine + slant * cosine, cosine - slant * sine, x, y)
    text.setFont(font_name(item.font), item.size)
    text.setFillColorRGB(*rgb(item.color))
    if item.font.embolden:
        text.setStrokeColorRGB(*rgb(item.color))
        text.setTextRenderMode(2)
        canvas.setLineWidth(item.size / 36)
    cover(item.font, item.text)
    text.textOut(item.text)
    with marker.read_as(spoken(item.text)):
        canvas.drawText(text)
