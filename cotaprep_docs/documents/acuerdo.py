"""An agreement, opinion or recommendation of the committee as an act of its own."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.acta import session_rows
from cotaprep_docs.documents.acta_cierre import build_firmas, write_constancia, write_firmas_nota, write_hojas
from cotaprep_docs.documents.acta_desahogo import write_seguimiento
from cotaprep_docs.documents.acuerdo_context import AcuerdoContext
from cotaprep_docs.documents.acuerdo_razones import build_antecedentes, build_considerandos
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente_acuerdo import FuenteAcuerdo, of_acuerdo
from cotaprep_docs.documents.hojas import ATTENDANCE_SHEETS, SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.numeros import acto_of_acuerdo, numero_acuerdo
from cotaprep_docs.documents.razones import (
    GLOSARIO,
    asentado,
    build_glosario,
    numbered,
    numbered_roman,
    passages,
    resolutivos,
)
from cotaprep_docs.documents.razones_context import VotoAsentado
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.documents.votacion_text import missing_votacion
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot

PROJECT = "Proyecto: está pendiente de votación; lo señalado como FALTA se asentará en su momento."
_FEMININE = ("Opinión", "Recomendación")


def acuerdo_name(fuente: FuenteAcuerdo) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    number = fuente.acuerdo.numero or f"«{fuente.acuerdo.clave}»"
    name = f"{fuente.acuerdo.tipo} {number}"
    return f"Proyecto de {lower_first(name)}" if fuente.is_proyecto else name


def _rows(fuente: FuenteAcuerdo) -> Iterable[Row]:
    return (*session_rows(fuente), *passages(fuente.proceso, fuente.acuerdo.clave))


def build_acuerdo(fuente: FuenteAcuerdo, membrete: Membrete) -> AcuerdoContext:
    """Return everything the agreement says."""
    antecedentes = numbered_roman(build_antecedentes(fuente))
    considerandos = numbered(build_considerandos(fuente))
    texts = [line for line in fuente.acuerdo.texto.splitlines() if line.strip()]
    puntos = resolutivos(fuente, "acuerdo", texts)
    asunto = _asunto(fuente)
    said = [asunto, *(punto.texto for punto in (*antecedentes, *considerandos, *puntos))]
    rows = passages(fuente.proceso, fuente.acuerdo.clave, GLOSARIO)
    return AcuerdoContext(
        membrete=membrete,
        titulo=_titulo(fuente),
        asunto=asunto,
        advertencia=PROJECT if fuente.is_proyecto else "",
        glosario=build_glosario(fuente, rows, said),
        antecedentes=antecedentes,
        considerandos=considerandos,
        resolutivos_titulo=fuente.acuerdo.tipo,
        resolutivos=puntos,
        seguimiento=join([text.strip() for text in write_seguimiento(fuente, fuente.acuerdo)], " "),
        votaciones=_votaciones(fuente),
        formula=write_constancia(_of(fuente)),
        hojas=write_hojas(_of(fuente)),
        firmas=build_firmas(fuente),
        firmas_nota=write_firmas_nota(fuente, _of(fuente)),
    )


def _of(fuente: FuenteAcuerdo) -> str:
    return lower_first(fuente.acuerdo.tipo)


def _titulo(fuente: FuenteAcuerdo) -> Prose:
    acuerdo = fuente.acuerdo
    number = Fact("acuerdo.numero", numero_acuerdo(fuente, acuerdo), "Número de acuerdo")
    return compose(
        "{project}{tipo} {numero} del {organo}{taken}",
        project="Proyecto de " if fuente.is_proyecto else "",
        tipo=lower_first(acuerdo.tipo) if fuente.is_proyecto else acuerdo.tipo,
        numero=number,
        organo=fuente.organo,
        taken=_taken(fuente),
    )


def _taken(fuente: FuenteAcuerdo) -> str:
    day, name = fuente.sesion.fecha, sesion_name(fuente.sesion, fuente.organismo)
    when = f" del {date_with_weekday(day, fuente.organismo.estilo_fechas)}" if day is not None else ""
    if fuente.is_proyecto:
        return f", que se presenta en la {name}{when}"
    verb = "aprobad" if fuente.needs_vote(fuente.acuerdo) else "adoptad"
    verb += "a" if fuente.acuerdo.tipo in _FEMININE else "o"
    return f", {verb} en la {name}{when}"


def _asunto(fuente: FuenteAcuerdo) -> Prose:
    """Return what it is about: the title typed with its reasons, else the point of the agenda."""
    rows = passages(fuente.proceso, fuente.acuerdo.clave)
    titulo = next((row.titulo for row in rows if row.titulo), "")
    if titulo:
        return as_prose(f"{without_final_dot(titulo)}.")
    if fuente.punto is not None:
        return as_prose(sentence_case(f"{without_final_dot(fuente.punto.texto)}."))
    return as_prose(Gap("punto del orden del día", fuente.acuerdo.origin.cell("punto")))


def _votaciones(fuente: FuenteAcuerdo) -> tuple[VotoAsentado, ...]:
    """Return the vote that carries it, or the gap that asks for it; nothing where none was needed."""
    if fuente.votacion is not None:
        return (asentado(fuente.votacion),)
    if not fuente.needs_vote(fuente.acuerdo):
        return ()
    return (asentado(missing_votacion(fuente, fuente.acuerdo.punto)),)


def acuerdo_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all agreements; one that was not approved answers that it has no document."""
    return tuple(a.clave for a in proceso.acuerdos if proceso.sesion(a.sesion) is not None)


ACUERDO_SHEETS = (
    SESSION_SHEETS | ATTENDANCE_SHEETS | {"Votaciones", "Intervenciones", "Acuerdos", "Correcciones"}
)
"""What an agreement rests on, besides its reasons."""

ACUERDO = DocumentKind(
    tipo="acuerdo",
    template="acuerdo.docx",
    context=AcuerdoContext,
    sheets=ACUERDO_SHEETS | {"Dictámenes"},
    find=of_acuerdo,
    claves=acuerdo_keys,
    name=acuerdo_name,
    rows=_rows,
    build=build_acuerdo,
    tells_of_session=True,
    numbers=lambda fuente: acto_of_acuerdo(fuente, fuente.acuerdo),
)
