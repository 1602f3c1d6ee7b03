"""Tables of contents: rebuilt from the headings, with the pages of our layout, and written back."""

from __future__ import annotations

import pytest

from cotaprep_docs.app.paginas import settle_pages
from cotaprep_docs.ooxml.field_tree import find_fields
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.pdf.fields.refresh import refresh_docx
from tests.pdf.gallery import HEADING_STYLES, LISTS, caption, contents, gallery, heading, live, marked, prose
from tests.support.docx_builder import Docx, paragraphs
from tests.support.pdf_links import links, outline_entries
from tests.support.pdf_tags import structure
from tests.support.pdf_text import pages_of_words

PLACEHOLDER = "Aquí va el índice"


def toc(instruction: str = r'TOC \o "1-3" \h \z \u') -> str:
    """Return a table of contents as a template has it: one paragraph that says nothing yet."""
    return f"p/(pPr/pStyle{{val=TDC1}},{live(instruction, PLACEHOLDER)})"


CHAPTERS = ",".join(
    ",".join((heading(f"Capítulo {i}"), prose(6), heading(f"Apartado {i}.1", 2), prose(3)))
    for i in range(1, 9)
)
REPORT = Docx(f"{paragraphs('Índice')},{toc()},{CHAPTERS}", styles=HEADING_STYLES)


def lines(docx: bytes) -> list[tuple[str, str, str]]:
    """Return style, text and page of each cached line of the tables of contents of a DOCX."""
    root = read_package(docx).xml("word/document.xml")
    found = []
    for paragraph in root.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or not style.get(qn("w:val"), "").startswith(("TDC", "Tablade")):
            continue
        words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        page = "".join(f.result for f in find_fields(paragraph) if f.instruction.name == "PAGEREF")
        found.append((style.get(qn("w:val"), ""), words.removesuffix(page), page))
    return found


def test_a_template_s_placeholder_becomes_the_headings_with_their_pages() -> None:
    settled = settle_pages(REPORT.build(), "informe.docx")
    written = lines(settled.docx)
    assert [line[:2] for line in written] == [
        (f"TDC{level}", text)
        for i in range(1, 9)
        for level, text in ((1, f"Capítulo {i}"), (2, f"Apartado {i}.1"))
    ]
    texts = [" ".join(page) for page in pages_of_words(settled.pdf.data)]
    for _, text, page in written:
        assert text in texts[int(page) - 1]
    assert PLACEHOLDER not in texts[0]


def test_contents_and_outline_agree() -> None:
    settled = settle_pages(REPORT.build(), "informe.docx")
    assert [(text, int(page)) for _, text, page in lines(settled.docx)] == outline_entries(settled.pdf.data)


def test_what_is_written_back_gives_the_same_pdf_and_itself() -> None:
    settled = settle_pages(REPORT.build(), "informe.docx")
    again = settle_pages(settled.docx, "informe.docx")
    assert again.docx == settled.docx
    assert again.pdf.data == settled.pdf.data == convert(settled.docx, name="informe.docx").data
    assert settle_pages(REPORT.build(), "informe.docx").docx == settled.docx


def test_a_current_table_of_contents_keeps_its_formatting() -> None:
    docx = gallery()["contents"].build()
    assert refresh_docx(docx) is docx


def test_one_heading_changed_rebuilds_the_lines() -> None:
    stale = contents(r'TOC \o "1-1" \h', (1, "Antes", "_Toc1", "9"), (1, "Ya no está", "_Toc2", "9"))
    body = f"{stale},{heading('Ahora', 1, '_Toc1', 1)}"
    docx = settle_pages(Docx(body, styles=HEADING_STYLES).build(), "x.docx").docx
    assert lines(docx) == [("TDC1", "Ahora", "1")]
    assert not convert(docx).problems


def test_contents_longer_than_a_page_push_what_they_list() -> None:
    many = ",".join(heading(f"Título número {i}") + "," + paragraphs(f"texto {i}") for i in range(1, 121))
    settled = settle_pages(Docx(f"{toc()},{many}", styles=HEADING_STYLES).build(), "x.docx")
    texts = [" ".join(page) + " " for page in pages_of_words(settled.pdf.data)]
    last = lines(settled.docx)[-1]
    assert f"texto {120} " in texts[int(last[2]) - 1]
    assert int(lines(settled.docx)[0][2]) > 2


