"""`Entrega`: a deliverable in this process: by when each version is due, and what answers it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.entregables import Entregable, Plazo, Referencia
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.norms.plazos import add_months, month_end, shift
from cotaprep_docs.records import record

_DAY = dt.timedelta(days=1)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|a|al)\s*(\d{1,3})")
_NUMBER = re.compile(r"\d{1,3}")


def entregable_numbers(text: str) -> tuple[int, ...]:
    """Return the deliverables that a cell names: «12, 13» or «17 a 20»; nothing where it names none."""
    spread = _RANGE.sub(_spread, text)
    return tuple(dict.fromkeys(int(number) for number in _NUMBER.findall(spread)))


def _spread(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    return ", ".join(str(number) for number in range(first, last + 1))


@record(frozen=True, slots=True)
class Tratamiento:
    """A point of an agenda that answers a deliverable, with what was agreed there."""

    sesion: Sesion
    punto: Punto
    acuerdos: tuple[Acuerdo, ...]


@record(frozen=True, slots=True)
class Vencimiento:
    """By when one version of a deliverable is due.

    Attributes:
        plazo: the term.
        fecha: the last day; None while the event it is counted from has no date.
        remision: the last day to send it, counted from `fecha`; None where `fecha` is that day.
        mes: for a monthly one, the last day of the month it tells of.
    """

    plazo: Plazo
    fecha: dt.date | None
    remision: dt.date | None
    mes: dt.date | None = None

    @property
    def limite(self) -> dt.date | None:
        """The day after which it is late."""
        return self.remision or self.fecha


@record(frozen=True, slots=True)
class Entrega:
    """A deliverable of the process.

    Attributes:
        entregable: what the norms file says of it.
        vencimientos: its terms as dates, in the order of its versions; for a monthly one, of every month.
        tratamientos: the points that answer it, by date; those of cancelled sessions are left out.
        acordado: the day it was agreed outside the committee, as the institution's sheet says; None where it
            does not.
    """

    entregable: Entregable
    vencimientos: tuple[Vencimiento, ...]
    tratamientos: tuple[Tratamiento, ...]
    acordado: dt.date | None = None

    @property
    def en_sesion(self) -> tuple[Tratamiento, ...]:
        """The points of sessions."""
        return tuple(one for one in self.tratamientos if not one.sesion.is_reunion)

    @property
    def en_reunion(self) -> tuple[Tratamiento, ...]:
        """The points of formal meetings with parties."""
        return tuple(one for one in self.tratamientos if one.sesion.is_reunion)


def build_entregas(proceso: Proceso, normas: Normas) -> tuple[Entrega, ...]:
    """Return the deliverables of a process, by number."""
    treated = _tratamientos(proceso)
    events = event_dates(proceso, normas)
    return tuple(
        Entrega(
            entregable,
            tuple(
                _due(plazo, day, events[Referencia.JORNADA])
                for plazo in entregable.plazos
                for day in _starts(plazo, events, proceso, entregable)
            ),
            tuple(treated.get(entregable.numero, ())),
            getattr(proceso.organismo, entregable.dato) if entregable.dato else None,
        )
        for entregable in normas.entregables
    )


def _tratamientos(proceso: Proceso) -> dict[int, list[Tratamiento]]:
    found: dict[int, list[Tratamiento]] = {}
    held = (s for s in proceso.sesiones if s.estado is not EstadoSesion.CANCELADA)
    for sesion in sorted(held, key=lambda s: s.fecha or dt.date.max):
        for punto in proceso.orden_dia(sesion).aprobados:
            for number in entregable_numbers(punto.entregable) if punto.entregable else ():
                one = Tratamiento(sesion, punto, proceso.acuerdos_of(sesion, punto))
                found.setdefault(number, []).append(one)
    return found


def event_dates(proceso: Proceso, normas: Normas) -> Mapping[Referencia, dt.date | None]:
    """Return the day of each event that terms are counted from; None where it is not known.

    The test, the first drill and the closing have their real date where there is one, and else the one that
    the norms file derives from the day of the election.
    """
    jornada = proceso.organismo.fecha_jornada
    if jornada is None:
        return dict.fromkeys(Referencia)
    typed = normas.texto("fecha_prueba")
    drills = [s.fecha for s in proceso.avances.simulacros if s.ordinal == 1 and s.fecha is not None]
    natural = normas.texto("mes_jornada") != "un_mes"
    return {
        Referencia.JORNADA: jornada,
        Referencia.MES_JORNADA: month_end(jornada) if natural else add_months(jornada, 1),
        Referencia.PRUEBA: dt.date.fromisoformat(typed)
        if typed
        else _moved(jornada, normas.numero("prueba_dias_antes"), -1),
        Referencia.SIMULACRO: min(drills)
        if drills
        else _moved(jornada, normas.numero("simulacro_dias_antes"), -1),
        Referencia.CIERRE: _moved(jornada, normas.numero("cierre_dias"), 1),
        Referencia.FIN_DE_MES: None,
    }


def _moved(day: dt.date, days: int | None, sign: int) -> dt.date | None:
    return None if days is None else day + sign * days * _DAY


def _starts(
    plazo: Plazo, events: Mapping[Referencia, dt.date | None], proceso: Proceso, entregable: Entregable
) -> Iterable[dt.date | None]:
    """Return the days a term is counted from: one, or the end of each month of the work."""
    jornada = events[Referencia.JORNADA]
    if plazo.desde is not Referencia.FIN_DE_MES or jornada is None or not entregable.is_mensual:
        return (events[plazo.desde],)
    days = [sesion.fecha for sesion in proceso.sesiones if sesion.fecha is not None]
    first = min((*days, jornada)).replace(day=1)
    months = (jornada.year - first.year) * 12 + jornada.month - first.month
    return [month_end(add_months(first, number)) for number in range(months)]


def _due(plazo: Plazo, start: dt.date | None, jornada: dt.date | None) -> Vencimiento:
    if start is None:
        return Vencimiento(plazo, None, None)
    day = shift(start, plazo.meses, plazo.dias)
    mes = start if plazo.desde is Referencia.FIN_DE_MES else None
    if mes is not None and jornada is not None:
        day = min(day, jornada - _DAY)  # the last monthly one is due before the election
    return Vencimiento(plazo, day, day + plazo.remitir * _DAY if plazo.remitir else None, mes)
