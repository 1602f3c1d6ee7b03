"""The power goes off at every call of every kind of save: no edit is lost, nothing of ours is disowned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Outcome, Store
from tests.review.disks import FragileDisk, Moment, PowerCut, quick_disk

ACTA = Record("acta", "3", tool="0.1.0")
NAME, PROPOSAL = "acta-3.docx", "acta-3.propuesta.docx"
OURS, NEWER, EDITED = b"ours " * 20, b"newer " * 30, b"edited by legal " * 10
KEPT = (Result.KEPT_EDITED, Result.KEPT_REVIEWED, Result.KEPT_UNKNOWN)


def _nothing(store: Store) -> None:
    del store


def _generated(store: Store) -> None:
    store.save(NAME, OURS, ACTA)


def _edited(store: Store) -> None:
    _generated(store)
    (store.folder / NAME).write_bytes(EDITED)


def _gone(store: Store) -> None:
    _generated(store)
    (store.folder / NAME).unlink()


def _proposed(store: Store) -> None:
    _edited(store)
    store.save(NAME, b"in between", ACTA)


def _accepted(store: Store) -> None:
    _edited(store)
    store.save(NAME, NEWER, ACTA)
    (store.folder / NAME).write_bytes(NEWER)


def _broken(store: Store) -> None:
    (store.folder / ".manifiesto.json").write_bytes(b"{broken")


def _broken_and_there(store: Store) -> None:
    (store.folder / NAME).write_bytes(NEWER)
    _broken(store)


# What happened before; the results the repeated save may have; the folder as it must be in the end.
SITUATIONS = {
    "nothing": (_nothing, {Result.WRITTEN, Result.UNCHANGED}, {NAME: NEWER}),
    "generated": (_generated, {Result.REPLACED, Result.UNCHANGED}, {NAME: NEWER}),
    "edited": (_edited, {Result.KEPT_REVIEWED}, {NAME: EDITED, PROPOSAL: NEWER}),
    "gone": (_gone, {Result.REWRITTEN, Result.UNCHANGED}, {NAME: NEWER}),
    "proposed": (_proposed, {Result.KEPT_REVIEWED}, {NAME: EDITED, PROPOSAL: NEWER}),
    "accepted": (_accepted, {Result.ADOPTED, Result.UNCHANGED}, {NAME: NEWER}),
    "broken": (_broken, {Result.WRITTEN, Result.UNCHANGED}, {NAME: NEWER}),
    "broken-and-there": (_broken_and_there, {Result.ADOPTED, Result.UNCHANGED}, {NAME: NEWER}),
}
WHOLE = {OURS, NEWER, EDITED, b"in between"}


def _documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("acta-*")}


def _cut_short(folder: Path, fragile: FragileDisk, new: bytes = NEWER) -> Outcome | None:
    try:
        return Store(folder, disk=fragile.disk).save(NAME, new, ACTA)
    except PowerCut:
        return None


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_whenever_it_stops_the_next_run_goes_on(tmp_path: Path, situation: str, moment: Moment) -> None:
    prepare, expected, final = SITUATIONS[situation]
    for cut_at in range(1, 200):
        folder = tmp_path / str(cut_at)
        _prepare(folder, prepare)
        before = _documents(folder)
        outcome = _cut_short(folder, FragileDisk(cut_at, moment))
        if outcome is not None:
            break
        after = _documents(folder)
        assert set(after.values()) <= WHOLE, "a torn file under a document's name"
        if before.get(NAME) == EDITED:
            assert after[NAME] == EDITED
        again = Store(folder, disk=quick_disk()).save(NAME, NEWER, ACTA)
        assert again.result in expected
        _check_end(folder, final)
    assert outcome is not None
    assert cut_at > 5, "too few calls: the cut cannot have met the writing"
    _check_end(folder, final)


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("situation", ["nothing", "generated", "gone"])
def test_after_a_crash_with_a_version_the_following_version_is_not_refused(
    tmp_path: Path, situation: str, moment: Moment
) -> None:
    prepare, _, _ = SITUATIONS[situation]
    for cut_at in range(1, 200):
        folder = tmp_path / str(cut_at)
        _prepare(folder, prepare)
        if _cut_short(folder, FragileDisk(cut_at, moment)) is not None:
            break
        later = Store(folder, disk=quick_disk()).save(NAME, b"third version", ACTA)
        assert later.result not in KEPT
        assert _documents(folder) == {NAME: b"third version"}
    assert cut_at > 5


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("next_version", [OURS, NEWER, b"third version"])
def test_an_edit_made_after_a_crash_is_kept(tmp_path: Path, moment: Moment, next_version: bytes) -> None:
    for cut_at in range(1, 200):
        folder = tmp_path / str(cut_at)
        _prepare(folder, _generated)
        if _cut_short(folder, FragileDisk(cut_at, moment)) is not None:
            break
        (folder / NAME).write_bytes(EDITED)
        assert Store(folder, disk=quick_disk()).save(NAME, next_version, ACTA).result in KEPT
        assert _documents(folder)[NAME] == EDITED
    assert cut_at > 5


@pytest.mark.parametrize("moment", Moment)
def test_two_crashes_in_a_row_disown_nothing(tmp_path: Path, moment: Moment) -> None:
    for first in range(1, 20):
        for second in range(1, 20):
            folder = tmp_path / f"{first}-{second}"
            _prepare(folder, _generated)
            _cut_short(folder, FragileDisk(first, moment))
            _cut_short(folder, FragileDisk(second, moment), b"third version")
            store = Store(folder, disk=quick_disk())
            assert store.save(NAME, b"fourth version", ACTA).result not in KEPT
            _check_end(folder, {NAME: b"fourth version"})


def _prepare(folder: Path, prepare: Callable[[Store], None]) -> None:
    prepare(Store(folder, disk=quick_disk()))


def _check_end(folder: Path, final: dict[str, bytes]) -> None:
    assert _documents(folder) == final
    assert not list(folder.glob(".*cotaprep-tmp"))
    store = Store(folder, disk=quick_disk())
    assert not store.problems
    assert not any(entry.pending for entry in store.entries().values())
