"""The monthly report: planned and real progress by stage, sites, staff, audit, risks, the month to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property

from cotaprep_docs.documents.cifras import (
    DASH,
    DECIMALS_AVANCE,
    cuenta,
    percent_text,
    points_text,
    porcentaje,
    ratio,
)
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.informe_context import Observacion
from cotaprep_docs.documents.informe_mensual_context import (
    FilaCentros,
    FilaPersonal,
    FilaSiguiente,
    InformeMensualContext,
)
from cotaprep_docs.documents.informes import (
    AVANCE_SHEETS,
    INFORME_SHEETS,
    PREP,
    FuenteInforme,
    last_day,
    with_final_dot,
)
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.meses import find_month, month_key
from cotaprep_docs.documents.progreso import (
    ATENDIDO,
    build_acumulado,
    build_etapas,
    build_hallazgos,
    build_riesgos,
    chart_of_progress,
    missing_real,
    write_acumulado,
)
from cotaprep_docs.domain.avance import AvanceMensual, Centro, HallazgoAuditoria, Personal
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import counted, plural
from cotaprep_docs.spanish.dates import month_text
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import Gender, digits

_PASOS = ("Definido", "Contratado", "Equipado", "Habilitado")
_TIPOS = ("CATD", "CCV")


@record(frozen=True)
class FuenteMes(FuenteInforme):
    """One month of progress.

    Attributes:
        mes: its first day.
    """

    mes: dt.date = dt.date.min

    @cached_property
    def etapas(self) -> tuple[AvanceMensual, ...]:
        """The progress of each stage in the month."""
        return self.avances.etapas(self.mes)

    @cached_property
    def personal(self) -> tuple[Personal, ...]:
        """The staff in the month, by role."""
        return tuple(row for row in self.avances.personal if row.mes == self.mes)

    @property
    def fin(self) -> dt.date:
        """The last day of the month."""
        return last_day(self.mes)

    @property
    def is_vigente(self) -> bool:
        """Whether it is the last month captured, of which what has no date tells."""
        current = self.avances.mes_vigente
        return current is not None and self.mes >= current

    @property
    def hallazgos(self) -> tuple[HallazgoAuditoria, ...]:
        """The audit findings known by the end of the month."""
        return tuple(row for row in self.avances.auditoria if row.fecha is None or row.fecha <= self.fin)

    @property
    def place(self) -> CellLocation:
        """The first row of the month."""
        return self.etapas[0].origin.cell("mes")


def find_mes(proceso: Proceso, normas: Normas, clave: str) -> FuenteMes:
    """Return the month of a key as typed.

    Raises:
        UsageProblem: it means no month with progress, or more than one.
    """
    mes = find_month(clave, proceso.avances.meses)
    return FuenteMes(proceso, normas, month_key(mes), last_day(mes), mes)


def _rows(fuente: FuenteMes) -> Iterable[Row]:
    avances = fuente.avances
    return (
        fuente.organismo,
        *fuente.en_funciones,
        *avances.mensuales,
        *avances.centros,
        *fuente.personal,
        *fuente.hallazgos,
        *avances.riesgos,
    )


def mensual_name(fuente: FuenteMes) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Informe mensual de avance, {month_text(fuente.mes)}"


def build_informe_mensual(fuente: FuenteMes, membrete: Membrete) -> InformeMensualContext:
    """Return everything the report says."""
    avances = fuente.avances
    siguiente = _siguiente(fuente)
    return InformeMensualContext(
        membrete=membrete,
        portada=fuente.portada("Informe mensual de avance", sentence_case(month_text(fuente.mes))),
        presentacion=_presentacion(fuente),
        etapas=build_etapas(fuente.etapas),
        observaciones=tuple(
            Observacion(f"{row.etapa}.", as_prose(with_final_dot(row.observaciones)))
            for row in fuente.etapas
            if row.observaciones
        ),
        acumulado=build_acumulado(avances, fuente.fin),
        grafica=chart_of_progress(avances, fuente.fin),
        centros_nota=_centros_nota(fuente),
        centros=_centros(avances.centros) if fuente.is_vigente else (),
        personal=_personal(fuente),
        hallazgos=build_hallazgos(fuente.hallazgos, fuente.fin),
        hallazgos_nota=_hallazgos_nota(fuente),
        riesgos=build_riesgos(avances.riesgos),
        siguiente_mes=month_text(_next_month(fuente.mes)) if siguiente else "",
        siguiente=siguiente,
        firmas=fuente.firmas(integrantes=False),
    )


def _presentacion(fuente: FuenteMes) -> Prose:
    area = fuente.organismo.area
    who = f"{area}, instancia interna responsable de coordinar el {PREP}," if area else "La instancia interna"
    first = compose(
        "{quien} informa del avance de las actividades de implementación y operación del programa en {mes}, "
        "que comprende {etapas}.",
        quien=as_prose(_with_capital_article(who) if area else who),
        mes=month_text(fuente.mes),
        etapas=counted(len({row.etapa for row in fuente.etapas}), "etapa", "etapas", Gender.FEMININE),
    )
    total = write_acumulado(fuente.avances.acumulado(fuente.mes))
    return join((first, total), " ") if total else first


def _with_capital_article(area: str) -> str:
    first = area.partition(" ")[0].casefold()
    article = "El" if first in {"departamento", "área", "centro", "instituto"} else "La"
    return f"{article} {area}"


def _centros_nota(fuente: FuenteMes) -> Prose:
    rows = fuente.avances.centros
    if not rows:
        return as_prose("")
    if undated := [row for row in rows if not fuente.is_vigente and _is_undated(row)]:
        hint = "Escriba el día en que quedó habilitado; sin él no se sabe si ya lo estaba en este mes."
        cell = undated[0].origin.cell("fecha_habilitacion")
        return join((Gap("fecha de habilitación de los centros ya habilitados", cell, hint), "."))
    parts = []
    for tipo in _TIPOS:
        sites = [row for row in rows if row.tipo == tipo]
        enabled = sum(_was_enabled(row, fuente) for row in sites)
        if sites:
            parts.append(f"{digits(enabled)} de {digits(len(sites))} {tipo}")
    day = fuente.dia_texto(fuente.fin)
    text = f"Al {day}, constan habilitados {join_and(parts)}."
    if fuente.is_vigente:
        return as_prose(f"{text} Cada centro se cuenta en todos los pasos que ya cumplió.")
    return as_prose(text)


def _is_undated(row: Centro) -> bool:
    return row.estado == _PASOS[-1] and row.fecha_habilitacion is None


def _was_enabled(row: Centro, fuente: FuenteMes) -> bool:
    """Tell whether a site was enabled by the end of the month; one without a date, only in the last one."""
    if row.fecha_habilitacion is not None:
        return row.fecha_habilitacion <= fuente.fin
    return fuente.is_vigente and row.estado == _PASOS[-1]


def _centros(rows: Sequence[Centro]) -> tuple[FilaCentros, ...]:
    found = []
    for tipo in _TIPOS:
        sites = [row for row in rows if row.tipo == tipo]
        if sites:
            found.append(FilaCentros(tipo, *(_reached(sites, step) for step in range(len(_PASOS)))))
    return tuple(found)


def _reached(sites: Sequence[Centro], step: int) -> str:
    count = sum(row.estado in _PASOS[step:] for row in sites)
    return f"{digits(count)} de {digits(len(sites))}"


def _personal(fuente: FuenteMes) -> tuple[FilaPersonal, ...]:
    rows = [_rol(row) for row in fuente.personal]
    return (*rows, _everybody(fuente.personal)) if len(rows) > 1 else tuple(rows)


def _rol(row: Personal) -> FilaPersonal:
    required = ("requeridas", f"personas requeridas, {row.rol}")
    cells = []
    for field in ("contratadas", "capacitadas"):
        label = (field, f"personas {field}, {row.rol}")
        count = cuenta(row, *label)
        share = porcentaje(row, label, required, DECIMALS_AVANCE)
        cells.append(count if count.gaps or row.requeridas is None else join((count, share), "\n"))
    return FilaPersonal(row.rol, cuenta(row, *required), *cells)


def _everybody(rows: Sequence[Personal]) -> FilaPersonal:
    totals = {}
    for field in ("requeridas", "contratadas", "capacitadas"):
        counts = [getattr(row, field) for row in rows]
        totals[field] = sum(counts) if None not in counts else None
    cells = []
    for field in ("contratadas", "capacitadas"):
        share = ratio(totals[field], totals["requeridas"])
        known = totals[field] is not None
        lines = [
            digits(totals[field] or 0) if known else DASH,
            *([percent_text(share)] if share is not None else []),
        ]
        cells.append(as_prose("\n".join(lines)))
    required = totals["requeridas"]
    return FilaPersonal("Total", as_prose(digits(required) if required is not None else DASH), *cells)


def _hallazgos_nota(fuente: FuenteMes) -> str:
    rows = fuente.hallazgos
    if not rows:
        return "Al cierre del mes no constan hallazgos de auditoría."
    pending = sum(not _is_attended(row, fuente.fin) for row in rows)
    found = counted(len(rows), "hallazgo", "hallazgos", Gender.MASCULINE)
    verb = plural(len(rows), "consta", "constan")
    if not pending:
        done = plural(len(rows), "atendido", "todos atendidos")
        return f"Al cierre del mes {verb} {found} de auditoría, {done}."
    left = f"{counted(pending, 'está', 'están', Gender.MASCULINE)} por atender"
    return f"Al cierre del mes {verb} {found} de auditoría, de los cuales {left}."


def _is_attended(row: HallazgoAuditoria, day: dt.date) -> bool:
    if row.fecha_atencion is not None:
        return row.fecha_atencion <= day
    return row.estado == ATENDIDO


def _next_month(month: dt.date) -> dt.date:
    return last_day(month) + dt.timedelta(days=1)


def _siguiente(fuente: FuenteMes) -> tuple[FilaSiguiente, ...]:
    """Return the stages that are to advance next month, left out those already where they are to be."""
    real = {(row.etapa, row.actividad): row for row in fuente.etapas}
    found = []
    for row in fuente.avances.etapas(_next_month(fuente.mes)):
        now = real.get((row.etapa, row.actividad))
        planned = Fraction(row.planeado)
        reached = now.real if now is not None else None
        if reached is not None and planned <= reached:
            continue
        found.append(FilaSiguiente(row.etapa, percent_text(planned), _reached_now(now), _left(planned, now)))
    return tuple(found)


def _reached_now(row: AvanceMensual | None) -> Prose:
    if row is None:
        return as_prose(DASH)
    if row.real is None:
        return as_prose(missing_real(row))
    return as_prose(percent_text(Fraction(row.real)))


def _left(planned: Fraction, row: AvanceMensual | None) -> str:
    if row is None or row.real is None:
        return DASH
    return points_text(planned - Fraction(row.real))


INFORME_MENSUAL = DocumentKind(
    tipo="informe-mensual",
    template="informe-mensual.docx",
    context=InformeMensualContext,
    sheets=INFORME_SHEETS | (AVANCE_SHEETS - {"Simulacros", "Procesamiento por hora"}),
    find=find_mes,
    claves=lambda proceso: tuple(month_key(month) for month in proceso.avances.meses),
    name=mensual_name,
    rows=_rows,
    build=build_informe_mensual,
)
