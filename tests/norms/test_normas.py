from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import ReglaQuorum, read_normas
from cotaprep_docs.problems.exit_code import UnreadableInput


@pytest.mark.parametrize("name", ["normas.toml", "opl_ficticio/normas.toml"])
def test_the_norms_files_that_come_along_are_whole(name: str) -> None:
    normas = read_normas(data_folder() / name)
    assert normas.quorum is ReglaQuorum.MAYORIA
    assert all(entry.fuente for entry in (*normas.parametros.values(), *normas.citas.values()))


def test_only_a_verified_citation_may_be_printed(tmp_path: Path) -> None:
    text = (data_folder() / "normas.toml").read_text(encoding="utf-8")
    path = tmp_path / "normas.toml"
    path.write_text(text.replace('marca = "V-semilla"', 'marca = "M"'), encoding="utf-8")
    assert read_normas(path).fundamento("ordinarias") == ""
    assert read_normas(data_folder() / "normas.toml").fundamento("ordinarias")


@pytest.mark.parametrize(
    ("people", "majority", "two_thirds"), [(3, 2, 2), (4, 3, 3), (5, 3, 4), (39, 20, 26)]
)
def test_quorum_is_integer_arithmetic(people: int, majority: int, two_thirds: int) -> None:
    assert ReglaQuorum.MAYORIA.minimum(people) == majority
    assert ReglaQuorum.DOS_TERCIOS.minimum(people) == two_thirds


@given(st.integers(1, 10_000))
def test_quorum_is_the_smallest_number_that_is_enough(people: int) -> None:
    majority, two_thirds = ReglaQuorum.MAYORIA.minimum(people), ReglaQuorum.DOS_TERCIOS.minimum(people)
    assert 2 * majority > people >= 2 * (majority - 1)
    assert 3 * two_thirds >= 2 * people > 3 * (two_thirds - 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (None, "NOR-001"),
        (('valor = "mayoria"', 'valor = "mayoria'), "NOR-002"),
        (("[parametros.quorum]", "[parametros.cuorum]"), "NOR-003"),
        (('valor = "mayoria"', 'valor = "casi todos"'), "NOR-004"),
        (("[citas.ordinarias]", "[citas.ordinaria]"), "NOR-003"),
        (('texto = "el artículo 345, párrafo 2, del Reglamento de Elecciones"', "texto = 5"), "NOR-004"),
        (("valor = 72", 'valor = "tres días"'), "NOR-004"),
        (('valor = "America/Mexico_City"', "valor = 6"), "NOR-004"),
        (("valor = 120", "valor = 0"), "NOR-004"),
        (('marca = "V-semilla"', 'marca = "segura"'), "NOR-004"),
        (('fuente = "Práctica de órganos colegiados"', 'fuente = ""'), "NOR-004"),
        (('hechos = ["ordinarias"]', 'hechos = ["sesiones"]'), "NOR-004"),
        (('hechos = ["ordinarias"]', 'hecho = ["ordinarias"]'), "NOR-004"),
        (('entregables = ["11"]', "entregables = [11]"), "NOR-004"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, change: tuple[str, str] | None, code: str) -> None:
    path = tmp_path / "normas.toml"
    if change is not None:
        text = (data_folder() / "normas.toml").read_text(encoding="utf-8")
        path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(UnreadableInput) as raised:
        read_normas(path)
    assert code in {problem.code for problem in raised.value.problems}


def test_what_windows_puts_before_the_text_is_passed_over(tmp_path: Path) -> None:
    text = (data_folder() / "normas.toml").read_text(encoding="utf-8")
    path = tmp_path / "normas.toml"
    path.write_text(text, encoding="utf-8-sig")
    assert read_normas(path).quorum is ReglaQuorum.MAYORIA


def test_marks_say_what_is_verified() -> None:
    assert [marca for marca in Marca if marca.is_verificada] == [Marca.VERIFICADA, Marca.VERIFICADA_EN_PLAN]


def test_attributions_come_in_their_order_with_what_answers_them() -> None:
    normas = read_normas(data_folder() / "normas.toml")
    assert "".join(each.inciso for each in normas.atribuciones) == "abcdefghijkl"
    assert all(each.marca.is_verificada and each.texto for each in normas.atribuciones)
    matched = (each.clases | each.entregables | each.temas | each.hechos for each in normas.atribuciones)
    assert all(matched)
