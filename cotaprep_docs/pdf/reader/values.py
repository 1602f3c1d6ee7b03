"""Values of WordprocessingML attributes: on/off, twips, colours; bad ones never raise."""

from __future__ import annotations

import math
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES

W: Final = "{" + NAMESPACES["w"] + "}"
R: Final = "{" + NAMESPACES["r"] + "}"
XML_SPACE: Final = "{" + NAMESPACES["xml"] + "}space"

# The largest page Word makes is 22 inches; anything beyond ten times that is a damaged number.
LIMIT: Final = 22 * 1440 * 10
EMU_PER_TWIP: Final = 635

_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
_OFF: Final = frozenset({"0", "false", "off"})
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip
_HEX: Final = frozenset("0123456789abcdefABCDEF")


def local(element: etree._Element) -> str:
    """Return the name without namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str = "val", default: str = "") -> str:
    """Return the attribute ``w:name``."""
    return str(element.get(W + name, default))


def child_value(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return ``w:val`` of the child ``w:name``."""
    child = None if element is None else element.find(W + name)
    return default if child is None else attribute(child, default=default)


def on_off(element: etree._Element | None) -> bool:
    """Return a toggle: present without value is on (Part 1, 17.17.4)."""
    return element is not None and attribute(element, default="1").lower() not in _OFF


def on_off_attribute(element: etree._Element, name: str, default: str = "0") -> bool:
    """Return a toggle written as an attribute; absent it is off, or as `default` says."""
    return attribute(element, name, default).lower() not in _OFF


def number(text: str | None, default: int = 0, *, low: int = -LIMIT, high: int = LIMIT) -> int:
    """Return a whole number within bounds; twips too where a unit is written (``1.5in``)."""
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = _with_unit(text, float(default))
    if math.isnan(value):
        return default
    return int(min(max(value, low), high))


def _with_unit(text: str, default: float) -> float:
    factor = _UNITS.get(text[-2:].lower())
    if factor is None:
        return default
    try:
        return float(text[:-2]) * factor
    except ValueError:
        return default


def length(element: etree._Element, name: str, default: int = 0) -> int:
    """Return the attribute ``w:name`` as twips."""
    return number(element.get(W + name), default)


def emu(text: str | None) -> int:
    """Return English metric units as twips."""
    return number(text, low=-LIMIT * EMU_PER_TWIP, high=LIMIT * EMU_PER_TWIP) // EMU_PER_TWIP


def color(text: str | None, auto: str = "") -> str:
    """Return six upper-case hexadecimal digits, or `auto`."""
    if text and len(text) == 6 and _HEX.issuperset(text):
        return text.upper()
    return auto


def highlight(text: str) -> str:
    """Return the colour of a highlighter by its name."""
    return _HIGHLIGHTS.get(text, "")
