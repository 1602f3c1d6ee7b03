"""Workbooks written again: every value as it was, what is new beside it, and nothing lost in silence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.normas import ReglaQuorum
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.trackers.declarations import WorkbookSpec
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.migration import Migration, migrate_workbook
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from cotaprep_docs.trackers.workbook_file import open_bytes, open_workbook
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES
from tests.support.sheets import change, edit, found, save_sesiones


def codes(migration: Migration) -> list[tuple[str, str]]:
    """What is said besides how much was carried and the attendance to fill in."""
    return [pair for pair in found(migration.problems) if pair[0] not in ("TRK-070", "TRK-077")]


def grid_of(migration: Migration, sheet: str) -> Grid:
    book = open_bytes("sesiones.xlsx", read_package(migration.data))
    return book.grid(next(entry for entry in book.sheets if entry.name == sheet))


@pytest.mark.parametrize("origin", ["", "opl_ficticio"])
@pytest.mark.parametrize("spec", [SESIONES, AVANCES], ids=lambda spec: spec.file)
def test_the_sample_written_again_says_the_same(tmp_path: Path, origin: str, spec: WorkbookSpec) -> None:
    source = data_folder() / origin / spec.file
    path = tmp_path / spec.file
    migration = migrate_workbook(source, spec, ReglaQuorum.MAYORIA)
    path.write_bytes(migration.data)
    assert codes(migration) == []
    read: Any = read_sesiones if spec is SESIONES else read_avances
    assert read(path).value == read(source).value
    assert found(read(path).problems) == found(read(source).problems)


def test_odd_values_are_carried_as_they_are(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    odd = {
        "Plan!D2": "  espacios\tal\r\nprincipio y _x000D_ al fin  ",
        "Calendario!E2": "mañana",
        "Calendario!I3": 1730,
        "Integrantes!B2": 0.1 + 0.2,
        "Asistencia!C2": "presnte",
        "Acuerdos!D2": dt.datetime(2030, 1, 5, 10, 30),  # noqa: DTZ001 - Excel knows no zones
    }
    before = read_sesiones(change(path, odd))
    old = {place: _cell(path, place) for place in odd}
    migration = migrate_workbook(path, SESIONES)
    path.write_bytes(migration.data)
    assert {place: _cell(path, place) for place in odd} == old
    assert found(read_sesiones(path).problems) == found(before.problems)


def _cell(path: Path, place: str) -> object:
    book = open_workbook(path)
    sheet, _, cell = place.partition("!")
    grid = book.grid(next(entry for entry in book.sheets if entry.name == sheet))
    return grid.rows[int(cell[1:])][cell[0]].value


def test_what_somebody_added_is_kept_and_said(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)

    def add(book: Any) -> None:
        sheet = book["Integrantes"]
        column = sheet.max_column + 1
        sheet.cell(1, column, "Teléfono particular")
        sheet.cell(2, column, "33 1234 5678")
        book["Organismo"].append(["Color de la casa", "Contar bien"])
        book.create_sheet("Mis cuentas")["B3"] = 42

    migration = migrate_workbook(edit(path, add), SESIONES)
    assert [code for code, _ in codes(migration)] == ["TRK-073", "TRK-074", "TRK-073"]
    assert "33 1234 5678" in _values(grid_of(migration, "Integrantes"))
    assert {"Color de la casa", "Contar bien"} <= set(_values(grid_of(migration, "Organismo")))
    assert grid_of(migration, "Mis cuentas").rows[3]["B"].value == 42
    path.write_bytes(migration.data)
    again = migrate_workbook(path, SESIONES)
    assert codes(again) == codes(migration)


def _values(grid: Grid) -> list[object]:
    return [cell.value for row in grid.rows.values() for cell in row.values()]


def test_what_an_older_version_lacked_is_added(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)

    def older(book: Any) -> None:
        del book["Movimientos"]
        sheet = book["Calendario"]
        letters = next(cell.column for cell in sheet[1] if cell.value == "Enlace")
        sheet.delete_cols(letters)

    whole = read_sesiones(path).value
    migration = migrate_workbook(edit(path, older), SESIONES)
    assert [(code, place.partition("!")[0]) for code, place in codes(migration)] == [
        ("TRK-075", "Calendario"),
        ("TRK-076", "Movimientos"),
    ]
    path.write_bytes(migration.data)
    assert found(read_sesiones(path).problems) == []
    assert read_sesiones(path).value.sesiones == whole.sesiones


def test_a_new_member_gets_a_column_and_rows_of_attendance(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)

    def join(book: Any) -> None:
        sheet = book["Integrantes"]
        headers = [cell.value for cell in sheet[1]]
        new = {"Clave": "DIA", "Nombre": "Diana Sol", "Género": "Femenino", "Calidad": "Integrante"}
        for header, value in new.items():
            sheet.cell(6, 1 + headers.index(header), value)
        calendar = book["Calendario"]
        state = next(cell.column for cell in calendar[1] if cell.value == "Estado")
        calendar.cell(2, state, "Celebrada")

    migration = migrate_workbook(edit(path, join), SESIONES)
    path.write_bytes(migration.data)
    after = read_sesiones(path)
    added = [row for row in after.value.asistencias if row.persona == "DIA"]
    assert {row.sesion for row in added} == {"R1", "2"}
    assert "DIA" in _values(grid_of(migration, "Votaciones"))
    assert {"TRK-075", "TRK-077"} <= {problem.code for problem in migration.problems}
    assert "TRK-057" not in [problem.code for problem in after.problems]


def test_what_cannot_be_carried_is_said_with_its_cell(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)

    def spoil(book: Any) -> None:
        book["Plan"]["A2"] = "=1+1"
        book["Calendario"]["J3"] = "#N/A"
        book["Calendario"]["J3"].data_type = "e"
        book["Orden del día"].merge_cells("A2:A3")

    assert codes(migrate_workbook(edit(path, spoil), SESIONES)) == [
        ("TRK-071", "Calendario!J3"),
        ("TRK-078", "Orden del día!A2"),
        ("TRK-071", "Plan!A2"),
    ]


def test_days_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)

    def mac(book: Any) -> None:
        book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001

    whole = read_sesiones(path).value
    assert read_sesiones(edit(path, mac)).value == whole
    path.write_bytes(migrate_workbook(path, SESIONES).data)
    after = read_sesiones(path).value
    assert after.sesiones == whole.sesiones
    assert after.movimientos == whole.movimientos
    assert open_workbook(path).styles.epoch.year != 1904
