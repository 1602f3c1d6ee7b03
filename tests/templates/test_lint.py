from __future__ import annotations

import pytest

from cotaprep_docs.documents.acta_context import ActaContext
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint
from tests.templates.wordfiles import FOLDER


@pytest.mark.parametrize(("name", "kind"), [("acta", ActaContext), ("convocatoria", ConvocatoriaContext)])
def test_linter_finds_nothing_at_all(name: str, kind: type) -> None:
    found = lint(FOLDER / f"{name}.docx", contract_of(kind), letterhead=FOLDER / "membrete.docx")
    assert [(problem.code, str(problem.location)) for problem in found] == []


def test_linter_finds_what_the_other_kind_does_not_offer() -> None:
    found = lint(FOLDER / "acta.docx", contract_of(ConvocatoriaContext), letterhead=FOLDER / "membrete.docx")
    assert found
