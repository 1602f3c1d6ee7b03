"""The agenda of a session or meeting: as convened and, where it was changed, as approved."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.acta_cambios import build_cambios
from cotaprep_docs.documents.busqueda import every_key, of_any
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.orden_dia_context import OrdenDiaContext, PuntoOrden
from cotaprep_docs.documents.personas import fact_name
from cotaprep_docs.documents.sesiones import WITH_PARTIES, sesion_name
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import at_time


def orden_dia_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Orden del día de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: Fuente) -> Iterable[Row]:
    changed = fuente.orden.puntos if fuente.orden.is_modificado else ()
    return (fuente.sesion, fuente.organismo, *changed)


def build_orden_dia(fuente: Fuente, membrete: Membrete) -> OrdenDiaContext:
    """Return everything the agenda says."""
    cambios = build_cambios(fuente)
    return OrdenDiaContext(
        membrete=membrete,
        titulo=_titulo(fuente),
        convocado=_convocado(fuente),
        aprobado_intro=as_prose(_APROBADO if cambios else ""),
        aprobado=tuple(_aprobado(punto) for punto in fuente.orden.aprobados) if cambios else (),
        cambios=cambios,
    )


_APROBADO = "La sesión se desarrolló conforme al orden del día siguiente, en los términos aprobados:"


def _titulo(fuente: Fuente) -> Prose:
    sesion, style = fuente.sesion, fuente.organismo.estilo_fechas
    origin = sesion.origin
    fecha = date_with_weekday(sesion.fecha, style) if sesion.fecha else Gap("fecha", origin.cell("fecha"))
    hora = at_time(sesion.hora, style) if sesion.hora else Gap("hora convocada", origin.cell("hora"))
    return compose(
        "Orden del día de la {sesion} del {organo} ({siglas}){con}, convocada para el {fecha}, {hora}",
        sesion=sesion_name(sesion, fuente.organismo),
        organo=fuente.institucional("organo", "nombre del comité"),
        siglas=fuente.institucional("siglas_organo", "siglas del comité"),
        con=WITH_PARTIES if sesion.is_reunion else "",
        fecha=fecha,
        hora=hora,
    )


def _convocado(fuente: Fuente) -> tuple[PuntoOrden, ...]:
    points = fuente.orden.convocados
    if not points:
        gap = Gap("puntos del orden del día", fuente.sheet("orden_del_dia"), "Agregue un renglón por punto.")
        return (PuntoOrden(as_prose("1."), as_prose(gap), as_prose(""), is_subpunto=False),)
    return tuple(
        PuntoOrden(
            numero=as_prose(f"{punto.numero}."),
            texto=as_prose(Fact(fact_name("orden", punto.numero), as_prose(punto.texto), "Punto")),
            nota=_presenta(fuente, punto),
            is_subpunto="." in punto.numero,
        )
        for punto in points
    )


def _presenta(fuente: Fuente, punto: Punto) -> Prose:
    """Return which documents go with a point."""
    titles = [
        documento.titulo
        for documento in fuente.proceso.documentos_of(fuente.sesion)
        if documento.tipo == "Circulado" and documento.punto == punto.numero_vigente
    ]
    return join((f"Documento que se acompaña: {title.rstrip('.')}." for title in titles), " ")


def _aprobado(punto: Punto) -> PuntoOrden:
    number = punto.numero_vigente
    return PuntoOrden(
        numero=as_prose(f"{number}."),
        texto=as_prose(Fact(fact_name("aprobado", number), as_prose(punto.texto), "Punto aprobado")),
        nota=as_prose(""),
        is_subpunto="." in number,
    )


ORDEN_DIA = DocumentKind(
    tipo="orden-del-dia",
    template="orden-del-dia.docx",
    context=OrdenDiaContext,
    sheets=SESSION_SHEETS,
    find=of_any,
    claves=every_key,
    name=orden_dia_name,
    rows=_rows,
    build=build_orden_dia,
)
