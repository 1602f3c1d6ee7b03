"""A Word file by its headings: nothing is lost or told twice, whatever Word or another program wrote it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.prose.prose import Celda, Elemento, Lista, Marca, Prose, Tabla
from cotaprep_docs.trackers.word_text import Section, join_bloques, read_sections
from tests.support.libreoffice import libreoffice_docx
from tests.support.word_texts import MIXTURE, Block, add_table, build_text


def sections(document: Document) -> list[Section]:
    return read_sections(read_package(saved(document)))


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def items(section: Section) -> list[list[tuple[str, int, str]]]:
    """The lists of a section: mark, depth and text of each item."""
    return [
        [(item.rotulo, item.nivel, str(item.content)) for item in bloque.elementos]
        for bloque in section.bloques
        if isinstance(bloque, Lista)
    ]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
STYLES = ("título", "título 2", "", "List Bullet", "List Bullet 2", "List Number", "List Number 3")
ROWS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(st.tuples(st.sampled_from(STYLES), TEXTS), st.tuples(st.just("tabla"), ROWS)), max_size=8
)


def words_of(section: Section) -> list[str]:
    """The text of each paragraph, item and cell, without marks."""
    found: list[str] = []
    for bloque in section.bloques:
        if isinstance(bloque, Lista):
            found += [str(item.content) for item in bloque.elementos]
        elif isinstance(bloque, Tabla):
            found += [str(cell.content) for row in bloque.filas for cell in row]
        else:
            found.append(str(bloque))
    return [text for text in found if text.strip()]


@settings(deadline=None, max_examples=60)
@given(BLOCKS)
def test_every_text_is_in_exactly_one_section_in_order(blocks: list[Block]) -> None:
    said: list[list[str]] = [[]]
    for style, content in blocks:
        texts = [content] if isinstance(content, str) else [text for row in content for text in row]
        texts = [text.replace("*", "").replace("_", "") for text in texts]
        if style.startswith("título"):
            said += [[]] if texts[0].strip() else []
        else:
            said[-1] += [text for text in texts if text.strip()]
    found = sections(build_text(*[(style, _plain(content, style)) for style, content in blocks]))
    assert [words_of(section) for section in found] == said
    assert all(not section.left_out for section in found)


def _plain(content: str | tuple[tuple[str, ...], ...], style: str) -> str | tuple[tuple[str, ...], ...]:
    """Headings are typed as they are; the marks of emphasis would stay in them."""
    if isinstance(content, str) and style.startswith("título"):
        return content.replace("*", "").replace("_", "")
    return content


def test_the_text_of_a_section_reads_as_its_pieces() -> None:
    (_, section) = sections(build_text(("título", "x"), *MIXTURE))
    assert str(join_bloques(section.bloques)) == (
        "Se expuso con fuerza lo siguiente:\n• Uno.\n– Dentro de uno.\n• Dos.\nEn este orden:\n1. Alfa.\n2. Beta.\n"
        "Y quedó así:\nCentro | Sitios\nNorte | 3\nSur | 2\nNada más."
    )


def test_each_text_counts_from_one_and_goes_on_after_a_paragraph() -> None:
    number = ("List Number", "n")
    _, one, two = sections(
        build_text(("título", "x"), number, number, ("", "p"), number, ("título", "y"), number)
    )
    assert [[mark for mark, _, _ in group] for group in items(one)] == [["1.", "2."], ["3."]]
    assert [[mark for mark, _, _ in group] for group in items(two)] == [["1."]]


NUMBERING = """<w:abstractNum {ns} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt
w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText
w:val="%2."/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>"""
NUM = """<w:num {ns} w:numId="{number}"><w:abstractNumId w:val="90"/>{override}</w:num>"""
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def with_numbering(document: Document, *nums: str) -> None:
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    for number, override in enumerate(nums, start=90):
        root.append(parse_xml(NUM.format(ns=nsdecls("w"), number=number, override=override)))


def add_item(document: Document, text: str, number: int, level: int = 0) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(xml))


def test_lists_said_in_the_paragraph_with_formats_starts_and_levels() -> None:
    document = docx.Document()
    with_numbering(document, "", RESTART, "")
    for text, number, level in (
        ("a", 90, 0), ("b", 90, 1), ("c", 90, 1), ("d", 90, 2), ("e", 90, 0), ("f", 90, 1), ("g", 91, 0), ("h", 92, 0),
    ):  # fmt: skip
        add_item(document, text, number, level)
    (section,) = sections(document)
    assert items(section) == [
        [("III)", 0, "a"), ("a.", 1, "b"), ("b.", 1, "c"), ("•", 2, "d"), ("IV)", 0, "e"), ("a.", 1, "f")],
        [("I)", 0, "g")],
        [("V)", 0, "h")],
    ]
    first = section.bloques[0]
    assert isinstance(first, Lista)
    assert first.elementos[0] == Elemento(
        Prose(("a",)), "III)", 0, Marca.ROMANO_MAYUSCULA, "%1)", 3, ("III",)
    )


def marked(form: str, text: str, *, more: str = "") -> Section:
    """A section with two items of a list whose marks are of a form of Word's."""
    document = docx.Document()
    root = document.part.numbering_part.element
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    definition = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'
    root.insert(0, parse_xml(definition))
    root.append(parse_xml(NUM.format(ns=nsdecls("w"), number=90, override="")))
    add_item(document, "a", 90)
    add_item(document, "b", 90)
    (section,) = sections(document)
    return section


