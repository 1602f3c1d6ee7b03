"""Fields: what is computed, what stays as it was written, where links lead."""

from __future__ import annotations

import io

import pikepdf
import pytest

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import (
    HEADING_STYLES,
    LISTS,
    field,
    gallery,
    heading,
    item,
    live,
    marked,
    prose,
    section,
)
from tests.support.docx_builder import Docx
from tests.support.pdf_links import links
from tests.support.pdf_tags import structure
from tests.support.pdf_text import page_texts, pages_of_words
from tests.support.validators import broken_rules


def alone(instruction: str, cached: str = "9") -> str:
    """Return a paragraph with nothing but a field."""
    return f"p/({live(instruction, cached)})"


def shown(body: str, **parts: str) -> str:
    """Return the words of a document of one page."""
    (page,) = page_texts(convert(Docx(body, **parts).build()).data)  # type: ignore[arg-type]
    return " ".join(page.split())


def codes(body: str) -> list[tuple[str, dict[str, str]]]:
    return [(p.code, dict(p.params)) for p in convert(Docx(body).build()).problems]


@pytest.mark.parametrize(
    ("instruction", "result"),
    [
        ("DATE", "30 de enero"),
        (r"TIME \@ HH:mm", "12:05"),
        ("SAVEDATE", "1 de mayo"),
        ("FILENAME", "acta.docx"),
        ("AUTHOR", "Alguien"),
        ("= 2 + 2", "5"),
        ('IF 1 = 1 "sí" "no"', "no"),
    ],
)
def test_what_depends_on_a_clock_or_a_file_stays_as_it_was_written(instruction: str, result: str) -> None:
    assert shown(alone(instruction, result)) == result
    assert shown(f'p/fldSimple{{instr={_quoted(instruction)}}}/r/t"{result}"') == result


def _quoted(instruction: str) -> str:
    return '"' + instruction.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.mark.parametrize(
    ("switch", "result"),
    [
        ("", "1"), (r"\* roman", "i"), (r"\* ROMAN", "I"), (r"\* ALPHABETIC", "A"), (r"\* CardText", "uno"),
        (r"\* OrdText", "primero"), (r"\* CardText \* Upper", "UNO"), (r"\* CardText \* FirstCap", "Uno"),
        (r"\* Ordinal", "1.º"), (r"\* Arabic \* MERGEFORMAT", "1"),
    ],
)  # fmt: skip
def test_formats_of_numbers_are_in_spanish(switch: str, result: str) -> None:
    for name in ("PAGE", "SEQ Tabla"):
        assert shown(alone(f"{name} {switch}")) == result


def seq(*instructions: str) -> str:
    return shown(",".join(alone(instruction) for instruction in instructions))


def test_sequences_count_each_name_by_itself() -> None:
    assert seq("SEQ Tabla", "SEQ Figura", "SEQ Tabla", "SEQ tabla") == "1123"


def test_sequences_reset_repeat_and_hide() -> None:
    assert seq("SEQ a", r"SEQ a \r 7", r"SEQ a \c", r"SEQ a \h", r"SEQ a \n") == "1779"


def test_sequences_start_again_at_headings() -> None:
    one = alone(r"SEQ Tabla \s 1")
    body = ",".join((heading("Uno"), one, one, heading("Dos"), one))
    assert shown(body, styles=HEADING_STYLES).split() == ["Uno", "1", "2", "Dos", "1"]


def test_a_reference_says_what_its_bookmark_holds_now() -> None:
    place = _mark("plazo", "cinco días")
    assert shown(f"p/({place}),{alone('REF plazo', 'tres días')}") == "cinco días cinco días"


def test_a_reference_keeps_its_own_formatting_while_it_says_the_same() -> None:
    result = 'r/(rPr/b,t"cinco "),r/(rPr/i,t"días")'
    reference = field(" REF plazo ", "@").replace('r/t"@"', result)
    with pikepdf.open(
        io.BytesIO(convert(Docx(f"p/({_mark('plazo', 'cinco días')}),p/({reference})").build()).data)
    ) as pdf:
        assert len(pdf.pages[0].Resources.Font) == 3


def _mark(name: str, text: str, number: int = 1) -> str:
    return marked(name, number, f'r/t"{text}"')


def test_references_to_numbers_and_places() -> None:
    listed = (
        item("primero")
        + ","
        + item("segundo")
        .replace("r/t", "bookmarkStart{id=4,name=dos},r/t")
        .replace('"segundo"', '"segundo",bookmarkEnd{id=4}')
    )
    before, after = live(r" REF dos \n \h ", "x"), live(r" REF dos \p ", "x")
    assert shown(f"p/({before}),p/({after}),{listed},p/({after})", numbering=LISTS) == (
        "2 más adelante 1. primero 2. segundo más arriba"
    )


