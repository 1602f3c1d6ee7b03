"""Every error says where: template, part, paragraph or cell, tag."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput
from cotaprep_docs.problems.location import FileLocation, TemplateLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.templating.template import load_template
from tests.templating.test_letterhead import LETTERHEAD
from tests.templating.word import Word, loaded, made, p, tbl, tc, textbox, tr


@dataclasses.dataclass(frozen=True, slots=True)
class Sesion:
    titulo: str
    numero: int = 3

    def metodo(self) -> str:
        return self.titulo


CONTEXT = {"sesion": Sesion("Tercera"), "xs": ["a"], "nada": None, "si": True, "prosa": Prose(("x",))}


def _problem(tmp_path: Path, body: str | Word, letterhead: Word | None = None) -> Problem:
    with pytest.raises(UnreadableInput) as caught:
        made(tmp_path, body, CONTEXT, letterhead=letterhead)
    assert caught.value.exit_code is ExitCode.UNREADABLE_INPUT
    (problem,) = caught.value.problems
    assert problem.message
    assert problem.hint
    return problem


def _place(problem: Problem) -> tuple[str, str, str, str]:
    assert isinstance(problem.location, TemplateLocation)
    return (problem.location.template, problem.location.part, problem.location.place, problem.location.tag)


def test_unknown_variable_names_it_its_place_and_the_nearest(tmp_path: Path) -> None:
    problem = _problem(tmp_path, p("uno") + p("En {{ sesion.titulo }} y {{ sesionn }}"))
    assert problem.code == "PLA-030"
    assert _place(problem) == (
        "acta.docx", "cuerpo", "párrafo 2 «En {{ sesion.titulo }} y {{ sesionn }}»", "{{ sesionn }}",
    )  # fmt: skip
    assert problem.params["nombre"] == "sesionn"
    assert "«sesion»" in problem.params["parecido"]


def test_unknown_attribute_in_a_cell(tmp_path: Path) -> None:
    rows = tbl(
        tr("a", "b"),
        tr("{%tr for x in xs %}", ""),
        tr("{{ x }}", tc("{{ sesion.titul }}")),
        tr("{%tr endfor %}", ""),
    )
    problem = _problem(tmp_path, p("-") + rows)
    assert problem.code == "PLA-031"
    assert _place(problem)[1:] == (
        "cuerpo",
        "tabla 1, fila 3, columna 2 «{{ sesion.titul }}»",
        "{{ sesion.titul }}",
    )
    assert (problem.params["objeto"], problem.params["nombre"]) == ("un conjunto de datos", "titul")
    assert "«titulo»" in problem.params["parecido"]


def test_errors_of_the_letterhead_name_its_file(tmp_path: Path) -> None:
    word = dataclasses.replace(
        LETTERHEAD, headers={"footer/first": p("{{ sesion.titulo }}") + p("{{ nadie }}")}
    )
    problem = _problem(tmp_path, p("{{ sesion.titulo }}"), word)
    assert _place(problem) == (
        "membrete.docx",
        "pie de la primera página",
        "párrafo 2 «{{ nadie }}»",
        "{{ nadie }}",
    )


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_errors_in_notes(tmp_path: Path, kind: str) -> None:
    notes = f'<w:{kind} w:id="2">{p("{{ nadie }}")}</w:{kind}>'
    word = Word(
        p("a"), footnotes=notes if kind == "footnote" else "", endnotes=notes if kind == "endnote" else ""
    )
    assert (
        _place(_problem(tmp_path, word))[1] == {"footnote": "notas al pie", "endnote": "notas finales"}[kind]
    )


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ nada }}", "PLA-032"),
        ("{{ si }}", "PLA-032"),
        ("{{ xs }}", "PLA-032"),
        ("{{ sesion }}", "PLA-032"),
        ("{{ sesion.metodo }}", "PLA-032"),
        ("{{ si == 1 }}", "PLA-032"),
        ("{{ prosa.pieces }}", "PLA-031"),
        ("{{ nada.x }}", "PLA-031"),
        ("{{ sesion.__class__ }}", "PLA-014"),
        ("{{ xs.append }}", "PLA-031"),
        ("{{ sesion.titulo.upper }}", "PLA-031"),
        ("{% for x in sesion.titulo %}{% endfor %}", "PLA-033"),
        ("{% for x in nadie %}{% endfor %}", "PLA-030"),
        ("{% if nadie %}{% endif %}", "PLA-030"),
        ("{% if not sesion.nadie %}{% endif %}", "PLA-031"),
        ("{% if nadie == 'x' %}{% endif %}", "PLA-030"),
        ("{% if xs > 3 %}{% endif %}", "PLA-037"),
        ("{{ si|length }}", "PLA-037"),
        ("{% for x in xs %}{{ loop.previtem }}{% endfor %}", "PLA-031"),
        ("{{ range }}", "PLA-030"),
        ("{{ loop.index }}", "PLA-030"),
    ],
)
def test_values_that_cannot_be_used_so(tmp_path: Path, tag: str, code: str) -> None:
    problem = _problem(tmp_path, p("uno {{ sesion.titulo }}") + p(tag) + p("{{ sesion.numero }}"))
    assert problem.code == code
    assert isinstance(problem.location, TemplateLocation)
    assert problem.location.number == 2


def test_the_tag_is_right_however_many_share_its_paragraph(tmp_path: Path) -> None:
    body = p("{{ sesion.titulo }}", textbox(p("{{ sesion.numero }}")), "{{ a1 }}{{ sesion.titulo }}")
    assert _place(_problem(tmp_path, body))[3] == "{{ a1 }}"
    body = p("{{ sesion.titulo }}", textbox(p("{{ a2 }}")), "{{ sesion.titulo }}")
    assert _place(_problem(tmp_path, body))[3] == "{{ a2 }}"


def test_all_errors_of_all_parts_come_at_once_on_loading(tmp_path: Path) -> None:
    word = dataclasses.replace(LETTERHEAD, headers={"header/default": p("{{ a b }}")})
    with pytest.raises(UnreadableInput) as caught:
        loaded(tmp_path, Word(p("{{ a") + p("{% if x %}") + p("{% set x = 1 %}") + p(" { ")), word)
    found = sorted((str(problem.location), problem.code) for problem in caught.value.problems)
    assert [code for _, code in found] == ["PLA-010", "PLA-020", "PLA-015", "PLA-012", "PLA-013"]
    assert [place.split("!")[0] for place, _ in found] == ["acta.docx"] * 4 + ["membrete.docx"]


def test_live_fields_and_tags_out_of_place_are_refused_on_loading(tmp_path: Path) -> None:
    field = '<w:fldSimple w:instr=" TIME "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    link = '<w:hyperlink w:anchor="{{ x }}"><w:r><w:t>1</w:t></w:r></w:hyperlink>'
    with pytest.raises(UnreadableInput) as caught:
        loaded(tmp_path, p(field) + p(link))
    assert [problem.code for problem in caught.value.problems] == ["PLA-040", "PLA-017"]


def _zip(**changes: bytes) -> bytes:
    names = {"types": "[Content_Types].xml", "document": "word/document.xml"}
    return write_package(Word(p("a")).package() | {names[name]: data for name, data in changes.items()})


_WHOLE = _zip()
_MACROS = write_package(
    Word("", content_type="application/vnd.ms-word.document.macroEnabled.main+xml").package()
)
_SHEET = write_package(
    Word(
        "", content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ).package()
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PLA-002"),
        (b"hola", "PLA-002"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "PLA-002"),
        (_WHOLE[: len(_WHOLE) // 2], "PLA-002"),
        (_zip(document=b"<w:document"), "PLA-002"),
        (_zip(document=b"<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"), "PLA-002"),
        (_zip(types=b"<x/>"), "PLA-002"),
        (_MACROS, "PLA-003"),
        (_SHEET, "PLA-002"),
    ],
)
def test_files_that_are_no_templates(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "acta.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        load_template(path, None)
    assert [(each.code, each.location) for each in caught.value.problems] == [
        (code, FileLocation("acta.docx"))
    ]


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        load_template(tmp_path / "nadie.docx", None)
    assert [each.code for each in caught.value.problems] == ["PLA-001"]
