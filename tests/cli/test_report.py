"""What people read: documents, problems with their remedy once, missing facts shortened, counts."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click
import pytest

from cotaprep_docs.app.problem_kinds import GAP
from cotaprep_docs.app.results import Archivo, Documento, Resultado
from cotaprep_docs.cli.report import (
    document_line,
    file_line,
    gap_lines,
    pdf_line,
    problem_lines,
    show_result,
    show_review,
    shown_path,
)
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind, Severity
from tests.support.golden import Golden

NO_DATE = ProblemKind("XXX-004", Severity.ERROR, "«{valor}» no es una fecha", "Escríbala como 14/03/2026.")
LATE = ProblemKind("XXX-012", Severity.WARNING, "Se convocó con {dias} días", "Revise D5.", cita="plazo")
KEPT = ProblemKind("XXX-001", Severity.NOTICE, "Se conservó el archivo", "No tiene que hacer nada.")


def at(cell: str, sheet: str = "Asistencia") -> CellLocation:
    return CellLocation("sesiones.xlsx", sheet, int(cell[1:]), cell[0])


def a_document(**changes: object) -> Documento:
    fields: dict[str, object] = {
        "tipo": "acta",
        "clave": "3",
        "nombre": "Acta de la tercera sesión ordinaria",
        "docx": Path("salida/acta-3.docx"),
        "pdf": Path("salida/acta-3.pdf"),
        "paginas": 8,
        "estado": "borrador",
        "muestra": True,
        "huecos": 5,
        **changes,
    }
    return Documento(**fields)  # type: ignore[arg-type]


def some_gaps(count: int, sheet: str = "Asistencia", label: str = "asistencia") -> list[Problem]:
    return [GAP.at(at(f"D{row}", sheet), dato=label, sugerencia="Llénela.") for row in range(14, 14 + count)]


RESULT = Resultado(
    (a_document(),),
    (
        NO_DATE.at(at("D14"), valor="31/02/2026"),
        NO_DATE.at(at("D15"), valor="32/01/2026"),
        LATE.at(at("C5", "Calendario"), dias=1),
        KEPT.at(FileLocation("salida/acta-3.docx")),
        *some_gaps(40),
        *some_gaps(1, "Calendario", "hora de inicio"),
        GAP.at(
            CellLocation("sesiones.xlsx", "Votaciones"), dato="votación del punto 4", sugerencia="Agréguela."
        ),
    ),
    fundamentos={"plazo": "Reglamento, artículo 9 (sin verificar)"},
)


def test_a_result_reads_well(golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    show_result(RESULT)
    golden.check("cli/informe.txt", capsys.readouterr().out)


def test_a_document_without_problems_is_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    show_result(Resultado((a_document(),)))
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_review_without_problems_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show_review(Resultado())
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_kept_document_says_where_the_new_version_is() -> None:
    line = document_line(
        a_document(protegido=True, propuesta=Path("salida/acta-3.propuesta.docx"), muestra=False)
    )
    assert "salida/acta-3.propuesta.docx" in line
    assert "EJEMPLO" not in line


def test_the_line_of_another_file_says_what_became_of_it() -> None:
    archivo = Archivo("ics", "3", "Evento de la sesión", Path("salida/convocatoria-3.ics"), muestra=False)
    assert file_line(archivo) == f"Evento de la sesión → {archivo.ruta}"
    beside = Path("salida/convocatoria-3.propuesta.ics")
    kept = dataclasses.replace(archivo, muestra=True, protegido=True, propuesta=beside)
    assert file_line(kept).endswith(
        f"(EJEMPLO, se conservó lo que alguien modificó, versión nueva en {beside})"
    )


@pytest.mark.parametrize(
    ("documents", "files", "said"),
    [
        (1, 0, "Se generó 1 documento."),
        (0, 1, "Se generó 1 archivo."),
        (0, 0, "No se generó ningún documento."),
        (2, 1, "Se generaron 2 documentos y 1 archivo."),
    ],
)
def test_what_was_made_is_counted(
    documents: int, files: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    archivo = Archivo("ics", "3", "Evento", Path("x.ics"), muestra=False)
    show_result(Resultado((a_document(),) * documents, archivos=(archivo,) * files))
    assert capsys.readouterr().out.splitlines()[-1].endswith(said)


def test_the_line_of_a_pdf_names_both_files_and_no_state() -> None:
    line = pdf_line(a_document())
    assert line.startswith("salida/acta-3.docx → salida/acta-3.pdf (8 páginas")
    assert "borrador" not in line


def plain(lines: list[str]) -> list[str]:
    return [click.unstyle(line) for line in lines]


def test_neighbours_with_one_remedy_share_it() -> None:
    problems = [NO_DATE.at(at(f"D{row}"), valor="x") for row in range(2, 12)]
    lines = plain(list(problem_lines(problems, Resultado())))
    assert len(lines) == 11
    assert lines[0].startswith("sesiones.xlsx!Asistencia!D2: error XXX-004: ")
    assert lines[-1].startswith("    Qué hacer: ")


def test_the_norm_is_named_where_a_problem_rests_on_one() -> None:
    lines = plain(list(problem_lines(RESULT.problemas[2:3], RESULT)))
    assert lines[-1] == "    Fundamento: Reglamento, artículo 9 (sin verificar)"


@pytest.mark.parametrize("count", [1, 3, 4, 5, 200])
def test_gaps_take_one_line_per_sheet(count: int) -> None:
    lines = plain(list(gap_lines([*some_gaps(count), *some_gaps(count, "Calendario", "hora")])))
    assert len(lines) == 3
    assert "D14" in lines[1]
    assert max(map(len, lines)) < 100


def test_many_different_gaps_are_counted() -> None:
    gaps = [gap for number in range(30) for gap in some_gaps(1, label=f"dato {number}")]
    (_heading, line) = plain(list(gap_lines(gaps)))
    assert line.count("dato") == 5
    assert line.endswith("y 25 más")


def test_paths_are_relative_to_the_current_folder_when_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "aquí"
    here.mkdir()
    monkeypatch.chdir(here)
    assert shown_path(Path("salida/a.docx")) == str(Path("salida/a.docx"))
    assert shown_path(here / "salida" / "a.docx") == str(Path("salida/a.docx"))
    assert shown_path(tmp_path / "a.docx") == str(tmp_path / "a.docx")
