"""`Desarrollo`: what follows from the facts of one session: presence, quorum, counted votes."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.asistencia import Movimiento
from cotaprep_docs.domain.orden_dia import OrdenDia, Punto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.presencia import APERTURA, Conteo, Presencia
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.domain.votacion import BaseMayoria, Escrutinio, Votacion, count_votos
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.records import record


@record(frozen=True)
class Desarrollo:
    """One session with everything that can be computed about it.

    Attributes:
        proceso: the trackers.
        normas: the norms of the process.
        sesion: the session.
    """

    proceso: Proceso
    normas: Normas
    sesion: Sesion

    @cached_property
    def orden(self) -> OrdenDia:
        """The agenda of the session."""
        return self.proceso.orden_dia(self.sesion)

    @cached_property
    def presencia(self) -> Presencia:
        """Who was there when."""
        return self.proceso.presencia(self.sesion)

    @cached_property
    def quorum(self) -> int:
        """How many people with vote make quorum."""
        return self.normas.quorum.minimum(len(self.presencia.roster))

    @cached_property
    def apertura(self) -> Conteo:
        """The roster at the roll call."""
        return self.presencia.conteo(APERTURA)

    @property
    def has_quorum(self) -> bool:
        """Whether there was quorum at the roll call."""
        return self.makes_quorum(self.apertura)

    def makes_quorum(self, conteo: Conteo) -> bool:
        """Tell whether those present at a moment make quorum."""
        return bool(self.presencia.roster) and len(conteo.presentes) >= self.quorum

    @cached_property
    def instalacion(self) -> Movimiento | None:
        """The arrival that made quorum, where there was none at the roll call."""
        if self.has_quorum:
            return None
        moves = (move for _, move in self.presencia.movimientos)
        return next((m for m in moves if self.makes_quorum(self.presencia.conteo_after(m))), None)

    @property
    def is_pendiente(self) -> bool:
        """Whether nothing of the session itself was captured yet: it is still to be held."""
        rows = self.presencia.asistencias
        return self.sesion.hora_inicio is None and all(row.estado is None for row in rows)

    @property
    def was_held(self) -> bool:
        """Whether the session could be held, or what is captured leaves it open."""
        if self.sesion.is_reunion:
            return True  # a formal meeting needs no quorum: nothing is put to the vote
        return self.has_quorum or self.instalacion is not None or not self.apertura.is_complete

    @property
    def lost_quorum(self) -> bool:
        """Whether the session, held with quorum, was without it at its end."""
        at_end = self.presencia.conteo(len(self.orden.puntos))
        if self.sesion.is_reunion:
            return False
        return self.apertura.is_complete and self.was_held and not self.makes_quorum(at_end)

    @cached_property
    def secretaria(self) -> Integrante | None:
        """Who acted as Secretaría Técnica."""
        return self.proceso.secretaria(self.sesion)

    def votaciones(self, punto: Punto) -> tuple[Votacion, ...]:
        """Return the votes of a point, in order."""
        return self.proceso.votaciones_of(self.sesion, punto)

    def must_vote(self, punto: Punto) -> bool:
        """Tell whether something of a point is put to the vote; in a meeting only where somebody said so."""
        return punto.must_be_voted and (punto.se_vota is True or not self.sesion.is_reunion)

    def escrutinio(self, votacion: Votacion) -> Escrutinio | None:
        """Return the count of a vote; None where its point is not on the agenda."""
        position = self.orden.position(votacion.punto)
        if position is None:
            return None
        present = self.presencia.conteo(position, votacion.secuencia).presentes
        return count_votos(votacion, present, self.quorum, BaseMayoria(self.normas.base_mayoria))

    def is_aprobado(self, punto: Punto) -> bool:
        """Tell whether the last vote of a point carried it."""
        votes = self.votaciones(punto)
        count = self.escrutinio(votes[-1]) if votes and votes[-1].forma is not None else None
        return count is not None and count.resultado.is_aprobado

    def punto_of(self, acuerdo: Acuerdo) -> Punto | None:
        """Return the point an agreement was taken at; None where the agenda has no such point."""
        position = self.orden.position(acuerdo.punto)
        return None if position is None else self.orden.puntos[position]

    def needs_vote(self, acuerdo: Acuerdo) -> bool:
        """Tell whether a vote decides an agreement; not where its point is not put to the vote."""
        punto = self.punto_of(acuerdo)
        return punto is None or bool(self.votaciones(punto)) or self.must_vote(punto)

    def deciding_escrutinio(self, acuerdo: Acuerdo) -> Escrutinio | None:
        """Return the count of the vote an agreement names, else of the last one of its point.

        None where there is no such vote, or nothing of it was captured.
        """
        punto = self.punto_of(acuerdo)
        votes = self.votaciones(punto) if punto is not None else ()
        named = [vote for vote in votes if acuerdo.votacion in (0, vote.secuencia)]
        if not named or named[-1].forma is None or not self.apertura.is_complete:
            return None
        return self.escrutinio(named[-1])

    def moment(self, movimiento: Movimiento) -> dt.datetime | None:
        """Return when a movement happened.

        Without a date of its own it happened on the day of the session, or on the next one where its
        hour is earlier than the beginning.
        """
        sesion, hour = self.sesion, movimiento.hora
        if hour is None or sesion.fecha is None:
            return None
        if movimiento.fecha is not None:
            return dt.datetime.combine(movimiento.fecha, hour)
        after_midnight = sesion.hora_inicio is not None and hour < sesion.hora_inicio
        return dt.datetime.combine(sesion.fecha + dt.timedelta(days=int(after_midnight)), hour)
