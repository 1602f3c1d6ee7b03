"""The acta of a session, from its facts alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cotaprep_docs.documents.acta_apertura import (
    build_asistentes,
    build_cambios,
    build_puntos,
    write_lista,
    write_orden_dia,
    write_proemio,
    write_quorum,
    write_titulo,
)
from cotaprep_docs.documents.acta_cierre import (
    build_anexos,
    build_firmas,
    write_cierre,
    write_firmas_nota,
    write_hojas,
)
from cotaprep_docs.documents.acta_context import ActaContext
from cotaprep_docs.documents.acta_desahogo import build_desahogo
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.membrete import build_membrete
from cotaprep_docs.documents.sesiones import sesion_name


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
    )
    return any(row.muestra for rows in used for row in rows)


def build_acta_context(fuente: Fuente, *, estado: str) -> ActaContext:
    """Return everything the acta says.

    Args:
        fuente: the session.
        estado: ``BORRADOR``, or empty for a definitive document.
    """
    return ActaContext(
        membrete=build_membrete(fuente, acta_name(fuente), estado=estado, muestra=is_acta_muestra(fuente)),
        titulo=write_titulo(fuente),
        proemio=write_proemio(fuente),
        lista=write_lista(fuente),
        asistentes=build_asistentes(fuente),
        quorum=write_quorum(fuente),
        orden_dia=write_orden_dia(fuente),
        puntos=build_puntos(fuente),
        cambios=build_cambios(fuente),
        desahogo=build_desahogo(fuente),
        cierre=write_cierre(fuente),
        hojas=write_hojas(),
        firmas=build_firmas(fuente),
        firmas_nota=write_firmas_nota(fuente),
        anexos=build_anexos(fuente),
    )
