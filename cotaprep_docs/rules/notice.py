"""Rules over when a session is convened."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.domain.antelacion import antelacion_entry
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules import problem_kinds as kinds

_HOUR = dt.timedelta(hours=1)


def check_convened_before(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield a convocatoria dated after the session it calls to."""
    sesion = desarrollo.sesion
    convened, day = sesion.fecha_convocatoria, sesion.fecha
    if convened is not None and day is not None and convened > day:
        yield kinds.CONVENED_AFTER.at(
            sesion.origin.cell("fecha_convocatoria"),
            scope=sesion.clave,
            convocatoria=f"{convened:%d/%m/%Y}",
            fecha=f"{day:%d/%m/%Y}",
        )


def check_lead_time(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield a convocatoria that leaves less time than the norms file asks for.

    Its hour is not captured, so the whole of its day counts: what is reported is short in any case.
    """
    sesion = desarrollo.sesion
    entry = antelacion_entry(sesion)
    needed = desarrollo.normas.antelacion(entry)
    given = _hours_given(sesion)
    if given is not None and 0 <= given < needed:
        kind = dataclasses.replace(kinds.SHORT_NOTICE, cita=entry)
        yield kind.at(sesion.origin.cell("fecha_convocatoria"), scope=sesion.clave, horas=given, plazo=needed)


def _hours_given(sesion: Sesion) -> int | None:
    if sesion.fecha_convocatoria is None or sesion.fecha is None:
        return None
    begins = dt.datetime.combine(sesion.fecha, sesion.hora or dt.time(23, 59))
    return (begins - dt.datetime.combine(sesion.fecha_convocatoria, dt.time())) // _HOUR
