"""Native charts of a template: named in their alternative text, filled from the context."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import Package, parse_xml, read_package, write_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.prose.grafica import Grafica, SerieGrafica
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.contract import Maybe, Scalar, contract_of
from cotaprep_docs.templating.linter import lint
from cotaprep_docs.templating.properties import DocumentProperties
from cotaprep_docs.templating.render import render_checked
from cotaprep_docs.templating.template import load_template
from tests.pdf import chart_gallery as gallery
from tests.support import charts as c
from tests.support.libreoffice import libreoffice_pdf
from tests.support.pdf_tags import structure
from tests.support.pdf_text import compact_pages
from tests.support.validators import broken_rules

PROPERTIES = DocumentProperties("Informe de prueba", dt.date(2024, 1, 30))
CHARTS = {"chart1": gallery.bars(), "chart2": gallery.lines(), "chart3": gallery.pie()}
STYLE = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"


@dataclasses.dataclass(frozen=True, slots=True)
class Simulacro:
    nombre: str
    horas: Grafica


@dataclasses.dataclass(frozen=True, slots=True)
class Contexto:
    titulo: str
    avance: Grafica
    asistencia: Grafica | None
    simulacros: tuple[Simulacro, ...]


def p(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def grafica(
    title: str, *rows: tuple[str, tuple[int | None, ...]], alt: str = "Descripción", form: str = "#,##0"
) -> Grafica:
    series = tuple(
        SerieGrafica(name, tuple(None if v is None else Decimal(v) for v in values)) for name, values in rows
    )
    count = len(series[0].valores) if series else 0
    return Grafica(title, tuple(f"Mes {i}" for i in range(count)), series, alt, form)


AVANCE = grafica(
    "Avance & meta", ("Planeado", (1, 2, 3, 4)), ("Real", (1, 2, None, None)), ("Ajustado", (1, 1, 2, 5))
)
EMPTY = grafica("Nada", ("Una", (None, None)), alt="")


def template(body: str) -> c.ChartDocx:
    return c.ChartDocx(body, title="Informe", charts=CHARTS)


def sample() -> c.ChartDocx:
    """A template as staff would make it: a column chart, one of lines in a loop, a pie."""
    return template(
        p("{{ titulo }}") + c.drawing("chart1", alt="{{ avance }}")
        + p("{%p for s in simulacros %}") + p("{{ s.nombre }}") + c.drawing("chart2", alt="{{ s.horas }}") + p("{%p endfor %}")
        + p("{%p if asistencia %}") + c.drawing("chart3", alt="{{ asistencia }}") + p("{%p else %}") + p("Sin cifras.") + p("{%p endif %}")
    )  # fmt: skip


def context(**changes: object) -> dict[str, object]:
    sims = tuple(
        Simulacro(f"Simulacro {i}", grafica(f"Horas {i}", ("Actas", (i, 10 * i, 20)), alt=f"Simulacro {i}"))
        for i in (1, 2)
    )
    values: dict[str, object] = {
        "titulo": "Informe", "avance": AVANCE, "asistencia": grafica("Asistencia", ("Sí", (3, 1))), "simulacros": sims,
    }  # fmt: skip
    return values | changes


def rendered(folder: Path, document: c.ChartDocx, values: Mapping[str, object]) -> tuple[bytes, list[str]]:
    path = folder / "informe.docx"
    path.write_bytes(document.build())
    result = render_checked(load_template(path), values, properties=PROPERTIES)
    return result.value, [problem.code for problem in result.problems]


def charts_of(package: Package) -> list[tuple[etree._Element, etree._Element, str]]:
    """The ``wp:docPr``, the chart part and its name, of each chart of the body."""
    relationships = opc.read_relationships(package.parts, "word/document.xml")
    found = []
    for chart in package.xml("word/document.xml").iter(qn("c:chart")):
        name = opc.resolve("word/document.xml", relationships[chart.get(qn("r:id"), "")].target)
        frame = next(chart.iterancestors(qn("wp:inline")))
        properties = frame.find(qn("wp:docPr"))
        assert properties is not None
        found.append((properties, package.xml(name), name))
    return found


def texts(root: etree._Element, path: str) -> list[str]:
    return [each.text or "" for each in root.xpath(path, namespaces=NAMESPACES)]  # type: ignore[union-attr]


def test_each_chart_shows_its_own_numbers(tmp_path: Path) -> None:
    docx, problems = rendered(tmp_path, sample(), context())
    found = charts_of(read_package(docx))
    assert problems == []
    assert [texts(root, "//c:chart/c:title//a:t") for _, root, _ in found] == [
        ["Avance & meta"], ["Horas 1"], ["Horas 2"], ["Asistencia"],
    ]  # fmt: skip
    assert [properties.get("descr") for properties, _, _ in found] == [
        "Descripción", "Simulacro 1", "Simulacro 2", "Descripción",
    ]  # fmt: skip
    assert texts(found[0][1], "//c:ser/c:tx//c:v") == ["Planeado", "Real", "Ajustado"]
    assert texts(found[2][1], "//c:val//c:v") == ["2", "20", "20"]
    assert "{{" not in docx.decode("latin-1")


def test_the_workbook_of_each_chart_is_there_and_no_sample_number_is_left(tmp_path: Path) -> None:
    package = read_package(rendered(tmp_path, sample(), context())[0])
    for _, root, name in charts_of(package):
        (external,) = root.findall(qn("c:externalData"))
        relationship = opc.read_relationships(package.parts, name)[external.get(qn("r:id"), "")]
        workbook = opc.resolve(name, relationship.target)
        assert relationship.type.endswith("/package")
        sheet = openpyxl.load_workbook(io.BytesIO(package.parts[workbook])).active
        assert sheet is not None
        assert [cell.value for cell in sheet[1]][1:] == texts(root, "//c:ser/c:tx//c:v")
    assert not [name for name in package.parts if "/charts/chart" in name]
    assert all(b"Colotl" not in data and b"Contabilizadas" not in data for data in package.parts.values())


def test_the_package_keeps_the_rules_of_packages(tmp_path: Path) -> None:
    docx, _ = rendered(tmp_path, sample(), context())
    package = read_package(docx)
    types = opc.ContentTypes(package.parts)
    for name in package.parts:
        if name != opc.CONTENT_TYPES:
            assert types.get(name)
    for name in package.names("word/charts/grafica"):
        assert types.get(name) == c.CHART_TYPE
    for name in package.names("word/embeddings/"):
        assert types.get(name).endswith("spreadsheetml.sheet")
    reached: Any = dict(package.parts)
    opc.drop_unreachable(reached)
    assert set(reached) == set(package.parts)
    for part in [*package.parts, opc.ROOT]:
        for relationship in opc.read_relationships(package.parts, part).values():
            assert relationship.external or opc.resolve(part, relationship.target) in package.parts
    assert len({each.get("id") for each in package.xml("word/document.xml").iter(qn("wp:docPr"))}) == 4
    Document(io.BytesIO(docx))


def test_a_chart_without_any_figure_goes_with_its_paragraph(tmp_path: Path) -> None:
    body = (
        p("Antes")
        + c.drawing("chart1", alt="{{ avance }}")
        + p("Después")
        + c.drawing("chart3", alt="{{ asistencia }}")
    )
    for nothing in (EMPTY, Grafica("", (), (), "")):
        docx, _ = rendered(tmp_path, template(body), {"avance": nothing, "asistencia": None})
        package = read_package(docx)
        assert [each.text for each in package.xml("word/document.xml").iter(qn("w:t"))] == [
            "Antes",
            "Después",
        ]
        assert len(list(package.xml("word/document.xml").iter(qn("w:p")))) == 2
        assert not list(package.names("word/charts")) + list(package.names("word/embeddings"))


def test_a_loop_that_never_turns_leaves_no_sample_numbers(tmp_path: Path) -> None:
    body = p("{%p for s in simulacros %}") + c.drawing("chart2", alt="{{ s.horas }}") + p("{%p endfor %}")
    package = read_package(rendered(tmp_path, template(body + p("Fin")), {"simulacros": ()})[0])
    assert not list(package.names("word/charts"))


def test_a_chart_of_constant_numbers_stays(tmp_path: Path) -> None:
    body = c.drawing("chart1", alt="{{ avance }}") + c.drawing("chart3", alt="Siempre igual")
    package = read_package(rendered(tmp_path, template(body), {"avance": AVANCE})[0])
    assert [name for _, _, name in charts_of(package)] == [
        "word/charts/grafica1.xml",
        "word/charts/chart3.xml",
    ]


def test_a_template_can_say_something_else_instead(tmp_path: Path) -> None:
    docx, _ = rendered(tmp_path, sample(), context(asistencia=EMPTY))
    assert "Sin cifras." in [
        each.text for each in read_package(docx).xml("word/document.xml").iter(qn("w:t"))
    ]
    docx, _ = rendered(tmp_path, sample(), context())
    assert "Sin cifras." not in [
        each.text for each in read_package(docx).xml("word/document.xml").iter(qn("w:t"))
    ]


@pytest.mark.parametrize("place", ["alt", "heading", "name"])
def test_the_variable_may_be_named_in_any_text_of_the_chart(tmp_path: Path, place: str) -> None:
    drawing = c.drawing("chart1", **{"alt": "Texto", place: "“{{ avance }}”".strip("“”")})  # type: ignore[arg-type]
    docx, _ = rendered(tmp_path, template(drawing), {"avance": AVANCE})
    ((properties, _, _),) = charts_of(read_package(docx))
    assert properties.get("descr") == "Descripción"
    assert properties.get("title") is None
    assert properties.get("name")
    assert "{" not in "".join(str(value) for value in properties.values())


def test_the_looks_word_keeps_beside_a_chart_are_copied_for_each(tmp_path: Path) -> None:
    document = sample()
    parts = document.parts()
    parts["word/charts/style1.xml"] = (
        b'<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>'
    )
    parts["word/charts/_rels/chart2.xml.rels"] = (
        f'<Relationships xmlns="{NAMESPACES["rel"]}"><Relationship Id="rId1" Type="{STYLE}" Target="style1.xml"/></Relationships>'
    ).encode()
    types = opc.ContentTypes(parts)
    types.set("word/charts/style1.xml", "application/vnd.ms-office.chartstyle+xml")
    types.write(parts)
    path = tmp_path / "informe.docx"
    path.write_bytes(write_package(parts))
    package = read_package(render_checked(load_template(path), context(), properties=PROPERTIES).value)
    targets = [opc.related_part(package.parts, name, STYLE) for _, _, name in charts_of(package)]
    assert targets[0] == targets[3] == ""
    assert "" not in targets[1:3]
    assert targets[1] != targets[2]
    assert {opc.ContentTypes(package.parts).get(each) for each in targets[1:3]} == {
        "application/vnd.ms-office.chartstyle+xml"
    }


def test_what_a_pie_leaves_out_is_said(tmp_path: Path) -> None:
    values = {"asistencia": grafica("A", ("Sí", (3, 1)), ("No", (1, 1)))}
    _, problems = rendered(tmp_path, template(c.drawing("chart3", alt="{{ asistencia }}")), values)
    assert problems == ["PLA-059"]


def test_characters_word_does_not_admit_are_replaced_and_said(tmp_path: Path) -> None:
    values = {"avance": grafica("A\x0bB", ("Sí\x00", (3, 1)))}
    docx, problems = rendered(tmp_path, template(c.drawing("chart1", alt="{{ avance }}")), values)
    assert problems == ["PLA-038", "PLA-038"]
    ((_, root, _),) = charts_of(read_package(docx))
    assert texts(root, "//c:chart/c:title//a:t") == ["A�B"]


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    assert rendered(tmp_path, sample(), context())[0] == rendered(tmp_path, sample(), context())[0]


def test_the_pdf_shows_what_the_document_holds_and_conforms(tmp_path: Path) -> None:
    docx, _ = rendered(tmp_path, sample(), context())
    pdf = convert(docx)
    assert [problem.code for problem in pdf.problems] == []
    assert broken_rules(pdf.data) == []
    figures = structure(pdf.data).of("Figure")
    assert [figure.details["Alt"] for figure in figures] == [
        "Descripción",
        "Simulacro 1",
        "Simulacro 2",
        "Descripción",
    ]
    assert "Ajustado" in figures[0].text


@pytest.mark.libreoffice
def test_libreoffice_opens_what_was_filled(tmp_path: Path) -> None:
    docx, _ = rendered(tmp_path, sample(), context())
    theirs, ours = compact_pages(libreoffice_pdf(docx, tmp_path)), compact_pages(convert(docx).data)
    assert len(theirs) == len(ours)
    for text in ("Avance&meta", "Ajustado", "Horas1", "Horas2", "Asistencia"):
        assert text in "".join(theirs)
        assert text in "".join(ours)


# What is wrong with a template -----------------------------------------------------------------------


def findings(folder: Path, body: str) -> list[tuple[str, int]]:
    path = folder / "informe.docx"
    path.write_bytes(template(body + p("{{ titulo }}")).build())
    problems = lint(path, contract_of(Contexto))
    assert all(each.message and each.hint for each in problems)
    chart_codes = {"PLA-017", "PLA-030", "PLA-031", "PLA-041", *(f"PLA-05{n}" for n in range(4, 10))}
    return [
        (each.code, each.location.number)
        for each in problems
        if isinstance(each.location, TemplateLocation) and each.code in chart_codes
    ]


def test_contracts_know_charts() -> None:
    fields = contract_of(Contexto).fields
    assert fields["avance"] is Scalar.CHART
    assert fields["asistencia"] == Maybe(Scalar.CHART)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (c.drawing("chart1", alt="{{ avance }}"), []),
        (c.drawing("chart1", alt="{{ asistencia }}"), []),
        (p("{%p for s in simulacros %}") + c.drawing("chart1", alt="{{ s.horas }}") + p("{%p endfor %}"), []),
        (c.drawing("chart1", alt="{{ avanse }}"), [("PLA-030", 1)]),
        (
            p("{%p for s in simulacros %}") + c.drawing("chart1", alt="{{ s.hora }}") + p("{%p endfor %}"),
            [("PLA-031", 2)],
        ),
        (p("x") + c.drawing("chart1", alt="{{ titulo }}"), [("PLA-056", 2)]),
        (c.drawing("chart1", alt="Avance: {{ avance }}"), [("PLA-054", 1)]),
        (c.drawing("chart1", alt="{% if avance %}"), [("PLA-054", 1)]),
        (c.drawing("chart1", alt="Siempre igual"), [("PLA-055", 1)]),
        (c.drawing("chart1", alt=""), [("PLA-041", 1), ("PLA-055", 1)]),
        (c.drawing("chart9", alt="{{ avance }}"), [("PLA-057", 1)]),
        (p("{{ avance }}"), [("PLA-058", 1)]),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, body: str, expected: list[tuple[str, int]]
) -> None:
    assert sorted(findings(tmp_path, body)) == expected


def test_a_chart_of_dots_cannot_be_filled(tmp_path: Path) -> None:
    dots = gallery.bars().replace("c:barChart>", "c:scatterChart>")
    path = tmp_path / "informe.docx"
    path.write_bytes(c.ChartDocx(c.drawing("chart1", alt="{{ avance }}"), charts={"chart1": dots}).build())
    with pytest.raises(UnreadableInput) as raised:
        load_template(path)
    assert [problem.code for problem in raised.value.problems] == ["PLA-057"]


@pytest.mark.parametrize(
    ("body", "values", "code"),
    [
        (c.drawing("chart1", alt="{{ avance }}"), {}, "PLA-030"),
        (c.drawing("chart1", alt="{{ avance }}"), {"avance": "un texto"}, "PLA-056"),
        (p("{{ avance }}"), {"avance": AVANCE}, "PLA-058"),
        (p("{{ avance.titulo }}"), {"avance": AVANCE}, "PLA-031"),
    ],
)
def test_what_is_wrong_stops_the_rendering(
    tmp_path: Path, body: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(UnreadableInput) as raised:
        rendered(tmp_path, template(body), values)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_chart_has_as_many_values_as_categories() -> None:
    with pytest.raises(ValueError, match="2 values for 1"):
        Grafica("t", ("a",), (SerieGrafica("s", (Decimal(1), None)),), "d")
    with pytest.raises(ValueError, match="no description"):
        Grafica("t", ("a",), (SerieGrafica("s", (Decimal(1),)),), " ")


def test_parse_of_every_written_part(tmp_path: Path) -> None:
    package = read_package(rendered(tmp_path, sample(), context())[0])
    for name in package.names("word/"):
        if name.endswith((".xml", ".rels")):
            parse_xml(package.parts[name], name)
    for name in package.names("word/embeddings"):
        inner = read_package(package.parts[name])
        for part in inner.parts:
            parse_xml(inner.parts[part], part)
