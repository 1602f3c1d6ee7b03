"""The process as events in time: sessions, terms, tests and the election, each with how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.app.estado.palabras import asunto_text, entrega_text, hour_text
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.sesiones import sesion_title, sitting_noun
from cotaprep_docs.domain.entrega import event_dates
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente
from cotaprep_docs.domain.seguimiento import Seguimiento, Situacion
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.exports.estado_html import SIEMPRE, Hito
from cotaprep_docs.norms.entregables import Referencia
from cotaprep_docs.spanish.dates import short_date, weekday_name
from cotaprep_docs.spanish.names import lower_first


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


def _hito(day: dt.date, clase: str, texto: str, estado: str, tono: Tono) -> Hito:
    return Hito(day, f"{weekday_name(day)} {day.day}", clase, texto, estado, tono.value)


def _sesiones(tablero: Tablero) -> Iterator[Hito]:
    for sesion in tablero.estado.proceso.sesiones:
        if sesion.fecha is not None:
            name = f"{sesion_title(sesion, tablero.organismo)}{hour_text(sesion)}"
            state, tone = _sesion_state(tablero, sesion)
            yield _hito(sesion.fecha, _clase(sesion), name, state, tone)


def _clase(sesion: Sesion) -> str:
    return "reunion" if sesion.is_reunion else "sesion"


def _sesion_state(tablero: Tablero, sesion: Sesion) -> tuple[str, Tono]:
    estado = tablero.estado
    if sesion.estado is EstadoSesion.CANCELADA:
        return "cancelada", Tono.NORMAL
    if sesion.is_celebrada(estado.hoy):
        return "celebrada", Tono.HECHO
    if sesion in estado.sin_constancia:
        return "no consta qué fue de ella", Tono.URGENTE
    moved = f"; antes, el {short_date(sesion.fecha_anterior)}" if sesion.fecha_anterior is not None else ""
    return ("convocada" if sesion.is_convocada(estado.hoy) else "por convocar") + moved, Tono.NORMAL


def _convocatorias(tablero: Tablero) -> Iterator[Hito]:
    for one in tablero.estado.por_convocar:
        sesion, marca = one.sesion, one.antelacion.marca
        checked = "" if marca.is_verificada else " (plazo sin verificar)"
        state = "vencido" if one.dia < tablero.estado.hoy else "por enviar"
        text = f"Último día para convocar a la {sitting_noun(sesion)} {sesion.clave}"
        yield _hito(one.dia, _clase(sesion), text, f"{state}{checked}", tone_of(tablero, one.dia, marca))


def _entregas(tablero: Tablero) -> Iterator[Hito]:
    for one in tablero.estado.entregas:
        text = f"Entregable {entrega_text(one)}"
        state, tone = _entrega_state(tablero, one)
        yield _hito(one.limite, "entregable", text, state, tone)


def _entrega_state(tablero: Tablero, one: EntregaPendiente) -> tuple[str, Tono]:
    if one.remitida is not None:
        late = ", después de su plazo" if one.remitida > one.limite else ""
        return f"remitido el {short_date(one.remitida)}{late}", Tono.HECHO
    if one.atencion is Atencion.REMITIDA:
        return "remitido, sin que conste la fecha", Tono.HECHO
    if one.atencion is Atencion.SUPERADA:
        return "se remitió la versión siguiente", Tono.HECHO
    if one.is_vencida(tablero.estado.hoy):
        what = "acordado" if one.acordado else "tratado" if one.atencion is Atencion.TRATADA else "vencido"
        marca = one.vencimiento.plazo.marca
        checked = "" if marca.is_verificada else " (plazo sin verificar)"
        return f"{what}; no consta su envío{checked}", tone_of(tablero, one.limite, marca)
    if one.atencion is Atencion.TRATADA:
        return "tratado; por enviar", Tono.NORMAL
    if one.tratamiento is not None:
        sesion = one.tratamiento.sesion
        return f"lo atiende la {sitting_noun(sesion)} {sesion.clave}", Tono.NORMAL
    return "por enviar", Tono.NORMAL


def _asuntos(tablero: Tablero) -> Iterator[Hito]:
    for row in tablero.estado.asuntos:
        if row.asunto.plazo is not None:
            state, tone = _asunto_state(row, row.asunto.plazo < tablero.estado.hoy)
            yield _hito(
                row.asunto.plazo, "acuerdo", f"Plazo: {lower_first(asunto_text(row.asunto))}", state, tone
            )


def _asunto_state(row: Seguimiento, late: bool) -> tuple[str, Tono]:  # noqa: FBT001
    if row.situacion is Situacion.CUMPLIDO:
        return "cumplido", Tono.HECHO
    if row.situacion is Situacion.CANCELADO:
        return "cancelado", Tono.NORMAL
    return ("vencido", Tono.URGENTE) if late else ("por cumplir", Tono.NORMAL)


def _pruebas(tablero: Tablero) -> Iterator[Hito]:
    proceso, normas, hoy = tablero.estado.proceso, tablero.estado.normas, tablero.estado.hoy
    for row in proceso.avances.simulacros:
        if row.fecha is not None:
            tone = Tono.HECHO if row.fecha < hoy else Tono.NORMAL
            yield _hito(row.fecha, "prueba", f"Simulacro {row.ordinal}", "", tone)
    test = event_dates(proceso, normas)[Referencia.PRUEBA]
    if test is not None:
        guessed = "" if normas.texto("fecha_prueba") else "fecha calculada"
        yield _hito(test, "prueba", "Prueba del sistema", guessed, Tono.HECHO if test < hoy else Tono.NORMAL)
    jornada = proceso.organismo.fecha_jornada
    if jornada is not None:
        yield _hito(jornada, SIEMPRE, "Jornada electoral", "", Tono.HECHO if jornada < hoy else Tono.NORMAL)
