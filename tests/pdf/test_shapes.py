"""Text boxes and shapes: what is drawn where, and how it is read."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import field, row, section, table
from tests.pdf.gallery_shapes import at, drawing, shape
from tests.support.docx_builder import Docx, docx
from tests.support.pdf_tags import outline_of, structure
from tests.support.pdf_text import glyphs, pages_of_words

WORD = 'p/r/t"dentro"'


def lines(document: bytes) -> list[str]:
    return [line.strip() for line in list(outline_of(structure(convert(document).data)))[1:]]


def paths(document: bytes) -> list[tuple[int, ...]]:
    """Return the boxes of what is drawn in lines, in twips from the upper left corner."""
    with pypdfium2.PdfDocument(convert(document).data) as pdf:
        height = pdf[0].get_height()
        found = []
        for item in pdf[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            box = (left, height - top, right - left, top - bottom)
            found.append(tuple(round(side * 20) for side in box))
        return found


def test_a_floating_box_stands_where_it_says_with_its_insets() -> None:
    box = drawing(shape(3000, 900, text=WORD), 3000, 900, place=at(2000, 3000, "page", "page"))
    document = docx(f'p/({box},r/t"ancla")')
    ((left, top, width, height),) = paths(document)
    # pdfium adds the width of the line, 15 twips, on each side.
    assert (left, top) == pytest.approx((2000 - 15, 3000 - 15), abs=2)
    assert (width, height) == pytest.approx((3000 + 30, 900 + 30), abs=2)
    (first, *_) = (glyph for glyph in glyphs(convert(document).data)[0] if glyph.character == "d")
    assert first.x * 20 == pytest.approx(2000 + 144, abs=15)
    assert 3000 + 72 < first.y * 20 < 3000 + 72 + 100


@pytest.mark.parametrize(
    ("anchor", "low", "high"), [("t", 3072, 3200), ("ctr", 3350, 3500), ("b", 3590, 3750)]
)
def test_text_stands_at_the_top_in_the_middle_or_at_the_foot(anchor: str, low: int, high: int) -> None:
    body = f"wps:bodyPr{{:anchor={anchor}}}/a:noAutofit"
    box = drawing(shape(3000, 900, text=WORD, body=body), 3000, 900, place=at(2000, 3000, "page", "page"))
    (first, *_) = (g for g in glyphs(convert(docx(f"p/({box})")).data)[0] if g.character == "d")
    assert low < first.y * 20 < high


def test_a_box_grows_with_its_text() -> None:
    body = "wps:bodyPr/a:spAutoFit"
    one, two = (
        paths(docx(f"p/({drawing(shape(3000, 100, text=text, body=body), 3000, 100)})"))[0][3]
        for text in (WORD, WORD + "," + WORD)
    )
    assert two - one == pytest.approx(258, abs=2)


def test_a_box_is_read_after_its_paragraph() -> None:
    box = drawing(shape(3000, 900, text=WORD), 3000, 900, place=at(0, 0))
    assert lines(docx(f'p/(r/t"antes",{box}),p/r/t"después"')) == ["P «antes»", "P «dentro»", "P «después»"]


def test_a_box_within_a_box_stands_in_its_line() -> None:
    inner = drawing(shape(900, 400, text='p/r/t"hondo"'), 900, 400, place=at(0, 0))
    box = drawing(shape(3000, 900, text=f'p/(r/t"dentro",{inner})'), 3000, 900, place=at(0, 0))
    assert lines(docx(f'p/(r/t"antes",{box})')) == ["P «antes»", "P «dentro»", "P «hondo»"]


def test_a_box_in_a_header_shows_the_page_and_is_no_part_of_the_structure() -> None:
    box = drawing(shape(3000, 900, text=f"p/({field(' PAGE ')})"), 3000, 900, place=at(0, 0, "page", "page"))
    body = 'p/(r/t"a",r/br{type=page},r/t"b"),' + section(extra="headerReference{type=default,r:id=header1}")
    data = convert(Docx(body, headers={"header1": f"p/({box})"}).build()).data
    assert [sorted(words) for words in pages_of_words(data)] == [["1", "a"], ["2", "b"]]
    assert structure(data).text == "ab"


def test_a_box_in_a_repeated_row_is_read_once() -> None:
    box = drawing(shape(1500, 400, text=WORD), 1500, 400, place=at(0, 0))
    head = f'tr/(trPr/tblHeader,tc/(tcPr,p/(r/t"a",{box})),tc/(tcPr,p),tc/(tcPr,p))'
    data = convert(docx(table(head, *(row(str(i), "b", "c") for i in range(80))) + ",p")).data
    assert structure(data).text.count("dentro") == 1
    assert ["dentro" in words for words in pages_of_words(data)] == [True, True]


@pytest.mark.parametrize("kind", ["rect", "roundRect", "ellipse", "line", "straightConnector1"])
def test_simple_shapes_are_drawn_and_not_read(kind: str) -> None:
    document = docx(f'p/({drawing(shape(900, 700, kind=kind), 900, 700, place=at(100, 100))},r/t"a")')
    assert len(paths(document)) == 1
    assert lines(document) == ["P «a»"]
    assert convert(document).problems == ()


def test_a_shape_that_says_what_it_shows_is_a_figure() -> None:
    form = drawing(shape(900, 700, kind="ellipse"), 900, 700, attributes=',:descr="Sello"')
    assert lines(docx(f"p/({form})")) == ["P", "Figure Alt=Sello"]


def test_other_shapes_are_said_and_their_text_is_kept() -> None:
    document = docx(f"p/({drawing(shape(2000, 700, kind='rightArrow', text=WORD), 2000, 700)})")
    assert [problem.code for problem in convert(document).problems] == ["PDF-020"]
    assert lines(document)[-1] == "P «dentro»"


def test_the_text_of_a_group_is_kept_after_its_paragraph() -> None:
    group = f"r/pict/v:group/v:rect/v:textbox/txbxContent/({WORD})"
    document = docx(f'p/(r/t"antes",{group}),p/r/t"después"')
    assert [problem.code for problem in convert(document).problems] == ["PDF-021"]
    assert lines(document) == ["P «antes»", "P «dentro»", "P «después»"]


@pytest.mark.parametrize("vml", [
    'v:rect{:style="width:90pt;height:40pt",:fillcolor=red}',
    'v:oval{:style="width:90pt;height:40pt"}',
    'v:roundrect{:style="width:90pt;height:40pt",:filled=f}',
    'v:line{:style="position:absolute",:from="0,0",:to="90pt,40pt"}',
])  # fmt: skip
def test_old_shapes_are_drawn(vml: str) -> None:
    ((_, _, width, height),) = paths(docx(f"p/r/pict/{vml}"))
    assert (width, height) == pytest.approx((1800, 800), abs=80)


def test_colours_come_from_the_theme() -> None:
    plain = shape(900, 700, fill="FF0000")
    themed = plain.replace("a:srgbClr{:val=FF0000}", "a:schemeClr{:val=accent1}/a:lumMod{:val=50000}")
    content = convert(docx(f"p/({drawing(themed, 900, 700)})")).data
    assert b".12549 .219608 .392157 rg" in content  # half as light as 4472C4 of Office
