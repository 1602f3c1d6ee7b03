"""The terms of the deliverables as dates, and the points that answer them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.avance import Avances, Simulacro
from cotaprep_docs.domain.entrega import Entrega, build_entregas, entregable_numbers
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import Norma, Normas, read_normas
from tests.support.planes import a_plan, agenda, moved, punto

NORMAS = read_normas(data_folder() / "normas.toml")


def entregas(jornada: str | None, normas: Normas = NORMAS, **rows: Any) -> dict[int, Entrega]:
    day = dt.date.fromisoformat(jornada) if jornada else None
    organismo = dataclasses.replace(a_plan().organismo, fecha_jornada=day)
    proceso = a_plan(organismo=organismo, **{"avances": Avances(), **rows})
    return {one.entregable.numero: one for one in build_entregas(proceso, normas)}


# As an institute published them for 2027, and what the same count gives for 2024.
TERMS_2027 = {
    1: ["09-06+09-11"], 2: ["09-06+09-11"], 4: ["10-06", "11-06+11-11"], 5: ["11-06+11-11"],
    6: ["10-06", "12-06"], 7: ["12-06+12-11"], 8: ["12-06", "01-06+01-11"], 9: ["01-06+01-11"],
    10: ["01-06", "02-06+02-11"], 14: ["02-06+02-11"], 15: ["02-06", "03-06+03-11"],
    16: ["03-06", "04-06+04-11"], 17: ["03-22", "04-06+04-11"], 20: ["03-22", "04-06+04-11"],
    21: ["04-16"], 22: ["04-18"], 23: ["04-26"], 24: ["06-01"], 26: ["05-13", "06-01"], 27: ["06-05"],
    28: ["06-12"], 29: ["07-06"], 30: ["07-06"], 31: ["07-06"], 32: ["06-30"],
}  # fmt: skip
TERMS_2024 = {
    1: ["09-02+09-07"], 4: ["10-02", "11-02+11-07"], 8: ["12-02", "01-02+01-07"], 12: ["01-02", "02-02+02-07"],
    17: ["03-18", "04-02+04-07"], 26: ["05-09", "05-28"], 27: ["06-01"], 28: ["06-08"], 31: ["07-02"],
    32: ["06-30"],
}  # fmt: skip


@pytest.mark.parametrize(("jornada", "terms"), [("2027-06-06", TERMS_2027), ("2024-06-02", TERMS_2024)])
def test_terms_are_those_published(jornada: str, terms: dict[int, list[str]]) -> None:
    found = entregas(jornada)
    for number, expected in terms.items():
        shown = [
            f"{due.fecha:%m-%d}" + (f"+{due.remision:%m-%d}" if due.remision else "")
            for due in found[number].vencimientos
        ]
        assert shown == expected, number


def test_a_monthly_one_is_due_five_days_into_the_next_month_and_never_after_the_eve() -> None:
    days = [due.fecha for due in entregas("2027-06-02")[3].vencimientos]
    assert days[0] == dt.date(2026, 11, 5)
    assert days[-1] == dt.date(2027, 6, 1)
    assert len(days) == 8


def test_real_days_prevail_over_those_derived() -> None:
    drill = Simulacro("S1", 1, dt.date(2027, 5, 2))
    tested = {**NORMAS.parametros, "fecha_prueba": Norma("fecha_prueba", Marca.VERIFICADA, "p", "2027-04-10")}
    found = entregas(
        "2027-06-06",
        dataclasses.replace(NORMAS, parametros=tested),
        avances=Avances(simulacros=(drill,)),
    )
    assert [due.fecha for due in found[21].vencimientos] == [dt.date(2027, 4, 5)]
    assert found[26].vencimientos[0].fecha == dt.date(2027, 4, 29)


def test_without_the_day_of_the_election_nothing_is_due() -> None:
    assert {due.fecha for one in entregas(None).values() for due in one.vencimientos} == {None}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12, 13", (12, 13)),
        ("17 a 20", (17, 18, 19, 20)),
        ("17-19 y 32", (17, 18, 19, 32)),
        ("12,12", (12,)),
        ("", ()),
        ("el plan", ()),
        ("20 a 17", ()),
    ],
)
def test_a_cell_names_one_deliverable_or_several(text: str, numbers: tuple[int, ...]) -> None:
    assert entregable_numbers(text) == numbers


def test_points_answer_by_date_unless_withdrawn_or_cancelled() -> None:
    extra = [punto(clave, "6", "Plan.", ClasePunto.APROBACION, "16") for clave in ("3", "2", "1")]
    extra[1] = dataclasses.replace(extra[1], estado=EstadoPunto.RETIRADO)
    rows: dict[str, Any] = {"puntos": agenda(*extra), "sesiones": moved("1", estado=EstadoSesion.CANCELADA)}
    found = entregas("2027-06-06", **rows)[16]
    assert [one.sesion.clave for one in found.tratamientos] == ["3"]
    assert found.en_sesion == found.tratamientos
    assert found.en_reunion == ()
