"""The power goes off at every call of every kind of save: no edit is lost, nothing of ours is disowned.

Of one file, and of several saved together, each of which stands in its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Outcome, Store
from cotaprep_docs.review.transaction import Version
from tests.review.disks import FragileDisk, Moment, PowerCut, quick_disk

ACTA = Record("acta", "3", tool="0.1.0")
NAME, PROPOSAL = "acta-3.docx", "acta-3.propuesta.docx"
OURS, NEWER, EDITED = b"ours " * 20, b"newer " * 30, b"edited by legal " * 10
KEPT = (Result.KEPT_EDITED, Result.KEPT_REVIEWED, Result.KEPT_UNKNOWN)


def _nothing(store: Store, name: str) -> None:
    del store, name


def _generated(store: Store, name: str) -> None:
    store.save(name, OURS, ACTA)


def _edited(store: Store, name: str) -> None:
    _generated(store, name)
    (store.folder / name).write_bytes(EDITED)


def _gone(store: Store, name: str) -> None:
    _generated(store, name)
    (store.folder / name).unlink()


def _proposed(store: Store, name: str) -> None:
    _edited(store, name)
    store.save(name, b"in between", ACTA)


def _accepted(store: Store, name: str) -> None:
    _edited(store, name)
    store.save(name, NEWER, ACTA)
    (store.folder / name).write_bytes(NEWER)


def _broken(store: Store, name: str) -> None:
    del name
    (store.folder / ".manifiesto.json").write_bytes(b"{broken")


def _broken_and_there(store: Store, name: str) -> None:
    (store.folder / name).write_bytes(NEWER)
    _broken(store, name)


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


def _prepare(folder: Path, prepare: Callable[[Store, str], None], name: str = NAME) -> None:
    prepare(Store(folder, disk=quick_disk()), name)


def _check_end(folder: Path, final: dict[str, bytes]) -> None:
    assert _documents(folder) == final
    assert not list(folder.glob(".*cotaprep-tmp"))
    store = Store(folder, disk=quick_disk())
    assert not store.problems
    assert not any(entry.pending for entry in store.entries().values())


# Several at once -----------------------------------------------------------------------------------------

TOGETHER = {
    f"acta-{number}.docx": situation
    for number, situation in enumerate(each for each in SITUATIONS if "broken" not in each)
}
"""A file in each situation, to be saved in one change."""


def _all_prepared(folder: Path) -> dict[str, bytes]:
    for name, situation in TOGETHER.items():
        _prepare(folder, SITUATIONS[situation][0], name)
    return _documents(folder)


def _cut_short_together(
    folder: Path, fragile: FragileDisk, new: bytes = NEWER
) -> tuple[Outcome | CotaprepError, ...] | None:
    try:
        return Store(folder, disk=fragile.disk).save_all([Version.of(name, new, ACTA) for name in TOGETHER])
    except PowerCut:
        return None


def _results(found: Iterable[Outcome | CotaprepError]) -> list[Result]:
    outcomes = [each for each in found if isinstance(each, Outcome)]
    assert len(outcomes) == len(TOGETHER)
    return [outcome.result for outcome in outcomes]


def _end_of_all() -> dict[str, bytes]:
    return {
        own.replace(Path(NAME).stem, Path(name).stem): data
        for name, situation in TOGETHER.items()
        for own, data in SITUATIONS[situation][2].items()
    }


@pytest.mark.parametrize("moment", Moment)
def test_whenever_several_stop_the_next_run_goes_on(tmp_path: Path, moment: Moment) -> None:
    mixed = False
    for cut_at in range(1, 400):
        folder = tmp_path / str(cut_at)
        before = _all_prepared(folder)
        found = _cut_short_together(folder, FragileDisk(cut_at, moment))
        if found is not None:
            break
        after = _documents(folder)
        assert set(after.values()) <= WHOLE, "a torn file under a document's name"
        assert all(after[name] == EDITED for name, data in before.items() if data == EDITED)
        replaced = [after.get(name) == NEWER for name in TOGETHER if before.get(name) in (None, OURS)]
        mixed = mixed or len(set(replaced)) > 1
        store = Store(folder, disk=quick_disk())
        again = _results(store.save_all([Version.of(name, NEWER, ACTA) for name in TOGETHER]))
        for result, situation in zip(again, TOGETHER.values(), strict=True):
            assert result in SITUATIONS[situation][1]
        _check_end(folder, _end_of_all())
    assert found is not None
    assert cut_at > 30, "too few calls: the cut cannot have met the writing of all"
    assert mixed or moment is Moment.FORGOTTEN, "never between two of them"
    _check_end(folder, _end_of_all())


@pytest.mark.parametrize("moment", Moment)
def test_after_a_crash_with_several_none_of_ours_is_refused_and_no_edit_is_lost(
    tmp_path: Path, moment: Moment
) -> None:
    ours = [name for name, situation in TOGETHER.items() if situation in ("nothing", "generated", "gone")]
    for cut_at in range(1, 400):
        folder = tmp_path / str(cut_at)
        _all_prepared(folder)
        if _cut_short_together(folder, FragileDisk(cut_at, moment)) is not None:
            break
        touched = ours[cut_at % len(ours)]
        (folder / touched).write_bytes(EDITED)
        store = Store(folder, disk=quick_disk())
        third = _results(store.save_all([Version.of(name, b"third version", ACTA) for name in TOGETHER]))
        for name, result in zip(TOGETHER, third, strict=True):
            if name == touched:
                assert result in KEPT
            elif name in ours:
                assert result not in KEPT
        after = _documents(folder)
        assert after[touched] == EDITED
        assert all(after[name] == b"third version" for name in ours if name != touched)
    assert 30 < cut_at < 399, "it met the writing of all, and got to the end"


@pytest.mark.parametrize("moment", Moment)
def test_a_broken_manifest_and_a_crash_with_several_lose_nothing(tmp_path: Path, moment: Moment) -> None:
    for cut_at in range(1, 400):
        folder = tmp_path / str(cut_at)
        before = _all_prepared(folder)
        _broken(Store(folder, disk=quick_disk()), "")
        if _cut_short_together(folder, FragileDisk(cut_at, moment)) is not None:
            break
        after = _documents(folder)
        assert {name: after[name] for name in before} == before, "with no manifest no file is ours to replace"
    assert 10 < cut_at < 399, "it met the writing, and got to the end"
