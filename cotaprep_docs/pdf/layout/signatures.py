"""The room for signatures: what is blank around a signature line, on the finished page."""

from __future__ import annotations

import dataclasses
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

_HIGHEST: Final = 1134  # two centimetres
_WIDEST: Final = 4820  # eight and a half
_LEAST: Final = 360  # what is lower than a fourth of an inch is hard to sign in
_LOWEST: Final = 200
_AIR: Final = 40  # between the room and what stands around it
_ABOVE: Final = 20  # from the baseline up to where one signs for certain
_FILLERS: Final = " _.…·-\u00a0"


@dataclasses.dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float


def with_fields(page: Page) -> Page:
    """Return a page with the room of each signature line of its body."""
    spots = [
        dataclasses.replace(spot, x=spot.x + x, y=spot.y + y, left=spot.left + x, right=spot.right + x)
        for spot, x, y in _walk(page.body)
        if isinstance(spot, SignatureSpot)
    ]
    if not spots:
        return page
    items = (*_walk(page.header), *_walk(page.body), *_walk(page.footer))
    things = [area for item, x, y in items if (area := _area(item, x, y)) is not None]
    fields = []
    for spot in spots:
        # Two people do not sign at one place: where another signs, the room ends.
        others = [_Area(other.x, other.y - 1, other.x, other.y) for other in spots if other is not spot]
        field = _Room(spot, [*things, *others], page.height).field()
        things.append(_Area(field.x, field.y, field.x + field.width, field.y + field.height))
        fields.append(field)
    return dataclasses.replace(page, fields=tuple(fields))


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


def _area(item: Item, x: float, y: float) -> _Area | None:
    """Return where something stands that nobody signs on; colours of the ground are no obstacle."""
    if isinstance(item, TextBox):
        return _text_area(item, x, y)
    if isinstance(item, ImageBox):
        return _Area(x + item.x, y + item.y, x + item.x + item.width, y + item.y + item.height)
    if isinstance(item, Rule):
        half = item.width / 2
        left, right = sorted((item.x1, item.x2))
        top, bottom = sorted((item.y1, item.y2))
        return _Area(x + left, y + top - half, x + right, y + bottom + half)
    return None


def _text_area(box: TextBox, x: float, y: float) -> _Area | None:
    words = box.text.strip(_FILLERS)
    if not words and not box.text.strip(_FILLERS.replace("_", "")):
        return None
    unit = box.size * 20 / box.font.face.units
    base = y + box.y
    # What is only underscores is a line: people sign on it.
    top = base - box.font.face.ascent * unit if words else base
    return _Area(x + box.x, top, x + box.x + box.width, base + box.font.face.descent * unit)


class _Room:
    """Widens a spot to the blank around it."""

    def __init__(self, spot: SignatureSpot, things: Sequence[_Area], height: float) -> None:
        self._spot = spot
        self._seed = spot.y - (_ABOVE if spot.line.blank else 0)
        left, right = self._sides(things)
        self._left, self._width = self._aligned(left, right)
        beside = [area for area in things if area.left < self._left + self._width and area.right > self._left]
        self._ceiling = max((area.bottom for area in beside if area.bottom <= self._seed), default=0.0)
        below = min((area.top for area in beside if area.top >= self._seed), default=height)
        self._floor = below if spot.line.blank else self._seed

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

    def _aligned(self, left: float, right: float) -> tuple[float, float]:
        width = min(max(right - left, _LEAST), _WIDEST)
        spare = max(right - left - width, 0.0)
        return left + {"center": spare / 2, "right": spare}.get(self._spot.align, 0.0), width

    def field(self) -> FieldBox:
        """Return the room, as high as is useful, on the line that it is for."""
        bottom = self._floor - _AIR
        top = max(self._ceiling + _AIR, bottom - _HIGHEST)
        cramped = bottom - top < _LEAST
        top = min(top, bottom - _LOWEST)
        return FieldBox(self._left, top, self._width, bottom - top, self._spot.line, cramped)
