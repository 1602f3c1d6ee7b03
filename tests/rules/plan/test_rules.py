"""Each rule over the whole process: a plan with nothing wrong passes; one change gives exactly its code."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.app.catalogue import kinds_of
from cotaprep_docs.domain.acuerdo import Oficio
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.problem import Severity
from cotaprep_docs.rules.plan import problem_kinds
from cotaprep_docs.rules.plan.rules import PLAN_RULES, check_proceso, missing_entries
from tests.support.builders import a_votacion, all_present, an_organismo, origin
from tests.support.planes import (
    SITTINGS,
    a_plan,
    agenda,
    an_acuerdo_of,
    drills,
    findings,
    held,
    moved,
    norms,
    people,
    punto,
)

DAY = dt.date.fromisoformat
DICTAMEN = "Dictamen sobre la ubicación de los centros de acopio."
GROUPED = punto("2", "6", DICTAMEN, ClasePunto.APROBACION, "32")
THERE = tuple(dataclasses.replace(row, sesion="1") for row in all_present())
VOTED = dataclasses.replace(a_votacion("3"), sesion="1")


def test_a_plan_with_nothing_wrong_has_no_findings() -> None:
    assert findings(a_plan()) == []


def test_every_kind_has_its_rule() -> None:
    assert {rule.kind for rule in PLAN_RULES} == set(kinds_of(problem_kinds))


@pytest.mark.parametrize("field", ["fecha_comision", "fecha_instancia"])
def test_the_last_day_of_a_limit_is_in_time(field: str) -> None:
    assert findings(a_plan(**dated(field, "2026-09-06"))) == []


def of(clave: str, **changes: Any) -> dict[str, Any]:
    return {"sesiones": moved(clave, **changes)}


def with_puntos(*extra: Any, drop: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    return {"puntos": agenda(*extra, drop=drop)}


def dated(field: str, day: str) -> dict[str, Any]:
    changes: dict[str, Any] = {field: DAY(day)}
    return {"organismo": dataclasses.replace(a_plan().organismo, **changes)}


def designated(day: str) -> dict[str, Any]:
    return dated("fecha_designacion", day)


def letters(*names: str) -> dict[str, Any]:
    rows = (Oficio(n, origin=origin("Oficios", place, "documento")) for place, n in enumerate(names, 2))
    return {"oficios": tuple(rows)}


PLAN_IN_2 = agenda(punto("2", "6", "Plan.", ClasePunto.APROBACION, "5"), drop=(("1", "3"),))
NO_REUNION = tuple(s for s in SITTINGS if s.clave != "R3")


@pytest.mark.parametrize(
    ("code", "place", "scope", "rows"),
    [
        (
            "REG-060",
            "Calendario!E4",
            "2",
            {"sesiones": (SITTINGS[0], SITTINGS[1], SITTINGS[3], SITTINGS[2], *SITTINGS[4:])},
        ),
        ("REG-061", "Calendario!E5", "", of("2", estado=EstadoSesion.CANCELADA)),
        ("REG-062", "Calendario!E7", "", {"sesiones": NO_REUNION}),
        ("REG-063", "Calendario!E7", "3", of("3", fecha=DAY("2026-12-05"))),
        ("REG-063", "Calendario!E5", "R2", of("R2", fecha=DAY("2026-11-16"))),
        ("REG-064", "Calendario!I4", "2", of("2", fecha_agenda=DAY("2026-11-05"))),
        ("REG-065", "Calendario!F6", "", of("R3", hora=None)),
        ("REG-066", "Integrantes", "", {"integrantes": people("ANA", "BEA")}),
        ("REG-068", "Organismo!B9", "", {**designated("2026-11-07"), "sesiones": ()}),
        ("REG-069", "Organismo!B9", "", designated("2026-10-05")),
        ("REG-084", "Organismo!B10", "", dated("fecha_comision", "2026-09-07")),
        ("REG-085", "Organismo!B11", "", dated("fecha_instancia", "2026-09-07")),
        ("REG-070", "Calendario!B4", "2", with_puntos(drop=(("3", "3"),))),
        ("REG-071", "Calendario!B7", "3", with_puntos(drop=(("3", "3"),))),
        ("REG-072", "Calendario!B3", "", with_puntos(drop=(("2", "4"), ("3", "4")))),
        ("REG-073", "Orden del día!B302", "2", with_puntos(drop=(("2", "1"),))),
        (
            "REG-074",
            "Orden del día!C306",
            "2",
            with_puntos(GROUPED, punto("R2", "2", "Generación del dictamen.", ClasePunto.OTRO, "32")),
        ),
        (
            "REG-075",
            "Orden del día!C606",
            "3",
            with_puntos(
                punto("2", "6", DICTAMEN, ClasePunto.APROBACION),
                punto("3", "6", f"Aprobación del {DICTAMEN}", ClasePunto.APROBACION),
            ),
        ),
        (
            "REG-076",
            "Orden del día!C402",
            "R2",
            with_puntos(
                punto("R1", "2", "Análisis del programa de labores del comité.", ClasePunto.OTRO, "5"),
                punto("R2", "2", "Revisión del programa de labores del comité.", ClasePunto.OTRO, "5"),
            ),
        ),
        (
            "REG-077",
            "Orden del día!F202",
            "R1",
            with_puntos(punto("R1", "2", "Memoria.", ClasePunto.PRESENTACION, "32")),
        ),
        ("REG-078", "Calendario", "", {"avances": Avances()}),
        ("REG-079", "Simulacros!B3", "", {"avances": Avances(simulacros=drills().simulacros[:2])}),
        ("REG-080", "Simulacros!E2", "", {"avances": drills(asistentes="")}),
        ("REG-081", "Calendario!E7", "3", {**with_puntos(drop=(("2", "5"),))}),
        (
            "REG-082",
            "Orden del día!C606",
            "3",
            with_puntos(punto("3", "6", "Informe del mes de diciembre.", ClasePunto.INFORME)),
        ),
        (
            "REG-083",
            "Acuerdos!C2",
            "1",
            {"sesiones": held("1"), "acuerdos": (an_acuerdo_of("1", "3"),)},
        ),
        (
            "REG-100",
            "Orden del día!F202",
            "",
            with_puntos(punto("R1", "2", "Plan.", ClasePunto.PRESENTACION, "5"), drop=(("1", "3"),)),
        ),
        ("REG-101", "Orden del día!F306", "2", {**of("2", fecha=DAY("2026-11-10")), "puntos": PLAN_IN_2}),
        ("REG-102", "Orden del día!F306", "2", {"puntos": PLAN_IN_2}),
        ("REG-104", "Orden del día!F306", "2", with_puntos(punto("2", "6", "X.", ClasePunto.OTRO, "99"))),
        (
            "REG-104",
            "Orden del día!F306",
            "2",
            with_puntos(punto("2", "6", "X.", ClasePunto.OTRO, "el plan")),
        ),
        (
            "REG-106",
            "Orden del día!F103",
            "1",
            {"sesiones": held("1"), "votaciones": (VOTED,), "asistencias": THERE},
        ),
        (
            "REG-107",
            "Acuerdos!E2",
            "1",
            {
                "sesiones": held("1"),
                "votaciones": (VOTED,),
                "acuerdos": (an_acuerdo_of("1", "3", remitir_a=""),),
            },
        ),
        ("REG-108", "Orden del día", "", with_puntos(drop=(("3", "5"),))),
        ("REG-109", "Oficios!A2", "", letters("oficio-remision-acuerdo-A9")),
        ("REG-109", "Oficios!A2", "", letters("aviso-9")),
        ("REG-109", "Oficios!A2", "", letters("nota")),
        ("REG-110", "Oficios!A2", "", letters("entregable-77")),
        ("REG-110", "Oficios!A2", "", letters("entregable-5-proyecto")),
    ],
)
def test_one_change_gives_its_code_at_its_cell(
    code: str, place: str, scope: str, rows: dict[str, Any]
) -> None:
    # A change may also break what rests on it; what it was made for is found, once, and where it is.
    found = [one for one in findings(a_plan(**rows)) if one[0] == code]
    assert found == [(code, place, scope)]


@pytest.mark.parametrize(
    ("rows", "only"),
    [
        (of("R2", fecha=DAY("2026-11-16")), "REG-063"),
        (of("R3", hora=None), "REG-065"),
        (with_puntos(drop=(("2", "4"), ("3", "4"))), "REG-072"),
        (with_puntos(drop=(("2", "1"),)), "REG-073"),
        (with_puntos(drop=(("2", "5"),)), "REG-081"),
        (with_puntos(drop=(("3", "3"),)), "REG-070"),
        ({"avances": Avances()}, "REG-078"),
        (designated("2026-10-05"), "REG-069"),
    ],
)
def test_one_mistake_is_one_kind_of_problem(rows: dict[str, Any], only: str) -> None:
    expected = {only, "REG-071"} if only == "REG-070" else {only}
    assert {code for code, _, _ in findings(a_plan(**rows))} == expected


def test_more_members_than_the_norm_admits() -> None:
    extra = dataclasses.replace(people()[0], clave="ZOE", orden=6)
    assert findings(a_plan(integrantes=(*people(), extra))) == [("REG-067", "Integrantes", "")]


def test_monthly_reports_are_told_of_once() -> None:
    normas = norms()
    full = dataclasses.replace(normas, entregables=_all(normas))
    puntos = agenda(punto("3", "6", "Avance de noviembre.", ClasePunto.AVANCE, "3"))
    late = findings(a_plan(puntos=puntos, sesiones=moved("3", fecha=DAY("2026-12-08"))), full)
    on_time = findings(a_plan(puntos=puntos), full)
    assert [one for one in late if one[0] == "REG-103"] == [("REG-103", "Orden del día!F606", "")]
    assert not [one for one in on_time if one[0] == "REG-103"]


def test_what_no_point_answers_is_one_notice() -> None:
    normas = norms()
    found = check_proceso(a_plan(), dataclasses.replace(normas, entregables=_all(normas)))
    (notice,) = [problem for problem in found if problem.code == "REG-105"]
    assert notice.severity is Severity.NOTICE
    assert {"1", "12", "31"} <= set(notice.params["numeros"].replace(" y ", ", ").split(", "))


def _all(normas: Normas) -> tuple[Any, ...]:
    from pathlib import Path  # noqa: PLC0415

    from cotaprep_docs.assets import data_folder  # noqa: PLC0415
    from cotaprep_docs.norms.normas import read_normas  # noqa: PLC0415

    assert len(normas.entregables) == 2
    return read_normas(Path(data_folder()) / "normas.toml").entregables


@pytest.mark.parametrize(
    "clave", ["sesiones_mes", "dias_inhabiles", "margen_entregables", "integrantes_minimo"]
)
def test_deleting_an_entry_switches_its_rule_off(clave: str) -> None:
    broken = a_plan(sesiones=moved("3", fecha=DAY("2027-02-27")), integrantes=people("ANA", "BEA"))
    codes = {rule.kind.code for rule in PLAN_RULES if rule.kind.cita == clave}
    assert codes
    assert not codes & {code for code, _, _ in findings(broken, norms(clave))}
    assert missing_entries(norms(clave)) == (clave,)
    assert missing_entries(norms()) == ()


def test_a_refused_point_may_be_approved_again() -> None:
    puntos = agenda(
        punto("1", "4", DICTAMEN, ClasePunto.APROBACION), punto("2", "6", DICTAMEN, ClasePunto.APROBACION)
    )
    refused = dataclasses.replace(a_votacion("4", {"ANA": "En contra"}), sesion="1")
    again = a_plan(puntos=puntos, sesiones=held("1"), votaciones=(refused,))
    assert "REG-075" in {code for code, _, _ in findings(a_plan(puntos=puntos))}
    assert "REG-075" not in {code for code, _, _ in findings(again)}


def test_letters_of_what_exists_are_as_they_should_be() -> None:
    rows = letters("Aviso-2.docx", "entregable-5", "fe-de-erratas-1", "oficio-remision-plan", "extracto-1-a1")
    found = findings(a_plan(**rows, acuerdos=(an_acuerdo_of("1", "3"),)))
    assert not [code for code, _, _ in found if code in ("REG-109", "REG-110")]


def test_what_is_not_there_is_not_told_while_a_sheet_cannot_be_read_whole() -> None:
    bare = a_plan(**with_puntos(drop=(("3", "3"), ("2", "1"))))
    codes = {problem.code for problem in check_proceso(bare, norms())}
    known = {problem.code for problem in check_proceso(bare, norms(), broken=["Orden del día"])}
    assert {"REG-070", "REG-073"} <= codes
    assert not {"REG-070", "REG-071", "REG-073"} & known
    undated = a_plan(sesiones=moved("2", fecha=None))
    assert not {"REG-061", "REG-070", "REG-071"} & {one[0] for one in findings(undated)}


def test_the_errors_are_pure_contradictions() -> None:
    assert [r.kind.code for r in PLAN_RULES if r.kind.severity is Severity.ERROR] == ["REG-069"]
    assert all(not rule.kind.cita for rule in PLAN_RULES if rule.kind.severity is Severity.ERROR)


def test_without_any_row_nothing_is_found() -> None:
    assert check_proceso(a_plan(sesiones=(), puntos=(), integrantes=(), avances=Avances()), norms()) == ()
    bare = a_plan(organismo=an_organismo(), sesiones=(), puntos=(), integrantes=(), avances=Avances())
    assert check_proceso(bare, norms()) == ()
