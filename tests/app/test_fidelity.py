"""The PDF beside LibreOffice's of the same DOCX: as many pages, and the same first word on each."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pypdfium2
import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from tests.app.test_documentos import IDS, make
from tests.support.data_sets import lectura
from tests.support.docx_text import story
from tests.support.libreoffice import libreoffice_pdf, libreoffice_pdfs
from tests.support.pdf_text import compact_pages


def compact(line: str) -> str:
    """A line without spaces: spread letters come out of a PDF with or without them."""
    return "".join(line.split())


def chart_words(docx: bytes) -> set[str]:
    """The words of a document's charts: their order on a page is that of whoever draws them."""
    package = read_package(docx)
    texts: set[str] = set()
    for name in package.names("word/charts/"):
        if name.endswith(".xml"):
            root = package.xml(name)
            texts |= {word for node in root.iter(qn("c:v"), qn("a:t")) for word in (node.text or "").split()}
    return texts


def is_of_chart(line: str, charts: set[str]) -> bool:
    """Whether a line may be of a chart: its words, or the numbers of an axis."""
    return bool(charts) and all(word in charts or _NUMBER.fullmatch(word) for word in line.split())


_NUMBER = re.compile(r"[\d.,:]+")


def body_starts(data: bytes, docx: bytes) -> list[str]:
    """The first word of each page after the lines of its header, and of a chart if it begins with one."""
    header = {compact(line) for line in story(docx, "header").splitlines()}
    charts = chart_words(docx)
    starts = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            lines = page.get_textpage().get_text_bounded().splitlines()
            body = [line for line in lines if line.strip() and compact(line) not in header]
            told = [line for line in body if not is_of_chart(line, charts)] or body
            starts.append(told[0].split()[0] if told else "")
    return starts


@dataclasses.dataclass(frozen=True)
class Pair:
    """A document and its PDF by either engine."""

    docx: bytes
    ours: bytes
    theirs: bytes


@pytest.fixture(scope="module")
def pairs(
    every_document: dict[tuple[str, str, str], Resultado], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Pair]:
    """All documents by their id; LibreOffice starts once for all, which takes longer than any of them."""
    made = {"-".join(key): result.documentos[0] for key, result in every_document.items()}
    docx = {own: documento.docx.read_bytes() for own, documento in made.items()}
    theirs = libreoffice_pdfs(docx, tmp_path_factory.mktemp("libreoffice"))
    return {own: Pair(docx[own], made[own].pdf.read_bytes(), theirs[own]) for own in made}


@pytest.mark.libreoffice
@pytest.mark.parametrize("own", IDS)
def test_same_pages_as_libreoffice(pairs: dict[str, Pair], own: str) -> None:
    pair = pairs[own]
    ours = body_starts(pair.ours, pair.docx)
    assert all(ours)
    assert ours == body_starts(pair.theirs, pair.docx)


@pytest.mark.libreoffice
def test_the_second_engine_says_the_same_words_on_the_same_pages(tmp_path: Path) -> None:
    source = lectura("ficticio")
    libreoffice_pdf(source_docx(tmp_path / "uno"), tmp_path)  # skips or fails where it is not installed
    pages = []
    for motor in Motor:
        workspace = dataclasses.replace(source.workspace, salida=tmp_path / motor)
        chosen = dataclasses.replace(source, workspace=workspace)
        (documento,) = generate(chosen, ACTA, "E2", Modo(motor=motor)).documentos
        pages.append((documento.paginas, compact_pages(documento.pdf.read_bytes())))
    assert pages[0] == pages[1]


def source_docx(folder: Path) -> bytes:
    (documento,) = make("ficticio", ACTA, "E2", folder).documentos
    return documento.docx.read_bytes()
