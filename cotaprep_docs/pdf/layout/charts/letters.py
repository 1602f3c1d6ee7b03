"""Texts of a chart: measured, divided into lines, placed straight or turned."""

from __future__ import annotations

import math
from typing import Final

from cotaprep_docs.pdf.layout.boxes import Lettering
from cotaprep_docs.pdf.layout.measure import WORD, Measurer
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked

_ELLIPSIS: Final = "…"


@unchecked(frozen=True, slots=True)
class Letters:
    """Writes texts with the measures of the document."""

    measurer: Measurer

    def width(self, text: str, props: CharProps) -> float:
        """Return how wide the widest line of a text is."""
        return max(self._line(line, props)[1] for line in text.split("\n"))

    def height(self, props: CharProps) -> float:
        """Return the height of a line."""
        metric = self.measurer.metric(props)
        return float(metric.ascent + metric.descent)

    def _line(self, text: str, props: CharProps) -> tuple[str, float]:
        piece = self.measurer.piece(WORD, text, props, self.measurer.metric(props))
        return piece.text, piece.width

    def lines(self, text: str, props: CharProps, room: float) -> list[str]:
        """Return a text divided at its spaces into lines; a word wider than the room stays whole."""
        found: list[str] = []
        for part in text.split("\n"):
            line = ""
            for word in part.split():
                longer = f"{line} {word}" if line else word
                if line and self.width(longer, props) > room:
                    found.append(line)
                    line = word
                else:
                    line = longer
            found.append(line)
        return found

    def cut(self, text: str, props: CharProps, room: float) -> str:
        """Return as much of a text as there is room for."""
        if self.width(text, props) <= room:
            return text
        while text and self.width(text + _ELLIPSIS, props) > room:
            text = text[:-1]
        return text.rstrip() + _ELLIPSIS

    def block(
        self, lines: list[str], props: CharProps, x: float, top: float, align: float = 0.5
    ) -> list[Lettering]:
        """Return lines one below the other; `align` is the share of each that is left of `x`."""
        metric, height = self.measurer.metric(props), self.height(props)
        found: list[Lettering] = []
        for index, line in enumerate(lines):
            shown, width = self._line(line, props)
            baseline = top + index * height + metric.ascent
            found.append(Lettering(x - width * align, baseline, shown, metric.font, metric.size, props.color))
        return found

    def middle(self, text: str, props: CharProps, x: float, y: float, align: float = 0.5) -> list[Lettering]:
        """Return a text of one or more lines about a height."""
        lines = text.split("\n")
        return self.block(lines, props, x, y - self.height(props) * len(lines) / 2, align)

    def turned(
        self, text: str, props: CharProps, at: tuple[float, float], angle: float, align: float = 0.5
    ) -> list[Lettering]:
        """Return a text turned clockwise, the middle of its height on a point."""
        metric = self.measurer.metric(props)
        shown, width = self._line(text, props)
        along = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        half = (metric.ascent - metric.descent) / 2
        x = at[0] - along[0] * width * align - along[1] * half
        y = at[1] - along[1] * width * align + along[0] * half
        return [Lettering(x, y, shown, metric.font, metric.size, props.color, angle)]
