"""``numerar`` on real workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, codes, only_json

KEYS = {"serie", "anio", "numero", "texto", "acto", "estado", "fecha", "motivo"}


def test_numbers_are_taken_listed_and_cancelled(ficticio: Path, run: Run) -> None:
    would = only_json(run("numerar", "4", "--simular", "--formato", "json"))
    assert would["simulado"] is True
    assert not (ficticio / "data" / "numeracion.json").exists()
    taken = only_json(run("numerar", "4", "--formato", "json"))
    assert [{**one, "fecha": ""} for one in taken["numeros"]] == [
        {**one, "fecha": ""} for one in would["numeros"]
    ]
    assert all(set(one) == KEYS for one in taken["numeros"])
    number = taken["numeros"][0]["texto"]
    text = run("numerar", "--lista").stdout
    assert all(one["texto"] in text for one in taken["numeros"])
    cancelled = only_json(run("numerar", "--cancelar", number, "--motivo", "no va", "--formato", "json"))
    assert [(one["estado"], one["motivo"]) for one in cancelled["numeros"]] == [("cancelado", "no va")]
    assert "no va" in run("numerar", "--lista").stdout


@pytest.mark.parametrize(
    "line",
    [
        ("--cancelar", "X"),
        ("--cancelar", "X", "--motivo", " "),
        ("--motivo", "x"),
        ("--lista", "--simular"),
        ("4", "--lista"),
        ("4", "--cancelar", "X", "--motivo", "x"),
        ("--ejemplo", "--cancelar", "X", "--motivo", "x"),
        ("99",),
    ],
)
@pytest.mark.usefixtures("ficticio")
def test_what_makes_no_sense_is_answered_with_an_example(run: Run, line: tuple[str, ...]) -> None:
    result = run("numerar", *line)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "numerar" in result.stderr or "sesiones" in result.stderr


def test_the_example_that_comes_along_is_never_numbered(here: Path, run: Run) -> None:
    result = only_json(run("numerar", "3", "--ejemplo", "--formato", "json"))
    assert (result["numeros"], result["simulado"]) == ([], True)
    assert list(here.iterdir()) == []


def test_a_damaged_ledger_is_said_by_every_command_that_needs_it(ficticio: Path, run: Run) -> None:
    (ficticio / "data" / "numeracion.json").write_bytes(b"{")
    for line in (("numerar",), ("validar",), ("acta", "4")):
        result = run(*line, "--formato", "json")
        assert result.exit_code == 3
        assert "REV-036" in codes(result)
