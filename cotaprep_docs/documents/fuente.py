"""`Fuente`: the facts of one session, at hand for whoever writes about it.

Documents never look into the trackers; they ask a `Fuente`, which also knows how the institute writes
dates and hours, and how to show that a fact is missing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import cached_property

from cotaprep_docs.documents.personas import join_prose
from cotaprep_docs.domain.orden_dia import OrdenDia, Punto
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.presencia import APERTURA, Conteo, Presencia
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.domain.votacion import BaseMayoria, Escrutinio, Votacion, count_votos
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose
from cotaprep_docs.spanish.dates import date_text
from cotaprep_docs.spanish.hours import at_time, moment

SHEETS = {
    "asistencia": "Asistencia",
    "votaciones": "Votaciones",
    "intervenciones": "Intervenciones",
    "documentos": "Documentos",
    "acuerdos": "Acuerdos",
    "orden_del_dia": "Orden del día",
    "integrantes": "Integrantes",
}


@dataclasses.dataclass(frozen=True)
class Fuente:
    """One session with all that documents say of it.

    Attributes:
        proceso: the trackers.
        normas: the norms of the process.
        sesion: the session written about.
    """

    proceso: Proceso
    normas: Normas
    sesion: Sesion

    @property
    def organismo(self) -> Organismo:
        """The institution."""
        return self.proceso.organismo

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
        """Whether there was quorum at the opening."""
        return bool(self.presencia.roster) and len(self.apertura.presentes) >= self.quorum

    @property
    def was_held(self) -> bool:
        """Whether what is known says that the session could be held, or leaves it open."""
        return self.has_quorum or not self.apertura.is_complete

    @property
    def secretaria(self) -> Integrante | None:
        """Who acted as Secretaría Técnica."""
        return self.proceso.secretaria(self.sesion)

    def escrutinio(self, votacion: Votacion) -> Escrutinio | None:
        """Return the count of a vote; None where its point is not on the agenda."""
        position = self.orden.position(votacion.punto)
        if position is None:
            return None
        present = self.presencia.conteo(position).presentes
        return count_votos(votacion, present, self.quorum, BaseMayoria(self.normas.base_mayoria))

    def votaciones(self, punto: Punto) -> tuple[Votacion, ...]:
        """Return the votes of a point, in order."""
        return self.proceso.votaciones_of(self.sesion, punto)

    def fecha(self, day: dt.date | None, label: str, cell: CellLocation) -> Prose:
        """Return a date in the institute's style, or the gap that asks for it."""
        if day is None:
            return as_prose(Gap(label, cell, "Escriba la fecha como 30/01/2024."))
        return as_prose(date_text(day, self.organismo.estilo_fechas))

    def hora(self, hour: dt.time | None, label: str, cell: CellLocation) -> Prose:
        """Return «a las doce horas…» in the institute's style, or the gap that asks for it."""
        if hour is None:
            return as_prose("a las ") + Gap(label, cell, "Escriba la hora como 17:30.")
        return as_prose(at_time(hour, self.organismo.estilo_fechas))

    def momento(self, day: dt.date | None, hour: dt.time | None, label: str, cell: CellLocation) -> Prose:
        """Return hour and date together, each with its gap where it is missing."""
        if day is not None and hour is not None:
            return as_prose(moment(day, hour, self.organismo.estilo_fechas))
        fecha = self.fecha(day, "fecha de la sesión", self.sesion.origin.cell("fecha"))
        return join_prose((self.hora(hour, label, cell), " del ", fecha))

    def texto(self, field: str, label: str, hint: str = "") -> Prose:
        """Return a text of the session's row, or the gap that asks for it."""
        value = getattr(self.sesion, field)
        return as_prose(value) if value else as_prose(Gap(label, self.sesion.origin.cell(field), hint))

    def institucional(self, field: str, label: str) -> Prose:
        """Return a text of the sheet Organismo, or the gap that asks for it."""
        value = getattr(self.organismo, field)
        return as_prose(value) if value else as_prose(Gap(label, self.organismo.cell(field)))

    def sheet(self, name: str) -> CellLocation:
        """Return a sheet of the session's workbook, as the place of a fact that has no row yet."""
        return CellLocation(self.sesion.origin.workbook, SHEETS[name])
