"""`Presencia`: who was in the room at each moment of a session, computed from what was captured.

Moments are positions of the agenda: `APERTURA` is the roll call, ``0`` the first point, and so on. A
person whose first movement is to enter was not there at the opening.
"""

from __future__ import annotations

from cotaprep_docs.domain.asistencia import Asistencia, EstadoAsistencia, Movimiento, TipoMovimiento
from cotaprep_docs.domain.orden_dia import OrdenDia
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.records import record

APERTURA = -1


@record(frozen=True, slots=True)
class Conteo:
    """The roster at one moment; the four groups never overlap and always make up the whole.

    Attributes:
        presentes: in the room.
        ausentes: did not come, or have not come yet.
        justificadas: did not come and gave notice.
        retiradas: came and left.
        sin_captura: nobody captured whether they came.
    """

    presentes: tuple[Integrante, ...]
    ausentes: tuple[Integrante, ...]
    justificadas: tuple[Integrante, ...]
    retiradas: tuple[Integrante, ...]
    sin_captura: tuple[Integrante, ...]

    @property
    def total(self) -> int:
        """How many the roster has."""
        return len(self.presentes) + len(self.ausentes) + len(self.justificadas) + self._others

    @property
    def _others(self) -> int:
        return len(self.retiradas) + len(self.sin_captura)

    @property
    def is_complete(self) -> bool:
        """Whether attendance of the whole roster was captured."""
        return not self.sin_captura


@record(frozen=True, slots=True)
class Lugar:
    """Where in the agenda something happened: before the point at a position, or after one of its votes.

    Attributes:
        position: 0-based place of the point in the agenda.
        votacion: 0 before the point begins; else the sequence of the vote it came after.
    """

    position: int
    votacion: int = 0


@record(frozen=True, slots=True)
class Presencia:
    """The timeline of one session.

    Attributes:
        roster: people with vote in office that day, in roll-call order.
        secretaria: Secretaría Técnica and its substitutes in office that day.
        asistencias: by key of person.
        movimientos: in the order they happened, each with its place in the agenda.
    """

    roster: tuple[Integrante, ...]
    secretaria: tuple[Integrante, ...]
    asistencias: tuple[Asistencia, ...]
    movimientos: tuple[tuple[Lugar, Movimiento], ...]

    def conteo(self, position: int = APERTURA, votacion: int = 0) -> Conteo:
        """Return the roster with vote at a moment; only people with vote count.

        Args:
            position: the point, or `APERTURA` for the roll call.
            votacion: sequence of a vote of that point; 0 for its beginning.
        """
        return self._conteo(self._past(position, votacion))

    def conteo_after(self, movimiento: Movimiento) -> Conteo:
        """Return the roster with vote right after one movement, before the next one."""
        return self._conteo(self._until(movimiento)[1])

    def conteo_before(self, movimiento: Movimiento) -> Conteo:
        """Return the roster with vote right before one movement."""
        return self._conteo(self._until(movimiento)[0])

    def is_presente(self, clave: str, position: int = APERTURA, votacion: int = 0) -> bool:
        """Tell whether somebody, with or without vote, was in the room at a moment."""
        return self._state(clave, self._past(position, votacion)) == "presente"

    def was_presente(self, clave: str) -> bool:
        """Tell whether somebody was in the room at any moment."""
        asistencia = self.asistencia(clave)
        return asistencia is not None and asistencia.estado is EstadoAsistencia.PRESENTE

    def has_left(self, clave: str, movimiento: Movimiento) -> bool:
        """Tell whether somebody had been in the room and left before a movement."""
        return self._state(clave, self._until(movimiento)[0]) == "retirada"

    def asistencia(self, clave: str) -> Asistencia | None:
        """Return the row of the roll call of a person."""
        return next((a for a in self.asistencias if a.persona == clave), None)

    def movimientos_at(self, lugar: Lugar) -> tuple[Movimiento, ...]:
        """Return what happened at one place of the agenda."""
        return tuple(movement for place, movement in self.movimientos if place == lugar)

    def _past(self, position: int, votacion: int) -> tuple[Movimiento, ...]:
        """Return what happened up to the beginning of a point, or up to one of its votes."""
        return tuple(
            move
            for place, move in self.movimientos
            if place.position < position
            or (place.position == position and (place.votacion == 0 or place.votacion < votacion))
        )

    def _until(self, movimiento: Movimiento) -> tuple[tuple[Movimiento, ...], tuple[Movimiento, ...]]:
        """Return what happened before a movement, without it and with it."""
        moves = tuple(move for _, move in self.movimientos)
        index = next(index for index, move in enumerate(moves) if move is movimiento)
        return moves[:index], moves[: index + 1]

    def _conteo(self, past: tuple[Movimiento, ...]) -> Conteo:
        # Indexed once for the whole roster: it is asked for at every point and every vote.
        rows = {row.persona: row for row in reversed(self.asistencias)}
        first = {move.persona: move.tipo for _, move in reversed(self.movimientos)}
        last = {move.persona: move.tipo for move in past}
        groups: dict[str, list[Integrante]] = {}
        for person in self.roster:
            who = person.clave
            groups.setdefault(_state(rows.get(who), first.get(who), last.get(who)), []).append(person)
        return Conteo(
            *(
                tuple(groups.get(state, ()))
                for state in ("presente", "ausente", "justificada", "retirada", "sin_captura")
            )
        )

    def _state(self, clave: str, past: tuple[Movimiento, ...]) -> str:
        own = [move.tipo for _, move in self.movimientos if move.persona == clave]
        done = [move.tipo for move in past if move.persona == clave]
        return _state(self.asistencia(clave), own[0] if own else None, done[-1] if done else None)


def _state(row: Asistencia | None, first: TipoMovimiento | None, last: TipoMovimiento | None) -> str:
    """Return how somebody is at a moment.

    Args:
        row: their row of the roll call.
        first: their first movement of the session; who enters first was not there at the opening.
        last: their last movement up to the moment.
    """
    if row is None or row.estado is None:
        return "sin_captura"
    if row.estado is not EstadoAsistencia.PRESENTE:
        return str(row.estado.value).lower()
    if last is not None:
        return "presente" if last is TipoMovimiento.ENTRA else "retirada"
    return "ausente" if first is TipoMovimiento.ENTRA else "presente"


def build_presencia(
    people: tuple[Integrante, ...],
    asistencias: tuple[Asistencia, ...],
    movimientos: tuple[Movimiento, ...],
    orden: OrdenDia,
) -> Presencia:
    """Return the timeline of a session.

    Args:
        people: who is in office that day, with and without vote.
        asistencias: the roll call.
        movimientos: in the order of the tracker; those whose point is unknown are left out here
            (reading or the rules report them).
        orden: the agenda, which gives the positions.
    """
    placed: list[tuple[Lugar, Movimiento]] = []
    for movement in movimientos:
        position = orden.position(movement.antes_del_punto)
        if position is not None:
            placed.append((Lugar(position, movement.despues_de_votacion), movement))
    placed.sort(key=lambda item: (item[0].position, item[0].votacion))
    ordered = sorted(people, key=lambda person: person.orden)
    return Presencia(
        tuple(person for person in ordered if person.has_voto),
        tuple(person for person in ordered if not person.has_voto),
        asistencias,
        tuple(placed),
    )
