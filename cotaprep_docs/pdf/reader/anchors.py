"""Where floating things hang, and how text goes around them: DrawingML and VML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import Anchor, Sides
from cotaprep_docs.pdf.problem_kinds import FLOATING
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.values import emu, number

_WP: Final = "{" + NAMESPACES["wp"] + "}"
_STYLE: Final = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_CLOSE: Final = frozenset({"tight", "through"})
_VML_SIDES: Final = {"left": "left", "right": "right", "largest": "largest"}
_VML_DISTANCE: Final = 180  # an eighth of an inch


def read_anchor(frame: etree._Element, notices: Notices, name: str) -> Anchor:
    """Return the place of a ``wp:anchor``."""
    across, down = frame.find(_WP + "positionH"), frame.find(_WP + "positionV")
    wrapping = next((e for e in frame if str(e.tag).startswith(_WP + "wrap")), None)
    wrap, side = "none", "bothSides"
    if wrapping is not None:
        wrap = str(wrapping.tag)[len(_WP) + 4 :]
        wrap = wrap[:1].lower() + wrap[1:]
        side = str(wrapping.get("wrapText", side))
    if wrap in _CLOSE:
        notices.add(FLOATING, what=name)
        wrap = "square"
    top, right, bottom, left = (emu(frame.get(f"dist{end}", "0")) for end in "TRBL")
    return Anchor(
        horizontal="column" if across is None else str(across.get("relativeFrom", "column")),
        vertical="paragraph" if down is None else str(down.get("relativeFrom", "paragraph")),
        x=_offset(across),
        y=_offset(down),
        align_x=_align(across),
        align_y=_align(down),
        behind=frame.get("behindDoc", "0") in {"1", "true"} and wrap == "none",
        wrap=wrap,
        side=side,
        distances=Sides(top, right, bottom, left),
    )


def _offset(position: etree._Element | None) -> int:
    child = None if position is None else position.find(_WP + "posOffset")
    return 0 if child is None else emu(child.text)


def _align(position: etree._Element | None) -> str:
    child = None if position is None else position.find(_WP + "align")
    return "" if child is None else (child.text or "").strip()


def css(shape: etree._Element) -> Mapping[str, str]:
    """Return the style of a VML shape."""
    return {name: text.strip() for name, text in _STYLE.findall(str(shape.get("style", "")))}


def css_length(text: str | None, default: int = 0) -> int:
    """Return a length of VML as twips; a number alone counts points."""
    if not text:
        return default
    text = text.strip()
    return number(text if text[-1:].isalpha() else text + "pt", default)


def read_vml_anchor(shape: etree._Element) -> Anchor | None:
    """Return the place of a VML shape, or None where it stands in the line."""
    style = css(shape)
    if style.get("position", "static") == "static":
        return None
    wrapping = next(shape.iter("{*}wrap"), None)
    wrap = "none" if wrapping is None else str(wrapping.get("type", "none"))
    side = "" if wrapping is None else str(wrapping.get("side", ""))
    behind = style.get("z-index", "0").startswith("-")
    return Anchor(
        horizontal=_origin(style.get("mso-position-horizontal-relative", "text"), "column"),
        vertical=_origin(style.get("mso-position-vertical-relative", "text"), "paragraph"),
        x=css_length(style.get("margin-left", style.get("left"))),
        y=css_length(style.get("margin-top", style.get("top"))),
        align_x=_aligned(style.get("mso-position-horizontal", "absolute")),
        align_y=_aligned(style.get("mso-position-vertical", "absolute")),
        behind=behind and wrap == "none",
        wrap={"tight": "square", "through": "square"}.get(wrap, wrap),
        side=_VML_SIDES.get(side, "bothSides"),
        distances=Sides(
            css_length(style.get("mso-wrap-distance-top")),
            css_length(style.get("mso-wrap-distance-right"), _VML_DISTANCE),
            css_length(style.get("mso-wrap-distance-bottom")),
            css_length(style.get("mso-wrap-distance-left"), _VML_DISTANCE),
        ),
    )


def _origin(text: str, where: str) -> str:
    return {"text": where, "char": where, "line": where}.get(text, text.replace("-margin-area", "Margin"))


def _aligned(text: str) -> str:
    return "" if text == "absolute" else text
