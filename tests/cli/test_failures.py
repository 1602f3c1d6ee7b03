"""How runs end that give no result: one message in Spanish, one exit code, never a traceback."""

from __future__ import annotations

from typing import Any

import click.testing
import pytest

from cotaprep_docs.cli.command import CONTEXT, Example
from cotaprep_docs.cli.program import Program
from tests.cli.conftest import codes, only_json

FAULTY = Program(
    "prueba",
    modules={"terminar": "tests.cli.faulty_command"},
    context_settings=CONTEXT,
    examples=(Example("terminar falla", "falla"),),
)

ENDINGS = [
    ("falla", 70, "APP-012"),
    ("interrumpe", 130, "APP-011"),
    ("recurso", 5, "XXX-001"),
]


def finish(*args: str, **options: Any) -> click.testing.Result:
    return click.testing.CliRunner().invoke(FAULTY, ("terminar", *args), catch_exceptions=False, **options)


@pytest.mark.parametrize(("how", "exit_code", "code"), ENDINGS)
def test_text(how: str, exit_code: int, code: str) -> None:
    result = finish(how)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr
    assert how != "recurso" or code in result.stderr


@pytest.mark.parametrize(("how", "exit_code", "code"), ENDINGS)
def test_json(how: str, exit_code: int, code: str) -> None:
    result = finish(how, "--formato", "json")
    assert (result.exit_code, codes(result)) == (exit_code, [code])
    assert only_json(result)["documentos"] == []
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("how", "kind"), [("falla", "ZeroDivisionError"), ("recurso", "MissingResource")])
def test_the_traceback_is_shown_when_asked_for(how: str, kind: str) -> None:
    result = finish(how, "--depurar", "--formato", "json")
    assert "Traceback" in result.stderr
    assert kind in result.stderr
    assert only_json(result)


def test_a_fault_says_how_to_report_it() -> None:
    assert "--depurar" in finish("falla").stderr
    assert "ZeroDivisionError" in finish("falla").stderr


def test_a_fault_while_showing_the_result() -> None:
    result = finish("al-mostrar-falla")
    assert result.exit_code == 70
    assert "Traceback" not in result.stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    result = finish("al-mostrar-tubo")
    assert (result.exit_code, result.output) == (0, "")