@pytest.mark.parametrize(
    ("form", "text", "marks"),
    [
        ("ordinalText", "%1.-", ["Primero.-", "Segundo.-"]),
        ("cardinalText", "Punto %1:", ["Punto Uno:", "Punto Dos:"]),
        ("ordinal", "%1", ["1.º", "2.º"]),
        ("decimalZero", "%1)", ["01)", "02)"]),
        ("decimal", "Punto resolutivo número %1.-", [f"Punto resolutivo número {n}.-" for n in (1, 2)]),
        ("decimal", "Considerando que", ["Considerando que"] * 2),
    ],
)
def test_marks_in_words_and_with_words(form: str, text: str, marks: list[str]) -> None:
    section = marked(form, text)
    assert [[mark for mark, *_ in group] for group in items(section)] == [marks]
    assert section.left_out == []


@pytest.mark.parametrize(
    ("form", "text", "lost"),
    [
        ("chicago", "%1", "una numeración que no es de cifras, letras ni palabras"),
        ("decimal", "%1" * 200, "una numeración con un texto demasiado largo"),
    ],
)
def test_marks_that_a_document_has_not_are_said(form: str, text: str, lost: str) -> None:
    section = marked(form, text)
    assert [text for _, _, text in items(section)[0]] == ["a", "b"]
    assert set(section.left_out) == {lost}


def test_marks_of_legal_texts_say_all_numbers_in_figures() -> None:
    document = docx.Document()
    with_numbering(document, "")
    second = document.part.numbering_part.element[0][1]
    second.find(qn("w:lvlText")).set(qn("w:val"), "%1.%2")
    second.insert(1, parse_xml(f"<w:isLgl {nsdecls('w')}/>"))
    add_item(document, "a", 90)
    add_item(document, "b", 90, 1)
    (section,) = sections(document)
    assert [mark for mark, *_ in items(section)[0]] == ["III)", "3.1"]


def test_a_break_of_line_stays_within_its_item() -> None:
    document = docx.Document()
    document.add_paragraph("una\nlínea", style="List Bullet")
    document.add_paragraph("dos\npárrafos")
    (section,) = sections(document)
    assert [type(bloque) for bloque in section.bloques] == [Lista, Prose, Prose]
    assert items(section) == [[("•", 0, "una\nlínea")]]


