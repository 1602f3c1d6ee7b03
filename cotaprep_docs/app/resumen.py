"""Many results as one: what keeps several documents from being made is said once, with their names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cotaprep_docs.app.problem_kinds import (
    NOT_MADE,
    NOT_MADE_TOGETHER,
    REFUSED_GAPS,
    REFUSED_SAMPLE,
    REFUSED_TOGETHER,
)
from cotaprep_docs.app.results import Resultado, merge
from cotaprep_docs.problems.problem import Problem, ProblemKind, Severity, sort_problems

_NAMED: Final = 8
"""How many documents are named; the rest are counted."""
_REASONS: Final[tuple[tuple[ProblemKind, str], ...]] = (
    (REFUSED_GAPS, "les faltan datos"),
    (REFUSED_SAMPLE, "usan renglones marcados como muestra"),
)


def summarize(results: Sequence[tuple[str, Resultado]]) -> Resultado:
    """Return several results as one.

    Args:
        results: each with the name of its document, or empty where it is of none.
    """
    found = merge(result for _, result in results)
    apart = {NOT_MADE, *(kind for kind, _ in _REASONS)}
    kept = (problem for problem in found.problemas if problem.kind not in apart)
    problems = sort_problems((*kept, *_not_made(results), *_refused(results)))
    return dataclasses.replace(found, problemas=problems)


def _not_made(results: Iterable[tuple[str, Resultado]]) -> Iterator[Problem]:
    """Yield one problem for all documents that the same errors stopped."""
    groups: dict[tuple[object, ...], list[tuple[str, Problem, Problem]]] = {}
    for name, result in results:
        own = next((problem for problem in result.problemas if problem.kind == NOT_MADE), None)
        if own is not None:
            errors = [p for p in result.problemas if p.severity is Severity.ERROR and p is not own]
            key: tuple[object, ...] = tuple((str(p.location), p.code, *p.params.items()) for p in errors)
            groups.setdefault(key, []).append((name, own, errors[0]))
    for key, group in groups.items():
        _, own, cause = group[0]
        if len(group) == 1:
            yield own
            continue
        names = [name for name, _, _ in group]
        yield NOT_MADE_TOGETHER.at(
            cause.location,
            scope=cause.scope,
            cuantos=len(names),
            documentos=listed(names),
            errores=len(key),
        )


def _refused(results: Iterable[tuple[str, Resultado]]) -> Iterator[Problem]:
    """Yield one problem for all documents that were refused as definitive for a like reason."""
    pairs = [(name, problem) for name, result in results for problem in result.problemas]
    for kind, reason in _REASONS:
        group = [(name, problem) for name, problem in pairs if problem.kind == kind]
        if len(group) == 1:
            yield group[0][1]
        elif group:
            yield REFUSED_TOGETHER.at(
                group[0][1].location,
                cuantos=len(group),
                documentos=listed([name for name, _ in group]),
                motivo=reason,
                sugerencia=kind.hint,
            )


def listed(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    rest = len(names) - _NAMED
    return ", ".join(names) if rest <= 1 else f"{', '.join(names[:_NAMED])} y {rest} más"
