"""Reviewing the Word templates of a workspace against what each kind of document offers them."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import LETTERHEAD, Workspace
from cotaprep_docs.documents.kinds import BINDING_KINDS, DOCUMENT_KINDS
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.problem import Problem, has_errors, sort_problems
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint


def review_templates(workspace: Workspace) -> Resultado:
    """Return all findings over all templates, in one run; no document."""
    problems: list[Problem] = []
    code = ExitCode.OK
    found: dict[str, Path | None] = {}
    templates = {kind.template: kind for kind in (*DOCUMENT_KINDS, *BINDING_KINDS)}
    for name in (LETTERHEAD, *templates):
        try:
            found[name] = workspace.template(name)
        except CotaprepError as error:
            problems.extend(error.problems)
            code = max(code, error.exit_code)
    for kind in templates.values():
        body = found.get(kind.template)
        if body is None:
            continue
        try:
            problems.extend(lint(body, contract_of(kind.context), letterhead=found.get(LETTERHEAD)))
        except CotaprepError as error:
            problems.extend(error.problems)
            code = max(code, error.exit_code)
    if code is ExitCode.OK and has_errors(problems):
        code = ExitCode.DATA_PROBLEMS
    return Resultado((), sort_problems(problems), code)
