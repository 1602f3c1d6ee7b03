"""Everything the program can report: one code each, a remedy each, and a page that says so."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from cotaprep_docs.app.catalogue import SECTIONS
from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.normas import read_normas
from cotaprep_docs.problems.problem import ProblemKind, Severity

KINDS = [kind for _, kinds in SECTIONS for kind in kinds]
PACKAGE = Path(__file__).parents[2] / "cotaprep_docs"


def fields(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field}


def test_codes_are_unique_and_well_formed() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[A-Z]{3}-\d{3}", code) for code in codes)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_says_what_is_wrong_and_what_to_do(kind: ProblemKind) -> None:
    assert len(kind.hint) > 9 or kind.hint == "{sugerencia}"
    assert kind.hint != kind.message
    assert not kind.message.endswith(".")
    assert not kind.message[0].islower()
    assert not kind.hint[0].islower()
    assert kind.hint.endswith((".", "?", "}"))


def test_every_declared_kind_is_in_the_catalogue() -> None:
    for path in PACKAGE.rglob("problem_kinds.py"):
        declared = set(re.findall(r'"([A-Z]{3}-\d{3})"', path.read_text(encoding="utf-8")))
        assert declared <= {kind.code for kind in KINDS}, path


def test_a_rule_on_an_unverified_norm_is_never_an_error() -> None:
    """Also for an institute that verified less: only what contradicts itself is an error."""
    normas = read_normas(data_folder() / "normas.toml")
    for kind in KINDS:
        if kind.cita:
            entry = normas.entrada(kind.cita)
            assert entry is not None, kind.code
            assert entry.marca.is_verificada or kind.severity is not Severity.ERROR, kind.code
