"""What comes out of the committed templates: what is empty leaves no trace, what is there has its look."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import etree

from cotaprep_docs.documents.acta_context import ActaContext, FilaVoto
from cotaprep_docs.documents.context import Anexo
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.prose.prose import Prose, as_prose
from tests.templates.contexts import ACTA, CONVOCATORIA, bloque, firmas, punto, render_package
from tests.templates.wordfiles import TAG_STYLE, WordFile, style_of, table_style, text_of


def _body(context: ActaContext | ConvocatoriaContext) -> etree._Element:
    return render_package(context).xml("word/document.xml")


def _header(package: Package) -> etree._Element:
    name = next(name for name in package.parts if "header" in name and name.endswith(".xml"))
    return package.xml(name)


def _texts(root: etree._Element, style: str) -> list[str]:
    return [text_of(paragraph) for paragraph in root.iter(qn("w:p")) if style_of(paragraph) == style]


_LINES = {"FirmaLinea", "FirmaLineaFinal", "FirmaLineaSola"}


@pytest.mark.parametrize("count", [1, 2, 5, 6])
def test_each_signer_has_a_line_and_the_odd_one_its_own_row(count: int) -> None:
    body = _body(dataclasses.replace(ACTA, firmas=firmas(count)))
    lines = [p for p in body.iter(qn("w:p")) if style_of(p) in _LINES]
    assert len(lines) == count
    assert (style_of(lines[-1]) == "FirmaLineaSola") == (count % 2 == 1)
    assert all(p.find(f".//{qn('w:sdt')}") is not None for p in lines)
    assert _texts(body, "FirmaNombre") == [f"Firmante{number:02}" for number in range(count)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_rows_of_the_block_keep_together_and_let_go_of_what_follows(count: int) -> None:
    word = WordFile("acta", render_package(dataclasses.replace(ACTA, firmas=firmas(count))))
    rows = word.table("TablaFirmas").findall(qn("w:tr"))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    keeps = [[word.keeps_next(p) for p in row.iter(qn("w:p"))] for row in rows]
    assert [row[0] for row in keeps[:-1]] == [True] * (len(rows) - 1)
    assert not any(keeps[-1])


@pytest.mark.parametrize("context", [ACTA, CONVOCATORIA], ids=["acta", "convocatoria"])
def test_no_tag_and_no_blank_paragraph_is_left(context: ActaContext | ConvocatoriaContext) -> None:
    package = render_package(context)
    for root in (package.xml("word/document.xml"), _header(package)):
        paragraphs = list(root.iter(qn("w:p")))
        assert paragraphs
        assert [text_of(p) for p in paragraphs if style_of(p) == TAG_STYLE or "{" in text_of(p)] == []
        assert [style_of(p) for p in paragraphs if not text_of(p)] == []


def test_empty_sections_leave_no_heading() -> None:
    body = _body(ACTA)
    assert _texts(body, "EncabezadoApartado") == [
        "Lista de asistencia",
        "Quórum legal",
        "Orden del día",
        "Clausura",
    ]
    assert [table_style(table) for table in body.iter(qn("w:tbl"))] == ["TablaAsistencia"]


def test_full_sections_have_theirs() -> None:
    context = dataclasses.replace(
        ACTA,
        desahogo=(punto(1, bloque("parrafo", "Se expone.")),),
        firmas=firmas(2),
        anexos=(Anexo("1.", as_prose("Dictamen"), as_prose("(3 fojas)")),),
    )
    body = _body(context)
    assert _texts(body, "EncabezadoApartado")[3:] == [
        "Desahogo del orden del día",
        "Clausura",
        "Anexos",
        "Firmas",
    ]
    assert _texts(body, "PuntoOrdenDia") == ["Punto 1. Asunto."]
    assert _texts(body, "PuntoEnlistado")[-1] == "1.Dictamen (3 fojas)"


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        ("parrafo", "TextoActa"),
        ("intervencion", "Intervencion"),
        ("incidencia", "Incidencia"),
        ("votacion", "Votacion"),
        ("acuerdo", "Acuerdo"),
    ],
)
@pytest.mark.parametrize("place", ["previos", "bloques"])
def test_each_kind_of_block_has_its_look_before_and_within_a_point(kind: str, style: str, place: str) -> None:
    block = bloque(kind, "Lo que ocurrió.", rotulo="Quien sea:")
    point = punto(1, block) if place == "bloques" else punto(1, previos=(block,))
    body = _body(dataclasses.replace(ACTA, desahogo=(point,)))
    assert "Quien sea: Lo que ocurrió." in _texts(body, style)
    runs = [run for run in body.iter(qn("w:r")) if "Quien sea" in text_of(run)]
    assert [run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None for run in runs] == [True]


def test_votes_by_name_make_a_table_under_their_sentence() -> None:
    votes = (FilaVoto(as_prose("Ana"), as_prose("A favor")), FilaVoto(as_prose("Eva"), as_prose("En contra")))
    block = bloque("votacion", "Se aprueba por mayoría.", votos=votes)
    body = _body(dataclasses.replace(ACTA, desahogo=(punto(1, block),)))
    table = next(table for table in body.iter(qn("w:tbl")) if table_style(table) == "TablaVotacion")
    assert len(table.findall(qn("w:tr"))) == 1 + len(votes)
    before = table.getprevious()
    assert before is not None
    assert text_of(before) == "Se aprueba por mayoría."
    assert [style_of(p) for p in table.iter(qn("w:p"))][2:] == ["TextoVotacion"] * 2 + ["TextoTabla"] * 2


@pytest.mark.parametrize(
    ("ejemplo", "estado", "mark"),
    [
        ("", "", []),
        ("EJEMPLO", "", ["EJEMPLO"]),
        ("", "BORRADOR", ["BORRADOR"]),
        ("EJEMPLO", "BORRADOR", ["EJEMPLO · BORRADOR"]),
    ],
)
def test_header_says_what_is_not_definitive(ejemplo: str, estado: str, mark: list[str]) -> None:
    membrete = dataclasses.replace(ACTA.membrete, ejemplo=ejemplo, estado=estado)
    header = _header(render_package(dataclasses.replace(ACTA, membrete=membrete)))
    assert _texts(header, "EncabezadoMarca") == mark


def test_letter_has_one_line_per_copy() -> None:
    context = dataclasses.replace(CONVOCATORIA, copias=(as_prose("Ana."), as_prose("Eva.")))
    assert _texts(_body(context), "Copia") == ["C. c. p.Ana.", "C. c. p.Eva."]
    assert _texts(_body(CONVOCATORIA), "Copia") == []


def test_letter_without_documents_has_no_heading_for_them() -> None:
    context = dataclasses.replace(CONVOCATORIA, documentos=(), despedida=Prose(("Adiós.",)))
    assert _texts(_body(context), "EncabezadoApartado") == ["Orden del día"]