def test_numbers_of_headings_stand_before_their_text() -> None:
    numbered = heading("Antecedentes", listed=True)
    document = Docx(f"{toc()},{numbered}", styles=HEADING_STYLES, numbering=LISTS)
    data = settle_pages(document.build(), "x.docx").pdf.data
    first = pages_of_words(data)[0]
    assert first[:2] == ["1.", "Antecedentes"]
    assert outline_entries(data) == [("1. Antecedentes", 1)]


@pytest.mark.parametrize(
    ("instruction", "texts"),
    [
        (r'TOC \o "1-1"', ["Uno"]),
        (r'TOC \o "2-2"', ["Dos"]),
        (r'TOC \o "1-2"', ["Uno", "Dos"]),
        (r"TOC \u", ["Uno", "Dos", "Directo"]),
        (r'TOC \t "heading 2;1"', ["Dos"]),
        (r'TOC \b parte \o "1-9"', ["Dos"]),
        (r'TOC \c "Tabla"', ["Tabla 1. Casillas"]),
        (r'TOC \a "Tabla"', ["Casillas"]),
    ],
)
def test_switches_say_what_is_listed(instruction: str, texts: list[str]) -> None:
    part = heading("Dos", 2, "parte", 77)
    body = ",".join(
        (toc(instruction), heading("Uno"), part, 'p/(pPr/outlineLvl{val=1},r/t"Directo")',
         caption("Tabla", 1, "Casillas", "_Ref1"))
    )  # fmt: skip
    docx = refresh_docx(Docx(body, styles=HEADING_STYLES).build())
    assert [text for _, text, _ in lines(docx)] == texts


def test_a_table_of_contents_without_pages_or_tabs() -> None:
    body = toc(r"TOC \o \n") + "," + heading("Uno")
    assert lines(refresh_docx(Docx(body, styles=HEADING_STYLES).build())) == [("TDC1", "Uno", "")]


def test_nothing_to_list_is_said_and_changes_nothing() -> None:
    docx = Docx(f"{toc()},{prose(1)}", styles=HEADING_STYLES).build()
    assert refresh_docx(docx) is docx
    assert [problem.code for problem in convert(docx).problems] == ["PDF-062"]


def test_lines_are_tagged_and_lead_to_their_page() -> None:
    data = settle_pages(REPORT.build(), "informe.docx").pdf.data
    top = structure(data)
    outer = [kid for kid in top.kids if not isinstance(kid, str) and kid.kind == "TOC"]
    assert len(outer) == 1
    items = outer[0].of("TOCI")
    assert len(items) == 16
    for entry in items:
        (reference,) = [kid for kid in entry.kids if not isinstance(kid, str) and kid.kind == "Reference"]
        assert [node.kind for node in reference.walk()] == ["Reference", "Link"]
    pages = [f"página {page}" for _, page in outline_entries(data)]
    assert sorted({target for _, target in links(data)}) == sorted(set(pages))


def test_word_s_own_form_is_current_whatever_bookmarks_a_heading_has_besides() -> None:
    """In a content control, and with the bookmark of an older table in the same heading."""
    old = contents(r'TOC \o "1-1" \h \z \u', (1, "Uno", "_Toc2", "1"))
    control = f'sdt/(sdtPr/docPartObj/docPartGallery{{val="Table of Contents"}},sdtContent/({old}))'
    run = marked("_Toc1", 1, marked("_Toc2", 2, 'r/t"Uno"'))
    docx = Docx(f"{control},p/(pPr/pStyle{{val=Ttulo1}},{run})", styles=HEADING_STYLES).build()
    assert refresh_docx(docx) is docx
    renamed = Docx(
        f"{control},p/(pPr/pStyle{{val=Ttulo1}},{run.replace('Uno', 'Otro')})", styles=HEADING_STYLES
    )
    assert [line[:2] for line in lines(refresh_docx(renamed.build()))] == [("TDC1", "Otro")]


def test_a_locked_table_of_contents_stays() -> None:
    locked = toc().replace("fldChar{fldCharType=begin}", "fldChar{fldCharType=begin,fldLock=1}")
    docx = Docx(f"{locked},{heading('Uno')}", styles=HEADING_STYLES).build()
    assert refresh_docx(docx) is docx
