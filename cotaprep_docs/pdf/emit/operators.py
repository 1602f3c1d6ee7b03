"""Operators of a page's content (ISO 32000-1, 8.2), written out: what a page has thousands of."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

_ESCAPES: Final = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(mark): f"\\{mark}" for mark in "\\()"
}


def number(value: float) -> str:
    """Return a number as content has it, to a ten-thousandth of a point."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Sequence[float]) -> str:
    """Return numbers one after the other."""
    return " ".join(map(number, values))


@functools.lru_cache(maxsize=256)
def color(digits: str) -> str:
    """Return the operands of a colour given as six hexadecimal digits."""
    return numbers([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)])


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line, drawn."""
    return f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"


def escape(codes: bytes) -> str:
    """Return character codes as a string of content has them."""
    return codes.decode("latin-1").translate(_ESCAPES)
