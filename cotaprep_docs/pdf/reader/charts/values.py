"""Small values of chart elements: ``c:x/@val`` as text, number, switch."""

from __future__ import annotations

import math
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES

C: Final = "{" + NAMESPACES["c"] + "}"
A: Final = "{" + NAMESPACES["a"] + "}"
EMU_PER_TWIP: Final = 635.0
_LIMIT: Final = 1e300
MAX_POINTS: Final = 5_000


def value(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return ``val`` of the child ``c:name``."""
    child = None if element is None else element.find(C + name)
    return default if child is None else str(child.get("val", default))


def switch(element: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """Return a switch; the element without a value is on."""
    child = None if element is None else element.find(C + name)
    return default if child is None else child.get("val", "1") not in {"0", "false"}


def real(text: str | None) -> float | None:
    """Return a number, or None for what is none."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < _LIMIT else None


def whole(text: str | None, default: int, low: int, high: int) -> int:
    """Return a whole number within bounds; a sign for percent at its end does not matter."""
    number = real((text or "").rstrip("%"))
    return default if number is None else int(min(max(number, low), high))
