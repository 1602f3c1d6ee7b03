"""What went by and nobody wrote down: what became of a session, and what its acta or minuta lacks."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs import PROGRAM
from cotaprep_docs.app.estado.archivos import EstadoDocumento
from cotaprep_docs.app.estado.palabras import sesion_text
from cotaprep_docs.app.estado.renglones import dated, gaps_text
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.spanish.lists import first_of
from cotaprep_docs.spanish.names import lower_first

_SHOWN = 8


def captura_section(tablero: Tablero) -> Seccion:
    """Return sessions that went by of which something is not captured, or that have no document."""
    empty = "No falta nada de las últimas sesiones y reuniones celebradas."
    return Seccion("captura", "Por capturar", tuple(_renglones(tablero)), empty)


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    for sesion in tablero.estado.sin_constancia:
        text = f"{dated(tablero, sesion)}: ya pasó y el calendario dice «{sesion.estado.value}»"
        yield Renglon(text, Tono.URGENTE, (f"Escriba qué fue de ella en {sesion.origin.cell('estado')}.",))
    for sesion in tablero.recientes:
        yield from _celebrada(tablero, sesion)
    unmade = [s.clave for s in tablero.recientes if s.is_reunion and not _is_made(tablero, s)]
    if unmade:
        line = f"{PROGRAM} {MINUTA.tipo} {unmade[0]}"
        yield Renglon(f"Minutas sin generar: {first_of(unmade, _SHOWN)} («{line}»)")


def _is_made(tablero: Tablero, sesion: Sesion) -> bool:
    made = tablero.by_stem.get(f"{MINUTA.tipo}-{sesion.clave}")
    return made is not None and made.estado is not EstadoDocumento.RETIRADO


def _celebrada(tablero: Tablero, sesion: Sesion) -> Iterator[Renglon]:
    """Yield what was not captured of a session held."""
    estado = tablero.estado
    name, gaps = lower_first(sesion_text(sesion, tablero.organismo)), tablero.faltas_del_acta(sesion)
    if Desarrollo(estado.proceso, estado.normas, sesion).is_pendiente:
        text = f"De la {name} no constan ni la asistencia ni la hora de inicio"
        yield Renglon(text, Tono.URGENTE)
    elif gaps:
        noun = "A la minuta" if sesion.is_reunion else "Al acta"
        yield Renglon(f"{noun} de la {name} le falta: {gaps_text(gaps)}", Tono.PRONTO)
