"""Numbers as lists and pages count them, in the forms of Word (``ST_NumberFormat``); words in Spanish."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Final

from cotaprep_docs.spanish.numbers import MAX_CARDINAL, MAX_ORDINAL, MAX_ROMAN, cardinal, ordinal, roman

_NOTE_SIGNS: Final = "*†‡§"
_MAX_REPEATED: Final = 30


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= MAX_ROMAN else str(number)


def _cardinal_text(number: int) -> str:
    return cardinal(number) if 0 <= number <= MAX_CARDINAL else str(number)


def _ordinal_text(number: int) -> str:
    return ordinal(number) if 0 < number <= MAX_ORDINAL else str(number)


def _letter(number: int) -> str:
    """Return the letter of a number; after «Z» come «AA», «BB», as many as Word puts, and then «A» again."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(string.ascii_uppercase))
    return string.ascii_uppercase[place] * (times % _MAX_REPEATED + 1)


def _note_sign(number: int) -> str:
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(_NOTE_SIGNS))
    return _NOTE_SIGNS[place] * (times + 1)


_FORMS: Final[dict[str, Callable[[int], str]]] = {
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


def numeral(number: int, form: str) -> str:
    """Return a number in a form of Word; in figures where the form is not known, or has none for it."""
    return _FORMS.get(form, str)(number)
