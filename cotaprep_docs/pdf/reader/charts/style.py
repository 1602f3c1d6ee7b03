"""Fills, lines and text properties of the elements of a chart."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.chart import NO_STROKE, Paint, Stroke
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.charts.values import EMU_PER_TWIP, A, C, real
from cotaprep_docs.pdf.reader.colors import Palette
from cotaprep_docs.records import unchecked

_PLAIN_FILLS: Final = (A + "solidFill", A + "noFill", A + "gradFill", A + "pattFill", A + "blipFill")
_VERTICAL: Final = {"vert": 90.0, "vert270": -90.0, "wordArtVert": 90.0, "eaVert": 90.0}
_AUTOMATIC_TURN: Final = -60_000_000


@unchecked(slots=True)
class Styler:
    """Reads formatting against the theme of the document.

    Attributes:
        palette: colours of the theme.
        fonts: fonts of the theme by their names in Word.
        simplified: what could not be drawn as it is, in words.
    """

    palette: Palette
    fonts: Mapping[str, str]
    simplified: dict[str, None] = dataclasses.field(default_factory=dict)

    def paint(self, parent: etree._Element | None, default: Paint) -> Paint:
        """Return fill and line of the ``c:spPr`` of an element."""
        shape = None if parent is None else parent.find(C + "spPr")
        if shape is None:
            return default
        return Paint(self._fill(shape, default.fill), self._stroke(shape.find(A + "ln"), default.stroke))

    def stroke(self, parent: etree._Element | None, default: Stroke) -> Stroke:
        """Return the line of the ``c:spPr`` of an element."""
        return self.paint(parent, Paint("", default)).stroke

    def _fill(self, shape: etree._Element, default: str) -> str:
        for element in shape.iterchildren(*_PLAIN_FILLS):
            if element.tag == A + "noFill":
                return ""
            if element.tag == A + "solidFill":
                return self.palette.read(element) or default
            return self._fancy(element) or default
        return default

    def _fancy(self, element: etree._Element) -> str:
        """Return the one colour that stands for a gradient, pattern or picture."""
        self.simplified["un relleno degradado, con trama o con imagen"] = None
        stop = next(element.iter(A + "gs", A + "fgClr"), None)
        return self.palette.read(stop)

    def _stroke(self, line: etree._Element | None, default: Stroke) -> Stroke:
        if line is None:
            return default
        if line.find(A + "noFill") is not None:
            return dataclasses.replace(default, color="")
        fill = self._fill(line, default.color)
        width = real(line.get("w"))
        dash = line.find(A + "prstDash")
        return Stroke(
            fill,
            default.width if width is None else min(max(width / EMU_PER_TWIP, 1.0), 400.0),
            default.dash if dash is None else str(dash.get("val", "solid")),
        )

    def text(self, parent: etree._Element | None, default: CharProps) -> CharProps:
        """Return the formatting of the texts of an element: its ``c:txPr``."""
        properties = None if parent is None else parent.find(f"{C}txPr/{A}p/{A}pPr/{A}defRPr")
        return self.run(properties, default)

    def run(self, properties: etree._Element | None, default: CharProps) -> CharProps:
        """Return the formatting of an ``a:rPr`` or ``a:defRPr``."""
        if properties is None:
            return default
        size = real(properties.get("sz"))
        latin = properties.find(A + "latin")
        ink = self.palette.read(properties.find(A + "solidFill"))
        bold, italic = properties.get("b"), properties.get("i")
        return dataclasses.replace(
            default,
            size=default.size if size is None else min(max(size / 100, 1.0), 400.0),
            bold=default.bold if bold is None else bold in {"1", "true"},
            italic=default.italic if italic is None else italic in {"1", "true"},
            color=ink or default.color,
            font=self._font(default.font if latin is None else str(latin.get("typeface", "")))
            or default.font,
        )

    def _font(self, name: str) -> str:
        themed = {"+mn-lt": "minorHAnsi", "+mj-lt": "majorHAnsi"}.get(name)
        return name if themed is None else self.fonts.get(themed, "")

    def base(self, parent: etree._Element, document: CharProps) -> CharProps:
        """Return the formatting of all texts of a chart that say nothing else."""
        font = self._font("+mn-lt") or document.font
        return self.text(parent, CharProps(font=font, size=10.0, language=document.language))


def turn(parent: etree._Element | None, path: str) -> float | None:
    """Return how far the text of an element is turned, degrees clockwise; None where it is not said."""
    body = None if parent is None else parent.find(f"{path}/{A}bodyPr")
    if body is None:
        return None
    if body.get("vert", "horz") in _VERTICAL:
        return _VERTICAL[str(body.get("vert"))]
    rotation = real(body.get("rot"))
    if rotation is None or rotation <= _AUTOMATIC_TURN:
        return None
    return max(min(rotation / 60_000, 90.0), -90.0)


def line_of(color: str, points: float) -> Stroke:
    """Return a plain line."""
    return Stroke(color, points * 20) if color else NO_STROKE
