"""The agenda of a session or meeting: as convened and, where it was changed, as approved."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.acta_cambios import build_cambios
from cotaprep_docs.documents.busqueda import every_key, of_any
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import ATTENDANCE_SHEETS, SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.orden_dia_context import OrdenDiaContext, PuntoOrden
from cotaprep_docs.documents.personas import fact_name
from cotaprep_docs.documents.sesiones import WITH_PARTIES, sesion_name, sitting_noun
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.names import without_final_dot


def orden_dia_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Orden del día de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: Fuente) -> Iterable[Row]:
    changed = fuente.orden.puntos if fuente.orden.is_modificado else ()
    movers = (fuente.proceso.persona(punto.promovido_por) for punto in changed)
    people = (person for person in movers if person is not None)
    return (fuente.sesion, fuente.organismo, *_circulated(fuente), *changed, *people)


def build_orden_dia(fuente: Fuente, membrete: Membrete) -> OrdenDiaContext:
    """Return everything the agenda says."""
    cambios = () if fuente.is_pendiente else build_cambios(fuente)
    return OrdenDiaContext(
        membrete=membrete,
        titulo=_titulo(fuente),
        convocado=_convocado(fuente),
        aprobado_intro=as_prose(_APROBADO.format(sesion=sitting_noun(fuente.sesion)) if cambios else ""),
        aprobado=tuple(_aprobado(punto) for punto in fuente.orden.aprobados) if cambios else (),
        cambios=cambios,
    )


_APROBADO = "La {sesion} se desarrolló conforme al orden del día siguiente, en los términos aprobados:"


def _titulo(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    return compose(
        "Orden del día de la {sesion} del {organo}{con}, convocada para el {cuando}",
        sesion=sesion_name(sesion, fuente.organismo),
        organo=fuente.organo,
        con=WITH_PARTIES if sesion.is_reunion else "",
        cuando=fuente.cuando(),
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


def _circulated(fuente: Fuente) -> Iterable[Documento]:
    return (d for d in fuente.proceso.documentos_of(fuente.sesion) if d.tipo == "Circulado")


def _presenta(fuente: Fuente, punto: Punto) -> Prose:
    """Return which documents go with a point."""
    own = (d for d in _circulated(fuente) if d.punto == punto.numero_vigente)
    titles = (without_final_dot(documento.titulo) for documento in own)
    return join((f"Documento que se acompaña: {title}." for title in titles), " ")


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
    sheets=SESSION_SHEETS | ATTENDANCE_SHEETS,
    find=of_any,
    claves=every_key,
    name=orden_dia_name,
    rows=_rows,
    build=build_orden_dia,
)
