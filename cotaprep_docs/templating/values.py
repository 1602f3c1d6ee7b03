"""Values on their way through Jinja: kept aside in a ledger, represented in the text by a marker.

What a template prints never enters the XML as text while Jinja or docxtpl handle it, so nothing typed in
a tracker can be taken for a tag, a line break of docxtpl's, or markup.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Enfasis, Fact, Gap, Piece, Prose
from cotaprep_docs.records import record

# The first and last characters of plane 16's private use area that Unicode allows in text.
MARKER_START: Final = "\U0010fff0"
MARKER_END: Final = "\U0010fff1"
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# A no-break space is not blank: whoever typed one wants its place kept, as on a line for a signature.
BLANKS: Final = " \t\r\n"
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile("\r\n|\r|\n")

Paragraph = tuple[Piece, ...]


@record(slots=True)
class Ledger:
    """The values one rendering printed, in the order in which they were printed."""

    values: list[tuple[Paragraph, ...]] = dataclasses.field(default_factory=list)
    charts: list[Grafica | None] = dataclasses.field(default_factory=list)
    damaged: list[str] = dataclasses.field(default_factory=list)

    def enter(self, value: str | int | Prose | Gap | Fact) -> str:
        """Take a value and return the marker that stands for it."""
        self.values.append(self._paragraphs(value))
        return f"{MARKER_START}{len(self.values) - 1}{MARKER_END}"

    def at(self, marker: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the value a marker stands for."""
        return self.values[int(marker[1:-1])]

    def enter_chart(self, grafica: Grafica | None) -> str:
        """Take what a chart is to show and return the marker that stands for it."""
        self.charts.append(None if grafica is None else self._legal_chart(grafica))
        return f"{MARKER_START}{len(self.charts) - 1}{MARKER_END}"

    def chart_at(self, marker: str) -> Grafica | None:
        """Return what the chart with a marker is to show."""
        return self.charts[int(marker.strip()[1:-1])]

    def _legal_chart(self, grafica: Grafica) -> Grafica:
        return dataclasses.replace(
            grafica,
            titulo=self._legal(grafica.titulo),
            categorias=tuple(self._legal(text) for text in grafica.categorias),
            series=tuple(
                dataclasses.replace(serie, nombre=self._legal(serie.nombre)) for serie in grafica.series
            ),
            descripcion=self._legal(grafica.descripcion),
        )

    def _paragraphs(self, value: str | int | Prose | Gap | Fact) -> tuple[Paragraph, ...]:
        if isinstance(value, str | int):
            pieces: tuple[Piece, ...] = (str(value),)
        else:
            pieces = value.pieces if isinstance(value, Prose) else (value,)
        return tuple(paragraph for paragraph in self._split(pieces) if not _is_blank(paragraph))

    def _split(self, pieces: tuple[Piece, ...]) -> list[Paragraph]:
        """Return pieces as paragraphs; a fact over several becomes one per paragraph."""
        lines: list[list[Piece]] = [[]]
        for piece in pieces:
            if isinstance(piece, str):
                first, *rest = _BREAKS.split(self._legal(piece))
                lines[-1].append(first)
                lines.extend([line] for line in rest)
            elif isinstance(piece, Fact):
                first_part, *parts = self._split_fact(piece)
                lines[-1].append(first_part)
                lines.extend([part] for part in parts)
            elif isinstance(piece, Enfasis):
                texts = _BREAKS.split(self._legal(piece.text))
                start, *others = (dataclasses.replace(piece, text=text) for text in texts)
                lines[-1].append(start)
                lines.extend([other] for other in others)
            else:
                lines[-1].append(dataclasses.replace(piece, label=_one_line(self._legal(piece.label))))
        return [tuple(piece for piece in line if piece != "") for line in lines]

    def _split_fact(self, fact: Fact) -> list[Fact]:
        lines = self._split(fact.content.pieces)
        kept = [line for line in lines if not _is_blank(line)] or [()]
        return [
            Fact(fact.name if number == 1 else f"{fact.name}.{number}", Prose(line), fact.title)
            for number, line in enumerate(kept, start=1)
        ]

    def _legal(self, text: str) -> str:
        """Return the text made legal, and remember it where that changed it."""
        clean = legal(text)
        if clean != text:
            self.damaged.append(clean)
        return clean


def legal(text: str) -> str:
    """Return a text with each character that XML 1.0 (clause 2.2) does not admit replaced."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def _one_line(text: str) -> str:
    return " ".join(_BREAKS.split(text))


def _is_blank(paragraph: Paragraph) -> bool:
    return all(
        (isinstance(piece, str | Enfasis) and not str(piece).strip(BLANKS))
        or (isinstance(piece, Fact) and _is_blank(piece.content.pieces))
        for piece in paragraph
    )
