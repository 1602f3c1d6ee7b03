"""The general report of all drills: each of them, all together, and what changed from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from cotaprep_docs.documents.cifras import DASH, DECIMALS_ACTAS, cuenta, percent_text, porcentaje, ratio
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.informe_context import Dato, Observacion
from cotaprep_docs.documents.informe_simulacros_context import (
    ApartadoSimulacro,
    FilaComparacion,
    FilaCorte,
    FilaFase,
    InformeSimulacrosContext,
)
from cotaprep_docs.documents.informes import INFORME_SHEETS, PREP, FuenteInforme, with_final_dot
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.problem_kinds import NO_SIMULACROS
from cotaprep_docs.documents.redaccion import LIBRO_AVANCES
from cotaprep_docs.documents.simulacros import (
    ESPERADAS,
    FASES,
    build_resultados,
    chart_of_drill,
    chart_of_hours,
    chart_of_phases,
    simulacro_name,
    write_comparisons,
    write_extremes,
)
from cotaprep_docs.domain.avance import ProcesamientoHora, Simulacro
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import counted
from cotaprep_docs.spanish.hours import duration_text
from cotaprep_docs.spanish.lists import and_separators
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import Gender

TITULO = "Informe general del desempeño en todos los simulacros"


@record(frozen=True)
class FuenteSimulacros(FuenteInforme):
    """All drills of the process."""

    @cached_property
    def simulacros(self) -> tuple[Simulacro, ...]:
        """The drills, by their ordinal."""
        return self.avances.simulacros_en_orden

    @property
    def place(self) -> CellLocation:
        """The sheet of the drills."""
        return CellLocation(LIBRO_AVANCES, "Simulacros")

    def name_of(self, simulacro: Simulacro) -> str:
        """Return «primer simulacro»."""
        return simulacro_name(simulacro, self.organismo)


def find_simulacros(proceso: Proceso, normas: Normas, _clave: str) -> FuenteSimulacros:
    """Return the drills of the process.

    Raises:
        UsageProblem: none was captured.
    """
    rows = proceso.avances.simulacros
    if not rows:
        raise UsageProblem(NO_SIMULACROS.at(CellLocation(LIBRO_AVANCES, "Simulacros")))
    days = [row.fecha for row in rows if row.fecha is not None]
    return FuenteSimulacros(proceso, normas, corte=max(days, default=None))


def _rows(fuente: FuenteSimulacros) -> Iterable[Row]:
    return (fuente.organismo, *fuente.en_funciones, *fuente.simulacros, *fuente.avances.procesamiento)


def build_informe_simulacros(fuente: FuenteSimulacros, membrete: Membrete) -> InformeSimulacrosContext:
    """Return everything the report says."""
    rows, organismo = fuente.simulacros, fuente.organismo
    return InformeSimulacrosContext(
        membrete=membrete,
        portada=fuente.portada(TITULO, _periodo(fuente)),
        presentacion=_presentacion(fuente),
        resultados=build_resultados(rows, organismo),
        grafica_fases=chart_of_phases(rows, organismo),
        simulacros=tuple(_apartado(fuente, row) for row in rows),
        comparaciones=tuple(FilaComparacion(*cells) for cells in write_comparisons(rows, organismo)),
        comparacion=write_extremes(rows, organismo),
        grafica_horas=chart_of_hours(fuente.avances, rows, organismo),
        conclusiones=_conclusiones(fuente),
        firmas=fuente.firmas(integrantes=False),
    )


def _days(fuente: FuenteSimulacros) -> list[Prose]:
    return [
        fuente.fecha(row.fecha, f"fecha del {fuente.name_of(row)}", row.origin.cell("fecha"))
        for row in fuente.simulacros
    ]


def _periodo(fuente: FuenteSimulacros) -> Prose:
    days: list[dt.date] = [row.fecha for row in fuente.simulacros if row.fecha is not None]
    if not days:
        return _days(fuente)[0]
    first, last = fuente.dia_texto(min(days)), fuente.dia_texto(max(days))
    return as_prose(first if first == last else f"Del {first} al {last}")


def _presentacion(fuente: FuenteSimulacros) -> Prose:
    days = _days(fuente)
    separators = and_separators([str(day) for day in days])
    listed: list[Prose | str] = []
    for position, day in enumerate(days):
        listed += [f"{separators[position - 1] if position else ''}el ", day]
    return compose(
        "El {organo} presenta el informe general del desempeño en todos los simulacros del {prep}"
        "{fundamento}. Se ejecutaron {cuantos}: {dias}. Los porcentajes se calculan sobre las actas "
        "esperadas en cada simulacro.",
        organo=fuente.organo,
        prep=PREP,
        fundamento=fuente.fundamento("simulacros"),
        cuantos=counted(len(days), "simulacro", "simulacros", Gender.MASCULINE),
        dias=join(listed),
    )


def _apartado(fuente: FuenteSimulacros, row: Simulacro) -> ApartadoSimulacro:
    name = fuente.name_of(row)
    cortes = fuente.avances.cortes(row)
    fases = (ESPERADAS, *FASES)
    return ApartadoSimulacro(
        titulo=sentence_case(name),
        datos=_datos(fuente, row),
        fases=tuple(
            FilaFase(
                sentence_case(label),
                cuenta(row, field, f"{label} del {name}"),
                porcentaje(row, (field, f"{label} del {name}"), _expected(name)),
            )
            for field, label in fases
        ),
        cortes=tuple(_corte(row, corte, name) for corte in cortes),
        grafica=chart_of_drill(fuente.avances, row),
        continuidad=_texto(row, "plan_continuidad", f"plan de continuidad aplicado en el {name}"),
        incidentes=_texto(row, "incidentes", f"incidentes del {name}", "Si no hubo, dígalo."),
        asistencia=_texto(row, "asistentes", f"quiénes presenciaron el {name}"),
    )


def _expected(name: str) -> tuple[str, str]:
    return ESPERADAS[0], f"{ESPERADAS[1]} del {name}"


def _texto(row: Simulacro, field: str, label: str, hint: str = "") -> Prose:
    value = getattr(row, field)
    return as_prose(with_final_dot(value) if value else Gap(label, row.origin.cell(field), hint))


def _datos(fuente: FuenteSimulacros, row: Simulacro) -> tuple[Dato, ...]:
    name = fuente.name_of(row)
    length = row.duracion
    counts = (
        ("catd", "CATD que participaron"),
        ("ccv", "CCV que participaron"),
        ("actualizaciones_hora", "Actualizaciones por hora"),
        ("difusores", "Difusores que participaron"),
    )
    return (
        Dato("Fecha", fuente.fecha(row.fecha, f"fecha del {name}", row.origin.cell("fecha"))),
        Dato("Inicio", _hora(row, "hora_inicio", f"hora de inicio del {name}")),
        Dato("Primera acta", _hora(row, "hora_primera_acta", f"hora de la primera acta del {name}")),
        Dato("Cierre", _hora(row, "hora_cierre", f"hora de cierre del {name}")),
        Dato("Duración", as_prose(sentence_case(duration_text(length)) if length is not None else DASH)),
        *(Dato(title, cuenta(row, field, f"{title} en el {name}")) for field, title in counts),
    )


def _hora(row: Simulacro, field: str, label: str) -> Prose:
    hour = getattr(row, field)
    if hour is None:
        return as_prose(Gap(label, row.origin.cell(field), "Escriba la hora como 09:21."))
    return as_prose(f"{hour:%H:%M} horas")


def _corte(row: Simulacro, corte: ProcesamientoHora, name: str) -> FilaCorte:
    hora = f"{corte.hora:%H:%M}"
    scanned, typed, counted_ones = (
        cuenta(corte, field, f"{label} a las {hora} del {name}") for field, label in FASES
    )
    share = ratio(corte.contabilizadas, row.esperadas)
    text = percent_text(share, DECIMALS_ACTAS) if share is not None else DASH
    return FilaCorte(hora, scanned, typed, counted_ones, as_prose(text))


def _conclusiones(fuente: FuenteSimulacros) -> tuple[Observacion, ...]:
    told = tuple(
        Observacion(f"{sentence_case(fuente.name_of(row))}.", as_prose(with_final_dot(row.conclusiones)))
        for row in fuente.simulacros
        if row.conclusiones
    )
    if told:
        return told
    first = fuente.simulacros[0]
    hint = "Escriba qué se concluye de cada simulacro y qué se recomienda."
    return (Observacion("", as_prose(Gap("conclusiones", first.origin.cell("conclusiones"), hint))),)


INFORME_SIMULACROS = DocumentKind(
    tipo="informe-simulacros",
    template="informe-simulacros.docx",
    context=InformeSimulacrosContext,
    sheets=INFORME_SHEETS | {"Simulacros", "Procesamiento por hora"},
    find=find_simulacros,
    claves=lambda proceso: ("",) if proceso.avances.simulacros else (),
    name=lambda _fuente: TITULO,
    rows=_rows,
    build=build_informe_simulacros,
)
