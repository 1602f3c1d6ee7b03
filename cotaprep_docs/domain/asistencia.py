"""Attendance as captured: the roll call and what changed in it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum

from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.records import record


class EstadoAsistencia(enum.Enum):
    """Whether somebody attended."""

    PRESENTE = "Presente"
    AUSENTE = "Ausente"
    JUSTIFICADA = "Justificada"


class TipoMovimiento(enum.Enum):
    """What changed while the session went on."""

    ENTRA = "Entra"
    SALE = "Sale"
    RECESO = "Receso"
    REANUDA = "Reanuda"


@record(frozen=True, slots=True)
class Asistencia:
    """One person at one session.

    Attributes:
        estado: None while nobody captured it.
        hora_llegada: hour of arrival, where it was noted.
        acude: for a representation, ``Propietario`` or ``Suplente``.
        firma: overrides who signs: True or False; None follows the rule.
    """

    sesion: str
    persona: str
    estado: EstadoAsistencia | None = None
    modalidad: Modalidad | None = None
    hora_llegada: dt.time | None = None
    acude: str = ""
    motivo: str = ""
    firma: bool | None = None
    motivo_firma: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Movimiento:
    """Somebody enters or leaves, or the session pauses or goes on.

    Attributes:
        persona: key of who moves; empty for a recess.
        hora: hour it happened.
        fecha: day it happened, where it is not the day of the session.
        antes_del_punto: number of the point before which it happened.
        despues_de_votacion: for what happened within a point, the sequence of the vote it came after;
            `antes_del_punto` is then that very point.
    """

    sesion: str
    tipo: TipoMovimiento
    persona: str = ""
    hora: dt.time | None = None
    fecha: dt.date | None = None
    antes_del_punto: str = ""
    despues_de_votacion: int = 0
    motivo: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)
