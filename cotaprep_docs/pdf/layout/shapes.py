"""Drawn shapes and text boxes to outlines and lines of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import FigureBox, Group, Item, Outline, Step
from cotaprep_docs.pdf.layout.slices import Slice, stack_items, total_height
from cotaprep_docs.pdf.model.content import Block, Shape
from cotaprep_docs.records import unchecked

Flow = Callable[[Sequence[Block], int], tuple[tuple[Slice, ...], int]]

_KAPPA: Final = 0.5522847498  # of a quarter of a circle as a Bézier curve
_CORNER: Final = 0.16667  # radius of a rounded rectangle's corners, as a share of its shorter side
_LEAST: Final = 200
_DASHES: Final = {
    "dotted": (1.0, 2.0), "dashed": (4.0, 3.0), "dotDash": (4.0, 2.0, 1.0, 2.0),
    "dotDotDash": (4.0, 2.0, 1.0, 2.0, 1.0, 2.0),
}  # fmt: skip


@unchecked(frozen=True, slots=True)
class ShapeBox:
    """A shape laid out: its size, and what it draws from its upper left corner."""

    width: int
    height: int
    items: tuple[Item, ...]


def shape_box(shape: Shape, flow: Flow) -> ShapeBox:
    """Return a shape with its text; `flow` lays out blocks."""
    insets, height = shape.insets, shape.height
    text: tuple[Item, ...] = ()
    if shape.blocks:
        slices, after = flow(shape.blocks, max(shape.width - insets.left - insets.right, _LEAST))
        content = total_height(slices) + after
        if shape.grows:
            height = content + insets.top + insets.bottom
        spare = max(height - insets.top - insets.bottom - content, 0)
        down = {"center": spare // 2, "bottom": spare}.get(shape.align, 0)
        text = tuple(stack_items(slices, insets.left, insets.top + down))
    outline = _outline(shape, height)
    if outline is None:
        return ShapeBox(shape.width, height, text)
    if shape.tag:
        drawn: Item = FigureBox(0, 0, shape.width, height, (outline,), shape.tag)
    else:
        drawn = outline
    return ShapeBox(shape.width, height, (drawn, *text))


def placed(shape: Shape, box: ShapeBox, x: float, y: float) -> Group:
    """Return a shape at its place."""
    return Group(x, y, box.items, repeated=shape.repeated)


def _outline(shape: Shape, height: int) -> Outline | None:
    line = shape.line
    if not shape.kind or not (shape.fill or line.visible):
        return None
    start, steps = _path(shape, height)
    return Outline(
        start,
        steps,
        shape.fill,
        line.color if line.visible else "",
        float(line.width),
        tuple(part * line.width for part in _DASHES.get(line.style, ())),
        closed=shape.kind != "line",
    )


def _path(shape: Shape, height: int) -> tuple[tuple[float, float], tuple[Step, ...]]:
    width = float(shape.width)
    if shape.kind == "line":
        top, end = (height, 0) if shape.rising else (0, height)
        return (0.0, float(top)), ((width, float(end)),)
    if shape.kind == "ellipse":
        return _rounded(width, float(height), width / 2, height / 2)
    if shape.kind == "roundRect":
        radius = min(width, height) * _CORNER
        return _rounded(width, float(height), radius, radius)
    return (0.0, 0.0), ((width, 0.0), (width, float(height)), (0.0, float(height)))


def _rounded(
    width: float, height: float, rx: float, ry: float
) -> tuple[tuple[float, float], tuple[Step, ...]]:
    """Return a rectangle whose corners are quarters of an ellipse, clockwise from the upper left."""
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    steps: tuple[Step, ...] = (
        (width - rx, 0.0),
        (width - kx, 0.0, width, ky, width, ry),
        (width, height - ry),
        (width, height - ky, width - kx, height, width - rx, height),
        (rx, height),
        (kx, height, 0.0, height - ky, 0.0, height - ry),
        (0.0, ry),
        (0.0, ky, kx, 0.0, rx, 0.0),
    )
    return (rx, 0.0), steps
