"""`Presencia`: who was in the room at each moment of a session, computed from what was captured.

Moments are positions of the agenda: `APERTURA` is the roll call, ``0`` the first point, and so on. A
person whose first movement is to enter was not there at the opening.
"""

from __future__ import annotations

import dataclasses

from cotaprep_docs.domain.asistencia import Asistencia, EstadoAsistencia, Movimiento, TipoMovimiento
from cotaprep_docs.domain.orden_dia import OrdenDia
from cotaprep_docs.domain.persona import Integrante

APERTURA = -1


@dataclasses.dataclass(frozen=True, slots=True)
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


@dataclasses.dataclass(frozen=True, slots=True)
class Presencia:
    """The timeline of one session.

    Attributes:
        roster: people with vote in office that day, in roll-call order.
        secretaria: Secretaría Técnica and its substitutes in office that day.
        asistencias: by key of person.
        movimientos: in the order they happened, with the position each comes before.
    """

    roster: tuple[Integrante, ...]
    secretaria: tuple[Integrante, ...]
    asistencias: tuple[Asistencia, ...]
    movimientos: tuple[tuple[int, Movimiento], ...]

    def conteo(self, position: int = APERTURA) -> Conteo:
        """Return the roster with vote at a moment; only people with vote count."""
        return self._conteo(tuple(move for place, move in self.movimientos if place <= position))

    def conteo_after(self, movimiento: Movimiento) -> Conteo:
        """Return the roster with vote right after one movement, before the next one."""
        moves = [move for _, move in self.movimientos]
        index = next(index for index, move in enumerate(moves) if move is movimiento)
        return self._conteo(tuple(moves[: index + 1]))

    def is_presente(self, clave: str, position: int = APERTURA) -> bool:
        """Tell whether somebody, with or without vote, was in the room at a moment."""
        past = tuple(move for place, move in self.movimientos if place <= position)
        return self._state(clave, past) == "presente"

    def was_presente(self, clave: str) -> bool:
        """Tell whether somebody was in the room at any moment."""
        asistencia = self.asistencia(clave)
        return asistencia is not None and asistencia.estado is EstadoAsistencia.PRESENTE

    def asistencia(self, clave: str) -> Asistencia | None:
        """Return the row of the roll call of a person."""
        return next((a for a in self.asistencias if a.persona == clave), None)

    def movimientos_before(self, position: int) -> tuple[Movimiento, ...]:
        """Return what happened right before the point at a position."""
        return tuple(movement for place, movement in self.movimientos if place == position)

    def _conteo(self, past: tuple[Movimiento, ...]) -> Conteo:
        groups: dict[str, list[Integrante]] = {}
        for person in self.roster:
            groups.setdefault(self._state(person.clave, past), []).append(person)
        return Conteo(
            *(
                tuple(groups.get(state, ()))
                for state in ("presente", "ausente", "justificada", "retirada", "sin_captura")
            )
        )

    def _state(self, clave: str, past: tuple[Movimiento, ...]) -> str:
        asistencia = self.asistencia(clave)
        if asistencia is None or asistencia.estado is None:
            return "sin_captura"
        if asistencia.estado is not EstadoAsistencia.PRESENTE:
            return str(asistencia.estado.value).lower()
        first = next((move.tipo for _, move in self.movimientos if move.persona == clave), None)
        state = "ausente" if first is TipoMovimiento.ENTRA else "presente"
        for move in past:
            if move.persona == clave:
                state = "presente" if move.tipo is TipoMovimiento.ENTRA else "retirada"
        return state


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
    placed: list[tuple[int, Movimiento]] = []
    for movement in movimientos:
        position = orden.position(movement.antes_del_punto)
        if position is not None:
            placed.append((position, movement))
    placed.sort(key=lambda item: item[0])
    ordered = sorted(people, key=lambda person: person.orden)
    return Presencia(
        tuple(person for person in ordered if person.has_voto),
        tuple(person for person in ordered if not person.has_voto),
        asistencias,
        tuple(placed),
    )
