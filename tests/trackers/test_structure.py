"""Workbooks as people leave them: sheets renamed, columns moved, rows hidden, cells merged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.problem import Severity
from cotaprep_docs.trackers.grid import column_letters, parse_area, parse_reference
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from tests.support.sheets import change, edit, edit_part, found, save_avances, save_sesiones, sesiones_rows

Action = Callable[[Any], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return save_sesiones(tmp_path)


def same_facts(path: Path, folder: Path) -> bool:
    """Whether a changed workbook still says what the small process says."""
    (folder / "otro").mkdir()
    return read_sesiones(path).value == read_sesiones(save_sesiones(folder / "otro")).value


def codes(path: Path) -> list[tuple[str, str]]:
    return found(read_sesiones(path).problems)


def rename(old: str, new: str) -> Action:
    def action(book: Workbook) -> None:
        book[old].title = "provisional"  # openpyxl takes a change of case for a repetition
        book["provisional"].title = new

    return action


def test_a_renamed_sheet_is_found_by_its_headers(path: Path, tmp_path: Path) -> None:
    edit(path, rename("Asistencia", "Lista de enero"))
    assert codes(path) == [("TRK-012", "Lista de enero")]
    assert same_facts(path, tmp_path)


@pytest.mark.parametrize("name", ["ASISTENCIA", "asistencia ", "Orden del dia"])
def test_the_name_of_a_sheet_is_taken_loosely(path: Path, name: str) -> None:
    edit(path, rename("Orden del día" if name.startswith("Orden") else "Asistencia", name))
    assert codes(path) == []


def test_sheets_alike_are_told_apart(path: Path, tmp_path: Path) -> None:
    edit(path, rename("Acuerdos", "Uno"))
    edit(path, rename("Compromisos", "Dos"))
    assert codes(path) == [("TRK-012", "Dos"), ("TRK-012", "Uno")]
    assert same_facts(path, tmp_path)


def test_two_candidates_are_not_guessed(path: Path) -> None:
    def copy(book: Workbook) -> None:
        book["Plan"].title = "Plan uno"
        book.copy_worksheet(book["Plan uno"]).title = "Plan dos"

    edit(path, copy)
    problems = codes(path)
    assert ("TRK-013", "Plan") in problems
    assert {place for code, place in problems if code == "TRK-015"} == {"Plan uno", "Plan dos"}


def test_missing_sheets(path: Path) -> None:
    def remove(book: Workbook) -> None:
        del book["Plan"]
        del book["Calendario"]

    edit(path, remove)
    assert codes(path) == [("TRK-010", "Calendario"), ("TRK-011", "Plan")]


def test_hidden_and_strange_sheets_are_told(path: Path, tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Movimientos"].sheet_state = "hidden"
        book["Plan"].sheet_state = "veryHidden"
        book.create_sheet("Notas mías")["A1"] = "algo"

    edit(path, hide)
    assert codes(path) == [("TRK-014", "Movimientos"), ("TRK-015", "Notas mías"), ("TRK-014", "Plan")]
    assert same_facts(path, tmp_path)


def test_columns_in_another_order_and_strange_ones(path: Path, tmp_path: Path) -> None:
    def reorder(book: Workbook) -> None:
        sheet = book["Intervenciones"]
        sheet.move_range("A1:G2", cols=3)
        sheet["A1"], sheet["A2"] = "Mi nota", "algo"
        sheet.move_range("H1:H2", cols=-6)
        sheet["L2"] = "suelto"

    edit(path, reorder)
    assert codes(path) == [("TRK-020", "Intervenciones!A1"), ("TRK-020", "Intervenciones!L2")]
    assert same_facts(path, tmp_path)


@pytest.mark.parametrize(
    "header", ["TEXTO", "texto", " Texto\n", "Te\u0301xto", "Texto:", "Texto (párrafo)", "texto*"]
)
def test_headers_are_taken_loosely(path: Path, header: str) -> None:
    assert codes(change(path, {"Intervenciones!F1": header})) == []


def test_headers_may_stand_below_a_title(path: Path, tmp_path: Path) -> None:
    def add_title(book: Workbook) -> None:
        sheet = book["Documentos"]
        del sheet.tables["T_documentos"]
        sheet.move_range("A1:I2", rows=3)
        sheet["A1"] = "Documentos del comité"

    edit(path, add_title)
    assert codes(path) == []
    assert same_facts(path, tmp_path)


def test_a_repeated_header(path: Path) -> None:
    assert codes(change(path, {"Documentos!D1": "Título"})) == [
        ("TRK-018", "Documentos!fila 1"),
        ("TRK-019", "Documentos!D1"),
    ]


def test_a_missing_column_is_one_problem(path: Path) -> None:
    problems = codes(change(path, {"Asistencia!B1": "Quién es"}))
    assert problems == [("TRK-017", "Asistencia!fila 1"), ("TRK-020", "Asistencia!B1")]


@pytest.mark.parametrize("cell", ["Calendario!Y1", "Votaciones!E1", "Asistencia!C1"])
def test_what_an_act_rests_on_is_never_lost_with_its_column(path: Path, cell: str) -> None:
    """Also the mark of sample rows: without it they would pass for real ones."""
    problems = read_sesiones(change(path, {cell: "Otro nombre"})).problems
    assert any(p.code == "TRK-017" and p.severity is Severity.ERROR for p in problems)


def test_a_missing_key_column_does_not_cascade(path: Path) -> None:
    problems = codes(change(path, {"Integrantes!A1": "Identificador"}))
    assert problems == [("TRK-017", "Integrantes!fila 1"), ("TRK-020", "Integrantes!A1")]


def test_a_missing_column_names_the_one_it_may_be(path: Path) -> None:
    problems = read_sesiones(change(path, {"Calendario!I1": "Hora de convocar"})).problems
    assert found(problems) == [("TRK-017", "Calendario!fila 1"), ("TRK-020", "Calendario!I1")]
    assert "Hora de convocar" in problems[0].hint


def test_a_sheet_without_headers(path: Path) -> None:
    def clear(book: Workbook) -> None:
        sheet = book["Plan"]
        del sheet.tables["T_plan"]
        sheet.delete_rows(1)

    assert codes(edit(path, clear)) == [("TRK-016", "Plan!fila 1")]


def test_hidden_rows_are_read_and_told(path: Path, tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        for row in (3, 4, 6):
            book["Asistencia"].row_dimensions[row].hidden = True

    problems = read_sesiones(edit(path, hide)).problems
    assert found(problems) == [("TRK-021", "Asistencia!fila 3")]
    assert problems[0].params["renglones"] == "3-4, 6"
    assert same_facts(path, tmp_path)


def test_empty_rows_in_between_do_not_matter(path: Path, tmp_path: Path) -> None:
    edit(path, lambda book: book["Asistencia"].move_range("A4:J6", rows=5))
    assert codes(path) == []
    assert same_facts(path, tmp_path)


def test_rows_below_the_table_are_read_and_told(path: Path) -> None:
    path = change(path, {"Asistencia!A90": "R1", "Asistencia!B90": "INV"})
    checked = read_sesiones(path)
    assert found(checked.problems) == [("TRK-022", "Asistencia!fila 90")]
    assert checked.value.asistencias[-1].persona == "INV"


def test_the_row_of_totals_is_no_fact(path: Path) -> None:
    def total(book: Workbook) -> None:
        sheet = book["Documentos"]
        table = sheet.tables["T_documentos"]
        table.totalsRowCount = 1
        last = table.ref.partition(":")[2].lstrip("ABCDEFGHI")
        sheet[f"A{last}"] = "Total"

    assert [code for code, _ in codes(edit(path, total))] == ["TRK-023"]


def test_a_key_merged_down_its_rows_counts_for_all(path: Path, tmp_path: Path) -> None:
    edit(path, lambda book: book["Asistencia"].merge_cells("A2:A5"))
    assert codes(path) == [("TRK-025", "Asistencia!A2")]
    assert same_facts(path, tmp_path)


def test_a_merge_over_empty_rows_makes_no_rows(path: Path, tmp_path: Path) -> None:
    edit(path, lambda book: book["Asistencia"].merge_cells("A6:A20"))
    assert same_facts(path, tmp_path)


def test_a_merge_across_columns_is_one_problem(path: Path) -> None:
    def divide(book: Workbook) -> None:
        book["Asistencia"]["A8"] = "SESIÓN 2"
        book["Asistencia"].merge_cells("A8:D8")

    assert codes(edit(path, divide)) == [("TRK-026", "Asistencia!A8")]


def test_formulas_nobody_calculated(path: Path) -> None:
    assert codes(change(path, {"Calendario!E3": "=DATE(2030,1,20)"})) == [("TRK-041", "Calendario!E3")]


def test_formulas_with_their_value_are_values(path: Path, tmp_path: Path) -> None:
    change(path, {"Calendario!D3": "=1+0"})
    parts = read_package(path.read_bytes()).parts
    part = next(name for name, data in parts.items() if b"<f>1+0</f>" in data)
    edit_part(path, part, b"<f>1+0</f><v></v>", b"<f>1+0</f><v>1</v>")
    assert codes(path) == []
    assert same_facts(path, tmp_path)


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#N/D", "#¡REF!"])
def test_error_values(path: Path, error: str) -> None:
    assert codes(change(path, {"Calendario!K2": error})) == [("TRK-042", "Calendario!K2")]


def test_dates_counted_from_1904(path: Path, tmp_path: Path) -> None:
    def recount(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    edit(path, recount)
    assert read_package(path.read_bytes()).xml("xl/workbook.xml").find("{*}workbookPr").get("date1904")  # type: ignore[union-attr]
    assert same_facts(path, tmp_path)


def test_dates_and_hours_typed_in_many_ways(path: Path) -> None:
    checked = read_sesiones(
        change(
            path,
            {
                "Calendario!E2": "15 de enero de 2030",
                "Calendario!E3": dt.date(2030, 1, 20),
                "Calendario!E4": 47529,
                "Calendario!I2": "17:30 hrs",
                "Calendario!I3": "10:00 a.m.",
                "Calendario!I4": 1730,
                "Calendario!U2": 0.732638888888889,
            },
        )
    )
    assert checked.problems == ()
    assert [sesion.fecha for sesion in checked.value.sesiones] == [
        dt.date(2030, 1, 15),
        dt.date(2030, 1, 20),
        dt.date(2030, 2, 15),
    ]
    assert [sesion.hora for sesion in checked.value.sesiones] == [
        dt.time(17, 30),
        dt.time(10),
        dt.time(17, 30),
    ]
    assert checked.value.sesiones[0].hora_inicio == dt.time(17, 35)


def test_columns_of_votes(path: Path) -> None:
    cells = {
        "Votaciones!F1": "Ana",
        "Votaciones!G1": "BENI",
        "Votaciones!H1": "SEC",
        "Votaciones!H3": "A favor",
    }
    problems = read_sesiones(change(path, cells)).problems
    assert found(problems) == [
        ("TRK-057", "Votaciones!fila 1"),
        ("TRK-057", "Votaciones!fila 1"),
        ("TRK-055", "Votaciones!G1"),
        ("TRK-056", "Votaciones!H1"),
    ]
    assert "«BEN»" in problems[2].hint


def test_a_column_of_votes_without_votes_is_only_strange(path: Path) -> None:
    assert codes(change(path, {"Votaciones!L1": "ZOE"})) == [("TRK-020", "Votaciones!L1")]


def test_organismo_by_field(path: Path) -> None:
    cells = {
        "Organismo!A2": "INSTITUCION",
        "Organismo!B17": "cifra",
        "Organismo!B19": "Tabloide",
        "Organismo!A5": "Ciglas del comité",
        "Organismo!B5": "CTA",
        "Organismo!A30": "Institución",
        "Organismo!B30": "Otra",
        "Organismo!B7": "32/13/2030",
        "Organismo!D3": "Sí",
    }
    checked = read_sesiones(change(path, cells))
    assert found(checked.problems) == [
        ("TRK-058", "Organismo!A5"),
        ("TRK-032", "Organismo!B7"),
        ("TRK-037", "Organismo!B19"),
        ("TRK-050", "Organismo!A30"),
    ]
    assert (checked.value.organismo.institucion, checked.value.organismo.muestra) == (
        "Instituto de Prueba",
        True,
    )


def test_organismo_with_its_columns_moved_or_lost(path: Path) -> None:
    assert codes(change(path, {"Organismo!E1": "Notas", "Organismo!D1": None})) == [
        ("TRK-017", "Organismo!fila 1"),
        ("TRK-020", "Organismo!E1"),
    ]
    assert codes(change(path, {"Organismo!B1": "Dato"}))[:1] == [("TRK-017", "Organismo!fila 1")]


def test_progress_typed_in_many_ways(tmp_path: Path) -> None:
    path = save_avances(tmp_path)
    change(
        path, {"Avance mensual!A2": "enero 2030", "Avance mensual!A3": "2030-02", "Avance mensual!D2": "10 %"}
    )
    checked = read_avances(path)
    assert checked.problems == ()
    assert [a.mes for a in checked.value.mensuales] == [dt.date(2030, 1, 1), dt.date(2030, 2, 1)]


def test_a_million_empty_rows_cost_nothing(path: Path, tmp_path: Path) -> None:
    parts = dict(read_package(path.read_bytes()).parts)
    name = next(name for name, data in parts.items() if b"<t>Un objeto.</t>" in data)
    empty = b"".join(b'<row r="%d" ht="15"/>' % number for number in range(100, 300_000))
    parts[name] = parts[name].replace(b"</sheetData>", empty + b"</sheetData>")
    path.write_bytes(write_package(parts))
    assert codes(path) == []
    assert same_facts(path, tmp_path)


def test_cells_beyond_excel_are_no_cells(path: Path) -> None:
    parts = read_package(path.read_bytes()).parts
    name = next(name for name, data in parts.items() if b"<t>Un objeto.</t>" in data)
    far = b'<row r="40"><c r="ZZZZ40" t="n"><v>1</v></c><c r="XFE40" t="n"><v>1</v></c></row></sheetData>'
    edit_part(path, name, b"</sheetData>", far)
    read_sesiones(path)


def test_control_characters_by_escape(path: Path) -> None:
    rows = sesiones_rows()
    rows["plan"][0]["texto"] = "campana AQUI"
    save_sesiones(path.parent, rows)
    parts = read_package(path.read_bytes()).parts
    name = next(name for name, data in parts.items() if b"campana AQUI" in data)
    edit_part(path, name, b"AQUI", b"_x0007_")
    assert codes(path) == [("TRK-038", "Plan!D2")]


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_letters_of_columns(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert parse_reference(f"{letters}7") == (7, letters)


def test_areas() -> None:
    area = parse_area("B2:D14")
    assert str(area) == "B2:D14"
    assert str(parse_area("C3")) == "C3:C3"
    assert parse_area("nada") is None
    assert parse_reference("XFE1") is None
