"""The minuta of a formal working meeting with parties: no quorum and no votes, but commitments."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.acta import session_rows
from cotaprep_docs.documents.acta_apertura import build_asistentes, write_proemio, write_titulo
from cotaprep_docs.documents.acta_cierre import (
    build_anexos,
    build_firmas,
    write_cierre,
    write_firmas_nota,
    write_formula,
    write_hojas,
)
from cotaprep_docs.documents.acta_desahogo import build_desahogo
from cotaprep_docs.documents.busqueda import meeting_keys, of_meeting
from cotaprep_docs.documents.compromisos import build_compromisos
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import ATTENDANCE_SHEETS, SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.minuta_context import MinutaContext
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.persona import Representacion


def minuta_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Minuta de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: Fuente) -> Iterable[Row]:
    commitments = fuente.proceso.compromisos_of(fuente.sesion)
    people = (fuente.proceso.persona(row.responsable) for row in commitments)
    return (*session_rows(fuente), *commitments, *(person for person in people if person is not None))


def build_minuta(fuente: Fuente, membrete: Membrete) -> MinutaContext:
    """Return everything the minuta says."""
    everybody = build_asistentes(fuente)
    parties = sum(isinstance(person, Representacion) for person in fuente.acompanantes)
    commitments = fuente.proceso.compromisos_of(fuente.sesion)
    return MinutaContext(
        membrete=membrete,
        titulo=write_titulo(fuente),
        proemio=write_proemio(fuente),
        integrantes=everybody[: len(everybody) - parties],
        representaciones=everybody[len(everybody) - parties :],
        temas=build_desahogo(fuente),
        compromisos=build_compromisos(fuente, commitments),
        sin_compromisos="" if commitments or fuente.is_pendiente else _SIN_COMPROMISOS,
        cierre=write_cierre(fuente),
        formula=write_formula(fuente),
        hojas=write_hojas("minuta"),
        firmas=build_firmas(fuente),
        firmas_nota=write_firmas_nota(fuente, "minuta"),
        anexos=build_anexos(fuente),
    )


_SIN_COMPROMISOS = "En esta reunión no se registraron compromisos."

MINUTA = DocumentKind(
    tipo="minuta",
    template="minuta.docx",
    context=MinutaContext,
    sheets=SESSION_SHEETS | ATTENDANCE_SHEETS | {"Intervenciones", "Compromisos"},
    find=of_meeting,
    claves=meeting_keys,
    name=minuta_name,
    rows=_rows,
    build=build_minuta,
    tells_of_session=True,
)
