"""`Sesion`: one row of the calendar, a session of the committee or a formal working meeting."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.records import record


class TipoSesion(enum.Enum):
    """Kind of session (RE 344 and 345; formal working meetings: RE 342.1.h)."""

    ORDINARIA = "Ordinaria"
    EXTRAORDINARIA = "Extraordinaria"
    REUNION = "Reunión de trabajo"


class EstadoSesion(enum.Enum):
    """What became of a session of the calendar."""

    PROGRAMADA = "Programada"
    CELEBRADA = "Celebrada"
    CANCELADA = "Cancelada"
    REPROGRAMADA = "Reprogramada"


class Modalidad(enum.Enum):
    """How a session is held, or how somebody attends it."""

    PRESENCIAL = "Presencial"
    VIRTUAL = "Virtual"
    MIXTA = "Mixta"


@record(frozen=True, slots=True)
class Sesion:
    """A session or formal meeting.

    Attributes:
        clave: normalised key (``3``, ``E1``, ``R2``).
        ordinal: number within its kind, from the calendar and never from the key.
        texto: how the calendar of the plan names it, verbatim.
        titulo: own title where it has one (``Sesión de cierre y clausura``), without ordinal.
        alias: another key it answers to (``cierre``).
        fecha: day it is called for.
        hora: hour it is called for.
        fecha_agenda: day that the heading of its agenda states, where the plan has one.
        fecha_anterior: day it was first called for, where it was moved.
        hora_inicio: hour it really began; `hora_clausura` and `fecha_clausura`, when it ended.
        muestra: what was captured of its celebration is sample; kind, ordinal and date are not.
    """

    clave: str
    tipo: TipoSesion
    ordinal: int
    fecha: dt.date | None = None
    num: int = 0
    texto: str = ""
    titulo: str = ""
    alias: str = ""
    hora: dt.time | None = None
    lugar: str = ""
    modalidad: Modalidad | None = None
    enlace: str = ""
    estado: EstadoSesion = EstadoSesion.PROGRAMADA
    titulo_agenda: str = ""
    fecha_agenda: dt.date | None = None
    fecha_anterior: dt.date | None = None
    motivo: str = ""
    fecha_convocatoria: dt.date | None = None
    oficio_convocatoria: str = ""
    oficio_invitacion: str = ""
    hora_inicio: dt.time | None = None
    hora_clausura: dt.time | None = None
    fecha_clausura: dt.date | None = None
    observaciones: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

    @property
    def is_reunion(self) -> bool:
        """Whether it is a formal working meeting: it has a minuta and no votes."""
        return self.tipo is TipoSesion.REUNION

    @property
    def was_changed(self) -> bool:
        """Whether something else was given out before: it was called off, or moved."""
        moved = self.estado in (EstadoSesion.CANCELADA, EstadoSesion.REPROGRAMADA)
        return moved or self.fecha_anterior is not None

    def is_celebrada(self, hoy: dt.date) -> bool:
        """Tell whether it had been held by the end of a day."""
        return self.estado is EstadoSesion.CELEBRADA and self.fecha is not None and self.fecha <= hoy

    def is_convocada(self, hoy: dt.date) -> bool:
        """Tell whether its convocatoria is dated that day or before."""
        return self.fecha_convocatoria is not None and self.fecha_convocatoria <= hoy

    @property
    def inicio(self) -> dt.datetime | None:
        """When it really began, or None while either part is unknown."""
        return _moment(self.fecha, self.hora_inicio)

    @property
    def clausura(self) -> dt.datetime | None:
        """When it ended; the day after where only that makes the hours agree."""
        if self.hora_clausura is None or self.fecha is None:
            return None
        day = self.fecha_clausura or self.fecha
        if self.fecha_clausura is None and self.hora_inicio and self.hora_clausura < self.hora_inicio:
            day += dt.timedelta(days=1)
        return _moment(day, self.hora_clausura)


def _moment(day: dt.date | None, hour: dt.time | None) -> dt.datetime | None:
    return dt.datetime.combine(day, hour) if day is not None and hour is not None else None
