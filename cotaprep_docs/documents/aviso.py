"""The notice that a session or formal meeting is called off or moved, to all who were called to it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.cartas import (
    COPIA,
    FuenteCarta,
    convocados,
    copies,
    despedida,
    invitados,
    presente,
    signature_on,
    signer_on,
)
from cotaprep_docs.documents.context import Destinado, Membrete
from cotaprep_docs.documents.convocatoria import build_datos
from cotaprep_docs.documents.convocatoria_context import Dato
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.oficio_context import OficioContext
from cotaprep_docs.documents.oficios import (
    acto_of,
    oficio_fecha,
    oficio_rows,
    write_lugar_fecha,
    write_numero,
)
from cotaprep_docs.documents.problem_kinds import NOTHING_CHANGED
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import at_time, time_text
from cotaprep_docs.spanish.names import lower_first, without_final_dot


def aviso_name(fuente: FuenteCarta) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    what = "cancelación" if _is_cancelled(fuente.sesion) else "cambio de fecha"
    return f"Aviso de {what} de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _is_cancelled(sesion: Sesion) -> bool:
    return sesion.estado is EstadoSesion.CANCELADA


def _stem(fuente: FuenteCarta) -> str:
    return f"aviso-{fuente.clave}"


def _destinatarios(fuente: FuenteCarta) -> tuple[Destinado, ...]:
    return tuple(receptor.destinado for receptor in (*convocados(fuente), *invitados(fuente)))


def _rows(fuente: FuenteCarta) -> Iterable[Row]:
    signer = signer_on(fuente.proceso, _dated(fuente))
    return (
        fuente.sesion,
        fuente.organismo,
        *(row for each in (*convocados(fuente), *invitados(fuente)) for row in each.rows),
        *fuente.proceso.recipients(fuente.sesion, COPIA),
        *oficio_rows(fuente.proceso, _stem(fuente)),
        *((signer,) if signer is not None else ()),
    )


def _dated(fuente: FuenteCarta) -> dt.date | None:
    return oficio_fecha(fuente.proceso, _stem(fuente)) or fuente.sesion.fecha


def build_aviso(fuente: FuenteCarta, membrete: Membrete) -> OficioContext:
    """Return everything the notice says."""
    destinatarios = _destinatarios(fuente)
    return OficioContext(
        membrete=membrete,
        oficio=as_prose(Fact("oficio", write_numero(fuente, _stem(fuente)), "Número de oficio")),
        asunto=as_prose(f"{aviso_name(fuente)}."),
        lugar_fecha=write_lugar_fecha(fuente, _stem(fuente)),
        destinatarios=destinatarios,
        presente=presente(destinatarios),
        cuerpo=_cuerpo(fuente),
        datos_titulo="Fecha prevista" if _is_cancelled(fuente.sesion) else "Fecha, hora y lugar",
        datos=_datos(fuente),
        remision=(),
        despedida=despedida(destinatarios),
        firma=signature_on(fuente.proceso, _dated(fuente)),
        copias=copies(fuente, fuente.proceso.recipients(fuente.sesion, COPIA)),
    )


_CANCELLED = (
    "Se comunica que la {sesion} del {organo}, convocada para el {fecha}{hora}, se cancela y no "
    "se celebrará en esa fecha, por el motivo siguiente: {motivo}."
)
_MOVED = (
    "Se comunica que la {sesion} del {organo}, prevista para el {anterior}, cambia de fecha y se "
    "celebrará el {fecha}{hora}, por el motivo siguiente: {motivo}."
)


def _cuerpo(fuente: FuenteCarta) -> Prose:
    sesion, style = fuente.sesion, fuente.organismo.estilo_fechas
    motivo = lower_first(without_final_dot(sesion.motivo))
    hint = "Escriba el motivo, por ejemplo «Falta de energía eléctrica en la sede»."
    return compose(
        _CANCELLED if _is_cancelled(sesion) else _MOVED,
        sesion=sesion_name(sesion, fuente.organismo),
        organo=fuente.organo,
        anterior=_day(fuente, sesion.fecha_anterior, "fecha_anterior", "fecha anterior"),
        fecha=_day(fuente, sesion.fecha, "fecha", "fecha"),
        hora=f", {at_time(sesion.hora, style)}" if sesion.hora is not None else "",
        motivo=as_prose(motivo or Gap("motivo del cambio", sesion.origin.cell("motivo"), hint)),
    )


def _day(fuente: FuenteCarta, day: dt.date | None, field: str, label: str) -> Prose:
    if day is None:
        return fuente.fecha(None, label, fuente.sesion.origin.cell(field))
    return as_prose(date_with_weekday(day, fuente.organismo.estilo_fechas))


def _datos(fuente: FuenteCarta) -> tuple[Dato, ...]:
    sesion = fuente.sesion
    if not _is_cancelled(sesion):
        return (
            Dato("Fecha anterior", _day(fuente, sesion.fecha_anterior, "fecha_anterior", "fecha anterior")),
            *(_as_new(dato) for dato in build_datos(fuente)),
        )
    data = [Dato("Fecha", _day(fuente, sesion.fecha, "fecha", "fecha"))]
    if sesion.hora is not None:
        data.append(Dato("Hora", as_prose(time_text(sesion.hora, fuente.organismo.estilo_fechas))))
    return tuple(data)


def _as_new(dato: Dato) -> Dato:
    return dataclasses.replace(dato, etiqueta="Nueva fecha") if dato.etiqueta == "Fecha" else dato


def of_changed(proceso: Proceso, normas: Normas, clave: str) -> FuenteCarta:
    """Return a session or meeting that was called off or moved.

    Raises:
        UsageProblem: there is none of that key, or nothing changed.
    """
    sesion = find_sesion(proceso, clave)
    if not sesion.was_changed:
        raise UsageProblem(NOTHING_CHANGED.at(sesion.origin.cell("estado"), clave=sesion.clave))
    return FuenteCarta(proceso, normas, sesion)


def changed_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of the sessions and meetings that were called off or moved."""
    return tuple(sesion.clave for sesion in proceso.sesiones if sesion.was_changed)


AVISO = DocumentKind(
    tipo="aviso",
    template="oficio.docx",
    context=OficioContext,
    sheets=(SESSION_SHEETS - {"Orden del día", "Documentos"})
    | {"Destinatarios", "Representaciones", "Invitados", "Oficios"},
    find=of_changed,
    claves=changed_keys,
    name=aviso_name,
    rows=_rows,
    build=build_aviso,
    dated=lambda fuente: oficio_fecha(fuente.proceso, _stem(fuente)),
    of_cancelled=True,
    numbers=lambda fuente: (acto_of(fuente, _stem(fuente), fuente.sesion.clave),),
)
