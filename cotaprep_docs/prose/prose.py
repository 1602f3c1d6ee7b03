"""`Prose`: a piece of text that remembers which parts are facts and which are missing.

Documents are made of sentences written in code from facts of the trackers. A missing fact must show in
the Word file and name the cell to fill; a stated fact must stay findable after legal edited the text.
So a sentence is not a `str` but a sequence of pieces, and only the templating layer turns it into Word.
What a person wrote in Word brings emphasis, lists and tables along as pieces too.
"""

from __future__ import annotations

import dataclasses
import enum
import itertools
import re
import string
from collections.abc import Iterable, Iterator
from typing import Final

from cotaprep_docs.problems.problem import AnyLocation
from cotaprep_docs.records import record

PARAGRAPH: Final = "\n"
PLACE: Final = re.compile(r"%([1-9])")
"""Where the number of a level stands in the mark of an item."""
BULLETS: Final = ("\N{BULLET}", "\N{EN DASH}")
"""How the bullets of each level read, over and over."""
CELLS: Final = " | "
"""What stands between the cells of a row where a table is told as text."""


@record(frozen=True, slots=True)
class Gap:
    """A fact that nobody captured yet.

    Attributes:
        label: what is missing, as it reads after «FALTA:», for example ``hora de clausura``.
        location: the cell (or sheet) to fill.
        hint: what to type there; may be empty.
        asignable: whether nobody needs to type it: the program gives it when it is asked to.
    """

    label: str
    location: AnyLocation
    hint: str = ""
    asignable: bool = False

    def __str__(self) -> str:
        return f"[FALTA: {self.label}]"


@record(frozen=True, slots=True)
class Fact:
    """A stretch of text that states one fact, under a name that does not change between runs.

    Attributes:
        name: stable name, ASCII letters, digits, ``.`` and ``_``; at most 40 characters.
        content: the text.
        title: the same name for people, in Spanish.
    """

    name: str
    content: Prose
    title: str = ""

    def __str__(self) -> str:
        return str(self.content)


@record(frozen=True, slots=True)
class Enfasis:
    """A stretch of text in bold, in italics or both, as a person wrote it.

    Attributes:
        text: the text, of one paragraph.
        negrita: whether it is bold.
        cursiva: whether it is in italics.
    """

    text: str
    negrita: bool = False
    cursiva: bool = False

    def __str__(self) -> str:
        return self.text


class Marca(enum.Enum):
    """What stands before an item of a list."""

    VINETA = "viñeta"
    NUMERO = "número"
    LETRA = "letra"
    LETRA_MAYUSCULA = "letra mayúscula"
    ROMANO = "romano"
    ROMANO_MAYUSCULA = "romano mayúsculo"
    NUMERO_CON_CERO = "número con cero"
    ORDINAL_CIFRA = "ordinal en cifra"
    ORDINAL = "ordinal"
    CARDINAL = "cardinal"


@record(frozen=True, slots=True)
class Elemento:
    """One item of a list.

    Attributes:
        content: its text, of one paragraph; a line break in it stays within the item.
        rotulo: its mark as it reads: ``•``, ``2.``, ``b)``.
        nivel: how deep it is; 0 for the outermost.
        marca: what kind of mark it has.
        patron: the mark with ``%1`` for the number of the outermost level, ``%2`` for the next…
        numero: its place in the count of its level; of no use where it has a bullet.
        cuentas: what ``%1``, ``%2``… read as, down to its own level; empty where nothing is counted.
    """

    content: Prose
    rotulo: str = "\N{BULLET}"
    nivel: int = 0
    marca: Marca = Marca.VINETA
    patron: str = ""
    numero: int = 1
    cuentas: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rotulo} {self.content}"

    @property
    def is_numerado(self) -> bool:
        """Whether it counts."""
        return self.marca is not Marca.VINETA


@record(frozen=True, slots=True)
class Lista:
    """A list, with those within it: an item belongs to the last one above it that is less deep."""

    elementos: tuple[Elemento, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.elementos))


@record(frozen=True, slots=True)
class Celda:
    """One cell of a table.

    Attributes:
        content: its text; may be several paragraphs.
        columnas: how many columns it takes.
        continua: whether it is the lower part of the cell above it; then it has no text.
    """

    content: Prose
    columnas: int = 1
    continua: bool = False

    def __str__(self) -> str:
        return " ".join(str(self.content).split())


@record(frozen=True, slots=True)
class Tabla:
    """A table of text.

    Attributes:
        filas: its rows.
        anchos: width of each column, as parts of any whole.
        encabezados: how many rows, from the first, say what the columns are.
    """

    filas: tuple[tuple[Celda, ...], ...]
    anchos: tuple[int, ...]
    encabezados: int = 0

    @property
    def comienzos(self) -> tuple[tuple[int, ...], ...]:
        """In which column each cell of each row begins."""
        widths = ([celda.columnas for celda in fila] for fila in self.filas)
        return tuple(tuple(itertools.accumulate(row, initial=0))[:-1] for row in widths)

    def __str__(self) -> str:
        return "\n".join(CELLS.join(map(str, fila)) for fila in self.filas)


Inline = str | Gap | Fact | Enfasis
Piece = Inline | Lista | Tabla


