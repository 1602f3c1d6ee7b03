"""Rules over the committee itself: how many, since when, and who watches the drills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.domain.avance import Simulacro
from cotaprep_docs.domain.entrega import event_dates
from cotaprep_docs.norms.entregables import Referencia
from cotaprep_docs.norms.plazos import add_months
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, shown_date


def check_fewest(panorama: Panorama) -> Iterator[Problem]:
    """Yield the first session with fewer members than the norm asks for (RE 340.2)."""
    least = panorama.normas.numero("integrantes_minimo") or 0
    for day, count in _counts(panorama):
        if count < least:
            place = _roster_sheet(panorama)
            yield kinds.TOO_FEW_MEMBERS.at(place, fecha=shown_date(day), hay=count, pide=least)
            return


def check_most(panorama: Panorama) -> Iterator[Problem]:
    """Yield the first session with more members than the norm admits (RE 340.2)."""
    most = panorama.normas.numero("integrantes_maximo")
    for day, count in _counts(panorama):
        if most is not None and count > most:
            place = _roster_sheet(panorama)
            yield kinds.TOO_MANY_MEMBERS.at(place, fecha=shown_date(day), hay=count, pide=most)
            return


def _counts(panorama: Panorama) -> Iterator[tuple[dt.date, int]]:
    members = [person for person in panorama.proceso.integrantes if person.has_voto]
    if members:
        for day, _ in panorama.sesiones:
            yield day, sum(person.is_vigente(day) for person in members)


def _roster_sheet(panorama: Panorama) -> CellLocation:
    origin = panorama.proceso.integrantes[0].origin
    return CellLocation(origin.workbook, origin.sheet)


def check_integration(panorama: Panorama) -> Iterator[Problem]:
    """Yield a committee designated later than the norm says (RE 340.1)."""
    yield from _late(panorama, "fecha_designacion", kinds.INTEGRATED_LATE)


def check_commission(panorama: Panorama) -> Iterator[Problem]:
    """Yield a commission agreed later than the norm says (RE 339.1.a)."""
    yield from _late(panorama, "fecha_comision", kinds.COMMISSION_LATE)


def check_internal_body(panorama: Panorama) -> Iterator[Problem]:
    """Yield an internal body designated later than the norm says (RE 338.3)."""
    yield from _late(panorama, "fecha_instancia", kinds.INTERNAL_BODY_LATE)


def _late(panorama: Panorama, field: str, kind: ProblemKind) -> Iterator[Problem]:
    """Yield a day of the institution's sheet that is after its limit, so many months before the election."""
    day: dt.date | None = getattr(panorama.proceso.organismo, field)
    months = panorama.normas.numero(kind.cita)
    if day is None or panorama.jornada is None or months is None:
        return
    limit = add_months(panorama.jornada, -months)
    if day > limit:
        place = panorama.proceso.organismo.cell(field)
        yield kind.at(place, fecha=shown_date(day), limite=shown_date(limit))


def check_designation(panorama: Panorama) -> Iterator[Problem]:
    """Yield a committee designated after it first met."""
    designated = panorama.proceso.organismo.fecha_designacion
    if designated is None or not panorama.actos:
        return
    day, first = panorama.actos[0]
    if day < designated:
        yield kinds.HELD_BEFORE_DESIGNATION.at(
            panorama.proceso.organismo.cell("fecha_designacion"),
            related=(first.origin.cell("fecha"),),
            designacion=shown_date(designated),
            acto=acto_name(first),
            fecha=shown_date(day),
        )


def check_test_dates(panorama: Panorama) -> Iterator[Problem]:
    """Yield a plan without the days of the test and the drills (RE 342.1.j)."""
    missing = [] if panorama.normas.texto("fecha_prueba") else ["la prueba del sistema"]
    if not _dated(panorama):
        missing.append("los simulacros")
    if missing and panorama.actos:
        place = panorama.sheet_of(panorama.actos[0][1])
        day = event_dates(panorama.proceso, panorama.normas)[Referencia.PRUEBA]
        example = (day or panorama.actos[-1][0]).isoformat()
        yield kinds.NO_TEST_DATES.at(place, faltan=" y ".join(missing), ejemplo=example)


def check_drill_count(panorama: Panorama) -> Iterator[Problem]:
    """Yield too few drills, once their days are known."""
    least, dated = panorama.normas.numero("simulacros_minimo") or 0, _dated(panorama)
    if dated and len(dated) < least:
        place = dated[-1].origin.cell("ordinal")
        yield kinds.TOO_FEW_DRILLS.at(place, hay=len(dated), pide=least)


def check_drill_presence(panorama: Panorama) -> Iterator[Problem]:
    """Yield drills that took place and do not say who of the committee was there (RE 342.1.j)."""
    for drill in panorama.proceso.avances.simulacros:
        if drill.hora_cierre is not None and not drill.asistentes:
            yield kinds.NOBODY_AT_DRILL.at(drill.origin.cell("asistentes"), clave=drill.clave)


def _dated(panorama: Panorama) -> list[Simulacro]:
    return [drill for drill in panorama.proceso.avances.simulacros if drill.fecha is not None]
