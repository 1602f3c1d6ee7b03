"""Calendar and agendas from files that people have: as they are written, or the cell that is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.trackers.plan_source import read_plan
from cotaprep_docs.trackers.reader import read_rows
from cotaprep_docs.trackers.workbooks import SESIONES

TABLE = """Tipo;Ordinal;Fecha;Hora;Número;Asunto
Ordinaria;1;01/11/2030;17:30;1;Lista de asistencia y declaración de quórum.
;;;;2;«Lectura» y aprobación; en su caso, del orden del día.
Reunión de trabajo;1;14/12/2030;;1;Presentación del plan.
Extraordinaria;;15/12/2030;;;Único punto
"""


def plan(folder: Path, content: str | bytes, name: str = "plan.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def quoted(text: str) -> str:
    return text.replace(
        "«Lectura» y aprobación; en su caso,", '"«Lectura» y aprobación; en su caso,'
    ).replace("orden del día.\n", 'orden del día."\n')


def problems(path: Path) -> list[tuple[str, str]]:
    return [(p.code, str(p.location).partition("!")[2]) for p in read_plan(path).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_in_any_dress_gives_the_same(tmp_path: Path, encoding: str, separator: str) -> None:
    text = quoted(TABLE)
    if separator != ";":
        inside = "aprobación; en"
        text = text.replace(inside, "\0").replace(";", separator).replace("\0", inside)
    rows = read_plan(plan(tmp_path, text.encode(encoding))).value
    assert [row["clave"] for row in rows["calendario"]] == ["1", "R1", "E1"]
    assert rows["calendario"][0] == {
        "num": 1,
        "clave": "1",
        "tipo": TipoSesion.ORDINARIA,
        "ordinal": 1,
        "fecha": dt.date(2030, 11, 1),
        "hora": dt.time(17, 30),
    }
    assert [(row["sesion"], row["numero"]) for row in rows["orden_dia"]] == [
        ("1", "1"), ("1", "2"), ("R1", "1"), ("E1", "1"),
    ]  # fmt: skip
    assert rows["orden_dia"][1]["texto"] == "«Lectura» y aprobación; en su caso, del orden del día."


def test_a_calendar_alone_is_a_plan(tmp_path: Path) -> None:
    path = plan(tmp_path, "Clave,Tipo,Fecha\n1,Ordinaria,1/11/2030\nE-1,Extraordinaria,2/11/2030\n")
    rows = read_plan(path).value
    assert [row["clave"] for row in rows["calendario"]] == ["1", "E1"]
    assert rows["orden_dia"] == []


def test_a_plain_workbook(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["PLAN DE SESIONES 2030"])
    sheet.append([])
    sheet.append(["Tipo", "Ordinal", "Fecha", "Núm.", "Orden del día"])
    sheet.append(["Ordinaria", 1, dt.date(2030, 11, 1), 1, "Lista de asistencia"])
    sheet.append([None, None, None, 2, "Clausura"])
    book.save(tmp_path / "plan.xlsx")
    rows = read_plan(tmp_path / "plan.xlsx").value
    assert [row["fecha"] for row in rows["calendario"]] == [dt.date(2030, 11, 1)]
    assert [row["texto"] for row in rows["orden_dia"]] == ["Lista de asistencia", "Clausura"]


def test_our_own_workbook_gives_its_plan_and_no_facts() -> None:
    path = data_folder() / "sesiones.xlsx"
    rows, all_rows = read_plan(path).value, read_rows(path, SESIONES).value
    planned = [row for row in all_rows["calendario"] if "num" in row]
    assert [row["fecha"] for row in rows["calendario"]] == [row["fecha"] for row in planned]
    assert [row["texto"] for row in rows["calendario"]] == [row["texto"] for row in planned]
    facts = {"hora_inicio", "hora_clausura", "estado", "muestra", "narrativa", "oficio_convocatoria"}
    assert not facts & {field for name in rows for row in rows[name] for field in row}
    assert len(rows["orden_dia"]) > 70
    assert rows["plan"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("01/11/2030", "31/02/2030"), ("TRK-032", "C2")),
        (("Ordinaria;1", "Ordinarja;1"), ("TRK-037", "A2")),
        (("Reunión de trabajo;1;14/12/2030;;1", "Reunión de trabajo;1;;;1"), None),
        (("Ordinaria;1;01/11/2030;17:30;1;", ";;;;1;"), ("TRK-067", "A2")),
        ((";;;;2;", "Ordinaria;1;02/11/2030;;2;"), ("TRK-068", "C3")),
        (("Presentación del plan.", ""), ("TRK-069", "F4")),
        (("17:30", "25:30"), ("TRK-033", "D2")),
    ],
)
def test_what_is_wrong_has_its_cell(
    tmp_path: Path, change: tuple[str, str], problem: tuple[str, str] | None
) -> None:
    text = quoted(TABLE)
    assert change[0] in text
    found = problems(plan(tmp_path, text.replace(*change, 1)))
    assert problem in found if problem is not None else found == []


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "plan.csv", "TRK-065"),
        (b"hola\n", "plan.csv", "TRK-065"),
        (b"Tipo;Fecha;Ordinal\n", "plan.csv", "TRK-065"),
        (b"\x89PNG\r\n\0\0", "plan.csv", "TRK-064"),
        (b"PK\x03\x04", "plan.xlsx", "TRK-006"),
        (b"Tipo;Fecha;Ordinal\n", "plan.xlsx", "TRK-005"),
    ],
)
def test_what_is_no_plan(tmp_path: Path, content: bytes, name: str, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_plan(plan(tmp_path, content, name))
    assert code in [problem.code for problem in caught.value.problems]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: (TABLE + text).encode())))
def test_any_bytes_end_in_rows_or_problems(tmp_path: Path, content: bytes) -> None:
    try:
        checked = read_plan(plan(tmp_path, content))
    except UnreadableInput as error:
        assert error.problems  # noqa: PT017 - either end is right
    else:
        assert checked.value["calendario"]
