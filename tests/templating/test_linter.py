"""All findings in one run, each at its place."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind, Severity
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.templating import problem_kinds
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint
from tests.templating.word import (
    GAP_STYLE,
    LANGUAGE,
    NORMAL,
    SECTION,
    Word,
    fld,
    p,
    picture,
    r,
    tbl,
    tc,
    textbox,
    tr,
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Punto:
    titulo: Prose
    votado: bool
    puntos: tuple[Punto, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Contexto:
    titulo: str
    hora: Prose | None
    numero: int
    puntos: tuple[Punto, ...]


ALL = "{{ titulo }}{% if hora %}{{ hora }}{% endif %}{{ numero }}"
POINTS = "{% for a in puntos %}{% if a.votado %}{{ a.titulo }}{{ a.puntos|length }}{% endif %}{% endfor %}"
CLEAN = p(ALL) + p(POINTS)


def findings(tmp_path: Path, word: Word | str, letterhead: Word | None = None) -> tuple[Problem, ...]:
    body = (Word(word) if isinstance(word, str) else word).write(tmp_path / "acta.docx")
    other = letterhead.write(tmp_path / "membrete.docx") if letterhead else None
    problems = lint(body, contract_of(Contexto), letterhead=other)
    # Each is said in full: a parameter that its sentences miss would only show in front of a user.
    assert all(each.message for each in problems)
    assert all(each.hint for each in problems)
    return problems


def found(tmp_path: Path, body: str, **changes: str) -> list[tuple[str, int]]:
    """Codes and paragraph numbers, of a body that comes before a clean rest."""
    problems = findings(tmp_path, Word(body + CLEAN, **changes))  # type: ignore[arg-type]
    return [
        (each.code, each.location.number) for each in problems if isinstance(each.location, TemplateLocation)
    ]


def test_a_clean_template_has_none(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN) == ()
    assert findings(tmp_path, CLEAN, Word("", headers={"header/default": p("{{ titulo }}")})) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # how tags are written
        (p("{{ titulo"), ["PLA-010"]),
        (p("{% if x"), ["PLA-010"]),
        (p("{{ tit") + p("ulo }}"), ["PLA-010", "PLA-011"]),
        (p("titulo }}"), ["PLA-011"]),
        (p("a { b"), ["PLA-012"]),
        (p("{{ }}"), ["PLA-013"]),
        (p("{{ titulo titulo }}"), ["PLA-013"]),
        (p("{% if numero = 1 %}{% endif %}"), ["PLA-013", "PLA-021"]),
        (p("{% if titulo == 'a %}{% endif %}"), ["PLA-013", "PLA-021"]),
        (p("{% if %}{% endif %}"), ["PLA-013", "PLA-021"]),
        (p("{% for puntos %}{% endfor %}"), ["PLA-013", "PLA-021"]),
        (p("{% if numero %}{% endif puntos %}"), ["PLA-013", "PLA-020"]),
        (p("{{ titulo.upper() }}"), ["PLA-014"]),
        (p("{{ titulo|upper }}"), ["PLA-014"]),
        (p("{{ puntos[0] }}"), ["PLA-014"]),
        (p("{{ puntos.0 }}"), ["PLA-014"]),
        (p("{{ titulo ~ titulo }}"), ["PLA-014"]),
        (p("{{ numero + 1 }}"), ["PLA-014"]),
        (p("{{ titulo if numero }}"), ["PLA-014"]),
        (p("{% if titulo is defined %}a{% endif %}"), ["PLA-014", "PLA-021"]),
        (p("{% for a, b in puntos %}a{% endfor %}"), ["PLA-014", "PLA-021"]),
        (p("{% for a in puntos if a.votado %}a{% endfor %}"), ["PLA-014", "PLA-021"]),
        (p("{{ none }}"), ["PLA-014"]),
        (p("{% set x = 1 %}"), ["PLA-015"]),
        (p("{% endIf %}"), ["PLA-015"]),
        (p("{{r titulo }}"), ["PLA-016"]),
        (p("{%tc if numero %}a"), ["PLA-016"]),
        (p("{%- if numero %}a{% endif %}"), ["PLA-016", "PLA-021"]),
        (p("{{ titulo -}}"), ["PLA-016"]),
        (tbl(tr("{% colspan numero %}a", header=True)), ["PLA-016"]),
        (p(f'<w:hyperlink w:anchor="{{{{ titulo }}}}">{r("a")}</w:hyperlink>'), ["PLA-017"]),
        (p(fld(" REF {{ titulo }} ")), ["PLA-017"]),
        # blocks
        (p("{% if numero %}"), ["PLA-020"]),
        (p("{% endif %}"), ["PLA-021"]),
        (p("{% else %}"), ["PLA-021"]),
        (p("{% if numero %}a{% else %}b{% elif numero %}c{% endif %}"), ["PLA-021"]),
        (p("{% for a in puntos %}{{ a.titulo }}{% else %}b{% endfor %}"), ["PLA-021"]),
        (p("{% if numero %}") + p("{% for a in puntos %}") + p("{% endif %}") + p("{% endfor %}"), ["PLA-022", "PLA-021"]),
        (p("a {% if numero %}") + p("b {% endif %}"), ["PLA-023"]),
        (p("{% if numero %}") + p("b {% endif %}"), ["PLA-023"]),
        (tbl(tr("{%p if numero %}", "{%p endif %}", header=True)), ["PLA-023"]),
        (tbl(tr("{%tr if numero %}"), tr("a", header=True)) + tbl(tr("b", header=True), tr("{%tr endif %}")), ["PLA-023"]),
        (p("antes {%p if numero %}") + p("a") + p("{%p endif %}"), ["PLA-024"]),
        (p("{{ titulo }} {%p if numero %}") + p("a") + p("{%p endif %}"), ["PLA-024"]),
        (tbl(tr("{%tr if numero %}", "pierde"), tr("a", "b", header=True), tr("{%tr endif %}", "")), ["PLA-025"]),
        (p("{%p if numero %}{%p endif %}"), ["PLA-026"]),
        (p("{%p if numero %}", picture("Escudo")) + p("{%p endif %}"), ["PLA-027"]),
        (p("{%p if numero %}", ppr=f"<w:sectPr>{SECTION}</w:sectPr>") + p("{%p endif %}"), ["PLA-027"]),
        (p("{%tr if numero %}") + p("{%p endif %}"), ["PLA-028", "PLA-021"]),
        # names
        (p("{{ titlo }}"), ["PLA-030"]),
        (p("{{ a.titulo }}"), ["PLA-030"]),
        (p("{% if nadie and otro %}{% endif %}"), ["PLA-030", "PLA-030"]),
        (p("{{ titulo.largo }}"), ["PLA-031"]),
        (p("{{ puntos.titulo }}"), ["PLA-031"]),
        (p("{% for a in puntos %}{% for b in a.puntos %}{{ b.titlo }}{% endfor %}{% endfor %}"), ["PLA-031"]),
        (p("{% for a in puntos %}{{ loop.depth }}{% endfor %}"), ["PLA-031"]),
        (p("{{ puntos }}"), ["PLA-032"]),
        (p("{% for a in puntos %}{{ a }}{{ a.votado }}{% endfor %}"), ["PLA-032", "PLA-032"]),
        (p("{{ numero == 1 }}"), ["PLA-032"]),
        (p("{% for a in titulo %}{{ a }}{% endfor %}"), ["PLA-033"]),
        (p("{% for titulo in puntos %}{{ titulo.titulo }}{% endfor %}"), ["PLA-034"]),
        (p("{{ hora }}"), ["PLA-035"]),
        (p("{% if hora %}a{% else %}{{ hora }}{% endif %}"), ["PLA-035"]),
        (p("{% if hora == 'x' %}a{% endif %}"), ["PLA-039"]),
        # the file around the tags
        (p(fld(" DATE \\@ dd ")), ["PLA-040"]),
        (p(fld(" FILENAME ")), ["PLA-040"]),
        (p(fld(" PAGE "), fld(" NUMPAGES \\* CardText ")), []),
        (p(picture()), ["PLA-041"]),
        (p(picture("Escudo"), textbox(p("a"))), []),
        (tbl(tr("a")), ["PLA-042"]),
        (tbl(tr("a"), tblpr='<w:tblCaption w:val="Tabla de diseño"/>'), []),
        (p(r("a", '<w:lang w:val="en-US"/>')), ["PLA-044"]),
        (p(r("a", "<w:b/>"), ppr='<w:jc w:val="both"/>'), ["PLA-045"]),
        (p("a", ppr='<w:pStyle w:val="Nadie"/>'), ["PLA-046"]),
        (p('<w:del w:id="1" w:author="Eva"><w:r><w:delText>a</w:delText></w:r></w:del>', "b"), ["PLA-048"]),
        (p(f'<w:ins w:id="1" w:author="Eva">{r("{{ titulo }}")}</w:ins>'), ["PLA-047", "PLA-048"]),
        (p('<w:del w:id="1" w:author="Eva"><w:r><w:delText>{{ titulo }}</w:delText></w:r></w:del>', "b"), ["PLA-047", "PLA-048"]),
    ],
)  # fmt: skip
def test_each_finding(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(code for code, _ in found(tmp_path, body)) == sorted(expected)


def test_findings_have_their_paragraph_and_tag(tmp_path: Path) -> None:
    body = (
        p("uno")
        + tbl(tr("a", "b", header=True), tr("{{ titlo }}", tc("x", "{% if nadie %}y{% endif %}")))
        + CLEAN
    )
    problems = findings(tmp_path, body)
    assert [str(each.location) for each in problems] == [
        "acta.docx!cuerpo!tabla 1, fila 2, columna 1 «{{ titlo }}»!{{ titlo }}",
        "acta.docx!cuerpo!tabla 1, fila 2, columna 2 «{% if nadie %}y{% endif %}»!{% if nadie %}",
    ]
    assert [each.location.number for each in problems if isinstance(each.location, TemplateLocation)] == [
        4,
        6,
    ]
    assert "«titulo»" in problems[0].params["parecido"]


def test_ten_mistakes_in_one_run(tmp_path: Path) -> None:
    body = "".join(p(f"{{{{ nadie{number} }}}}") for number in range(10))
    assert found(tmp_path, body) == [("PLA-030", number) for number in range(1, 11)]


def test_variables_never_used_are_named_whole(tmp_path: Path) -> None:
    problems = findings(tmp_path, p("{% for a in puntos %}{{ a.titulo }}{% endfor %}{{ numero }}"))
    assert {each.code for each in problems} == {"PLA-036"}
    assert [each.params["nombre"] for each in problems] == [
        "hora",
        "puntos.puntos",
        "puntos.votado",
        "titulo",
    ]
    assert all(each.severity is Severity.NOTICE for each in problems)


def test_an_optional_asked_for_outside_is_no_finding(tmp_path: Path) -> None:
    body = p("{% if hora and numero %}") + p("a {{ hora }}") + p("{% endif %}")
    assert found(tmp_path, body) == []
    inside_elif = "{% if numero %}a{% elif hora %}{{ hora }}{% endif %}"
    assert found(tmp_path, p(inside_elif)) == []


def test_the_file_as_a_whole(tmp_path: Path) -> None:
    word = Word(
        CLEAN,
        title="",
        styles=NORMAL,
        settings="<w:updateFields/>",
        comments=f'<w:comment w:id="0" w:author="Eva">{p("ojo con esto")}</w:comment>',
    )
    problems = findings(tmp_path, word)
    assert [each.code for each in problems] == ["PLA-043", "PLA-044", "PLA-053", "PLA-049", "PLA-046"]
    assert problems[3].params == {"autor": "Eva", "texto": "ojo con esto"}
    assert problems[4].params == {"estilo": "Falta"}


def test_the_letterhead_is_looked_at_under_its_own_name(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Pie"><w:name w:val="Pie"/><w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'
    numbered = '<w:pStyle w:val="Pie"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    letterhead = Word(
        p("{{ esto_no_cuenta }}"),
        headers={
            "header/default": p(picture()) + p("{{ nadie }}"),
            "footer/default": p("a", ppr=numbered) + p(fld("DATE")),
        },
        styles=LANGUAGE + NORMAL + style.format(16),
    )
    body = Word(
        CLEAN, headers={"header/first": p("propio")}, styles=LANGUAGE + NORMAL + GAP_STYLE + style.format(18)
    )
    problems = findings(tmp_path, body, letterhead)
    places = [(str(each.location).split(" «", maxsplit=1)[0], each.code) for each in problems]
    assert places == [
        ("acta.docx!encabezado de la primera página", "PLA-052"),
        ("acta.docx!estilos", "PLA-050"),
        ("membrete.docx!encabezado!párrafo 1", "PLA-041"),
        ("membrete.docx!encabezado!párrafo 2", "PLA-030"),
        ("membrete.docx!pie!párrafo 1", "PLA-051"),
        ("membrete.docx!pie!párrafo 2", "PLA-040"),
    ]


def test_a_style_of_the_letterhead_that_only_it_has_or_that_is_equal_is_no_finding(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Pie">{}<w:name w:val="Pie"/></w:style>'
    header = {"header/default": p("a", ppr='<w:pStyle w:val="Pie"/>')}
    letterhead = Word("", headers=header, styles=LANGUAGE + style.format(""))
    assert findings(tmp_path, CLEAN, letterhead) == ()
    same = Word(CLEAN, styles=LANGUAGE + GAP_STYLE + style.format('<w:rsid w:val="00AA11BB"/>'))
    assert findings(tmp_path, same, letterhead) == ()


def test_every_kind_of_problem_is_found_somewhere() -> None:
    """A kind without a test would be one nobody has seen."""
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    codes = [kind.code for kind in vars(problem_kinds).values() if isinstance(kind, ProblemKind)]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if code not in tests] == []
