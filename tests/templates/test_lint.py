from __future__ import annotations

from typing import Any

import pytest

from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint
from tests.templates.wordfiles import FOLDER


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=lambda kind: kind.tipo)
def test_linter_finds_nothing_at_all(kind: DocumentKind[Any]) -> None:
    found = lint(FOLDER / kind.template, contract_of(kind.context), letterhead=FOLDER / "membrete.docx")
    assert [(problem.code, str(problem.location)) for problem in found] == []


def test_linter_finds_what_the_other_kind_does_not_offer() -> None:
    found = lint(FOLDER / "acta.docx", contract_of(ConvocatoriaContext), letterhead=FOLDER / "membrete.docx")
    assert found
