"""The reasons of an act, passage by passage, from the sheet Dictámenes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from cotaprep_docs.documents.context import PuntoListado
from cotaprep_docs.documents.razones_context import Termino, VotoAsentado
from cotaprep_docs.documents.redaccion import LIBRO, Redaccion
from cotaprep_docs.documents.votacion_text import VotacionText
from cotaprep_docs.domain.acuerdo import PasajeDictamen
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.prose.prose import Enfasis, Fact, Gap, Prose, as_prose
from cotaprep_docs.spanish.names import sentence_case, without_final_dot
from cotaprep_docs.spanish.numbers import Gender, ordinal, roman

GLOSARIO, ANTECEDENTES, CONSIDERANDOS = "Glosario", "Antecedentes", "Considerandos"
ANALISIS, PUNTOS = "Análisis técnico", "Puntos de dictamen"

_ACRONYMS = {
    "CATD": "Centro de Acopio y Transmisión de Datos",
    "CCV": "Centro de Captura y Verificación",
    "INE": "Instituto Nacional Electoral",
    "OPL": "Organismo Público Local",
    "PREP": "Programa de Resultados Electorales Preliminares",
}
"""What the acronyms of the matter stand for, in every institute."""


def passages(proceso: Proceso, clave: str, seccion: str = "") -> tuple[PasajeDictamen, ...]:
    """Return the passages of an act, or those of one section, by their number."""
    found = [
        row for row in proceso.dictamenes if row.clave == clave and (not seccion or row.seccion == seccion)
    ]
    return tuple(sorted(found, key=lambda row: row.numero))


def numbered_roman(texts: Sequence[Prose | str]) -> tuple[PuntoListado, ...]:
    """Return texts numbered with roman numerals."""
    return tuple(PuntoListado(as_prose(f"{roman(n)}."), as_prose(text)) for n, text in enumerate(texts, 1))


def numbered(texts: Sequence[Prose | str]) -> tuple[PuntoListado, ...]:
    """Return texts numbered with figures."""
    return tuple(PuntoListado(as_prose(f"{n}."), as_prose(text)) for n, text in enumerate(texts, 1))


def resolutivos(redaccion: Redaccion, name: str, texts: Sequence[str | Prose]) -> tuple[PuntoListado, ...]:
    """Return what an act resolves: «Primero.», «Segundo.»…, or «Único.».

    Args:
        redaccion: how the institute writes.
        name: start of the name of each as a fact.
        texts: one per point.
    """
    style = redaccion.organismo.estilo_ordinales
    labels = [sentence_case(ordinal(n, Gender.MASCULINE, style=style)) for n in range(1, len(texts) + 1)]
    if len(texts) == 1:
        labels = ["Único"]
    return tuple(
        PuntoListado(as_prose(f"{label}."), as_prose(Fact(f"{name}.{n}", as_prose(text), "Punto resolutivo")))
        for n, (label, text) in enumerate(zip(labels, texts, strict=True), 1)
    )


def section_gap(clave: str, seccion: str, label: str) -> Gap:
    """Return the gap of a section that has no passage yet."""
    hint = f"Agregue en «Dictámenes» un renglón con la clave {clave}, la sección «{seccion}» y el párrafo."
    return Gap(label, CellLocation(LIBRO, "Dictámenes"), hint)


def build_glosario(
    redaccion: Redaccion, rows: Iterable[PasajeDictamen], texts: Iterable[object]
) -> tuple[Termino, ...]:
    """Return the terms that an act uses: those typed, the institute's own acronyms and those of the matter.

    Args:
        redaccion: the institution.
        rows: what was typed as glosario, ``Término: significado``.
        texts: all the act says, where acronyms are looked for.
    """
    organismo = redaccion.organismo
    known = {
        **_ACRONYMS,
        organismo.siglas_institucion: organismo.institucion,
        organismo.siglas_organo: organismo.organo,
    }
    said = "\n".join(str(text) for text in texts)
    typed = [_term(row) for row in rows]
    names = {term.termino for term in typed}
    terms = [
        Termino(name, _as_sentence(as_prose(text)))
        for name, text in known.items()
        if name and text and name not in names and _is_said(name, said)
    ]
    return tuple(sorted((*terms, *typed), key=lambda term: term.termino.casefold()))


def _term(row: PasajeDictamen) -> Termino:
    name, meaning = as_prose(row.texto).partition(":")
    if not str(meaning).strip():
        is_typed = isinstance(row.texto, str)
        place = row.origin.cell("texto") if is_typed else FileLocation("textos", f"glosario de {row.clave}")
        hint = "Escriba el término, dos puntos y lo que significa."
        return Termino(name.strip(), as_prose(Gap("su significado", place, hint)))
    return Termino(name.strip(), _as_sentence(meaning))


def _as_sentence(meaning: Prose) -> Prose:
    *before, last = meaning.pieces
    if isinstance(last, Enfasis):
        last = dataclasses.replace(last, text=last.text.rstrip())
        return Prose((*before, last)) + ("" if last.text.endswith(".") else ".")
    return Prose((*before, f"{without_final_dot(last)}.")) if isinstance(last, str) else meaning + "."


def _is_said(name: str, said: str) -> bool:
    # Not where it is part of a number, such as that of a letter.
    return re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", said) is not None


def asentado(text: VotacionText) -> VotoAsentado:
    """Return a vote as templates take it."""
    return VotoAsentado(text.texto, text.filas)
