"""A paragraph to slices: one per line, aligned, spaced, with borders and shading."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import (
    Fill,
    Heading,
    Item,
    Rule,
    Running,
    SignatureSpot,
    Target,
    TextBox,
)
from cotaprep_docs.pdf.layout.lines import Line, LineBreaker, Measure, Placed
from cotaprep_docs.pdf.layout.measure import BREAK, PICTURE, SIGNATURE, SPACE, TAB, WORD, Measurer, Piece
from cotaprep_docs.pdf.layout.pictures import picture_box
from cotaprep_docs.pdf.layout.shapes import placed, shape_box
from cotaprep_docs.pdf.layout.slices import Slice, Stack
from cotaprep_docs.pdf.model.content import (
    Bookmark,
    Inline,
    NoteMark,
    Paragraph,
    Picture,
    Shape,
    SignatureLine,
    Tab,
    Text,
    Watermark,
)
from cotaprep_docs.pdf.model.style import BODY_TEXT, Border, ParaProps
from cotaprep_docs.records import unchecked

_LEADERS: Final = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}
_NBSP: Final = "\u00a0"


@unchecked(frozen=True, slots=True)
class Joined:
    """Whether the borders of a paragraph go on from the one above and into the one below."""

    above: bool = False
    below: bool = False


APART = Joined()


def layout_paragraph(paragraph: Paragraph, width: int, measurer: Measurer, joined: Joined = APART) -> Stack:
    """Return the lines of a paragraph in a column of that width."""
    props = paragraph.props
    measure, pieces = paragraph_measure(paragraph, width, measurer)
    lines = LineBreaker(measure, measurer).break_lines(pieces)
    builder = SliceBuilder(paragraph, measure, measurer, joined)
    slices = [builder.slice(line, index, len(lines)) for index, line in enumerate(lines)]
    if any(isinstance(inline, NoteMark) for inline in paragraph.inlines):
        slices = [refer(slice_, line) for slice_, line in zip(slices, lines, strict=True)]
    slices = finish_slices(paragraph, slices, measurer, empty=not pieces)
    return Stack(paragraph, tuple(slices), props.before, props.after, builder.between, props.keep_next)


def paragraph_measure(paragraph: Paragraph, width: int, measurer: Measurer) -> tuple[Measure, list[Piece]]:
    """Return the room of a paragraph's lines and what they are made of."""
    props = paragraph.props
    pieces, first = _pieces(paragraph, measurer)
    right = max(width - props.right, props.left + 200)
    return Measure(props.left, first, right, props.tabs, paragraph.tab_interval), pieces


def finish_slices(
    paragraph: Paragraph, slices: list[Slice], measurer: Measurer, *, empty: bool
) -> list[Slice]:
    """Return the lines, the first with what belongs to the whole paragraph."""
    props = paragraph.props
    floats = tuple(
        i
        for i in paragraph.inlines
        if isinstance(i, Watermark) or (isinstance(i, Picture | Shape) and i.anchor)
    )
    items = (*_heading(paragraph), *slices[0].items)
    if props.style in measurer.running_styles:
        items = (*_running(paragraph), *items)
    if empty:
        items = (*_targets(paragraph.inlines), *items)
    first = dataclasses.replace(
        slices[0],
        items=items,
        floats=floats,
        page_break=props.page_break_before,
        column_break=props.column_break_before,
    )
    return [first, *slices[1:]]


def refer(slice_: Slice, line: Line) -> Slice:
    """Return a line that knows the footnotes it refers to."""
    notes = tuple(item.piece.note for item in line.items if item.piece.note)
    return dataclasses.replace(slice_, notes=notes) if notes else slice_


def _heading(paragraph: Paragraph) -> tuple[Heading, ...]:
    """Return the mark of a paragraph that has an outline level (ECMA-376 Part 1, 17.3.1.20)."""
    if paragraph.props.outline >= BODY_TEXT:
        return ()
    label = f"{paragraph.label.text} " if paragraph.label is not None and paragraph.label.text else ""
    text = " ".join(f"{label}{_words(paragraph)}".split())
    return (Heading(0, paragraph.props.outline, text),) if text else ()


def _words(paragraph: Paragraph) -> str:
    return "".join(
        inline.text if isinstance(inline, Text) else "" if isinstance(inline, Bookmark) else " "
        for inline in paragraph.inlines
    )


