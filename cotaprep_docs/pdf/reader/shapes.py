"""Drawn shapes and text boxes: DrawingML (``wps:wsp``) and VML."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import Anchor, Block, Shape, Sides
from cotaprep_docs.pdf.model.style import NO_BORDER, Border, CharProps
from cotaprep_docs.pdf.problem_kinds import UNSUPPORTED_OBJECT
from cotaprep_docs.pdf.reader.anchors import css, css_length, read_vml_anchor
from cotaprep_docs.pdf.reader.colors import vml_color
from cotaprep_docs.pdf.reader.parts import Source
from cotaprep_docs.pdf.reader.values import W, emu, number
from cotaprep_docs.records import unchecked

Element = etree._Element  # noqa: SLF001 - lxml names its element class so
ReadBlocks = Callable[[Element], tuple[Block, ...]]

_A: Final = "{" + NAMESPACES["a"] + "}"
_V: Final = "{" + NAMESPACES["v"] + "}"
WPS: Final = "{" + NAMESPACES["wps"] + "}"
_KINDS: Final = {
    "rect": "rect", "flowChartProcess": "rect", "roundRect": "roundRect", "ellipse": "ellipse",
    "flowChartConnector": "ellipse", "line": "line", "straightConnector1": "line",
}  # fmt: skip
_DASHES: Final = {
    "dash": "dashed", "sysDash": "dashed", "lgDash": "dashed", "dot": "dotted", "sysDot": "dotted",
    "dashDot": "dotDash", "lgDashDot": "dotDash", "sysDashDot": "dotDash", "lgDashDotDot": "dotDotDash",
}  # fmt: skip
_VML_KINDS: Final = {"rect": "rect", "oval": "ellipse", "line": "line", "roundrect": "roundRect"}
_TEXT_BOX: Final = "_t202"
_ANCHORS: Final = {"t": "top", "ctr": "center", "b": "bottom"}
_HAIR: Final = 15  # three quarters of a point, where a line has no width
# Insets where none are said (Part 1, 21.1.2.1.1): 0.05 inch above and below, 0.1 beside.
_INSETS: Final = Sides(72, 144, 72, 144)


@unchecked(frozen=True, slots=True)
class ShapeReader:
    """Reads shapes; `read_blocks` reads the text in them."""

    source: Source
    read_blocks: ReadBlocks

    def drawing(
        self, shape: etree._Element, size: tuple[int, int], anchor: Anchor | None, props: CharProps
    ) -> Shape | None:
        """Return a ``wps:wsp``; None, and said, where it cannot be drawn."""
        properties = shape.find(WPS + "spPr")
        geometry = None if properties is None else properties.find(_A + "prstGeom")
        name = "" if geometry is None else str(geometry.get("prst", ""))
        kind = _KINDS.get(name, "")
        text = shape.find(f"{WPS}txbx/{W}txbxContent")
        transform = None if properties is None else properties.find(_A + "xfrm")
        turned = transform is not None and number(transform.get("rot"), 0) % 21_600_000 != 0
        if not kind or (turned and kind != "ellipse"):
            what = f"forma «{name}»" + (" girada" if turned else "")
            self.source.notices.add(
                UNSUPPORTED_OBJECT, what=what + ("; se escribió su texto" if text is not None else "")
            )
            if text is None:
                return None
        body = shape.find(WPS + "bodyPr")
        return Shape(
            kind,
            *size,
            props,
            self._fill(shape, properties) if kind else "",
            self._line(shape, properties) if kind else NO_BORDER,
            _read_insets(body),
            () if text is None else self.read_blocks(text),
            _ANCHORS.get("" if body is None else str(body.get("anchor", "")), "top"),
            grows=body is not None and body.find(_A + "spAutoFit") is not None,
            anchor=anchor,
            rising=kind == "line" and _flips(transform),
        )

    def _fill(self, shape: etree._Element, properties: etree._Element | None) -> str:
        if properties is None or properties.find(_A + "noFill") is not None:
            return ""
        solid = properties.find(_A + "solidFill")
        if solid is not None:
            return self.source.palette.read(solid)
        if properties.find(_A + "gradFill") is not None or properties.find(_A + "blipFill") is not None:
            self.source.notices.add(UNSUPPORTED_OBJECT, what="el relleno degradado o de imagen de una forma")
            return self.source.palette.read(properties.find(f"{_A}gradFill/{_A}gsLst/{_A}gs"))
        return self._styled(shape, "fillRef")

    def _line(self, shape: etree._Element, properties: etree._Element | None) -> Border:
        line = None if properties is None else properties.find(_A + "ln")
        if line is not None and line.find(_A + "noFill") is not None:
            return NO_BORDER
        solid = None if line is None else line.find(_A + "solidFill")
        color = self._styled(shape, "lnRef") if solid is None else self.source.palette.read(solid)
        if not color:
            return NO_BORDER
        width = _HAIR if line is None else emu(line.get("w")) or _HAIR
        dash = None if line is None else line.find(_A + "prstDash")
        style = "single" if dash is None else _DASHES.get(str(dash.get("val", "")), "single")
        return Border(style, width, color)

    def _styled(self, shape: etree._Element, name: str) -> str:
        """Return the colour a shape takes from the theme's style; index 0 is none."""
        reference = shape.find(f"{WPS}style/{_A}{name}")
        if reference is None or reference.get("idx", "0") == "0":
            return ""
        return self.source.palette.read(reference)

    def vml(self, shape: etree._Element, props: CharProps) -> Shape | None:
        """Return a VML shape; None, and said, where it cannot be drawn."""
        text = shape.find(f"{_V}textbox/{W}txbxContent")
        name = str(shape.tag)[len(_V) :]
        kind = _VML_KINDS.get(name, "rect" if str(shape.get("type", "")).endswith(_TEXT_BOX) else "")
        if not kind and text is None:
            self.source.notices.add(UNSUPPORTED_OBJECT, what="una forma antigua (VML)")
            return None
        anchor, (width, height), rising = _vml_place(shape, kind)
        filled = kind not in {"", "line"} and str(shape.get("filled", "t"))[:1] not in {"f", "0"}
        stroked = kind and str(shape.get("stroked", "t"))[:1] not in {"f", "0"}
        weight = css_length(shape.get("strokeweight"), _HAIR)
        box = shape.find(_V + "textbox")
        return Shape(
            kind,
            width,
            height,
            props,
            vml_color(shape.get("fillcolor"), "FFFFFF") if filled else "",
            Border("single", weight, vml_color(shape.get("strokecolor"), "000000")) if stroked else NO_BORDER,
            _vml_insets(box),
            () if text is None else self.read_blocks(text),
            css(shape).get("v-text-anchor", "top").replace("middle", "center"),
            grows=box is not None and css(box).get("mso-fit-shape-to-text") == "t",
            anchor=anchor,
            rising=rising,
        )


