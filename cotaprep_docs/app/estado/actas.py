"""Actas that no session approved yet."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.palabras import acto_text, when_text
from cotaprep_docs.app.estado.renglones import AT_ONCE, file_text
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
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
    name = lower_first(acto_text(sesion, tablero.organismo))
    state = file_text(tablero, f"acta-{sesion.clave}", f"acta {sesion.clave}")
    text = f"Acta de la {name}: {_approval(tablero, one)}"
    return Renglon(text, _tone(tablero, one), (f"Documento: {state}",))


def _approval(tablero: Tablero, one: ActaPendiente) -> str:
    if one.prevista is None:
        return "ninguna sesión por venir la aprueba"
    when = one.prevista.sesion
    day = f" ({when_text(when.fecha, tablero.estado.hoy)})" if when.fecha is not None else ""
    place = f"la sesión {when.clave}, punto {one.prevista.punto.numero_vigente}{day}"
    if when in tablero.estado.sin_constancia:
        return f"iba a aprobarse en {place}, que no consta como celebrada"
    return f"se aprueba en {place}"


def _tone(tablero: Tablero, one: ActaPendiente) -> Tono:
    day = one.prevista.sesion.fecha if one.prevista is not None else None
    if one.prevista is not None and one.prevista.sesion in tablero.estado.sin_constancia:
        return Tono.URGENTE
    return Tono.PRONTO if day is None or tablero.estado.dias_a(day) <= AT_ONCE else Tono.NORMAL
