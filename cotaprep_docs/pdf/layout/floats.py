"""Floating pictures and watermarks: from what they hang on to where they are."""

from __future__ import annotations

from cotaprep_docs.pdf.layout.boxes import Item, Slanted
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.layout.pictures import picture_box
from cotaprep_docs.pdf.layout.shapes import Flow, placed, shape_box
from cotaprep_docs.pdf.model.content import Anchor, Geometry, Picture, Shape, Watermark
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.records import unchecked

_WATERMARK_COLOR = "C0C0C0"


@unchecked(frozen=True, slots=True)
class Hook:
    """The point something floating hangs on: left edge of its column, top of its line."""

    left: int
    top: int


@unchecked(frozen=True, slots=True)
class Span:
    """A stretch something is aligned in."""

    start: int
    length: int


def place_float(item: Picture | Shape, geometry: Geometry, hook: Hook, measurer: Measurer) -> Item:
    """Return a floating picture or shape at its place on the page."""
    x, y = float_place(item.anchor or Anchor(), geometry, hook, float_size(item, measurer.flow))
    if isinstance(item, Shape):
        return placed(item, shape_box(item, measurer.flow), x, y)
    return picture_box(item, x, y, measurer)


def float_size(item: Picture | Shape, flow: Flow) -> tuple[int, int]:
    """Return the width and height of something floating."""
    return item.width, shape_box(item, flow).height if isinstance(item, Shape) else item.height


def float_place(anchor: Anchor, geometry: Geometry, hook: Hook, size: tuple[int, int]) -> tuple[int, int]:
    """Return the upper left corner of something floating of that size."""
    x = _position(_across(anchor.horizontal, geometry, hook.left), anchor.align_x, anchor.x, size[0])
    y = _position(_down(anchor.vertical, geometry, hook.top), anchor.align_y, anchor.y, size[1])
    return x, y


def _across(origin: str, geometry: Geometry, left: int) -> Span:
    room = geometry.width - geometry.left - geometry.right
    spans = {
        "page": Span(0, geometry.width),
        "margin": Span(geometry.left, room),
        "leftMargin": Span(0, geometry.left),
        "rightMargin": Span(geometry.width - geometry.right, geometry.right),
    }
    return spans.get(origin, Span(left, room))


def _down(origin: str, geometry: Geometry, top: int) -> Span:
    above, below = abs(geometry.top), abs(geometry.bottom)
    spans = {
        "page": Span(0, geometry.height),
        "margin": Span(above, geometry.height - above - below),
        "topMargin": Span(0, above),
        "bottomMargin": Span(geometry.height - below, below),
    }
    return spans.get(origin, Span(top, 0))


def _position(span: Span, align: str, offset: int, size: int) -> int:
    spare = span.length - size
    if align in {"right", "bottom", "outside"}:
        return span.start + spare
    if align == "center":
        return span.start + spare // 2
    return span.start if align else span.start + offset


def place_watermark(mark: Watermark, geometry: Geometry, measurer: Measurer) -> Item:
    """Return a watermark in the middle of the page, as wide as it was drawn in Word."""
    props = CharProps(font=mark.props.font, size=100.0)
    metric = measurer.metric(props)
    width = metric.width(mark.text)
    size = min(100.0 * mark.width / width, mark.height / 20 / 1.0) if width else 10.0
    return Slanted(
        geometry.width / 2, geometry.height / 2, mark.text, metric.font, size, mark.angle, _WATERMARK_COLOR
    )
