"""The review of a workspace as one HTML page to share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cotaprep_docs.app.aparte import PAGINA, Aparte, save_aparte
from cotaprep_docs.app.results import Resultado, merge
from cotaprep_docs.app.validar import Revision
from cotaprep_docs.documents.sesiones import punto_place
from cotaprep_docs.domain.entrega import Entrega, Tratamiento, Vencimiento, build_entregas
from cotaprep_docs.exports.revision_html import Fila, Hallazgo, PaginaRevision, write_page
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.spanish.dates import short_date

NAME = "validacion.html"
_TERMS_SHOWN = 3


def write_review_page(revision: Revision, path: Path, hoy: dt.date) -> Resultado:
    """Write the page; return the result of the review with it.

    Args:
        revision: what the review gave.
        path: the file; one that somebody edited stays, and the page goes beside it.
        hoy: the day it is dated.
    """
    data = write_page(build_page(revision, hoy))
    page = Aparte(PAGINA, "Página con el resultado de la revisión", data, revision.sesion)
    return merge((revision.resultado, save_aparte(path, page)))


def build_page(revision: Revision, hoy: dt.date) -> PaginaRevision:
    """Return what the page shows."""
    proceso, normas = revision.proceso, revision.normas
    known = proceso is not None and normas is not None and not revision.sesion
    organismo = proceso.organismo if proceso is not None else None
    names = (organismo.siglas_organo, organismo.proceso_electoral) if organismo is not None else ()
    about = " · ".join((*filter(None, names), f"revisado el {short_date(hoy)}"))
    title = f"Revisión de la sesión {revision.sesion}" if revision.sesion else "Revisión de los datos"
    return PaginaRevision(
        titulo=title,
        subtitulo=about,
        hallazgos=tuple(_hallazgo(problem, revision.resultado) for problem in revision.resultado.problemas),
        filas=tuple(_filas(build_entregas(proceso, normas))) if known and proceso and normas else (),
    )


def _hallazgo(problem: Problem, result: Resultado) -> Hallazgo:
    place = problem.location
    group, cell = (place.whole, place.within) if isinstance(place, CellLocation) else (place, "")
    return Hallazgo(
        codigo=problem.code,
        gravedad=problem.severity.value,
        grupo=str(group).replace("!", ", hoja "),
        celda=cell,
        mensaje=problem.message,
        sugerencia=problem.hint,
        fundamento=result.fundamento(problem),
    )


def _filas(entregas: tuple[Entrega, ...]) -> Iterator[Fila]:
    for one in entregas:
        marks = dict.fromkeys(plazo.marca.value for plazo in one.entregable.plazos)
        terms = [_term(due) for due in one.vencimientos if due.fecha is not None]
        if one.entregable.is_mensual and len(terms) > _TERMS_SHOWN:
            terms = [f"cada mes: {terms[0]} a {terms[-1]}"]
        yield Fila(
            numero=str(one.entregable.numero),
            titulo=one.entregable.titulo,
            plazos=tuple(terms),
            atencion=tuple(dict.fromkeys(_answer(answer) for answer in one.tratamientos)),
            marca=", ".join(marks),
        )


def _term(due: Vencimiento) -> str:
    phase = f"{due.plazo.fase}: " if due.plazo.fase else ""
    sent = f"; remitir, {due.remision:%d/%m/%Y}" if due.remision is not None else ""
    return f"{phase}{due.fecha:%d/%m/%Y}{sent}"


def _answer(one: Tratamiento) -> str:
    agreed = "".join(
        f", acuerdo {acuerdo.numero or acuerdo.clave}"
        + (f" (a {acuerdo.remitir_a})" if acuerdo.remitir_a else "")
        for acuerdo in one.acuerdos
    )
    return f"{punto_place(one.sesion, one.punto)}{agreed}"
