"""The whole engine: every word in order, the same bytes, what it refuses and what it says."""

from __future__ import annotations

import io

import pikepdf
import pytest

from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput
from tests.pdf.gallery import SENTENCE, field, gallery, inline_picture, png, prose, row, section, table
from tests.support.docx_builder import Docx, docx, paragraphs
from tests.support.pdf_text import page_texts, pages_of_words


def codes(data: bytes) -> set[str]:
    return {problem.code for problem in convert(data).problems}


def words(data: bytes) -> list[str]:
    return [word for page in pages_of_words(convert(data).data) for word in page]


@pytest.mark.parametrize("name", ["prose", "lists", "tabs", "table_pages", "landscape", "pictures"])
def test_gives_the_same_bytes_twice(name: str) -> None:
    data = gallery()[name].build()
    assert convert(data).data == convert(data).data


def test_draws_every_word_in_order_with_accents() -> None:
    text = "Año electoral: ¿votó la Consejería? «Sí», señaló Peña & Cía <abc> — 30 ½ n.º 5"
    assert words(docx(paragraphs(text, SENTENCE, "pingüino Ñandú"))) == [
        *text.split(), *SENTENCE.split(), "pingüino", "Ñandú",
    ]  # fmt: skip


def test_embeds_every_font_and_maps_it_to_unicode() -> None:
    data = docx('p/(r/(rPr/b,t"negrita"),r/(rPr/i,t"cursiva"),r/t"llana")')
    with pikepdf.open(io.BytesIO(convert(data).data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert len(fonts) == 3
        for font in fonts:
            assert "+Caladea" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_takes_title_and_language_from_the_document() -> None:
    data = Docx(paragraphs("x"), title="Acta de la tercera sesión").build()
    with pikepdf.open(io.BytesIO(convert(data).data)) as pdf:
        assert str(pdf.docinfo.Title) == "Acta de la tercera sesión"
        assert str(pdf.Root.Lang) == "es-MX"


def test_content_and_fonts_are_not_compressed() -> None:
    """What deflate gives depends on the machine's zlib."""
    with pikepdf.open(io.BytesIO(convert(docx(prose(3))).data)) as pdf:
        assert not [
            stream for stream in pdf.objects if isinstance(stream, pikepdf.Stream) and "/Filter" in stream
        ]


def test_counts_pages_in_header_and_footer() -> None:
    footer = f'p/(r/t"Página ",{field(" PAGE ")},r/t" de ",fldSimple{{instr=NUMPAGES}}/r/t"7")'
    body = prose(20) + "," + section(extra="footerReference{type=default,r:id=footer1}")
    texts = page_texts(convert(Docx(body, headers={"footer1": footer}).build()).data)
    assert len(texts) == 3
    for number, text in enumerate(texts, 1):
        assert text.rstrip().endswith(f"Página {number} de 3")


def test_page_numbers_restart_in_their_own_format() -> None:
    footer = f"p/({field(' PAGE ')})"
    numbers = "footerReference{type=default,r:id=footer1}"
    first = section(extra=numbers).replace("pgSz", "pgNumType{fmt=lowerRoman},pgSz", 1)
    second = section().replace("pgSz", "pgNumType{start=5},pgSz", 1)
    body = f'p/(pPr/{first},r/t"uno"),p/r/t"dos",{second}'
    texts = page_texts(convert(Docx(body, headers={"footer1": footer}).build()).data)
    assert [text.split() for text in texts] == [["uno", "i"], ["dos", "5"]]


def test_other_fields_show_their_cached_result() -> None:
    assert words(docx(f'p/(r/t"hoy ",{field(" DATE ", "30 de enero")})')) == ["hoy", "30", "de", "enero"]


def test_revisions_are_shown_as_accepted_and_comments_are_not_printed() -> None:
    data = docx(
        'p/(commentRangeStart{id=1},r/t"queda ",del{id=2}/r/delText"borrado ",ins{id=3}/r/t"nuevo",'
        "commentRangeEnd{id=1},r/commentReference{id=1})"
    )
    assert words(data) == ["queda", "nuevo"]
    assert codes(data) == {"PDF-030"}


def test_content_controls_are_transparent_and_hidden_text_is_hidden() -> None:
    data = docx('sdt/sdtContent/p/(sdt/sdtContent/r/t"dentro",r/(rPr/vanish,t"oculto"),r/t" fuera")')
    assert words(data) == ["dentro", "fuera"]


def test_the_text_of_a_text_box_is_kept() -> None:
    data = docx('p/(r/t"antes",r/pict/v:shape/v:textbox/txbxContent/p/r/t"en el cuadro"),p/r/t"después"')
    assert sorted(words(data)) == ["antes", "cuadro", "después", "el", "en"]
    assert codes(data) == set()


def test_says_which_font_was_substituted() -> None:
    problems = convert(docx('p/r/(rPr/rFonts{ascii="Fuente Inventada"},t"x")'), name="acta.docx").problems
    assert [(p.code, str(p.location), p.params["font"]) for p in problems] == [
        ("PDF-010", "acta.docx", "Fuente Inventada")
    ]


def test_says_which_character_the_font_lacks() -> None:
    data = docx(paragraphs("a漢b"))
    assert codes(data) == {"PDF-011"}
    assert words(data) == ["a漢b"]


def test_a_picture_that_is_none_is_said() -> None:
    body = f'p/({inline_picture("logo")},r/t"texto")'
    data = Docx(body, media={"logo.png": b"no es una imagen"}).build()
    assert codes(data) == {"PDF-024"}
    assert words(data) == ["texto"]


def test_a_picture_higher_than_the_page_does_not_stop() -> None:
    body = f'p/r/t"antes",p/({inline_picture("logo", 914400, 914400 * 20)}),p/r/t"después"'
    result = convert(Docx(body, media={"logo.png": png()}).build())
    assert [p.code for p in result.problems] == ["PDF-027"]
    assert [page for page in pages_of_words(result.data) if page] == [["antes"], ["después"]]


def test_a_row_higher_than_the_page_loses_no_word() -> None:
    long = " ".join(f"palabra{i}" for i in range(3000))
    for props in ("", "cantSplit"):
        data = docx(table(row(long, "b", "c", props=props)) + ",p")
        found = [word for word in words(data) if word.startswith("palabra")]
        assert found == long.split()


REFUSED = {
    "PDF-001": b"",
    "PDF-002": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "PDF-003": b"%PDF-1.7 no soy un DOCX",
    "PDF-004": docx(paragraphs("x"))[:400],
    "PDF-006": write_package({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
}


@pytest.mark.parametrize("code", REFUSED)
def test_refuses_what_is_no_word_document(code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        convert(REFUSED[code], name="acta.docx")
    assert caught.value.exit_code is ExitCode.UNREADABLE_INPUT
    assert [(p.code, str(p.location)) for p in caught.value.problems] == [(code, "acta.docx")]


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/settings.xml", "docProps/core.xml", "word/header1.xml"]
)
def test_a_missing_part_is_said_and_does_not_stop(part: str) -> None:
    body = 'p/r/t"texto",' + section(extra="headerReference{type=default,r:id=header1}")
    parts = Docx(body, headers={"header1": 'p/r/t"x"'}).parts()
    del parts[part]
    result = convert(write_package(parts))
    assert ("PDF-025", part) in [(p.code, p.params.get("part")) for p in result.problems]
    assert "texto" in page_texts(result.data)[0]


def test_impossible_margins_are_clamped_and_said() -> None:
    body = 'p/r/t"texto",sectPr/(pgSz{w=11906,h=16838},pgMar{top=9000,bottom=9000,left=9000,right=9000})'
    assert codes(docx(body)) == {"PDF-026"}
    assert words(docx(body)) == ["texto"]


def test_a_watermark_lies_behind_the_text() -> None:
    mark = 'p/r/pict/v:shape{:style="width:400pt;height:100pt;rotation:315"}/v:textpath{:string=BORRADOR}'
    body = 'p/r/t"texto",' + section(extra="headerReference{type=default,r:id=header1}")
    assert words(Docx(body, headers={"header1": mark}).build()) == ["BORRADOR", "texto"]


def test_a_floating_picture_stands_where_its_anchor_says() -> None:
    anchored = (
        inline_picture("logo")
        .replace("wp:inline{:distT=0,:distB=0,:distL=0,:distR=0}/(", "wp:anchor{:behindDoc=1}/(wp:positionH"
        '{:relativeFrom=page}/wp:posOffset"1270000",wp:positionV{:relativeFrom=page}/wp:posOffset"2540000",')
    )  # fmt: skip
    data = convert(Docx(f'p/({anchored},r/t"texto")', media={"logo.png": png()}).build()).data
    # 914400 by 457200 EMU at 100 and 200 points from the corner of an A4 page of 841.9.
    assert b"72 0 0 36 100 605.9 cm" in data
