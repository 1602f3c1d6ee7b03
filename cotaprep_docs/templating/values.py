"""Values on their way through Jinja: kept aside in a ledger, represented in the text by a marker.

What a template prints never enters the XML as text while Jinja or docxtpl handle it, so nothing typed in
a tracker can be taken for a tag, a line break of docxtpl's, or markup.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import (
    Elemento,
    Enfasis,
    Fact,
    Gap,
    Inline,
    Lista,
    Piece,
    Prose,
    Tabla,
    as_prose,
)
from cotaprep_docs.records import record

# The first and last characters of plane 16's private use area that Unicode allows in text.
MARKER_START: Final = "\U0010fff0"
MARKER_END: Final = "\U0010fff1"
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# A no-break space is not blank: whoever typed one wants its place kept, as on a line for a signature.
BLANKS: Final = " \t\r\n"
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile("\r\n|\r|\n")

Paragraph = tuple[Inline, ...]


@record(frozen=True, slots=True)
class Item:
    """A paragraph that is an item of a list.

    Attributes:
        paragraph: its text.
        elemento: its place in the list and its mark.
        lista: which list of the rendering it is in.
    """

    paragraph: Paragraph
    elemento: Elemento
    lista: int


@record(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        paragraphs: its text.
        columns: how many columns it takes.
        merge: ``restart`` where the cell below belongs to it, ``continue`` where it belongs to the one above.
    """

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    merge: str = ""

    def __str__(self) -> str:
        return " ".join("".join(map(str, paragraph)) for paragraph in self.paragraphs)


