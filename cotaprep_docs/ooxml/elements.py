"""What elements of WordprocessingML say: values, numbers and switches of files that may say anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cotaprep_docs.ooxml.names import qn

if TYPE_CHECKING:
    from lxml import etree

_VAL: Final = qn("w:val")
_ON: Final = ("1", "true", "on")
_OFF: Final = ("0", "false", "off")
_MAX: Final = 999_999_999
_MAX_DIGITS: Final = len(str(_MAX))

LIST_LEVELS: Final = 9
"""Levels that a list of Word has (17.9.6)."""

TRANSPARENT: Final = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
"""What wraps a part of a text and leaves it as it is."""


_LOOK: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
    "noVBand": 0x400,
}  # fmt: skip


def look_of(look: etree._Element) -> frozenset[str]:
    """Return what a ``w:tblLook`` asks for, said by name or, as older programs do, in one number."""
    try:
        bits = int(look.get(_VAL) or "0", 16)
    except ValueError:
        bits = 0
    said = {name: look.get(qn(f"w:{name}"), "").lower() for name in _LOOK}
    return frozenset(name for name, bit in _LOOK.items() if (said[name] in _ON if said[name] else bits & bit))


def value_of(element: etree._Element, *path: str) -> str:
    """Return the value of what stands at a path within an element; empty where there is nothing."""
    found = element.find("/".join(map(qn, path)))
    return found.get(_VAL, "") if found is not None else ""


def number_of(text: str, default: int = 0, *, high: int = _MAX) -> int:
    """Return a number of a file that may say anything, between 0 and a bound."""
    return min(int(text), high) if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS else default


def switch_of(element: etree._Element, *path: str) -> bool | None:
    """Return whether what stands at a path within an element is on; None where there is nothing."""
    found = element.find("/".join(map(qn, path)))
    return None if found is None else found.get(_VAL, "1") not in _OFF
