"""Rules over records: every acta is approved and every minuta is heard of, in a later session."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.domain.aprobacion import find_aprobaciones
from cotaprep_docs.domain.mencion import Menciones
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name
from cotaprep_docs.spanish.names import fold_text


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
    by_date = (sesion for _, sesion in panorama.sesiones)
    return {one.acta.clave for one in find_aprobaciones(panorama.proceso, by_date)}


def check_minutas(panorama: Panorama) -> Iterator[Problem]:
    """Yield, once, the meetings whose minuta no later session approves or takes note of."""
    menciones = Menciones(sesion for _, sesion in panorama.reuniones)
    known: set[str] = set()
    for day, _sesion, punto in panorama.dealt(panorama.sesiones):
        text = fold_text(punto.texto)
        if "minuta" in text:
            earlier = [one for when, one in panorama.reuniones if when <= day]
            named = menciones.named(text, TipoSesion.REUNION)
            known |= {one.clave for one in (earlier if named is None else named) if one in earlier}
    unseen = [sesion for _, sesion in panorama.reuniones if sesion.clave not in known]
    if unseen:
        claves = ", ".join(sesion.clave for sesion in unseen)
        yield kinds.MINUTAS_UNSEEN.at(unseen[0].origin.cell("clave"), claves=claves)
