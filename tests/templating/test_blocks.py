"""Conditions and loops: inside a paragraph, over paragraphs, over rows; however Word cut the tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.ooxml.names import qn
from tests.templating.word import Word, made, p, r, tbl, tc, textbox, tr


def test_condition_inside_a_paragraph_over_runs(tmp_path: Path) -> None:
    body = p(
        r("Hora{% if ", "<w:b/>"), r("h %}: "), r("{{ h }}", "<w:i/>"), r("{% endif"), r(" %}.", "<w:b/>")
    )
    assert made(tmp_path, body, {"h": "17"}).paragraphs() == ["Hora: 17."]
    without = made(tmp_path, body, {"h": ""})
    assert without.paragraphs() == ["Hora."]
    dot = list(without.root().iter(qn("w:r")))[-1]
    assert dot.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


def test_loop_inside_a_paragraph(tmp_path: Path) -> None:
    body = p("Están: {% for n in xs %}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}.")
    assert made(tmp_path, body, {"xs": ["Ana", "Luis"]}).paragraphs() == ["Están: Ana, Luis."]


@pytest.mark.parametrize("mark", ["", "p "])
def test_blocks_alone_in_their_paragraphs_leave_no_paragraph(tmp_path: Path, mark: str) -> None:
    body = (
        p("antes")
        + p(f"{{%{mark}for x in xs %}}")
        + p(f"{{%{mark}if x.ok %}}")
        + p("{{ x.n }} sí")
        + p(f"{{%{mark}elif x.n == 'dos' %}}")
        + p("{{ x.n }} casi")
        + p(f"{{%{mark}else %}}")
        + p("{{ x.n }} no")
        + p(f"{{%{mark}endif %}}")
        + p(f"{{%{mark}endfor %}}")
        + p("después")
    )
    data = [{"n": n, "ok": n == "uno"} for n in ("uno", "dos", "tres")]
    expected = ["antes", "uno sí", "dos casi", "tres no", "después"]
    assert made(tmp_path, body, {"xs": data}).paragraphs() == expected


def test_rows_are_repeated_once_per_item_with_nested_loops(tmp_path: Path) -> None:
    body = tbl(
        tr("Nombre", "Votos", header=True),
        tr("{%tr for x in xs %}", ""),
        tr("{{ x.n }}", tc("{%p for v in x.vs %}", "{{ v }}", "{%p endfor %}")),
        tr("{%tr if x.nota %}", ""),
        tr("{{ x.nota }}", "nota"),
        tr("", "{%tr endif %}"),
        tr("{%tr endfor %}", ""),
    )
    data = [{"n": "a", "vs": ["1", "2"], "nota": ""}, {"n": "b", "vs": ["3"], "nota": "ojo"}]
    assert made(tmp_path, body, {"xs": data}).rows() == [
        ["Nombre", "Votos"], ["a", "1\n2"], ["b", "3"], ["ojo", "nota"],
    ]  # fmt: skip


def test_a_table_may_stand_inside_a_loop_over_paragraphs(tmp_path: Path) -> None:
    body = p("{%p for x in xs %}") + tbl(tr("{{ x }}")) + p("{%p endfor %}") + p("fin")
    document = made(tmp_path, body, {"xs": ["1", "2"]})
    assert document.rows() == [["1"], ["2"]]
    # Word would join two tables with nothing between them.
    kinds = [child.tag for child in document.root()[0]]
    assert kinds == [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


def test_a_text_box_in_a_paragraph_with_tags(tmp_path: Path) -> None:
    body = p("{{ a }} ", textbox(p("{%p if b %}"), p("{{ b }}"), p("{%p endif %}")), " {{ c }}")
    assert made(tmp_path, body, {"a": "1", "b": "2", "c": "3"}).paragraphs() == ["1  3", "2"]


@pytest.mark.parametrize(
    "tag",
    [
        "{% if x == “si” %}",
        "{% if x == «si» %}",
        "{% if x == ‘si’ %}",
        "{% if\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}==\N{NARROW NO-BREAK SPACE}'si' %}",
        "{%if x=='si'%}",
        "{% if x == 's\N{SOFT HYPHEN}i'\N{ZERO WIDTH SPACE} %}",
    ],
)
def test_what_word_types_by_itself_in_tags_is_understood(tmp_path: Path, tag: str) -> None:
    body = p(f"{tag}sí{{% else %}}no{{% endif %}}")
    assert made(tmp_path, body, {"x": "si"}).paragraphs() == ["sí"]
    assert made(tmp_path, body, {"x": "otro"}).paragraphs() == ["no"]


def test_every_way_to_cut_a_tag_into_runs_gives_the_same(tmp_path: Path) -> None:
    tag = "{{ a.b }}"
    for first in range(1, len(tag) - 1):
        for second in range(first + 1, len(tag)):
            body = p(r("x"), r(tag[:first]), r(tag[first:second], "<w:b/>"), r(tag[second:] + "y"))
            assert made(tmp_path, body, {"a": {"b": "&"}}).paragraphs() == ["x&y"], (first, second)


def test_tabs_breaks_and_hyphens_inside_and_beside_tags(tmp_path: Path) -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>{{</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>}}</w:t><w:br/><w:softHyphen/><w:t>b</w:t></w:r>"
    document = made(tmp_path, p(run), {"x": "X"})
    assert document.paragraphs() == ["a\tX\nb"]
    assert len(list(document.root().iter(qn("w:softHyphen")))) == 1


def test_comparisons_with_angle_signs_and_ampersands(tmp_path: Path) -> None:
    body = p("{% if n < 3 and s == 'a&b' %}sí{% endif %}{% if xs|length >= 2 %}dos{% endif %}")
    assert made(tmp_path, body, {"n": 2, "s": "a&b", "xs": ["1", "2"]}).paragraphs() == ["sídos"]


def test_notes_to_oneself_are_dropped(tmp_path: Path) -> None:
    body = p("{# una nota #}") + p("a{# otra #}b") + p("{% if x %}{# más #}") + p("c") + p("{% endif %}")
    assert made(tmp_path, body, {"x": 1}).paragraphs() == ["ab", "c"]


def test_deleted_tags_leak_nothing_and_inserted_ones_count(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1" w:author="Eva"><w:r><w:delText>{{ secreto }}</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="Eva">{r("{{ secreto }}")}</w:moveFrom>'
    inserted = f'<w:ins w:id="2" w:author="Eva">{r("{{ x }}")}</w:ins>'
    gone = "<w:r><w:t>{{ secreto }}</w:t></w:r>"
    row = f'<w:tr><w:trPr><w:del w:id="4" w:author="Eva"/></w:trPr>{tc(p(gone))}</w:tr>'
    joined = p("uno ", ppr='<w:rPr><w:del w:id="5" w:author="Eva"/></w:rPr>') + p("dos")
    body = p(deleted, moved, "a", inserted) + tbl(row, tr("queda")) + joined
    document = made(tmp_path, body, {"x": "X", "secreto": "NADIE"})
    assert document.paragraphs() == ["aX", "queda", "uno dos"]
    assert b"NADIE" not in document.docx
    assert b"Eva" not in document.docx


def test_a_loop_over_nothing_leaves_the_heading_row(tmp_path: Path) -> None:
    body = tbl(tr("Nombre"), tr("{%tr for x in xs %}"), tr("{{ x }}"), tr("{%tr endfor %}"))
    assert made(tmp_path, Word(body), {"xs": []}).rows() == [["Nombre"]]
