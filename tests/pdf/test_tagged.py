"""The structure of the PDF is the structure of the document."""

from __future__ import annotations

import io

import pikepdf
import pytest

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import (
    PLAIN_STYLES,
    SENTENCE,
    cell,
    gallery,
    inline_picture,
    png,
    prose,
    row,
    section,
    table,
)
from tests.pdf.odd_documents import odd_documents
from tests.support.docx_builder import Docx, docx, paragraphs
from tests.support.pdf_tags import Node, outline_of, structure


def tree(document: Docx | bytes) -> Node:
    return structure(convert(document if isinstance(document, bytes) else document.build()).data)


def lines(document: Docx | bytes) -> list[str]:
    return [line.strip() for line in list(outline_of(tree(document)))[1:]]


def heading(level: int, text: str) -> str:
    return f'p/(pPr/outlineLvl{{val={level}}},r/t"{text}")'


def test_headings_paragraphs_and_no_element_for_empty_paragraphs() -> None:
    assert lines(docx(f'{heading(0, "Uno")},p,p/r/t"texto",{heading(1, "Dos")},{heading(0, "Tres")}')) == [
        "H1 «Uno»", "P «texto»", "H2 «Dos»", "H1 «Tres»",
    ]  # fmt: skip


def test_no_heading_skips_a_level() -> None:
    document = docx(f"{heading(3, 'a')},{heading(8, 'b')},{heading(0, 'c')},{heading(5, 'd')}")
    assert lines(document) == ["H1 «a»", "H2 «b»", "H1 «c»", "H2 «d»"]


def test_the_title_stands_above_the_headings() -> None:
    styles = (
        PLAIN_STYLES + ",style{type=paragraph,styleId=Ttulo}/name{val=Title}"
        ",style{type=paragraph,styleId=TituloActa}/(name{val=Acta},basedOn{val=Ttulo})"
    )
    body = f'p/(pPr/pStyle{{val=TituloActa}},r/t"Acta"),{heading(0, "Uno")},{heading(1, "Dos")}'
    assert lines(Docx(body, styles=styles)) == ["H1 «Acta»", "H2 «Uno»", "H3 «Dos»"]


def test_lists_within_lists() -> None:
    found = tree(gallery()["lists"])
    assert [node.kind for node in found.kids if isinstance(node, Node)] == ["L", "L", "L", "L"]
    outer = found.of("L")[0]
    assert outer.details == {"ListNumbering": "Decimal"}
    # Of the items of the first list, the second and the third hold lists of their own.
    inner = [[len(item.of("L")) for item in outer.kids if isinstance(item, Node)]]
    assert inner == [[0, 2, 1]]
    assert [node.details["ListNumbering"] for node in outer.of("L")[1:]] == [
        "LowerAlpha",
        "UpperRoman",
        "LowerAlpha",
    ]
    assert [node.text for node in outer.of("Lbl")] == [
        "1.",
        "2.",
        "a)",
        "b)",
        "2.b.I",
        "3.",
        "a)",
    ]
    assert outer.of("LBody")[0].text == "primero"


def test_the_number_of_a_heading_is_part_of_it() -> None:
    numbering = 'abstractNum{abstractNumId=0}/lvl{ilvl=0}/(numFmt{val=upperRoman},lvlText{val="%1."}),num{numId=1}/abstractNumId{val=0}'
    body = 'p/(pPr/(numPr/(ilvl{val=0},numId{val=1}),outlineLvl{val=0}),r/t"Antecedentes")'
    assert lines(Docx(body, numbering=numbering)) == ["H1 «I. Antecedentes»"]


def test_a_table_has_rows_headers_and_spans() -> None:
    header = f"tr/(trPr/tblHeader,{cell('ancha', 'gridSpan{val=2}')},{cell('c')})"
    body = (
        f"tr/({cell('alta', 'vMerge{val=restart}')},{cell('b')},{cell('c')})",
        f"tr/({cell('', 'vMerge')},{cell('e')},{cell('')})",
    )
    assert lines(docx(table(header, *body) + ",p")) == [
        "Table", "TR", "TH ColSpan=2 Scope=Column", "P «ancha»", "TH Scope=Column", "P «c»",
        "TR", "TD RowSpan=2", "P «alta»", "TD", "P «b»", "TD", "P «c»",
        "TR", "TD", "P «e»", "TD",
    ]  # fmt: skip


@pytest.mark.parametrize(("look", "style", "kind"), [
    (1, "tblStylePr{type=firstCol}/rPr/b", "TH Scope=Row"), (0, "tblStylePr{type=firstCol}/rPr/b", "TD"),
    (1, "tblStylePr{type=lastRow}/rPr/b", "TD"),
])  # fmt: skip
def test_the_first_column_names_the_rows_where_the_style_sets_it_apart(
    look: int, style: str, kind: str
) -> None:
    styles = f"{PLAIN_STYLES},style{{type=table,styleId=T}}/(name{{val=T}},{style})"
    properties = f"tblStyle{{val=T}},tblLook{{firstColumn={look}}}"
    assert lines(Docx(table(row("a", "b", "c"), props=properties), styles=styles))[2] == kind


def test_a_table_only_for_design_is_no_table() -> None:
    design = 'tblCaption{val=Firmas},tblDescription{val="Tabla de DISEÑO: dos firmas"}'
    assert lines(docx(table(row("a", "b", "c"), props=design) + ",p")) == ["P «a»", "P «b»", "P «c»"]


