"""Changes that nobody accepted or rejected: what the PDF does with them, and what it says of itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.pdf import convert_file
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.review.digest import sha256_of
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.store import Store
from tests.pdf.gallery import deleted, inserted
from tests.support.data_sets import lectura
from tests.support.docx_builder import Docx
from tests.support.libreoffice import libreoffice_pdf
from tests.support.pdf_text import page_texts
from tests.support.validators import broken_rules

NEW = inserted('r/t"nuevo"')
CHANGED = Docx(f'p/(r/t"Texto ",{deleted("viejo")},{NEW})').build()
WARNING = "NO ES DEFINITIVO"


@pytest.fixture
def acta(tmp_path: Path) -> Path:
    path = tmp_path / "acta-3.docx"
    path.write_bytes(CHANGED)
    return path


def definitive(path: Path) -> Path:
    """Let the store know a file as a definitive act that a person changed afterwards."""
    data = path.read_bytes()
    path.unlink()
    store = Store(path.parent)
    store.save(path.name, Docx('p/r/t"Texto viejo"').build(), Record("acta", "3", State.DEFINITIVE, "1"))
    path.write_bytes(data)
    return path


def seen(result: Resultado) -> str:
    (documento,) = result.documentos
    return " ".join(" ".join(page_texts(documento.pdf.read_bytes())).split())


def codes(result: Resultado) -> list[str]:
    return [problem.code for problem in result.problemas]


@pytest.mark.parametrize(
    ("cambios", "text"),
    [(None, "Texto nuevo"), (Cambios.ACEPTAR, "Texto nuevo"), (Cambios.RECHAZAR, "Texto viejo")],
)
def test_changes_are_accepted_unless_rejected_and_counted(acta: Path, cambios: Cambios, text: str) -> None:
    result = convert_file(acta, cambios=cambios)
    assert seen(result) == text
    (notice,) = result.problemas
    assert (notice.code, notice.params["cuenta"]) == ("PDF-030", "2 cambios")
    assert acta.read_bytes() == CHANGED


def test_a_document_without_changes_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "oficio.docx"
    path.write_bytes(Docx('p/r/t"Texto"').build())
    assert codes(convert_file(path, cambios=Cambios.RECHAZAR)) == []


def test_a_definitive_act_with_undecided_changes_is_a_draft_and_says_so(acta: Path) -> None:
    result = convert_file(definitive(acta))
    assert seen(result).startswith(f"{WARNING}: 2 cambios")
    assert result.documentos[0].estado == State.DRAFT
    assert set(codes(result)) == {"PDF-030", "APP-050"}
    assert Store(acta.parent).entry("acta-3.docx").record.state == State.DEFINITIVE  # type: ignore[union-attr]
    assert broken_rules(result.documentos[0].pdf.read_bytes()) == []


@pytest.mark.parametrize("cambios", list(Cambios))
def test_who_decides_on_the_changes_gets_a_definitive_pdf(acta: Path, cambios: Cambios) -> None:
    result = convert_file(definitive(acta), cambios=cambios)
    assert WARNING not in seen(result)
    assert result.documentos[0].estado == State.DEFINITIVE
    assert codes(result) == ["PDF-030"]


@pytest.mark.libreoffice
@pytest.mark.parametrize("cambios", list(Cambios))
def test_both_engines_say_the_same(acta: Path, cambios: Cambios, tmp_path: Path) -> None:
    libreoffice_pdf(CHANGED, tmp_path)  # skips or fails where it is not installed
    ours = convert_file(acta, salida=tmp_path / "propio", cambios=cambios)
    theirs = convert_file(acta, salida=tmp_path / "otro", cambios=cambios, motor=Motor.LIBREOFFICE)
    assert seen(ours) == seen(theirs)
    assert codes(ours) == codes(theirs) == ["PDF-030"]


def test_regenerating_over_an_edited_docx_follows_the_option(tmp_path: Path) -> None:
    source = lectura("plan")
    source = dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=tmp_path))
    made = generate(source, CONVOCATORIA, "3")
    word = made.documentos[0].docx
    word.write_bytes(CHANGED)
    for cambios, text in ((Cambios.RECHAZAR, "Texto viejo"), (None, "Texto nuevo")):
        result = generate(source, CONVOCATORIA, "3", Modo(cambios=cambios))
        assert seen(result) == text
        assert "PDF-030" in codes(result)
    assert sha256_of(word.read_bytes()) == sha256_of(CHANGED)
