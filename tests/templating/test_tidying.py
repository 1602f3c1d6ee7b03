"""What comes out blank goes, what Word needs stays, and numbers are given once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.ooxml.names import qn
from tests.templating.word import SECTION, Word, attributes, fld, made, p, picture, r, tbl, tc, tr

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(
    "line",
    [
        "{{ x }}",
        " {{ x }} {{ x }} ",
        "{% if x %}Nota: {{ x }}{% endif %}",
        "{% for y in ys %}{{ y }}{% endfor %}",
    ],
)
def test_a_paragraph_of_tags_that_came_out_blank_goes(tmp_path: Path, line: str) -> None:
    assert made(tmp_path, p("a") + p(line) + p("b"), {"x": "", "ys": []}).paragraphs() == ["a", "b"]


@pytest.mark.parametrize(
    "line", ["{{ x }}{# conservar #}", "{# Conservar #}", "Nota: {{ x }}", "", "{{ x }}<w:r><w:br/></w:r>"]
)
def test_a_paragraph_with_something_to_say_or_marked_stays(tmp_path: Path, line: str) -> None:
    runs = [each for each in line.partition("<w:r>")[::2] if each]
    content = [runs[0], f"<w:r>{runs[1]}"] if len(runs) == 2 else runs
    assert len(made(tmp_path, p("a") + p(*content) + p("b"), {"x": ""}).paragraphs()) == 3


def test_fields_and_pictures_are_no_blanks(tmp_path: Path) -> None:
    word = Word(p("{{ x }}", fld(" PAGE ")) + p("{{ x }}", picture("Escudo")))
    assert len(made(tmp_path, word, {"x": ""}).paragraphs()) == 2


def test_a_cell_and_a_header_keep_their_last_paragraph(tmp_path: Path) -> None:
    word = Word(
        tbl(
            tr(tc("{{ x }}"), tc("{{ x }}", "b"), tc("a", "{{ x }}"), tc("{%p if x %}", "z", "{%p endif %}"))
        ),
        headers={"header/default": p("{{ x }}"), "footer/default": p("{% if x %}") + p("{% endif %}")},
    )
    document = made(tmp_path, word, {"x": ""})
    assert document.rows() == [["", "b", "a", ""]]
    assert document.paragraphs("word/header1.xml") == [""]
    assert document.paragraphs("word/footer2.xml") == [""]


def test_a_cell_that_ends_in_a_table_gets_its_paragraph(tmp_path: Path) -> None:
    cell = f"<w:tc><w:tcPr/>{tbl(tr('b'))}{p('{{ x }}')}</w:tc>"
    document = made(tmp_path, tbl(f"<w:tr>{cell}</w:tr>") + p("z"), {"x": ""})
    assert all(each[-1].tag == qn("w:p") for each in document.root().iter(qn("w:tc")))


def test_rows_of_tags_that_came_out_blank_go_and_tables_without_rows(tmp_path: Path) -> None:
    blank_row = tr("{{ x }}", "{% if x %}{{ x }}{% endif %}")
    body = tbl(blank_row, tr("", "")) + p("-") + tbl(blank_row) + p("fin")
    document = made(tmp_path, body, {"x": ""})
    assert document.rows() == [["", ""]]
    assert len(list(document.root().iter(qn("w:tbl")))) == 1


def test_the_paragraph_between_two_tables_stays(tmp_path: Path) -> None:
    body = tbl(tr("a")) + p("{{ x }}") + tbl(tr("b")) + p("{{ x }}") + p("fin")
    assert made(tmp_path, body, {"x": ""}).paragraphs() == ["a", "", "b", "fin"]


def test_a_section_break_stays_and_moves_to_the_last_paragraph(tmp_path: Path) -> None:
    ppr = f"<w:sectPr>{SECTION}</w:sectPr>"
    blank = made(tmp_path, p("a") + p("{{ x }}", ppr=ppr) + p("b"), {"x": ""})
    assert len(list(blank.root().iter(qn("w:sectPr")))) == 2
    document = made(tmp_path, p("{{ x }}", ppr=ppr) + p("b"), {"x": "uno\ndos\ntres"})
    with_break = [
        each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for each in document.root().iter(qn("w:p"))
    ]
    assert with_break == [False, False, True, False]


def test_what_continues_a_numbered_paragraph_has_no_number(tmp_path: Path) -> None:
    word = Word(p("{{ x }}", ppr=LIST + "<w:pageBreakBefore/>"), numbering=NUMBERING)
    first, second = made(tmp_path, word, {"x": "uno\ndos"}).root().iter(qn("w:pPr"))
    assert first.find(qn("w:numPr")) is not None
    assert [each.tag for each in second] == [qn("w:ind")]
    assert attributes(second[0]) == {qn("w:left"): "720", qn("w:firstLine"): "0"}


def test_what_continues_a_paragraph_numbered_by_its_style_has_no_number(tmp_path: Path) -> None:
    style = (
        f'<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr>{LIST}</w:pPr></w:style>'
    )
    derived = '<w:style w:type="paragraph" w:styleId="Punto"><w:name w:val="Punto"/><w:basedOn w:val="Base"/></w:style>'
    ppr = '<w:pStyle w:val="Punto"/><w:jc w:val="both"/>'
    word = Word(p("{{ x }}", ppr=ppr), numbering=NUMBERING, styles=style + derived)
    first, second = made(tmp_path, word, {"x": "uno\ndos"}).root().iter(qn("w:pPr"))
    assert first.find(qn("w:numPr")) is None
    names = [each.tag for each in second]
    assert names == [qn("w:pStyle"), qn("w:numPr"), qn("w:ind"), qn("w:jc")]
    assert second[1][0].get(qn("w:val")) == "0"


def test_numbers_of_bookmarks_and_pictures_are_unique_after_loops(tmp_path: Path) -> None:
    marked = p(
        '<w:bookmarkStart w:id="7" w:name="punto"/>',
        "{{ x }}",
        '<w:bookmarkEnd w:id="7"/>',
        picture("Escudo"),
    )
    body = p("{%p for x in xs %}") + marked + p("{%p endfor %}")
    root = made(tmp_path, body, {"xs": ["a", "b"]}).root()
    starts = [(each.get(qn("w:id")), each.get(qn("w:name"))) for each in root.iter(qn("w:bookmarkStart"))]
    assert starts == [("0", "punto")]
    assert [each.get(qn("w:id")) for each in root.iter(qn("w:bookmarkEnd"))] == ["0"]
    drawings = [each.get("id") for each in root.iter(qn("wp:docPr"))]
    assert len(drawings) == len(set(drawings)) == 2


def test_half_a_bookmark_goes(tmp_path: Path) -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="m{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    body = (
        p(start.format(1), "a", end.format(2), start.format(3))
        + p("{% if x %}")
        + p("b", end.format(3))
        + p("{% endif %}")
        + p(start.format(4), "c", end.format(4))
    )
    root = made(tmp_path, body, {"x": ""}).root()
    assert [each.get(qn("w:name")) for each in root.iter(qn("w:bookmarkStart"))] == ["m4"]
    assert [each.get(qn("w:id")) for each in root.iter(qn("w:bookmarkEnd"))] == ["0"]


def test_no_mark_of_ours_is_left(tmp_path: Path) -> None:
    body = p("{{ x }}") + tbl(tr("{{ x }}"), tr(tc(p(r("{{ x }}")))))
    document = made(tmp_path, body, {"x": "a"})
    assert not any("rsid" in name for each in document.root().iter("*") for name in each.keys())  # noqa: SIM118


def test_paragraphs_inside_a_link_become_line_breaks(tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="z">{r("{{ x }}")}</w:hyperlink>'
    document = made(tmp_path, p("a ", link, " b"), {"x": "uno\ndos"})
    assert len(list(document.root().iter(qn("w:p")))) == 1
    texts = [each.text for each in document.root().iter(qn("w:t"))]
    assert texts == ["a ", "uno", "dos", " b"]
