"""A workspace from nothing, as new staff would make it, fill it and mend it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cotaprep_docs.app.actualizar import update_workspace
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.nuevo import create_workspace
from cotaprep_docs.app.validar import validate
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.assets import data_folder, templates_folder
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.problems.exit_code import DataProblems, ExitCode, ProtectedFile, UsageProblem
from cotaprep_docs.problems.problem import Problem, Severity
from cotaprep_docs.trackers.reader import read_sesiones
from tests.support.calc import saved_by_calc
from tests.support.sheets import edit

PLAN = """Tipo;Ordinal;Fecha;Hora;Lugar;Modalidad;Número;Asunto;Clase;¿Se vota?
Ordinaria;1;01/11/2030;17:30;Sala de sesiones;Presencial;1;Lista de asistencia y quórum.;Lista de asistencia y quórum;No
;;;;;;2;Lectura y aprobación del orden del día.;Orden del día;Sí
;;;;;;3;Plan de trabajo.;Aprobación;Sí
;;;;;;4;Clausura.;Clausura;No
Reunión de trabajo;1;14/12/2030;11:00;Sala de juntas;Presencial;1;Presentación del plan.;Presentación;No
"""
INSTITUTION = {
    "Institución": "Instituto Electoral de Prueba",
    "Nombre del comité": "Comité Técnico Asesor",
    "Proceso electoral": "Proceso Electoral 2030-2031",
    "Ciudad": "Ciudad Prueba",
    "Entidad": "Prueba",
}
PEOPLE = [
    ("ANA", "Ana Lara Gil", "Femenino", "Integrante", 1),
    ("BEN", "Benito Paz Mora", "Masculino", "Integrante", 2),
    ("CAR", "Carla Ruiz Sol", "Femenino", "Integrante", 3),
    ("SEC", "Sara Gil Ríos", "Femenino", "Secretaría Técnica", 4),
]


def make(folder: Path) -> Path:
    plan = folder / "plan.csv"
    plan.write_text(PLAN, encoding="cp1252")
    create_workspace(folder / "proceso", plan)
    return folder / "proceso"


def codes(problems: tuple[Problem, ...], severity: Severity = Severity.ERROR) -> list[str]:
    return [problem.code for problem in problems if problem.severity is severity]


def test_a_blank_workspace_has_nothing_wrong_but_blanks(tmp_path: Path) -> None:
    result = create_workspace(tmp_path / "proceso")
    assert [archivo.ruta.name for archivo in result.archivos] == [
        "LÉEME.txt", "sesiones.xlsx", "avances_prep.xlsx", "normas.toml", "templates_docx",
    ]  # fmt: skip
    assert all(archivo.ruta.exists() for archivo in result.archivos)
    made = {path.name for path in (tmp_path / "proceso" / "templates_docx").iterdir()}
    assert made == {path.name for path in templates_folder().iterdir()}
    problems = validate(open_workspace(tmp_path / "proceso")).problemas
    assert {problem.code for problem in problems} == {"TRK-031"}
    assert (tmp_path / "proceso" / "LÉEME.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_two_blank_workspaces_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("uno", "dos"):
        create_workspace(tmp_path / name)
    files = [path.relative_to(tmp_path / "uno") for path in (tmp_path / "uno").rglob("*") if path.is_file()]
    assert files
    assert all((tmp_path / "uno" / f).read_bytes() == (tmp_path / "dos" / f).read_bytes() for f in files)


def test_the_plan_of_the_sample_becomes_a_workspace_without_sample(tmp_path: Path) -> None:
    create_workspace(tmp_path / "p", data_folder() / "sesiones.xlsx")
    source = read_sesiones(data_folder() / "sesiones.xlsx").value
    made = read_sesiones(tmp_path / "p" / "data" / "sesiones.xlsx").value
    planned = [(s.clave, s.fecha, s.texto, s.titulo) for s in source.sesiones if s.num is not None]
    assert [(s.clave, s.fecha, s.texto, s.titulo) for s in made.sesiones] == planned
    assert not any(s.muestra for s in made.sesiones)
    assert made.plan == source.plan
    assert {punto.texto for punto in made.puntos} <= {punto.texto for punto in source.puntos}


@pytest.mark.parametrize("name", ["carta.docx", ".oculto", "data"])
def test_a_folder_with_something_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(ProtectedFile) as caught:
        create_workspace(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["APP-061"]
    assert name in caught.value.problems[0].message
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_with_what_systems_leave_is_empty(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_bytes(b"")
    create_workspace(tmp_path)
    assert (tmp_path / "data" / "sesiones.xlsx").exists()


def test_a_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(UsageProblem):
        create_workspace(tmp_path / "x")


def test_a_wrong_plan_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Tipo;Ordinal;Fecha\nOrdinaria;1;31/02/2030\n", encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        create_workspace(tmp_path / "p", tmp_path / "plan.csv")
    assert {problem.code for problem in caught.value.problems} == {"TRK-032", "APP-063"}
    assert not (tmp_path / "p").exists()


def test_copies_never_touch_the_originals(tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name in ("actualizado", "actualizado-2"):
        result = update_workspace(open_workspace(folder), folder)
        assert result.exit_code is ExitCode.OK
        assert {archivo.ruta.parent.name for archivo in result.archivos} == {name}
        assert all(archivo.ruta.is_file() for archivo in result.archivos)
    assert {path: path.read_bytes() for path in before} == before


def put(book: Any, sheet: str, row: int, values: Mapping[str, object]) -> None:
    """Type values into a row, by header; into «Organismo», by field."""
    own = book[sheet]
    if sheet == "Organismo":
        for cells in own.iter_rows(min_row=2):
            if cells[0].value in values:
                cells[1].value = values[cells[0].value]
        return
    headers = {cell.value: cell.column for cell in own[1]}
    for header, value in values.items():
        own.cell(row, headers[header], value)


def fill_in(book: Any) -> None:
    put(book, "Organismo", 0, INSTITUTION)
    headers = ("Clave", "Nombre", "Género", "Calidad", "Orden")
    for row, person in enumerate(PEOPLE, start=2):
        put(book, "Integrantes", row, dict(zip(headers, person, strict=True)))


def fill_session(book: Any) -> None:
    hours = {"Hora de inicio": "17:35", "Hora de clausura": "18:40", "Estado": "Celebrada"}
    put(book, "Calendario", 2, hours)
    for row, (sesion, persona) in enumerate(book["Asistencia"].iter_rows(2, max_col=2, values_only=True), 2):
        if sesion == "1":
            put(book, "Asistencia", row, {"Asistencia": "Ausente" if persona == "CAR" else "Presente"})
    put(book, "Votaciones", 2, {"Sesión": "1", "Punto": "2", "Forma": "Unanimidad"})
    votes = {"ANA": "A favor", "BEN": "En contra"}
    put(book, "Votaciones", 3, {"Sesión": "1", "Punto": "3", "Forma": "Nominal", **votes})


def type_cells(book: Any, cells: Iterable[tuple[str, int, str, str]]) -> None:
    for sheet, row, header, text in cells:
        put(book, sheet, row, {header: text})


MISTAKES = (
    ("Calendario", 2, "Hora de clausura", "18.40 hrs y algo", "18:40", "TRK-033"),
    ("Votaciones", 2, "Punto", "22", "2", "TRK-053"),
    ("Votaciones", 3, "ANA", "A fabor", "A favor", "TRK-037"),
    ("Asistencia", 2, "Sesión", "11", "1", "TRK-051"),
    ("Integrantes", 2, "Género", "Femenina", "Femenino", "TRK-037"),
)


@pytest.mark.libreoffice
def test_new_staff_make_fill_spoil_mend_and_get_an_acta(tmp_path: Path) -> None:
    folder = make(tmp_path)
    book = folder / "data" / "sesiones.xlsx"
    edit(book, fill_in)
    update_workspace(open_workspace(folder), folder)  # the roster has changed: columns for votes, attendance
    shutil.copy(folder / "actualizado" / "sesiones.xlsx", book)
    edit(book, fill_session)
    edit(
        book, lambda own: type_cells(own, [(s, row, header, wrong) for s, row, header, wrong, *_ in MISTAKES])
    )
    shutil.copy(saved_by_calc(book, tmp_path / "calc"), book)
    found = validate(open_workspace(folder)).problemas
    assert sorted(codes(found)) == sorted(code for *_, code in MISTAKES)
    places = {
        (str(problem.location).split("!")[1], int(str(problem.location)[-1]))
        for problem in found
        if problem.severity is Severity.ERROR
    }
    assert places == {(sheet, row) for sheet, row, *_ in MISTAKES}
    edit(
        book,
        lambda own: type_cells(own, [(s, row, header, right) for s, row, header, _, right, _ in MISTAKES]),
    )
    assert codes(validate(open_workspace(folder)).problemas) == []
    result = generate(read_workspace(open_workspace(folder)), ACTA, "1")
    (documento,) = result.documentos
    assert result.exit_code is ExitCode.OK
    assert documento.pdf.read_bytes().startswith(b"%PDF")
    assert not documento.muestra


@pytest.mark.libreoffice
def test_a_blank_workbook_filled_and_saved_by_calc_says_the_same(tmp_path: Path) -> None:
    folder = make(tmp_path)
    book = folder / "data" / "sesiones.xlsx"
    edit(book, fill_in)
    update_workspace(open_workspace(folder), folder)
    book = folder / "actualizado" / "sesiones.xlsx"
    edit(book, fill_session)
    saved = saved_by_calc(book, tmp_path / "calc")
    before, after = read_sesiones(book), read_sesiones(saved)
    assert after.value == before.value
    assert codes(after.problems, Severity.WARNING) == codes(before.problems, Severity.WARNING)
    sheet: Any = openpyxl.load_workbook(saved, data_only=True)["Resumen"]
    headers = {cell.value: cell.column for cell in sheet[4]}
    shown = {name: sheet.cell(5, headers[name]).value for name in headers}
    assert (shown["Con voto"], shown["Presentes"], shown["Quórum necesario"], shown["¿Hay quórum?"]) == (
        3,
        2,
        2,
        "Sí",
    )
    attendance = _block(sheet, "Integrante")
    assert [row[2:6] for row in attendance[:3]] == [(1, 1, 0, 0), (1, 1, 0, 0), (1, 0, 0, 1)]
    assert (
        len(
            list(
                read_package((folder / "actualizado" / "avances_prep.xlsx").read_bytes()).names(
                    "xl/charts/chart"
                )
            )
        )
        == 2
    )


def _block(sheet: Any, header: str) -> list[tuple[Any, ...]]:
    first = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == header)
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=first + 1, max_col=7)]
