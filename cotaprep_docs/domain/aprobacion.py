"""`Aprobacion`: the point of an agenda that approves the acta of a session."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cotaprep_docs.domain.mencion import Menciones
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion, TipoSesion
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import fold_text

_OWN = re.compile(r"\b(?:presente|esta(?: misma)?|propia|la misma) sesion\b")
_PLURAL = re.compile(r"\b(?:actas|minutas|anteriores)\b")


@record(frozen=True, slots=True)
class Aprobacion:
    """A point that puts an acta to the vote.

    Attributes:
        acta: the session whose acta it is.
        sesion: the session that approves it; the same one, where it reads its own.
        punto: the point.
    """

    acta: Sesion
    sesion: Sesion
    punto: Punto


def find_aprobaciones(proceso: Proceso, sesiones: Iterable[Sesion]) -> tuple[Aprobacion, ...]:
    """Return what the agendas of some sessions approve.

    Args:
        proceso: the trackers.
        sesiones: sessions, by date; a point may approve the acta of those before its own, and its own.
    """
    known = tuple(sesiones)
    menciones = Menciones(known)
    return tuple(
        Aprobacion(acta, sesion, punto)
        for place, sesion in enumerate(known)
        for punto in proceso.orden_dia(sesion).aprobados
        if punto.clase is ClasePunto.ACTA_ANTERIOR
        for acta in _meant(menciones, punto, sesion, known[:place])
    )


def _meant(menciones: Menciones, punto: Punto, own: Sesion, earlier: tuple[Sesion, ...]) -> Iterable[Sesion]:
    """Return the sessions whose acta a point approves: those it names, or else the one before."""
    text = fold_text(punto.texto)
    titled = [one for one in earlier if one.titulo and fold_text(one.titulo) in text]
    named = menciones.named(text, TipoSesion.ORDINARIA)
    itself = [own] if _OWN.search(text) else []
    if itself or titled or named is not None:
        ids = {id(one) for one in earlier}
        return [*itself, *titled, *(one for one in named or () if id(one) in ids)]
    return earlier if _PLURAL.search(text) else earlier[-1:]
