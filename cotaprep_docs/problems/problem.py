"""Problems as values: what is wrong, where, and how to mend it."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from cotaprep_docs.problems.location import CellLocation, FileLocation, TemplateLocation
from cotaprep_docs.records import record

T = TypeVar("T")

AnyLocation = CellLocation | TemplateLocation | FileLocation


class Severity(enum.Enum):
    """How far a problem reaches: an error stops what depends on it, the others never stop."""

    ERROR = "error"
    WARNING = "advertencia"
    NOTICE = "aviso"


@record(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem; all its Spanish text is here.

    Attributes:
        code: stable code, such as ``TRK-004``; never reused.
        severity: see `Severity`.
        message: what is wrong, a `str.format` template over the problem's parameters.
        hint: what to type or do, with an example; never empty.
        cita: name of an entry of the norms file, only for legal rules.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    cita: str = ""

    def at(
        self,
        location: AnyLocation,
        *,
        related: tuple[AnyLocation, ...] = (),
        scope: str = "",
        **params: object,
    ) -> Problem:
        """Return a problem of this kind at a place."""
        texts = {name: str(value) for name, value in params.items()}
        return Problem(self, location, texts, related, scope)


@record(frozen=True, slots=True)
class Problem:
    """One problem at one place.

    Attributes:
        kind: what kind it is.
        location: where to look.
        params: the values its message and hint mention.
        related: other places that matter, such as the first of two duplicates.
        scope: key of the session it concerns; empty where it concerns the whole process.
    """

    kind: ProblemKind
    location: AnyLocation
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)
    related: tuple[AnyLocation, ...] = ()
    scope: str = ""

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """The severity of its kind."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong, in Spanish."""
        return self.kind.message.format_map(self.params)

    @property
    def hint(self) -> str:
        """What to do about it, in Spanish."""
        return self.kind.hint.format_map(self.params)

    @property
    def sort_key(self) -> tuple[tuple[str, str, int, int], str, tuple[str, ...]]:
        """Order by place, then code."""
        return (self.location.sort_key, self.code, tuple(self.params.values()))


@record(frozen=True, slots=True)
class Checked(Generic[T]):
    """What a stage gives: a value, where one could be made, and the problems met on the way."""

    value: T
    problems: tuple[Problem, ...] = ()


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in reading order, without exact repetitions."""
    unique: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        unique.setdefault((str(problem.location), problem.code, *problem.params.items()), problem)
    return tuple(sorted(unique.values(), key=lambda problem: problem.sort_key))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
