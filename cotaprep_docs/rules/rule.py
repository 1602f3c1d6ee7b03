"""`Rule`: one check over what the trackers say of a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Rule:
    """A check.

    Attributes:
        kind: the problem it reports: code, severity, words.
        title: what it watches over, in Spanish.
        check: yields a problem per finding.
    """

    kind: ProblemKind
    title: str
    check: Callable[[Desarrollo], Iterator[Problem]]
