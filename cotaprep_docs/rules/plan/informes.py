"""Rules over the committee's own reports: how often, and of which months."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from cotaprep_docs.domain.entrega import entregable_numbers
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.plazos import add_months
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, shown_date
from cotaprep_docs.spanish.dates import month_name
from cotaprep_docs.spanish.names import fold_text

_MONTHS = {fold_text(month_name(number)): number for number in range(1, 13)}
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")


def _informes(panorama: Panorama) -> Iterator[tuple[dt.date, Sesion, Punto]]:
    """Yield the points with a report of the committee; those of others answer a deliverable of theirs."""
    own = {one.numero for one in panorama.normas.entregables if one.comite}
    for day, sesion, punto in panorama.dealt(panorama.sesiones):
        if punto.clase is ClasePunto.INFORME and own.issuperset(entregable_numbers(punto.entregable)):
            yield day, sesion, punto


def check_intervals(panorama: Panorama) -> Iterator[Problem]:
    """Yield reports presented more months after the one before than the norm allows (RE 342.1.i)."""
    months = panorama.normas.numero("informe_meses")
    if not panorama.sesiones or months is None:
        return
    told = {day: sesion for day, sesion, _ in _informes(panorama)}
    ends = (panorama.sesiones[0], *told.items(), panorama.sesiones[-1])
    for (start, before), (end, sesion) in itertools.pairwise(ends):
        if end > add_months(start, months):
            yield kinds.INFORME_TOO_LATE.at(
                sesion.origin.cell("fecha"),
                related=(before.origin.cell("fecha"),),
                scope=sesion.clave,
                desde=acto_name(before),
                desde_fecha=shown_date(start),
                hasta=acto_name(sesion),
                hasta_fecha=shown_date(end),
                meses=months,
                dias=(end - start).days,
            )


def check_periods(panorama: Panorama) -> Iterator[Problem]:
    """Yield reports whose months do not follow those of the one before."""
    before: tuple[int, Sesion] | None = None
    for _, sesion, punto in _informes(panorama):
        months = [_MONTHS[name] for name in _MONTH.findall(fold_text(punto.texto))]
        if months and before is not None and months[0] != before[0] % 12 + 1:
            yield kinds.INFORME_PERIODS.at(
                punto.origin.cell("texto"),
                scope=sesion.clave,
                mes=month_name(months[0]),
                otra=acto_name(before[1]),
                otro_mes=month_name(before[0]),
            )
        before = (months[-1], sesion) if months else before
