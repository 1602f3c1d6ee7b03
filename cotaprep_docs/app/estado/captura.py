"""What went by and nobody wrote down."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.renglones import dated
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero


def captura_section(tablero: Tablero) -> Seccion:
    """Return sessions that went by of which something basic is not captured."""
    return Seccion("captura", "Por capturar", tuple(_renglones(tablero)), "Todo lo que pasó está capturado.")


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    for sesion in tablero.estado.sin_constancia:
        text = f"{dated(tablero, sesion)}: ya pasó y el calendario dice «{sesion.estado.value}»"
        yield Renglon(text, Tono.URGENTE, (f"Escriba qué fue de ella en {sesion.origin.cell('estado')}.",))
    for sesion in tablero.estado.sin_captura:
        text = f"{dated(tablero, sesion)}: no constan su asistencia ni su hora de inicio"
        yield Renglon(text, Tono.URGENTE)