def test_a_lost_bookmark_keeps_the_cached_result_and_is_said() -> None:
    body = f"p/({live(' REF nada ', 'lo que decía')}),p/({live(' PAGEREF nunca ', '8')})"
    assert shown(body) == "lo que decía 8"
    assert codes(body) == [("PDF-060", {"marcador": "nada"}), ("PDF-060", {"marcador": "nunca"})]


def test_page_references_are_computed_and_follow_the_section() -> None:
    start = section().replace("pgSz", "pgNumType{fmt=lowerRoman,start=3},pgSz", 1)
    own, words = live("PAGEREF fin", "1"), live(r"PAGEREF fin \* CardText", "1")
    body = f'p/({own},r/t" y ",{words}),p/(pPr/pageBreakBefore,{_mark("fin", "final")}),{start}'
    assert pages_of_words(convert(Docx(body).build()).data) == [["iv", "y", "cuatro"], ["final"]]


def test_the_page_of_a_bookmark_in_the_middle_of_a_long_paragraph() -> None:
    long = "palabra " * 1500
    body = f'{alone("PAGEREF fin")},p/(r/t"{long}",{_mark("fin", "final")})'
    pages = pages_of_words(convert(Docx(body).build()).data)
    assert len(pages) > 1
    assert pages[0][0] == str(len(pages))


def test_links_within_the_document_lead_to_their_page() -> None:
    far = f"p/(pPr/pageBreakBefore,{_mark('lejos', 'lejos')})"
    for link in (
        'hyperlink{anchor=lejos}/r/t"véase"',
        live(r' HYPERLINK \l "lejos" ', "véase"),
        live(r" REF LEJOS \h ", "lejos"),
        live(r" PAGEREF lejos \h ", "2"),
    ):
        data = convert(Docx(f"p/({link}),{far}").build()).data
        assert links(data) == [(0, "página 2")]
        (element,) = structure(data).of("Link")
        assert element.areas == 1


def test_a_link_field_leads_to_its_address() -> None:
    data = convert(Docx(alone('HYPERLINK "https://ine.mx/"', "INE")).build()).data
    assert links(data) == [(0, "https://ine.mx/")]
    assert [element.text for element in structure(data).of("Link")] == ["INE"]


def test_a_link_to_nowhere_is_text_and_is_said() -> None:
    body = 'p/hyperlink{anchor=nada}/r/t"véase"'
    assert links(convert(Docx(body).build()).data) == []
    assert codes(body) == [("PDF-061", {"destino": "nada"})]


def test_running_titles_say_what_the_page_shows() -> None:
    texts = pages_of_words(convert(gallery()["running_titles"].build()).data)
    bodies = [" ".join(page[2:]) for page in texts]
    current = "1"
    for page, body in zip(texts, bodies, strict=True):
        starts = [n for n in "1234" if f"Capítulo {n}" in body]
        assert page[:2] == ["Capítulo", starts[0] if starts else current]
        current = starts[-1] if starts else current


def test_a_running_title_may_be_the_last_or_the_number() -> None:
    numbered = heading("Uno", listed=True) + "," + heading("Dos")
    last = live(r' STYLEREF "Título 1" \l ', "x")
    number = live(r" STYLEREF 1 \n ", "x")
    header = f'p/({last},r/t" ",{number})'
    document = Docx(
        f"{numbered},{section(extra='headerReference{type=default,r:id=header1}')}",
        styles=HEADING_STYLES,
        numbering=LISTS,
        headers={"header1": header},
    )
    assert page_texts(convert(document.build()).data)[0].split()[:2] == ["Dos", "1"]


def test_a_field_that_nobody_knows_shows_its_cached_result() -> None:
    assert shown(f'p/({live("INVENTADO a b c", "texto")},r/t" fin")') == "texto fin"


def test_prose_needs_one_pass_only() -> None:
    assert convert(Docx(prose(2)).build()).references == {}


def test_a_link_to_a_place_that_is_not_drawn_is_text() -> None:
    """A bookmark between the cells of a row stands at no text."""
    place = "tbl/(tblGrid/gridCol{w=2000},tr/(bookmarkStart{id=1,name=lejos},tc/p))"
    for link in ('p/hyperlink{anchor=lejos}/r/t"véase"', alone(r"PAGEREF lejos \h")):
        data = convert(Docx(f"{link},{place},p").build()).data
        assert links(data) == []
        assert [node.kind for node in structure(data).walk()].count("Span") == 1
        assert broken_rules(data) == []
