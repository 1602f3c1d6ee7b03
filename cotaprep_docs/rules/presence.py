"""Rules over attendance, movements and hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.domain.asistencia import EstadoAsistencia, TipoMovimiento
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules import problem_kinds as kinds

_PERSONAL = (TipoMovimiento.ENTRA, TipoMovimiento.SALE)


def person_name(desarrollo: Desarrollo, clave: str) -> str:
    """Return the name of a person for a message; the key where nobody has it."""
    person = desarrollo.proceso.persona(clave)
    return person.nombre if person is not None else clave


def check_move_of_absent(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield movements of people who, by the roll call, did not attend."""
    for move in desarrollo.proceso.movimientos_of(desarrollo.sesion):
        row = desarrollo.presencia.asistencia(move.persona)
        captured = row is not None and row.estado is not None
        if move.tipo in _PERSONAL and captured and not desarrollo.presencia.was_presente(move.persona):
            yield kinds.MOVE_OF_ABSENT.at(
                move.origin.cell("persona"),
                scope=desarrollo.sesion.clave,
                persona=person_name(desarrollo, move.persona),
                sesion=desarrollo.sesion.clave,
            )


def check_sequence(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield who enters or leaves twice in a row."""
    last: dict[str, TipoMovimiento] = {}
    for _, move in desarrollo.presencia.movimientos:
        who = move.persona if move.tipo in _PERSONAL else ""
        if last.get(who) is move.tipo:
            yield kinds.MOVE_OUT_OF_SEQUENCE.at(
                move.origin.cell("tipo"),
                scope=desarrollo.sesion.clave,
                persona=person_name(desarrollo, who) or "La sesión",
                movimiento=str(move.tipo.value).lower(),
            )
        last[who] = move.tipo


def check_hours(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield hours that are earlier than what happened before them."""
    before: dt.datetime | None = desarrollo.sesion.inicio
    for moment, cell in _moments(desarrollo):
        if before is not None and moment < before:
            yield kinds.HOURS_OUT_OF_ORDER.at(
                cell, scope=desarrollo.sesion.clave, hora=f"{moment:%H:%M}", anterior=f"{before:%H:%M}"
            )
        else:
            before = moment


def _moments(desarrollo: Desarrollo) -> Iterator[tuple[dt.datetime, CellLocation]]:
    for _, move in desarrollo.presencia.movimientos:
        moment = desarrollo.moment(move)
        if moment is not None:
            yield moment, move.origin.cell("hora")
    closing = desarrollo.sesion.clausura
    if closing is not None:
        yield closing, desarrollo.sesion.origin.cell("hora_clausura")


def check_signer(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield who is to sign and was not there."""
    for row in desarrollo.presencia.asistencias:
        if row.firma and row.estado in (EstadoAsistencia.AUSENTE, EstadoAsistencia.JUSTIFICADA):
            yield kinds.SIGNER_ABSENT.at(
                row.origin.cell("firma"),
                scope=desarrollo.sesion.clave,
                persona=person_name(desarrollo, row.persona),
            )


def check_late(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield who came after the beginning and has no movement that says before which point."""
    start = desarrollo.sesion.hora_inicio
    entered = {m.persona for _, m in desarrollo.presencia.movimientos if m.tipo is TipoMovimiento.ENTRA}
    for row in desarrollo.presencia.asistencias:
        late = start is not None and row.hora_llegada is not None and row.hora_llegada > start
        if late and row.estado is EstadoAsistencia.PRESENTE and row.persona not in entered:
            yield kinds.LATE_WITHOUT_MOVE.at(
                row.origin.cell("hora_llegada"),
                scope=desarrollo.sesion.clave,
                persona=person_name(desarrollo, row.persona),
                hora=f"{row.hora_llegada:%H:%M}",
                inicio=f"{start:%H:%M}",
            )


def check_recess(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield a recess that is never resumed."""
    pauses = (TipoMovimiento.RECESO, TipoMovimiento.REANUDA)
    moves = [move for _, move in desarrollo.presencia.movimientos if move.tipo in pauses]
    if moves and moves[-1].tipo is TipoMovimiento.RECESO:
        yield kinds.RECESS_OPEN.at(moves[-1].origin.cell("tipo"), scope=desarrollo.sesion.clave)


def check_not_in_office(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield who is called present as a member and was not in office that day."""
    roster = {person.clave for person in desarrollo.presencia.roster}
    for row in desarrollo.presencia.asistencias:
        person = desarrollo.proceso.persona(row.persona)
        is_member = isinstance(person, Integrante) and person.has_voto
        if is_member and row.persona not in roster and row.estado is EstadoAsistencia.PRESENTE:
            yield kinds.NOT_IN_OFFICE.at(
                row.origin.cell("estado"),
                scope=desarrollo.sesion.clave,
                persona=person_name(desarrollo, row.persona),
                sesion=desarrollo.sesion.clave,
            )


def check_closing(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield a closing hour before the beginning where nobody said that it was the next day."""
    sesion = desarrollo.sesion
    start, end = sesion.hora_inicio, sesion.hora_clausura
    if start is not None and end is not None and end < start and sesion.fecha_clausura is None:
        yield kinds.CLOSED_BEFORE_START.at(
            sesion.origin.cell("hora_clausura"),
            scope=sesion.clave,
            hora=f"{end:%H:%M}",
            inicio=f"{start:%H:%M}",
        )


def check_taking_part(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield who presents a point or speaks at it and was not in the room then."""
    if not desarrollo.apertura.is_complete:
        return
    for position, punto in enumerate(desarrollo.orden.puntos):
        turns = desarrollo.proceso.intervenciones_of(desarrollo.sesion, punto)
        parts = [(turn.persona, turn.origin.cell("persona"), turn.despues_de_votacion) for turn in turns]
        if punto.presenta and punto.is_desahogado:
            parts.append((punto.presenta, punto.origin.cell("presenta"), 0))
        for clave, cell, votacion in parts:
            # Speaking after vote k is being in the room up to the next one.
            last = votacion + 1 if votacion else 0
            if not desarrollo.presencia.is_presente(clave, position, last):
                yield kinds.ABSENT_TAKES_PART.at(
                    cell,
                    scope=desarrollo.sesion.clave,
                    persona=person_name(desarrollo, clave),
                    punto=punto.numero_vigente,
                )
