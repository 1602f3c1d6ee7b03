"""`Evento`: a session as a calendar shows it. `documents` says what is in it, `exports` gives it its form."""

from __future__ import annotations

import datetime as dt
import enum

from cotaprep_docs.records import record


class EstadoEvento(enum.Enum):
    """How sure an event is, in the words of iCalendar (RFC 5545, 3.8.1.11)."""

    POR_CONFIRMAR = "TENTATIVE"
    CONFIRMADO = "CONFIRMED"
    CANCELADO = "CANCELLED"


@record(frozen=True, slots=True)
class Evento:
    """One entry of a calendar.

    People who are summoned are not here: a published event names none (RFC 5546, 3.2.1), and their
    addresses must not travel in a file that anybody may forward.

    Attributes:
        uid: stable for as long as the session exists, whatever becomes of its date.
        inicio: local day and hour; only the day where the hour is not known, which makes it an all-day entry.
        titulo: one line.
        duracion: how long the hour is set apart; not used of an all-day entry.
        estado: how sure it is.
        lugar: one line; empty where it is not known.
        enlace: as typed; becomes a link only where it is one.
        descripcion: several lines.
        organizador: name of who calls.
        correo: address of who calls; without it no organiser is named.
        emitido: day from which it counts as sent, in place of a clock.
        secuencia: how many times it changed since it was first sent.
    """

    uid: str
    inicio: dt.datetime | dt.date
    titulo: str
    duracion: dt.timedelta = dt.timedelta(hours=1)
    estado: EstadoEvento = EstadoEvento.CONFIRMADO
    lugar: str = ""
    enlace: str = ""
    descripcion: str = ""
    organizador: str = ""
    correo: str = ""
    emitido: dt.date = dt.date(2000, 1, 1)
    secuencia: int = 0

    @property
    def dia(self) -> dt.date:
        """The day it begins."""
        return self.inicio.date() if isinstance(self.inicio, dt.datetime) else self.inicio

    @property
    def contenido(self) -> tuple[str, ...]:
        """What people must hear of when it changes: when, where, whether it stands, and what it is about."""
        texts = (self.titulo, self.lugar, self.enlace, self.descripcion)
        return (self.inicio.isoformat(), str(self.duracion), self.estado.value, *texts)
