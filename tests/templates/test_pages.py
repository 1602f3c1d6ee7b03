"""Where LibreOffice ends the pages: the signature block is one piece, and never alone."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.templates.contexts import ACTA, bloque, firmas, punto, render_docx

pytestmark = pytest.mark.libreoffice

_SIGNERS = 6
_CLOSING = "El número de hojas es de"
_PARAGRAPH = "Se expone el avance de los trabajos del periodo y se da cuenta de lo recibido. " * 3


def _pages(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The pages of actas whose signatures fall at different heights."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    folder = tmp_path_factory.mktemp("actas")
    files = []
    for length in range(6, 16):
        blocks = tuple(bloque("parrafo", _PARAGRAPH) for _ in range(length))
        context = dataclasses.replace(ACTA, desahogo=(punto(1, *blocks),), firmas=firmas(_SIGNERS))
        file = folder / f"acta{length:02}.docx"
        file.write_bytes(render_docx(context))
        files.append(file)
    profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [_pages(file.with_suffix(".pdf")) for file in files]


def test_signatures_fall_at_different_heights(printed: list[list[str]]) -> None:
    assert len({len(pages) for pages in printed}) > 1


def test_block_is_on_one_page_with_the_closing_lines(printed: list[list[str]]) -> None:
    wanted = [_CLOSING, "Firmas", *(f"Firmante{number:02}" for number in range(_SIGNERS))]
    for pages in printed:
        page = next(page for page in pages if "Firmante00" in page)
        assert [text for text in wanted if text not in page] == []
