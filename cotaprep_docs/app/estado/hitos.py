"""The process as events in time: sessions, terms, tests and the election, each with how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.entrega import event_dates
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente
from cotaprep_docs.domain.seguimiento import Seguimiento, Situacion
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.exports.estado_html import SIEMPRE, Hito
from cotaprep_docs.norms.entregables import Referencia
from cotaprep_docs.spanish.dates import month_name, short_date, weekday_name
from cotaprep_docs.spanish.names import lower_first

_DONE, _LATE, _SOON, _PLAIN = "hecho", "urgente", "pronto", "normal"


def build_hitos(tablero: Tablero) -> tuple[Hito, ...]:
    """Return all events that have a day, by that day."""
    found = (
        *_sesiones(tablero),
        *_convocatorias(tablero),
        *_entregas(tablero),
        *_asuntos(tablero),
        *_pruebas(tablero),
    )
    return tuple(sorted(found, key=lambda hito: hito.fecha))


def _hito(day: dt.date, clase: str, texto: str, estado: str, tono: str) -> Hito:
    return Hito(day, f"{weekday_name(day)} {day.day}", clase, texto, estado, tono)


def _sesiones(tablero: Tablero) -> Iterator[Hito]:
    for sesion in tablero.estado.proceso.sesiones:
        if sesion.fecha is not None:
            hour = f", {sesion.hora:%H:%M} horas" if sesion.hora is not None else ""
            name = f"{sesion_title(sesion, tablero.organismo)}{hour}"
            state, tone = _sesion_state(tablero, sesion)
            yield _hito(sesion.fecha, "reunion" if sesion.is_reunion else "sesion", name, state, tone)


def _sesion_state(tablero: Tablero, sesion: Sesion) -> tuple[str, str]:
    estado = tablero.estado
    if sesion.estado is EstadoSesion.CANCELADA:
        return "cancelada", _PLAIN
    if sesion.is_celebrada(estado.hoy):
        return "celebrada", _DONE
    if sesion in estado.sin_constancia:
        return "no consta qué fue de ella", _LATE
    moved = f"; antes, el {short_date(sesion.fecha_anterior)}" if sesion.fecha_anterior is not None else ""
    return ("convocada" if sesion.is_convocada(estado.hoy) else "por convocar") + moved, _PLAIN


def _convocatorias(tablero: Tablero) -> Iterator[Hito]:
    for one in tablero.estado.por_convocar:
        day, sesion = one.limite.date(), one.sesion
        noun = "reunión" if sesion.is_reunion else "sesión"
        state, tone = ("vencido", _LATE) if day < tablero.estado.hoy else ("por enviar", _PLAIN)
        text = f"Último día para convocar a la {noun} {sesion.clave}"
        yield _hito(day, "reunion" if sesion.is_reunion else "sesion", text, state, tone)


def _entregas(tablero: Tablero) -> Iterator[Hito]:
    for one in tablero.estado.entregas:
        plazo, mes = one.vencimiento.plazo, one.vencimiento.mes
        version = f" ({lower_first(plazo.fase)})" if plazo.fase else ""
        month = f" de {month_name(mes.month)}" if mes is not None else ""
        text = f"Entregable {one.entregable.numero}. {one.entregable.titulo}{month}{version}"
        state, tone = _entrega_state(tablero, one)
        yield _hito(one.limite, "entregable", text, state, tone)


def _entrega_state(tablero: Tablero, one: EntregaPendiente) -> tuple[str, str]:
    if one.remitida is not None:
        late = ", después de su plazo" if one.remitida > one.limite else ""
        return f"remitido el {short_date(one.remitida)}{late}", _DONE
    if one.atencion is Atencion.SUPERADA:
        return "se remitió la versión siguiente", _DONE
    if one.is_vencida(tablero.estado.hoy):
        dealt = "tratado; " if one.atencion is Atencion.TRATADA else "vencido; "
        return f"{dealt}no consta su envío", _LATE
    if one.atencion is Atencion.TRATADA:
        return "tratado; por enviar", _PLAIN
    if one.tratamiento is not None:
        noun = "reunión" if one.tratamiento.sesion.is_reunion else "sesión"
        return f"lo atiende la {noun} {one.tratamiento.sesion.clave}", _PLAIN
    return "por enviar", _PLAIN


def _asuntos(tablero: Tablero) -> Iterator[Hito]:
    for row in tablero.estado.asuntos:
        if row.asunto.plazo is not None:
            state, tone = _asunto_state(row, row.asunto.plazo < tablero.estado.hoy)
            yield _hito(row.asunto.plazo, "acuerdo", _asunto_text(row), state, tone)


def _asunto_text(row: Seguimiento) -> str:
    asunto = row.asunto
    noun = asunto.tipo if isinstance(asunto, Acuerdo) else "Compromiso"
    number = (asunto.numero if isinstance(asunto, Acuerdo) else "") or asunto.clave
    return f"Plazo: {lower_first(noun)} {number}"


def _asunto_state(row: Seguimiento, late: bool) -> tuple[str, str]:  # noqa: FBT001
    if row.situacion is Situacion.CUMPLIDO:
        return "cumplido", _DONE
    if row.situacion is Situacion.CANCELADO:
        return "cancelado", _PLAIN
    return ("vencido", _LATE) if late else ("por cumplir", _PLAIN)


def _pruebas(tablero: Tablero) -> Iterator[Hito]:
    proceso, normas, hoy = tablero.estado.proceso, tablero.estado.normas, tablero.estado.hoy
    for row in proceso.avances.simulacros:
        if row.fecha is not None:
            tone = _DONE if row.fecha < hoy else _PLAIN
            yield _hito(row.fecha, "prueba", f"Simulacro {row.ordinal}", "", tone)
    test = event_dates(proceso, normas)[Referencia.PRUEBA]
    if test is not None:
        guessed = "" if normas.texto("fecha_prueba") else "fecha calculada"
        yield _hito(test, "prueba", "Prueba del sistema", guessed, _DONE if test < hoy else _PLAIN)
    jornada = proceso.organismo.fecha_jornada
    if jornada is not None:
        yield _hito(jornada, SIEMPRE, "Jornada electoral", "", _DONE if jornada < hoy else _PLAIN)
