"""Rules over the calendar: order, months, working days, what is needed to convene."""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, Sesion, TipoSesion
from cotaprep_docs.norms.plazos import add_months, parse_inhabiles
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, shown_date
from cotaprep_docs.spanish.dates import month_text

_OPEN = (EstadoSesion.PROGRAMADA, EstadoSesion.REPROGRAMADA)


def check_order(panorama: Panorama) -> Iterator[Problem]:
    """Yield rows of the calendar whose date is before that of a row above."""
    latest: Sesion | None = None
    for sesion in panorama.proceso.sesiones:
        if sesion.fecha is None or sesion.estado is EstadoSesion.CANCELADA:
            continue
        if latest is None or latest.fecha is None or sesion.fecha >= latest.fecha:
            latest = sesion
            continue
        yield kinds.OUT_OF_ORDER.at(
            sesion.origin.cell("fecha"),
            related=(latest.origin.cell("fecha"),),
            scope=sesion.clave,
            acto=acto_name(sesion),
            fecha=shown_date(sesion.fecha),
            otra=acto_name(latest),
            otra_fecha=shown_date(latest.fecha),
        )


def check_sesiones_mes(panorama: Panorama) -> Iterator[Problem]:
    """Yield months with fewer ordinary sessions than the norm asks for (RE 342.1.g)."""
    days = [day for day, sesion in panorama.sesiones if sesion.tipo is TipoSesion.ORDINARIA]
    yield from _short_months(panorama, days, kinds.MONTH_WITHOUT_SESION)


def check_reuniones_mes(panorama: Panorama) -> Iterator[Problem]:
    """Yield months with fewer meetings with parties than the norm asks for (RE 342.1.h)."""
    days = [day for day, _ in panorama.reuniones]
    following = f"R{max((s.ordinal for _, s in panorama.reuniones), default=0) + 1}"
    yield from _short_months(panorama, days, kinds.MONTH_WITHOUT_REUNION, ejemplo=following)


def _short_months(
    panorama: Panorama, days: list[dt.date], kind: ProblemKind, ejemplo: str = ""
) -> Iterator[Problem]:
    """Yield the months, from the first act to the last one, in which too few of the days fall."""
    least = panorama.normas.numero(kind.cita) or 0
    if not panorama.actos:
        return
    held = collections.Counter((day.year, day.month) for day in days)
    month = panorama.actos[0][0].replace(day=1)
    place = panorama.actos[0][1]
    pending = collections.deque(panorama.actos)
    while month <= panorama.actos[-1][0]:
        following = add_months(month, 1)
        while pending and pending[0][0] < following:
            place = pending.popleft()[1]
        count = held[month.year, month.month]
        if count < least:
            yield kind.at(
                place.origin.cell("fecha"), mes=month_text(month), hay=count, pide=least, ejemplo=ejemplo
            )
        month = following


def check_working_days(panorama: Panorama) -> Iterator[Problem]:
    """Yield sessions and meetings called for a day on which nobody works."""
    days = parse_inhabiles(panorama.normas.texto("dias_inhabiles"))
    for day, sesion in panorama.actos:
        if name := days.name_of(day):
            yield kinds.NON_WORKING_DAY.at(
                sesion.origin.cell("fecha"),
                scope=sesion.clave,
                acto=acto_name(sesion),
                dia=name,
                fecha=shown_date(day),
            )


def check_agenda_date(panorama: Panorama) -> Iterator[Problem]:
    """Yield agendas whose heading states another day than the calendar."""
    for day, sesion in panorama.actos:
        if sesion.fecha_agenda not in (None, day) and not sesion.motivo:
            yield kinds.AGENDA_DATE_DIFFERS.at(
                sesion.origin.cell("fecha_agenda"),
                related=(sesion.origin.cell("fecha"),),
                scope=sesion.clave,
                agenda=shown_date(sesion.fecha_agenda) if sesion.fecha_agenda else "",
                fecha=shown_date(day),
            )


def check_convenable(panorama: Panorama) -> Iterator[Problem]:
    """Yield, once, the acts still to be held that lack what a convocatoria says."""
    lacking = [sesion for _, sesion in panorama.actos if sesion.estado in _OPEN and _lacks(sesion)]
    if lacking:
        names = ", ".join(sesion.clave for sesion in lacking)
        first = min(lacking, key=lambda sesion: sesion.origin.row)
        yield kinds.CANNOT_BE_CONVENED.at(first.origin.cell("hora"), claves=names)


def _lacks(sesion: Sesion) -> bool:
    where = sesion.enlace or sesion.lugar if sesion.modalidad is Modalidad.VIRTUAL else sesion.lugar
    return sesion.hora is None or not where or sesion.modalidad is None
