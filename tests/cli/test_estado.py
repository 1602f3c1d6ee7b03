"""``estado``: the screen, its JSON and its page; and that it changes nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, codes, only_json
from tests.support.golden import Golden
from tests.support.sheets import change

PLAN, FICTICIO = "04/03/2024", "05/05/2027"


def told(run: Run, *args: str) -> Any:
    result = run("estado", *args, "--formato", "json")
    assert result.exit_code == 0
    return only_json(result)


def files(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.usefixtures("plan")
def test_the_screen_of_the_plan_reads_well(run: Run, golden: Golden) -> None:
    golden.check("cli/estado-plan.txt", run("estado", "--hoy", PLAN).stdout)


@pytest.mark.usefixtures("ficticio")
def test_the_screen_of_the_fictitious_institute_reads_well(run: Run, golden: Golden) -> None:
    for line in (("acta", "8"), ("acta", "9"), ("convocatoria", "R3"), ("acta", "3", "--definitivo")):
        assert run(*line).exit_code == 0
    golden.check("cli/estado-ficticio.txt", run("estado", "--hoy", FICTICIO).stdout)


@pytest.mark.usefixtures("plan")
def test_the_end_of_a_process_reads_well(run: Run, golden: Golden) -> None:
    golden.check("cli/estado-despues.txt", run("estado", "--hoy", "15/07/2024").stdout)


def test_nothing_is_made_or_changed(run: Run, plan: Path) -> None:
    before = files(plan)
    told(run, "--hoy", PLAN)
    assert files(plan) == before
    assert not (plan / "salida").exists()
    run("acta", "3")
    before = files(plan)
    told(run, "--hoy", PLAN)
    assert files(plan) == before


@pytest.mark.usefixtures("plan")
def test_json_has_all_that_the_screen_says(run: Run) -> None:
    data = told(run, "--hoy", PLAN)
    assert data["hoy"] == "2024-03-04"
    assert data["jornada"] == "2024-06-02"
    assert data["ejemplo"] is True
    assert [one["clave"] for one in data["proximas"]] == ["R5", "5"]
    assert "sesiones.xlsx!Calendario!I11" in [falta["lugar"] for falta in data["proximas"][1]["faltas"]]
    assert data["convocatorias"][1] == {
        "clave": "5", "limite": "2024-03-16T00:00", "vencida": False, "horas": 72, "marca": "M",
    }  # fmt: skip
    assert [(one["clave"], one["se_aprueba_en"]) for one in data["actas"]] == [("4", "5")]
    assert [one["clave"] for one in data["asuntos"]] == ["A10", "C05"]
    assert [(one["atencion"], one["oficio"]) for one in data["entregables"] if one["numero"] == 8] == [
        ("superada", None),
        ("remitida", "oficio-remision-acuerdo-A05"),
    ]
    assert [one["clave"] for one in data["por_capturar"] if one["faltas"]] == []
    assert data["en_salida"] == []
    assert data["archivos"] == []


@pytest.mark.usefixtures("plan")
def test_how_far_to_look_is_asked_for(run: Run) -> None:
    assert "a más tardar" not in run("estado", "--hoy", PLAN, "--dias", "3").stdout
    assert run("estado", "--hoy", PLAN, "--dias", "-1").exit_code == 2


@pytest.mark.usefixtures("plan")
def test_all_of_it_is_shown_to_who_asks(run: Run) -> None:
    short = run("estado", "--hoy", PLAN).stdout
    whole = run("estado", "--hoy", PLAN, "--completo").stdout
    assert "--completo" in short
    assert "--completo" not in whole
    assert set(whole.splitlines()) > {line for line in short.splitlines() if "--completo" not in line}


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("day", ["31/02/2024", "ayer", "2024-3", ""])
def test_a_day_that_is_none_is_a_mistake_of_use(run: Run, day: str) -> None:
    result = run("estado", "--hoy", day)
    assert result.exit_code == 2
    assert "30/01/2024" in result.stderr


@pytest.mark.usefixtures("plan")
def test_days_are_read_as_people_write_them(run: Run) -> None:
    for day in (PLAN, "4/3/2024", "04-03-2024", "2024-03-04"):
        assert told(run, "--hoy", day)["hoy"] == "2024-03-04"


def test_the_page_is_kept_where_somebody_edited_it(run: Run, plan: Path) -> None:
    (archivo,) = told(run, "--hoy", PLAN, "--html")["archivos"]
    page = plan / "salida" / "estado.html"
    assert (archivo["tipo"], archivo["ejemplo"]) == ("pagina", True)
    assert "EJEMPLO" in page.read_text(encoding="utf-8")
    page.write_text("Mis notas.", encoding="utf-8")
    result = run("estado", "--hoy", "05/03/2024", "--html", "--formato", "json")
    assert result.exit_code == 4
    assert page.read_text(encoding="utf-8") == "Mis notas."
    assert run("estado", "--hoy", PLAN, "--html", "otra.html").exit_code == 0
    assert (plan / "otra.html").is_file()


def test_errors_in_the_trackers_are_said_and_stop_nothing(run: Run, plan: Path) -> None:
    change(plan / "data" / "sesiones.xlsx", {"Calendario!E7": "31/02/2024"})
    data = told(run, "--hoy", PLAN)
    assert "error" in {problem["gravedad"] for problem in data["problemas"]}
    assert "incompleto" in run("estado", "--hoy", PLAN).stdout


def test_without_progress_of_the_prep_all_else_is_told(run: Run, plan: Path) -> None:
    (plan / "data" / "avances_prep.xlsx").unlink()
    assert [one["clave"] for one in told(run, "--hoy", PLAN)["proximas"]] == ["R5", "5"]


@pytest.mark.parametrize("name", ["sesiones.xlsx", "normas.toml"])
def test_what_cannot_be_read_at_all_is_said(run: Run, plan: Path, name: str) -> None:
    (plan / "data" / name).write_bytes(b"PK\x03\x04")
    result = run("estado", "--formato", "json")
    assert result.exit_code == 3
    assert codes(result)


def test_a_damaged_ledger_or_manifest_does_not_hide_the_rest(run: Run, plan: Path) -> None:
    run("acta", "3")
    (plan / "data" / "numeracion.json").write_text("{", encoding="utf-8")
    (plan / "salida" / ".manifiesto.json").write_text("{", encoding="utf-8")
    data = told(run, "--hoy", PLAN)
    assert data["proximas"]
    assert data["en_salida"] == []
    assert data["sin_registro"] == ["acta-3.docx"]
    assert "acta-3.docx" in run("estado", "--hoy", PLAN).stdout
    assert "REV-" in " ".join(problem["codigo"] for problem in data["problemas"])
