"""A Word file that somebody has open may have changes that are not in it yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.app.pdf import convert_file
from tests.support.docx_builder import docx, paragraphs


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("acta-3.docx", "~$acta-3.docx"),
        ("convocatoria-3.docx", "~$nvocatoria-3.docx"),
        ("acta-3.docx", ".~lock.acta-3.docx#"),
        ("acta-3.docx", ""),
    ],
)
def test_the_pdf_of_an_open_docx_warns(tmp_path: Path, name: str, mark: str) -> None:
    (tmp_path / name).write_bytes(docx(paragraphs("Uno.")))
    if mark:
        (tmp_path / mark).write_bytes(b"")
    result = convert_file(tmp_path / name)
    assert result.documentos[0].pdf.exists()
    assert [p.code for p in result.problemas if p.code == "APP-060"] == (["APP-060"] if mark else [])