def test_what_was_deleted_with_track_changes_is_not_told() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Queda esto.")
    for xml in (
        '<w:del {ns} w:id="1" w:author="x"><w:r><w:delText>Se fue.</w:delText></w:r></w:del>',
        '<w:moveFrom {ns} w:id="2" w:author="x"><w:r><w:t>Se movió.</w:t></w:r></w:moveFrom>',
        '<w:ins {ns} w:id="3" w:author="x"><w:r><w:t xml:space="preserve"> Y esto.</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    row = add_table(document, (("A",), ("b",), ("c",))).rows[1]._tr
    row.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="4" w:author="x"/>'))
    (section,) = sections(document)
    assert str(join_bloques(section.bloques)) == "Queda esto. Y esto.\nA\nc"


def told(*xml: str) -> Section:
    """The section of a document with paragraphs or tables written in XML."""
    document = docx.Document()
    for number, each in enumerate(xml):
        document.element.body.insert(number, parse_xml(f"<w:body {nsdecls('w')}>{each}</w:body>")[0])
    return sections(document)[-1]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


CONTINUES = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'


def test_hidden_text_is_not_printed_and_is_said() -> None:
    runs = run("Se ve. ") + run("No se ve.", "<w:vanish/>") + run("Sí.", '<w:vanish w:val="0"/>')
    section = told(f"<w:p>{runs}</w:p>")
    assert str(join_bloques(section.bloques)) == "Se ve. Sí."
    assert section.left_out == ["texto oculto"]


def test_what_was_deleted_is_not_said_to_be_left_out() -> None:
    section = told(f'<w:p><w:del w:id="1" w:author="x"><w:r><w:drawing/></w:r></w:del>{run("a")}</w:p>')
    assert section.left_out == []


@pytest.mark.parametrize(
    ("xml", "texts"),
    [
        ((f"<w:p>{CONTINUES}{run('Uno, ')}</w:p>", f"<w:p>{CONTINUES}{run('dos')}</w:p>", f"<w:p>{run(' y ya.')}</w:p>"),
         ["Uno, dos y ya."]),
        ((f"<w:p>{CONTINUES}{run('Uno')}</w:p>", f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc></w:tr></w:tbl>"),
         ["Uno", "a"]),
        ((f"<w:p>{CONTINUES}{run('Uno')}</w:p>",), ["Uno"]),
        ((f"<w:tbl><w:tr><w:tc><w:p>{CONTINUES}{run('a')}</w:p><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>",), ["ab"]),
        ((f"<w:tbl><w:tr><w:tc><w:p>{CONTINUES}{run('a')}</w:p></w:tc></w:tr></w:tbl>",), ["a"]),
    ],
)  # fmt: skip
def test_a_paragraph_whose_end_was_deleted_goes_on(xml: tuple[str, ...], texts: list[str]) -> None:
    assert list(map(str, told(*xml).bloques)) == texts


def test_a_footnote_in_a_heading_is_said() -> None:
    look = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    section = told(f'<w:p>{look}{run("Sesión 1")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>')
    assert (section.heading, section.left_out) == ("Sesión 1", ["una nota al pie"])


def table_of(change: Callable[[Document], None]) -> Tabla:
    document = docx.Document()
    change(document)
    (section,) = sections(document)
    (tabla,) = section.bloques
    assert isinstance(tabla, Tabla)
    return tabla


def test_merged_cells_stay_merged() -> None:
    def change(document: Document) -> None:
        table = add_table(document, (("Sitios", "", "Nota"), ("a", "b", "c"), ("d", "e", "")))
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 2).merge(table.cell(2, 2))

    tabla = table_of(change)
    assert [[(str(cell), cell.columnas, cell.continua) for cell in row] for row in tabla.filas] == [
        [("Sitios", 2, False), ("Nota", 1, False)],
        [("a", 1, False), ("b", 1, False), ("c", 1, False)],
        [("d", 1, False), ("e", 1, False), ("", 1, True)],
    ]
    assert (tabla.encabezados, len(tabla.anchos)) == (1, 3)


def test_a_table_without_headers_and_with_short_rows() -> None:
    def change(document: Document) -> None:
        table = add_table(document, (("a", "b"), ("c", "d")))
        table._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstRow"), "0")
        table.rows[1]._tr.remove(table.rows[1]._tr.tc_lst[1])

    tabla = table_of(change)
    assert tabla.encabezados == 0
    assert tabla.filas[1] == (Celda(Prose(("c",))), Celda(Prose()))


@pytest.mark.parametrize(
    ("xml", "name"),
    [
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "una imagen"),
        ("<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
         "un cuadro de texto"),
        ("<w:p><w:r><w:endnoteReference/></w:r></w:p>", "una nota al final"),
        ("<w:p><m:oMath/></w:p>", "una ecuación"),
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
         "una tabla demasiado ancha"),
        (f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 1001}</w:tbl>", "una tabla demasiado larga"),
        ("<w:altChunk/>", "un archivo insertado"),
    ],
)  # fmt: skip
def test_what_is_no_text_has_a_name(xml: str, name: str) -> None:
    document = docx.Document()
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = parse_xml(f"<w:body {nsdecls('w')} {math}>{xml}</w:body>")
    document.element.body.insert(0, body[0])
    (section,) = sections(document)
    assert section.left_out == [name]
    assert section.bloques == []


@pytest.mark.parametrize("value", ["-1", "x", "999999999999999999999", "", "²"])
def test_numbers_that_are_none(value: str) -> None:
    document = docx.Document()
    with_numbering(document, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{value}"/></w:lvlOverride>')
    add_item(document, "a", 90)
    next(document.element.iter(qn("w:ilvl"))).set(qn("w:val"), value)
    (section,) = sections(document)
    assert [text for group in items(section) for _, _, text in group] + [
        str(bloque) for bloque in section.bloques if isinstance(bloque, Prose)
    ] == ["a"]


@pytest.mark.libreoffice
def test_saved_by_libreoffice_it_says_the_same(tmp_path: Path) -> None:
    document = build_text(
        ("título", "Sesión 3, punto 4"), *MIXTURE, ("título 2", "Otra"), ("List Number", "z")
    )
    with_numbering(document, "")
    add_item(document, "y", 90, 0)
    add_item(document, "x", 90, 1)
    again = read_sections(read_package(libreoffice_docx(saved(document), tmp_path)))
    first = sections(document)
    assert [(section.heading, section.parents) for section in again] == [
        (section.heading, section.parents) for section in first
    ]
    assert [str(join_bloques(section.bloques)) for section in again] == [
        str(join_bloques(section.bloques)) for section in first
    ]
    tables = [[b.encabezados for b in s.bloques if isinstance(b, Tabla)] for s in (again[1], first[1])]
    assert tables[0] == tables[1] == [1]
