"""`Prose`: a piece of text that remembers which parts are facts and which are missing.

Documents are made of sentences written in code from facts of the trackers. A missing fact must show in
the Word file and name the cell to fill; a stated fact must stay findable after legal edited the text.
So a sentence is not a `str` but a sequence of pieces, and only the templating layer turns it into Word.
"""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterable, Iterator

from cotaprep_docs.problems.problem import AnyLocation
from cotaprep_docs.prose.bloques import CELLS, Celda, Elemento, Lista, Tabla
from cotaprep_docs.records import record

PARAGRAPH = "\n"


@record(frozen=True, slots=True)
class Gap:
    """A fact that nobody captured yet.

    Attributes:
        label: what is missing, as it reads after «FALTA:», for example ``hora de clausura``.
        location: the cell (or sheet) to fill.
        hint: what to type there; may be empty.
    """

    label: str
    location: AnyLocation
    hint: str = ""

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

    @property
    def as_text(self) -> Prose:
        """The same where only text has room: items and rows as paragraphs, with their marks typed."""
        if not any(isinstance(piece, Lista | Tabla) for piece in self.pieces):
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
            found.append(piece)
            is_open, after_block = not text.endswith(PARAGRAPH), False
        return Prose(tuple(found))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All gaps, in reading order, also those inside facts."""
        return tuple(_walk_gaps(self.pieces))


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
        lines = [(f"{item.rotulo} ", *item.content.as_text.pieces) for item in block.elementos]
    else:
        lines = [tuple(_row(row)) for row in block.filas]
    for number, line in enumerate(lines):
        yield from (PARAGRAPH,) * bool(number)
        yield from line


def _row(cells: tuple[Celda, ...]) -> Iterator[Piece]:
    for number, cell in enumerate(cells):
        yield from (CELLS,) * bool(number)
        for piece in cell.content.as_text.pieces:
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