def _running(paragraph: Paragraph) -> tuple[Running, ...]:
    """Return the mark of a paragraph whose text may stand in headers (ECMA-376 Part 1, 17.16.5.59)."""
    text = " ".join(_words(paragraph).split())
    number = paragraph.label.text if paragraph.label is not None else ""
    return (Running(paragraph.props.style, text, number),) if text else ()


def _targets(inlines: Iterable[Inline]) -> tuple[Target, ...]:
    """Return the bookmarks of a paragraph without anything that is drawn."""
    return tuple(Target(0, inline.name) for inline in inlines if isinstance(inline, Bookmark))


def _pieces(paragraph: Paragraph, measurer: Measurer) -> tuple[list[Piece], int]:
    """Return the pieces, the list number first, and where the first line starts."""
    props, label = paragraph.props, paragraph.label
    first = props.left + props.first
    pieces: list[Piece] = []
    if label is not None:
        pieces += measurer.pieces([Text(label.text, label.props, "", label.tag)]) if label.text else []
        shift = {"right": 1.0, "end": 1.0, "center": 0.5}.get(label.align, 0.0)
        first -= round(sum(piece.width for piece in pieces) * shift)
        if label.suffix == "tab":
            pieces += measurer.pieces([Tab(label.props, suffix=True)])
        elif label.suffix == "space":
            pieces += measurer.pieces([Text(" ", label.props)])
    if any(isinstance(inline, Bookmark) for inline in paragraph.inlines):
        pieces += _with_targets(paragraph.inlines, measurer)
    else:
        pieces += measurer.pieces(paragraph.inlines)
    return pieces, first


def _with_targets(inlines: Iterable[Inline], measurer: Measurer) -> list[Piece]:
    """Return the pieces of inlines, each bookmark with the piece after it, or else with the last."""
    pieces: list[Piece] = []
    waiting: tuple[str, ...] = ()
    for inline in inlines:
        if isinstance(inline, Bookmark):
            waiting += (inline.name,)
            continue
        found = list(measurer.pieces((inline,)))
        if found and waiting:
            found[0].targets, waiting = waiting, ()
        pieces += found
    if waiting and pieces:
        pieces[-1].targets += waiting
    return pieces


@unchecked(slots=True)
class SliceBuilder:
    """Turns the lines of a paragraph to slices."""

    paragraph: Paragraph
    measure: Measure
    measurer: Measurer
    joined: Joined

    def slice(self, line: Line, index: int, count: int) -> Slice:
        """Return one line of several."""
        return self.compose([(line, self.measure)], index, count)

    def compose(self, parts: Sequence[tuple[Line, Measure]], index: int, count: int) -> Slice:
        """Return a line that may stand in several parts beside something floating."""
        props = self.paragraph.props
        ascent, descent = self._extent([line for line, _ in parts])
        baseline, height = line_height(props, ascent, descent)
        top = 0 if index or self.joined.above else _room(props.borders.top)
        bottom = 0 if index < count - 1 or self.joined.below else _room(props.borders.bottom)
        if self.joined.below and index == count - 1:
            bottom = _room(props.borders.between)
        items = self._frame(top, height, bottom, first=index == 0, last=index == count - 1)
        for line, measure in parts:
            items += self._draw(line, top + baseline, measure.right)
            items += [Target(0, name) for item in line.items for name in item.piece.targets]
        spill = 0 if bottom or props.line_rule != "auto" else max(height - ascent - descent, 0)
        keep = self._keeps(index, count)
        return Slice(top + height + bottom, tuple(items), spill, before=props.before, keep=keep)

    def _keeps(self, index: int, count: int) -> bool:
        """Whether the page must not end before this line (keep lines, widows and orphans)."""
        props = self.paragraph.props
        if index == 0:
            return False
        return props.keep_lines or (props.widow_control and (index == 1 or index == count - 1))

    def _extent(self, lines: Sequence[Line]) -> tuple[int, int]:
        shown = [[item for item in line.items if item.piece.kind != SIGNATURE] for line in lines]
        pieces = [
            item.piece for items in shown for item in items if item.piece.kind != BREAK or len(items) == 1
        ]
        if not pieces:
            metric = self.measurer.metric(self.paragraph.mark)
            return metric.ascent, metric.descent
        return max(piece.ascent for piece in pieces), max(piece.descent for piece in pieces)

    def _frame(self, top: int, height: int, bottom: int, *, first: bool, last: bool) -> list[Item]:
        """Return shading and borders of one line's height."""
        props, borders = self.paragraph.props, self.paragraph.props.borders
        left, right = min(props.left, props.left + props.first) - borders.left.space, self.measure.right
        right += borders.right.space
        whole = top + height + bottom
        items: list[Item] = []
        if props.shade:
            items.append(Fill(left, 0, right - left, whole, props.shade))
        if first and not self.joined.above:
            items += _line(borders.top, left, borders.top.width / 2, right, borders.top.width / 2)
        if last:
            border = borders.between if self.joined.below else borders.bottom
            items += _line(border, left, whole - border.width / 2, right, whole - border.width / 2)
        items += _line(borders.left, left, 0, left, whole)
        items += _line(borders.right, right, 0, right, whole)
        return items

    def between(self, gap: int) -> tuple[Item, ...]:
        """Return shading and side borders of the room to the paragraph above, where they join."""
        if not self.joined.above or not gap:
            return ()
        return tuple(self._frame(0, gap, 0, first=False, last=False))

    def _draw(self, line: Line, baseline: float, right: float) -> list[Item]:
        align = self.paragraph.props.align
        spare = max(right - _visible_end(line), 0.0)
        shift, stretch = 0.0, 0.0
        if align == "justify" and not line.last:
            gaps = _gaps(line)
            stretch = spare / gaps if gaps else 0.0
        elif align == "right":
            shift = spare
        elif align == "center":
            shift = spare / 2
        left = min(self.paragraph.props.left, self.measure.first)
        drawer = _Drawer(baseline, shift, stretch, self.paragraph.tag, self.measurer)
        drawer.room = (left, self.measure.right, align)
        return drawer.draw(line)


