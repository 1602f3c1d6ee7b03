"""Narrative in Word: what a person wrote below a heading, as it reaches the acta."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.assets import data_folder
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package, read_package, write_package
from cotaprep_docs.prose.prose import Enfasis
from cotaprep_docs.trackers.reader import read_sesiones
from cotaprep_docs.trackers.textos import read_textos, with_textos
from cotaprep_docs.trackers.word_text import read_sections
from tests.support.docx_text import paragraphs
from tests.support.sheets import change, column_of, save_sesiones


def write(folder: Path, *blocks: tuple[str, str], name: str = "narrativas.docx") -> Path:
    """Write a Word file: («título», text), («», paragraph), or («List Bullet», item)."""
    document = docx.Document()
    for style, text in blocks:
        if style == "título":
            document.add_heading(text, level=1)
        else:
            _runs(document, style, text)
    path = folder / "textos" / name
    path.parent.mkdir(exist_ok=True)
    document.save(str(path))
    return path


def _runs(document: Document, style: str, text: str) -> None:
    """Add a paragraph where *this* is bold and _this_ in italics."""
    paragraph = document.add_paragraph(style=style or None)
    for number, stretch in enumerate(text.split("*")):
        for other, part in enumerate(stretch.split("_")):
            run = paragraph.add_run(part)
            run.bold, run.italic = (number % 2 == 1) or None, (other % 2 == 1) or None


def codes(folder: Path) -> list[tuple[str, str]]:
    textos = read_textos(folder / "textos")
    told = with_textos(read_sesiones(folder / "sesiones.xlsx").value, textos.value)
    return [(problem.code, str(problem.location)) for problem in (*textos.problems, *told.problems)]


def test_headings_are_keys_and_emphasis_stays(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    write(
        tmp_path,
        ("título", "Sesión 1, punto 3"),
        ("", "Se expuso el *plan* de _trabajo_."),
        ("List Bullet", "Primero."),
        ("List Bullet", "Segundo."),
        ("título", "Reunión R1, punto 1"),
        ("", "Hubo plática."),
    )
    assert codes(tmp_path) == []
    textos = read_textos(tmp_path / "textos").value
    proceso = with_textos(read_sesiones(tmp_path / "sesiones.xlsx").value, textos).value
    told = {(punto.sesion, punto.numero): punto.narrativa for punto in proceso.puntos if punto.narrativa}
    assert str(told["1", "3"]) == "Se expuso el plan de trabajo.\n• Primero.\n• Segundo."
    assert str(told["R1", "1"]) == "Hubo plática."
    narrative = textos["1", "3"].content.pieces
    assert Enfasis("plan", negrita=True) in narrative
    assert Enfasis("trabajo", cursiva=True) in narrative


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ((("título", "Sesión 9, punto 3"), ("", "x")), "TRK-081"),
        ((("título", "Lo que se dijo"), ("", "x")), "TRK-081"),
        ((("título", "1, 3"), ("", "x"), ("título", "Sesión 1, punto 3."), ("", "y")), "TRK-082"),
        ((("", "suelto"), ("título", "Sesión 1, punto 3"), ("", "x")), "TRK-084"),
    ],
)
def test_headings_that_are_no_key(tmp_path: Path, blocks: tuple[tuple[str, str], ...], code: str) -> None:
    save_sesiones(tmp_path)
    write(tmp_path, *blocks)
    ((found, place),) = codes(tmp_path)
    assert found == code
    assert place.startswith("textos/narrativas.docx!")


def test_the_same_key_in_two_files_or_in_its_cell(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    letter = column_of(path, "Orden del día", "Narrativa")
    change(path, {f"Orden del día!{letter}4": "De la celda."})
    for name in ("a.docx", "b.docx"):
        write(tmp_path, ("título", "Sesión 1, punto 3"), ("", "De Word."), name=name)
    assert codes(tmp_path) == [
        ("TRK-082", "textos/b.docx!«Sesión 1, punto 3»"),
        ("TRK-083", "textos/a.docx!«Sesión 1, punto 3»"),
    ]


def test_a_table_is_said_and_not_lost_in_silence(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write(tmp_path, ("título", "Sesión 1, punto 3"), ("", "x"))
    document = docx.Document(str(path))
    document.add_table(1, 1).cell(0, 0).text = "dato"
    document.save(str(path))
    assert codes(tmp_path) == [("TRK-085", "textos/narrativas.docx!«Sesión 1, punto 3»")]


def test_what_was_deleted_with_track_changes_is_not_told(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write(tmp_path, ("título", "Sesión 1, punto 3"), ("", "Queda esto."))
    parts = dict(read_package(path.read_bytes()).parts)
    document = parts["word/document.xml"]
    start = document.rindex(b"<w:r>", 0, document.index(b"Queda esto."))
    run = document[start : document.index(b"</w:r>", start) + len(b"</w:r>")]
    deleted = b'<w:del w:id="1" w:author="x"><w:r><w:delText>Se fue.</w:delText></w:r></w:del>'
    moved = b'<w:moveFrom w:id="2" w:author="x"><w:r><w:t>Se movi\xc3\xb3.</w:t></w:r></w:moveFrom>'
    added = b'<w:ins w:id="3" w:author="x"><w:r><w:t xml:space="preserve"> Y esto.</w:t></w:r></w:ins>'
    parts["word/document.xml"] = document.replace(run, deleted + run + moved + added)
    path.write_bytes(write_package(parts))
    (texto,) = read_textos(tmp_path / "textos").value.values()
    assert str(texto.content) == "Queda esto. Y esto."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hola"])
def test_a_file_that_is_no_docx(tmp_path: Path, content: bytes) -> None:
    save_sesiones(tmp_path)
    (tmp_path / "textos").mkdir()
    (tmp_path / "textos" / "x.docx").write_bytes(content)
    (tmp_path / "textos" / "~$x.docx").write_bytes(content)
    assert [code for code, _ in codes(tmp_path)] == ["TRK-080", "TRK-086"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(["título", ""]), TEXTS), max_size=6))
def test_every_text_is_in_exactly_one_section(blocks: list[tuple[str, str]]) -> None:
    document, buffer = docx.Document(), io.BytesIO()
    for style, text in blocks:
        document.add_paragraph(text, style="Heading 2" if style else None)
    document.save(buffer)
    sections = read_sections(Package(dict(read_package(buffer.getvalue()).parts)))
    said = [text for style, text in blocks if not style and text.strip()]
    assert "\n".join(str(section.content) for section in sections if section.content) == "\n".join(said)


def test_the_acta_has_it_in_its_own_style(tmp_path: Path) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    blocks = (("título", "1, punto 2"), ("", "Se dijo *con fuerza* que _sí_."), ("", "Y ya."))
    write(tmp_path / "data", *blocks)
    (documento,) = generate(read_workspace(open_workspace(tmp_path)), ACTA, "1").documentos
    body = read_package(documento.docx.read_bytes()).xml("word/document.xml")
    runs = [run for run in body.iter(qn("w:r")) if "".join(map(str, run.itertext())) in ("con fuerza", "sí")]
    assert [
        (
            run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None,
            run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None,
        )
        for run in runs
    ] == [(True, False), (False, True)]
    assert "Se dijo con fuerza que sí." in paragraphs(documento.docx.read_bytes())
