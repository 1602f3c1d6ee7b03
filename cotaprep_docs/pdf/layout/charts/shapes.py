"""The forms charts are made of: rectangles, lines, slices, markers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cotaprep_docs.pdf.layout.boxes import Outline, Step
from cotaprep_docs.pdf.model.chart import Marker, Paint, Stroke

Point = tuple[float, float]
# As multiples of the width of the line (ECMA-376 Part 1, 20.1.10.48).
_DASHES: Final = {
    "dot": (1.0, 3.0), "sysDot": (1.0, 1.0), "dash": (4.0, 3.0), "sysDash": (3.0, 1.0), "lgDash": (8.0, 3.0),
    "dashDot": (4.0, 3.0, 1.0, 3.0), "sysDashDot": (3.0, 1.0, 1.0, 1.0), "lgDashDot": (8.0, 3.0, 1.0, 3.0),
    "lgDashDotDot": (8.0, 3.0, 1.0, 3.0, 1.0, 3.0), "sysDashDotDot": (3.0, 1.0, 1.0, 1.0, 1.0, 1.0),
}  # fmt: skip
_QUARTER: Final = math.pi / 2


def polygon(points: Sequence[Point], paint: Paint) -> list[Outline]:
    """Return a closed form, or nothing where nothing of it is seen."""
    return outline(points[0], points[1:], paint, closed=True)


def outline(start: Point, steps: Sequence[Step], paint: Paint, *, closed: bool) -> list[Outline]:
    """Return a form of straight lines and curves."""
    stroke = paint.stroke
    if not paint.fill and not stroke.color:
        return []
    dash = tuple(part * stroke.width for part in _DASHES.get(stroke.dash, ()))
    return [Outline(start, tuple(steps), paint.fill, stroke.color, stroke.width, dash, closed)]


def rectangle(left: float, top: float, right: float, bottom: float, paint: Paint) -> list[Outline]:
    """Return a rectangle."""
    return polygon(((left, top), (right, top), (right, bottom), (left, bottom)), paint)


def line(points: Sequence[Point], stroke: Stroke) -> list[Outline]:
    """Return straight lines from point to point."""
    if len(points) < 2:
        return []
    return outline(points[0], points[1:], Paint("", stroke), closed=False)


def curve(points: Sequence[Point], stroke: Stroke) -> list[Outline]:
    """Return a smooth line through points (Catmull and Rom's, as Bézier curves)."""
    if len(points) < 3:
        return line(points, stroke)
    steps: list[Step] = []
    for index in range(len(points) - 1):
        before, here = points[max(index - 1, 0)], points[index]
        there, after = points[index + 1], points[min(index + 2, len(points) - 1)]
        steps.append(
            (
                here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6,
                there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6,
                *there,
            )
        )  # fmt: skip
    return outline(points[0], steps, Paint("", stroke), closed=False)


def arc(center: Point, radius: float, start: float, end: float) -> list[Step]:
    """Return the curves along a circle; angles in radians, clockwise from the top."""
    count = max(1, math.ceil(abs(end - start) / _QUARTER - 1e-9))
    step = (end - start) / count
    reach = 4 / 3 * math.tan(step / 4) * radius
    found: list[Step] = []
    for index in range(count):
        one, other = start + index * step, start + (index + 1) * step
        (x1, y1), (x2, y2) = on_circle(center, radius, one), on_circle(center, radius, other)
        found.append(
            (
                x1 + reach * math.cos(one), y1 + reach * math.sin(one),
                x2 - reach * math.cos(other), y2 - reach * math.sin(other), x2, y2,
            )
        )  # fmt: skip
    return found


def on_circle(center: Point, radius: float, angle: float) -> Point:
    """Return a point of a circle, clockwise from the top."""
    return center[0] + radius * math.sin(angle), center[1] - radius * math.cos(angle)


def sector(
    center: Point, radii: tuple[float, float], ends: tuple[float, float], paint: Paint
) -> list[Outline]:
    """Return a slice between two radii (the inner one may be 0) and two angles."""
    inner, outer = radii
    start, end = ends
    if end - start <= 0:
        return []
    steps = arc(center, outer, start, end)
    if inner:
        steps += [on_circle(center, inner, end), *arc(center, inner, end, start)]
    elif end - start < 2 * math.pi - 1e-9:
        steps.append(center)
    return outline(on_circle(center, outer, start), steps, paint, closed=True)


def marker(sign: Marker, x: float, y: float) -> list[Outline]:
    """Return the sign at a point of a line."""
    half = sign.size * 10
    if sign.symbol == "none":
        return []
    if sign.symbol in {"circle", "dot"}:
        steps = arc((x, y), half, 0.0, 2 * math.pi)
        return outline((x, y - half), steps, sign.paint, closed=True)
    if sign.symbol in {"x", "plus", "star"}:
        return _strokes(sign, x, y, half)
    forms: dict[str, tuple[Point, ...]] = {
        "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "triangle": ((0, -1), (1, 1), (-1, 1)),
        "dash": ((-1, -0.3), (1, -0.3), (1, 0.3), (-1, 0.3)),
    }
    square: tuple[Point, ...] = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    form = forms.get(sign.symbol, square)
    return polygon([(x + half * dx, y + half * dy) for dx, dy in form], sign.paint)


def _strokes(sign: Marker, x: float, y: float, half: float) -> list[Outline]:
    slanted = (((-half, -half), (half, half)), ((-half, half), (half, -half)))
    upright = (((0.0, -half), (0.0, half)), ((-half, 0.0), (half, 0.0)))
    pairs = {"x": slanted, "plus": upright, "star": slanted + upright[:1]}[sign.symbol]
    return [
        each
        for (x1, y1), (x2, y2) in pairs
        for each in line([(x + x1, y + y1), (x + x2, y + y2)], sign.paint.stroke)
    ]
