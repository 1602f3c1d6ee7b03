"""What adds up over several sessions: who attended how many, and how votes came out."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Sequence

from cotaprep_docs.domain.asistencia import EstadoAsistencia
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.votacion import Escrutinio, Resultado
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class AsistenciaPersona:
    """How often somebody came.

    Attributes:
        persona: who.
        convocadas: sessions and meetings held while in office.
        asistidas: of them, those somebody came to.
        justificadas: of them, those missed with notice.
        sin_captura: of them, those for which nobody captured it.
    """

    persona: Integrante
    convocadas: int
    asistidas: int
    justificadas: int
    sin_captura: int

    @property
    def ausencias(self) -> int:
        """Of them, those missed without notice."""
        return self.convocadas - self.asistidas - self.justificadas - self.sin_captura


def count_attendance(held: Sequence[Desarrollo]) -> tuple[AsistenciaPersona, ...]:
    """Return how often each person with vote attended, in roll-call order.

    Who was not in office on the day of a session is not counted for it.
    """
    people: dict[str, Integrante] = {}
    states: dict[str, list[EstadoAsistencia | None]] = {}
    for desarrollo in held:
        for person in desarrollo.presencia.roster:
            people.setdefault(person.clave, person)
            row = desarrollo.presencia.asistencia(person.clave)
            states.setdefault(person.clave, []).append(row.estado if row is not None else None)
    ordered = sorted(people.values(), key=lambda person: person.orden)
    return tuple(_person(person, states[person.clave]) for person in ordered)


def _person(person: Integrante, states: list[EstadoAsistencia | None]) -> AsistenciaPersona:
    counts = collections.Counter(states)
    return AsistenciaPersona(
        persona=person,
        convocadas=len(states),
        asistidas=counts[EstadoAsistencia.PRESENTE],
        justificadas=counts[EstadoAsistencia.JUSTIFICADA],
        sin_captura=counts[None],
    )


def count_votes(held: Iterable[Desarrollo]) -> dict[Resultado, int]:
    """Return how many votes came out how, in the order of the outcomes; only those there are."""
    counts: collections.Counter[Resultado] = collections.Counter(
        count.resultado for desarrollo in held for count in escrutinios(desarrollo)
    )
    return {resultado: counts[resultado] for resultado in Resultado if counts[resultado]}


def escrutinios(desarrollo: Desarrollo) -> tuple[Escrutinio, ...]:
    """Return the counts of all votes of a session whose points are on its agenda."""
    votes = desarrollo.proceso.votaciones_of(desarrollo.sesion)
    counts = (desarrollo.escrutinio(vote) for vote in votes)
    return tuple(count for count in counts if count is not None)
