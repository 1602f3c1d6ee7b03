"""The long story of every code."""

from __future__ import annotations

import pytest

from cotaprep_docs.app.catalogue import SECTIONS
from cotaprep_docs.app.explicar import HISTORIAS, TITLES, explain
from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.normas import read_normas
from cotaprep_docs.problems.exit_code import UsageProblem

NORMAS = read_normas(data_folder() / "normas.toml")
CODES = [kind.code for _, kinds in SECTIONS for kind in kinds]
RULES = [code for code in CODES if code.startswith("REG")]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_at_least_from_its_kind(code: str) -> None:
    told = explain(code, NORMAS)
    assert told.codigo == code
    assert told.mensaje
    assert told.sugerencia
    assert told.alcance
    assert told.tema


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_its_story(code: str) -> None:
    story = HISTORIAS[code]
    for text in (story.por_que, story.ejemplo):
        assert text[0].isupper() or not text[0].isalpha()
        assert text.endswith((".", ")"))
        assert "  " not in text
    assert TITLES.get(code) or code == "REG-010"


@pytest.mark.parametrize("typed", ["REG-062", "reg62", "Reg 062", "reg\u2013062", "REG062"])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert explain(typed, NORMAS).codigo == "REG-062"


def test_the_norm_is_told_with_its_mark() -> None:
    assert "Marca M: de memoria; sin verificar" in explain("REG-001", NORMAS).norma
    assert "Marca V-semilla" in explain("REG-061", NORMAS).norma
    assert explain("REG-002", NORMAS).norma == ""
    assert "«sesiones_mes»" in explain("REG-061", None).norma


@pytest.mark.parametrize(("typed", "near"), [("REG-999", "REG-"), ("TRX-004", "TRK-004"), ("hola", "")])
def test_an_unknown_code_is_answered_with_the_nearest(typed: str, near: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        explain(typed, NORMAS)
    (problem,) = raised.value.problems
    assert problem.code == "APP-080"
    assert problem.params["parecido"].startswith(near)
    assert problem.params["parecido"] in CODES