def test_a_table_says_what_it_is_called_and_what_it_shows() -> None:
    said = 'tblCaption{val=Asistencia},tblDescription{val="Quién estuvo"}'
    (found,) = tree(docx(table(row("a", "b", "c"), props=said) + ",p")).of("Table")
    assert found.details == {"T": "Asistencia", "Summary": "Quién estuvo"}


def test_header_rows_are_tagged_once_and_repeated_as_ornament() -> None:
    document = gallery()["table_pages"].build()
    data = convert(document).data
    (found,) = structure(data).of("Table")
    assert [node.text for node in found.of("TH")] == ["Nombre", "Calidad", "Asistencia"]
    assert len(found.of("TR")) == 71
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) > 2
        for page in pdf.pages[1:3]:
            assert b"/Artifact <</Type /Pagination>> BDC" in page.Contents.read_bytes()


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    long = " ".join([SENTENCE] * 60)
    found = tree(docx(paragraphs(long)))
    assert [node.text for node in found.of("P")] == [" ".join(long.split())]


def test_a_paragraph_with_a_page_break_within_is_one_element() -> None:
    assert lines(docx('p/(r/t"antes",r/br{type=page},r/t"después")')) == ["P «antesdespués»"]


def test_a_link_is_one_element_with_all_its_areas() -> None:
    data = convert(odd_documents()["links"].build()).data
    found = structure(data)
    assert [(node.text, node.areas) for node in found.of("Link")] == [("el sitio oficial", 2), ("otro", 1)]
    assert found.text == "vea el sitio oficial y otro"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        areas = list(pdf.pages[0].Annots)
        assert [str(area.Contents) for area in areas][1:] == ["https://ejemplo.mx/á?b=1&c=2", "mailto:a@b.mx"]
        owners = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        assert [str(owners[int(area.StructParent)].S) for area in areas] == ["/Link"] * 3


def test_a_picture_has_its_text_and_place() -> None:
    data = convert(
        Docx(f'p/(r/t"antes ",{inline_picture("logo")},r/t" después")', media={"logo.png": png()}).build()
    )
    (figure,) = structure(data.data).of("Figure")
    assert figure.details["Alt"] == "Logotipo"
    assert data.problems == ()
    kids = structure(data.data).of("P")[0].kids
    assert [kid.kind if isinstance(kid, Node) else kid.strip() for kid in kids] == [
        "antes",
        "Figure",
        "después",
    ]


def test_a_picture_without_text_is_said() -> None:
    picture = inline_picture("logo").replace(":descr=Logotipo", ":title=x")
    data = convert(Docx(f"p/({picture})", media={"logo.png": png()}).build())
    assert [problem.code for problem in data.problems] == ["PDF-034"]
    assert len(structure(data.data).of("Figure")) == 1


def test_a_picture_that_is_decoration_is_not_read() -> None:
    extension = "a:extLst/a:ext/a:decorative{:val=1}"  # in Word's own namespace; only the name counts
    picture = inline_picture("logo").replace(":descr=Logotipo}", ":title=x}/" + extension)
    data = convert(Docx(f'p/({picture},r/t"texto")', media={"logo.png": png()}).build())
    assert data.problems == ()
    assert list(outline_of(structure(data.data))) == ["Document", "  P «texto»"]


def test_headers_footers_and_watermark_are_no_part_of_the_structure() -> None:
    mark = 'p/(r/pict/v:shape{:style="width:400pt;height:100pt"}/v:textpath{:string=BORRADOR},r/t"membrete")'
    references = "headerReference{type=default,r:id=header1},footerReference{type=default,r:id=footer1}"
    body = 'p/r/t"texto",' + section(extra=references)
    document = Docx(body, headers={"header1": mark, "footer1": 'p/r/t"pie"'}).build()
    assert tree(document).text == "texto"
    content = convert(document).data
    for zone in (b"Watermark", b"Header", b"Footer"):
        assert b"/Artifact <</Type /Pagination /Subtype /" + zone + b">> BDC" in content


def test_leaders_and_underlines_are_not_read() -> None:
    tabs = "tabs/tab{val=right,pos=9000,leader=dot}"
    assert (
        tree(docx(f'p/(pPr/{tabs},r/(t"Uno",tab,t"7")),p/r/(rPr/u{{val=single}},t"dos")')).text == "Uno 7 dos"
    )


def test_words_of_two_lines_do_not_run_together() -> None:
    text = " ".join(f"palabra{i}" for i in range(60))
    assert tree(docx(paragraphs(text, props="jc{val=both}"))).text == text


def test_what_has_no_meaning_in_unicode_is_read_otherwise() -> None:
    content = convert(odd_documents()["private_characters"].build()).data
    assert b"/Span <</ActualText <" + "\ufeffa \ufffd b".encode("utf-16-be").hex().encode() in content


def test_the_document_says_what_it_is() -> None:
    document = Docx(paragraphs("x"), title="Acta <1> & anexo").build()
    with pikepdf.open(io.BytesIO(convert(document, name="acta-3.docx").data)) as pdf:
        assert str(pdf.Root.Lang) == "es-MX"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            assert metadata["dc:title"] == "Acta <1> & anexo" == str(pdf.docinfo.Title)
            assert metadata.pdfa_status == "2A"
            assert metadata["pdfuaid:part"] == "1"


def test_a_document_without_title_has_the_name_of_its_file() -> None:
    with pikepdf.open(io.BytesIO(convert(docx(prose(1)), name="acta-3.docx").data)) as pdf:
        assert str(pdf.docinfo.Title) == "acta-3"
