"""Rules over records: every acta is approved and every minuta is heard of, in a later session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.sesion import Sesion, TipoSesion
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, folded
from cotaprep_docs.spanish.numbers import Gender, OrdinalStyle, ordinal

Dated = tuple[dt.date, Sesion]

_OWN = re.compile(r"\b(?:presente|esta(?: misma)?|propia|la misma) sesion\b")
_PLURAL = re.compile(r"\b(?:actas|minutas|anteriores)\b")
_TYPES = {
    "extraordinaria": TipoSesion.EXTRAORDINARIA,
    "ordinaria": TipoSesion.ORDINARIA,
    "reunion": TipoSesion.REUNION,
}
_TYPE = re.compile(r"\b(?:(extraordinaria|ordinaria)s?|(reunion)(?:es)?)\b")


class Names:
    """Tells which sessions the text of a point names by their ordinals: «la tercera sesión ordinaria»."""

    def __init__(self, sesiones: Iterable[Sesion]) -> None:
        self._by_place = {(s.tipo, s.ordinal): s for s in sesiones}
        highest = max((number for _, number in self._by_place), default=0)
        self._numbers = {form: number for number in range(1, highest + 1) for form in _forms(number)}
        words = sorted(map(re.escape, self._numbers), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None

    def named(self, text: str, default: TipoSesion) -> list[Sesion] | None:
        """Return the sessions that a folded text names; None where it names none by an ordinal.

        Args:
            text: the folded text.
            default: what an ordinal alone is of.
        """
        found = list(self._pattern.finditer(text)) if self._pattern is not None else []
        if not found:
            return None
        ends = [match.start() for match in found[1:]] + [len(text)]
        places = [
            (_type_in(text[match.end() : end], default), self._numbers[match[0]])
            for match, end in zip(found, ends, strict=True)
        ]
        return [self._by_place[place] for place in places if place in self._by_place]


def _forms(number: int) -> Iterator[str]:
    for style in OrdinalStyle:
        yield folded(ordinal(number, Gender.FEMININE, style=style))
    yield from (f"{number}.a", f"{number}a")


def _type_in(text: str, default: TipoSesion) -> TipoSesion:
    match = _TYPE.search(text)
    return _TYPES[match[1] or match[2]] if match else default


def check_actas(panorama: Panorama) -> Iterator[Problem]:
    """Yield sessions whose acta no later session approves; the last one may approve its own."""
    approved = _approved(panorama)
    for _, sesion in panorama.sesiones[:-1]:
        if sesion.clave not in approved:
            yield kinds.ACTA_NEVER_APPROVED.at(
                sesion.origin.cell("clave"), scope=sesion.clave, acto=acto_name(sesion)
            )


def check_last_acta(panorama: Panorama) -> Iterator[Problem]:
    """Yield the last session, where it does not approve its own acta."""
    if panorama.sesiones and panorama.sesiones[-1][1].clave not in _approved(panorama):
        last = panorama.sesiones[-1][1]
        place = last.origin.cell("clave")
        yield kinds.LAST_ACTA_NEVER_APPROVED.at(place, scope=last.clave, acto=acto_name(last))


def _approved(panorama: Panorama) -> set[str]:
    """Return the keys of the sessions whose acta a point approves."""
    names = Names(sesion for _, sesion in panorama.sesiones)
    approved: set[str] = set()
    before: list[Dated] = []
    for day, sesion in panorama.sesiones:
        for punto in panorama.puntos(sesion):
            if punto.clase is ClasePunto.ACTA_ANTERIOR:
                approved |= {one.clave for one in _meant(names, punto, (day, sesion), before)}
        before.append((day, sesion))
    return approved


def _meant(names: Names, punto: Punto, own: Dated, before: list[Dated]) -> list[Sesion]:
    """Return the sessions whose acta a point approves: those it names, or else the one before."""
    text = folded(punto.texto)
    earlier = [one for _, one in before]
    titled = [one for one in earlier if one.titulo and folded(one.titulo) in text]
    named = names.named(text, TipoSesion.ORDINARIA)
    itself = [own[1]] if _OWN.search(text) else []
    if itself or titled or named is not None:
        ids = {id(one) for one in earlier}
        return [*itself, *titled, *(one for one in named or () if id(one) in ids)]
    return earlier if _PLURAL.search(text) else earlier[-1:]


def check_minutas(panorama: Panorama) -> Iterator[Problem]:
    """Yield, once, the meetings whose minuta no later session approves or takes note of."""
    names = Names(sesion for _, sesion in panorama.reuniones)
    known: set[str] = set()
    for day, _sesion, punto in panorama.dealt(panorama.sesiones):
        text = folded(punto.texto)
        if "minuta" in text:
            earlier = [one for when, one in panorama.reuniones if when <= day]
            named = names.named(text, TipoSesion.REUNION)
            known |= {one.clave for one in (earlier if named is None else named) if one in earlier}
    unseen = [sesion for _, sesion in panorama.reuniones if sesion.clave not in known]
    if unseen:
        claves = ", ".join(sesion.clave for sesion in unseen)
        yield kinds.MINUTAS_UNSEEN.at(unseen[0].origin.cell("clave"), claves=claves)
