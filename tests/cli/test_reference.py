"""docs/cli.md says what the program does today."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.cli.program import program
from cotaprep_docs.cli.reference import EXIT_CODES, helps, reference
from cotaprep_docs.problems.exit_code import ExitCode

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run: python docs/generar.py"


def test_every_command_is_there() -> None:
    text = reference()
    paths = [path for path, _ in helps()]
    assert len(paths) > len(program.modules)
    for path in paths:
        assert f"## {path}\n" in text
    for name in program.modules:
        assert f"cotaprep-docs {name}" in paths


def test_every_exit_code_is_explained() -> None:
    assert set(EXIT_CODES) == {*ExitCode, 130}
