"""Reports: figures follow from the trackers, what is missing is a gap at its cell, never a zero."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from cotaprep_docs.documents.atribuciones import SIN_ACTIVIDAD
from cotaprep_docs.documents.cifras import DASH, points_text
from cotaprep_docs.documents.informe_bimestral import INFORME_BIMESTRAL
from cotaprep_docs.documents.informe_final import INFORME_FINAL
from cotaprep_docs.documents.informe_mensual import INFORME_MENSUAL
from cotaprep_docs.documents.informe_mensual_context import InformeMensualContext
from cotaprep_docs.documents.informe_periodo_context import InformeBimestralContext, InformeFinalContext
from cotaprep_docs.documents.informe_simulacros import INFORME_SIMULACROS
from cotaprep_docs.documents.informe_simulacros_context import InformeSimulacrosContext
from cotaprep_docs.documents.kind import DocumentKind, collect_gaps
from cotaprep_docs.domain.avance import Avances, Simulacro
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.domain.votacion import Resultado
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.problems.exit_code import UsageProblem
from tests.support.data_sets import lectura


def proceso(name: str = "plan", **changes: Any) -> Proceso:
    """A data set with other rows of progress, or other rows of its own."""
    source = lectura(name).proceso
    own = {key: changes.pop(key) for key in tuple(changes) if key in Proceso.__dataclass_fields__}
    return dataclasses.replace(source, avances=dataclasses.replace(source.avances, **changes), **own)


def write(kind: DocumentKind[Any], source: Proceso, clave: str = "", name: str = "plan") -> Any:
    return kind.write(kind.find(source, lectura(name).normas, clave), estado="BORRADOR")


def gaps(context: object) -> set[str]:
    return {str(gap.location).partition("!")[2] for gap in collect_gaps(context)}


def simulacros(source: Proceso, name: str = "plan") -> InformeSimulacrosContext:
    found = write(INFORME_SIMULACROS, source, name=name)
    assert isinstance(found, InformeSimulacrosContext)
    return found


def mensual(source: Proceso, clave: str, name: str = "plan") -> InformeMensualContext:
    found = write(INFORME_MENSUAL, source, clave, name)
    assert isinstance(found, InformeMensualContext)
    return found


def bimestral(source: Proceso, clave: str, name: str = "plan") -> InformeBimestralContext:
    found = write(INFORME_BIMESTRAL, source, clave, name)
    assert isinstance(found, InformeBimestralContext)
    return found


def final(source: Proceso, name: str = "plan") -> InformeFinalContext:
    found = write(INFORME_FINAL, source, name=name)
    assert isinstance(found, InformeFinalContext)
    return found


def drills(**changes: Any) -> tuple[Simulacro, ...]:
    """The drills of the plan, the first of them changed."""
    first, *rest = lectura("plan").proceso.avances.simulacros
    return (dataclasses.replace(first, **changes), *rest)


# Drills


def test_percentages_are_over_the_actas_expected_with_four_decimals() -> None:
    rows = simulacros(proceso()).resultados
    assert [str(row.contabilizadas).split("\n") for row in rows] == [
        ["10,655", "97.6001\u00a0%"],
        ["10,820", "99.1115\u00a0%"],
        ["10,894", "99.7893\u00a0%"],
        ["32,369", "98.8336\u00a0%"],
    ]


def test_a_missing_count_is_a_gap_and_makes_no_total() -> None:
    context = simulacros(proceso(simulacros=drills(capturadas=None)))
    assert "Simulacros!I2" in gaps(context)
    assert str(context.resultados[-1].capturadas) == DASH
    assert context.comparaciones[0].capturadas == DASH
    assert [serie.valores[0] for serie in context.grafica_fases.series].count(None) == 1


def test_a_cell_is_asked_for_once_however_often_it_is_missed() -> None:
    context = simulacros(proceso(simulacros=drills(capturadas=None, esperadas=None)))
    places = [str(gap.location) for gap in collect_gaps(context)]
    assert len(places) == len(set(places)) == 2


def test_without_actas_expected_nothing_is_divided() -> None:
    context = simulacros(proceso(simulacros=drills(esperadas=None)))
    assert "Simulacros!G2" in gaps(context)
    assert str(context.resultados[0].contabilizadas) == "10,655"
    assert {str(row.porcentaje) for row in context.simulacros[0].cortes} == {DASH}


def test_the_hours_of_a_drill_past_midnight_keep_their_order() -> None:
    late = {"hora_inicio": dt.time(22, 0), "hora_cierre": dt.time(1, 30)}
    source = lectura("plan").proceso.avances
    hours = (dt.time(0, 15), dt.time(23, 0), dt.time(1, 30))
    cortes = tuple(
        dataclasses.replace(row, hora=hour) for row, hour in zip(source.procesamiento, hours, strict=False)
    )
    context = simulacros(proceso(simulacros=drills(**late)[:1], procesamiento=cortes))
    assert [row.hora for row in context.simulacros[0].cortes] == ["23:00", "00:15", "01:30"]
    assert context.grafica_horas.categorias == ("23:00", "00:15", "Cierre")
    assert str(context.simulacros[0].datos[4].valor) == "Tres horas con treinta minutos"


def test_what_changed_from_drill_to_drill_is_computed() -> None:
    first, second = simulacros(proceso()).comparaciones
    assert (first.nombre, first.contabilizadas) == ("Del primero al segundo", "+1.5114")
    assert (second.nombre, second.duracion) == ("Del segundo al tercero", "Veinticinco minutos menos")


def test_conclusions_are_a_gap_only_while_there_is_none() -> None:
    rows = tuple(dataclasses.replace(row, conclusiones="") for row in drills())
    assert gaps(simulacros(proceso(simulacros=rows))) == {"Simulacros!R2"}
    one = (*rows[:2], dataclasses.replace(rows[2], conclusiones="Se concluye algo"))
    context = simulacros(proceso(simulacros=one))
    assert gaps(context) == set()
    assert [str(each.texto) for each in context.conclusiones] == ["Se concluye algo."]


def test_no_report_of_drills_without_drills() -> None:
    source = proceso(simulacros=())
    assert tuple(INFORME_SIMULACROS.claves(source)) == ()
    with pytest.raises(UsageProblem) as raised:
        write(INFORME_SIMULACROS, source)
    assert [problem.code for problem in raised.value.problems] == ["DOC-030"]


# Months


@pytest.mark.parametrize(
    "typed", ["2024-01", "2024-1", "01/2024", "1/2024", "ene-2024", "ENERO", "enero de 2024", " Ene 2024 "]
)
def test_a_month_is_known_by_any_of_its_names(typed: str) -> None:
    found = INFORME_MENSUAL.find(proceso(), lectura("plan").normas, typed)
    assert (found.mes, INFORME_MENSUAL.stem(found)) == (dt.date(2024, 1, 1), "informe-mensual-2024-01")


@pytest.mark.parametrize("typed", ["2024-13", "agosto", "01/2023", "enerillo", ""])
def test_an_unknown_month_is_answered_with_those_there_are(typed: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        write(INFORME_MENSUAL, proceso(), typed)
    (problem,) = raised.value.problems
    assert problem.code == "DOC-031"
    assert "2024-01" in problem.params["claves"]


def test_a_month_that_is_of_two_years_must_say_which() -> None:
    source = lectura("plan").proceso.avances
    again = tuple(dataclasses.replace(row, mes=row.mes.replace(year=2030)) for row in source.mensuales)
    with pytest.raises(UsageProblem):
        write(INFORME_MENSUAL, proceso(mensuales=(*source.mensuales, *again)), "enero")


def test_real_progress_that_is_missing_is_a_gap_in_its_stage_and_in_the_whole() -> None:
    source = lectura("plan").proceso.avances
    rows = tuple(
        dataclasses.replace(row, real=None)
        if row.mes == dt.date(2024, 1, 1) and row.etapa.startswith("Ente")
        else row
        for row in source.mensuales
    )
    context = mensual(proceso(mensuales=rows), "2024-01")
    places = gaps(context)
    assert len(places) == 1
    assert next(iter(places)).startswith("Avance mensual!E")
    january = context.grafica.categorias.index("01/2024")
    assert context.grafica.series[1].valores[january] is None
    assert str(context.presentacion).endswith("etapas.")  # no mean of what is not whole


def test_a_report_does_not_tell_what_came_after_its_month() -> None:
    context = mensual(proceso(), "2024-01")
    assert [str(row.real) for row in context.acumulado[3:]] == [DASH] * 4
    assert context.grafica.series[1].valores[3:] == (None,) * 4
    assert context.centros == ()  # steps carry no date: only of the month in force
    assert "0 de 20 CATD" in str(context.centros_nota)
    assert context.hallazgos == ()
    april = mensual(proceso(), "2024-04").hallazgos
    assert [str(row.situacion) for row in april][:2] == ["Atendido el 03/04/2024", "Atendido el 28/03/2024"]
    march = mensual(proceso(), "2024-03").hallazgos
    assert [str(row.situacion) for row in march] == [
        "Por atender al cierre del periodo",
        "Atendido el 28/03/2024",
    ]


def test_sites_count_in_every_step_they_have_passed() -> None:
    catd, ccv = mensual(proceso(), "2024-05").centros
    assert (catd.definidos, catd.equipados, catd.habilitados) == ("20 de 20", "16 de 20", "12 de 20")
    assert ccv.habilitados == "1 de 1"


def test_staff_adds_up_and_a_missing_count_makes_no_total() -> None:
    assert str(mensual(proceso(), "2024-05").personal[-1].contratadas) == "701\n99.15\u00a0%"
    source = lectura("plan").proceso.avances
    rows = tuple(dataclasses.replace(row, contratadas=None) for row in source.personal)
    context = mensual(proceso(personal=rows), "2024-05")
    assert str(context.personal[-1].contratadas) == DASH
    assert len([place for place in gaps(context) if place.startswith("Personal!")]) == 6


def test_next_month_lists_only_what_lacks() -> None:
    rows = mensual(proceso(), "2024-01").siguiente
    assert all(row.restante.startswith("+") for row in rows)
    assert "Integración del COTAPREP" not in {row.etapa for row in rows}
    assert mensual(proceso(), "2024-05").siguiente == ()


# Activities of a period


def test_the_period_is_that_of_the_months_its_point_names() -> None:
    found = INFORME_BIMESTRAL.find(proceso(), lectura("plan").normas, "1")
    assert (found.inicio, found.fin) == (dt.date(2023, 11, 1), dt.date(2023, 12, 31))
    assert [sesion.clave for sesion in found.sesiones] == ["1", "R1", "R2", "2"]
    assert found.dia == dt.date(2024, 1, 30)


def test_without_months_the_period_goes_from_report_to_report() -> None:
    normas = lectura("ficticio").normas
    first, second = (INFORME_BIMESTRAL.find(proceso("ficticio"), normas, clave) for clave in "12")
    assert (first.inicio, first.fin) == (dt.date(2026, 10, 30), dt.date(2027, 2, 11))
    assert (second.inicio, second.fin) == (dt.date(2027, 2, 12), dt.date(2027, 3, 11))
    assert [sesion.clave for sesion in second.sesiones] == ["5", "R2", "6"]


def test_the_final_report_is_no_periodic_one() -> None:
    assert tuple(INFORME_BIMESTRAL.claves(proceso())) == ("1", "2", "3")
    assert tuple(INFORME_BIMESTRAL.claves(proceso("ficticio"))) == ("1", "2")
    for typed in ("4", "0", "uno", ""):
        with pytest.raises(UsageProblem) as raised:
            write(INFORME_BIMESTRAL, proceso(), typed)
        assert [problem.code for problem in raised.value.problems] == ["DOC-032"]


def activities(context: InformeBimestralContext) -> dict[str, str]:
    return {row.inciso: "\n".join(map(str, row.actividades)) for row in context.atribuciones}


def test_no_activity_is_said_only_where_it_is_true() -> None:
    told = activities(bimestral(proceso(), "1"))
    assert {inciso for inciso, text in told.items() if text == SIN_ACTIVIDAD} == {
        "d)", "e)", "f)", "j)", "k)",
    }  # fmt: skip
    open_ones = bimestral(proceso(), "3")  # nothing of March and April is captured
    told = activities(open_ones)
    assert "[FALTA" in told["g)"]
    assert "[FALTA" in told["e)"]
    assert gaps(open_ones) == {"Calendario!M10", "Calendario!M11", "Calendario!M12", "Calendario!M13"}


def test_every_point_that_is_no_procedure_answers_some_attribution() -> None:
    for name, clave in (("plan", "1"), ("plan", "2"), ("ficticio", "1"), ("ficticio", "2")):
        found = INFORME_BIMESTRAL.find(proceso(name), lectura(name).normas, clave)
        told = "\n".join(activities(bimestral(proceso(name), clave, name)).values())
        for fuente in found.fuentes:
            for punto in fuente.orden.puntos:
                if punto.is_desahogado and punto.clase.value in ("Aprobación", "Presentación", "Informe"):
                    assert punto.texto.rstrip(".") in told


def test_an_attribution_nobody_verified_is_not_printed() -> None:
    normas = lectura("plan").normas
    unsure = tuple(dataclasses.replace(each, marca=Marca.DE_MEMORIA) for each in normas.atribuciones)
    asunto = INFORME_BIMESTRAL.find(proceso(), dataclasses.replace(normas, atribuciones=unsure), "1")
    assert INFORME_BIMESTRAL.write(asunto, estado="").atribuciones == ()  # type: ignore[attr-defined]


def test_earlier_agreements_still_open_are_told_again() -> None:
    source = lectura("plan").proceso
    late = tuple(
        dataclasses.replace(row, estado="En proceso", fecha_cumplimiento=None) if row.clave == "A05" else row
        for row in source.acuerdos
    )
    before = bimestral(proceso(), "2")
    after = bimestral(proceso(acuerdos=late), "2")
    assert len(after.acuerdos) == len(before.acuerdos) + 1
    assert "En proceso" in str(after.acuerdos[0].situacion)


def test_a_cancelled_session_is_told_and_counts_for_nothing() -> None:
    source = lectura("plan").proceso
    changed = tuple(
        dataclasses.replace(s, estado=EstadoSesion.CANCELADA) if s.clave == "R2" else s
        for s in source.sesiones
    )
    context = bimestral(proceso(sesiones=changed), "1")
    row = next(row for row in context.sesiones if "Segunda reunión" in str(row.nombre))
    assert (str(row.asistencia), str(row.puntos)) == ("Cancelada", DASH)
    assert "una reunión formal" in str(context.sesiones_nota)
    assert "Segunda reunión" not in activities(context)["h)"]


# The whole process


def test_the_final_report_ends_on_the_eve_of_the_session_that_hears_it() -> None:
    found = INFORME_FINAL.find(proceso(), lectura("plan").normas, "")
    assert (found.fin, found.dia) == (dt.date(2024, 6, 29), dt.date(2024, 6, 30))
    assert [sesion.clave for sesion in found.sesiones][-1] == "E1"


def test_attendance_adds_up_for_everybody() -> None:
    context = final(proceso("ficticio"), "ficticio")
    for row in context.asistencia:
        parts = (row.asistidas, row.justificadas, row.ausencias)
        assert sum(map(int, parts)) == int(row.convocadas)
    rosaura = next(row for row in context.asistencia if "Rosaura" in row.nombre)
    assert (rosaura.convocadas, rosaura.asistidas, str(rosaura.porcentaje)) == ("10", "8", "80.00\u00a0%")


def test_votes_add_up_and_each_agreement_has_its_own() -> None:
    context = final(proceso("ficticio"), "ficticio")
    counts = {row.resultado: int(row.votaciones) for row in context.votaciones}
    assert sum(counts.values()) == len(lectura("ficticio").proceso.votaciones)
    assert counts[Resultado.EMPATE.value] == 1
    k07 = next(row for row in context.votos if str(row.origen) == "Cuarta sesión ordinaria, punto 6")
    assert (str(k07.resultado), str(k07.votos)) == (Resultado.MAYORIA.value, "3 a favor, 1 en contra")
    assert len(context.votos) == len(context.acuerdos)


def test_an_agreement_without_its_vote_is_a_gap() -> None:
    source = lectura("ficticio").proceso
    left = tuple(v for v in source.votaciones if (v.sesion, v.punto) != ("8", "7"))
    found = gaps(final(proceso("ficticio", votaciones=left), "ficticio"))
    assert any(place.startswith("Acuerdos!") for place in found)


def test_a_session_without_quorum_is_told_and_not_counted() -> None:
    context = final(proceso("ficticio"), "ficticio")
    row = next(row for row in context.sesiones if str(row.nombre) == "Segunda sesión extraordinaria")
    assert (str(row.asistencia), str(row.quorum), str(row.puntos)) == ("2 de 5", "No; no se celebró", DASH)
    assert "no se celebró por falta de quórum" in str(context.sesiones_nota)


def test_conclusions_of_the_process_are_typed_in_one_place() -> None:
    assert any(place.startswith("Organismo!") for place in gaps(final(proceso())))
    told = dataclasses.replace(lectura("plan").proceso.organismo, conclusiones_finales="Uno.\nDos.")
    context = final(proceso(organismo=told))
    assert not any(place.startswith("Organismo!") for place in gaps(context))
    assert str(context.conclusiones) == "Uno.\nDos."


def test_the_final_report_answers_its_own_attribution() -> None:
    told = activities(final(proceso()))
    assert "es el presente" in told["k)"]
    assert "es el presente" not in told["i)"]
    assert "primer informe" in told["i)"]


def test_the_same_figures_in_every_report() -> None:
    for name in ("plan", "ficticio"):
        source = proceso(name)
        whole, drills_ = final(source, name), simulacros(source, name)
        assert whole.simulacros == drills_.resultados
        assert whole.grafica_simulacros == drills_.grafica_fases
        last = source.avances.meses[-1]
        assert whole.etapas == mensual(source, f"{last:%Y-%m}", name).etapas


def charts(value: object) -> Iterator[Any]:
    for name in getattr(value, "__dataclass_fields__", ()):
        item = getattr(value, name)
        if type(item).__name__ == "Grafica":
            yield item
        for each in item if isinstance(item, tuple) else ():
            yield from charts(each)


@pytest.mark.parametrize("name", ["plan", "ficticio"])
def test_every_chart_says_its_numbers_to_who_does_not_see_it(name: str) -> None:
    source = proceso(name)
    found = [*charts(simulacros(source, name)), *charts(final(source, name))]
    found += charts(mensual(source, f"{source.avances.meses[0]:%Y-%m}", name))
    assert len(found) >= 7
    for chart in found:
        assert chart.hay_datos
        assert any(letter.isdigit() for letter in chart.descripcion)


def test_a_report_without_any_progress_still_comes_out() -> None:
    empty = dataclasses.replace(lectura("plan").proceso, avances=Avances())
    context = final(empty)
    assert (context.etapas, context.simulacros, context.riesgos) == ((), (), ())
    assert not context.grafica_avance.hay_datos
    assert not context.grafica_simulacros.hay_datos


@pytest.mark.parametrize(
    ("value", "text"), [("2.5", "+2.50"), ("-0.75", "\u22120.75"), ("0", "0.00"), ("0.001", "0.00")]
)
def test_points_carry_their_sign(value: str, text: str) -> None:
    from fractions import Fraction  # noqa: PLC0415

    assert points_text(Fraction(value)) == text
