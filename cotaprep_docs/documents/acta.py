"""The acta of a session, from its facts alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from cotaprep_docs.documents.acta_apertura import (
    build_asistentes,
    build_puntos,
    write_lista,
    write_orden_dia,
    write_proemio,
    write_titulo,
)
from cotaprep_docs.documents.acta_cambios import build_cambios
from cotaprep_docs.documents.acta_cierre import (
    build_anexos,
    build_firmas,
    write_cierre,
    write_firmas_nota,
    write_formula,
    write_hojas,
)
from cotaprep_docs.documents.acta_context import ActaContext
from cotaprep_docs.documents.acta_desahogo import build_desahogo
from cotaprep_docs.documents.acta_quorum import write_quorum
from cotaprep_docs.documents.busqueda import of_session, session_keys
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.correcciones import modificaciones
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import ATTENDANCE_SHEETS, SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.persona import Persona
from cotaprep_docs.domain.serie import ACUERDOS
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem


def acta_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Acta de la {sesion_name(fuente.sesion, fuente.organismo)}"


def session_rows(fuente: Fuente) -> Iterable[Row]:
    """Return the rows that tell of a session or meeting and of who took part."""
    proceso, sesion = fuente.proceso, fuente.sesion
    used: tuple[Iterable[Row], ...] = (
        (sesion, proceso.organismo),
        fuente.orden.puntos,
        proceso.asistencias_of(sesion),
        proceso.movimientos_of(sesion),
        proceso.votaciones_of(sesion),
        proceso.acuerdos_of(sesion),
        proceso.documentos_of(sesion),
        (turn for punto in fuente.orden.puntos for turn in proceso.intervenciones_of(sesion, punto)),
        proceso.roster(sesion),
        _named(fuente),
        (row.asunto for row in fuente.seguimiento),
        modificaciones(fuente),
    )
    return itertools.chain.from_iterable(used)


def _named(fuente: Fuente) -> Iterable[Persona]:
    """Yield the people the acta names besides the roster: guests, speakers, presenters, movers."""
    keys = {clave for punto in fuente.orden.puntos for clave in (punto.presenta, punto.promovido_por)}
    for punto in fuente.orden.puntos:
        keys |= {turn.persona for turn in fuente.proceso.intervenciones_of(fuente.sesion, punto)}
    keys |= {acuerdo.responsable for acuerdo in fuente.proceso.acuerdos_of(fuente.sesion)}
    keys |= {row.asunto.responsable for row in fuente.seguimiento}
    people = (fuente.proceso.persona(clave) for clave in sorted(keys) if clave)
    return (*fuente.acompanantes, *(person for person in people if person is not None))


def build_acta(fuente: Fuente, membrete: Membrete) -> ActaContext:
    """Return everything the acta says."""
    return ActaContext(
        membrete=membrete,
        titulo=write_titulo(fuente),
        proemio=write_proemio(fuente),
        lista=write_lista(fuente),
        asistentes=build_asistentes(fuente),
        quorum=write_quorum(fuente),
        orden_dia=write_orden_dia(fuente),
        puntos=build_puntos(fuente),
        cambios=build_cambios(fuente),
        desahogo=build_desahogo(fuente),
        cierre_titulo="Clausura" if fuente.was_held else "Cierre",
        cierre=write_cierre(fuente),
        hojas=write_hojas("acta"),
        formula=write_formula(fuente),
        firmas=build_firmas(fuente),
        firmas_nota=write_firmas_nota(fuente, "acta"),
        anexos=build_anexos(fuente),
    )


def _concerns(fuente: Fuente, problem: Problem) -> bool:
    """Tell whether a problem is in an earlier agreement whose state the acta reports."""
    if not fuente.seguimiento or problem.scope == fuente.clave:
        return False
    place = problem.location
    earlier = {row.sesion.clave for row in fuente.seguimiento}
    listed = isinstance(place, CellLocation) and place.sheet in {"Acuerdos", "Compromisos"}
    return listed and problem.scope in earlier


ACTA = DocumentKind(
    tipo="acta",
    template="acta.docx",
    context=ActaContext,
    sheets=SESSION_SHEETS
    | ATTENDANCE_SHEETS
    | {"Votaciones", "Intervenciones", "Acuerdos", "Compromisos", "Correcciones"},
    find=of_session,
    claves=session_keys,
    name=acta_name,
    rows=session_rows,
    build=build_acta,
    concerns=_concerns,
    tells_of_session=True,
    numbers=lambda fuente: (acto for acto in fuente.actos if acto.serie == ACUERDOS),
)
