"""A dictamen or technical opinion: its reasons, its analysis with tables, what it resolves, its vote."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from cotaprep_docs.documents.acta import session_rows
from cotaprep_docs.documents.acta_cierre import build_firmas, write_constancia, write_firmas_nota, write_hojas
from cotaprep_docs.documents.acuerdo import ACUERDO_SHEETS, PROJECT
from cotaprep_docs.documents.context import Membrete, PuntoListado
from cotaprep_docs.documents.dictamen_context import DictamenContext
from cotaprep_docs.documents.fuente_dictamen import FuenteDictamen, dictamen_keys, of_dictamen
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.personas import of
from cotaprep_docs.documents.razones import (
    ANALISIS,
    ANTECEDENTES,
    CONSIDERANDOS,
    GLOSARIO,
    PUNTOS,
    asentado,
    build_glosario,
    numbered,
    numbered_roman,
    passages,
    resolutivos,
    section_gap,
)
from cotaprep_docs.documents.razones_context import VotoAsentado
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.documents.tablas import TABLAS
from cotaprep_docs.documents.tablas_context import ParrafoAnalisis
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.names import without_final_dot


def dictamen_name(fuente: FuenteDictamen) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    name = f"{fuente.titulo.partition(' ')[0]} «{fuente.clave}»"
    return f"{name} (proyecto)" if fuente.is_proyecto else name


def _rows(fuente: FuenteDictamen) -> Iterable[Row]:
    rows: list[Row] = [fuente.organismo, *fuente.pasajes]
    rows += session_rows(fuente.fuente) if fuente.fuente is not None else ()
    for row in fuente.pasajes:
        if row.tabla in TABLAS:
            rows += TABLAS[row.tabla].source(fuente.proceso.avances)
    return rows


def build_dictamen(fuente: FuenteDictamen, membrete: Membrete) -> DictamenContext:
    """Return everything the dictamen says."""
    antecedentes = numbered_roman(_texts(fuente, ANTECEDENTES, "antecedentes del dictamen"))
    considerandos = numbered(_texts(fuente, CONSIDERANDOS, "razones en que se apoya"))
    analisis = _analisis(fuente)
    puntos = _puntos(fuente)
    said = [fuente.titulo, *(p.texto for p in (*antecedentes, *considerandos, *puntos))]
    said += [text for paragraph in analisis for text in (paragraph.texto, paragraph.titulo)]
    return DictamenContext(
        membrete=membrete,
        titulo=as_prose(f"{without_final_dot(fuente.titulo)}"),
        emitido=_emitido(fuente),
        advertencia=PROJECT if fuente.is_proyecto else "",
        glosario=build_glosario(fuente, passages(fuente.proceso, fuente.clave, GLOSARIO), said),
        antecedentes=antecedentes,
        considerandos=considerandos,
        analisis=analisis,
        resolutivos_titulo=f"Puntos {of(_WITH_ARTICLE[fuente.acto])}",
        resolutivos=puntos,
        votaciones=_votaciones(fuente),
        formula=write_constancia(fuente.acto),
        hojas=write_hojas(fuente.acto),
        firmas=build_firmas(fuente.fuente) if fuente.fuente is not None else (),
        firmas_nota=write_firmas_nota(fuente.fuente, fuente.acto) if fuente.fuente is not None else Prose(),
    )


_WITH_ARTICLE = {"dictamen": "dictamen", "opinión": "la opinión"}


def _texts(fuente: FuenteDictamen, seccion: str, label: str) -> list[Prose]:
    found = [as_prose(row.texto) for row in passages(fuente.proceso, fuente.clave, seccion)]
    return found or [as_prose(section_gap(fuente.clave, seccion, label))]


def _emitido(fuente: FuenteDictamen) -> Prose:
    verb = "Que se somete a la consideración" if fuente.is_proyecto else "Que emite el pleno"
    return compose(
        "{verb} del {organo} del {institucion}{when}",
        verb=verb,
        organo=fuente.organo,
        institucion=fuente.institucional("institucion", "nombre de la institución"),
        when=_when(fuente),
    )


def _when(fuente: FuenteDictamen) -> Prose:
    if fuente.fuente is None:
        hint = "Escriba la clave de la sesión, por ejemplo 3."
        gap = Gap("sesión en que se vota", fuente.pasajes[0].origin.cell("sesion"), hint)
        return join((", en la sesión ", gap))
    sesion = fuente.fuente.sesion
    name = sesion_name(sesion, fuente.organismo)
    if sesion.fecha is None:
        return as_prose(f", en la {name}")
    return as_prose(f", en la {name}, del {date_with_weekday(sesion.fecha, fuente.organismo.estilo_fechas)}")


def _analisis(fuente: FuenteDictamen) -> tuple[ParrafoAnalisis, ...]:
    found: list[ParrafoAnalisis] = []
    for row in passages(fuente.proceso, fuente.clave, ANALISIS):
        number = 1 + sum(bool(paragraph.titulo) for paragraph in found)
        found.append(_parrafo(fuente, row.texto, row.tabla, number))
    if found:
        return tuple(found)
    return (ParrafoAnalisis(as_prose(section_gap(fuente.clave, ANALISIS, "análisis técnico")), Prose()),)


def _parrafo(fuente: FuenteDictamen, texto: str | Prose, tabla: str, number: int) -> ParrafoAnalisis:
    table = TABLAS.get(tabla)
    paragraph = ParrafoAnalisis(as_prose(texto), Prose())
    if table is None:
        return paragraph
    rows = table.source(fuente.proceso.avances)
    title: Prose = as_prose(f"Tabla {number}. {table.titulo}.")
    if not rows:
        return dataclasses.replace(paragraph, titulo=join((title, " ", table.missing())))
    built: dict[str, Any] = {table.field: table.build(rows, fuente.organismo)}
    return dataclasses.replace(paragraph, titulo=title, **built)


def _puntos(fuente: FuenteDictamen) -> tuple[PuntoListado, ...]:
    texts = [row.texto for row in passages(fuente.proceso, fuente.clave, PUNTOS)]
    if texts:
        return resolutivos(fuente, "dictamen", texts)
    gap = section_gap(fuente.clave, PUNTOS, "puntos de dictamen")
    return (PuntoListado(as_prose("Único."), as_prose(gap)),)


def _votaciones(fuente: FuenteDictamen) -> tuple[VotoAsentado, ...]:
    if fuente.votaciones:
        return tuple(asentado(text) for text in fuente.votaciones)
    place = fuente.pasajes[0].origin.cell("punto")
    hint = "Escriba el punto del orden del día en que se votó, y su votación en «Votaciones»."
    return (VotoAsentado(join((Gap("votación del dictamen", place, hint), ".")), ()),)


DICTAMEN = DocumentKind(
    tipo="dictamen",
    template="dictamen.docx",
    context=DictamenContext,
    sheets=ACUERDO_SHEETS | {"Dictámenes", "CATD y CCV", "Simulacros"},
    find=of_dictamen,
    claves=dictamen_keys,
    name=dictamen_name,
    rows=_rows,
    build=build_dictamen,
    of_sesion=lambda fuente: fuente.fuente.sesion if fuente.fuente is not None else None,
)
