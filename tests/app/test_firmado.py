"""Making an act again over its signed PDF keeps the signatures, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.pdf import convert_file
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.exit_code import ExitCode
from tests.support.data_sets import copy_of
from tests.support.signing import draw_stamp, fields_of, sign_all


def acta(folder: Path) -> Resultado:
    return generate(read_workspace(open_workspace(folder)), ACTA, "3")


def of_files(result: Resultado) -> list[str]:
    return [problem.code for problem in result.problemas if problem.code.startswith("REV")]


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A workspace whose acta 3 is signed by all."""
    folder = copy_of("plan", tmp_path / "datos")
    pdf = acta(folder).documentos[0].pdf
    data = pdf.read_bytes()
    pdf.write_bytes(sign_all(data, fields_of(data), draw_stamp(tmp_path / "sello.pdf")))
    return folder


def test_the_signed_pdf_stays_and_it_is_said(signed: Path) -> None:
    pdf = signed / "salida" / "acta-3.pdf"
    before = pdf.read_bytes()
    again = acta(signed)
    assert pdf.read_bytes() == before
    assert (again.exit_code, of_files(again)) == (ExitCode.OK, ["REV-008"])


def test_a_pdf_of_another_docx_goes_beside_the_signed_one(signed: Path) -> None:
    word, pdf = signed / "salida" / "acta-3.docx", signed / "salida" / "acta-3.pdf"
    before = pdf.read_bytes()
    parts = dict(read_package(word.read_bytes()).parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Integrante", b"Vocal")
    word.write_bytes(write_package(parts))
    for result in (acta(signed), convert_file(word)):
        assert pdf.read_bytes() == before
        assert result.exit_code is ExitCode.PROTECTED_FILE
        assert "REV-009" in of_files(result)
    assert fields_of((signed / "salida" / "acta-3.propuesta.pdf").read_bytes()) == fields_of(before)


def test_a_pdf_that_is_merely_different_is_not_called_signed(signed: Path) -> None:
    pdf = signed / "salida" / "acta-3.pdf"
    pdf.write_bytes(pdf.read_bytes().partition(b"/ByteRange")[0])
    assert of_files(acta(signed)) == ["REV-001"]
