"""The deliverables of the norms file: read whole, or said to make no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.normas import read_normas
from cotaprep_docs.problems.exit_code import UnreadableInput

ENTRY = """
[entregables.99]
titulo = "Constancia"
plazos = [{ fase = "Única", desde = "jornada", meses = -1, dias = 2, remitir = 5 }]
fuente = "prueba"
marca = "I"
"""


def save(folder: Path, extra: str) -> Path:
    path = folder / "normas.toml"
    path.write_text((data_folder() / "normas.toml").read_text(encoding="utf-8") + extra, encoding="utf-8")
    return path


def test_the_thirty_two_are_there_with_their_source() -> None:
    entregables = read_normas(data_folder() / "normas.toml").entregables
    assert [one.numero for one in entregables] == list(range(1, 33))
    assert all(one.titulo and one.fuente and one.plazos for one in entregables)
    verified = [one.numero for one in entregables if any(p.marca.is_verificada for p in one.plazos)]
    assert verified == [1, 2, 4, 32]


def test_an_institute_adds_its_own(tmp_path: Path) -> None:
    last = read_normas(save(tmp_path, ENTRY)).entregables[-1]
    (plazo,) = last.plazos
    assert (last.numero, last.comite, plazo.meses, plazo.dias, plazo.remitir) == (99, False, -1, 2, 5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('desde = "jornada"', 'desde = "mañana"'),
        ("meses = -1", 'meses = "uno"'),
        ("meses = -1", "meses = true"),
        ("meses = -1", "anios = 1"),
        ('marca = "I"', 'marca = "segura"'),
        ('titulo = "Constancia"', 'titulo = ""'),
        ("[entregables.99]", "[entregables.otro]"),
        ('fuente = "prueba"', "fuente = 3"),
        ("plazos = [{", 'plazos = ["x", {'),
    ],
)
def test_an_entry_that_makes_no_sense_is_said(tmp_path: Path, old: str, new: str) -> None:
    assert old in ENTRY
    with pytest.raises(UnreadableInput) as raised:
        read_normas(save(tmp_path, ENTRY.replace(old, new)))
    assert [problem.code for problem in raised.value.problems] == ["NOR-005"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sábado, domingo, 1 de enero", "sábado, domingo, el puente"),
        ('valor = "mes_natural"', 'valor = "mes"'),
        ("valor = 46", "valor = -1"),
        ("valor = 46", 'valor = "46"'),
    ],
)
def test_a_parameter_of_the_rules_that_makes_no_sense_is_said(tmp_path: Path, old: str, new: str) -> None:
    path = save(tmp_path, "")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableInput) as raised:
        read_normas(path)
    assert [problem.code for problem in raised.value.problems] == ["NOR-004"]
