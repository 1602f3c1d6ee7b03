"""Actas that no session approved yet."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.palabras import sesion_text, when_text
from cotaprep_docs.app.estado.renglones import AT_ONCE, file_text
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.aprobacion import Aprobacion
from cotaprep_docs.domain.estado import ActaPendiente
from cotaprep_docs.spanish.names import lower_first


def actas_section(tablero: Tablero) -> Seccion:
    """Return the actas to be approved, with how their documents stand."""
    return Seccion("actas", "Actas sin aprobar", tuple(_renglones(tablero)), "No hay actas por aprobar.")


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    for one in tablero.estado.actas:
        yield _acta(tablero, one)


def _acta(tablero: Tablero, one: ActaPendiente) -> Renglon:
    sesion = one.sesion
    name = lower_first(sesion_text(sesion, tablero.organismo))
    state = file_text(tablero, f"acta-{sesion.clave}", f"acta {sesion.clave}")
    text = f"Acta de la {name}: {_approval(tablero, one)}"
    return Renglon(text, _tone(tablero, one), (f"Documento: {state}",))


def _approval(tablero: Tablero, one: ActaPendiente) -> str:
    if one.prevista is None and one.sometida is not None:
        return f"se sometió en {_place(tablero, one.sometida)}, y no consta la votación que la aprobó"
    if one.prevista is None:
        return "ninguna sesión la aprueba"
    when, place = one.prevista.sesion, _place(tablero, one.prevista)
    if when in tablero.estado.sin_constancia:
        return f"iba a aprobarse en {place}, que no consta como celebrada"
    return f"se aprueba en {place}"


def _place(tablero: Tablero, one: Aprobacion) -> str:
    day = f" ({when_text(one.sesion.fecha, tablero.estado.hoy)})" if one.sesion.fecha is not None else ""
    return f"la sesión {one.sesion.clave}, punto {one.punto.numero_vigente}{day}"


def _tone(tablero: Tablero, one: ActaPendiente) -> Tono:
    day = one.prevista.sesion.fecha if one.prevista is not None else None
    if one.prevista is not None and one.prevista.sesion in tablero.estado.sin_constancia:
        return Tono.URGENTE
    return Tono.PRONTO if day is None or tablero.estado.dias_a(day) <= AT_ONCE else Tono.NORMAL
