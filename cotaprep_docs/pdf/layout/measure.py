"""Inlines to pieces with widths: words, spaces, tabs, pictures; where a line may end."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cotaprep_docs.pdf.fonts.face import Face
from cotaprep_docs.pdf.fonts.library import Match, find_face
from cotaprep_docs.pdf.layout.shapes import Flow, shape_box
from cotaprep_docs.pdf.layout.slices import Slice
from cotaprep_docs.pdf.model.content import (
    Block,
    Break,
    Inline,
    Note,
    NoteMark,
    PageField,
    PageReference,
    Picture,
    Shape,
    SignatureLine,
    Tab,
    Text,
)
from cotaprep_docs.pdf.model.numbers import format_number
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked

# Where a word may be divided between lines (UAX 14 as LibreOffice and Word apply it to Spanish):
# after a hyphen, dash, exclamation mark or ellipsis inside a word, before an em dash; not at a slash.
_OPPORTUNITY: Final = re.compile(r"[-‐–—!…\\](?=\w)|(?<=[^\s—])(?=—)|[\u200b\u00ad](?=\S)")
_WORDS: Final = re.compile(r" +|[^ ]+")
# Characters many fonts lack, and what looks and reads the same.
_STAND_INS: Final = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "–",
    "\u202f": "\u00a0",
    "\u2009": " ",
    "\u2003": " ",
}
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
_SMALL_CAPS: Final = 0.8
_RAISED: Final = 0.58  # LibreOffice's size of automatic superscript; Word's is about 0.65

_BUNDLED: Final = CharProps(font="Caladea")

WORD, SPACE, TAB, BREAK, PICTURE, SIGNATURE = range(6)


@unchecked(slots=True)
class Piece:
    """The smallest thing a line is made of.

    Attributes:
        kind: WORD, SPACE, TAB, BREAK, PICTURE or SIGNATURE.
        text: its characters.
        width: in twips.
        ascent: above the baseline, with what it is raised.
        descent: below the baseline.
        props: its formatting.
        font: its face.
        size: points, small capitals and superscript considered.
        shift: how far it is raised.
        may_break: the line may end after it.
        soft: a hyphen appears where the line ends here.
        link: address it leads to.
        field: name and format of a page field.
        picture: the picture or shape.
        note: the note it refers to, 0 for none.
        targets: bookmarks that stand before it.
        signature: the signature line, which takes no room.
    """

    kind: int
    text: str
    width: float
    ascent: int
    descent: int
    props: CharProps
    font: Match
    size: float
    shift: int = 0
    may_break: bool = False
    soft: bool = False
    link: str = ""
    tag: int = 0
    field: tuple[str, str] | None = None
    picture: Picture | Shape | None = None
    note: int = 0
    targets: tuple[str, ...] = ()
    signature: SignatureLine | None = None


def _no_flow(_: Sequence[Block], __: int) -> tuple[tuple[Slice, ...], int]:
    return (), 0


class Advances(dict[str, float]):
    """Widths in twips by character, measured as LibreOffice does: whole sixths of a twip.

    It lays text out on a device of 8640 dots an inch; a line that fits by less than a twip depends on it.
    """

    def __init__(self, face: Face, size: float, scale: int) -> None:
        super().__init__()
        self._face = face
        self._dots = size * 120 / face.units
        self._scale = scale / 600

    def __missing__(self, character: str) -> float:
        units = self._face.widths.get(ord(character), self._face.missing)
        width = self[character] = int(units * self._dots + 0.5) * self._scale
        return width


@unchecked(frozen=True, slots=True)
class Metric:
    """The face, size, line metrics and widths of one formatting."""

    font: Match
    size: float
    ascent: int
    descent: int
    shift: int
    advances: Advances
    words: dict[str, tuple[str, float]] = dataclasses.field(default_factory=dict)

    def width(self, text: str) -> float:
        """Return the width of a text in twips."""
        advances = self.advances
        return sum([advances[character] for character in text])


@unchecked(slots=True)
class Measurer:
    """Measures texts; every formatting is looked up once.

    Attributes:
        substitutions: fonts replaced by another family: asked for, used.
        missing: characters without a glyph: font, character.
        total_pages: how many pages the document is taken to have, for the width of its NUMPAGES fields.
        totals_measured: the formats in which such fields of the body were measured.
        notes: the notes of the document.
        flow: lays out the text of boxes.
        wraps: there is something floating that text goes around.
        references: the text of each page reference, by bookmark and format, as the last pass found it.
        references_measured: the same as this pass measured them.
        running_styles: styles whose paragraphs are quoted by headers and footers.
    """

    substitutions: dict[str, str] = dataclasses.field(default_factory=dict)
    missing: dict[tuple[str, str], None] = dataclasses.field(default_factory=dict)
    total_pages: int = 1
    totals_measured: set[str] = dataclasses.field(default_factory=set)
    notes: Mapping[int, Note] = dataclasses.field(default_factory=dict)
    flow: Flow = _no_flow
    wraps: bool = False
    references: dict[tuple[str, str], str] = dataclasses.field(default_factory=dict)
    references_measured: dict[tuple[str, str], str] = dataclasses.field(default_factory=dict)
    running_styles: frozenset[str] = frozenset()
    _metrics: dict[tuple[CharProps, bool], Metric] = dataclasses.field(default_factory=dict)

    def metric(self, props: CharProps, *, small: bool = False) -> Metric:
        """Return face and line metrics; `small` for the small ones of small capitals."""
        key = (props, small)
        known = self._metrics.get(key)
        if known is None:
            known = self._metrics[key] = self._find(props, small=small)
        return known

    def _find(self, props: CharProps, *, small: bool) -> Metric:
        font = find_face(props.font, bold=props.bold, italic=props.italic)
        if font.substituted:
            self.substitutions[props.font] = font.used
        size = props.size * (_SMALL_CAPS if small else 1.0)
        shift = props.raise_by
        face = font.face
        if props.vertical in {"superscript", "subscript"}:
            # The small letters end where the large ones do: above, or below.
            whole_ascent, whole_descent = _extent(face, size)
            size *= _RAISED
            ascent, descent = _extent(face, size)
            shift += whole_ascent - ascent if props.vertical == "superscript" else descent - whole_descent
        ascent, descent = _extent(face, size)
        return Metric(font, size, ascent + shift, descent - shift, shift, Advances(face, size, props.scale))

    def pieces(self, inlines: Iterable[Inline]) -> Iterator[Piece]:
        """Yield the pieces of a paragraph's inlines."""
        for inline in inlines:
            if isinstance(inline, Text):
                yield from self._linked(inline) if inline.tag or inline.link else self.text_pieces(inline)
            elif isinstance(inline, Tab):
                yield self._blank(TAB, inline.props)
            elif isinstance(inline, Break):
                yield self._blank(BREAK, inline.props)
            elif isinstance(inline, PageField):
                yield from self._field(inline)
            elif isinstance(inline, PageReference):
                yield from self._reference(inline)
            elif isinstance(inline, Picture | Shape) and inline.anchor is None:
                yield self._picture(inline)
            elif isinstance(inline, SignatureLine):
                yield self._signature(inline)
            elif isinstance(inline, NoteMark):
                yield from self._note_mark(inline)

    def _linked(self, inline: Text) -> Iterator[Piece]:
        """Yield the pieces of a link, or of whatever has a place of its own in the structure."""
        for piece in self.text_pieces(inline):
            piece.link, piece.tag = inline.link, inline.tag
            yield piece

    def text_pieces(self, inline: Text) -> Iterator[Piece]:
        """Yield the words and spaces of a text."""
        props = inline.props
        for text, small in _cases(inline.text, props):
            metric = self.metric(props, small=small)
            for match in _WORDS.finditer(text):
                chunk = match[0]
                if chunk[0] == " ":
                    yield self.piece(SPACE, chunk, props, metric)
                else:
                    yield from self._word(chunk, props, metric)

    def _word(self, word: str, props: CharProps, metric: Metric) -> Iterator[Piece]:
        start = 0
        for match in _OPPORTUNITY.finditer(word):
            if match.end() == start:
                continue
            piece = self.piece(WORD, word[start : match.end()], props, metric)
            piece.may_break = True
            piece.soft = match[0] == "\u00ad"
            yield piece
            start = match.end()
        if start < len(word):
            yield self.piece(WORD, word[start:], props, metric)

    def piece(self, kind: int, text: str, props: CharProps, metric: Metric) -> Piece:
        """Return a measured piece of text; a word is measured once for each formatting."""
        known = metric.words.get(text)
        if known is None:
            known = metric.words[text] = self._measure(text, props, metric)
        return Piece(
            kind, known[0], known[1], metric.ascent, metric.descent, props, metric.font, metric.size,
            metric.shift,
        )  # fmt: skip

    def _measure(self, text: str, props: CharProps, metric: Metric) -> tuple[str, float]:
        face = metric.font.face
        shown = text
        if not text.isascii():
            shown = self._stand_in(text.translate(_UNSEEN), face)
        lacking = face.lacks(shown)
        if lacking:
            self.missing[metric.font.used, lacking] = None
        return shown, metric.width(shown) + props.spacing * len(shown)

    @staticmethod
    def _stand_in(text: str, face: Face) -> str:
        for code, plain in _STAND_INS.items():
            if code in text and ord(code) not in face.widths:
                text = text.replace(code, plain)
        return text

    def _blank(self, kind: int, props: CharProps) -> Piece:
        metric = self.metric(props)
        return Piece(kind, "", 0.0, metric.ascent, metric.descent, props, metric.font, metric.size)

    def _field(self, field: PageField) -> Iterator[Piece]:
        text = "0"
        if field.kind == "NUMPAGES":
            text = format_number(self.total_pages, field.number_format or "decimal")
            self.totals_measured.add(field.number_format)
        piece = self.piece(WORD, text, field.props, self.metric(field.props))
        piece.field = (field.kind, field.number_format)
        yield piece

    def _reference(self, reference: PageReference) -> Iterator[Piece]:
        key = (reference.target, reference.number_format)
        text = self.references.get(key) or reference.cached or "0"
        self.references_measured[key] = text
        yield from self._linked(Text(text, reference.props, reference.link, reference.tag))

    def _signature(self, line: SignatureLine) -> Piece:
        piece = self._blank(SIGNATURE, _BUNDLED)
        piece.signature, piece.ascent, piece.descent = line, 0, 0
        return piece

    def _note_mark(self, mark: NoteMark) -> Iterator[Piece]:
        note = self.notes[mark.key]
        metric = self.metric(mark.props)
        for text, _ in _cases(note.mark, mark.props):
            piece = self.piece(WORD, text, mark.props, metric)
            piece.tag = mark.tag
            piece.note = mark.key if mark.refers and note.foot else 0
            piece.field = ("NOTE", str(mark.key)) if note.paged else None
            yield piece

    def _picture(self, picture: Picture | Shape) -> Piece:
        piece = self._blank(PICTURE, picture.props)
        piece.picture = picture
        height = picture.height
        if isinstance(picture, Shape):
            height = shape_box(picture, self.flow).height
        piece.width, piece.ascent, piece.descent = float(picture.width), height, 0
        return piece


def _extent(face: Face, size: float) -> tuple[int, int]:
    """Return ascent and descent, each rounded to twips, as Word and LibreOffice do before adding them."""
    unit = size * 20 / face.units
    return round((face.ascent + max(0, face.gap)) * unit), round(face.descent * unit)


def _cases(text: str, props: CharProps) -> Iterator[tuple[str, bool]]:
    """Yield the text as capitals and small capitals show it: (stretch, small)."""
    if props.caps:
        yield text.upper(), False
    elif props.small_caps:
        for match in re.finditer(r"[^\W\d_A-ZÁÉÍÓÚÜÑ]+|[\W\d_A-ZÁÉÍÓÚÜÑ]+", text):
            small = match[0] != match[0].upper()
            yield match[0].upper(), small
    else:
        yield text, False