@record(frozen=True, slots=True)
class Prose:
    """Text as pieces.

    ``PARAGRAPH`` inside a string piece starts a new paragraph; lists and tables stand between paragraphs
    by themselves.
    """

    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        return "".join(map(str, self.as_text.pieces))

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Prose | Piece) -> Prose:
        return Prose(self.pieces + as_prose(other).pieces)

    def partition(self, mark: str) -> tuple[str, Prose]:
        """Return the text before a mark, and what follows it, without spaces at its start."""
        before = ""
        for number, piece in enumerate(self.pieces):
            head, found, tail = str(piece).partition(mark)
            before += head
            if found:
                rest = dataclasses.replace(piece, text=tail) if isinstance(piece, Enfasis) else tail
                return before, Prose((rest, *self.pieces[number + 1 :])).stripped
        return before, Prose()

    @property
    def stripped(self) -> Prose:
        """The same without spaces at its start, and without pieces that have no text there."""
        for number, piece in enumerate(self.pieces):
            text = str(piece).lstrip()
            if text and isinstance(piece, str):
                return Prose((text, *self.pieces[number + 1 :]))
            if text:
                first = dataclasses.replace(piece, text=text) if isinstance(piece, Enfasis) else piece
                return Prose((first, *self.pieces[number + 1 :]))
        return Prose()

    @property
    def as_text(self) -> Prose:
        """The same where only text has room: items and rows as paragraphs, with their marks typed."""
        if not self.blocks:
            return self
        found: list[Piece] = []
        is_open = False  # whether a paragraph has begun that a list or table must not continue
        after_block = False
        for piece in self.pieces:
            if isinstance(piece, Lista | Tabla):
                found += [PARAGRAPH] if is_open else []
                found += _told(piece)
                is_open = after_block = True
                continue
            text = str(piece)
            if not text:
                continue
            if after_block and not text.startswith(PARAGRAPH):
                found.append(PARAGRAPH)
            if isinstance(piece, Fact):
                piece = dataclasses.replace(piece, content=piece.content.as_text)  # noqa: PLW2901
            found.append(piece)
            is_open, after_block = not text.endswith(PARAGRAPH), False
        return Prose(tuple(found))

    @property
    def blocks(self) -> tuple[Lista | Tabla, ...]:
        """All lists and tables, in reading order, also those inside facts."""
        return tuple(_walk_blocks(self.pieces))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All gaps, in reading order, also those inside facts."""
        return tuple(_walk_gaps(self.pieces))


def _walk_blocks(pieces: Iterable[Piece]) -> Iterator[Lista | Tabla]:
    for piece in pieces:
        if isinstance(piece, Fact):
            yield from _walk_blocks(piece.content.pieces)
        elif isinstance(piece, Lista | Tabla):
            yield piece


def _walk_gaps(pieces: Iterable[Piece]) -> Iterator[Gap]:
    for piece in pieces:
        if isinstance(piece, Gap):
            yield piece
        elif isinstance(piece, Fact):
            yield from _walk_gaps(piece.content.pieces)
        elif isinstance(piece, Lista | Tabla):
            for holder in _holders(piece):
                yield from _walk_gaps(holder.content.pieces)


def _holders(block: Lista | Tabla) -> tuple[Elemento | Celda, ...]:
    """Return what holds the text of a list or table, in reading order."""
    if isinstance(block, Lista):
        return block.elementos
    return tuple(cell for row in block.filas for cell in row)


def _told(block: Lista | Tabla) -> Iterator[Piece]:
    """Yield a list or table as text."""
    lines: list[tuple[Piece, ...]]
    if isinstance(block, Lista):
        lines = [(f"{item.rotulo} ", *_in_one_line(item.content)) for item in block.elementos]
    else:
        lines = [tuple(_row(row)) for row in block.filas]
    for number, line in enumerate(lines):
        yield from (PARAGRAPH,) * bool(number)
        yield from line


def _row(cells: tuple[Celda, ...]) -> Iterator[Piece]:
    for number, cell in enumerate(cells):
        yield from (CELLS,) * bool(number)
        yield from _in_one_line(cell.content)


def _in_one_line(content: Prose) -> Iterator[Piece]:
    for piece in content.as_text.pieces:
        if isinstance(piece, str):
            yield piece.replace(PARAGRAPH, " ")
        elif isinstance(piece, Enfasis):
            yield dataclasses.replace(piece, text=piece.text.replace(PARAGRAPH, " "))
        else:
            yield piece


def as_prose(value: Prose | Piece) -> Prose:
    """Return the value as `Prose`; an empty string gives an empty one."""
    if isinstance(value, Prose):
        return value
    return Prose((value,)) if value != "" else Prose()


def join(items: Iterable[Prose | Piece], separator: str = "") -> Prose:
    """Return the items as one prose with a separator between them."""
    pieces: list[Piece] = []
    for item in items:
        if pieces and separator:
            pieces.append(separator)
        pieces.extend(as_prose(item).pieces)
    return Prose(tuple(pieces))


def compose(template: str, **values: Prose | Piece) -> Prose:
    """Return a sentence with its ``{fields}`` replaced by prose, gaps and facts.

    The template is ours, never data: values are inserted as they are and not searched for fields.

    Raises:
        KeyError: the template names a field that was not given.
    """
    pieces: list[Piece] = []
    for literal, field, _spec, _conversion in string.Formatter().parse(template):
        if literal:
            pieces.append(literal)
        if field is not None:
            pieces.extend(as_prose(values[field]).pieces)
    return Prose(tuple(pieces))
