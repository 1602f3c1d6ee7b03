"""Number formats of lists and page numbers (``ST_NumberFormat``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cotaprep_docs.spanish.numbers import MAX_CARDINAL, MAX_ORDINAL, cardinal, ordinal

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_NOTE_SIGNS: Final = "*†‡§"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def _cardinal_text(number: int) -> str:
    return cardinal(number) if 0 <= number <= MAX_CARDINAL else str(number)


def _ordinal_text(number: int) -> str:
    return ordinal(number) if 0 < number <= MAX_ORDINAL else str(number)


def _letter(number: int) -> str:
    if not 0 < number <= 26 * 30:
        return str(number)
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _note_sign(number: int) -> str:
    if number < 1:
        return str(number)
    return _NOTE_SIGNS[(number - 1) % len(_NOTE_SIGNS)] * ((number - 1) // len(_NOTE_SIGNS) + 1)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": lambda number: f"{number}.º",
    "numberInDash": lambda number: f"- {number} -",
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "chicago": _note_sign,
    "none": lambda _: "",
}


def format_number(number: int, form: str) -> str:
    """Return a number in a format of Word; formats not known come out as plain digits."""
    formatter = _FORMATS.get(form)
    return str(number) if formatter is None else formatter(number)
