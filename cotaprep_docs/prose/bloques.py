"""`Lista` and `Tabla`: what a person wrote in Word that is more than paragraphs.

Each is one piece of a `Prose` and stands between paragraphs, whatever is next to it.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from cotaprep_docs.records import record

if TYPE_CHECKING:
    from cotaprep_docs.prose.prose import Prose

CELLS: Final = " | "
"""What stands between the cells of a row where a table is told as text."""


class Marca(enum.Enum):
    """What stands before an item of a list."""

    VINETA = "viñeta"
    NUMERO = "número"
    LETRA = "letra"
    LETRA_MAYUSCULA = "letra mayúscula"
    ROMANO = "romano"
    ROMANO_MAYUSCULA = "romano mayúsculo"


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
    """

    content: Prose
    rotulo: str = "\N{BULLET}"
    nivel: int = 0
    marca: Marca = Marca.VINETA
    patron: str = ""
    numero: int = 1

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

    def __str__(self) -> str:
        return "\n".join(CELLS.join(map(str, fila)) for fila in self.filas)
