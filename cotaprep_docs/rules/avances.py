"""Rules over the workbook of the technical staff: counts, hours and percentages that cannot be together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Protocol

from cotaprep_docs.domain.avance import Avances, ProcesamientoHora, Simulacro
from cotaprep_docs.problems.location import RowOrigin
from cotaprep_docs.problems.problem import Problem, ProblemKind, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.rules import problem_kinds as kinds

FASES = ("esperadas", "digitalizadas", "capturadas", "contabilizadas")
"""Phases an acta goes through, in order: none can have more actas than the one before."""


class _Counted(Protocol):
    @property
    def origin(self) -> RowOrigin: ...


@record(frozen=True, slots=True)
class AvanceRule:
    """A check over the progress of the PREP.

    Attributes:
        kind: the problem it reports.
        title: what it watches over, in Spanish.
        check: yields a problem per finding.
    """

    kind: ProblemKind
    title: str
    check: Callable[[Avances], Iterator[Problem]]


def check_phases(avances: Avances) -> Iterator[Problem]:
    """Yield phases with more actas than the phase before, in drills and in their hourly counts."""
    for simulacro in avances.simulacros:
        yield from _phases(simulacro, FASES)
    for corte in avances.procesamiento:
        yield from _phases(corte, FASES[1:])


def _phases(row: _Counted, fases: tuple[str, ...]) -> Iterator[Problem]:
    counted = [(fase, getattr(row, fase)) for fase in fases if getattr(row, fase) is not None]
    for (before, limit), (fase, count) in itertools.pairwise(counted):
        if count > limit:
            yield kinds.MORE_THAN_PHASE_BEFORE.at(
                row.origin.cell(fase), fase=fase, cuenta=count, anterior=before, limite=limit
            )


def check_expected(avances: Avances) -> Iterator[Problem]:
    """Yield drills that expected no acta: over them there are no percentages."""
    for simulacro in avances.simulacros:
        if simulacro.esperadas is not None and simulacro.esperadas <= 0:
            yield kinds.NOTHING_EXPECTED.at(simulacro.origin.cell("esperadas"), simulacro=simulacro.clave)


def check_hourly(avances: Avances) -> Iterator[Problem]:
    """Yield hourly counts, which are accumulated, that are less than those of an earlier hour."""
    for simulacro in avances.simulacros:
        highest: dict[str, ProcesamientoHora] = {}
        for corte in avances.cortes(simulacro):
            yield from _less_than(highest, corte)


def _less_than(highest: dict[str, ProcesamientoHora], corte: ProcesamientoHora) -> Iterator[Problem]:
    for fase in FASES[1:]:
        count = getattr(corte, fase)
        before = highest.get(fase)
        if count is None:
            continue
        if before is not None and count < getattr(before, fase):
            yield kinds.HOURLY_GOES_BACK.at(
                corte.origin.cell(fase),
                cuenta=count,
                hora=f"{before.hora:%H:%M}",
                anterior=getattr(before, fase),
            )
        else:
            highest[fase] = corte


def check_closing_count(avances: Avances) -> Iterator[Problem]:
    """Yield totals of a drill that are not those of its last hourly count, taken at its closing."""
    for simulacro in avances.simulacros:
        cortes = avances.cortes(simulacro)
        if not cortes or cortes[-1].hora != simulacro.hora_cierre:
            continue
        for fase in FASES[1:]:
            total, last = getattr(simulacro, fase), getattr(cortes[-1], fase)
            if total is not None and last is not None and total != last:
                yield kinds.TOTAL_DISAGREES.at(
                    simulacro.origin.cell(fase),
                    related=(cortes[-1].origin.cell(fase),),
                    fase=fase,
                    total=total,
                    corte=last,
                )


def check_drill_hours(avances: Avances) -> Iterator[Problem]:
    """Yield a first acta that was not counted between the start and the closing of its drill."""
    for simulacro in avances.simulacros:
        first, length = simulacro.hora_primera_acta, simulacro.duracion
        if first is None or length is None:
            continue
        if simulacro.minutes_since_start(first) > length:
            yield kinds.FIRST_ACTA_OUTSIDE.at(
                simulacro.origin.cell("hora_primera_acta"),
                hora=f"{first:%H:%M}",
                inicio=f"{simulacro.hora_inicio:%H:%M}",
                cierre=f"{simulacro.hora_cierre:%H:%M}",
            )


def check_ordinals(avances: Avances) -> Iterator[Problem]:
    """Yield drills with the ordinal of another one: there is one first drill."""
    seen: dict[int, Simulacro] = {}
    for simulacro in avances.simulacros:
        other = seen.setdefault(simulacro.ordinal, simulacro)
        if other is not simulacro:
            yield kinds.REPEATED_ORDINAL.at(
                simulacro.origin.cell("ordinal"), ordinal=simulacro.ordinal, simulacro=other.clave
            )


def check_monthly(avances: Avances) -> Iterator[Problem]:
    """Yield accumulated progress of a stage that is less than that of an earlier month."""
    rows = sorted(avances.mensuales, key=lambda row: row.mes)
    highest: dict[tuple[str, str, str], tuple[str, object]] = {}
    for row, field in itertools.product(rows, ("planeado", "real")):
        value = getattr(row, field)
        key = (row.etapa, row.actividad, field)
        month, before = highest.get(key, ("", value))
        if value is not None and before is not None and value < before:
            yield kinds.PROGRESS_GOES_BACK.at(
                row.origin.cell(field), valor=f"{value:f}", mes=month, anterior=f"{before:f}"
            )
        elif value is not None:
            highest[key] = (f"{row.mes:%m/%Y}", value)


def check_staff(avances: Avances) -> Iterator[Problem]:
    """Yield roles with more people trained than hired."""
    for row in avances.personal:
        hired, trained = row.contratadas, row.capacitadas
        if hired is not None and trained is not None and trained > hired:
            yield kinds.MORE_TRAINED_THAN_HIRED.at(
                row.origin.cell("capacitadas"), rol=row.rol, capacitadas=trained, contratadas=hired
            )


def check_attention(avances: Avances) -> Iterator[Problem]:
    """Yield audit findings attended before they were found."""
    for row in avances.auditoria:
        if row.fecha is not None and row.fecha_atencion is not None and row.fecha_atencion < row.fecha:
            yield kinds.ATTENDED_BEFORE_FOUND.at(row.origin.cell("fecha_atencion"), hallazgo=row.clave)


AVANCE_RULES: tuple[AvanceRule, ...] = (
    AvanceRule(kinds.MORE_THAN_PHASE_BEFORE, "Ninguna fase tiene más actas que la anterior", check_phases),
    AvanceRule(kinds.NOTHING_EXPECTED, "Todo simulacro espera actas", check_expected),
    AvanceRule(kinds.HOURLY_GOES_BACK, "Lo acumulado por hora no disminuye", check_hourly),
    AvanceRule(kinds.TOTAL_DISAGREES, "El total es el del corte del cierre", check_closing_count),
    AvanceRule(
        kinds.FIRST_ACTA_OUTSIDE, "La primera acta está entre el inicio y el cierre", check_drill_hours
    ),
    AvanceRule(kinds.REPEATED_ORDINAL, "Cada simulacro tiene su ordinal", check_ordinals),
    AvanceRule(kinds.PROGRESS_GOES_BACK, "Lo acumulado por mes no disminuye", check_monthly),
    AvanceRule(kinds.MORE_TRAINED_THAN_HIRED, "Se capacita a quien se contrató", check_staff),
    AvanceRule(kinds.ATTENDED_BEFORE_FOUND, "Se atiende después de hallarse", check_attention),
)


def check_avances(avances: Avances) -> tuple[Problem, ...]:
    """Return what the rules find in the progress of the PREP, in reading order."""
    return sort_problems(problem for rule in AVANCE_RULES for problem in rule.check(avances))
