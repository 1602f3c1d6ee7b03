"""Every document of both data sets, as a user gets it."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.results import Resultado, result_json
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.problems.exit_code import ExitCode, ProtectedFile, UnreadableInput, UsageProblem
from cotaprep_docs.spanish.numbers import cardinal
from tests.support.data_sets import FOLDERS, all_documents, copy_of, lectura
from tests.support.docx_text import paragraphs, story, words
from tests.support.golden import Golden
from tests.support.pdf_tags import outline_of, structure
from tests.support.validators import PROFILES, broken_rules, verapdf

DOCUMENTS = all_documents()
IDS = [f"{name}-{kind.tipo}-{clave}" for name, kind, clave in DOCUMENTS]


def make(
    name: str, kind: DocumentKind[Any], clave: str, folder: Path, *, definitivo: bool = False
) -> Resultado:
    source = lectura(name)
    workspace = dataclasses.replace(source.workspace, salida=folder)
    return generate(
        dataclasses.replace(source, workspace=workspace), kind, clave, Modo(definitivo=definitivo)
    )


def pdf_words(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf).split()


@pytest.mark.parametrize(("name", "kind", "clave"), DOCUMENTS, ids=IDS)
def test_every_session_has_its_documents(
    every_document: dict[tuple[str, str, str], Resultado],
    golden: Golden,
    name: str,
    kind: DocumentKind[Any],
    clave: str,
) -> None:
    result = every_document[name, kind.tipo, clave]
    assert result.exit_code is ExitCode.OK, [str(problem.location) for problem in result.problemas]
    (documento,) = result.documentos
    docx = documento.docx.read_bytes()
    assert ("EJEMPLO" in story(docx, "header")) == documento.muestra
    text = "\n".join((story(docx, "header"), "----", *paragraphs(docx), "----", story(docx, "footer")))
    golden.check(f"{name}/{kind.tipo}-{clave}".rstrip("-") + ".txt", f"{text}\n")


@pytest.mark.parametrize(("name", "kind", "clave"), DOCUMENTS, ids=IDS)
def test_the_pdf_has_every_word_of_the_docx_in_order(
    every_document: dict[tuple[str, str, str], Resultado], name: str, kind: DocumentKind[Any], clave: str
) -> None:
    (documento,) = every_document[name, kind.tipo, clave].documentos
    found = iter(pdf_words(documento.pdf.read_bytes()))
    # A word may end one line and go on in the next only after its own hyphen or slash, so compare
    # the letters: each must come, in order, in the PDF's text. A hyphen that ends a line is left out of
    # the text by the reader of this test, though the page has it.
    letters = iter("".join(found))
    said = [word.replace("-", "") for word in words(documento.docx.read_bytes())]
    missing = [word for word in said if not all(c in letters for c in word)]
    assert missing == []


def test_acta_3_of_the_plan_is_whole(every_document: dict[tuple[str, str, str], Resultado]) -> None:
    (documento,) = every_document["plan", "acta", "3"].documentos
    assert documento.muestra
    assert documento.huecos == 0
    assert documento.paginas >= 4


def test_a_session_without_facts_is_a_draft_with_gaps(
    every_document: dict[tuple[str, str, str], Resultado],
) -> None:
    result = every_document["plan", "acta", "7"]
    (documento,) = result.documentos
    assert documento.huecos > 5
    assert not documento.muestra
    gaps = [problem for problem in result.problemas if problem.code == "APP-004"]
    assert len(gaps) == documento.huecos
    assert "comments.xml" in str(sorted(parts_of(documento.docx.read_bytes())))


def parts_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def test_definitive_is_refused_while_facts_are_missing_or_sample(tmp_path: Path) -> None:
    gaps = make("plan", ACTA, "7", tmp_path, definitivo=True)
    sample = make("plan", ACTA, "3", tmp_path, definitivo=True)
    assert (gaps.exit_code, gaps.documentos) == (ExitCode.DATA_PROBLEMS, ())
    assert "APP-005" in {problem.code for problem in gaps.problemas}
    assert (sample.exit_code, sample.documentos) == (ExitCode.DATA_PROBLEMS, ())
    assert "APP-006" in {problem.code for problem in sample.problemas}
    assert list(tmp_path.iterdir()) == []


def test_no_value_of_one_data_set_is_in_the_documents_of_the_other(
    every_document: dict[tuple[str, str, str], Resultado],
) -> None:
    texts = dict.fromkeys(FOLDERS, "")
    for (name, _, _), result in every_document.items():
        docx = result.documentos[0].docx.read_bytes()
        texts[name] += "\n".join(paragraphs(docx)) + story(docx, "header") + story(docx, "footer")
    for name, other in (("plan", "ficticio"), ("ficticio", "plan")):
        shared = {value for value in cell_values(name) if value in texts[other]}
        assert shared == set()


VOCABULARY = {
    # Words of the program's own drop-downs, which both institutes use by nature.
    "Presencial", "Virtual", "Mixta", "Presente", "Ausente", "Justificada", "Integrante", "Anexo",
    "Secretaría Técnica", "Acuerdo", "Convocatoria", "Orden del día", "Clausura", "Entra", "Sale", "Receso",
    "Abstención", "A favor", "En contra", "Excusa", "Voto particular", "Circulado", "Impreso", "Electrónico",
    "Informe", "Avance", "Aprobación", "Presentación", "Recomendación", "Opinión", "Seguimiento de acuerdos",
    "Ordinaria", "Extraordinaria", "Partido", "Invitación", "Copia", "Todas", "Sesiones", "Reuniones",
    "Pendiente", "Cumplido", "En proceso", "Celebrada", "Programada", "Asuntos generales", "Oficio", "Carta",
    "Femenino", "Masculino", "Unanimidad", "Nominal", "Propietario", "Suplente", "Letra", "Acta anterior",
    "Suplente de la Secretaría Técnica", "Lista de asistencia y quórum", "Reunión de trabajo", "Retirado",
    "cierre",  # an alias: a key people type, printed nowhere
    # A chapter of the plan, and how the program calls the calendar.
    "Calendario de sesiones y reuniones formales de trabajo del Comité",
    "Incorporado", "Pospuesto", "Convocado", "Reprogramada", "Cancelada", "Cancelado", "Remisión", "Errata",
    "Modificación", "Glosario", "Antecedentes", "Considerandos", "Análisis técnico", "Puntos de dictamen",
    "CATD y CCV", "Centros por municipio", "Actualizaciones por hora", "Actas de los simulacros",
    "Alta", "Media", "Baja", "Abierto", "En atención", "Atendido", "Mitigado", "Cerrado", "Definido",
    "Contratado", "Equipado", "Habilitado",
    # Headings of the reports, which a chapter, an activity or a test happens to be called too.
    "Integración", "Personal por rol", "Primer simulacro",
}  # fmt: skip


# What the program itself calls a session, which a calendar may say in the same words.
_SESSION_NAME = re.compile(r"\w+ (sesión (extra)?ordinaria|reunión (formal )?de trabajo)", re.IGNORECASE)


def cell_values(name: str) -> set[str]:
    """What staff typed in the sheets that documents are made of: texts of more than four characters."""
    values: set[str] = set()
    for path in FOLDERS[name].glob("*.xlsx"):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.title in {"Léame", "Listas", "Resumen"}:
                continue
            for row in sheet.iter_rows(min_row=2, values_only=True):
                cells = row[1:2] if sheet.title == "Organismo" else row
                values |= {str(cell).strip() for cell in cells if isinstance(cell, str)}
        book.close()
    return {value for value in values if len(value) > 4 and not _SESSION_NAME.fullmatch(value)} - VOCABULARY


def test_two_runs_in_other_folders_and_time_zones_give_the_same_bytes(tmp_path: Path) -> None:
    files: list[dict[str, bytes]] = []
    for zone, folder in (
        ("America/Mexico_City", tmp_path / "1"),
        ("Asia/Tokyo", tmp_path / "otra" / "2"),
    ):
        copy_of("ficticio", folder)
        for command in (["acta", "2"], ["convocatoria", "2"]):
            subprocess.run(
                [sys.executable, "-m", "cotaprep_docs", *command],
                cwd=folder,
                env={**os.environ, "TZ": zone, "PYTHONHASHSEED": folder.name},
                check=True,
                capture_output=True,
            )
        files.append({path.name: path.read_bytes() for path in sorted((folder / "salida").glob("*-2.*"))})
    assert sorted(files[0]) == [
        "acta-2.docx", "acta-2.pdf", "convocatoria-2.docx", "convocatoria-2.ics", "convocatoria-2.pdf",
        "invitacion-2.docx", "invitacion-2.pdf",
    ]  # fmt: skip
    assert files[0] == files[1]


def test_what_a_person_edited_stays_and_its_pdf_follows(tmp_path: Path) -> None:
    carpeta = copy_of("ficticio", tmp_path)
    source = read_workspace(open_workspace(carpeta))
    first = generate(source, ACTA, "2").documentos[0]
    edited = edit(first.docx.read_bytes(), "sesión", "SESIÓN")
    first.docx.write_bytes(edited)
    again = generate(source, ACTA, "2")
    assert first.docx.read_bytes() == edited
    assert "SESIÓN" in " ".join(pdf_words(first.pdf.read_bytes()))
    assert again.exit_code is ExitCode.OK  # nothing new to propose: the normal course of a review
    proceso = dataclasses.replace(
        source.proceso, organismo=dataclasses.replace(source.proceso.organismo, ciudad="Otra Ciudad")
    )
    changed = generate(dataclasses.replace(source, proceso=proceso), ACTA, "2")
    assert changed.exit_code is ExitCode.PROTECTED_FILE
    assert first.docx.read_bytes() == edited
    assert "Otra Ciudad" in " ".join(words((tmp_path / "salida" / "acta-2.propuesta.docx").read_bytes()))


def edit(docx: bytes, old: str, new: str) -> bytes:
    parts = dict(read_package(docx).parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    return write_package(parts)


def test_a_refusal_for_sample_rows_names_every_row(tmp_path: Path) -> None:
    result = make("plan", ACTA, "3", tmp_path, definitivo=True)
    (refusal,) = (problem for problem in result.problemas if problem.code == "APP-006")
    named = {part.split(" ")[0] for part in refusal.params["renglones"].split("; ")}
    assert {"Calendario", "Asistencia", "Votaciones"} <= named
    assert re.search(r"Asistencia \d+ a \d+", refusal.params["renglones"])


def test_a_key_is_not_called_unknown_where_its_sheet_could_not_be_read(tmp_path: Path) -> None:
    data = copy_of("plan", tmp_path / "data")
    book = openpyxl.load_workbook(data / "sesiones.xlsx")
    header = next(c for row in book["Calendario"].iter_rows() for c in row if c.value == "Clave")
    header.value = "Llave rara"
    book.save(data / "sesiones.xlsx")
    result = generate(read_workspace(open_workspace(tmp_path)), ACTA, "3")
    assert result.exit_code is ExitCode.DATA_PROBLEMS
    assert "TRK-017" in {problem.code for problem in result.problemas}


def test_a_draft_does_not_replace_a_definitive_act(tmp_path: Path) -> None:
    clave = next(c for n, k, c in DOCUMENTS if n == "ficticio" and k is ACTA and is_complete(c))
    made_once = make("ficticio", ACTA, clave, tmp_path, definitivo=True)
    assert made_once.documentos[0].estado == "definitivo"
    assert "BORRADOR" not in story(made_once.documentos[0].docx.read_bytes(), "header")
    with pytest.raises(ProtectedFile) as raised:
        make("ficticio", ACTA, clave, tmp_path)
    assert [problem.code for problem in raised.value.problems] == ["APP-013"]


def is_complete(clave: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        result = make("ficticio", ACTA, clave, Path(folder))
        return result.documentos[0].huecos == 0 and not result.documentos[0].muestra


@pytest.mark.parametrize(
    ("kind", "clave", "code"),
    [(ACTA, "R1", "DOC-002"), (ACTA, "99", "DOC-001"), (CONVOCATORIA, "X", "DOC-001")],
)
def test_what_does_not_exist_is_a_usage_problem(
    tmp_path: Path, kind: DocumentKind[Any], clave: str, code: str
) -> None:
    with pytest.raises(UsageProblem) as raised:
        make("plan", kind, clave, tmp_path)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_folder_without_trackers_is_unreadable_input(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as raised:
        open_workspace(tmp_path)
    assert [problem.code for problem in raised.value.problems] == ["APP-001"]


def test_the_json_of_a_result(every_document: dict[tuple[str, str, str], Resultado]) -> None:
    data = result_json(every_document["plan", "acta", "3"])
    (documento,) = data["documentos"]
    assert (documento["tipo"], documento["clave"], documento["estado"]) == ("acta", "3", "borrador")
    assert documento["ejemplo"] is True
    assert set(documento) >= {"tipo", "clave", "docx", "pdf", "paginas", "estado"}
    for problem in result_json(every_document["plan", "acta", "7"])["problemas"]:
        assert set(problem) == {"codigo", "gravedad", "lugar", "mensaje", "sugerencia", "fundamento"}


@pytest.mark.parametrize(("name", "clave"), [("plan", "3"), ("ficticio", "6"), ("ficticio", "E2")])
def test_the_pdf_is_that_of_the_docx_on_disk_and_both_say_how_many_pages(
    every_document: dict[tuple[str, str, str], Resultado], name: str, clave: str
) -> None:
    (documento,) = every_document[name, "acta", clave].documentos
    docx = documento.docx.read_bytes()
    assert convert(docx).data == documento.pdf.read_bytes()
    counted = f"{documento.paginas} ({cardinal(documento.paginas)})."
    assert any(text.endswith(counted) for text in paragraphs(docx))
    assert counted in " ".join(pdf_words(documento.pdf.read_bytes()))


def test_the_pdf_has_title_and_language(every_document: dict[tuple[str, str, str], Resultado]) -> None:
    (documento,) = every_document["plan", "acta", "3"].documentos
    with pikepdf.open(documento.pdf) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Acta de la tercera sesión ordinaria (EJEMPLO)"
        assert str(pdf.Root["/Lang"]) == "es-MX"
        fonts = [font for page in pdf.pages for font in page.Resources["/Font"].values()]
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    code = readme.partition("```python\n")[2].partition("```")[0]
    copy_of("plan", tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "acta-3.pdf 6" in done.stdout


def test_a_definitive_act_over_an_edited_draft_is_called_what_is_on_disk(tmp_path: Path) -> None:
    draft = make("ficticio", ACTA, "2", tmp_path).documentos[0]
    draft.docx.write_bytes(edit(draft.docx.read_bytes(), "sesión", "SESIÓN"))
    result = make("ficticio", ACTA, "2", tmp_path, definitivo=True)
    assert result.exit_code is ExitCode.PROTECTED_FILE
    assert result.documentos[0].estado == "borrador"
    assert (
        '"definitivo"'
        not in (tmp_path / ".manifiesto.json").read_text(encoding="utf-8").partition("propuesta")[0]
    )


def test_a_letterhead_that_lost_its_mark_makes_no_sample_document(tmp_path: Path) -> None:
    source = lectura("plan")
    shutil.copytree(source.workspace.plantillas, tmp_path / "plantillas")
    path = tmp_path / "plantillas" / "membrete.docx"
    read = read_package(path.read_bytes()).parts
    parts = {name: data.replace(b"{{ membrete.ejemplo }}", b"") for name, data in read.items()}
    path.write_bytes(write_package(parts))
    workspace = dataclasses.replace(
        source.workspace, plantillas=tmp_path / "plantillas", salida=tmp_path / "s"
    )
    with pytest.raises(UnreadableInput) as raised:
        generate(dataclasses.replace(source, workspace=workspace), ACTA, "3")
    assert [problem.code for problem in raised.value.problems] == ["APP-015"]


def test_a_template_that_is_missing_is_not_replaced_by_another(tmp_path: Path) -> None:
    carpeta = copy_of("ficticio", tmp_path)
    shutil.copytree(lectura("plan").workspace.plantillas, carpeta / "templates_docx")
    (carpeta / "templates_docx" / "membrete.docx").unlink()
    with pytest.raises(UnreadableInput) as raised:
        generate(read_workspace(open_workspace(carpeta)), ACTA, "2")
    assert [problem.code for problem in raised.value.problems] == ["APP-008"]


@pytest.mark.parametrize(("name", "kind", "clave"), DOCUMENTS, ids=IDS)
def test_the_pdf_is_an_archive_that_all_can_read(
    every_document: dict[tuple[str, str, str], Resultado], name: str, kind: DocumentKind[Any], clave: str
) -> None:
    (documento,) = every_document[name, kind.tipo, clave].documentos
    data = documento.pdf.read_bytes()
    assert broken_rules(data) == []
    # Read aloud, it says what the DOCX says, from the first word to the last, and nothing of the letterhead.
    heard = "".join(structure(data).prose.split())
    assert heard == "".join(words(documento.docx.read_bytes()))


@pytest.mark.verapdf
def test_verapdf_finds_nothing(every_document: dict[tuple[str, str, str], Resultado], tmp_path: Path) -> None:
    files = {f"{'-'.join(key)}.pdf": result.documentos[0].pdf for key, result in every_document.items()}
    for name, pdf in files.items():
        shutil.copy(pdf, tmp_path / name)
    said = verapdf(sorted(tmp_path.glob("*.pdf")))
    assert said == {(name, profile): ["true"] for name in files for profile in PROFILES}


def test_the_structure_of_acta_3(
    every_document: dict[tuple[str, str, str], Resultado], golden: Golden
) -> None:
    (documento,) = every_document["plan", "acta", "3"].documentos
    golden.check(
        "plan/acta-3.estructura.txt", "\n".join(outline_of(structure(documento.pdf.read_bytes()))) + "\n"
    )
