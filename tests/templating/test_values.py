"""Whatever was typed in a tracker comes out as it was typed, wherever the tag stands."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.templating.render import render, render_checked
from tests.templating.word import PROPERTIES, Word, loaded, looked_at, made, p, r, tbl, textbox, tr

HARD = "Pérez & Cía <abc> {{ 7*7 }} {% if %} {# x #} «Ñandú» &amp; ]]> \U0010fff00\U0010fff1"


@dataclasses.dataclass(frozen=True, slots=True)
class Persona:
    nombre: str
    edad: int = 7

    @property
    def saludo(self) -> str:
        return f"Hola, {self.nombre}"


def test_text_comes_out_as_typed_in_every_part(tmp_path: Path) -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    word = Word(
        p("{{ x }}") + tbl(tr("{{ x }}", "b")) + p(textbox(p("{{ x }}"))),
        headers={"header/default": p("{{ x }}"), "footer/first": tbl(tr("{{ x }}")) + p("")},
        footnotes=note.format(2, p("{{ x }}")),
        endnotes=note.format(2, p("{{ x }}")).replace("footnote", "endnote"),
    )
    document = made(tmp_path, word, {"x": HARD})
    assert document.paragraphs().count(HARD) == 3
    for part in ("header1", "footer2", "footnotes", "endnotes"):
        assert HARD in document.paragraphs(f"word/{part}.xml"), part


def test_numbers_attributes_properties_and_mappings_print(tmp_path: Path) -> None:
    body = p("{{ n }} {{ a.nombre }} {{ a.edad }} {{ a.saludo }} {{ m.clave }} {{ m.items }} {{ 'fijo' }}")
    context = {"n": 3, "a": Persona("Ana"), "m": {"clave": "R1", "items": "suyos"}}
    assert made(tmp_path, body, context).paragraphs() == ["3 Ana 7 Hola, Ana R1 suyos fijo"]


def test_long_intervention_becomes_paragraphs_of_the_tags_own_look(tmp_path: Path) -> None:
    lines = [" ".join(f"palabra{number}-{line}" for number in range(300)) for line in range(10)]
    ppr = '<w:pStyle w:val="Normal"/><w:jc w:val="both"/>'
    document = made(tmp_path, p("Dijo: {{ x }} Gracias.", ppr=ppr), {"x": "\r\n\n".join(lines)})
    assert document.paragraphs() == [f"Dijo: {lines[0]}", *lines[1:-1], f"{lines[-1]} Gracias."]
    looks = {len(each.findall(f"{qn('w:pPr')}/*")) for each in document.root().iter(qn("w:p"))}
    assert looks == {2}


def test_run_formatting_is_that_of_the_place_the_tag_was_typed_in(tmp_path: Path) -> None:
    body = p(r("Voto: ", "<w:i/>"), r("{{ x", "<w:b/>"), r(" }} y más", "<w:u/>"))
    document = made(tmp_path, body, {"x": "a favor"})
    runs = []
    for run in document.root().iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        assert properties is not None
        runs.append((run.findtext(qn("w:t")), properties[0].tag))
    assert runs == [("Voto: ", qn("w:i")), ("a favor", qn("w:b")), (" y más", qn("w:u"))]


def test_tabs_become_tabs(tmp_path: Path) -> None:
    assert made(tmp_path, p("{{ x }}"), {"x": "a\tb\t"}).paragraphs() == ["a\tb\t"]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_xml_refuses_are_replaced_and_reported(tmp_path: Path, bad: str) -> None:
    checked = render_checked(loaded(tmp_path, p("{{ x }}")), {"x": f"a{bad}b"}, properties=PROPERTIES)
    assert looked_at(checked.value).paragraphs() == ["a\ufffdb"]
    assert [problem.code for problem in checked.problems] == ["PLA-038"]


def test_two_documents_share_nothing(tmp_path: Path) -> None:
    template = loaded(tmp_path, p("{{ x }}"))
    first = render(template, {"x": "uno"}, properties=PROPERTIES)
    assert looked_at(render(template, {"x": "dos"}, properties=PROPERTIES)).paragraphs() == ["dos"]
    assert render(template, {"x": "uno"}, properties=PROPERTIES) == first


_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\r\n"),
        st.sampled_from("{}%#&<>\"'«»\t\N{NO-BREAK SPACE}\U0010fff0\U0010fff10ﷺ\u202e\u200f🗳\ue000"),
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _TEXT)
def test_any_text_comes_out_as_typed(one: str, two: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        template = loaded(Path(folder), p("[{{ x }}|{{ y }}]"))
    document = looked_at(render(template, {"x": one, "y": Prose((two,))}, properties=PROPERTIES))
    assert document.paragraphs() == [f"[{_kept(one)}|{_kept(two)}]"]


def _kept(text: str) -> str:
    """What the rules promise: blanks alone print nothing, and what XML refuses is replaced."""
    legal = "".join(
        letter if letter in "\t" or " " <= letter <= "\ufffd" or letter > "\uffff" else "\ufffd"
        for letter in text
    )
    return legal if legal.strip(" \t") else ""


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, min_size=1, max_size=6))
def test_any_paragraphs_come_out_in_order(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        template = loaded(Path(folder), p("{{ x }}") + p("fin"))
    document = looked_at(render(template, {"x": "\n".join(lines)}, properties=PROPERTIES))
    assert document.paragraphs() == [*(kept for line in lines if (kept := _kept(line))), "fin"]
