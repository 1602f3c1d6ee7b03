"""The acta of a session, from its facts alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

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
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.membrete import build_membrete
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.persona import Persona


class _Row(Protocol):
    @property
    def muestra(self) -> bool: ...


def acta_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Acta de la {sesion_name(fuente.sesion, fuente.organismo)}"


def is_acta_muestra(fuente: Fuente) -> bool:
    """Tell whether the acta of a session uses any sample row."""
    proceso, sesion = fuente.proceso, fuente.sesion
    used: tuple[Iterable[_Row], ...] = (
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
    )
    return any(row.muestra for rows in used for row in rows)


def _named(fuente: Fuente) -> Iterable[Persona]:
    """Yield the people the acta names besides the roster: guests, speakers, presenters, movers."""
    keys = {clave for punto in fuente.orden.puntos for clave in (punto.presenta, punto.promovido_por)}
    for punto in fuente.orden.puntos:
        keys |= {turn.persona for turn in fuente.proceso.intervenciones_of(fuente.sesion, punto)}
    people = (fuente.proceso.persona(clave) for clave in sorted(keys) if clave)
    return (*fuente.acompanantes, *(person for person in people if person is not None))


def build_acta_context(fuente: Fuente, *, estado: str) -> ActaContext:
    """Return everything the acta says.

    Args:
        fuente: the session.
        estado: ``BORRADOR``, or empty for a definitive document.
    """
    return ActaContext(
        membrete=build_membrete(
            fuente,
            acta_name(fuente),
            estado=estado,
            muestra=is_acta_muestra(fuente),
            year=fuente.sesion.fecha.year if fuente.sesion.fecha else None,
        ),
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
        hojas=write_hojas(),
        formula=write_formula(fuente),
        firmas=build_firmas(fuente),
        firmas_nota=write_firmas_nota(fuente),
        anexos=build_anexos(fuente),
    )
