"""The commands on real workbooks: what they leave, print and end with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, codes, only_json
from tests.support.golden import Golden
from tests.support.sheets import change, column_of, save_avances, save_sesiones, sesiones_rows

DOCUMENT_KEYS = {
    "tipo",
    "clave",
    "nombre",
    "docx",
    "pdf",
    "paginas",
    "estado",
    "ejemplo",
    "huecos",
    "protegido",
    "propuesta",
}
PROBLEM_KEYS = {"codigo", "gravedad", "lugar", "mensaje", "sugerencia", "fundamento"}


@pytest.fixture
def small(here: Path) -> Path:
    """The current folder, with a small process without anything wrong; its norms are those of the plan."""
    from cotaprep_docs.assets import data_folder  # noqa: PLC0415

    rows = sesiones_rows()
    rows["movimientos"] = []
    rows["votaciones"][1]["votos.BEN"] = "A favor"
    rows["votaciones"][1].pop("votos_particulares")
    save_sesiones(here, rows)
    save_avances(here)
    (here / "normas.toml").write_bytes((data_folder() / "normas.toml").read_bytes())
    return here


class TestSesiones:
    @pytest.mark.usefixtures("plan")
    def test_every_session_has_its_line(self, run: Run) -> None:
        listed = only_json(run("sesiones", "--formato", "json"))["sesiones"]
        text = run("sesiones").stdout
        assert len(listed) == 16
        for sesion in listed:
            assert any({sesion["clave"], sesion["fecha"]} <= set(line.split()) for line in text.splitlines())
            assert sesion["nombre"] in text

    @pytest.mark.usefixtures("small")
    def test_the_table_reads_well(self, run: Run, golden: Golden) -> None:
        golden.check("cli/sesiones.txt", run("sesiones").stdout)

    def test_problems_are_counted_not_hidden(self, run: Run, small: Path) -> None:
        assert "validar" not in run("sesiones").stdout
        change(small / "sesiones.xlsx", {"Calendario!E3": "31/02/2030"})
        assert "validar" in run("sesiones").stdout
        assert codes(run("sesiones", "--formato", "json"))

    @pytest.mark.usefixtures("small")
    def test_of_the_example_instead_of_the_folder(self, run: Run) -> None:
        assert len(only_json(run("sesiones", "--formato", "json"))["sesiones"]) == 3
        assert len(only_json(run("sesiones", "--ejemplo", "--formato", "json"))["sesiones"]) == 16


class TestValidar:
    @pytest.mark.parametrize("name", ["plan", "ficticio", "small"])
    def test_nothing_wrong(self, name: str, run: Run, request: pytest.FixtureRequest) -> None:
        request.getfixturevalue(name)
        result = run("validar", "--formato", "json")
        errors = [one for one in only_json(result)["problemas"] if one["gravedad"] == "error"]
        assert (result.exit_code, errors) == (0, [])

    def test_every_problem_with_its_place_in_one_run(self, run: Run, small: Path) -> None:
        change(small / "sesiones.xlsx", {"Calendario!E3": "31/02/2030", "Asistencia!C3": "Quizá"})
        result = run("validar", "--formato", "json")
        problems = only_json(result)["problemas"]
        assert result.exit_code == 1
        assert all(set(problem) == PROBLEM_KEYS for problem in problems)
        places = {problem["lugar"] for problem in problems}
        assert places >= {"sesiones.xlsx!Calendario!E3", "sesiones.xlsx!Asistencia!C3"}
        text = run("validar").stdout
        assert all(f"{place}: " in text for place in places)

    def test_a_missing_workbook_is_one_problem_among_the_others(self, run: Run, small: Path) -> None:
        change(small / "sesiones.xlsx", {"Calendario!E3": "31/02/2030"})
        (small / "avances_prep.xlsx").unlink()
        result = run("validar", "--formato", "json")
        assert result.exit_code == 3
        assert len(codes(result)) >= 2

    def test_the_norm_behind_a_warning_is_named_with_its_mark(self, run: Run, plan: Path) -> None:
        leaving = {
            f"Movimientos!{column}{row}": value
            for row, who in ((2, "IAA"), (3, "CLU"))  # one of three is left at point 6: no quorum
            for column, value in zip("ABCDF", ("3", "Sale", who, "12:40", "6"), strict=True)
        }
        change(plan / "data" / "sesiones.xlsx", leaving)
        problems = only_json(run("validar", "--formato", "json"))["problemas"]
        founded = [problem["fundamento"] for problem in problems if problem["codigo"] == "REG-001"]
        assert founded
        assert all("sin verificar" in text for text in founded)


class TestPlantillas:
    @pytest.mark.usefixtures("here")
    def test_those_of_the_program_are_right(self, run: Run) -> None:
        result = run("plantillas", "revisar", "--formato", "json")
        errors = [one for one in only_json(result)["problemas"] if one["gravedad"] == "error"]
        assert (result.exit_code, errors) == (0, [])

    def test_those_of_the_folder_are_the_ones_reviewed(self, run: Run, here: Path) -> None:
        (here / "templates_docx").mkdir()
        (here / "templates_docx" / "acta.docx").write_bytes(b"esto no es un DOCX")
        result = run("plantillas", "revisar", "--formato", "json")
        assert result.exit_code == 3
        assert any(problem["lugar"].startswith("acta.docx") for problem in only_json(result)["problemas"])


class TestKeys:
    @pytest.mark.usefixtures("plan")
    @pytest.mark.parametrize("key", ["99", "tercera", "R9", "E-7"])
    def test_an_unknown_key_answers_with_those_there_are(self, key: str, run: Run) -> None:
        result = run("acta", key, "--formato", "json")
        assert (result.exit_code, codes(result)) == (2, ["DOC-001"])
        assert "R7, E1, 8" in only_json(result)["problemas"][0]["sugerencia"]

    @pytest.mark.usefixtures("plan")
    def test_a_meeting_has_no_acta(self, run: Run) -> None:
        result = run("acta", "r 1", "--formato", "json")
        assert (result.exit_code, codes(result)) == (2, ["DOC-002"])

    @pytest.mark.usefixtures("plan")
    @pytest.mark.parametrize(
        ("key", "clave"), [("05", "5"), ("5.0", "5"), ("e-1", "E1"), ("E 1", "E1"), ("Cierre", "8")]
    )
    def test_keys_as_people_type_them(self, key: str, clave: str, run: Run) -> None:
        as_typed, as_listed = (run("convocatoria", word, "--definitivo") for word in (key, clave))
        assert (as_typed.exit_code, as_typed.stdout) == (1, as_listed.stdout)


class TestRefusals:
    @pytest.mark.usefixtures("plan")
    def test_definitive_with_gaps(self, run: Run, plan: Path) -> None:
        result = run("acta", "5", "--definitivo", "--formato", "json")
        assert result.exit_code == 1
        assert {"APP-004", "APP-005"} <= set(codes(result))
        assert only_json(result)["documentos"] == []
        assert not (plan / "salida").exists()

    @pytest.mark.usefixtures("plan")
    def test_definitive_with_sample_rows(self, run: Run) -> None:
        result = run("acta", "3", "--definitivo", "--formato", "json")
        assert (result.exit_code, "APP-006" in codes(result)) == (1, True)

    def test_errors_in_the_data(self, run: Run, small: Path) -> None:
        change(small / "sesiones.xlsx", {"Asistencia!D3": "Quizá"})
        result = run("acta", "1", "--formato", "json")
        assert (result.exit_code, "APP-007" in codes(result)) == (1, True)
        assert "1 error, " in run("acta", "1").stdout

    @pytest.mark.parametrize("content", [None, b"", b"no es un libro", b"PK\x03\x04 cortado"])
    def test_unreadable_workbook(self, content: bytes | None, run: Run, small: Path) -> None:
        path = small / "sesiones.xlsx"
        path.unlink() if content is None else path.write_bytes(content)
        for command in ("acta", "convocatoria"):
            result = run(command, "1", "--formato", "json")
            assert (result.exit_code, only_json(result)["documentos"]) == (3, [])
            assert codes(result)

    def test_unreadable_norms(self, run: Run, small: Path) -> None:
        (small / "normas.toml").write_text("[parametros.quorum", encoding="utf-8")
        result = run("acta", "1", "--formato", "json")
        assert (result.exit_code, codes(result)) == (3, ["NOR-002"])

    @pytest.mark.usefixtures("here")
    @pytest.mark.parametrize("name", ["no-existe.docx", "."])
    def test_pdf_of_what_is_no_file(self, name: str, run: Run) -> None:
        result = run("pdf", name, "--formato", "json")
        assert (result.exit_code, codes(result)) == (3, ["APP-009"])


class TestDocuments:
    def test_acta_leaves_both_files_and_one_line(self, run: Run, plan: Path) -> None:
        result = run("acta", "3")
        assert result.exit_code == 0
        assert result.stderr == ""
        line = result.stdout.splitlines()[0]
        assert line.startswith("Acta de la tercera sesión ordinaria → ")
        assert f"{Path('salida/acta-3.docx')} y {Path('salida/acta-3.pdf')} (" in line
        assert "EJEMPLO" in line
        assert (plan / "salida" / "acta-3.docx").read_bytes().startswith(b"PK")
        assert (plan / "salida" / "acta-3.pdf").read_bytes().startswith(b"%PDF")

    def test_json_of_a_document(self, run: Run, plan: Path) -> None:
        result = run("acta", "3", "--formato", "json")
        data = only_json(result)
        (document,) = data["documentos"]
        assert set(data) == {"documentos", "archivos", "problemas"}
        assert set(document) == DOCUMENT_KEYS
        assert (document["tipo"], document["clave"], document["estado"]) == ("acta", "3", "borrador")
        assert document["ejemplo"] is True
        assert document["paginas"] > 1
        assert Path(document["docx"]).resolve() == plan / "salida" / "acta-3.docx"
        assert result.stderr == ""
        assert json.dumps(data, ensure_ascii=False, indent=2) + "\n" == result.stdout

    def test_a_draft_with_gaps_is_done(self, run: Run, plan: Path) -> None:
        result = run("acta", "E1")
        assert result.exit_code == 0
        assert (plan / "salida" / "acta-E1.pdf").is_file()
        assert len(result.stdout.splitlines()) < 15
        gaps = codes(run("acta", "E1", "--formato", "json"))
        assert gaps.count("APP-004") > 5

    def test_a_convocatoria_has_an_entry_for_calendars(self, run: Run, plan: Path) -> None:
        result = run("convocatoria", "R1")
        assert result.exit_code == 0
        assert f"→ {Path('salida/convocatoria-R1.ics')} (EJEMPLO)" in result.stdout
        assert (plan / "salida" / "convocatoria-R1.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
        (entry,) = only_json(run("convocatoria", "R1", "--formato", "json"))["archivos"]
        assert (entry["tipo"], entry["clave"], entry["protegido"]) == ("ics", "R1", False)

    def test_a_convocatoria_without_entry_for_calendars(self, run: Run, plan: Path) -> None:
        data = only_json(run("convocatoria", "R1", "--sin-ics", "--formato", "json"))
        assert (len(data["documentos"]), data["archivos"]) == (2, [])
        assert not (plan / "salida" / "convocatoria-R1.ics").exists()

    def test_a_letter_for_each_addressee(self, run: Run, plan: Path) -> None:
        data = only_json(run("convocatoria", "R1", "--por-destinatario", "--formato", "json"))
        assert [d["clave"] for d in data["documentos"]] == ["R1-IAA", "R1-CLU", "R1-COA", "R1-PM1", "R1-PM2"]
        assert len(data["archivos"]) == 1
        one = only_json(run("convocatoria", "R1-coa", "--formato", "json"))
        assert ([d["clave"] for d in one["documentos"]], one["archivos"]) == (["R1-COA"], [])
        assert (plan / "salida" / "convocatoria-R1-COA.docx").exists()

    def test_an_extract_needs_its_agreement(self, run: Run, plan: Path) -> None:
        assert run("extracto", "3").exit_code == 2
        data = only_json(run("extracto", "3", "--acuerdo", "a8", "--formato", "json"))
        assert [(d["tipo"], d["clave"]) for d in data["documentos"]] == [("extracto", "3-A08")]
        assert (plan / "salida" / "extracto-3-A08.pdf").exists()

    def test_a_letter_of_a_group_of_commands(self, run: Run, plan: Path) -> None:
        data = only_json(run("oficio", "remision", "acuerdo-A05", "--formato", "json"))
        assert [(d["tipo"], d["clave"]) for d in data["documentos"]] == [("oficio-remision", "acuerdo-A05")]
        assert (plan / "salida" / "oficio-remision-acuerdo-A05.docx").exists()

    def test_a_cancelled_session_has_its_cancellation(self, run: Run, plan: Path) -> None:
        book = plan / "data" / "sesiones.xlsx"
        change(book, {f"Calendario!{column_of(book, 'Calendario', 'Estado')}11": "Cancelada"})
        result = run("convocatoria", "5", "--formato", "json")
        data = only_json(result)
        assert (result.exit_code, data["documentos"], codes(result).count("APP-014")) == (1, [], 1)
        assert b"METHOD:CANCEL" in Path(data["archivos"][0]["ruta"]).read_bytes()

    def test_another_folder_for_the_documents(self, run: Run, plan: Path) -> None:
        assert run("convocatoria", "R1", "--salida", "entregas").exit_code == 0
        assert (plan / "entregas" / "convocatoria-R1.docx").is_file()
        assert not (plan / "salida").exists()

    def test_the_folder_of_the_process_may_be_another(
        self, run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        elsewhere = tmp_path / "otra"
        elsewhere.mkdir()
        monkeypatch.chdir(elsewhere)
        result = run("convocatoria", "R1", "--carpeta", str(plan))
        assert result.exit_code == 0
        assert str(plan / "salida" / "convocatoria-R1.docx") in result.stdout
        assert list(elsewhere.iterdir()) == []

    def test_what_somebody_edited_is_kept(self, run: Run, plan: Path) -> None:
        run("convocatoria", "5")
        path = plan / "salida" / "convocatoria-5.docx"
        edited = path.read_bytes() + b"\0"
        path.write_bytes(edited)
        change(plan / "data" / "sesiones.xlsx", {"Calendario!I11": "18:45"})
        result = run("convocatoria", "5", "--formato", "json")
        (document,) = only_json(result)["documentos"]
        assert result.exit_code == 4
        assert document["protegido"] is True
        assert path.read_bytes() == edited
        assert Path(document["propuesta"]).is_file()

    def test_pdf_of_a_file_as_it_is(self, run: Run, plan: Path) -> None:
        run("convocatoria", "5")
        (plan / "carta.docx").write_bytes((plan / "salida" / "convocatoria-5.docx").read_bytes())
        result = run("pdf", "carta.docx")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("carta.docx → carta.pdf (")
        assert (plan / "carta.pdf").read_bytes().startswith(b"%PDF")

    def test_pdf_of_what_is_no_docx(self, run: Run, here: Path) -> None:
        (here / "nota.docx").write_bytes(b"hola")
        result = run("pdf", "nota.docx", "--formato", "json")
        assert result.exit_code == 3
        assert codes(result)

    def test_a_folder_that_cannot_be_made(self, run: Run, plan: Path) -> None:
        (plan / "ocupado").write_text("", encoding="utf-8")
        result = run("convocatoria", "5", "--salida", "ocupado/salida", "--formato", "json")
        assert (result.exit_code, codes(result)) == (5, ["REV-035"])
