"""The signature block neither splits nor stands alone on a page."""

from __future__ import annotations

import pytest
from lxml import etree

from cotaprep_docs.ooxml.names import qn
from tests.templates.wordfiles import TAG_STYLE, WordFile, attribute, load, style_of, text_of


def _printed(paragraphs: list[etree._Element]) -> list[etree._Element]:
    return [paragraph for paragraph in paragraphs if style_of(paragraph) != TAG_STYLE]


def test_closing_lines_come_with_the_block() -> None:
    acta = load("acta")
    before = _printed(list(acta.table("TablaFirmas").itersiblings(qn("w:p"), preceding=True)))
    heading, formula, closing = before[:3]
    assert style_of(heading) == "EncabezadoApartado"
    assert text_of(formula) == "{{ formula }}"
    assert "{{ hojas }}" in text_of(closing)
    assert acta.keeps_next(formula)
    assert acta.keeps_next(heading)
    assert acta.keeps_next(closing)


def test_sheets_are_counted_by_fields_in_figure_and_words() -> None:
    paragraph = next(p for p in load("acta").body.iter(qn("w:p")) if "{{ hojas }}" in text_of(p))
    codes = [(code.text or "").strip() for code in paragraph.iter(qn("w:instrText"))]
    assert codes == ["NUMPAGES", r"NUMPAGES \* CardText"]


def test_letter_keeps_its_farewell_with_the_signature() -> None:
    letter = load("convocatoria")
    before = letter.table("TablaFirmas").getprevious()
    assert before is not None
    assert text_of(before) == "{{ despedida }}"
    assert letter.keeps_next(before)
    assert len(letter.table("TablaFirmas").findall(qn("w:tr"))) == 1


@pytest.mark.parametrize("name", ["acta", "convocatoria"])
def test_no_table_row_of_titles_ends_a_page(name: str) -> None:
    word: WordFile = load(name)
    titles = [p for p in word.body.iter(qn("w:p")) if style_of(p) == "EncabezadoTabla"]
    assert titles
    assert all(word.keeps_next(p) for p in titles)


def test_left_margin_has_room_for_rubricas() -> None:
    centimetre = 567
    for name in ("acta", "convocatoria", "membrete"):
        margins = next(load(name).body.iter(qn("w:pgMar")))
        assert int(attribute(margins, "w:left")) >= 3 * centimetre
