"""Gaps show and name their cell; facts keep their name."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Fact, Gap, Prose, compose
from tests.templating.word import (
    LANGUAGE,
    NORMAL,
    Made,
    Word,
    attributes,
    made,
    p,
    paragraph_text,
    r,
    tbl,
    textbox,
    tr,
)

CELL = CellLocation("sesiones.xlsx", "Calendario", 4, "H")
GAP = Gap("hora de clausura", CELL, "escriba la hora, por ejemplo 17:30")
FACT = Fact("sesion.hora", Prose(("17:30 horas",)), "Hora de la sesión")
COMMENTS = "word/comments.xml"


def _controls(document: Made, part: str = "word/document.xml") -> list[tuple[str, str, str]]:
    found = []
    for control in document.root(part).iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        assert properties is not None
        text = "".join(each.text or "" for each in control.iter(qn("w:t")))
        found.append((_val(properties, "w:tag"), _val(properties, "w:alias"), text))
    return found


def _val(parent: etree._Element, name: str) -> str:
    child = parent.find(qn(name))
    return child.get(qn("w:val"), "") if child is not None else ""


def _ids(document: Made) -> list[str]:
    return [_val(each, "w:id") for each in document.root().iter(qn("w:sdtPr"))]


def test_gap_is_a_styled_run_with_a_comment_that_names_the_cell(tmp_path: Path) -> None:
    body = p(r("Cierre: ", "<w:b/>"), r("{{ x }}", '<w:rStyle w:val="Otro"/><w:b/>'), r("."))
    document = made(tmp_path, body, {"x": compose("a las {h} horas", h=GAP)})
    assert document.paragraphs() == ["Cierre: a las [FALTA: hora de clausura] horas."]
    run = next(
        run for run in document.root().iter(qn("w:r")) if run.findtext(qn("w:t"), "").startswith("[FALTA")
    )
    properties = run.find(qn("w:rPr"))
    assert properties is not None
    assert [each.tag for each in properties] == [qn("w:rStyle"), qn("w:b")]
    assert _val(properties, "w:rStyle") == "Falta"
    comment = document.root(COMMENTS)[0]
    text = " ".join(paragraph_text(each) for each in comment.iter(qn("w:p")))
    assert "sesiones.xlsx!Calendario!H4" in text
    assert GAP.hint in text
    assert attributes(comment) == {
        qn("w:id"): "0", qn("w:author"): "cotaprep-docs", qn("w:initials"): "CD",
    }  # fmt: skip


def test_comment_surrounds_the_gap_inside_and_outside_facts(tmp_path: Path) -> None:
    inside = Fact("cierre", Prose((GAP,)))
    document = made(tmp_path, p("{{ x }}{{ y }}"), {"x": GAP, "y": inside})
    names = ("commentRangeStart", "t", "commentRangeEnd", "commentReference")
    marks = document.root().iter(*(qn(f"w:{name}") for name in names))
    found = [(each.tag.rpartition("}")[2], each.get(qn("w:id"))) for each in marks]
    expected = [(name, None if name == "t" else number) for number in "01" for name in names]
    assert found == expected
    assert len(document.root(COMMENTS)) == 2


def test_no_comment_where_word_has_none(tmp_path: Path) -> None:
    word = Word(
        p(textbox(p("{{ x }}"))),
        headers={"header/default": p("{{ x }}")},
        footnotes=f'<w:footnote w:id="2">{p("{{ x }}")}</w:footnote>',
    )
    document = made(tmp_path, word, {"x": GAP})
    assert COMMENTS not in document.package.parts
    for part in ("document", "header1", "footnotes"):
        assert "[FALTA: hora de clausura]" in document.paragraphs(f"word/{part}.xml")


def test_gap_without_its_style_is_refused(tmp_path: Path) -> None:
    word = Word(p("{{ x }}"), styles=LANGUAGE + NORMAL)
    assert made(tmp_path, word, {"x": "nada falta"}).paragraphs() == ["nada falta"]
    with pytest.raises(UnreadableInput) as caught:
        made(tmp_path, word, {"x": GAP})
    assert [problem.code for problem in caught.value.problems] == ["PLA-046"]
    assert caught.value.exit_code is ExitCode.UNREADABLE_INPUT


def test_fact_is_a_hidden_content_control_in_the_tags_formatting(tmp_path: Path) -> None:
    document = made(tmp_path, p(r("{{ x }}", "<w:b/>")), {"x": compose("A las {h}.", h=FACT)})
    assert document.paragraphs() == ["A las 17:30 horas."]
    assert _controls(document) == [("sesion.hora", "Hora de la sesión", "17:30 horas")]
    appearance = next(document.root().iter(qn("w15:appearance")))
    assert appearance.get(qn("w15:val")) == "hidden"
    ignorable = document.root().get(f"{{{document.root().nsmap['mc']}}}Ignorable", "")
    assert "w15" in ignorable.split()
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in document.root().iter(qn("w:r")))


def test_a_fact_said_twice_keeps_its_tag_and_gets_another_number(tmp_path: Path) -> None:
    once = made(tmp_path, p("{{ x }}"), {"x": FACT})
    twice = made(tmp_path, p("{{ x }}") + tbl(tr("{{ x }}")), {"x": FACT})
    assert [tag for tag, _, _ in _controls(twice)] == ["sesion.hora", "sesion.hora"]
    assert len(set(_ids(twice))) == 2
    assert _ids(once)[0] == _ids(twice)[0]
    assert all(0 < int(number) < 2**31 for number in _ids(twice))


def test_a_fact_over_paragraphs_becomes_one_control_in_each(tmp_path: Path) -> None:
    fact = Fact("punto.texto", Prose(("uno\n\ndos ", GAP, "\ntres")), "Texto")
    document = made(tmp_path, p("Dijo: {{ x }}!"), {"x": Prose(("(", fact, ")"))})
    assert document.paragraphs() == ["Dijo: (uno", "dos [FALTA: hora de clausura]", "tres)!"]
    tags = [tag for tag, _, _ in _controls(document)]
    assert tags == ["punto.texto", "punto.texto.2", "punto.texto.3"]


def test_facts_inside_facts(tmp_path: Path) -> None:
    outer = Fact("voto", Prose(("por ", Fact("voto.resultado", Prose(("unanimidad",))))))
    document = made(tmp_path, p("{{ x }}"), {"x": outer})
    assert _controls(document) == [("voto", "", "por unanimidad"), ("voto.resultado", "", "unanimidad")]


def test_controls_typed_in_a_template_stay_apart_from_those_of_facts(tmp_path: Path) -> None:
    typed = f'<w:sdt><w:sdtPr><w:tag w:val="mio"/><w:id w:val="5"/></w:sdtPr><w:sdtContent>{r("z")}</w:sdtContent></w:sdt>'
    body = p("{% for a in xs %}") + p(typed, "{{ a }}") + p("{% endfor %}")
    document = made(tmp_path, body, {"xs": [FACT, FACT]})
    assert [tag for tag, _, _ in _controls(document)] == ["mio", "sesion.hora"] * 2
    assert len(set(_ids(document))) == 4


def test_a_line_for_a_signature_is_kept_though_blank(tmp_path: Path) -> None:
    line = Fact("firma.1", Prose(("\N{NO-BREAK SPACE}" * 3,)))
    document = made(tmp_path, p("{{ x }}") + p("{{ y }}"), {"x": line, "y": ""})
    assert [tag for tag, _, _ in _controls(document)] == ["firma.1"]
    assert len(document.paragraphs()) == 1