def _gaps(line: Line) -> int:
    visible = _visible(line)
    return sum(_spaces(item.piece) for item in visible[line.stretch_from :])


def _spaces(piece: Piece) -> int:
    return len(piece.text) if piece.kind == SPACE else piece.text.count(_NBSP)


def _visible(line: Line) -> list[Placed]:
    """Return the items without the spaces that hang at the end of the line."""
    end = len(line.items)
    while end > line.stretch_from and line.items[end - 1].piece.kind in {SPACE, BREAK}:
        end -= 1
    return line.items[:end]


def _visible_end(line: Line) -> float:
    """Return the right edge of the text; the spacing after the last character is not seen."""
    last = next((item.piece for item in reversed(_visible(line))), None)
    return line.end - (last.props.spacing if last is not None and last.kind == WORD else 0)


def line_height(props: ParaProps, ascent: int, descent: int) -> tuple[int, int]:
    """Return where the baseline is below the line's top, and the line's height."""
    natural = ascent + descent
    if props.line_rule == "exact":
        height = max(props.line, 20)
        return height * 4 // 5, height
    if props.line_rule == "atLeast":
        height = max(natural, props.line)
        return height - descent, height
    # A whole percentage of the natural height; what is more goes below the text, what is less is cut above.
    percent = max(props.line, 60) * 100 // 240
    height = natural * percent // 100
    return ascent + min(height - natural, 0), height


def _room(border: Border) -> int:
    return border.width + border.space if border.visible else 0


def _line(border: Border, x1: float, y1: float, x2: float, y2: float) -> list[Item]:
    if not border.visible:
        return []
    return [Rule(x1, y1, x2, y2, border.width, border.color, border.style)]


