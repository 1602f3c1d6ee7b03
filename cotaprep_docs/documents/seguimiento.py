"""The follow-up: every agreement and commitment, who does it, by when, and how it stands on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.compromisos import build_seguimiento, write_resumen
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.seguimiento_context import SeguimientoContext
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Seguimiento, follow_all, last_held, sesiones_before
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import date_text, parse_date


@record(frozen=True)
class FuenteSeguimiento(FuenteProceso):
    """How everything stands: before a session, or at the end of a day.

    Attributes:
        sesion: the session it is made for; None for all.
        corte: the day; None where nothing was held yet.
    """

    sesion: Sesion | None = None
    corte: dt.date | None = None

    @property
    def dia(self) -> dt.date | None:
        """The day of the cut."""
        return self.corte

    @cached_property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The sessions and meetings whose agreements it tells of."""
        if self.sesion is not None:
            return sesiones_before(self.proceso, self.sesion)
        day = self.corte
        return tuple(s for s in self.proceso.sesiones if day is None or (s.fecha and s.fecha <= day))

    @property
    def place(self) -> CellLocation:
        """The row of its session, or the sheet of the agreements."""
        return self.sesion.origin.cell("clave") if self.sesion is not None else super().place

    @cached_property
    def renglones(self) -> tuple[tuple[Seguimiento, ...], tuple[Seguimiento, ...]]:
        """The agreements and the commitments, as they stand."""
        return follow_all(self.proceso, self.sesiones, self.corte)


def find_seguimiento(proceso: Proceso, normas: Normas, clave: str) -> FuenteSeguimiento:
    """Return the follow-up of a session (its key), of a day (``15/02/2024``), or of all (empty).

    Raises:
        UsageProblem: there is no such session.
    """
    if not clave:
        return FuenteSeguimiento(proceso, normas, "", None, last_held(proceso))
    day = parse_date(clave)
    if day is not None:
        return FuenteSeguimiento(proceso, normas, day.isoformat(), None, day)
    sesion = find_sesion(proceso, clave)
    return FuenteSeguimiento(proceso, normas, sesion.clave, sesion, sesion.fecha)


def seguimiento_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the follow-up of all, and of each session whose agenda has that point."""
    wanted = (
        sesion.clave
        for sesion in proceso.sesiones
        if any(p.clase is ClasePunto.SEGUIMIENTO for p in proceso.orden_dia(sesion).puntos)
    )
    return ("", *wanted)


def seguimiento_name(fuente: FuenteSeguimiento) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    if fuente.sesion is None:
        return "Seguimiento de acuerdos y compromisos"
    name = sesion_name(fuente.sesion, fuente.organismo)
    return f"Seguimiento de acuerdos y compromisos para la {name}"


def _rows(fuente: FuenteSeguimiento) -> Iterable[Row]:
    own = (fuente.sesion,) if fuente.sesion is not None else ()
    listed = [row.asunto for group in fuente.renglones for row in group]
    named = (fuente.proceso.persona(asunto.responsable) for asunto in listed)
    return (fuente.organismo, *own, *listed, *(person for person in named if person is not None))


def build_seguimiento_context(fuente: FuenteSeguimiento, membrete: Membrete) -> SeguimientoContext:
    """Return everything the follow-up says."""
    acuerdos, compromisos = fuente.renglones
    return SeguimientoContext(
        membrete=membrete,
        titulo=compose(
            "{nombre} del {organo}",
            nombre=seguimiento_name(fuente),
            organo=fuente.organo,
        ),
        resumen=_resumen(fuente),
        acuerdos=build_seguimiento(fuente, acuerdos),
        compromisos=build_seguimiento(fuente, compromisos),
    )


def _resumen(fuente: FuenteSeguimiento) -> Prose:
    day = fuente.corte
    if day is None:
        place = fuente.sesion.origin.cell("fecha") if fuente.sesion is not None else fuente.place
        when: Prose = join(("Al ", Gap("fecha de corte", place)))
    else:
        when = as_prose(f"Al {date_text(day, fuente.organismo.estilo_fechas)}")
    summary = write_resumen([row for group in fuente.renglones for row in group])
    if not summary:
        return join((when, ", no hay acuerdos ni compromisos de sesiones o reuniones anteriores."))
    return join((when, f", la situación es la siguiente. {summary}"))


SEGUIMIENTO = DocumentKind(
    tipo="seguimiento",
    template="seguimiento.docx",
    context=SeguimientoContext,
    sheets=frozenset({"Organismo", "Calendario", "Integrantes", "Acuerdos", "Compromisos"}),
    find=find_seguimiento,
    claves=seguimiento_keys,
    name=seguimiento_name,
    rows=_rows,
    build=build_seguimiento_context,
)
