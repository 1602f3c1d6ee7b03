"""Foot- and endnotes: how they are numbered, where they stand, how they are read."""

from __future__ import annotations

import io

import pikepdf
import pytest

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import prose, section, table
from tests.pdf.gallery_notes import SENTENCE, STYLES, note, noted, reference
from tests.support.docx_builder import Docx
from tests.support.pdf_tags import outline_of, structure
from tests.support.pdf_text import compact_pages, page_texts


def marks(document: Docx) -> list[str]:
    """Return the marks of the notes, as they stand in the text."""
    return [node.text for node in structure(convert(document.build()).data).of("Reference")]


def own_marks(document: Docx) -> list[str]:
    """Return the marks of the notes, as they stand in the notes."""
    return [node.text for node in structure(convert(document.build()).data).of("Lbl")]


def four_notes(first: str, second: str, settings: str = "", pages: str = "") -> Docx:
    """Return a document of two sections with two notes in each; `pages` stands between two."""
    notes = ",".join(note(i, f"nota {i}") for i in range(1, 5))
    one = noted("a", 1) + pages + "," + noted("b", 2)
    body = f"{one},p/pPr/{section(extra=first)},{noted('c', 3, 4)},{section(extra=second)}"
    return Docx(body, styles=STYLES, footnotes=notes, settings=settings)


@pytest.mark.parametrize(("first", "second", "settings", "expected"), [
    ("", "", "", ["1", "2", "3", "4"]),
    ("", "", "footnotePr/(numFmt{val=upperRoman},numStart{val=3})", ["III", "IV", "V", "VI"]),
    ("", "footnotePr/(numFmt{val=lowerLetter},numRestart{val=eachSect})", "", ["1", "2", "a", "b"]),
    ("", "footnotePr/(numStart{val=9},numRestart{val=eachSect})", "", ["1", "2", "9", "10"]),
    ("", "", "footnotePr/(numFmt{val=chicago},numRestart{val=eachPage})", ["*", "†", "*", "†"]),
])  # fmt: skip
def test_notes_are_numbered_as_the_document_says(
    first: str, second: str, settings: str, expected: list[str]
) -> None:
    document = four_notes(first, second, settings)
    assert marks(document) == own_marks(document) == expected


def test_numbers_start_anew_on_each_page() -> None:
    document = four_notes("", "", "footnotePr/numRestart{val=eachPage}", pages=",p/r/br{type=page}")
    assert marks(document) == own_marks(document) == ["1", "1", "1", "2"]


def test_a_mark_written_by_hand_is_not_counted() -> None:
    body = (
        'p/(r/t"a",r/(footnoteReference{id=1,customMarkFollows=1},t"*")),'
        f'p/(r/t"b",{reference(2)})'
    )  # fmt: skip
    document = Docx(body, styles=STYLES, footnotes='footnote{id=1}/p/r/t"* uno",' + note(2, "dos"))
    assert [mark for mark in marks(document) if mark] == ["1"]
    assert own_marks(document) == ["1"]
    assert compact_pages(convert(document.build()).data) == ["a*b1*uno1dos"]


def test_a_reference_to_a_note_that_is_missing_is_nothing() -> None:
    assert page_texts(convert(Docx('p/(r/t"a",r/footnoteReference{id=7})').build()).data) == ["a"]


@pytest.mark.parametrize("lines", range(40, 60))
def test_a_note_starts_on_the_page_of_its_reference(lines: int) -> None:
    above = ",".join(f'p/r/t"línea {i}"' for i in range(lines))
    body = f'{above},p/(r/t"llamada",{reference(1)})'
    pages = page_texts(convert(Docx(body, styles=STYLES, footnotes=note(1, "La nota. " * 40)).build()).data)
    (page,) = [text for text in pages if "llamada1" in text]
    assert "La nota." in page


@pytest.mark.parametrize("sentences", range(20, 40))
def test_a_row_is_cut_so_that_a_note_stands_on_the_page_of_its_reference(sentences: int) -> None:
    cells = f'tc/(tcPr,p/(r/t"{SENTENCE * sentences}llamada",{reference(1)})),tc/(tcPr,p),tc/(tcPr,p)'
    body = f"{prose(3)},{table(f'tr/({cells})')},p"
    pages = page_texts(convert(Docx(body, styles=STYLES, footnotes=note(1, "La nota.")).build()).data)
    (page,) = [text for text in pages if "llamada1" in text]
    assert "La nota." in page


def test_no_word_of_a_note_over_pages_is_lost() -> None:
    words = [f"n{i}" for i in range(6000)]
    body = f"{prose(3)},{noted('a', 1)},{prose(2)}"
    document = Docx(body, styles=STYLES, footnotes=note(1, " ".join(words)))
    result = convert(document.build())
    found = [word for text in page_texts(result.data) for word in text.split() if word[:1] == "n"]
    assert [word for word in found if word[1:].isdigit()] == words
    (element,) = structure(result.data).of("Note")
    assert element.text.split() == ["1", *words]


def test_a_note_in_a_header_row_stands_once() -> None:
    head = f'tr/(trPr/tblHeader,tc/(tcPr,p/(r/t"a",{reference(1)})),tc/(tcPr,p),tc/(tcPr,p))'
    rows = ",".join(f'tr/(tc/(tcPr,p/r/t"{i}"),tc/(tcPr,p),tc/(tcPr,p))' for i in range(80))
    document = Docx(table(head + "," + rows) + ",p", styles=STYLES, footnotes=note(1, "La nota."))
    pages = page_texts(convert(document.build()).data)
    assert ["La nota." in page for page in pages] == [True, False]


def test_a_note_is_read_after_its_paragraph() -> None:
    document = Docx(f'{noted("texto", 1)},p/r/t"fin"', styles=STYLES, footnotes=note(1, "uno", "dos"))
    data = convert(document.build()).data
    assert [line.strip() for line in outline_of(structure(data))][2:] == [
        "Reference «1»", "Note", "P «uno»", "Lbl «1»", "P «dos»", "P «fin»",
    ]  # fmt: skip
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert str(names[0]) == str(names[1].ID)
        assert str(names[1].S) == "/Note"


def test_endnotes_stand_at_the_end_of_the_document_or_of_their_section() -> None:
    notes = ",".join(note(i, f"nota {i}", kind="endnote") for i in (1, 2))
    body = (
        f'p/(r/t"a",{reference(1, "endnote")}),p/pPr/{section()},'
        f'p/(r/t"b",{reference(2, "endnote")}),p/r/t"c",{section()}'
    )
    last = compact_pages(convert(Docx(body, styles=STYLES, endnotes=notes).build()).data)
    assert last == ["ai", "biicinota1iinota2"]
    document = Docx(body, styles=STYLES, endnotes=notes, settings="endnotePr/pos{val=sectEnd}")
    each = compact_pages(convert(document.build()).data)
    assert each == ["aiinota1", "biiciinota2"]
    assert len(structure(convert(document.build()).data).of("Note")) == 2
