"""The inconsistencies of the plan of 2023-2024 that a machine can see, found on the plan alone.

Each is known by its number in the study of the plan that was made by hand.
"""

from __future__ import annotations

import dataclasses

import pytest

from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.problem import Problem, Severity
from cotaprep_docs.rules.plan.rules import check_proceso
from tests.support.plan_alone import plan_alone


@pytest.fixture(scope="module")
def found(plan: Proceso, normas: Normas) -> tuple[Problem, ...]:
    return check_proceso(plan_alone(plan), normas)


@pytest.mark.parametrize(
    ("number", "code", "scope", "told"),
    [
        (1, "REG-064", "3", "26/01/2024"),
        (2, "REG-060", "6", "R6 (29/04/2024)"),
        (3, "REG-074", "7", "R7 (31/05/2024)"),
        (3, "REG-075", "E1", "punto 6 de la sesión 7"),
        (4, "REG-062", "", "junio de 2024"),
        (5, "REG-070", "E1", "E1"),
        (6, "REG-071", "8", "8"),
        (7, "REG-072", "", "R1, R2, R3, R4, R5, R6, R7"),
        (9, "REG-063", "8", "domingo"),
        (9, "REG-063", "E1", "sábado"),
        (9, "REG-102", "8", "entregable 32, 30/06/2024, ningún día"),
        (11, "REG-081", "3", "90 días"),
        (11, "REG-081", "7", "70 días"),
        (14, "REG-103", "", "2, 3, 4, 5, 6, 7 y 8"),
        (15, "REG-076", "R5", "punto 2 de la reunión R4"),
        (16, "REG-101", "5", "entregables 17, 18, 19 y 20 (proyecto), 18/03/2024"),
        (18, "REG-077", "R2", "la sesión 2 (18/12/2023)"),
        (18, "REG-077", "R5", "la sesión 5 (19/03/2024)"),
        (19, "REG-100", "", "entregable 11"),
        (20, "REG-100", "", "entregable 6"),
        (22, "REG-100", "", "entregable 24"),
        (23, "REG-078", "", "la prueba del sistema y los simulacros"),
        (24, "REG-102", "3", "entregables 12 y 13 (acuerdo), 02/02/2024, 3 días"),
        (25, "REG-073", "1", "la sesión 1"),
        (40, "REG-065", "", "1, R1, R2, 2, R3, 3"),
    ],
)
def test_an_inconsistency_of_the_plan_is_found(
    found: tuple[Problem, ...], number: int, code: str, scope: str, told: str
) -> None:
    matching = [p for p in found if p.code == code and p.scope == scope and told in p.message]
    assert len(matching) == 1, f"number {number}"


def test_what_does_agree_in_the_plan_is_not_reported(found: tuple[Problem, ...]) -> None:
    codes = {problem.code for problem in found}
    assert not codes & {"REG-061", "REG-066", "REG-067", "REG-068", "REG-069", "REG-082", "REG-108"}
    roll = [problem.scope for problem in found if problem.code == "REG-073"]
    assert sorted(roll) == ["1", "2", "3", "4", "5", "6", "7", "8", "E1"]


def test_nothing_in_the_plan_is_an_error(found: tuple[Problem, ...]) -> None:
    assert {problem.severity for problem in found} == {Severity.WARNING, Severity.NOTICE}


def test_what_rests_on_an_unverified_norm_says_so(found: tuple[Problem, ...], normas: Normas) -> None:
    from cotaprep_docs.app.fundamentos import fundamentos  # noqa: PLC0415

    texts = fundamentos(normas)
    for problem in found:
        entry = normas.entrada(problem.kind.cita) if problem.kind.cita else None
        if entry is not None and not entry.marca.is_verificada:
            assert texts[problem.kind.cita].endswith("(sin verificar)")


@pytest.mark.parametrize(("lectura", "days"), [("mes_natural", "ningún día"), ("un_mes", "2 días")])
def test_both_readings_of_the_month_of_the_election(
    plan: Proceso, normas: Normas, lectura: str, days: str
) -> None:
    entry = dataclasses.replace(normas.parametros["mes_jornada"], valor=lectura)
    changed = dataclasses.replace(normas, parametros={**normas.parametros, "mes_jornada": entry})
    told = [p.params["entregables"] for p in check_proceso(plan_alone(plan), changed) if p.scope == "8"
            and p.code == "REG-102"]  # fmt: skip
    assert len(told) == 1
    assert told[0].endswith(days)
