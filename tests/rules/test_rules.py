"""Each rule: a session with nothing wrong passes; one change gives exactly its code at its cell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.app.catalogue import kinds_of
from cotaprep_docs.domain.acuerdo import Intervencion
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.votacion import FormaVotacion, Resultado
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.problems.problem import Severity
from cotaprep_docs.rules import problem_kinds
from cotaprep_docs.rules.avances import AVANCE_RULES
from cotaprep_docs.rules.rules import RULES, check_sesiones
from tests.support.builders import (
    MEMBERS,
    a_desarrollo,
    a_movimiento,
    a_sesion,
    a_votacion,
    all_present,
    an_acuerdo,
    origin,
    some_integrantes,
    some_normas,
    some_puntos,
)

KINDS = kinds_of(problem_kinds)


def findings(desarrollo: Desarrollo) -> list[tuple[str, str, str]]:
    found = check_sesiones(desarrollo.proceso, desarrollo.normas)
    return [(problem.code, str(problem.location), problem.scope) for problem in found]


def late(hour: str) -> object:
    rows = all_present()
    return (dataclasses.replace(rows[0], hora_llegada=dt.time.fromisoformat(hour)), *rows[1:])


def convened(day: dt.date) -> object:
    return a_sesion(
        fecha_convocatoria=day,
        origin=origin("Calendario", 3, "clave", "tipo", "fecha", "hora_inicio", "fecha_convocatoria"),
    )


def signing(state: str) -> object:
    rows = all_present("ANA") if state == "Ausente" else all_present()
    return (dataclasses.replace(rows[0], firma=True), *rows[1:])


NOMINAL = {"ANA": "A favor", "BEA": "A favor", "CID": "A favor", "DEL": "En contra", "EVA": "Abstención"}


LEAVING = tuple(a_movimiento("Sale", who, "17:40", "2") for who in ("ANA", "BEA", "CID"))
BARE = some_puntos(narrativa="")


@pytest.mark.parametrize(
    "rows",
    [
        {},
        {"votaciones": (a_votacion("2"), a_votacion("3", NOMINAL)), "acuerdos": (an_acuerdo("3"),)},
        {
            "movimientos": (
                a_movimiento("Sale", "ANA", "17:20", "2"),
                a_movimiento("Entra", "ANA", "17:50", "4"),
            ),
            "votaciones": (a_votacion("2"), a_votacion("4", NOMINAL)),
        },
        {"asistencias": late("17:30"), "movimientos": (a_movimiento("Entra", "ANA", "17:30", "2"),)},
        {"asistencias": signing("Presente")},
        {"votaciones": (a_votacion("2", resultado_tecleado=Resultado.UNANIMIDAD),)},
    ],
)
def test_a_session_with_nothing_wrong_has_no_findings(rows: dict[str, Any]) -> None:
    assert findings(a_desarrollo(**rows)) == []


@pytest.mark.parametrize(
    ("code", "cell", "rows"),
    [
        (
            "REG-030",
            "Calendario!E3",
            {"sesion": convened(dt.date(2027, 3, 3))},
        ),
        (
            "REG-031",
            "Calendario!E3",
            {"sesion": convened(dt.date(2027, 3, 5))},
        ),
        (
            "REG-001",
            "Votaciones!C2",
            {"puntos": BARE, "movimientos": LEAVING, "votaciones": (a_votacion("2"),)},
        ),
        (
            "REG-002",
            "Votaciones!E2",
            {
                "asistencias": all_present("ANA"),
                "votaciones": (a_votacion("3", {**NOMINAL, "EVA": "A favor"}),),
            },
        ),
        (
            "REG-003",
            "Votaciones!D2",
            {"votaciones": (a_votacion("2", resultado_tecleado=Resultado.MAYORIA),)},
        ),
        (
            "REG-004",
            "Movimientos!C2",
            {"asistencias": all_present("ANA"), "movimientos": (a_movimiento("Sale", "ANA", "17:30", "2"),)},
        ),
        (
            "REG-005",
            "Movimientos!B2",
            {
                "movimientos": (
                    a_movimiento("Sale", "ANA", "17:30", "2"),
                    a_movimiento("Sale", "ANA", "17:40", "3"),
                )
            },
        ),
        (
            "REG-006",
            "Movimientos!D2",
            {
                "movimientos": (
                    a_movimiento("Sale", "ANA", "17:30", "2"),
                    a_movimiento("Entra", "ANA", "17:10", "3"),
                )
            },
        ),
        (
            "REG-007",
            "Acuerdos!C2",
            {
                "votaciones": (a_votacion("2", {**NOMINAL, "BEA": "En contra", "CID": "En contra"}),),
                "acuerdos": (an_acuerdo("2"),),
            },
        ),
        (
            "REG-008",
            "Votaciones!C2",
            {"votaciones": (a_votacion("2", NOMINAL, forma=FormaVotacion.UNANIMIDAD),)},
        ),
        (
            "REG-009",
            "Votaciones!B2",
            {"puntos": some_puntos(estado=EstadoPunto.RETIRADO), "votaciones": (a_votacion("2"),)},
        ),
        (
            "REG-010",
            "Votaciones!B2",
            {"puntos": some_puntos(se_vota=False), "votaciones": (a_votacion("2"),)},
        ),
        (
            "REG-011",
            "Votaciones!C2",
            {"votaciones": (a_votacion("2", {**NOMINAL, "CID": "Abstención"}),)},
        ),
        ("REG-012", "Asistencia!D2", {"asistencias": signing("Ausente")}),
        ("REG-013", "Asistencia!E2", {"asistencias": late("17:30")}),
        (
            "REG-014",
            "Votaciones!A2",
            {"asistencias": all_present("ANA", "BEA", "CID"), "votaciones": (a_votacion("2"),)},
        ),
        (
            "REG-015",
            "Votaciones!C2",
            {
                "votaciones": (
                    a_votacion("2", dict(zip(MEMBERS, ["A favor"] * 2 + ["Excusa"] * 3, strict=True))),
                )
            },
        ),
        (
            "REG-016",
            "Orden del día!E3",
            {"puntos": (*BARE[:1], *some_puntos(2)[1:], *BARE[2:]), "movimientos": LEAVING},
        ),
        ("REG-017", "Movimientos!B2", {"movimientos": (a_movimiento("Receso", "", "17:30", "2"),)}),
    ],
)
def test_one_change_gives_exactly_its_code_at_its_cell(code: str, cell: str, rows: dict[str, Any]) -> None:
    assert findings(a_desarrollo(**rows)) == [(code, f"sesiones.xlsx!{cell}", "2")]


def test_a_closing_before_the_beginning_is_out_of_order_when_the_day_is_given() -> None:
    sesion = a_sesion(hora_clausura=dt.time(16, 0), fecha_clausura=dt.date(2027, 3, 4))
    assert findings(a_desarrollo(sesion=sesion)) == [("REG-006", "sesiones.xlsx!Calendario!E3", "2")]


def test_every_kind_has_a_rule_and_unverified_norms_only_warn() -> None:
    ruled = {rule.kind for rule in RULES} | {rule.kind for rule in AVANCE_RULES}
    assert ruled | {k for k in KINDS if k.code == "REG-010"} == set(KINDS)
    desarrollo = a_desarrollo()
    for kind in KINDS:
        if kind.cita:
            mark = desarrollo.normas.parametros[kind.cita].marca
            assert mark.is_verificada or kind.severity is not Severity.ERROR


def test_a_missing_attendance_is_not_said_again_by_the_votes() -> None:
    rows = all_present()
    unknown = (dataclasses.replace(rows[0], estado=None), *rows[1:])
    rest: dict[str, Any] = {"votaciones": (a_votacion("2"),), "acuerdos": (an_acuerdo("2"),)}
    assert findings(a_desarrollo(asistencias=unknown, **rest)) == []


def test_a_vote_of_a_member_out_of_office_is_never_dropped_in_silence() -> None:
    people = tuple(
        dataclasses.replace(p, hasta=dt.date(2027, 1, 1)) if p.clave == "DEL" else p
        for p in some_integrantes()
    )
    found = findings(a_desarrollo(integrantes=people, votaciones=(a_votacion("2", NOMINAL),)))
    places = {(code, place) for code, place, _ in found}
    assert ("REG-018", "sesiones.xlsx!Votaciones!H2") in places
    assert ("REG-018", "sesiones.xlsx!Asistencia!C5") in places


def test_two_agreements_never_share_a_number() -> None:
    numbered = tuple(an_acuerdo("2", numero="COPRU/1/2027") for _ in range(2))
    found = findings(a_desarrollo(votaciones=(a_votacion("2"),), acuerdos=numbered))
    assert found == [("REG-020", "sesiones.xlsx!Acuerdos!D2", "2")]


def test_a_closing_before_the_beginning_asks_for_its_day() -> None:
    sesion = a_sesion(hora_clausura=dt.time(11, 0))
    assert findings(a_desarrollo(sesion=sesion)) == [("REG-019", "sesiones.xlsx!Calendario!E3", "2")]


def test_who_is_absent_does_not_take_part() -> None:
    turn = Intervencion(
        "2", "2", "ANA", "Digo algo.", origin=origin("Intervenciones", 2, "sesion", "punto", "persona")
    )
    desarrollo = a_desarrollo(asistencias=all_present("ANA"), intervenciones=(turn,))
    assert findings(desarrollo) == [("REG-021", "sesiones.xlsx!Intervenciones!C2", "2")]


def test_an_outcome_that_hangs_on_an_unverified_base_only_warns() -> None:
    votes = (a_votacion("2", {**NOMINAL, "CID": "Abstención"}),)
    found = findings(a_desarrollo(votaciones=votes, acuerdos=(an_acuerdo("2"),)))
    assert [code for code, _, _ in found] == ["REG-011"]


@pytest.mark.parametrize(("marca", "severity"), [("M", Severity.WARNING), ("V", Severity.ERROR)])
def test_never_having_quorum_is_an_error_only_where_the_norm_is_verified(
    marca: str, severity: Severity
) -> None:
    normas = some_normas()
    entry = dataclasses.replace(normas.parametros["quorum"], marca=Marca(marca))
    verified = dataclasses.replace(normas, parametros={**normas.parametros, "quorum": entry})
    rows: dict[str, Any] = {"asistencias": all_present("ANA", "BEA", "CID"), "votaciones": (a_votacion("2"),)}
    desarrollo = a_desarrollo(normas=verified, **rows)
    (problem,) = check_sesiones(desarrollo.proceso, desarrollo.normas)
    assert (problem.code, problem.severity) == ("REG-014", severity)
