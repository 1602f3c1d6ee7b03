from __future__ import annotations

import dataclasses
import errno
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode, MissingResource, ProtectedFile
from cotaprep_docs.review.atomic import (
    Disk,
    clean_leftovers,
    disk_problem,
    refuse_if_in_use,
    remove_file,
    write_whole,
)
from cotaprep_docs.review.names import temporary_name
from tests.review.disks import FragileDisk, Moment, PowerCut, failing, quick_disk

OLD, NEW = b"antes " * 50, b"despues " * 70


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_real_disk_writes_replaces_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "acta-3.docx"
    write_whole(target, OLD)
    assert target.read_bytes() == OLD
    write_whole(target, b"")
    assert target.read_bytes() == b""
    assert _names(tmp_path) == ["acta-3.docx"]


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("before", [None, OLD])
def test_a_power_cut_at_any_call_leaves_the_old_or_the_new_file_whole(
    tmp_path: Path, before: bytes | None, moment: Moment
) -> None:
    seen: set[bytes | None] = set()
    for cut_at in range(1, 50):
        folder = tmp_path / str(cut_at)
        folder.mkdir()
        target = folder / "acta-3.docx"
        if before is not None:
            target.write_bytes(before)
        fragile = FragileDisk(cut_at, moment)
        try:
            write_whole(target, NEW, disk=fragile.disk)
        except PowerCut:
            seen.add(target.read_bytes() if target.exists() else None)
            clean_leftovers(folder, disk=quick_disk())
            assert set(_names(folder)) <= {"acta-3.docx"}
        else:
            break
    assert not fragile.is_off, "never got to the end"
    assert cut_at > 5
    # The cut in the last call of all, the folder's sync, comes after the replacement; which may be forgotten.
    assert seen == ({before} if moment is Moment.FORGOTTEN else {before, NEW})


@pytest.mark.parametrize(
    ("call", "code", "kind", "exit_code"),
    [
        ("write", errno.ENOSPC, "REV-030", ExitCode.MISSING_RESOURCE),
        ("fsync", errno.EDQUOT, "REV-030", ExitCode.MISSING_RESOURCE),
        ("write", errno.EIO, "REV-032", ExitCode.MISSING_RESOURCE),
        ("write", errno.EROFS, "REV-031", ExitCode.MISSING_RESOURCE),
        ("replace", errno.EACCES, "REV-021", ExitCode.PROTECTED_FILE),
        ("replace", errno.EPERM, "REV-021", ExitCode.PROTECTED_FILE),
        ("replace", errno.ENOSPC, "REV-030", ExitCode.MISSING_RESOURCE),
    ],
)
def test_a_failing_system_is_a_located_problem_and_the_old_file_stays(
    tmp_path: Path, call: str, code: int, kind: str, exit_code: ExitCode
) -> None:
    target = tmp_path / "acta-3.docx"
    target.write_bytes(OLD)
    # By keyword and a new object: the write must fail in the middle of the same path that users take.
    disk = dataclasses.replace(quick_disk(), **{call: failing(code)})
    with pytest.raises(CotaprepError) as caught:
        write_whole(target, NEW, disk=disk)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.location)) == (kind, str(target))
    assert caught.value.exit_code is exit_code
    assert problem.message
    assert problem.hint
    assert target.read_bytes() == OLD
    assert _names(tmp_path) == ["acta-3.docx"]


def test_a_file_that_is_held_for_a_moment_is_replaced_after_a_pause(tmp_path: Path) -> None:
    target = tmp_path / "acta-3.docx"
    target.write_bytes(OLD)
    pauses: list[float] = []

    def held_twice(source: Path, place: Path) -> None:
        if len(pauses) < 2:
            raise PermissionError(errno.EACCES, "")
        source.replace(place)

    write_whole(target, NEW, disk=Disk(replace=held_twice, pause=pauses.append))
    assert target.read_bytes() == NEW
    assert len(pauses) == 2


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(MissingResource) as caught:
        write_whole(tmp_path / "no" / "acta.docx", NEW, disk=quick_disk())
    assert caught.value.problems[0].code == "REV-032"


def test_leftovers_are_cleaned_and_nothing_else(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"x")
    folder = tmp_path / "salida"
    folder.mkdir()
    (folder / temporary_name("acta-3.docx")).write_bytes(b"torn")
    (folder / "notas.tmp").write_bytes(b"of a person")
    (folder / temporary_name("folder")).mkdir()
    (folder / temporary_name("link")).symlink_to(elsewhere)
    clean_leftovers(folder)
    assert _names(folder) == sorted(["notas.tmp", temporary_name("folder"), temporary_name("link")])
    assert elsewhere.exists()


@pytest.mark.parametrize("mark", ["~$acta-3.docx", ".~lock.acta-3.docx#"])
def test_an_open_file_is_in_use(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).write_bytes(b"JHM")
    with pytest.raises(ProtectedFile) as caught:
        refuse_if_in_use(tmp_path / "acta-3.docx")
    (problem,) = caught.value.problems
    assert problem.code == "REV-020"
    assert "acta-3.docx" in problem.message
    assert mark in problem.message
    refuse_if_in_use(tmp_path / "acta-4.docx")


def test_a_read_only_file_is_in_use(tmp_path: Path) -> None:
    target = tmp_path / "acta-3.docx"
    target.write_bytes(OLD)
    target.chmod(0o444)
    with pytest.raises(ProtectedFile) as caught:
        refuse_if_in_use(target)
    assert caught.value.problems[0].code == "REV-022"


def test_removing(tmp_path: Path) -> None:
    target = tmp_path / "acta-3.docx"
    target.write_bytes(OLD)
    with pytest.raises(ProtectedFile) as caught:
        remove_file(target, disk=Disk(unlink=failing(errno.EACCES)))
    assert caught.value.problems[0].code == "REV-021"
    remove_file(target)
    remove_file(target)
    assert not target.exists()


def test_an_unknown_error_keeps_its_number() -> None:
    problem = disk_problem(OSError(99_999, "?"), Path("salida/acta-3.docx")).problems[0]
    assert problem.params["motivo"] == "99999"
