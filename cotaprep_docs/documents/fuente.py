"""`Fuente`: the facts of one session, at hand for whoever writes about it.

Documents never look into the trackers; they ask a `Fuente`, which also knows how the institute writes
dates and hours, and how to show that a fact is missing.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from cotaprep_docs.documents.redaccion import Redaccion
from cotaprep_docs.domain.acto import Acto, actos_of_sesion
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.persona import Persona
from cotaprep_docs.domain.seguimiento import Seguimiento, follow_all, sesiones_before
from cotaprep_docs.domain.sesion import Sesion, TipoSesion
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import at_time, moment

_CITAS = {
    TipoSesion.ORDINARIA: "ordinarias",
    TipoSesion.EXTRAORDINARIA: "extraordinarias",
    TipoSesion.REUNION: "reuniones",
}

SHEETS = {
    "asistencia": "Asistencia",
    "votaciones": "Votaciones",
    "intervenciones": "Intervenciones",
    "documentos": "Documentos",
    "acuerdos": "Acuerdos",
    "orden_del_dia": "Orden del día",
    "integrantes": "Integrantes",
}


class Fuente(Redaccion, Desarrollo):
    """One session with all that documents say of it."""

    @property
    def clave(self) -> str:
        """Key of the session, as file names carry it."""
        return self.sesion.clave

    @property
    def dia(self) -> dt.date | None:
        """Day of the session."""
        return self.sesion.fecha

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The session itself: what is wrong with others does not concern its documents."""
        return (self.sesion,)

    @property
    def place(self) -> CellLocation:
        """The cell that holds its key."""
        return self.sesion.origin.cell("clave")

    @property
    def actos(self) -> tuple[Acto, ...]:
        """The agreements and letters of the session, each of which has a number or will."""
        return actos_of_sesion(self.proceso, self.normas, self.sesion)

    @cached_property
    def acompanantes(self) -> tuple[Persona, ...]:
        """Guests and representations who attended, in the order of the roll call; voice and no vote."""
        members = {person.clave for person in (*self.presencia.roster, *self.presencia.secretaria)}
        people = []
        for row in self.presencia.asistencias:
            person = self.proceso.persona(row.persona)
            if person is not None and row.persona not in members and self.presencia.was_presente(row.persona):
                people.append(person)
        return tuple(people)

    @property
    def cita(self) -> str:
        """Key of the citation that founds a session of its kind."""
        return _CITAS[self.sesion.tipo]

    @property
    def missing_secretaria(self) -> Gap:
        """The gap of a session at which, by what was captured, nobody acted as Secretaría Técnica."""
        hint = "Marque «Presente» a quien actuó, o agregue a la persona suplente."
        return Gap("quién actuó en la Secretaría Técnica", self.sheet("asistencia"), hint)

    @cached_property
    def seguimiento(self) -> tuple[Seguimiento, ...]:
        """How earlier agreements and commitments stood, where a point of a session held tells of it."""
        if self.is_pendiente or not any(punto.clase is ClasePunto.SEGUIMIENTO for punto in self.orden.puntos):
            return ()
        earlier = sesiones_before(self.proceso, self.sesion)
        acuerdos, compromisos = follow_all(self.proceso, earlier, self.sesion.fecha)
        return (*acuerdos, *compromisos)

    def cuando(self) -> Prose:
        """Return the day and hour it is called for: «lunes 4 de marzo de 2024, a las 12:00 horas»."""
        sesion, style = self.sesion, self.organismo.estilo_fechas
        day: Prose | Gap = Gap("fecha", sesion.origin.cell("fecha"), "Escriba la fecha como 30/01/2024.")
        hour: Prose | Gap = Gap("hora convocada", sesion.origin.cell("hora"), "Escriba la hora como 17:30.")
        return compose(
            "{fecha}, {hora}",
            fecha=date_with_weekday(sesion.fecha, style) if sesion.fecha else day,
            hora=at_time(sesion.hora, style) if sesion.hora else hour,
        )

    def had_quorum_at(self, punto: Punto) -> bool:
        """Tell whether there was quorum when the turn of a point came."""
        position = self.orden.position(punto.numero_vigente)
        return position is not None and self.makes_quorum(self.presencia.conteo(position))

    def momento(self, day: dt.date | None, hour: dt.time | None, label: str, cell: CellLocation) -> Prose:
        """Return hour and date together, each with its gap where it is missing."""
        if day is not None and hour is not None:
            return as_prose(moment(day, hour, self.organismo.estilo_fechas))
        fecha = self.fecha(day, "fecha de la sesión", self.sesion.origin.cell("fecha"))
        return join((self.hora(hour, label, cell), " del ", fecha))

    def texto(self, field: str, label: str, hint: str = "") -> Prose:
        """Return a text of the session's row, or the gap that asks for it."""
        value = getattr(self.sesion, field)
        return as_prose(value) if value else as_prose(Gap(label, self.sesion.origin.cell(field), hint))

    def sheet(self, name: str) -> CellLocation:
        """Return a sheet of the session's workbook, as the place of a fact that has no row yet."""
        return CellLocation(self.sesion.origin.workbook, SHEETS[name])
