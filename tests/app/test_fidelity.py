"""The PDF beside LibreOffice's of the same DOCX: as many pages, and the same first word on each."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from cotaprep_docs.documents.kinds import DocumentKind
from tests.app.test_documentos import DOCUMENTS, IDS, make
from tests.support.docx_text import story
from tests.support.libreoffice import libreoffice_pdf


def compact(line: str) -> str:
    """A line without spaces: spread letters come out of a PDF with or without them."""
    return "".join(line.split())


def body_starts(data: bytes, docx: bytes) -> list[str]:
    """The first word of each page after the lines of its header."""
    header = {compact(line) for line in story(docx, "header").splitlines()}
    starts = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            lines = page.get_textpage().get_text_bounded().splitlines()
            body = [line for line in lines if line.strip() and compact(line) not in header]
            starts.append(body[0].split()[0] if body else "")
    return starts


@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "kind", "clave"), DOCUMENTS, ids=IDS)
def test_same_pages_as_libreoffice(tmp_path: Path, name: str, kind: DocumentKind, clave: str) -> None:
    (documento,) = make(name, kind, clave, tmp_path).documentos
    docx = documento.docx.read_bytes()
    ours = body_starts(documento.pdf.read_bytes(), docx)
    theirs = body_starts(libreoffice_pdf(docx, tmp_path), docx)
    assert all(ours)
    assert ours == theirs
