"""``validar`` with its three outputs, for one session, and that no workbook is ever written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run, codes, only_json
from tests.support.sheets import change


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.*")}


@pytest.mark.usefixtures("plan")
def test_the_example_has_warnings_and_no_errors(run: Run) -> None:
    result = run("validar", "--formato", "json")
    assert result.exit_code == 0
    found = only_json(result)["problemas"]
    assert {problem["gravedad"] for problem in found} == {"advertencia", "aviso"}
    assert {"REG-060", "REG-062", "REG-070", "REG-075", "REG-102"} <= {p["codigo"] for p in found}
    norms = [problem["fundamento"] for problem in found if problem["codigo"] == "REG-101"]
    assert norms
    assert all(text.endswith("(sin verificar)") for text in norms)


def test_one_mistake_of_a_person_is_said_once(run: Run, plan: Path) -> None:
    before = codes(run("validar", "--formato", "json"))
    change(plan / "data" / "sesiones.xlsx", {"Calendario!E7": "31/02/2024"})
    after = codes(run("validar", "--formato", "json"))
    errors = [code for code in after if code.startswith("TRK")]
    assert len(errors) == 1 + len([code for code in before if code.startswith("TRK")])
    assert set(after) - set(errors) <= set(before)
    assert "REG-070" not in after  # nobody knows what an agenda that cannot be placed approves


@pytest.mark.usefixtures("plan")
def test_one_session(run: Run) -> None:
    everything = only_json(run("validar", "--formato", "json"))["problemas"]
    one = only_json(run("validar", "--solo", "cierre", "--formato", "json"))["problemas"]
    assert {problem["codigo"] for problem in one} == {"REG-063", "REG-071", "REG-073", "REG-102"}
    assert all(problem in everything for problem in one)


@pytest.mark.usefixtures("plan")
def test_a_session_that_does_not_exist_is_a_mistake_of_use(run: Run) -> None:
    result = run("validar", "--solo", "77", "--formato", "json")
    assert result.exit_code == 2
    assert codes(result) == ["DOC-001"]


def test_the_page_is_written_where_it_is_asked_for(run: Run, plan: Path) -> None:
    result = run("validar", "--html", "--formato", "json")
    (archivo,) = only_json(result)["archivos"]
    page = (plan / "salida" / "validacion.html").read_text(encoding="utf-8")
    assert archivo["tipo"] == "pagina"
    assert "REG-062" in page
    assert "Informe final del COTAPREP" in page
    assert run("validar", "--html", "para todos.html").exit_code == 0
    assert (plan / "para todos.html").is_file()


def test_a_page_that_somebody_edited_stays(run: Run, plan: Path) -> None:
    run("validar", "--html")
    page = plan / "salida" / "validacion.html"
    page.write_text("Lo que anotó la secretaría.", encoding="utf-8")
    change(plan / "data" / "sesiones.xlsx", {"Calendario!E7": "31/02/2024"})
    result = run("validar", "--html", "--formato", "json")
    (archivo,) = only_json(result)["archivos"]
    assert result.exit_code == 4
    assert archivo["protegido"] is True
    assert page.read_text(encoding="utf-8") == "Lo que anotó la secretaría."
    assert "31/02/2024" in Path(archivo["propuesta"]).read_text(encoding="utf-8")


def test_a_page_that_cannot_be_saved_does_not_hide_the_review(run: Run, plan: Path) -> None:
    (plan / "salida").write_text("no es una carpeta", encoding="utf-8")
    result = run("validar", "--html", "--marcar", "--formato", "json")
    assert result.exit_code == 5
    assert "REG-062" in codes(result)


def test_the_workbooks_are_copied_with_marks_and_never_written(run: Run, plan: Path) -> None:
    change(plan / "data" / "sesiones.xlsx", {"Calendario!E7": "31/02/2024"})
    before = digests(plan / "data")
    result = run("validar", "--marcar", "--formato", "json")
    assert digests(plan / "data") == before
    assert [archivo["tipo"] for archivo in only_json(result)["archivos"]] == ["libro_revisado"] * 2
    book = openpyxl.load_workbook(plan / "salida" / "sesiones.revisado.xlsx")
    note = book["Calendario"]["E7"].comment
    assert note is not None
    assert note.text.startswith("ERROR TRK-")
    assert "Qué hacer:" in note.text
    assert "esta copia no se lee" in book.worksheets[0]["A1"].comment.text
    assert openpyxl.load_workbook(plan / "salida" / "avances_prep.revisado.xlsx").sheetnames


def test_a_workbook_that_cannot_be_read_is_not_copied(run: Run, plan: Path) -> None:
    (plan / "data" / "avances_prep.xlsx").write_bytes(b"PK\x03\x04 truncado")
    result = run("validar", "--marcar", "--html", "--formato", "json")
    assert result.exit_code == 3
    assert [Path(a["ruta"]).name for a in only_json(result)["archivos"]] == [
        "validacion.html",
        "sesiones.revisado.xlsx",
    ]


def test_norms_without_an_entry_say_what_is_not_checked(run: Run, plan: Path) -> None:
    path = plan / "data" / "normas.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[parametros.reuniones_mes]", "[parametros.otra_cosa]"), encoding="utf-8")
    found = codes(run("validar", "--formato", "json"))
    assert "NOR-006" in found
    assert "REG-062" not in found


@pytest.mark.usefixtures("plan")
def test_an_explanation_is_told_and_given_as_json(run: Run) -> None:
    told = only_json(run("explicar", "reg62", "--formato", "json"))["explicacion"]
    assert told["codigo"] == "REG-062"
    text = run("explicar", "REG-062").stdout
    assert told["por_que"] in text
    assert told["norma"] in text


@pytest.mark.usefixtures("here")
def test_an_explanation_needs_no_workspace(run: Run) -> None:
    assert run("explicar", "TRK-004").exit_code == 0
    result = run("explicar", "REG-099", "--formato", "json")
    assert result.exit_code == 2
    assert codes(result) == ["APP-080"]


@pytest.mark.usefixtures("plan")
class TestDocuments:
    """What the rules over the whole process say to who asks for a document."""

    def test_an_acta_is_not_told_of_the_plan(self, run: Run) -> None:
        assert not [code for code in codes(run("acta", "3", "--formato", "json")) if code in _PLAN]

    def test_a_convocatoria_to_come_is_told_of_its_own_session(self, run: Run) -> None:
        found = only_json(run("convocatoria", "8", "--formato", "json"))["problemas"]
        mine = {p["codigo"] for p in found if p["codigo"] in _PLAN}
        assert mine == {"REG-063", "REG-071", "REG-073", "REG-102"}

    def test_the_plan_is_told_of_all_that_is_odd_in_its_sheets(self, run: Run) -> None:
        found = codes(run("calendario", "--formato", "json"))
        assert {"REG-060", "REG-062", "REG-072"} <= set(found)
        assert "REG-073" not in found

    def test_an_error_stops_what_depends_on_its_place(self, run: Run, plan: Path) -> None:
        book = openpyxl.load_workbook(plan / "data" / "sesiones.xlsx")
        row = next(
            cells for cells in book["Organismo"].iter_rows() if cells[0].value == "Fecha de designación"
        )
        change(plan / "data" / "sesiones.xlsx", {f"Organismo!{row[1].coordinate}": "25/10/2024"})
        result = run("convocatoria", "8", "--formato", "json")
        assert result.exit_code == 1
        assert "REG-069" in codes(result)


_PLAN = {f"REG-{number:03}" for number in range(60, 200)}
