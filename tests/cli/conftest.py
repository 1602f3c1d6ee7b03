"""Running command lines as a person would, from a folder of the test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click.testing
import pytest

from cotaprep_docs.cli.program import program
from tests.support.data_sets import copy_of

Run = Callable[..., click.testing.Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plan(here: Path) -> Path:
    """The current folder, with the data set of the plan in it."""
    return copy_of("plan", here / "data").parent


@pytest.fixture
def ficticio(here: Path) -> Path:
    """The current folder, with the fictitious data set in it."""
    return copy_of("ficticio", here / "data").parent


@pytest.fixture
def run() -> Run:
    """Run a command line; what no handler of ours caught fails the test."""

    def invoke(*args: str, **options: Any) -> click.testing.Result:
        return click.testing.CliRunner().invoke(program, args, catch_exceptions=False, **options)

    return invoke


def only_json(result: click.testing.Result) -> Any:
    """Return the object that standard output holds, which must hold nothing else."""
    value = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


def codes(result: click.testing.Result) -> list[str]:
    """Return the codes of the problems of a run with ``--formato json``."""
    return [problem["codigo"] for problem in only_json(result)["problemas"]]
