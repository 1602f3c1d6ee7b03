"""The fe de erratas of an acta that was approved: what it says, and what it should say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.documents.busqueda import of_session
from cotaprep_docs.documents.cartas import signature_on, signer_on
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.correcciones import ERRATA, erratas, write_apartado
from cotaprep_docs.documents.fe_de_erratas_context import FeDeErratasContext, FilaErrata
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.oficios import oficio_fecha, oficio_rows, write_lugar_fecha
from cotaprep_docs.documents.problem_kinds import NO_ERRATA
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.sesiones import held_on, sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import PARAGRAPH, Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.agreement import plural


def fe_de_erratas_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Fe de erratas del acta de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _stem(fuente: Fuente) -> str:
    return f"fe-de-erratas-{fuente.clave}"


def _dated(fuente: Fuente) -> dt.date | None:
    return oficio_fecha(fuente.proceso, _stem(fuente)) or fuente.sesion.fecha


def _rows(fuente: Fuente) -> Iterable[Row]:
    found = erratas(fuente)
    approving = (fuente.proceso.sesion(row.aprobada_en) for row in found if row.aprobada_en)
    signer = signer_on(fuente.proceso, _dated(fuente))
    return (
        fuente.sesion,
        fuente.organismo,
        *found,
        *(sesion for sesion in approving if sesion is not None),
        *oficio_rows(fuente.proceso, _stem(fuente)),
        *((signer,) if signer is not None else ()),
    )


def build_fe_de_erratas(fuente: Fuente, membrete: Membrete) -> FeDeErratasContext:
    """Return everything the fe de erratas says."""
    return FeDeErratasContext(
        membrete=membrete,
        titulo=as_prose(fe_de_erratas_name(fuente)),
        cuerpo=_cuerpo(fuente),
        erratas=tuple(
            FilaErrata(write_apartado(row), as_prose(row.dice), as_prose(row.debe_decir))
            for row in erratas(fuente)
        ),
        cierre=_cierre(fuente),
        firma=signature_on(fuente.proceso, _dated(fuente)),
    )


def _cuerpo(fuente: Fuente) -> Prose:
    count = len(erratas(fuente))
    sesion = fuente.sesion
    return compose(
        "En el acta de la {sesion} del {organo}{fecha}, aprobada en la {aprobada}, se {advierte}:",
        sesion=sesion_name(sesion, fuente.organismo),
        organo=fuente.organo,
        fecha=held_on(sesion, fuente.organismo),
        aprobada=_approving(fuente),
        advierte=plural(count, "advierte la errata siguiente", "advierten las erratas siguientes"),
    )


def _approving(fuente: Fuente) -> Prose:
    rows = erratas(fuente)
    for row in rows:
        sesion = fuente.proceso.sesion(row.aprobada_en) if row.aprobada_en else None
        if sesion is not None:
            return as_prose(sesion_name(sesion, fuente.organismo))
    hint = "Escriba la clave de esa sesión, por ejemplo 4."
    return as_prose(Gap("sesión que aprobó el acta", rows[0].origin.cell("aprobada_en"), hint))


def _cierre(fuente: Fuente) -> Prose:
    return compose(
        "La presente fe de erratas se agrega al acta que corrige y forma parte de ella; lo demás queda en "
        "sus términos.{paragraph}{lugar_fecha}",
        paragraph=PARAGRAPH,
        lugar_fecha=write_lugar_fecha(fuente, _stem(fuente)),
    )


def of_erratas(proceso: Proceso, normas: Normas, clave: str) -> Fuente:
    """Return a session whose acta has errors to mend.

    Raises:
        UsageProblem: there is no such session, or nothing of its acta is wrong.
    """
    fuente = of_session(proceso, normas, clave)
    if not erratas(fuente):
        raise UsageProblem(NO_ERRATA.at(CellLocation(LIBRO, "Correcciones"), clave=fuente.clave))
    return fuente


def errata_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of the sessions whose actas have errors to mend."""
    wrong = {row.sesion for row in proceso.correcciones if row.tipo == ERRATA}
    return tuple(s.clave for s in proceso.sesiones if s.clave in wrong and not s.is_reunion)


FE_DE_ERRATAS = DocumentKind(
    tipo="fe-de-erratas",
    template="fe-de-erratas.docx",
    context=FeDeErratasContext,
    sheets=(SESSION_SHEETS - {"Orden del día", "Documentos"}) | {"Correcciones", "Oficios"},
    find=of_erratas,
    claves=errata_keys,
    name=fe_de_erratas_name,
    rows=_rows,
    build=build_fe_de_erratas,
    dated=lambda fuente: oficio_fecha(fuente.proceso, _stem(fuente)),
    tells_of_session=True,
)
