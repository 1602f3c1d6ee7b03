"""Lists and tables of a value: where they stand, what they look like, and where only their text has room."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.prose.prose import Celda, Elemento, Enfasis, Fact, Lista, Marca, Piece, Prose, Tabla
from cotaprep_docs.templating.render import render_checked
from tests.templating.word import (
    GAP_STYLE,
    LANGUAGE,
    NORMAL,
    PROPERTIES,
    Made,
    Word,
    loaded,
    looked_at,
    made,
    p,
    paragraph_text,
    r,
    tbl,
    textbox,
    tr,
)


def item(text: str, level: int = 0) -> Elemento:
    return Elemento(Prose((text,)), nivel=level)


def step(text: str, number: int, level: int = 0, marca: Marca = Marca.NUMERO) -> Elemento:
    return Elemento(Prose((text,)), f"{number}.", level, marca, f"%{level + 1}.", number)


BULLETS = Lista((item("uno"), item("dentro", 1), item("dos")))
STEPS = Lista((step("alfa", 1), step("beta", 2)))
TABLE = Tabla(
    (
        (Celda(Prose(("Centro",))), Celda(Prose(("Sitios",)))),
        (Celda(Prose(("Norte\nfrío",))), Celda(Prose((Enfasis("3", negrita=True),)))),
    ),
    (3, 1),
    1,
)
LIST_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Listaconvietas"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Hang"><w:name w:val="Hang"/><w:pPr><w:spacing w:after="10"/>'
    '<w:ind w:left="567" w:hanging="567"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Suya"><w:name w:val="Suya"/></w:style>'
)
OWN = '<w:style w:type="table" w:styleId="TablaTexto"><w:name w:val="Tabla de texto"/></w:style>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="»"/><w:pPr>'
    '<w:ind w:left="300" w:hanging="200"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
)
STYLES = LANGUAGE + NORMAL + GAP_STYLE + LIST_STYLES


def document(tmp_path: Path, body: str, *pieces: Piece, styles: str = STYLES) -> Made:
    return made(tmp_path, Word(body, styles=styles, numbering=NUMBERING), {"x": Prose(pieces)})


def marks(doc: Made) -> list[tuple[str, str, str, str]]:
    """Style, level, list and text of each paragraph."""
    found = []
    for paragraph in doc.root().iter(qn("w:p")):
        values = [
            paragraph.find(f"{qn('w:pPr')}/{'/'.join(map(qn, path))}")
            for path in (("w:pStyle",), ("w:numPr", "w:ilvl"), ("w:numPr", "w:numId"))
        ]
        style, level, number = (each.get(qn("w:val"), "") if each is not None else "" for each in values)
        found.append((style, level, number, paragraph_text(paragraph)))
    return found


def test_items_stand_between_paragraphs_in_the_style_of_the_template(tmp_path: Path) -> None:
    doc = document(tmp_path, p("{{ x }}"), "Antes:", BULLETS, "después", STEPS)
    assert marks(doc) == [
        ("", "", "", "Antes:"),
        ("Listaconvietas", "0", "6", "uno"),
        ("Listaconvietas", "1", "6", "dentro"),
        ("Listaconvietas", "0", "6", "dos"),
        ("", "", "", "después"),
        ("", "0", "7", "alfa"),
        ("", "0", "7", "beta"),
    ]
    lists = doc.root("word/numbering.xml")
    assert [child.tag.rpartition("}")[2] for child in lists] == ["abstractNum"] * 3 + ["num"] * 3
    texts = [level.get(qn("w:val")) for level in lists.iter(qn("w:lvlText"))]
    assert texts[:3] == ["»", "»", "\N{EN DASH}"]  # the template's own bullet, and ours where it has no level


def test_each_list_is_counted_by_itself(tmp_path: Path) -> None:
    again = Lista((step("gamma", 3),))
    doc = document(tmp_path, p("{{ x }}"), STEPS, "y", STEPS, "z", again)
    assert [number for _, _, number, text in marks(doc) if text not in "yz"] == ["6", "6", "7", "7", "8"]
    numbers = doc.root("word/numbering.xml").findall(qn("w:num"))[1:]
    starts = [number.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") for number in numbers]
    assert [start.get(qn("w:val")) for start in starts if start is not None] == ["1", "1", "3"]
    assert len({_val(number, "w:abstractNumId") for number in numbers}) == 1


def test_marks_that_one_numbering_cannot_give_get_another(tmp_path: Path) -> None:
    mixed = Lista(
        (
            step("a", 1),
            step("b", 1, 1, Marca.LETRA),
            step("c", 2),
            step("d", 1, 1, Marca.ROMANO),
            step("e", 7),
        )
    )
    doc = document(tmp_path, p("{{ x }}"), mixed)
    assert [(level, number) for _, level, number, _ in marks(doc)] == [
        ("0", "6"), ("1", "6"), ("0", "6"), ("1", "7"), ("0", "8"),
    ]  # fmt: skip
    last = doc.root("word/numbering.xml").findall(qn("w:num"))[-1]
    assert [each.get(qn("w:val")) for each in last.iter(qn("w:startOverride"))] == ["7"]


def _val(element: etree._Element, name: str) -> str:
    child = element.find(qn(name))
    return child.get(qn("w:val"), "") if child is not None else ""


def test_a_list_below_a_typed_number_goes_in_as_far_as_its_text(tmp_path: Path) -> None:
    body = p("1.", "<w:r><w:tab/></w:r>", "{{ x }}", ppr='<w:pStyle w:val="Hang"/>')
    doc = document(tmp_path, body, "Que:", BULLETS, "sigue")
    indents = [
        {str(name).rpartition("}")[2]: value for name, value in indent.items()}
        for indent in doc.root().iter(qn("w:ind"))
    ]
    assert indents == [
        {"left": "867", "hanging": "200"},
        {"left": "1559", "hanging": "425"},
        {"left": "867", "hanging": "200"},
        {"left": "567", "firstLine": "0"},
    ]
    assert marks(doc)[-1] == ("Hang", "", "", "sigue")


def test_tab_stops_are_no_typed_number(tmp_path: Path) -> None:
    look = '<w:pStyle w:val="Hang"/><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'
    doc = document(tmp_path, p("{{ x }}", ppr=look), "uno\ndos")
    assert next(doc.root().iter(qn("w:ind")), None) is None


def test_a_break_of_line_in_an_item(tmp_path: Path) -> None:
    doc = document(tmp_path, p("{{ x }}"), Lista((item("una\nlínea"),)))
    assert [text for *_, text in marks(doc)] == ["una\nlínea"]


def test_a_table_has_headers_and_the_style_for_texts(tmp_path: Path) -> None:
    doc = document(tmp_path, p("{{ x }}") + p("fin"), "Antes", TABLE, styles=STYLES + OWN)
    (table,) = doc.root().iter(qn("w:tbl"))
    properties = table.find(qn("w:tblPr"))
    assert properties is not None
    assert _val(properties, "w:tblStyle") == "TablaTexto"
    assert _val(properties, "w:tblDescription") == "Columnas: Centro, Sitios."
    rows = table.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False]
    assert doc.rows() == [["Centro", "Sitios"], ["Norte\nfrío", "3"]]
    assert [each.get(qn("w:w")) for each in table.iter(qn("w:gridCol"))] == ["7020", "2340"]
    assert next(table.iter(qn("w:b")), None) is not None
    before, after = table.getprevious(), table.getnext()
    assert before is not None
    assert after is not None
    assert before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    assert paragraph_text(after) == "fin"


@pytest.mark.parametrize(
    ("tables", "style"),
    [
        (tbl(tr("a", "b", header=True), tblpr='<w:tblStyle w:val="Suya"/>'), "Suya"),
        (tbl(tr("a", "b"), tblpr='<w:tblStyle w:val="Suya"/>'), ""),
    ],
)
def test_without_that_style_a_table_looks_like_the_first_with_headers(
    tmp_path: Path, tables: str, style: str
) -> None:
    doc = document(tmp_path, tables + p("{{ x }}"), TABLE)
    properties = list(doc.root().iter(qn("w:tblPr")))[-1]
    assert _val(properties, "w:tblStyle") == style
    assert (properties.find(qn("w:tblBorders")) is None) == bool(style)


def test_merged_cells(tmp_path: Path) -> None:
    rows = (
        (Celda(Prose(("los dos",)), 2), Celda(Prose(("c",)))),
        (Celda(Prose(("a",))), Celda(Prose(("b",))), Celda(Prose(), continua=True)),
    )
    doc = document(tmp_path, p("{{ x }}"), Tabla(rows, (1, 1, 1)))
    cells = [
        (_val(cell, "w:gridSpan"), _val(cell, "w:vMerge") if cell.find(qn("w:vMerge")) is not None else None)
        for cell in doc.root().iter(qn("w:tcPr"))
    ]
    assert cells == [("2", None), ("", "restart"), ("", None), ("", None), ("", "continue")]


def test_a_fact_names_each_of_its_blocks(tmp_path: Path) -> None:
    fact = Fact("narrativa.1", Prose(("Uno", STEPS, TABLE, "fin")), "Narrativa")
    doc = document(tmp_path, p("{{ x }}"), fact)
    tags = [tag.get(qn("w:val")) for tag in doc.root().iter(qn("w:tag"))]
    assert tags == ["narrativa.1", *(f"narrativa.1.{number}" for number in range(2, 6))]
    control = next(table for table in doc.root().iter(qn("w:tbl"))).getparent()
    assert control is not None
    assert control.tag == qn("w:sdtContent")
    ids = [each.get(qn("w:val")) for each in doc.root().iter(qn("w:id"))]
    assert len(ids) == len(set(ids)) == 5


def test_two_tables_are_kept_apart(tmp_path: Path) -> None:
    doc = document(tmp_path, p("{{ x }}"), Fact("a", Prose((TABLE, TABLE))))
    body = doc.root().find(qn("w:body"))
    assert body is not None
    assert [child.tag.rpartition("}")[2] for child in body] == ["sdt", "p", "sdt", "sectPr"]


INLINE = {
    "in a cell": tbl(tr("{{ x }}")),
    "with text after it": p("Se dijo {{ x }} y ya."),
    "with a value after it": p("{{ x }}{{ y }}"),
    "in a text box": p(textbox(p("{{ x }}"))),
    "in a link": p(f"<w:hyperlink>{r('{{ x }}')}</w:hyperlink>"),
}


@pytest.mark.parametrize("body", INLINE.values(), ids=INLINE)
def test_where_only_text_has_room_it_is_text_and_said(tmp_path: Path, body: str) -> None:
    context = {"x": Prose(("a", BULLETS, TABLE)), "y": "z"}
    prepared = loaded(tmp_path, Word(body))
    checked = render_checked(prepared, context, properties=PROPERTIES)
    assert [(problem.code, str(problem.location)) for problem in checked.problems] == [
        ("PLA-060", prepared.name)
    ]
    doc = looked_at(checked.value)
    told = "\n".join(doc.paragraphs())
    assert all(
        line in told for line in ("\N{BULLET} uno", "\N{BULLET} dentro", "Centro | Sitios", "Norte frío | 3")
    )
    assert next(doc.root().iter(qn("w:numPr")), None) is None


def test_in_a_header_it_is_text(tmp_path: Path) -> None:
    prepared = loaded(tmp_path, Word(p("x"), headers={"header/default": p("{{ x }}")}))
    checked = render_checked(prepared, {"x": Prose((BULLETS,))}, properties=PROPERTIES)
    assert [problem.code for problem in checked.problems] == ["PLA-060"]


def test_a_tag_that_only_prints_a_list_leaves_no_blank_paragraph(tmp_path: Path) -> None:
    doc = document(tmp_path, p("antes") + p("{{ x }}") + p("después"), BULLETS)
    assert doc.paragraphs() == ["antes", "uno", "dentro", "dos", "después"]


def test_characters_that_xml_does_not_admit(tmp_path: Path) -> None:
    bad = Elemento(Prose(("a\x01",)), "\x02", 0, Marca.NUMERO, "%1\x03", 1)
    cell = Celda(Prose(("\x04 ]]> <b> &",)))
    doc = document(tmp_path, p("{{ x }}"), Lista((bad,)), Tabla(((cell,),), (1,)))
    assert doc.paragraphs() == ["a\N{REPLACEMENT CHARACTER}", "\N{REPLACEMENT CHARACTER} ]]> <b> &"]
    assert [each.get(qn("w:val")) for each in doc.root("word/numbering.xml").iter(qn("w:lvlText"))][
        -9
    ] == "%1\N{REPLACEMENT CHARACTER}"


def test_a_section_ends_below_the_table_that_ends_it(tmp_path: Path) -> None:
    section = '<w:sectPr><w:pgSz w:w="5000" w:h="9000"/></w:sectPr>'
    doc = document(tmp_path, p("{{ x }}", ppr=section) + p("fin"), "Antes:", TABLE)
    body = doc.root().find(qn("w:body"))
    assert body is not None
    ends = [child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for child in body]
    assert [child.tag.rpartition("}")[2] for child in body] == ["p", "tbl", "p", "p", "sectPr"]
    assert ends == [False, False, True, False, False]


@pytest.mark.parametrize("number", ["x3", "-1", "", "99999999999999999999", "²"])
def test_definitions_of_lists_without_a_number(tmp_path: Path, number: str) -> None:
    odd = NUMBERING.replace('w:abstractNumId="3"', f'w:abstractNumId="{number}"')
    doc = made(tmp_path, Word(p("{{ x }}"), styles=STYLES, numbering=odd), {"x": Prose((STEPS,))})
    assert doc.paragraphs() == ["alfa", "beta"]
