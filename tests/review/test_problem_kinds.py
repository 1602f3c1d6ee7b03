from __future__ import annotations

import string

from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.review import problem_kinds

KINDS = [kind for kind in vars(problem_kinds).values() if isinstance(kind, ProblemKind)]


def test_codes_are_this_packages_and_used_once() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) > 20
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("REV-") and len(code) == 7 for code in codes)


def test_hints_ask_for_nothing_that_the_message_does_not_know_or_the_store_does_not_give() -> None:
    given = {"archivo", "propuesta", "ejemplo", "motivo", "candado", "apartado", "version"}
    for kind in KINDS:
        asked = {
            field for text in (kind.message, kind.hint) for _, field, _, _ in string.Formatter().parse(text)
        }
        assert asked - {None} <= given
        problem = Problem(kind, FileLocation("salida"), dict.fromkeys(given, "valor"))
        assert problem.message
        assert problem.hint
