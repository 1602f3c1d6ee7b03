"""`Seccion`: what a screen and a page tell of one matter, in the same words."""

from __future__ import annotations

import enum

from cotaprep_docs.records import record


class Tono(enum.Enum):
    """How much a line matters now."""

    URGENTE = "urgente"
    PRONTO = "pronto"
    NORMAL = "normal"


@record(frozen=True, slots=True)
class Renglon:
    """One line.

    Attributes:
        texto: what it says.
        tono: how much it matters.
        detalles: what else is to be known, a line each.
    """

    texto: str
    tono: Tono = Tono.NORMAL
    detalles: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Seccion:
    """One matter.

    Attributes:
        clave: its name for programs.
        titulo: its heading.
        renglones: its lines, what matters most first.
        vacio: what is said where it has none.
    """

    clave: str
    titulo: str
    renglones: tuple[Renglon, ...]
    vacio: str