class _Drawer:
    """Turns the pieces of a line into as few boxes as possible."""

    def __init__(self, baseline: float, shift: float, stretch: float, tag: int, measurer: Measurer) -> None:
        self._measurer = measurer
        self._baseline = baseline
        self._shift = shift
        self._stretch = stretch
        self._tag = tag
        self._fills: list[Item] = []
        self._texts: list[Item] = []
        self._rules: list[Item] = []
        self.room: tuple[float, float, str] = (0.0, 0.0, "left")

    def draw(self, line: Line) -> list[Item]:
        moved = 0.0
        run: list[Placed] = []
        start = 0.0
        for index, item in enumerate(_visible(line)):
            stretch = self._stretch if index >= line.stretch_from else 0.0
            x = item.x + self._shift + moved
            if item.piece.signature is not None:
                self._flush(run, start, stretch)
                run = []
                self._spot(item.piece.signature, x, line)
                continue
            if item.piece.kind in {TAB, PICTURE} or item.piece.field:
                self._flush(run, start, stretch, tail=" " if item.piece.kind == TAB else "")
                run = []
                self._single(item, x)
                continue
            if not run or not _alike(run[-1].piece, item.piece):
                self._flush(run, start, stretch)
                run, start = [], x
            run.append(item)
            if stretch:
                moved += _spaces(item.piece) * stretch
        self._flush(run, start, self._stretch, tail=_space_after(line))
        return self._fills + self._texts + self._rules

    def _spot(self, signature: SignatureLine, x: float, line: Line) -> None:
        """Note where somebody signs: on the line, or above its text."""
        above = 0 if signature.blank else max(item.piece.ascent for item in line.items)
        left, right, align = self.room
        self._texts.append(SignatureSpot(x, self._baseline - above, left, right, align, signature))

    def _single(self, item: Placed, x: float) -> None:
        piece = item.piece
        if piece.picture is not None:
            self._texts.append(self._picture(piece.picture, x))
        elif piece.field:
            self._text(piece, x, piece.text, item.width, 0.0)
        else:
            self._leader(item, x)
            self._decorate(piece, x, item.width)

    def _picture(self, picture: Picture | Shape, x: float) -> Item:
        if isinstance(picture, Shape):
            box = shape_box(picture, self._measurer.flow)
            return placed(picture, box, x, self._baseline - box.height)
        top = self._baseline - picture.height
        return picture_box(picture, x, top, self._measurer)

    def _leader(self, item: Placed, x: float) -> None:
        character = _LEADERS.get(item.leader)
        if character is None:
            return
        piece = item.piece
        unit = piece.font.face.width(character) * piece.size * 20 / piece.font.face.units
        count = int(item.width // unit) if unit else 0
        if count:
            # Leaders lead the eye only: no part of the structure.
            self._text(piece, x + item.width - count * unit, character * count, count * unit, 0.0, tag=0)

    def _flush(self, run: list[Placed], start: float, stretch: float, tail: str = "") -> None:
        if not run:
            return
        piece = run[0].piece
        text = "".join(item.piece.text for item in run)
        if not text + tail:  # a note whose mark is written by hand
            return
        width = sum([item.width for item in run]) + stretch * (text.count(" ") + text.count(_NBSP))
        self._text(piece, start, text + tail, width, stretch)

    def _text(
        self, piece: Piece, x: float, text: str, width: float, stretch: float, *, tag: int | None = None
    ) -> None:
        props = piece.props
        tag = (piece.tag or self._tag) if tag is None else tag
        box = TextBox(
            x, self._baseline - piece.shift, text, width, piece.font, piece.size, props.color, stretch,
            props.spacing, props.scale, piece.link, piece.field, tag,
        )  # fmt: skip
        self._texts.append(box)
        self._decorate(piece, x, width)

    def _decorate(self, piece: Piece, x: float, width: float) -> None:
        props, face = piece.props, piece.font.face
        em = piece.size * 20
        if props.background:
            top = self._baseline - piece.ascent
            self._fills.append(Fill(x, top, width, piece.ascent + piece.descent, props.background))
        thickness = max(face.underline[1] * em / face.units, 5.0)
        y = self._baseline - piece.shift
        if props.underline != "none" and not (props.underline == "words" and piece.kind == SPACE):
            below = y + max(face.underline[0], 60) * em / face.units
            style = "double" if props.underline == "double" else "single"
            self._rules.append(Rule(x, below, x + width, below, thickness, props.color, style))
        if props.strike or props.double_strike:
            style = "double" if props.double_strike else "single"
            self._rules.append(
                Rule(x, y - em * 0.26, x + width, y - em * 0.26, thickness, props.color, style)
            )


def _space_after(line: Line) -> str:
    """Return a space where one ends the line: not seen, but heard between its words and the next ones."""
    return " " if line.items and line.items[-1].piece.kind in {SPACE, BREAK} else ""


def _alike(one: Piece, other: Piece) -> bool:
    return (
        one.props is other.props
        and one.size == other.size
        and one.shift == other.shift
        and one.link == other.link
        and one.tag == other.tag
        and one.font is other.font
    )
