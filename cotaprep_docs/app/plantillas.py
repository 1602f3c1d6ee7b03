"""Reviewing the Word templates of a workspace against what each kind of document offers them."""

from __future__ import annotations

from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import LETTERHEAD, Workspace
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.problem import Problem, has_errors, sort_problems
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint


def review_templates(workspace: Workspace) -> Resultado:
    """Return all findings over all templates, in one run; no document."""
    problems: list[Problem] = []
    code = ExitCode.OK
    for kind in DOCUMENT_KINDS:
        try:
            template, letterhead = workspace.template(kind.template), workspace.template(LETTERHEAD)
            problems.extend(lint(template, contract_of(kind.context), letterhead=letterhead))
        except CotaprepError as error:
            problems.extend(error.problems)
            code = max(code, error.exit_code)
    if code is ExitCode.OK and has_errors(problems):
        code = ExitCode.DATA_PROBLEMS
    return Resultado((), sort_problems(problems), code)
