"""The room for signatures: what is blank around a signature line, on the finished page."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import (
    FieldBox,
    Group,
    ImageBox,
    Item,
    Page,
    Rule,
    SignatureSpot,
    TextBox,
)
from cotaprep_docs.records import unchecked

_HIGHEST: Final = 1134  # two centimetres
_WIDEST: Final = 4820  # eight and a half
_LEAST: Final = 360  # what is lower than a fourth of an inch is hard to sign in
_LOWEST: Final = 200
_NARROWEST: Final = 1134
_THICKEST: Final = 100  # of a line; what is thicker is text
_AIR: Final = 40  # between the room and what stands around it
_ABOVE: Final = 20  # from the baseline up to where one signs for certain
_STRETCHES: Final = re.compile(r"[_.…·]{3,}|\s{3,}|(?:(?![_.…·]{3}|\s{3}).)+", re.DOTALL)
_FILLER: Final = re.compile(r"[_.…·]{3}|\s{3}")
_DRAWN_LINE: Final = re.compile(r"[_.…·]{3,}")


@unchecked(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float


def with_fields(page: Page) -> Page:
    """Return a page with the room of each signature line of its body, text boxes over it included."""
    spots = _apart(
        [
            dataclasses.replace(spot, x=spot.x + x, y=spot.y + y, left=spot.left + x, right=spot.right + x)
            for spot, x, y in _walk((*page.body, *page.front))
            if isinstance(spot, SignatureSpot)
        ]
    )
    if not spots:
        return page
    items = _walk((*page.header, *page.body, *page.front, *page.footer))
    things = [area for item, x, y in items for area in _areas(item, x, y)]
    fields = []
    for spot in spots:
        # Two people do not sign at one place: where another signs, the room ends.
        others = [_Area(o.x, o.y - 2 * _ABOVE, o.x, o.y) for o in spots if o is not spot]
        field = _Room(spot, [*things, *others], page.height).field()
        things.append(_Area(field.x, field.y, field.x + field.width, field.y + field.height))
        fields.append(field)
    return dataclasses.replace(page, fields=tuple(fields))


def _apart(spots: Sequence[SignatureSpot]) -> list[SignatureSpot]:
    """Return the spots; those at one point, such as a control in another, share its line evenly."""
    points: dict[tuple[float, float], list[SignatureSpot]] = {}
    for spot in spots:
        points.setdefault((spot.x, spot.y), []).append(spot)
    found: list[SignatureSpot] = []
    for spot in spots:
        same = points[spot.x, spot.y]
        part = (spot.right - spot.left) / len(same)
        left = spot.left + part * next(index for index, other in enumerate(same) if other is spot)
        shared = dataclasses.replace(spot, x=left + part / 2, left=left, right=left + part)
        found.append(spot if len(same) == 1 else shared)
    return found


def _walk(items: Sequence[Item], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Item, float, float]]:
    """Yield what is drawn with the point it counts from; rows repeated from another page hold no spots."""
    for item in items:
        if isinstance(item, Group):
            inner = _walk(item.items, x + item.x, y + item.y)
            yield from (found for found in inner if not (item.repeated and _is_spot(found[0])))
        else:
            yield item, x, y


def _is_spot(item: Item) -> bool:
    return isinstance(item, SignatureSpot)


def _areas(item: Item, x: float, y: float) -> Iterator[_Area]:
    """Yield where something stands that nobody signs on; colours of the ground are no obstacle."""
    if isinstance(item, TextBox):
        yield from _text_areas(item, x + item.x, y + item.y)
    elif isinstance(item, ImageBox):
        yield _Area(x + item.x, y + item.y, x + item.x + item.width, y + item.y + item.height)
    elif isinstance(item, Rule):
        half = item.width / 2
        left, right = sorted((item.x1, item.x2))
        top, bottom = sorted((item.y1, item.y2))
        yield _Area(x + left, y + top - half, x + right, y + bottom + half)


def _text_areas(box: TextBox, x: float, base: float) -> Iterator[_Area]:
    """Yield where the words of a text stand, and the lines that people draw with underscores or points."""
    face = box.font.face
    unit = box.size * 20 / face.units
    if not _FILLER.search(box.text):
        if not box.text.isspace():
            yield _Area(x, base - face.ascent * unit, x + box.width, base + face.descent * unit)
        return
    whole = face.width(box.text)
    stretch = box.width / whole if whole else 0.0
    for match in _STRETCHES.finditer(box.text):
        if match[0].isspace():
            continue
        left = x + face.width(box.text[: match.start()]) * stretch
        right = x + face.width(box.text[: match.end()]) * stretch
        top = base if _DRAWN_LINE.fullmatch(match[0]) else base - face.ascent * unit
        yield _Area(left, top, right, base + face.descent * unit)


def _between(things: Sequence[_Area], left: float, right: float) -> Iterator[_Area]:
    return (area for area in things if area.left < right and area.right > left)


class _Room:
    """Widens a spot to the blank around it."""

    def __init__(self, spot: SignatureSpot, things: Sequence[_Area], height: float) -> None:
        self._spot = spot
        self._seed = spot.y - (_ABOVE if spot.line.blank else 0)
        left, right = self._sides(things)
        under = self._under(things, left, right)
        self._left, self._width = self._aligned(left, right, under)
        self._floor = self._seed
        if spot.line.blank:
            under = self._under(things, self._left, self._left + self._width)
            self._floor = height if under is None else under.top
        above = (area.bottom for area in _between(things, self._left, self._left + self._width))
        self._ceiling = max((bottom for bottom in above if bottom <= self._seed), default=0.0)

    def _under(self, things: Sequence[_Area], left: float, right: float) -> _Area | None:
        """Return what ends the room below: a line to sign on, or a printed name."""
        below = (area for area in _between(things, left, right) if area.top >= self._seed)
        return min(below, key=lambda area: area.top, default=None)

    def _sides(self, things: Sequence[_Area]) -> tuple[float, float]:
        """Return how far the line is blank to both sides."""
        spot = self._spot
        left, right = spot.left, spot.right
        for area in things:
            if area.top < self._seed < area.bottom:
                if area.left >= spot.x:
                    right = min(right, area.left - _AIR)
                elif area.right <= spot.x + 1:
                    left = max(left, area.right + _AIR)
        return left, right

    def _aligned(self, left: float, right: float, under: _Area | None) -> tuple[float, float]:
        """Return left edge and width: above the printed name, else as the paragraph is aligned."""
        width = min(max(right - left, _LEAST), _WIDEST)
        spare = max(right - left - width, 0.0)
        if under is not None and under.bottom - under.top > _THICKEST and under.right - under.left < width:
            middle = (under.left + under.right - width) / 2
            return min(max(middle, left), left + spare), width
        return left + {"center": spare / 2, "right": spare}.get(self._spot.align, 0.0), width

    def field(self) -> FieldBox:
        """Return the room, as high as is useful, on the line that it is for."""
        bottom = self._floor - _AIR
        top = max(self._ceiling + _AIR, bottom - _HIGHEST)
        cramped = bottom - top < _LEAST or self._width < _NARROWEST
        top = min(top, bottom - _LOWEST)
        return FieldBox(self._left, top, self._width, bottom - top, self._spot.line, cramped)
