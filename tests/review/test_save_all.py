"""Several files saved in one change: each as it would be alone, and no other stopped by it."""

from __future__ import annotations

import dataclasses
import errno
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import CotaprepError, MissingResource, ProtectedFile
from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.store import Outcome, Store
from cotaprep_docs.review.transaction import Version
from tests.review.disks import noting_disk, quick_disk
from tests.review.folders import ACTA, EDITED, NAME, NEWER, NEWEST, OURS, codes_of, files_in, put, raised_by


def _all(**files: bytes) -> list[Version]:
    return [Version.of(f"{stem.replace('_', '-')}.docx", data, ACTA) for stem, data in files.items()]


def test_several_are_saved_as_each_would_be_alone(store: Store, tmp_path: Path) -> None:
    alone = Store(tmp_path / "alone", disk=quick_disk())
    for folder in (store, alone):
        for name in ("acta-1.docx", "acta-2.docx", "acta-3.docx"):
            folder.save(name, OURS, ACTA)
        put(folder, "acta-2.docx", EDITED)
        (folder.folder / "acta-3.docx").unlink()
        put(folder, "acta-4.docx", EDITED)
    versions = _all(acta_1=NEWER, acta_2=NEWER, acta_3=OURS, acta_4=OURS, acta_5=OURS)
    together = store.save_all(versions)
    one_by_one = [alone.save(each.name, each.data, each.record) for each in versions]
    assert [each.result for each in together if isinstance(each, Outcome)] == [
        each.result for each in one_by_one
    ]
    assert [codes_of(each) for each in together if isinstance(each, Outcome)] == list(
        map(codes_of, one_by_one)
    )
    assert files_in(store) == files_in(alone)
    assert store.entries() == alone.entries()


def test_the_manifest_is_written_twice_however_many_there_are(tmp_path: Path) -> None:
    disk, placed = noting_disk()
    store = Store(tmp_path, disk=disk)
    store.save_all(_all(**{f"acta_{number}": OURS for number in range(20)}))
    assert [place for place, name in enumerate(placed) if name == ".manifiesto.json"] == [0, 21]


def test_what_stops_one_stops_no_other(store: Store) -> None:
    store.save("acta-1.docx", OURS, ACTA)
    put(store, "~$acta-1.docx", b"JHM")
    (store.folder / "acta-2.docx").mkdir()
    versions = [*_all(acta_1=NEWER, acta_2=OURS, acta_3=OURS), Version.of("a/b.docx", OURS, ACTA)]
    found = store.save_all(versions)
    raised = [raised_by(each) if isinstance(each, CotaprepError) else [each.result] for each in found]
    assert raised == [["REV-020"], ["REV-023"], [Result.WRITTEN], ["REV-033"]]
    assert files_in(store)["acta-1.docx"] == OURS
    assert files_in(store)["acta-3.docx"] == OURS
    (store.folder / "~$acta-1.docx").unlink()
    assert store.save("acta-1.docx", NEWER, ACTA).result is Result.REPLACED


def test_a_full_disk_in_the_middle_leaves_what_got_there(tmp_path: Path) -> None:
    quick = quick_disk()

    def full(descriptor: int, data: memoryview) -> int:
        if bytes(data) == NEWER:
            raise OSError(errno.ENOSPC, "full")
        return quick.write(descriptor, data)

    Store(tmp_path, disk=quick).save_all(_all(acta_1=OURS, acta_2=OURS))
    store = Store(tmp_path, disk=dataclasses.replace(quick, write=full))
    first, second = store.save_all(_all(acta_1=NEWER, acta_2=NEWEST))
    assert isinstance(first, MissingResource)
    assert isinstance(second, Outcome)
    assert files_in(store) == {"acta-1.docx": OURS, "acta-2.docx": NEWEST}
    assert Store(tmp_path, disk=quick).save("acta-1.docx", NEWER, ACTA).result is Result.REPLACED


def test_one_that_is_opened_while_others_are_saved_is_protected(tmp_path: Path) -> None:
    quick = quick_disk()
    names = ("acta-1.docx", "acta-2.docx")
    Store(tmp_path, disk=quick).save_all([Version.of(name, b"old", Record()) for name in names])

    def replace(source: Path, target: Path) -> None:
        quick.replace(source, target)
        if target.name == names[0]:
            (tmp_path / "~$acta-2.docx").write_bytes(b"Ana")

    store = Store(tmp_path, disk=dataclasses.replace(quick, replace=replace))
    first, second = store.save_all([Version.of(name, b"new", Record()) for name in names])
    assert not isinstance(first, ProtectedFile)
    assert isinstance(second, ProtectedFile)
    assert [(tmp_path / name).read_bytes() for name in names] == [b"new", b"old"]


def test_a_definitive_version_cut_short_counts_as_definitive(tmp_path: Path) -> None:
    quick = quick_disk()
    Store(tmp_path, disk=quick).save("acta-1.docx", b"draft", Record())

    class Cut(BaseException):
        pass

    def replace(source: Path, target: Path) -> None:
        if target.name != "acta-1.docx" and (tmp_path / "acta-1.docx").read_bytes() == b"definitive":
            raise Cut  # before the manifest says that it is in place
        quick.replace(source, target)

    store = Store(tmp_path, disk=dataclasses.replace(quick, replace=replace))
    with pytest.raises(Cut):
        store.save("acta-1.docx", b"definitive", Record(state=State.DEFINITIVE))
    entry = Store(tmp_path, disk=quick).entry("acta-1.docx")
    assert entry is not None
    assert entry.record.state == State.DEFINITIVE


def test_one_file_twice_is_saved_as_one_after_the_other(store: Store) -> None:
    twice = [Version.of(name, data, ACTA) for name, data in ((NAME, OURS), ("Acta-3.docx", NEWER))]
    found = store.save_all(twice)
    results = [each.result for each in found if isinstance(each, Outcome)]
    assert results == [Result.WRITTEN, Result.REPLACED]
    assert files_in(store) == {NAME: NEWER}
    assert store.save_all(()) == ()
