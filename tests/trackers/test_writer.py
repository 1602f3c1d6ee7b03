"""The workbooks as staff find them in Excel."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.trackers.declarations import SheetSpec, WorkbookSpec
from cotaprep_docs.trackers.workbooks import AVANCES, LEAME, LISTAS, RESUMEN, SESIONES
from cotaprep_docs.trackers.writer import write_workbook
from tests.support.sheets import Rows, avances_rows, sesiones_rows

BOOKS = [(SESIONES, sesiones_rows), (AVANCES, avances_rows)]
both_books = pytest.mark.parametrize(("spec", "rows"), BOOKS, ids=["sesiones", "avances"])


def written(spec: WorkbookSpec, rows: Rows) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_workbook(spec, rows)))


@both_books
def test_the_same_rows_give_the_same_bytes(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    assert write_workbook(spec, rows()) == write_workbook(spec, rows())


@both_books
def test_nothing_in_it_comes_from_the_clock(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    core = read_package(write_workbook(spec, rows())).parts["docProps/core.xml"]
    assert core.count(b"2024-01-01T00:00:00Z") == 2


@both_books
def test_sheets_are_in_order_with_lists_hidden(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    book = written(spec, rows())
    assert book.sheetnames == [LEAME, *(sheet.title for sheet in spec.sheets), RESUMEN, LISTAS]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"] == [LISTAS]


@both_books
def test_each_data_sheet_is_a_table_with_notes_and_frozen_headers(
    spec: WorkbookSpec, rows: Callable[[], Rows]
) -> None:
    book = written(spec, rows())
    for own in spec.sheets:
        sheet = book[own.title]
        assert list(sheet.tables) == [own.table]
        assert sheet.freeze_panes
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        headers = list(next(sheet.iter_rows(max_row=1)))
        assert all(cell.comment is not None and cell.comment.text for cell in headers)
        table = sheet.tables[own.table]
        assert [column.name for column in table.tableColumns] == [cell.value for cell in headers]


@both_books
def test_every_drop_down_points_at_a_list_that_exists(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    book = written(spec, rows())
    for own in spec.sheets:
        lists = [rule for rule in book[own.title].data_validations.dataValidation if rule.type == "list"]
        assert len(lists) >= sum(
            column.choices is not None for column in own.columns if column.field != "votos"
        )
        for rule in lists:
            assert str(rule.formula1).lstrip("=") in book.defined_names


def test_dates_and_hours_are_dates_and_hours() -> None:
    sheet = written(SESIONES, sesiones_rows())["Calendario"]
    headers = {cell.value: cell.coordinate.rstrip("1") for cell in sheet[1]}
    day = sheet[f"{headers['Fecha']}2"]
    hour = sheet[f"{headers['Hora convocada']}2"]
    assert (day.value, day.number_format) == (
        dt.datetime.combine(dt.date(2030, 1, 15), dt.time()),
        "dd/mm/yyyy",
    )
    assert (hour.value, hour.number_format) == (dt.time(17, 30), "hh:mm")


def test_keys_stay_texts() -> None:
    sheet = written(SESIONES, sesiones_rows())["Orden del día"]
    assert [sheet["A2"].value, sheet["B2"].value] == ["1", "1"]
    assert sheet["A2"].number_format == sheet.column_dimensions["A"].number_format == "@"


def test_one_column_per_person_with_vote() -> None:
    sheet = written(SESIONES, sesiones_rows())["Votaciones"]
    headers = [cell.value for cell in sheet[1]]
    assert headers[5:8] == ["ANA", "BEN", "CAR"]


def test_a_text_that_begins_with_an_equals_sign_is_no_formula() -> None:
    rows = sesiones_rows()
    rows["acuerdos"][0]["texto"] = "=1+1"
    cell = written(SESIONES, rows)["Acuerdos"]["F2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@both_books
def test_a_blank_workbook_has_room_to_write(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    del rows
    book = written(spec, {})
    for own in spec.sheets:
        if not own.vertical:
            assert book[own.title].tables[own.table].ref.endswith("26")


@both_books
def test_rows_filled_in_later_are_printed_too(spec: WorkbookSpec, rows: Callable[[], Rows]) -> None:
    book = written(spec, rows())
    assert not [own.title for own in spec.sheets if book[own.title].print_area]


def test_blank_rows_can_be_chosen() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(SESIONES, {}, blank_rows=3)))
    assert book["Plan"].tables["T_plan"].ref == "A1:F4"


def test_a_sheet_or_field_that_is_not_declared_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        write_workbook(SESIONES, {"asistentes": []})
    with pytest.raises(KeyError):
        write_workbook(SESIONES, {"plan": [{"orden": 1, "letra": "x"}]})


def test_sheets_answer_to_id_title_and_attribute() -> None:
    sheets: list[SheetSpec] = [SESIONES.sheet(name) for name in ("orden_dia", "Orden del día", "puntos")]
    assert len(set(map(id, sheets))) == 1


def test_votes_may_come_as_a_mapping() -> None:
    rows = sesiones_rows()
    nested = sesiones_rows()
    nested["votaciones"] = [
        {"sesion": "1", "punto": "2", "secuencia": "1", "forma": "Unanimidad"},
        {
            "sesion": "1",
            "punto": "3",
            "secuencia": "1",
            "forma": "Nominal",
            "votos": {"ANA": "A favor", "BEN": "En contra"},
            "votos_particulares": ["BEN"],
        },
    ]
    assert write_workbook(SESIONES, rows) == write_workbook(SESIONES, nested)
