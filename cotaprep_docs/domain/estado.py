"""`Estado`: where a process stands on a day: what comes next, what is due and what is late."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from cotaprep_docs.domain.antelacion import antelacion_entry, latest_notice
from cotaprep_docs.domain.aprobacion import Aprobacion, find_aprobaciones
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.entrega_estado import EntregaPendiente, entregas_on
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Seguimiento, follow_all
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Norma, Normas
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class PorConvocar:
    """A session or meeting to come that nobody was called to yet.

    Attributes:
        sesion: the session.
        limite: the last moment to send its convocatoria.
        antelacion: the entry of the norms file that says so, in hours.
    """

    sesion: Sesion
    limite: dt.datetime
    antelacion: Norma


@record(frozen=True, slots=True)
class ActaPendiente:
    """A session held whose acta was not approved.

    Attributes:
        sesion: the session.
        prevista: where an agenda to come approves it; None where none does.
    """

    sesion: Sesion
    prevista: Aprobacion | None


@record(frozen=True)
class Estado:
    """A process on a day. What the trackers date after that day has not happened on it.

    Attributes:
        proceso: the trackers, with the progress of the PREP.
        normas: the norms of the process.
        hoy: the day.
    """

    proceso: Proceso
    normas: Normas
    hoy: dt.date

    @cached_property
    def en_pie(self) -> tuple[Sesion, ...]:
        """The sessions and meetings with a date that were not cancelled, by date."""
        standing = (s for s in self.proceso.sesiones if s.estado is not EstadoSesion.CANCELADA)
        return tuple(sorted((s for s in standing if s.fecha is not None), key=_by_date))

    @property
    def por_venir(self) -> tuple[Sesion, ...]:
        """Those of this day on, but not what was already held on it."""
        return tuple(s for s in self.en_pie if _day(s) >= self.hoy and not s.is_celebrada(self.hoy))

    @property
    def sin_fecha(self) -> tuple[Sesion, ...]:
        """Those that nobody knows the day of."""
        return tuple(
            s for s in self.proceso.sesiones if s.fecha is None and s.estado is not EstadoSesion.CANCELADA
        )

    @property
    def sin_constancia(self) -> tuple[Sesion, ...]:
        """Those whose day went by and of which the calendar does not say that they were held."""
        return tuple(s for s in self.en_pie if _day(s) < self.hoy and s.estado is not EstadoSesion.CELEBRADA)

    @property
    def celebradas(self) -> tuple[Sesion, ...]:
        """Those held by this day."""
        return tuple(s for s in self.en_pie if s.is_celebrada(self.hoy))

    @property
    def por_convocar(self) -> tuple[PorConvocar, ...]:
        """Sessions to come without a convocatoria by this day, by when that is to be sent."""
        found = (self._por_convocar(s) for s in self.por_venir if not s.is_convocada(self.hoy))
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.limite))

    def _por_convocar(self, sesion: Sesion) -> PorConvocar | None:
        entry = antelacion_entry(sesion)
        limite = latest_notice(sesion, self.normas.antelacion(entry))
        return None if limite is None else PorConvocar(sesion, limite, self.normas.parametros[entry])

    @cached_property
    def actas(self) -> tuple[ActaPendiente, ...]:
        """Sessions held whose acta no session held by this day approved; meetings have no acta."""
        sesiones = [s for s in self.en_pie if not s.is_reunion]
        approvals = find_aprobaciones(self.proceso, sesiones)
        approved = {one.acta.clave for one in approvals if self._is_approved(one)}
        coming = [one for one in approvals if not one.sesion.is_celebrada(self.hoy)]
        return tuple(
            ActaPendiente(s, next((one for one in coming if one.acta.clave == s.clave), None))
            for s in self.celebradas
            if not s.is_reunion
            and s.clave not in approved
            and Desarrollo(self.proceso, self.normas, s).was_held
        )

    def _is_approved(self, one: Aprobacion) -> bool:
        if not one.sesion.is_celebrada(self.hoy):
            return False
        desarrollo = Desarrollo(self.proceso, self.normas, one.sesion)
        needs_vote = desarrollo.must_vote(one.punto) or desarrollo.votaciones(one.punto)
        return desarrollo.is_aprobado(one.punto) if needs_vote else True

    @cached_property
    def por_cumplir(self) -> tuple[Seguimiento, ...]:
        """Agreements and commitments still to be done, by their term; those without one last."""
        open_ones = (row for row in self.asuntos if row.situacion.is_abierta)
        return tuple(sorted(open_ones, key=lambda row: row.asunto.plazo or dt.date.max))

    @cached_property
    def asuntos(self) -> tuple[Seguimiento, ...]:
        """All agreements and then commitments taken by this day, as they stand on it."""
        acuerdos, compromisos = follow_all(self.proceso, self.celebradas, self.hoy)
        return (*acuerdos, *compromisos)

    @cached_property
    def entregas(self) -> tuple[EntregaPendiente, ...]:
        """Every version of every deliverable, by its term."""
        return entregas_on(self.proceso, self.normas, self.hoy)

    def dias_a(self, day: dt.date) -> int:
        """Return how many days are left to a day; negative where it went by."""
        return (day - self.hoy).days


def _day(sesion: Sesion) -> dt.date:
    return sesion.fecha or dt.date.max


def _by_date(sesion: Sesion) -> tuple[dt.date, dt.time]:
    return _day(sesion), sesion.hora or dt.time()
