"""Text around what floats, and text in columns: where it stands, and that none is lost."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import prose, section
from tests.pdf.gallery_columns import columns
from tests.pdf.gallery_notes import STYLES, note, reference
from tests.pdf.gallery_shapes import at, drawing, shape
from tests.support.docx_builder import Docx, docx, paragraphs
from tests.support.pdf_tags import structure
from tests.support.pdf_text import compact_pages, glyphs

SQUARE = "wrapSquare{:wrapText=bothSides}"
PAGE = 11906
# The text of an A4 page with margins of one inch, in points.
LEFT, RIGHT = 72.0, (PAGE - 1440) / 20


def words(count: int, start: int = 0) -> str:
    return " ".join(f"w{number}" for number in range(start, start + count))


def boxed(width: int, height: int, place: str, wrap: str = SQUARE) -> str:
    return drawing(shape(width, height), width, height, place=place, wrap=wrap)


def reading(data: bytes) -> list[str]:
    return structure(data).text.split()


@settings(max_examples=40, deadline=None)
@given(
    x=st.integers(-2000, 9000),
    y=st.integers(-3000, 9000),
    width=st.integers(200, 9500),
    height=st.integers(100, 9000),
    wrap=st.sampled_from(
        [SQUARE, "wrapTopAndBottom", "wrapSquare{:wrapText=left}", "wrapSquare{:wrapText=largest}"]
    ),
    down=st.sampled_from(["paragraph", "page", "margin"]),
)
def test_no_word_is_lost_or_moved_around_what_floats(
    x: int, y: int, width: int, height: int, wrap: str, down: str
) -> None:
    form = boxed(width, height, at(x, y, "column", down), wrap)
    parts = [words(150, 150 * index) for index in range(8)]
    body = [f'p/(pPr/jc{{val=both}},r/t"{text}")' for text in parts]
    body[3] = f'p/(pPr/jc{{val=both}},{form},r/t"{parts[3]}")'
    assert reading(convert(docx(",".join(body))).data) == " ".join(parts).split()


@pytest.mark.parametrize("x", [0, 2500, 6000])
def test_no_letter_stands_on_what_it_goes_around(x: int) -> None:
    data = convert(docx(f'p/({boxed(2500, 2000, at(x, 300))},r/t"{words(400)}")')).data
    left, right = LEFT + x / 20, LEFT + (x + 2500) / 20
    top, bottom = 72 + 15, 72 + 115
    on_it = [
        glyph
        for glyph in glyphs(data)[0]
        if left < glyph.x < right and top < glyph.y and glyph.y + 8 < bottom
    ]
    assert on_it == []
    beside = [glyph for glyph in glyphs(data)[0] if top < glyph.y < bottom]
    assert beside
    assert all(LEFT - 1 <= glyph.x <= RIGHT for glyph in beside)


def test_a_room_of_less_than_an_inch_stays_free() -> None:
    def lowest(width: int) -> float:
        data = convert(docx(f'p/({boxed(width, 2000, at(0, 0))},r/t"texto")')).data
        return glyphs(data)[0][0].y

    room = PAGE - 2 * 1440 - 180
    assert lowest(room - 1500) < 100 < lowest(room - 1300)


def test_tight_wrap_is_square_and_said() -> None:
    tight = "wrapTight{:wrapText=bothSides}/wp:wrapPolygon/(wp:start{:x=0,:y=0},wp:lineTo{:x=0,:y=21600})"
    result = convert(docx(f'p/({boxed(2500, 2000, at(0, 0), tight)},r/t"{words(90)}")'))
    assert [problem.code for problem in result.problems] == ["PDF-028"]
    assert glyphs(result.data)[0][0].x > LEFT + 125


def test_text_goes_around_in_a_header_and_a_cell() -> None:
    form = boxed(2000, 600, at(0, 0))
    body = paragraphs("texto") + "," + section(extra="headerReference{type=default,r:id=header1}")
    header = convert(Docx(body, headers={"header1": f'p/({form},r/t"membrete")'}).build()).data
    (first, *_) = (glyph for glyph in glyphs(header)[0] if glyph.character == "m")
    assert first.x == pytest.approx(LEFT + 100 + 9, abs=2)
    grid = "tblPr/(tblW{w=8000,type=dxa},tblLayout{type=fixed}),tblGrid/(gridCol{w=4000},gridCol{w=4000})"
    cells = f'tc/(tcPr,p/r/t"a"),tc/(tcPr,p/({form},r/t"celda"))'
    cell = convert(docx(f"tbl/({grid},tr/({cells})),p")).data
    (letter, *_) = (glyph for glyph in glyphs(cell)[0] if glyph.character == "c")
    assert letter.x == pytest.approx(LEFT + 200 + 5.4 + 100 + 9, abs=2)


@settings(max_examples=25, deadline=None)
@given(
    counts=st.lists(st.integers(1, 120), min_size=1, max_size=30),
    cols=st.sampled_from([
        "cols{num=2,space=720}", "cols{num=3,space=300,sep=1}", "cols{num=4,space=0}",
        "cols{num=2,equalWidth=0}/(col{w=2500,space=500},col{w=6026})",
        "cols{num=3,equalWidth=0}/(col{w=5000,space=200},col{w=1500,space=200},col{w=2126})",
    ]),
    kind=st.sampled_from(["continuous", "nextPage"]),
)  # fmt: skip
def test_no_word_is_lost_or_moved_in_columns(counts: list[int], cols: str, kind: str) -> None:
    starts = [sum(counts[:index]) for index in range(len(counts))]
    body = ",".join(
        f'p/(pPr/jc{{val=both}},r/t"{words(count, start)}")'
        for count, start in zip(counts, starts, strict=True)
    )
    ends = f"p/pPr/{columns(cols)}"
    document = docx(f'{body},{ends},p/r/t"fin",{columns("cols{space=720}", kind)}')
    assert reading(convert(document).data) == [*words(sum(counts)).split(), "fin"]


def test_columns_are_balanced_before_a_continuous_break_only() -> None:
    lines = ",".join(f'p/r/t"{"ab"[i >= 4]}"' for i in range(8))
    for kind, expected in (("continuous", {"a": LEFT, "b": 306.0}), ("nextPage", {"a": LEFT, "b": LEFT})):
        body = f'{lines},p/(pPr/{columns("cols{num=2,space=720}")},r/t"b"),p/r/t"c",{columns("cols{space=720}", kind)}'
        found = {glyph.character: glyph.x for glyph in glyphs(convert(docx(body)).data)[0]}
        assert {letter: found[letter] for letter in "ab"} == pytest.approx(expected, abs=12)


def test_a_column_break_in_one_column_starts_a_page() -> None:
    assert compact_pages(convert(docx('p/(r/t"a",r/br{type=column},r/t"b")')).data) == ["a", "b"]


def test_a_page_break_in_columns_starts_a_page() -> None:
    body = f'p/(r/t"a",r/br{{type=page}},r/t"b"),{columns("cols{num=2,space=720}")}'
    assert compact_pages(convert(docx(body)).data) == ["a", "b"]


def test_a_note_stands_at_the_foot_of_its_column() -> None:
    text = f'p/r/t"{words(300)}",p/(r/t"x",r/br{{type=column}},r/t"y",{reference(1)})'
    document = Docx(f"{text},{columns('cols{num=2,space=720}')}", styles=STYLES, footnotes=note(1, "Nota"))
    (letter,) = (glyph for glyph in glyphs(convert(document.build()).data)[0] if glyph.character == "N")
    assert letter.x > PAGE / 40
    assert letter.y > 740


def test_a_line_stands_between_ruled_columns_and_is_no_part_of_the_structure() -> None:
    data = convert(docx(f"{prose(4)},{columns('cols{num=2,space=720,sep=1}')}")).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"297.65" in pdf.pages[0].Contents.read_bytes()


def test_columns_that_cannot_be_are_one() -> None:
    cols = "cols{num=2,equalWidth=0}/(col{w=9000,space=9000},col{w=10})"
    assert compact_pages(convert(docx(f'p/r/t"a",{columns(cols)}')).data) == ["a"]
