"""Several things saved together, each in its own steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import CotaprepError, ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.lock import folder_lock
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.names import MANIFEST_NAME
from cotaprep_docs.review.problem_kinds import FILE_BUSY
from cotaprep_docs.review.saving import Saving, save_alone, save_together
from cotaprep_docs.review.store import Store
from cotaprep_docs.review.transaction import Version
from tests.review.disks import noting_disk, quick_disk


def busy(name: str) -> ProtectedFile:
    return ProtectedFile(FILE_BUSY.at(FileLocation(name), archivo=name))


def steps(stem: str, count: int) -> Saving[list[Result]]:
    """Save as many files one after the other; none for a saving that has nothing to save."""
    results = []
    for number in range(count):
        outcome = yield Version.of(f"{stem}-{number}.docx", stem.encode(), Record())
        results.append(outcome.result)
    return results


def failing(stem: str) -> Saving[list[Result]]:
    yield Version.of(f"{stem}.docx", b"one", Record())
    raise busy(stem)


def forgiving(store: Store) -> Saving[list[Result]]:
    (store.folder / "taken.docx").mkdir()
    try:
        yield Version.of("taken.docx", b"two", Record())
    except CotaprepError:
        outcome = yield Version.of("other.docx", b"two", Record())
        return [outcome.result]
    return []


def test_each_gives_back_its_own_whatever_the_others_do(store: Store) -> None:
    savings = [steps("a", 3), steps("b", 0), failing("c"), forgiving(store), steps("a", 1)]
    first, none, failed, forgiven, again = save_together(store, savings)
    assert first == [Result.WRITTEN] * 3
    assert none == []
    assert isinstance(failed, ProtectedFile)
    assert forgiven == [Result.WRITTEN]
    assert again == [Result.UNCHANGED]
    names = {"a-0.docx", "a-1.docx", "a-2.docx", "c.docx", "other.docx"}
    assert set(store.entries()) == names


def test_what_is_asked_for_at_the_same_time_is_one_change(tmp_path: Path) -> None:
    disk, placed = noting_disk()
    store = Store(tmp_path, disk=disk)
    save_together(store, [steps("a", 2), steps("b", 1)])
    once = [MANIFEST_NAME, "a-0.docx", "b-0.docx", MANIFEST_NAME]
    assert placed == [*once, MANIFEST_NAME, "a-1.docx", MANIFEST_NAME]


def test_a_folder_that_takes_nothing_stops_them_all(tmp_path: Path) -> None:
    store = Store(tmp_path, disk=quick_disk(), patience=0)
    with folder_lock(tmp_path, patience=0):
        found = save_together(store, [steps("a", 1), steps("b", 0), steps("c", 2)])
        assert [isinstance(each, CotaprepError) for each in found] == [True, False, True]
        with pytest.raises(ProtectedFile):
            save_alone(store, steps("d", 1))
    assert not list(tmp_path.glob("*.docx"))
