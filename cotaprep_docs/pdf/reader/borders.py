"""Borders and shading, shared by runs, paragraphs and tables."""

from __future__ import annotations

from lxml import etree

from cotaprep_docs.pdf.model.style import NO_BORDER, Border, ParaBorders
from cotaprep_docs.pdf.reader.values import W, attribute, color, number


def read_border(element: etree._Element | None) -> Border | None:
    """Return one border, or None where the element is absent (so that it is inherited)."""
    if element is None:
        return None
    style = attribute(element, default="none")
    if style in {"nil", "none"}:
        return NO_BORDER
    eighths = number(element.get(W + "sz"), 4, low=0, high=96)
    width = max(1, round(eighths * 20 / 8))
    space = number(element.get(W + "space"), 0, low=0, high=31) * 20
    return Border(style, width, color(element.get(W + "color"), "000000"), space)


def read_para_borders(element: etree._Element) -> ParaBorders:
    """Return ``w:pBdr``."""
    sides = {name: read_border(element.find(W + name)) or NO_BORDER for name in ("top", "bottom", "between")}
    left = element.find(W + "left")
    right = element.find(W + "right")
    sides["left"] = read_border(element.find(W + "start") if left is None else left) or NO_BORDER
    sides["right"] = read_border(element.find(W + "end") if right is None else right) or NO_BORDER
    return ParaBorders(**sides)


def read_shade(element: etree._Element | None) -> str:
    """Return the fill of ``w:shd``; patterns come out as their mixture."""
    if element is None:
        return ""
    fill = color(element.get(W + "fill"))
    pattern = attribute(element)
    if pattern == "solid":
        return color(element.get(W + "color"), "000000")
    if pattern.startswith("pct"):
        return _mix(fill or "FFFFFF", color(element.get(W + "color"), "000000"), number(pattern[3:]))
    return fill


def _mix(paper: str, ink: str, percent: int) -> str:
    share = min(max(percent, 0), 100) / 100
    channels = (
        round(int(paper[i : i + 2], 16) * (1 - share) + int(ink[i : i + 2], 16) * share) for i in (0, 2, 4)
    )
    return "".join(f"{channel:02X}" for channel in channels)