@record(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        rows: its cells.
        tabla: the widths of its columns and how many rows are headers.
        fact: the fact it states, or None.
    """

    rows: tuple[tuple[Cell, ...], ...]
    tabla: Tabla
    fact: Fact | None = None


Block = Paragraph | Item | Grid


@record(slots=True)
class Ledger:
    """The values one rendering printed, in the order in which they were printed."""

    values: list[tuple[Block, ...]] = dataclasses.field(default_factory=list)
    sources: list[Prose] = dataclasses.field(default_factory=list)
    charts: list[Grafica | None] = dataclasses.field(default_factory=list)
    damaged: list[str] = dataclasses.field(default_factory=list)
    lists: int = 0

    def enter(self, value: str | int | Prose | Gap | Fact) -> str:
        """Take a value and return the marker that stands for it."""
        self.values.append(self._blocks(value))
        self.sources.append(as_prose(str(value) if isinstance(value, int) else value))
        return f"{MARKER_START}{len(self.values) - 1}{MARKER_END}"

    def at(self, marker: str) -> tuple[Block, ...]:
        """Return the paragraphs, items and tables of the value a marker stands for."""
        return self.values[int(marker[1:-1])]

    def text_at(self, marker: str) -> tuple[Paragraph, ...]:
        """Return the same as paragraphs alone, where lists and tables have no room."""
        # What is not legal in it was told when it came in.
        other = Ledger()
        blocks = other.at(other.enter(self.sources[int(marker[1:-1])].as_text))
        return tuple(block for block in blocks if isinstance(block, tuple))

    def first_block_at(self, marker: str) -> str:
        """Return the first line of the first list or table of the value a marker stands for."""
        first = self.sources[int(marker[1:-1])].blocks[0]
        return legal(str(first)).partition("\n")[0]

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

    def _blocks(self, value: str | int | Prose | Gap | Fact) -> tuple[Block, ...]:
        if isinstance(value, str | int):
            pieces: tuple[Piece, ...] = (str(value),)
        else:
            pieces = value.pieces if isinstance(value, Prose) else (value,)
        return tuple(block for block in self._split(pieces) if not _is_blank(block))

    def _split(self, pieces: tuple[Piece, ...]) -> list[Block]:
        """Return pieces as paragraphs, items and tables; a fact over several becomes one for each."""
        blocks: list[Block] = []
        line: list[Inline] = []
        for piece in pieces:
            first, *rest = self._split_piece(piece)
            for number, block in enumerate((first, *rest)):
                if number or not isinstance(block, tuple):
                    blocks.append(tuple(line))
                    line = []
                if isinstance(block, tuple):
                    line += block
                else:
                    blocks.append(block)
        return [*blocks, tuple(line)]

    def _split_piece(self, piece: Piece) -> list[Block]:
        """Return one piece as blocks; its first paragraph continues what is before it."""
        if isinstance(piece, str):
            return [(text,) if text else () for text in _BREAKS.split(self._legal(piece))]
        if isinstance(piece, Enfasis):
            texts = _BREAKS.split(self._legal(piece.text))
            return [(dataclasses.replace(piece, text=text),) for text in texts]
        if isinstance(piece, Fact):
            return self._split_fact(piece)
        if isinstance(piece, Lista):
            self.lists += 1
            return [self._item(elemento) for elemento in piece.elementos] or [()]
        if isinstance(piece, Tabla):
            return [self._grid(piece)]
        return [(dataclasses.replace(piece, label=_one_line(self._legal(piece.label))),)]

    def _split_fact(self, fact: Fact) -> list[Block]:
        kept = [block for block in self._split(fact.content.pieces) if not _is_blank(block)] or [()]
        return [
            _stated(block, fact, fact.name if number == 1 else f"{fact.name}.{number}")
            for number, block in enumerate(kept, start=1)
        ]

    def _item(self, elemento: Elemento) -> Item:
        """Return an item; a line break in it stays where it is, since a paragraph would be an item more."""
        paragraph: list[Inline] = []
        for number, block in enumerate(self._split(elemento.content.as_text.pieces)):
            paragraph += ("\n",) * bool(number)
            paragraph += block if isinstance(block, tuple) else ()
        clean = dataclasses.replace(
            elemento, rotulo=self._legal(elemento.rotulo), patron=self._legal(elemento.patron)
        )
        return Item(tuple(paragraph), clean, self.lists)

    def _grid(self, tabla: Tabla) -> Grid:
        places = tabla.comienzos
        lower = [
            {start for start, celda in zip(starts, fila, strict=True) if celda.continua}
            for starts, fila in zip(places, tabla.filas, strict=True)
        ]
        rows = []
        for number, (starts, fila) in enumerate(zip(places, tabla.filas, strict=True)):
            below = lower[number + 1] if number + 1 < len(lower) else set()
            cells = []
            for start, celda in zip(starts, fila, strict=True):
                merge = "continue" if celda.continua else "restart" if start in below else ""
                cells.append(Cell(self._cell(celda.content), celda.columnas, merge))
            rows.append(tuple(cells))
        return Grid(tuple(rows), tabla)

    def _cell(self, content: Prose) -> tuple[Paragraph, ...]:
        blocks = self._split(content.as_text.pieces)
        return tuple(block for block in blocks if isinstance(block, tuple) and not _is_blank(block))

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


def _stated(block: Block, fact: Fact, name: str) -> Block:
    """Return a block as what a fact states."""
    if isinstance(block, Grid):
        return dataclasses.replace(block, fact=Fact(name, Prose(), fact.title))
    if isinstance(block, Item):
        return dataclasses.replace(block, paragraph=(Fact(name, Prose(block.paragraph), fact.title),))
    return (Fact(name, Prose(block), fact.title),)


def _is_blank(block: Block) -> bool:
    if isinstance(block, Grid):
        return not any(cell.paragraphs for row in block.rows for cell in row)
    paragraph = block.paragraph if isinstance(block, Item) else block
    return all(
        (isinstance(piece, str | Enfasis) and not str(piece).strip(BLANKS))
        or (isinstance(piece, Fact) and _is_blank_fact(piece))
        for piece in paragraph
    )


def _is_blank_fact(fact: Fact) -> bool:
    return _is_blank(inline(fact))


def inline(fact: Fact) -> Paragraph:
    """Return the text of a fact that the ledger took in: its lists and tables stand beside it."""
    return tuple(piece for piece in fact.content.pieces if not isinstance(piece, Lista | Tabla))
