"""Everything that is wrong with the trackers of a workspace, in one run."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.lectura import add_textos, add_textos_of_avances
from cotaprep_docs.app.libro import Libro
from cotaprep_docs.app.numeracion import number_problems
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.norms.problem_kinds import RULES_OFF
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, has_errors, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.rules.avances import check_avances
from cotaprep_docs.rules.plan.rules import broken_sheets, check_proceso, missing_entries
from cotaprep_docs.rules.rules import check_sesiones
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from cotaprep_docs.trackers.textos import Texto


@record(frozen=True, slots=True)
class Revision:
    """What a review of a workspace gives.

    Attributes:
        resultado: the problems, and what the process should end with.
        proceso: the trackers, as far as they could be read; None where the workbook could not be read at all.
        normas: the norms; None where their file could not be read.
        sesion: key of the session that was asked for; empty for all.
    """

    resultado: Resultado
    proceso: Proceso | None
    normas: Normas | None
    sesion: str = ""


def validate(workspace: Workspace, solo: str = "") -> Resultado:
    """Return the problems of both workbooks, the norms file and the rules; no document.

    Args:
        workspace: the folders.
        solo: key of the only session to tell of, as typed; empty for all.

    Raises:
        UsageProblem: there is no such session.
    """
    return review(workspace, solo).resultado


def review(workspace: Workspace, solo: str = "") -> Revision:
    """Return the same, with what was read.

    A workbook that cannot be read at all is a problem among the others, so that one run says it all; the
    exit code is then that of unreadable input.
    """
    run = _Run(workspace)
    proceso, normas = run.read_sesiones(), run.read_normas()
    proceso = run.add_avances(proceso)
    if proceso is not None and normas is not None:
        run.check(proceso, normas)
    problems, clave = sort_problems(run.problems), ""
    if solo and proceso is not None:
        clave = find_sesion(proceso, solo).clave
        problems = tuple(problem for problem in problems if _concerns(problem, clave))
    code = run.code
    if code is ExitCode.OK and has_errors(problems):
        code = ExitCode.DATA_PROBLEMS
    founding = fundamentos(normas) if normas is not None else {}
    return Revision(Resultado((), problems, code, founding), proceso, normas, clave)


def _concerns(problem: Problem, clave: str) -> bool:
    """Tell whether a problem is of a session, or an error of none in particular, which may be of it too."""
    return problem.scope == clave or (not problem.scope and has_errors((problem,)))


@record(slots=True)
class _Run:
    """One review: what was met so far, and how far it reaches."""

    workspace: Workspace
    problems: list[Problem] = dataclasses.field(default_factory=list)
    code: ExitCode = ExitCode.OK
    textos: tuple[Texto, ...] = ()

    def read_sesiones(self) -> Proceso | None:
        """Return what the workbook of the secretariat holds."""
        try:
            checked, self.textos = add_textos(self.workspace, read_sesiones(self.workspace.sesiones))
        except CotaprepError as error:
            self._note(error)
            return None
        self.problems += checked.problems
        return checked.value

    def read_normas(self) -> Normas | None:
        """Return the norms, and say which rules they switch off."""
        try:
            normas = read_normas(self.workspace.normas)
        except CotaprepError as error:
            self._note(error)
            return None
        if missing := missing_entries(normas):
            self.problems.append(RULES_OFF.at(FileLocation(normas.path), claves=", ".join(missing)))
        return normas

    def add_avances(self, proceso: Proceso | None) -> Proceso | None:
        """Return the process with what the workbook of the technical staff holds."""
        try:
            checked = add_textos_of_avances(read_avances(self.workspace.avances), self.textos)
        except CotaprepError as error:
            self._note(error)
            return proceso
        self.problems += checked.problems
        self.problems += check_avances(checked.value)
        return dataclasses.replace(proceso, avances=checked.value) if proceso is not None else None

    def check(self, proceso: Proceso, normas: Normas) -> None:
        """Run all rules, and look at the ledger of numbers."""
        broken = broken_sheets(self.problems)
        self.problems += check_sesiones(proceso, normas)
        self.problems += check_proceso(proceso, normas, broken=broken)
        try:
            self.problems += number_problems(Libro(self.workspace.datos).read(), proceso, normas)
        except CotaprepError as error:
            self._note(error)

    def _note(self, error: CotaprepError) -> None:
        self.problems += error.problems
        self.code = max(self.code, error.exit_code)
