"""``w:rPr`` and ``w:pPr`` as partial properties: only what an element says, by field of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from lxml import etree

from cotaprep_docs.pdf.model.style import TabStop
from cotaprep_docs.pdf.reader.borders import read_para_borders, read_shade
from cotaprep_docs.pdf.reader.values import W, attribute, color, highlight, length, number, on_off

Partial = dict[str, Any]
ThemeFonts = Mapping[str, str]

# Toggle properties of Part 1, 17.7.3: a style that says them again inverts what a style above said.
TOGGLES: Final = frozenset({"bold", "italic", "caps", "small_caps", "strike", "double_strike", "hidden"})
_TOGGLE_NAMES: Final = {
    "b": "bold", "i": "italic", "caps": "caps", "smallCaps": "small_caps", "strike": "strike",
    "dstrike": "double_strike", "vanish": "hidden",
}  # fmt: skip
_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify", "thaiDistribute": "justify", "lowKashida": "justify",
    "mediumKashida": "justify", "highKashida": "justify",
}  # fmt: skip
# What Word takes for spacing: 1584 points.
_TALLEST: Final = 31_680
_TAB_ALIGNMENTS: Final = {"start": "left", "end": "right", "num": "left"}


def read_run_props(element: etree._Element | None, fonts: ThemeFonts) -> Partial:
    """Return what a ``w:rPr`` says."""
    props: Partial = {}
    if element is None:
        return props
    for child in element.iterchildren(W + "*"):
        name = child.tag[len(W) :]
        if name in _TOGGLE_NAMES:
            props[_TOGGLE_NAMES[name]] = on_off(child)
        elif name == "rFonts":
            _read_font(child, fonts, props)
        elif name in _RUN_READERS:
            _RUN_READERS[name](child, props)
    return props


def _read_font(element: etree._Element, fonts: ThemeFonts, props: Partial) -> None:
    for theme, plain in (("asciiTheme", "ascii"), ("hAnsiTheme", "hAnsi")):
        font = fonts.get(attribute(element, theme)) or attribute(element, plain)
        if font:
            props["font"] = font
            return


def _read_size(element: etree._Element, props: Partial) -> None:
    half_points = number(element.get(W + "val"), 0, low=0, high=3276)
    if half_points > 0:
        props["size"] = half_points / 2


def _read_underline(element: etree._Element, props: Partial) -> None:
    props["underline"] = attribute(element, default="single")


def _read_color(element: etree._Element, props: Partial) -> None:
    props["color"] = color(element.get(W + "val"), "000000")


def _read_run_shade(element: etree._Element, props: Partial) -> None:
    props["shade"] = read_shade(element)


def _read_highlight(element: etree._Element, props: Partial) -> None:
    props["highlight"] = highlight(attribute(element))


def _read_vertical(element: etree._Element, props: Partial) -> None:
    props["vertical"] = attribute(element, default="baseline")


def _read_spacing(element: etree._Element, props: Partial) -> None:
    props["spacing"] = number(element.get(W + "val"), 0, low=-400, high=4000)


def _read_scale(element: etree._Element, props: Partial) -> None:
    props["scale"] = number(attribute(element).rstrip("%"), 100, low=1, high=600)


def _read_position(element: etree._Element, props: Partial) -> None:
    props["raise_by"] = number(element.get(W + "val"), 0, low=-3168, high=3168) * 10


def _read_language(element: etree._Element, props: Partial) -> None:
    if attribute(element):
        props["language"] = attribute(element)


_RUN_READERS: Final[Mapping[str, Callable[[etree._Element, Partial], None]]] = {
    "sz": _read_size,
    "u": _read_underline,
    "color": _read_color,
    "shd": _read_run_shade,
    "highlight": _read_highlight,
    "vertAlign": _read_vertical,
    "spacing": _read_spacing,
    "w": _read_scale,
    "position": _read_position,
    "lang": _read_language,
}


def read_para_props(element: etree._Element | None) -> Partial:
    """Return what a ``w:pPr`` says; ``num`` holds (numId, level) and ``tabs`` the stops it sets or clears."""
    props: Partial = {}
    if element is None:
        return props
    for child in element.iterchildren(W + "*"):
        name = child.tag[len(W) :]
        if name in _PARA_TOGGLES:
            props[_PARA_TOGGLES[name]] = on_off(child)
        elif name in _PARA_READERS:
            _PARA_READERS[name](child, props)
    return props


_PARA_TOGGLES: Final = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "widowControl": "widow_control",
    "pageBreakBefore": "page_break_before",
    "contextualSpacing": "contextual",
}


def _read_alignment(element: etree._Element, props: Partial) -> None:
    props["align"] = _ALIGNMENTS.get(attribute(element), "left")


def _read_indent(element: etree._Element, props: Partial) -> None:
    for field, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(W + name) is not None:
                props[field] = length(element, name)
    if element.get(W + "hanging") is not None:
        props["first"] = -length(element, "hanging")
    elif element.get(W + "firstLine") is not None:
        props["first"] = length(element, "firstLine")


def _read_para_spacing(element: etree._Element, props: Partial) -> None:
    for name in ("before", "after"):
        if element.get(W + name) is not None:
            props[name] = min(max(0, length(element, name)), _TALLEST)
        automatic = element.get(W + name + "Autospacing")
        if automatic is not None:
            props[name + "_auto"] = automatic.lower() not in {"0", "false", "off"}
    if element.get(W + "line") is not None:
        props["line"] = min(length(element, "line", 240), _TALLEST) or 240
        props["line_rule"] = attribute(element, "lineRule", "auto")


def _read_tabs(element: etree._Element, props: Partial) -> None:
    stops = props.setdefault("tabs", {})
    for child in element.iterchildren(W + "tab"):
        position = length(child, "pos")
        align = attribute(child, default="left")
        stops[position] = (
            None
            if align == "clear"
            else TabStop(position, _TAB_ALIGNMENTS.get(align, align), attribute(child, "leader", "none"))
        )


def _read_number(element: etree._Element, props: Partial) -> None:
    for child in element.iterchildren(W + "numId", W + "ilvl"):
        field = "num_id" if child.tag == W + "numId" else "level"
        props[field] = attribute(child) if field == "num_id" else number(attribute(child), 0, low=0, high=8)


def _read_para_borders(element: etree._Element, props: Partial) -> None:
    props["borders"] = read_para_borders(element)


def _read_para_shade(element: etree._Element, props: Partial) -> None:
    props["shade"] = read_shade(element)


def _read_outline(element: etree._Element, props: Partial) -> None:
    props["outline"] = number(attribute(element), 9, low=0, high=9)


_PARA_READERS: Final[Mapping[str, Callable[[etree._Element, Partial], None]]] = {
    "jc": _read_alignment,
    "ind": _read_indent,
    "spacing": _read_para_spacing,
    "tabs": _read_tabs,
    "numPr": _read_number,
    "pBdr": _read_para_borders,
    "shd": _read_para_shade,
    "outlineLvl": _read_outline,
}


def merge(base: Partial, over: Partial) -> Partial:
    """Return `base` overridden by `over`; tab stops add up."""
    merged = {**base, **over}
    if "tabs" in base and "tabs" in over:
        merged["tabs"] = {**base["tabs"], **over["tabs"]}
    return merged
