"""Command lines as a secretary may mistype them: exit code 2, the nearest word, and an example."""

from __future__ import annotations

import pytest

from cotaprep_docs.cli.options import Mode
from cotaprep_docs.cli.suggestions import nearest, with_plain_dashes
from tests.cli.conftest import Run, codes, only_json
from tests.support.golden import Golden

MISTYPED = [
    (["actas", "3"], "«acta»"),
    (["ata", "3"], "«acta»"),
    (["convocatora", "3"], "«convocatoria»"),
    (["sesion"], "«sesiones»"),
    (["valida"], "«validar»"),
    (["plantilla", "revisar"], "«plantillas»"),
    (["plantillas", "revizar"], "«revisar»"),
    (["acta", "3", "--definitiva"], "«--definitivo»"),
    (["acta", "3", "-definitivo"], "«--definitivo»"),
    (["acta", "3", "--formto", "json"], "«--formato»"),
    (["acta", "3", "-formato", "json"], "«--formato»"),
    (["acta", "3", "--folder=x"], "«--folder»"),
    (["bitacora"], "invitacion, acuse, aviso, orden-del-dia"),
    (["informe", "mensul", "enero"], "«mensual»"),
    (["3"], "invitacion, acuse, aviso, orden-del-dia"),
    (["--carpeta", "x", "acta", "3"], "«--carpeta»"),
    (["lista", "3"], "«lista-asistencia»"),
    (["ayuda"], "--ayuda"),
    (["estado", "--hoi", "1"], "«--hoy»"),
]


@pytest.mark.parametrize(("line", "mentioned"), MISTYPED, ids=str)
def test_what_was_meant_is_offered(line: list[str], mentioned: str, run: Run) -> None:
    result = run(*line)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert mentioned in result.stderr
    assert "Uso: cotaprep-docs" in result.stderr
    assert "Traceback" not in result.stderr


WRONG = [
    ["acta"],
    ["acta", "3", "4"],
    ["acta", "3", "--salida"],
    ["acta", "3", "--formato", "xml"],
    ["acta", "3", "--carpeta", "no-existe"],
    ["pdf"],
    ["plantillas", "lint"],
    ["estado", "--hoy"],
    ["estado", "--dias", "muchos"],
    ["todo", "--procesos", "0"],
]


@pytest.mark.parametrize("line", WRONG, ids=" ".join)
@pytest.mark.usefixtures("here")
def test_errors_of_usage_read_well(line: list[str], run: Run, golden: Golden) -> None:
    result = run(*line)
    assert result.exit_code == 2
    golden.check(f"cli/uso/{'_'.join(line)}.txt", result.stderr)


@pytest.mark.parametrize("line", [*WRONG, *(line for line, _ in MISTYPED)], ids=" ".join)
@pytest.mark.usefixtures("here")
def test_errors_of_usage_as_json(line: list[str], run: Run) -> None:
    result = run(line[0], "--formato=json", *line[1:])
    assert result.exit_code == 2
    assert codes(result) == ["APP-010"]
    assert only_json(result)["documentos"] == []
    assert only_json(result)["problemas"][0]["lugar"].startswith("cotaprep-docs")


@pytest.mark.parametrize("line", [["ACTA", "3"], ["Acta", "3"], ["ácta", "3"]], ids=" ".join)
@pytest.mark.usefixtures("here")
def test_capitals_and_accents_do_not_matter(line: list[str], run: Run) -> None:
    result = run(*line, "--FORMATO", "JSON")
    assert (result.exit_code, codes(result)) == (3, ["APP-001"])


@pytest.mark.usefixtures("here")
def test_options_pasted_from_word_keep_working(run: Run) -> None:
    result = run("acta", "3", "–formato", "json")
    assert (result.exit_code, codes(result)) == (3, ["APP-001"])
    assert with_plain_dashes(["—a", "––b", "-c", "–1", "–", "x–y"]) == ["--a", "--b", "-c", "–1", "–", "x–y"]


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("acta 3 --formato json", Mode(json=True, debug=False)),
        ("acta 3 --FORMATO=json", Mode(json=True, debug=False)),
        ("acta 3 --formato texto", Mode(json=False, debug=False)),
        ("acta json --formato", Mode(json=False, debug=False)),
        ("--depurar --formato json", Mode(json=True, debug=True)),
    ],
)
def test_mode_is_known_before_the_arguments_are_understood(line: str, mode: Mode) -> None:
    assert Mode.of(line.split()) == mode


def test_nothing_near_is_nothing() -> None:
    assert nearest("xyz", ["acta", "pdf"]) == ""
