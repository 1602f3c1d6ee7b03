"""The periodic report of activities to the superior body: at least every two months (RE 342.1.i)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.informe_periodo import (
    PERIOD_SHEETS,
    FuentePeriodo,
    build_period,
    period_rows,
    report_points,
    write_periodo,
)
from cotaprep_docs.documents.informe_periodo_context import InformeBimestralContext
from cotaprep_docs.documents.informes import last_day, which
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.meses import named_months
from cotaprep_docs.documents.problem_kinds import UNKNOWN_INFORME
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import sentence_case


@record(frozen=True)
class FuenteBimestral(FuentePeriodo):
    """One periodic report.

    Attributes:
        cual: which one it is.
        punto: the point with which it is presented.
        sesion_informe: the session at which it is presented.
    """

    cual: int = 0
    punto: Punto | None = None
    sesion_informe: Sesion | None = None

    @property
    def place(self) -> CellLocation:
        """The point with which it is presented."""
        return self.punto.origin.cell("texto") if self.punto is not None else super().place

    @property
    def title(self) -> str:
        """«Primer informe de actividades»."""
        return sentence_case(which(self.cual, "informe de actividades", self.organismo.estilo_ordinales))


def bimestral_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the numbers of the periodic reports on the agendas."""
    return tuple(str(number) for number, _ in enumerate(report_points(proceso, final=False), 1))


def find_bimestral(proceso: Proceso, normas: Normas, clave: str) -> FuenteBimestral:
    """Return the report of a number.

    Raises:
        UsageProblem: there is no such report on the agendas.
    """
    points = report_points(proceso, final=False)
    keys = bimestral_keys(proceso)
    wanted = normalize_clave(clave)
    if wanted not in keys:
        known = ", ".join(keys) or "(ningún orden del día tiene un punto de clase «Informe»)"
        raise UsageProblem(
            UNKNOWN_INFORME.at(CellLocation(LIBRO, "Orden del día"), clave=clave, claves=known)
        )
    number = int(wanted)
    sesion, punto = points[number - 1]
    former = points[number - 2][0].fecha if number > 1 else _first_day(proceso)
    start, end = _period(punto, sesion.fecha, former)
    return FuenteBimestral(
        proceso,
        normas,
        clave=wanted,
        corte=sesion.fecha,
        inicio=start,
        fin=end,
        cual=number,
        punto=punto,
        sesion_informe=sesion,
    )


def _first_day(proceso: Proceso) -> dt.date | None:
    days = [sesion.fecha for sesion in proceso.sesiones if sesion.fecha is not None]
    return proceso.organismo.fecha_designacion or min(days, default=None)


def _period(
    punto: Punto, day: dt.date | None, former: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a report: the months its point names; else since the former one.

    A report cannot tell of the session that hears it, so that its last day is the one before; that
    session is of the next report.
    """
    if day is None:
        return None, None
    months = named_months(punto.texto, day)
    if months:
        return months[0], last_day(months[-1])
    return former, day - dt.timedelta(days=1)


def bimestral_name(fuente: FuenteBimestral) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return fuente.title


def _rows(fuente: FuenteBimestral) -> Iterable[Row]:
    return period_rows(fuente)


def build_informe_bimestral(fuente: FuenteBimestral, membrete: Membrete) -> InformeBimestralContext:
    """Return everything the report says."""
    return build_period(fuente, membrete, fuente.title, _presentacion(fuente), is_final=False)


def _presentacion(fuente: FuenteBimestral) -> Prose:
    sesion = fuente.sesion_informe
    period = write_periodo(fuente)
    place = sesion.origin.cell("fecha") if sesion is not None else fuente.place
    return compose(
        "El {organo} rinde {superior} su {informe}{fundamento}. Comprende el periodo {periodo}, y se "
        "presenta en la {sesion}.",
        organo=fuente.organo,
        superior=fuente.superior,
        informe=fuente.title[:1].lower() + fuente.title[1:],
        fundamento=fuente.fundamento("informes"),
        periodo=period[:1].lower() + period[1:] if period else Gap("fecha de la sesión", place),
        sesion=sesion_name(sesion, fuente.organismo) if sesion is not None else "",
    )


INFORME_BIMESTRAL = DocumentKind(
    tipo="informe-bimestral",
    template="informe-bimestral.docx",
    context=InformeBimestralContext,
    sheets=PERIOD_SHEETS,
    find=find_bimestral,
    claves=bimestral_keys,
    name=bimestral_name,
    rows=_rows,
    build=build_informe_bimestral,
)
