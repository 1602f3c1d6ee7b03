from __future__ import annotations

import dataclasses
import errno
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import MissingResource, ProtectedFile
from cotaprep_docs.review.folder import SUMS, aside, foreign_files, put_folder, recover
from tests.review.disks import FragileDisk, Moment, PowerCut, failing, quick_disk

OLD = {"acta-3.docx": b"antes " * 50, "acta-3.pdf": b"%PDF antes", "indice-3.docx": b"i"}
NEW = {"acta-3.docx": b"despues " * 70, "expediente-3.pdf": b"%PDF despues"}


def contents(folder: Path) -> dict[str, bytes]:
    """What a folder holds, its own list of sums apart."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != SUMS}


def others(folder: Path) -> set[str]:
    return {path.name for path in folder.parent.iterdir()} - {folder.name, ".expediente.candado"}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "expediente-3"


def test_a_folder_replaces_another_with_all_its_files_and_leaves_nothing_else(target: Path) -> None:
    assert put_folder(target, OLD)
    assert contents(target) == OLD
    assert put_folder(target, NEW)
    assert contents(target) == NEW
    assert others(target) == set()
    assert foreign_files(target) == ()


def test_the_same_files_again_change_nothing(target: Path) -> None:
    put_folder(target, OLD)
    before = {path.name: path.stat().st_ino for path in target.iterdir()}
    assert not put_folder(target, OLD)
    assert {path.name: path.stat().st_ino for path in target.iterdir()} == before


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("before", [None, OLD])
def test_a_power_cut_at_any_call_leaves_the_former_folder_or_the_new_one_whole(
    tmp_path: Path, before: dict[str, bytes] | None, moment: Moment
) -> None:
    seen: list[dict[str, bytes] | None] = []
    stepped_aside = 0
    for cut_at in range(1, 200):
        target = tmp_path / str(cut_at) / "expediente-3"
        target.parent.mkdir()
        if before is not None:
            put_folder(target, before, disk=quick_disk())
        try:
            put_folder(target, NEW, disk=FragileDisk(cut_at, moment).disk)
        except PowerCut:
            pass
        else:
            break
        if before is not None and not target.exists():
            stepped_aside += 1
            assert contents(aside(target)) == before, "between the two renames the former is whole beside"
        recover(target, disk=quick_disk())
        found = contents(target) if target.exists() else None
        assert found in (before, NEW)
        seen.append(found)
        assert others(target) == set()
        assert foreign_files(target) == ()
        assert put_folder(target, NEW, disk=quick_disk()) is (found != NEW)
        assert contents(target) == NEW
    assert cut_at > 10, "too few calls: the cut cannot have met the writing"
    assert before in seen
    assert stepped_aside > 0 or before is None or moment is Moment.FORGOTTEN
    assert contents(target) == NEW


@pytest.mark.parametrize("moment", Moment)
def test_recovering_may_be_cut_short_too(tmp_path: Path, moment: Moment) -> None:
    for cut_at in range(1, 50):
        target = tmp_path / str(cut_at) / "expediente-3"
        target.parent.mkdir()
        put_folder(target, OLD, disk=quick_disk())
        target.rename(aside(target))
        try:
            recover(target, disk=FragileDisk(cut_at, moment).disk)
        except PowerCut:
            recover(target, disk=quick_disk())
            assert contents(target) == OLD
        else:
            break
    assert cut_at > 1


def test_what_somebody_put_in_is_told_and_survives_a_crash(target: Path) -> None:
    put_folder(target, OLD)
    (target / "notas.txt").write_text("de la Secretaría", encoding="utf-8")
    (target / "acta-3.pdf").write_bytes(b"%PDF firmado")
    (target / "Thumbs.db").write_bytes(b"of the Explorer")
    (target / "acuses").mkdir()
    assert foreign_files(target) == ("acta-3.pdf", "acuses", "notas.txt")


def test_a_former_folder_with_somebodys_work_is_never_removed(target: Path) -> None:
    put_folder(target, OLD)
    aside(target).mkdir()
    (aside(target) / "firmado.pdf").write_bytes(b"%PDF")
    assert not recover(target)
    assert (aside(target) / "firmado.pdf").read_bytes() == b"%PDF"


def test_a_folder_that_is_not_ours_is_foreign_whole(target: Path) -> None:
    target.mkdir()
    (target / "a.txt").write_bytes(b"a")
    assert foreign_files(target) == ("a.txt",)
    (target / SUMS).write_bytes(b"\xff\xfe no text")
    assert foreign_files(target) == ("a.txt",)


def test_a_file_open_in_another_program_leaves_the_former_folder(target: Path) -> None:
    """On Windows a folder cannot be renamed while a file in it is open."""
    put_folder(target, OLD)
    busy = dataclasses.replace(quick_disk(), replace=failing(errno.EACCES))
    with pytest.raises(ProtectedFile):
        put_folder(target, NEW, disk=busy)
    assert contents(target) == OLD
    assert others(target) == set()


def test_a_second_rename_that_fails_puts_the_former_folder_back(target: Path) -> None:
    put_folder(target, OLD)
    calls: list[Path] = []
    real = quick_disk().replace

    def replace(source: Path, place: Path) -> None:
        calls.append(place)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "no room")
        real(source, place)

    with pytest.raises(MissingResource):
        put_folder(target, NEW, disk=dataclasses.replace(quick_disk(), replace=replace))
    assert contents(target) == OLD
    assert others(target) == set()
    assert calls == [aside(target), target, target]


def test_a_full_disk_leaves_the_former_folder(target: Path) -> None:
    put_folder(target, OLD)
    with pytest.raises(MissingResource):
        put_folder(target, NEW, disk=dataclasses.replace(quick_disk(), write=failing(errno.ENOSPC)))
    assert contents(target) == OLD
    assert others(target) == set()
