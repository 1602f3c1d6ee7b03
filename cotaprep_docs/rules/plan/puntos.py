"""Rules over agendas: how they open, what they repeat, and what they approve too soon."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, shown_date
from cotaprep_docs.spanish.names import fold_text

_WORD = re.compile(r"\w+")
_MAKING = re.compile(r"\b(?:generacion|elaboracion|integracion|redaccion)\b")
# What is done with a subject, and not the subject.
_ACTIONS = frozenset(
    {
        "analisis", "aprobacion", "caso", "consideracion", "de", "del", "determinacion", "discusion", "el",
        "en", "evaluacion", "la", "las", "lo", "los", "opinion", "para", "por", "presentacion", "que",
        "relativo", "respecto", "revision", "se", "sobre", "su", "tecnica", "un", "una", "y",
    }
)  # fmt: skip
_LEAST_WORDS = 3

Dealt = tuple[dt.date, Sesion, Punto]


def check_roll_call(panorama: Panorama) -> Iterator[Problem]:
    """Yield sessions whose agenda does not open with the roll call and the quorum."""
    for _, sesion in panorama.sesiones:
        puntos = panorama.puntos(sesion)
        if not puntos:
            continue
        text = fold_text(puntos[0].texto)
        if puntos[0].clase is not ClasePunto.LISTA and "asistencia" not in text and "quorum" not in text:
            place = puntos[0].origin.cell("numero")
            yield kinds.NO_ROLL_CALL.at(place, scope=sesion.clave, acto=acto_name(sesion))


def subject(punto: Punto) -> frozenset[str]:
    """Return the words that say what a point is about, whatever is done with it."""
    return frozenset(_WORD.findall(fold_text(punto.texto))) - _ACTIONS


def check_approved_twice(panorama: Panorama) -> Iterator[Problem]:
    """Yield points that approve what an earlier session approves already."""
    first: dict[frozenset[str], Dealt] = {}
    for day, sesion, punto in panorama.dealt(panorama.sesiones):
        key = subject(punto)
        if punto.clase is not ClasePunto.APROBACION or len(key) < _LEAST_WORDS:
            continue
        if key in first and first[key][1] is not sesion:
            yield kinds.APPROVED_TWICE.at(
                punto.origin.cell("texto"),
                related=(first[key][2].origin.cell("texto"),),
                scope=sesion.clave,
                punto=punto.numero_vigente,
                acto=acto_name(sesion),
                otro=_place(first[key]),
            )
        elif _stands(panorama, sesion, punto):
            first.setdefault(key, (day, sesion, punto))


def _stands(panorama: Panorama, sesion: Sesion, punto: Punto) -> bool:
    """Tell whether a point is approved, or may still be: one that was refused can be voted again."""
    if sesion.estado is not EstadoSesion.CELEBRADA:
        return True
    desarrollo = Desarrollo(panorama.proceso, panorama.normas, sesion)
    votes = desarrollo.votaciones(punto)
    count = desarrollo.escrutinio(votes[-1]) if votes else None
    return count is None or count.resultado.is_aprobado


def check_repeated(panorama: Panorama) -> Iterator[Problem]:
    """Yield points that deal again with the subject of an earlier one, of the same deliverable."""
    for pairs in (panorama.sesiones, panorama.reuniones):
        first: dict[tuple[str, frozenset[str]], Dealt] = {}
        for day, sesion, punto in panorama.dealt(pairs):
            key = (punto.entregable, subject(punto))
            if not punto.entregable or punto.clase is ClasePunto.APROBACION or len(key[1]) < _LEAST_WORDS:
                continue
            other = first.setdefault(key, (day, sesion, punto))
            if other[1] is not sesion:
                yield kinds.REPEATED_POINT.at(
                    punto.origin.cell("texto"),
                    related=(other[2].origin.cell("texto"),),
                    scope=sesion.clave,
                    punto=punto.numero_vigente,
                    acto=acto_name(sesion),
                    otro=_place(other),
                )


def check_made_before(panorama: Panorama) -> Iterator[Problem]:
    """Yield approvals of what a later point is still to make."""
    made: dict[str, Dealt] = {}
    for dealt in panorama.dealt(panorama.actos):
        punto = dealt[2]
        making = punto.clase is not ClasePunto.APROBACION and _MAKING.search(fold_text(punto.texto))
        if punto.entregable and making:
            made.setdefault(punto.entregable, dealt)
    for day, sesion, punto in panorama.dealt(panorama.sesiones):
        later = made.get(punto.entregable) if punto.clase is ClasePunto.APROBACION else None
        if later is not None and day < later[0]:
            yield kinds.APPROVED_BEFORE_MADE.at(
                punto.origin.cell("texto"),
                related=(later[2].origin.cell("texto"),),
                scope=sesion.clave,
                punto=punto.numero_vigente,
                acto=acto_name(sesion),
                fecha=shown_date(day),
                otro=_place(later),
                otra_fecha=shown_date(later[0]),
            )


def check_acuerdo_votes(panorama: Panorama) -> Iterator[Problem]:
    """Yield agreements of sessions held whose point, or whose turn of it, has no vote."""
    held = {s.clave: s for _, s in panorama.sesiones if s.estado is EstadoSesion.CELEBRADA}
    voted = {(v.sesion, v.punto, turn) for v in panorama.proceso.votaciones for turn in (0, v.secuencia)}
    for acuerdo in panorama.proceso.acuerdos:
        if acuerdo.sesion in held and (acuerdo.sesion, acuerdo.punto, acuerdo.votacion) not in voted:
            yield kinds.ACUERDO_WITHOUT_VOTE.at(
                acuerdo.origin.cell("punto"),
                scope=acuerdo.sesion,
                acuerdo=acuerdo.clave,
                punto=acuerdo.punto,
                clave=acuerdo.sesion,
            )


def _place(dealt: Dealt) -> str:
    return f"punto {dealt[2].numero_vigente} de {acto_name(dealt[1])}"
