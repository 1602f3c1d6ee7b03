"""Files that are no workbook, or cannot be read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from tests.support.sheets import save_sesiones

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(path: Path) -> str:
    """The code of the problem that reading a file ends in, at the file."""
    with pytest.raises(UnreadableInput) as caught:
        read_sesiones(path)
    assert caught.value.exit_code is ExitCode.UNREADABLE_INPUT
    (problem,) = caught.value.problems
    assert isinstance(problem.location, CellLocation)
    assert problem.location.workbook == path.name
    assert problem.message
    assert problem.hint
    return problem.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TRK-002"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "TRK-003"),
        (OLE + "Workbook".encode("utf-16-le"), "TRK-004"),
        (b"Clave,Nombre\r\nANA,Ana\r\n", "TRK-005"),
        (b"<html><table></table></html>", "TRK-005"),
        (b"PK\x03\x04" + bytes(40), "TRK-006"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "sesiones.xlsx"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "sesiones.xlsx") == "TRK-001"
    with pytest.raises(UnreadableInput):
        read_avances(tmp_path / "avances_prep.xlsx")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "sesiones.xlsx").mkdir()
    assert refusal(tmp_path / "sesiones.xlsx") == "TRK-008"


@pytest.mark.parametrize("part", [0.3, 0.6, 0.99])
def test_a_truncated_file(tmp_path: Path, part: float) -> None:
    path = save_sesiones(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert refusal(path) == "TRK-006"


@pytest.mark.parametrize("name", ["word/document.xml", "mimetype", "xl/workbook.bin"])
def test_other_packages(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sesiones.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<a/>")
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert refusal(path) == "TRK-005"


def test_a_damaged_sheet(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    parts = dict(read_package(path.read_bytes()).parts)
    name = next(name for name, data in parts.items() if b"<t>Un objeto.</t>" in data)
    parts[name] = parts[name][:-200]
    path.write_bytes(write_package(parts))
    assert refusal(path) == "TRK-006"


def test_an_entity_bomb(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    parts = dict(read_package(path.read_bytes()).parts)
    name = next(name for name, data in parts.items() if b"<t>Un objeto.</t>" in data)
    body = parts[name].partition(b"?>")[2] if parts[name].startswith(b"<?xml") else parts[name]
    bomb = b'<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    parts[name] = bomb + body.replace(b"Un objeto.", b"&b;")
    path.write_bytes(write_package(parts))
    assert refusal(path) == "TRK-006"
