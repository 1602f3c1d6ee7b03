"""A ledger: whole at any instant, one holder at a time, and never started over."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cotaprep_docs.problems.exit_code import CotaprepError, ProtectedFile, UnreadableInput
from cotaprep_docs.review.ledger import LedgerFile, Row
from tests.review.disks import FragileDisk, Moment, PowerCut, quick_disk

FIELDS: dict[str, type[str] | type[int]] = {"numero": int, "texto": str, "motivo": str}
ONE: Row = {"numero": 1, "texto": "ST/1 «ñ»"}
TWO: Row = {"numero": 2, "texto": "ST/2", "motivo": "x"}


def a_ledger(folder: Path, **changes: Any) -> LedgerFile:
    file = LedgerFile(
        folder / "numeros.json", "prueba/numeros", FIELDS, frozenset({"motivo"}), quick_disk(), 0.3
    )
    return dataclasses.replace(file, **changes)


def write(file: LedgerFile, *rows: Row) -> None:
    with file.hold() as held:
        held.write(rows)


def codes(error: pytest.ExceptionInfo[CotaprepError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_what_is_written_is_read_one_line_each(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    assert file.read() == ()
    write(file, ONE, TWO)
    assert file.read() == (ONE, TWO)
    text = file.path.read_text(encoding="utf-8")
    assert sum('"numero"' in line for line in text.splitlines()) == 2
    before = text.splitlines()
    write(file, ONE, TWO, {**TWO, "numero": 3})
    after = file.path.read_text(encoding="utf-8").splitlines()
    assert len(set(after) - set(before)) == 2  # the new line, and the comma of the one before


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    write(file)
    assert not file.path.exists()
    write(file, ONE)
    stamp = file.path.stat().st_mtime_ns
    write(file, ONE)
    assert file.path.stat().st_mtime_ns == stamp


def changed(**changes: object) -> bytes:
    whole = {"formato": "prueba/numeros", "version": 1, "asientos": [ONE], **changes}
    return json.dumps({name: value for name, value in whole.items() if value is not None}).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "REV-036"),
        (changed()[:-9], "REV-036"),
        (b"[]", "REV-036"),
        (
            b'{"formato": "prueba/numeros", "formato": "prueba/numeros", "version": 1, "asientos": []}',
            "REV-036",
        ),
        (changed(formato="otro"), "REV-036"),
        (changed(version=None), "REV-036"),
        (changed(version=True), "REV-036"),
        (changed(version=0), "REV-036"),
        (changed(asientos=None), "REV-036"),
        (changed(asientos={}), "REV-036"),
        (changed(otra="cosa"), "REV-036"),
        (changed(asientos=[1]), "REV-036"),
        (changed(asientos=[{**ONE, "otro": "dato"}]), "REV-036"),
        (changed(asientos=[{"numero": 1}]), "REV-036"),
        (changed(asientos=[{**ONE, "numero": "1"}]), "REV-036"),
        (changed(asientos=[{**ONE, "numero": True}]), "REV-036"),
        (changed(asientos=[{**ONE, "numero": 1.0}]), "REV-036"),
        (changed(version=2), "REV-037"),
        (changed(version=2, otra="cosa"), "REV-037"),
    ],
)
def test_what_cannot_be_trusted_is_said_and_left_as_it_is(tmp_path: Path, data: bytes, code: str) -> None:
    file = a_ledger(tmp_path)
    file.path.write_bytes(data)
    with pytest.raises(UnreadableInput) as read:
        file.read()
    assert codes(read) == [code]
    with pytest.raises(UnreadableInput) as held:
        write(file, TWO)
    assert codes(held) == [code]
    assert file.path.read_bytes() == data


def test_a_folder_or_a_link_in_its_place_is_no_ledger(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    file.path.mkdir()
    with pytest.raises(UnreadableInput) as caught:
        file.read()
    assert codes(caught) == ["REV-038"]


def test_whenever_the_power_goes_off_it_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    for moment in Moment:
        cut = 0
        while True:
            cut += 1
            folder = tmp_path / f"{moment.value}-{cut}"
            folder.mkdir()
            write(a_ledger(folder), ONE)
            fragile = FragileDisk(cut, moment)
            try:
                write(a_ledger(folder, disk=fragile.disk), ONE, TWO)
            except PowerCut:
                assert a_ledger(folder).read() in ((ONE,), (ONE, TWO))
                write(a_ledger(folder), ONE, TWO)
            else:
                break
            assert a_ledger(folder).read() == (ONE, TWO)
        assert cut > 4


def test_one_that_somebody_changed_without_the_lock_is_not_replaced(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    write(file, ONE)
    theirs = file.to_bytes([TWO])
    with file.hold() as held:
        file.path.write_bytes(theirs)
        with pytest.raises(ProtectedFile) as caught:
            held.write([ONE, {**TWO, "numero": 3}])
    assert codes(caught) == ["REV-024"]
    assert file.path.read_bytes() == theirs


def test_one_marked_as_read_only_is_not_replaced(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    write(file, ONE)
    file.path.chmod(0o444)
    with pytest.raises(ProtectedFile) as caught:
        write(file, ONE, TWO)
    assert codes(caught) == ["REV-022"]


_HOLD = """
import sys
from pathlib import Path
from cotaprep_docs.review.ledger import LedgerFile
with LedgerFile(Path(sys.argv[1]), "prueba/numeros", {}).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_holders_never_meet_and_readers_do_not_wait(tmp_path: Path) -> None:
    file = a_ledger(tmp_path)
    write(file, ONE)
    empty = a_ledger(tmp_path, path=tmp_path / "numeros.json")
    command = [sys.executable, "-c", _HOLD, str(tmp_path / "otro.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(ProtectedFile) as caught:
            write(a_ledger(tmp_path, path=tmp_path / "otro.json"), ONE)
        assert codes(caught) == ["REV-025"]
        assert empty.read() == (ONE,)
        write(file, ONE, TWO)  # another ledger of the same folder has its own lock
        process.kill()
    write(a_ledger(tmp_path, path=tmp_path / "otro.json"), ONE)


_TAKE = """
import sys
from pathlib import Path
from cotaprep_docs.review.ledger import LedgerFile
file = LedgerFile(Path(sys.argv[1]), "prueba/numeros", {"numero": int, "texto": str})
for _ in range(15):
    with file.hold() as held:
        held.write([*held.rows, {"numero": len(held.rows) + 1, "texto": sys.argv[2]}])
"""


def test_processes_at_the_same_time_take_every_number_once(tmp_path: Path) -> None:
    path = tmp_path / "numeros.json"
    running = [subprocess.Popen([sys.executable, "-c", _TAKE, str(path), name]) for name in "ab"]
    assert [process.wait() for process in running] == [0, 0]
    rows = LedgerFile(path, "prueba/numeros", {"numero": int, "texto": str}).read()
    assert [row["numero"] for row in rows] == list(range(1, 31))
    assert {row["texto"] for row in rows} == {"a", "b"}
    assert sorted(found.name for found in tmp_path.iterdir()) == [".numeros.candado", "numeros.json"]
