"""`Panorama`: the whole process as its rules look at it; `PlanRule`: one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property

from cotaprep_docs.domain.entrega import Entrega, build_entregas
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import record


@record(frozen=True)
class Panorama:
    """A process with what several rules ask of it, computed once.

    Attributes:
        proceso: the trackers, progress of the PREP too.
        normas: the norms of the process.
    """

    proceso: Proceso
    normas: Normas

    @cached_property
    def actos(self) -> tuple[tuple[dt.date, Sesion], ...]:
        """Sessions and meetings that have a date and were not cancelled, by date."""
        dated = [
            (sesion.fecha, sesion)
            for sesion in self.proceso.sesiones
            if sesion.fecha is not None and sesion.estado is not EstadoSesion.CANCELADA
        ]
        return tuple(sorted(dated, key=lambda pair: pair[0]))

    @cached_property
    def sesiones(self) -> tuple[tuple[dt.date, Sesion], ...]:
        """Those that are sessions."""
        return tuple(pair for pair in self.actos if not pair[1].is_reunion)

    @cached_property
    def reuniones(self) -> tuple[tuple[dt.date, Sesion], ...]:
        """Those that are formal meetings."""
        return tuple(pair for pair in self.actos if pair[1].is_reunion)

    @cached_property
    def entregas(self) -> tuple[Entrega, ...]:
        """The deliverables, and what answers them."""
        return build_entregas(self.proceso, self.normas)

    @property
    def has_undated(self) -> bool:
        """Whether a session or meeting that stands has no date: nobody knows what comes after what."""
        return any(s.fecha is None and s.estado is not EstadoSesion.CANCELADA for s in self.proceso.sesiones)

    @property
    def jornada(self) -> dt.date | None:
        """The day of the election."""
        return self.proceso.organismo.fecha_jornada

    def puntos(self, sesion: Sesion) -> tuple[Punto, ...]:
        """Return the points that a session deals with, in order."""
        return self.proceso.orden_dia(sesion).aprobados

    def dealt(self, pairs: tuple[tuple[dt.date, Sesion], ...]) -> Iterator[tuple[dt.date, Sesion, Punto]]:
        """Yield every point of some sessions, by date and number."""
        for day, sesion in pairs:
            for punto in self.puntos(sesion):
                yield day, sesion, punto

    def sheet_of(self, row: Sesion | Punto) -> CellLocation:
        """Return the sheet that a row is in, as a place."""
        return CellLocation(row.origin.workbook, row.origin.sheet)


@record(frozen=True, slots=True)
class PlanRule:
    """A check over the whole process.

    It runs where the norms file has the entry its kind cites: deleting the entry switches it off.

    Attributes:
        kind: the problem it reports: code, severity, words, and the entry it rests on.
        title: what it watches over, in Spanish.
        check: yields a problem per finding.
        rests_on: sheets of which it must know every row, since it tells what is not there: with a row that
            could not be read, nobody knows.
    """

    kind: ProblemKind
    title: str
    check: Callable[[Panorama], Iterator[Problem]]
    rests_on: frozenset[str] = frozenset()


def shown_date(day: dt.date) -> str:
    """Return «30/01/2024»."""
    return f"{day:%d/%m/%Y}"


def acto_name(sesion: Sesion) -> str:
    """Return «la sesión 3» or «la reunión R2»."""
    return f"la {'reunión' if sesion.is_reunion else 'sesión'} {sesion.clave}"
