"""A report of activities over a period: what the bimonthly ones and the final one have in common."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property

from cotaprep_docs.documents.atribuciones import build_atribuciones
from cotaprep_docs.documents.compromisos import FilaSeguimiento, build_seguimiento, write_resumen
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import ATTENDANCE_SHEETS, SESSION_SHEETS
from cotaprep_docs.documents.informe_periodo_context import InformeBimestralContext
from cotaprep_docs.documents.informes import AVANCE_SHEETS, FuenteInforme, with_final_dot
from cotaprep_docs.documents.kind import Row
from cotaprep_docs.documents.progreso import (
    build_etapas,
    build_riesgos,
    chart_of_progress,
    month_of,
    write_acumulado,
)
from cotaprep_docs.documents.sesiones_informe import (
    build_anexos,
    build_sesiones,
    is_open,
    open_gap,
    session_facts,
    write_no_celebradas,
    write_sesiones,
)
from cotaprep_docs.documents.simulacros import build_resultados, simulacro_name
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.avance import Simulacro
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Seguimiento, follow, follow_all
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.prose.prose import Prose, as_prose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import counted
from cotaprep_docs.spanish.dates import short_date
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import Gender

PERIOD_SHEETS = SESSION_SHEETS | ATTENDANCE_SHEETS | AVANCE_SHEETS | {"Votaciones", "Acuerdos", "Compromisos"}
"""All a report of activities depends on."""
_OPINIONS = ("Opinión", "Recomendación")


def report_points(proceso: Proceso, *, final: bool) -> tuple[tuple[Sesion, Punto], ...]:
    """Return the points with which reports of activities are presented, by date.

    They are those of class «Informe»; the one that says it is final is the final report.
    """
    found = [
        (sesion, punto)
        for sesion in proceso.sesiones
        for punto in proceso.orden_dia(sesion).puntos
        if punto.clase is ClasePunto.INFORME and punto.is_informe_final is final
    ]
    return tuple(sorted(found, key=lambda pair: pair[0].fecha or dt.date.max))


@record(frozen=True)
class FuentePeriodo(FuenteInforme):
    """The activities of a period.

    Attributes:
        inicio: its first day; None where it cannot be told.
        fin: its last day; None where it cannot be told.
    """

    inicio: dt.date | None = None
    fin: dt.date | None = None

    def covers(self, day: dt.date | None) -> bool:
        """Tell whether a day is of the period."""
        if day is None or self.inicio is None or self.fin is None:
            return False
        return self.inicio <= day <= self.fin

    @cached_property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The sessions and meetings of the period, by date."""
        chosen = (sesion for sesion in self.proceso.sesiones if self.covers(sesion.fecha))
        return tuple(sorted(chosen, key=lambda sesion: sesion.fecha or dt.date.max))

    @cached_property
    def fuentes(self) -> tuple[Fuente, ...]:
        """The same, with their facts at hand."""
        return tuple(Fuente(self.proceso, self.normas, sesion) for sesion in self.sesiones)

    @property
    def simulacros(self) -> tuple[Simulacro, ...]:
        """The drills of the period."""
        return tuple(row for row in self.avances.simulacros_en_orden if self.covers(row.fecha))

    @cached_property
    def mes(self) -> dt.date | None:
        """The last month of progress within the period."""
        return month_of(self, self.fin)

    @cached_property
    def seguimiento(self) -> tuple[tuple[Seguimiento, ...], tuple[Seguimiento, ...]]:
        """How agreements and commitments stand at its end: its own, and earlier ones open when it began."""
        start = self.inicio
        earlier = tuple(s for s in self.proceso.sesiones if s.fecha and start and s.fecha < start)
        before = start - dt.timedelta(days=1) if start else None
        inherited = [
            [row for row in group if follow(row.asunto, row.sesion, before).situacion.is_abierta]
            for group in follow_all(self.proceso, earlier, self.fin)
        ]
        own = follow_all(self.proceso, self.sesiones, self.fin)
        return (*inherited[0], *own[0]), (*inherited[1], *own[1])

    @property
    def opiniones(self) -> tuple[Seguimiento, ...]:
        """The opinions and recommendations issued in the period."""
        own, _ = follow_all(self.proceso, self.sesiones, self.fin)
        return tuple(r for r in own if isinstance(r.asunto, Acuerdo) and r.asunto.tipo in _OPINIONS)

    @property
    def abiertas(self) -> tuple[Fuente, ...]:
        """Sessions of the period of which nothing was captured."""
        return tuple(fuente for fuente in self.fuentes if is_open(fuente))


def period_rows(fuente: FuentePeriodo) -> Iterator[Row]:
    """Yield the rows a report of activities uses and that may be sample."""
    yield fuente.organismo
    yield from fuente.en_funciones
    yield from session_facts(fuente.fuentes)
    for each in fuente.fuentes:
        yield from each.presencia.roster
    for row in (*fuente.seguimiento[0], *fuente.seguimiento[1]):
        yield row.asunto
    yield from fuente.simulacros
    if fuente.mes is not None:
        yield from fuente.avances.mensuales
    yield from fuente.avances.riesgos


