"""Long texts from Word in every document that prints them: lists, tables and emphasis in Word and in the PDF."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path
from typing import Any

import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.validar import validate
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.acuerdo import ACUERDO
from cotaprep_docs.documents.dictamen import DICTAMEN
from cotaprep_docs.documents.extracto import EXTRACTO
from cotaprep_docs.documents.informe_final import INFORME_FINAL
from cotaprep_docs.documents.informe_simulacros import INFORME_SIMULACROS
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.plan import PLAN
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package, write_package
from tests.support.data_sets import copy_of
from tests.support.libreoffice import libreoffice_pdfs
from tests.support.pdf_tags import Node, structure
from tests.support.pdf_text import compact_pages
from tests.support.validators import PROFILES, broken_rules, verapdf
from tests.support.word_texts import MIXTURE, Block, write_text

PLACES: tuple[tuple[str, DocumentKind[Any], str, str], ...] = (
    ("acta", ACTA, "6", "Sesión 6, punto 4"),
    ("extracto", EXTRACTO, "6-K11", "Sesión 6, punto 6"),
    ("minuta", MINUTA, "R1", "Reunión R1, punto 2"),
    ("dictamen", DICTAMEN, "OT1", "Opinión OT1, antecedentes"),
    ("puntos", DICTAMEN, "OT1", "Dictamen OT1, puntos"),
    ("acuerdo", ACUERDO, "K12", "Acuerdo K12, considerandos"),
    ("plan", PLAN, "", "Plan, Punto de partida"),
    ("simulacros", INFORME_SIMULACROS, "", "Simulacro S1, conclusiones"),
    ("incidentes", INFORME_SIMULACROS, "", "Simulacro S2, incidentes"),
    ("final", INFORME_FINAL, "", "Informe final, conclusiones"),
)
NAMES = [name for name, *_ in PLACES]
WORDS = ("Se expuso", "con fuerza", "Dentro de", "Alfa.", "Norte", "Nada más.")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Lectura:
    """The fictitious institute with the same mixture of paragraphs, lists and a table in every place."""
    folder = tmp_path_factory.mktemp("datos")
    copy_of("ficticio", folder / "data")
    blocks: list[Block] = []
    for _, _, _, heading in PLACES:
        blocks += [("título", heading), *MIXTURE]
    write_text(folder / "data", *blocks, name="todos.docx")
    return read_workspace(open_workspace(folder))


@pytest.fixture(scope="module")
def made(read: Lectura, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, bytes]]:
    """DOCX and PDF of each place."""
    found: dict[str, tuple[bytes, bytes]] = {}
    for name, kind, clave, _ in PLACES:
        salida = tmp_path_factory.mktemp(name)
        source = dataclasses.replace(read, workspace=dataclasses.replace(read.workspace, salida=salida))
        (documento,) = generate(source, kind, clave).documentos
        found[name] = (documento.docx.read_bytes(), documento.pdf.read_bytes())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_word_has_them_as_lists_and_tables_of_its_template(
    made: dict[str, tuple[bytes, bytes]], name: str
) -> None:
    package = read_package(made[name][0])
    body = package.xml("word/document.xml")
    text = "".join(node.text or "" for node in body.iter(qn("w:t")))
    assert [word for word in WORDS if word not in text] == []
    styles = [
        style.get(qn("w:val"))
        for paragraph in body.iter(qn("w:p"))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        for style in paragraph.iter(qn("w:pStyle"))
    ]
    assert {"ListBullet", "ListNumber"} <= set(styles)
    numbers = {number.get(qn("w:numId")) for number in package.xml("word/numbering.xml").iter(qn("w:num"))}
    assert {number.get(qn("w:val")) for number in body.iter(qn("w:numId"))} <= numbers
    tables = [t for t in body.iter(qn("w:tbl")) if "Norte" in "".join(map(str, t.itertext()))]
    (table,) = tables[-1:]
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    assert style is not None
    assert style.get(qn("w:val")) == "TablaTexto"
    assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    bold = [run for run in body.iter(qn("w:r")) if "con fuerza" in "".join(map(str, run.itertext()))]
    assert {run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in bold} == {True}


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_tagged_and_conforms(made: dict[str, tuple[bytes, bytes]], name: str) -> None:
    data = made[name][1]
    assert broken_rules(data) == []
    root = structure(data)
    bullets = next(node for node in root.of("L") if node.text.startswith("• Uno."))
    assert [shape(kid) for kid in bullets.kids] == [("LI", ["L"]), ("LI", [])]
    steps = next(node for node in root.of("L") if "Alfa." in node.text)
    assert [label.text for label in steps.of("Lbl")] == ["1.", "2."]
    table = next(node for node in root.of("Table") if "Norte" in node.text)
    assert [[cell.kind for cell in row.kids if isinstance(cell, Node)] for row in table.of("TR")] == [
        ["TH", "TH"], ["TD", "TD"], ["TD", "TD"],
    ]  # fmt: skip


def shape(node: Node | str) -> tuple[str, list[str]]:
    """An item and the lists within it."""
    assert isinstance(node, Node)
    return node.kind, [inner.kind for inner in node.walk() if inner.kind == "L"]


@pytest.mark.verapdf
def test_verapdf_finds_nothing(made: dict[str, tuple[bytes, bytes]], tmp_path: Path) -> None:
    for name, (_, pdf) in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    said = verapdf(sorted(tmp_path.glob("*.pdf")))
    assert said == {(f"{name}.pdf", profile): ["true"] for name in NAMES for profile in PROFILES}


@pytest.mark.libreoffice
def test_libreoffice_says_the_same_on_as_many_pages(
    made: dict[str, tuple[bytes, bytes]], tmp_path: Path
) -> None:
    # Which page a paragraph at the foot of one falls on is for test_fidelity, with the documents of every day.
    theirs = libreoffice_pdfs({name: docx for name, (docx, _) in made.items()}, tmp_path)
    for name, (_, pdf) in made.items():
        pages = (compact_pages(theirs[name]), compact_pages(pdf))
        assert len(pages[0]) == len(pages[1]), name
        for told in map("".join, pages):
            for stretch in (
                "•Uno.–Dentrodeuno.•Dos.",
                "1.Alfa.2.Beta.",
                "CentroSitiosNorte3Sur2",
                "Nadamás.",
            ):
                assert stretch in told, name


def test_the_passages_of_a_section_are_numbered_by_the_document(
    made: dict[str, tuple[bytes, bytes]],
) -> None:
    pages = " ".join(compact_pages(made["dictamen"][1]))
    for start in ("I.Seexpuso", "II.Enesteorden:", "III.Yquedó", "IV.Nadamás."):
        assert start in pages
    assert "Cuarto.Nadamás." in " ".join(compact_pages(made["puntos"][1]))


def test_validar_reads_the_texts_of_both_workbooks(read: Lectura) -> None:
    problems = [p for p in validate(read.workspace).problemas if p.code.startswith("TRK-08")]
    assert {problem.code for problem in problems} == {"TRK-083"}
    assert any("Simulacros" in str(problem.related[0]) for problem in problems)


def test_other_processes_can_be_given_the_texts(read: Lectura) -> None:
    """Those of the workbook that is not read yet travel along to where it is."""
    assert pickle.loads(pickle.dumps(read)).with_avances().proceso == read.with_avances().proceso  # noqa: S301


def test_templates_of_an_older_program_still_print_them(read: Lectura, tmp_path: Path) -> None:
    """Own templates without the styles: the item looks like its paragraph, the table like the others."""
    folder = tmp_path / "templates_docx"
    folder.mkdir()
    for path in read.workspace.plantillas.glob("*.docx"):
        parts = dict(read_package(path.read_bytes()).parts)
        for old, new in (
            (b"List Bullet", b"Otra"),
            (b"List Number", b"Otra 2"),
            (b"Tabla de texto", b"Otra 3"),
        ):
            parts["word/styles.xml"] = parts["word/styles.xml"].replace(old, new)
        (folder / path.name).write_bytes(write_package(parts))
    workspace = dataclasses.replace(read.workspace, plantillas=folder, salida=tmp_path / "salida")
    (documento,) = generate(dataclasses.replace(read, workspace=workspace), ACTA, "6").documentos
    body = read_package(documento.docx.read_bytes()).xml("word/document.xml")
    item = next(p for p in body.iter(qn("w:p")) if "".join(map(str, p.itertext())) == "Alfa.")
    style = item.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    assert style is not None
    assert style.get(qn("w:val")) == "TextoActa"
    assert broken_rules(documento.pdf.read_bytes()) == []
