"""The file itself: same bytes, whole, with its properties, and one that other programs open."""

from __future__ import annotations

import dataclasses
import datetime as dt
import posixpath
import subprocess
import time
from pathlib import Path

import docx
import pytest

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Fact, Gap, Prose
from cotaprep_docs.templating.parts import ContentTypes, read_relationships, resolve
from cotaprep_docs.templating.properties import DocumentProperties
from cotaprep_docs.templating.render import render
from cotaprep_docs.templating.template import load_template
from tests.support.tools import program
from tests.templating.test_letterhead import CONTEXT, LETTERHEAD
from tests.templating.word import GAP_STYLE, LANGUAGE, NORMAL, Word, loaded, looked_at, made, p, tbl, tr

VALUE = Prose(
    ("Inicio ", Gap("hora", CellLocation("a.xlsx", "H", 2, "B")), " y ", Fact("f", Prose(("fin\nuno",))))
)
BODY = p("{{ x }}") + tbl(tr("{%tr for y in ys %}"), tr("{{ y }}"), tr("{%tr endfor %}")) + p("{{ x }}")
FULL = {**CONTEXT, "x": VALUE, "ys": ["1", VALUE]}
PROPERTIES = DocumentProperties(
    "Acta & <3>", dt.date(2024, 1, 30), "Tercera", "Pérez & Cía <abc>", ("EJEMPLO", "BORRADOR")
)


def test_same_inputs_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "uno", tmp_path / "dos"
    one.mkdir()
    two.mkdir()
    documents = [
        made(folder, Word(BODY), FULL, letterhead=LETTERHEAD, properties=PROPERTIES) for folder in (one, two)
    ]
    assert documents[0].docx == documents[1].docx


def test_every_relationship_leads_somewhere_and_every_part_has_a_type(tmp_path: Path) -> None:
    parts = made(tmp_path, Word(BODY), FULL, letterhead=LETTERHEAD).package.parts
    types = ContentTypes(parts)
    reached = {"[Content_Types].xml"}
    for name in ("", *parts):
        for relation in read_relationships(parts, name).values():
            if not relation.external:
                assert resolve(name, relation.target) in parts, (name, relation)
                reached.add(resolve(name, relation.target))
    for name in parts:
        assert types.get(name), name
        assert name in reached or posixpath.dirname(name).endswith("_rels"), name
    assert types.get("word/comments.xml").endswith("comments+xml")


def test_every_reference_in_the_text_has_its_relationship(tmp_path: Path) -> None:
    package = made(tmp_path, Word(BODY), FULL, letterhead=LETTERHEAD).package
    for part in package.names("word/"):
        if not part.endswith(".xml"):
            continue
        relations = read_relationships(package.parts, part)
        for element in package.xml(part).iter("*"):
            for name in (qn("r:id"), qn("r:embed")):
                assert element.get(name, next(iter(relations), "")) in {*relations, ""}, (part, element.tag)


def test_properties_are_those_given_and_nothing_else(tmp_path: Path) -> None:
    word = Word(p("{{ x }}"), title="{{ no es etiqueta }}")
    document = made(tmp_path, word, {"x": "a"}, properties=PROPERTIES)
    core = document.root("docProps/core.xml")
    texts = {each.tag.rpartition("}")[2]: each.text for each in core}
    assert texts == {
        "title": "Acta & <3>", "subject": "Tercera", "creator": "Pérez & Cía <abc>", "language": "es-MX",
        "keywords": "EJEMPLO, BORRADOR", "lastModifiedBy": "Pérez & Cía <abc>", "revision": "1",
        "created": "2024-01-30T00:00:00Z", "modified": "2024-01-30T00:00:00Z",
    }  # fmt: skip
    assert [each.text for each in document.root("docProps/app.xml")] == ["cotaprep-docs"]


def test_leftovers_of_editing_do_not_pass(tmp_path: Path) -> None:
    word = Word(
        '<w:p w:rsidR="00AA11BB" w:rsidRDefault="00AA11BB"><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:proofErr w:type="spellStart"/></w:p>',
        comments=f'<w:comment w:id="0" w:author="Eva">{p("ojo")}</w:comment>',
        settings='<w:updateFields w:val="true"/><w:rsids><w:rsidRoot w:val="00AA11BB"/></w:rsids>',
    )
    document = made(tmp_path, word)
    assert document.paragraphs() == ["a"]
    for leftover in (b"Eva", b"00AA11BB", b"updateFields", b"proofErr", b"commentReference"):
        assert all(leftover not in part for part in document.package.parts.values()), leftover


def test_headers_no_section_names_are_dropped(tmp_path: Path) -> None:
    word = Word(p("{{ x }}"), headers={"header/default": p("{{ x }}")})
    parts = word.package()
    reference = b'<w:headerReference w:type="default" r:id="rId_header1"/>'
    assert reference in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(reference, b"")
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"{{ x }}", b"{{ nadie roto")
    path = tmp_path / "acta.docx"
    path.write_bytes(write_package(parts))
    document = looked_at(render(load_template(path), {"x": "a"}, properties=PROPERTIES))
    assert document.paragraphs() == ["a"]
    assert "word/header1.xml" not in document.package.parts


def test_a_word_template_file_gives_a_document(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    parts = made(tmp_path, Word(p("{{ x }}"), content_type=kind), {"x": "a"}).package.parts
    assert ContentTypes(parts).get("word/document.xml").endswith("document.main+xml")


def test_python_docx_reads_text_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "salida.docx"
    path.write_bytes(made(tmp_path, Word(BODY), FULL, letterhead=LETTERHEAD, properties=PROPERTIES).docx)
    document = docx.Document(str(path))
    assert [comment.author for comment in document.comments] == ["cotaprep-docs"] * 3
    assert document.core_properties.title == "Acta & <3>"
    assert document.sections[0].header.paragraphs[0].text == "Pérez & Cía <abc>"


def test_five_hundred_rows_within_the_budget(tmp_path: Path) -> None:
    template = loaded(tmp_path, Word(BODY))
    start = time.process_time()
    render(template, {"x": "a", "ys": [VALUE] * 500}, properties=PROPERTIES)
    assert time.process_time() - start < 5


@pytest.mark.libreoffice
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    soffice = program("soffice", "libreoffice")
    letterhead = dataclasses.replace(
        LETTERHEAD, headers={"header/default": p("{{ inst }}")}, header_relations=""
    )
    word = Word(BODY, styles=LANGUAGE + NORMAL + GAP_STYLE)
    path = tmp_path / "salida.docx"
    path.write_bytes(made(tmp_path, word, FULL, letterhead=letterhead, properties=PROPERTIES).docx)
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}", "--headless"]
    convert = ["--convert-to", "txt:Text", "--outdir", str(tmp_path), str(path)]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=180)
    lines = (tmp_path / "salida.txt").read_text("utf-8-sig").split("\n")
    assert lines[:2] == ["Inicio [FALTA: hora] y fin", "uno"]
