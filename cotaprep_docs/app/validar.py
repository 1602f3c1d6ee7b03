"""Everything that is wrong with the trackers of a workspace, in one run."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.lectura import add_textos
from cotaprep_docs.app.libro import Libro
from cotaprep_docs.app.numeracion import number_problems
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.problem import Problem, has_errors, sort_problems
from cotaprep_docs.rules.avances import check_avances
from cotaprep_docs.rules.rules import check_sesiones
from cotaprep_docs.trackers.reader import read_avances, read_sesiones


def validate(workspace: Workspace) -> Resultado:
    """Return the problems of both workbooks, the norms file and the rules; no document.

    A workbook that cannot be read at all is a problem among the others, so that one run says it all; the
    exit code is then that of unreadable input.
    """
    problems: list[Problem] = []
    code = ExitCode.OK
    for stage in (_sesiones, _avances):
        try:
            problems.extend(stage(workspace))
        except CotaprepError as error:
            problems.extend(error.problems)
            code = max(code, error.exit_code)
    if code is ExitCode.OK and has_errors(problems):
        code = ExitCode.DATA_PROBLEMS
    return Resultado((), sort_problems(problems), code, _fundamentos(workspace))


def _fundamentos(workspace: Workspace) -> dict[str, str]:
    try:
        return fundamentos(read_normas(workspace.normas))
    except CotaprepError:  # reported among the problems
        return {}


def _sesiones(workspace: Workspace) -> Iterator[Problem]:
    checked = add_textos(workspace, read_sesiones(workspace.sesiones))
    yield from checked.problems
    normas: Normas = read_normas(workspace.normas)
    yield from check_sesiones(checked.value, normas)
    yield from number_problems(Libro(workspace.datos).read(), checked.value, normas)


def _avances(workspace: Workspace) -> Iterator[Problem]:
    checked = read_avances(workspace.avances)
    yield from checked.problems
    yield from check_avances(checked.value)
