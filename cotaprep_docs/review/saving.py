"""`Saving`: how one thing is saved step by step, written so that many can take their steps together.

A saving yields each version it wants in the folder and is sent what became of it; a PDF, for instance, is
known only once its DOCX is in place. What several of them ask for at the same time is one change of the
folder, which costs hardly more than a change of one file.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeAlias, TypeVar

from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.review.store import Outcome, Store
from cotaprep_docs.review.transaction import Version

T = TypeVar("T")

Saving: TypeAlias = Generator[Version, Outcome, T]


def save_together(store: Store, savings: Sequence[Saving[T]]) -> tuple[T | CotaprepError, ...]:
    """Carry several savings to their end, step by step together.

    Args:
        store: the folder.
        savings: not begun yet.

    Returns:
        What each gives back, or what stopped it; that stops no other.
    """
    results: dict[int, T | CotaprepError] = {}
    answers: dict[int, Outcome | CotaprepError | None] = dict.fromkeys(range(len(savings)))
    while answers:
        asked: dict[int, Version] = {}
        for index, answer in answers.items():
            try:
                asked[index] = _go_on(savings[index], answer)
            except StopIteration as end:
                results[index] = end.value
            except CotaprepError as error:
                results[index] = error
        answers = dict(zip(asked, _save(store, tuple(asked.values())), strict=True))
    return tuple(results[index] for index in range(len(savings)))


def save_alone(store: Store, saving: Saving[T]) -> T:
    """Carry one saving to its end.

    Raises:
        CotaprepError: what stopped it.
    """
    (result,) = save_together(store, (saving,))
    if isinstance(result, CotaprepError):
        raise result
    return result


def _go_on(saving: Saving[T], answer: Outcome | CotaprepError | None) -> Version:
    """Return what a saving asks for next; it ends with `StopIteration`."""
    if answer is None:
        return next(saving)
    return saving.throw(answer) if isinstance(answer, CotaprepError) else saving.send(answer)


def _save(store: Store, versions: Sequence[Version]) -> Sequence[Outcome | CotaprepError]:
    if not versions:
        return ()
    try:
        return store.save_all(versions)
    except CotaprepError as error:  # the folder does not take any of them
        return (error,) * len(versions)
