"""The marks of lists: read from a Word file, written and read again, they say the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.pdf.reader.numbering import read_numbering
from cotaprep_docs.pdf.reader.properties import ThemeFonts
from cotaprep_docs.prose.prose import Elemento, Lista, Prose
from cotaprep_docs.templating.lists import ListWriter
from cotaprep_docs.templating.numbering import Numbering
from cotaprep_docs.templating.parts import CONTENT_TYPES, ContentTypes
from cotaprep_docs.templating.values import Item
from cotaprep_docs.trackers.pasajes import split_pasajes
from cotaprep_docs.trackers.word_lists import Lists
from cotaprep_docs.trackers.word_styles import Styles

DEPTH: Final = 4
DOCUMENT: Final = "word/document.xml"
TYPES: Final = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
NO_FONTS: Final[ThemeFonts] = {}
FORMATS: Final = (
    "decimal", "lowerLetter", "upperRoman", "bullet", "decimalZero", "ordinal", "ordinalText", "cardinalText",
)  # fmt: skip
W = f'xmlns:w="{NAMESPACES["w"]}"'


@st.composite
def levels(draw: st.DrawFn) -> str:
    xml = ""
    for level in range(DEPTH):
        form = draw(st.sampled_from(FORMATS))
        outer = ".".join(f"%{number + 1}" for number in range(level + 1))
        text = draw(
            st.sampled_from([f"%{level + 1}.", outer, f"({outer})", f"%1-%{level + 1}", "Artículo único."])
        )
        more = draw(st.sampled_from(["", "<w:isLgl/>", '<w:lvlRestart w:val="0"/>']))
        start = draw(st.integers(1, 3))
        xml += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{"*" if form == "bullet" else text}"/></w:lvl>'
        )
    return xml


@st.composite
def numberings(draw: st.DrawFn) -> tuple[etree._Element, int]:
    """Definitions of lists, and how many lists there are."""
    abstracts = draw(st.lists(levels(), min_size=1, max_size=2))
    xml = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{each}</w:abstractNum>'
        for number, each in enumerate(abstracts)
    )
    count = draw(st.integers(1, 3))
    for number in range(1, count + 1):
        override = ""
        if draw(st.booleans()):
            override = (
                f'<w:lvlOverride w:ilvl="{draw(st.integers(0, DEPTH - 1))}"><w:startOverride '
                f'w:val="{draw(st.integers(1, 9))}"/></w:lvlOverride>'
            )
        abstract = draw(st.integers(0, len(abstracts) - 1))
        xml += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
    return etree.fromstring(f"<w:numbering {W}>{xml}</w:numbering>"), count


@st.composite
def texts(draw: st.DrawFn) -> list[Lista]:
    """Some lists one below the other, as a text in Word has them."""
    root, count = draw(numberings())
    lists = Lists(root, Styles(None))
    places = st.lists(st.tuples(st.integers(1, count), st.integers(0, DEPTH - 1)), min_size=1, max_size=6)
    found = []
    for _ in range(draw(st.integers(1, 3))):
        found.append(Lista(tuple(read(lists, paragraph(*place)) for place in draw(places))))
    return found


def paragraph(number: int, level: int) -> etree._Element:
    return etree.fromstring(
        f'<w:p {W}><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
    )


def read(lists: Lists, element: etree._Element) -> Elemento:
    place = lists.position(element)
    assert place is not None
    return lists.item(place, Prose(("x",)))


def said(lists: Iterable[Lista]) -> list[str]:
    """The marks of the items that count."""
    return [item.rotulo for lista in lists for item in lista.elementos if item.is_numerado]


def printed(lists: list[Lista]) -> tuple[list[str], list[str]]:
    """The same once written: as a text of Word reads, and as the PDF prints them."""
    writer = ListWriter(Numbering({}, DOCUMENT))
    paragraphs: list[tuple[etree._Element, bool]] = []
    for number, lista in enumerate(lists):
        for item in lista.elementos:
            element = etree.Element(qn("w:p"))
            element.append(writer.properties(Item(("x",), item, number), None))
            paragraphs.append((element, item.is_numerado))
    parts = {DOCUMENT: b"<x/>", CONTENT_TYPES: TYPES}
    writer.write(parts, DOCUMENT, ContentTypes(parts))
    root = parse_xml(parts["word/numbering.xml"])
    word, pdf = Lists(root, Styles(None)), read_numbering(root, NO_FONTS)
    found: tuple[list[str], list[str]] = ([], [])
    for element, is_numbered in paragraphs:
        (level,), (number_id,) = element.iter(qn("w:ilvl")), element.iter(qn("w:numId"))
        place = (number_id.get(qn("w:val"), ""), int(level.get(qn("w:val"), "")))
        marks = (read(word, element).rotulo, pdf.advance(*place))
        for group, mark in zip(found, marks, strict=True):
            group.extend([mark] * is_numbered)
    return found


@settings(deadline=None, max_examples=300)
@given(texts())
def test_written_and_read_again_each_item_has_its_mark(lists: list[Lista]) -> None:
    assert printed(lists) == (said(lists), said(lists))


@settings(deadline=None, max_examples=300)
@given(texts())
def test_passages_keep_the_marks_of_what_is_below_them(lists: list[Lista]) -> None:
    pieces = [piece for passage in split_pasajes(lists) for piece in passage.pieces]
    kept = [piece for piece in pieces if isinstance(piece, Lista)]
    assert printed(kept) == (said(kept), said(kept)) if kept else True
    if lists[0].elementos[0].is_numerado:
        everything = iter(said(lists))
        assert all(mark in everything for mark in said(kept))


def test_numbers_of_outer_levels_stay_below_a_passage() -> None:
    root = etree.fromstring(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1.%2.%3)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    lists = Lists(root, Styles(None))
    items = tuple(read(lists, paragraph(1, level)) for level in (0, 1, 1, 2, 2, 0, 1, 2, 1, 1))
    pieces = [piece for passage in split_pasajes([Lista(items)]) for piece in passage.pieces]
    kept = [piece for piece in pieces if isinstance(piece, Lista)]
    marks = ["1.1", "1.2", "1.2.a)", "1.2.b)", "2.1", "2.1.a)", "2.2", "2.3"]
    assert said(kept) == marks
    assert printed(kept) == (marks, marks)
    assert [[item.nivel for item in lista.elementos] for lista in kept] == [[0, 0, 1, 1], [0, 1, 0, 0]]
