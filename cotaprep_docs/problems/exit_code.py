"""Exit codes and the few exceptions a user can meet."""

from __future__ import annotations

import enum

from cotaprep_docs.problems.problem import Problem, sort_problems


class ExitCode(enum.IntEnum):
    """What the process tells the shell; part of the public interface."""

    OK = 0
    DATA_PROBLEMS = 1
    USAGE = 2
    UNREADABLE_INPUT = 3
    PROTECTED_FILE = 4
    MISSING_RESOURCE = 5
    INTERNAL_ERROR = 70


class CotaprepError(Exception):
    """Something outside the data stops the work: a file, a resource, a wrong request.

    Carries located problems (at least one), so that the console and JSON print it like any other.
    """

    exit_code = ExitCode.DATA_PROBLEMS

    def __init__(self, *problems: Problem) -> None:
        self.problems = sort_problems(problems)
        super().__init__("; ".join(f"{p.location}: {p.code}: {p.message}" for p in self.problems))


class DataProblems(CotaprepError):
    """Errors in the data stop what was asked for, or a definitive document was refused."""

    exit_code = ExitCode.DATA_PROBLEMS


class UsageProblem(CotaprepError):
    """What was asked for does not exist or makes no sense: an unknown key, the acta of a meeting."""

    exit_code = ExitCode.USAGE


class UnreadableInput(CotaprepError):
    """A tracker, template or DOCX is missing or cannot be read."""

    exit_code = ExitCode.UNREADABLE_INPUT


class ProtectedFile(CotaprepError):
    """A reviewed, signed or locked file was left as it is."""

    exit_code = ExitCode.PROTECTED_FILE


class MissingResource(CotaprepError):
    """A font, an optional program or a file of the installation is missing."""

    exit_code = ExitCode.MISSING_RESOURCE
