"""The workbooks opened and saved by LibreOffice Calc: the same facts, and summaries that compute."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from cotaprep_docs.assets import data_folder
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Severity, has_errors
from cotaprep_docs.trackers.cell_fills import COLOURS
from cotaprep_docs.trackers.marked_copy import Mark, mark_copy
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from tests.support.calc import saved_by_calc
from tests.support.sheets import found, save_avances, save_sesiones

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("origin", ["small", "", "opl_ficticio"])
def test_the_same_facts_after_calc(tmp_path: Path, origin: str) -> None:
    if origin == "small":
        sesiones, avances = save_sesiones(tmp_path), save_avances(tmp_path)
    else:
        sesiones = data_folder() / origin / "sesiones.xlsx"
        avances = data_folder() / origin / "avances_prep.xlsx"
    sessions = read_sesiones(saved_by_calc(sesiones, tmp_path / "uno"))
    progress = read_avances(saved_by_calc(avances, tmp_path / "dos"))
    assert found(sessions.problems) == found(progress.problems) == []
    assert sessions.value == read_sesiones(sesiones).value
    assert progress.value == read_avances(avances).value
    assert not has_errors(sessions.problems)


def computed(path: Path, folder: Path) -> Workbook:
    return openpyxl.load_workbook(saved_by_calc(path, folder), data_only=True)


def test_the_summary_of_sessions_computes(tmp_path: Path) -> None:
    sheet = computed(save_sesiones(tmp_path), tmp_path / "calc")["Resumen"]
    headers = {cell.value: cell.coordinate.rstrip("0123456789") for cell in sheet[4]}

    def value(row: int, header: str) -> object:
        return sheet[f"{headers[header]}{row}"].value

    assert [value(row, "Clave") for row in (5, 6, 7)] == ["1", "R1", "2"]
    names = ("Con voto", "Presentes", "Quórum necesario", "¿Hay quórum?", "Puntos", "Votaciones", "Acuerdos")
    assert [value(5, name) for name in names] == [3, 2, 2, "Sí", 3, 2, 1]
    assert value(6, "Asistencias sin capturar") == 1
    assert value(6, "Quórum necesario") in (None, "")
    assert value(5, "Pendientes") == value(6, "Pendientes") == 1
    assert no_errors(sheet.parent)


def test_the_summary_of_progress_computes(tmp_path: Path) -> None:
    path = save_avances(tmp_path)
    book = computed(path, tmp_path / "calc")
    sheet = book["Resumen"]
    assert [sheet[f"B{row}"].value for row in (5, 6)] == [10, 20]
    assert sheet["C5"].value == 9.5
    assert sheet["E5"].value == 20
    for kept in (path, tmp_path / "calc" / path.name):
        assert len(list(read_package(kept.read_bytes()).names("xl/charts/chart"))) == 2
    assert no_errors(book)


def test_lists_follow_the_roster(tmp_path: Path) -> None:
    sheet = computed(save_sesiones(tmp_path), tmp_path / "calc")["Listas"]
    columns = {cell.value: cell.coordinate.rstrip("1") for cell in sheet[1]}
    people = [sheet[f"{columns['L_claves_personas']}{row}"].value for row in range(2, 10)]
    assert [key for key in people if key] == ["ANA", "BEN", "CAR", "SEC", "PUN", "INV"]


def no_errors(book: object) -> bool:
    assert isinstance(book, Workbook)
    return not [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]


def test_a_marked_copy_opens_and_keeps_its_notes(tmp_path: Path) -> None:
    place = CellLocation("sesiones.xlsx", "Calendario", 3, "E")
    marks = [Mark(place, Severity.ERROR, "La fecha."), Mark(place, Severity.NOTICE, "Y otra cosa.")]
    copy = tmp_path / "revisado.xlsx"
    copy.write_bytes(mark_copy(data_folder() / "sesiones.xlsx", marks))
    cell = openpyxl.load_workbook(saved_by_calc(copy, tmp_path / "calc"))["Calendario"]["E3"]
    assert cell.comment is not None
    assert cell.comment.text == "La fecha.\n\nY otra cosa."
    assert str(cell.fill.fgColor.rgb) == COLOURS[Severity.ERROR]
