"""A copy with notes and colours: only the marked cells differ, and the workbook itself is never written."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from cotaprep_docs.assets import data_folder
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Severity
from cotaprep_docs.trackers.cell_fills import COLOURS
from cotaprep_docs.trackers.marked_copy import Mark, mark_copy
from tests.support.sheets import edit_part, save_sesiones

BOOK = "sesiones.xlsx"


def mark(sheet: str, row: int, column: str, text: str, severity: Severity = Severity.ERROR) -> Mark:
    return Mark(CellLocation(BOOK, sheet, row, column), severity, text)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def cells(book: Workbook) -> dict[tuple[str, str], tuple[object, str, object, object]]:
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            str(cell.fill.fgColor.rgb),
            cell.number_format,
            cell.comment.text if cell.comment else None,
        )
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    }


def test_only_the_marked_cells_change(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    before = path.read_bytes()
    marks = [
        mark("Calendario", 3, "E", "La fecha."),
        mark("Asistencia", 2, "C", "El estado.", Severity.WARNING),
        mark("Asistencia", 2, "C", "Otra cosa.", Severity.NOTICE),
        mark("Plan", 2, "Z", "Una celda nueva."),
        mark("Plan", 900, "B", "Un renglón nuevo.", Severity.NOTICE),
    ]
    copy = opened(mark_copy(path, marks))
    assert path.read_bytes() == before
    old, new = cells(opened(before)), cells(copy)
    changed = {place for place in new if new[place] != old.get(place, (None, "00000000", "General", None))}
    assert changed == {("Calendario", "E3"), ("Asistencia", "C2"), ("Plan", "Z2"), ("Plan", "B900")}
    assert new["Calendario", "E3"] == (
        old["Calendario", "E3"][0], COLOURS[Severity.ERROR], old["Calendario", "E3"][2], "La fecha.",
    )  # fmt: skip
    assert new["Asistencia", "C2"][1] == COLOURS[Severity.WARNING]
    assert new["Asistencia", "C2"][3] == "El estado.\n\nOtra cosa."


def test_everything_else_of_the_file_is_the_same_bytes(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    before = read_package(path.read_bytes()).parts
    after = read_package(mark_copy(path, [mark("Calendario", 3, "E", "La fecha.")])).parts
    assert set(after) == set(before)
    changed = {name for name in after if after[name] != before[name]}
    assert "xl/styles.xml" in changed
    assert all("comment" in name.casefold() or "sheet" in name or "styles" in name for name in changed)
    assert len([name for name in changed if name.startswith("xl/worksheets/sheet")]) == 1


def test_drop_downs_formats_tables_and_charts_are_kept() -> None:
    for name, chart in (("sesiones.xlsx", "Resumen"), ("avances_prep.xlsx", "Resumen")):
        path = data_folder() / name
        old, new = openpyxl.load_workbook(path), opened(mark_copy(path, [mark(chart, 2, "A", "Aquí.")]))
        for sheet in old:
            other = new[sheet.title]
            assert len(sheet.data_validations.dataValidation) == len(other.data_validations.dataValidation)
            assert len(sheet.conditional_formatting) == len(other.conditional_formatting)
            assert set(sheet.tables) == set(other.tables)
            assert len(vars(sheet)["_charts"]) == len(vars(other)["_charts"])
            assert sheet.freeze_panes == other.freeze_panes


def test_a_header_keeps_its_own_note_below(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    own = opened(path.read_bytes())["Calendario"]["A1"].comment
    assert own is not None
    note = opened(mark_copy(path, [mark("Calendario", 1, "A", "Falta.")]))["Calendario"]["A1"].comment
    assert note is not None
    assert note.text.startswith("Falta.")
    assert note.text.endswith(own.text)


def test_a_place_without_a_cell_is_marked_at_the_first_one(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    places = [
        Mark(CellLocation(BOOK), Severity.NOTICE, "El libro."),
        Mark(CellLocation(BOOK, "No existe", 4, "B"), Severity.ERROR, "Hoja que falta."),
        Mark(CellLocation(BOOK, "Calendario", 2), Severity.ERROR, "El renglón."),
        Mark(CellLocation(BOOK, "Acuerdos"), Severity.ERROR, "La hoja."),
    ]
    book = opened(mark_copy(path, places))
    first = book.worksheets[0]["A1"].comment
    assert first is not None
    assert first.text == "El libro.\n\nHoja que falta."
    for place, text in ((book["Calendario"]["A2"], "El renglón."), (book["Acuerdos"]["A1"], "La hoja.")):
        assert place.comment.text.startswith(text)


def test_a_sheet_without_notes_gets_its_first_one(tmp_path: Path) -> None:
    plain = openpyxl.Workbook(write_only=True)
    sheet = plain.create_sheet("Calendario")
    sheet.append(["Clave", "Fecha"])
    sheet.append(["1", "hoy"])
    plain.create_sheet("Otra").append(["x"])
    path = tmp_path / BOOK
    plain.save(path)
    marked = mark_copy(path, [mark("Calendario", 2, "B", "No es fecha."), mark("Otra", 1, "A", "Ni esto.")])
    book = opened(marked)
    assert book["Calendario"]["B2"].comment.text == "No es fecha."
    assert book["Otra"]["A1"].comment.text == "Ni esto."
    types = read_package(marked).parts["[Content_Types].xml"]
    assert types.count(b'Extension="vml"') == 1


def test_marking_twice_says_both(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    once = tmp_path / "otra" / BOOK
    once.parent.mkdir()
    once.write_bytes(mark_copy(path, [mark("Calendario", 3, "E", "Primero.")]))
    twice = opened(mark_copy(once, [mark("Calendario", 3, "E", "Segundo.")]))["Calendario"]["E3"].comment
    assert twice is not None
    assert twice.text.startswith("Segundo.")
    assert twice.text.endswith("Primero.")


def test_texts_are_escaped_and_the_bytes_are_always_the_same(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    text = 'Pérez & Cía <b>"x"</b> ]]> \u2028 fin'
    made = {mark_copy(path, [mark("Calendario", 3, "E", text)]) for _ in range(2)}
    assert len(made) == 1
    assert opened(made.pop())["Calendario"]["E3"].comment.text == text


def test_boxes_that_are_not_well_formed_do_not_stop_it(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    parts = read_package(path.read_bytes()).parts
    vml = next(name for name in sorted(parts) if name.endswith(".vml"))
    edit_part(path, vml, b"</xml>", b"<v:shape><br></v:shape></xml>")
    assert mark_copy(path, [mark(sheet.title, 2, "A", "Aquí.") for sheet in opened(path.read_bytes())])


def test_a_file_that_is_no_workbook_is_said(tmp_path: Path) -> None:
    path = tmp_path / BOOK
    path.write_bytes(write_package({"[Content_Types].xml": b"<Types/>"}))
    with pytest.raises(UnreadableInput):
        mark_copy(path, [])