def build_period(
    fuente: FuentePeriodo, membrete: Membrete, titulo: str, presentacion: Prose, *, is_final: bool
) -> InformeBimestralContext:
    """Return everything a periodic report says.

    Args:
        fuente: the period.
        membrete: header and footer.
        titulo: title of the report.
        presentacion: its first paragraph.
        is_final: whether it is the final one, which decides the attribution it answers itself.
    """
    acuerdos, compromisos = fuente.seguimiento
    mes, avances = fuente.mes, fuente.avances
    riesgos = fuente.avances.riesgos
    return InformeBimestralContext(
        membrete=membrete,
        portada=fuente.portada(titulo, write_periodo(fuente)),
        presentacion=presentacion,
        sesiones_nota=_sesiones_nota(fuente),
        sesiones=build_sesiones(fuente.fuentes),
        acuerdos_nota=_acuerdos_nota((*acuerdos, *compromisos)),
        acuerdos=build_seguimiento(fuente, acuerdos),
        compromisos=build_seguimiento(fuente, compromisos),
        atribuciones=build_atribuciones(
            fuente.normas,
            fuente.fuentes,
            informe=("informe final" if is_final else "informe", f"{titulo}: es el presente."),
            simulacros=_simulacros(fuente),
        ),
        opiniones_nota=_opiniones_nota(fuente),
        opiniones=_opiniones(fuente),
        avance_nota=write_acumulado(avances.acumulado(mes)) if mes is not None else "",
        etapas=build_etapas(avances.etapas(mes)) if mes is not None else (),
        grafica_avance=chart_of_progress(avances, fuente.fin or dt.date.min),
        simulacros_nota=_simulacros_nota(fuente),
        simulacros=build_resultados(fuente.simulacros, fuente.organismo),
        riesgos=build_riesgos(riesgos),
        anexos=build_anexos(fuente.fuentes),
        firmas=fuente.firmas(integrantes=True),
    )


def write_periodo(fuente: FuentePeriodo) -> str:
    """Return «Del 1 de noviembre al 31 de diciembre de 2023» in the institute's style; may be empty."""
    if fuente.inicio is None or fuente.fin is None:
        return ""
    return f"Del {fuente.dia_texto(fuente.inicio)} al {fuente.dia_texto(fuente.fin)}"


def _sesiones_nota(fuente: FuentePeriodo) -> Prose:
    told = write_sesiones(fuente.fuentes)
    if told:
        first = f"En el periodo se celebraron {told}."
    elif fuente.abiertas:
        first = "Las sesiones y reuniones calendarizadas en el periodo son las siguientes."
    else:
        first = "En el periodo no se celebraron sesiones ni reuniones."
    others = write_no_celebradas(fuente.fuentes)
    return as_prose(f"{first} {others}".strip())


def _acuerdos_nota(rows: Sequence[Seguimiento]) -> str:
    return write_resumen(rows) or "No hay acuerdos ni compromisos que informar."


def _opiniones(fuente: FuentePeriodo) -> tuple[FilaSeguimiento, ...]:
    return build_seguimiento(fuente, fuente.opiniones)


def _opiniones_nota(fuente: FuentePeriodo) -> Prose:
    rows = fuente.opiniones
    gaps = [as_prose(open_gap(each)) for each in fuente.abiertas]
    if rows:
        noun = counted(len(rows), "opinión o recomendación", "opiniones y recomendaciones", Gender.FEMININE)
        first = f"En el periodo se emitieron {noun}, que se atendieron como sigue."
        if len(rows) == 1:
            first = "En el periodo se emitió una opinión o recomendación, que se atendió como sigue."
        return as_prose(first)
    if gaps:
        return join(("Opiniones y recomendaciones emitidas: ", join(gaps, "; "), "."))
    return as_prose("En el periodo no constan opiniones ni recomendaciones registradas como tales.")


def _simulacros(fuente: FuentePeriodo) -> list[str]:
    lines = []
    for row in fuente.simulacros:
        day = f" ({short_date(row.fecha)})" if row.fecha else ""
        who = f": {with_final_dot(row.asistentes)}" if row.asistentes else "."
        lines.append(f"{sentence_case(simulacro_name(row, fuente.organismo))}{day}{who}")
    return lines


def _simulacros_nota(fuente: FuentePeriodo) -> str:
    count = len(fuente.simulacros)
    if not count:
        return "En el periodo no se ejecutaron simulacros."
    noun = counted(count, "simulacro", "simulacros", Gender.MASCULINE)
    verb = "se ejecutó" if count == 1 else "se ejecutaron"
    return f"En el periodo {verb} {noun}. Los porcentajes se calculan sobre las actas esperadas."


def all_of(context: InformeBimestralContext) -> dict[str, object]:
    """Return the fields of a periodic report by name, for one that says more."""
    return {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
