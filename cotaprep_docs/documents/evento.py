"""The entry of a session in a calendar: the only place that says what it holds.

Plain text, since a calendar has no other; what is missing is «por confirmar» there, and a gap in the
convocatoria, which names its cell.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Final

from cotaprep_docs.documents.context import SAMPLE_MARK
from cotaprep_docs.documents.convocatoria import signer
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import full_name
from cotaprep_docs.documents.sesiones import sesion_name, sesion_title
from cotaprep_docs.domain.evento import EstadoEvento, Evento
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, Sesion
from cotaprep_docs.spanish.dates import DateStyle, date_with_weekday
from cotaprep_docs.spanish.hours import duration_text
from cotaprep_docs.spanish.names import normalize_key_text, without_final_dot

SHEETS_OF_EVENTO: Final = frozenset({"Organismo", "Integrantes", "Calendario", "Orden del día"})
"""The sheets of ``sesiones.xlsx`` that an entry is made of."""

_UIDS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:cotaprep-docs:sesion")
_PENDING = "por confirmar"


def build_evento(fuente: Fuente) -> Evento | None:
    """Return the entry of a session; None while nobody knows its day."""
    sesion = fuente.sesion
    if sesion.fecha is None:
        return None
    by = signer(fuente)
    return Evento(
        uid=evento_uid(fuente.organismo, sesion),
        inicio=dt.datetime.combine(sesion.fecha, sesion.hora) if sesion.hora else sesion.fecha,
        titulo=_titulo(fuente),
        duracion=fuente.normas.duracion_sesion,
        estado=_estado(sesion),
        lugar=_lugar(sesion),
        enlace=sesion.enlace,
        descripcion="\n".join(_descripcion(fuente)),
        organizador=full_name(by) if by is not None else "",
        correo=by.correo if by is not None else "",
        # Day of the letter; before there is one, the year's first, so that no later version looks older.
        emitido=sesion.fecha_convocatoria or sesion.fecha.replace(month=1, day=1),
        secuencia=1 if sesion.was_changed else 0,
    )


def evento_uid(organismo: Organismo, sesion: Sesion) -> str:
    """Return what calendars know a session by: of one committee, one election and one key.

    Nothing of it depends on the session's date, hour, place or name.
    """
    parts = (
        organismo.siglas_institucion or organismo.institucion,
        organismo.siglas_organo or organismo.organo,
        organismo.fecha_jornada.isoformat() if organismo.fecha_jornada else organismo.proceso_electoral,
        sesion.clave,
    )
    return str(uuid.uuid5(_UIDS, "\n".join(normalize_key_text(part) for part in parts)))


def evento_name(evento: Evento, fuente: Fuente) -> str:
    """Return what the entry of one session is, as a person says it."""
    what = "Cancelación" if evento.estado is EstadoEvento.CANCELADO else "Evento"
    return f"{what} de la {sesion_name(fuente.sesion, fuente.organismo)}"


def calendario_name(organismo: Organismo) -> str:
    """Return how calendars list all sessions of a process together."""
    whose = organismo.siglas_organo or organismo.organo
    return f"Sesiones y reuniones del {whose}" if whose else "Sesiones y reuniones"


def is_evento_muestra(fuente: Fuente) -> bool:
    """Tell whether the entry uses sample rows; kind, ordinal, day and points are facts of the plan."""
    sesion, by = fuente.sesion, signer(fuente)
    captured = (sesion.hora, sesion.lugar, sesion.enlace, sesion.modalidad, sesion.fecha_anterior)
    used = [fuente.organismo, *((by,) if by is not None else ())]
    return any(row.muestra for row in used) or (sesion.muestra and any(captured))


def _estado(sesion: Sesion) -> EstadoEvento:
    """Return how sure it is: an estimated length is no reason to doubt, a missing hour is."""
    if sesion.estado is EstadoSesion.CANCELADA:
        return EstadoEvento.CANCELADO
    return EstadoEvento.CONFIRMADO if sesion.hora else EstadoEvento.POR_CONFIRMAR


def _titulo(fuente: Fuente) -> str:
    """Return the title; what matters most comes first, since calendars cut it off."""
    sesion, siglas = fuente.sesion, fuente.organismo.siglas_organo
    cancelled = sesion.estado is EstadoSesion.CANCELADA
    marks = (SAMPLE_MARK if is_evento_muestra(fuente) else "", "CANCELADA" if cancelled else "")
    name = sesion_title(sesion, fuente.organismo) + (f" del {siglas}" if siglas else "")
    hour = "" if sesion.hora or cancelled else f" (hora {_PENDING})"
    return ": ".join((*filter(None, marks), name)) + hour


def _lugar(sesion: Sesion) -> str:
    if sesion.modalidad is Modalidad.VIRTUAL:
        return sesion.enlace or sesion.lugar
    return sesion.lugar


def _descripcion(fuente: Fuente) -> Iterator[str]:
    sesion, organismo = fuente.sesion, fuente.organismo
    by = ", ".join(filter(None, (organismo.organo, organismo.institucion)))
    if by:
        yield f"{by}."
    yield from _cambio(sesion)
    if sesion.estado is EstadoSesion.CANCELADA:
        return
    yield from _datos(fuente)
    points = fuente.orden.convocados
    if points:
        yield from ("", "Orden del día")
        yield from (f"{point.numero}. {point.texto}" for point in points)


def _cambio(sesion: Sesion) -> Iterator[str]:
    reason = f" Motivo: {without_final_dot(sesion.motivo)}." if sesion.motivo else ""
    name = "La reunión" if sesion.is_reunion else "La sesión"
    if sesion.estado is EstadoSesion.CANCELADA:
        yield f"{name} se canceló.{reason}"
    elif sesion.fecha_anterior is not None:
        before = date_with_weekday(sesion.fecha_anterior, DateStyle.CIFRA)
        yield f"{name} se cambió de fecha; estaba prevista para el {before}.{reason}"


def _datos(fuente: Fuente) -> Iterator[str]:
    sesion = fuente.sesion
    modalidad = str(sesion.modalidad.value).lower() if sesion.modalidad else _PENDING
    yield f"Modalidad: {modalidad}."
    if sesion.modalidad is not Modalidad.VIRTUAL:
        yield f"Lugar: {without_final_dot(sesion.lugar) or _PENDING}."
    if sesion.enlace or sesion.modalidad in (Modalidad.VIRTUAL, Modalidad.MIXTA):
        yield f"Enlace: {sesion.enlace or _PENDING}"
    if sesion.hora:
        minutes = int(fuente.normas.duracion_sesion.total_seconds()) // 60
        yield f"Duración estimada: {duration_text(minutes)}."
    else:
        yield f"Hora: {_PENDING}."
