"""The greedy line breaker: pieces to lines of a given width."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.measure import BREAK, SIGNATURE, SPACE, TAB, WORD, Measurer, Piece
from cotaprep_docs.pdf.model.style import TabStop
from cotaprep_docs.records import unchecked

_TOLERANCE: Final = 0.05  # of adding widths up
_ITALIC_ROOM: Final = 12  # LibreOffice leaves a twelfth of the height for the slant at the end of a line
_HYPHEN: Final = "-"
_SLASHED: Final = re.compile(r"[^/]*/+|[^/]+")


@unchecked(slots=True)
class Placed:
    """A piece at its place in the line; `leader` fills a tab."""

    piece: Piece
    x: float
    width: float
    leader: str = "none"


@unchecked(slots=True)
class Line:
    """A line: what stands in it, before alignment.

    Attributes:
        items: pieces at their places.
        left: where the line starts.
        end: right edge of the last visible piece.
        stretch_from: index of the first item that justification may move.
        last: the paragraph ends here, or a line break does.
        broken: a line break ends it.
    """

    items: list[Placed]
    left: float
    end: float
    stretch_from: int = 0
    last: bool = False
    broken: bool = False


@unchecked(frozen=True, slots=True)
class Measure:
    """The room for the lines of a paragraph, from the text margin."""

    left: int
    first: int
    right: int
    tabs: tuple[TabStop, ...]
    interval: int


_OPENING = "([{¿¡"
_CLOSING = ")]}!?"


class LineBreaker:
    """Fills lines one after the other."""

    def __init__(self, measure: Measure, measurer: Measurer) -> None:
        self._measure = measure
        self._measurer = measurer
        self._lines: list[Line] = []
        self._start(measure.first)

    def _start(self, left: float) -> None:
        self._line = Line([], left, left)
        self._x = left
        self._filled = False

    def break_lines(self, pieces: Sequence[Piece]) -> list[Line]:
        """Return the lines; at least one, also for no pieces."""
        index = 0
        while index < len(pieces):
            kind = pieces[index].kind
            if kind == SPACE:
                self._put(pieces[index])
                index += 1
            elif kind == SIGNATURE:
                self._line.items.append(Placed(pieces[index], self._x, 0.0))
                index += 1
            elif kind == TAB:
                self._tab(pieces, index)
                index += 1
            elif kind == BREAK:
                self._put(pieces[index])
                self._close(broken=True)
                index += 1
            else:
                stop = _cluster_end(pieces, index)
                self._cluster(pieces[index:stop])
                index = stop
        self._close(last=True)
        return self._lines

    def _put(self, piece: Piece, width: float | None = None, leader: str = "none") -> None:
        width = piece.width if width is None else width
        self._line.items.append(Placed(piece, self._x, width, leader))
        self._x += width
        if piece.kind not in {SPACE, BREAK}:
            self._line.end = self._x
            self._filled = True

    def _close(self, *, last: bool = False, broken: bool = False) -> None:
        self._line.last, self._line.broken = last, broken
        self._soft_hyphen()
        self._lines.append(self._line)
        self._start(self._measure.left)

    def _soft_hyphen(self) -> None:
        end = self._line.items[-1].piece if self._line.items else None
        if end is not None and end.soft and not self._line.last:
            metric = self._measurer.metric(end.props)
            self._put(self._measurer.piece(WORD, _HYPHEN, end.props, metric))

    def _cluster(self, pieces: Sequence[Piece]) -> None:
        width = sum(piece.width for piece in pieces) + _slant(pieces[-1])
        if self._x + width > self._measure.right + _TOLERANCE and self._filled:
            self._close()
        if self._x + width > self._measure.right + _TOLERANCE:
            pieces = [part for piece in pieces for part in self._divide(piece)]
        for piece in pieces:
            overflow = self._x + piece.width + _slant(piece) > self._measure.right + _TOLERANCE
            if overflow and self._filled:
                self._close()
            self._put(piece)

    def _divide(self, piece: Piece) -> Iterator[Piece]:
        """Yield the parts of a piece wider than a line: up to each slash, else single characters."""
        if piece.kind != WORD or piece.field:
            yield piece
            return
        room = self._measure.right - self._measure.left
        for match in _SLASHED.finditer(piece.text):
            part = self._measured(piece, match[0])
            if part.width <= room:
                yield part
            else:
                yield from (self._measured(piece, character) for character in match[0])

    def _measured(self, piece: Piece, text: str) -> Piece:
        metric = self._measurer.metric(piece.props, small=piece.size < piece.props.size)
        width = metric.width(text) + piece.props.spacing * len(text)
        return dataclasses.replace(piece, text=text, width=width)

    def _tab(self, pieces: Sequence[Piece], index: int) -> None:
        stop = self._next_stop()
        if stop.position > self._measure.right and self._filled and stop not in self._measure.tabs:
            self._close()
            stop = self._next_stop()
        target = float(stop.position)
        if stop.align in {"right", "center", "decimal"}:
            width = _following(pieces, index + 1, stop.align)
            target -= width / 2 if stop.align == "center" else width
            limit = self._measure.right - _following(pieces, index + 1, "")
            target = min(target, limit)
        width = max(target - self._x, 0.0)
        self._put(pieces[index], width, stop.leader)
        self._line.stretch_from = len(self._line.items)

    def _next_stop(self) -> TabStop:
        measure = self._measure
        x = self._x + _TOLERANCE
        stops = [stop for stop in measure.tabs if stop.position > x and stop.align != "bar"]
        hanging = measure.left > measure.first and measure.left > x
        if hanging and not any(stop.position <= measure.left for stop in stops):
            return TabStop(measure.left)
        if stops:
            return stops[0]
        # Default stops count from the text margin, also left of it.
        return TabStop(int((x // measure.interval + 1) * measure.interval))


def _slant(piece: Piece) -> int:
    return (piece.ascent + piece.descent) // _ITALIC_ROOM if piece.props.italic else 0


def _cluster_end(pieces: Sequence[Piece], index: int) -> int:
    while index < len(pieces):
        piece = pieces[index]
        index += 1
        if piece.may_break or index == len(pieces) or pieces[index].kind in {TAB, BREAK}:
            return index
        if pieces[index].kind == SPACE and not _is_glue(pieces, index):
            return index
    return index


def _is_glue(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a line may not end at a space: after an opening sign, or before a closing one.

    Unicode Standard Annex 14, rules LB13 and LB14.
    """
    if index + 1 == len(pieces) or pieces[index + 1].kind != WORD:
        return False
    before, after = pieces[index - 1].text[-1:], pieces[index + 1].text[:1]
    return bool((before and before in _OPENING) or (after and after in _CLOSING))


def _following(pieces: Sequence[Piece], index: int, align: str) -> float:
    """Return the width up to the next tab, or to the decimal mark."""
    width = trailing = 0.0
    for piece in pieces[index:]:
        if piece.kind in {TAB, BREAK}:
            break
        if piece.kind == SPACE:
            trailing += piece.width
            continue
        width += trailing
        trailing = 0.0
        mark = min((i for i in (piece.text.find("."), piece.text.find(",")) if i >= 0), default=-1)
        if align == "decimal" and mark >= 0:
            return width + piece.width * mark / len(piece.text)
        width += piece.width
    return width