def _flips(transform: etree._Element | None) -> bool:
    """Tell whether a line goes up: flipped once, not twice."""
    marks = () if transform is None else (transform.get("flipH", "0"), transform.get("flipV", "0"))
    return sum(mark in {"1", "true"} for mark in marks) == 1


def _read_insets(body: etree._Element | None) -> Sides:
    if body is None:
        return _INSETS
    said = (("tIns", _INSETS.top), ("rIns", _INSETS.right), ("bIns", _INSETS.bottom), ("lIns", _INSETS.left))
    return Sides(*(default if body.get(name) is None else emu(body.get(name)) for name, default in said))


def _vml_insets(box: etree._Element | None) -> Sides:
    parts = [] if box is None else str(box.get("inset", "")).split(",")
    parts += [""] * (4 - len(parts))
    defaults = (_INSETS.left, _INSETS.top, _INSETS.right, _INSETS.bottom)
    left, top, right, bottom = (
        css_length(part.strip(), default) for part, default in zip(parts[:4], defaults, strict=True)
    )
    return Sides(top, right, bottom, left)


def _vml_place(shape: etree._Element, kind: str) -> tuple[Anchor | None, tuple[int, int], bool]:
    """Return where a VML shape hangs, its size, and whether it is a line that goes up."""
    anchor, style = read_vml_anchor(shape), css(shape)
    size = (max(css_length(style.get("width"), 1440), 1), max(css_length(style.get("height"), 1440), 1))
    if kind != "line":
        return anchor, size, False
    (x1, y1), (x2, y2) = (_point(shape.get(end)) for end in ("from", "to"))
    if anchor is not None:
        anchor = dataclasses.replace(anchor, x=anchor.x + min(x1, x2), y=anchor.y + min(y1, y2))
    return anchor, (abs(x2 - x1), abs(y2 - y1)), (x2 - x1) * (y2 - y1) < 0


def _point(text: str | None) -> tuple[int, int]:
    x, _, y = str(text or "").partition(",")
    return css_length(x), css_length(y)
