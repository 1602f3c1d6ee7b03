"""Number formats of lists and page numbers (``ST_NumberFormat``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


# The general switches of fields (Part 1, 17.16.4.3); these tell capitals from small letters, the rest not.
_ROMANS: Final = {"roman": "lowerRoman", "ROMAN": "upperRoman", "Roman": "upperRoman"}
_SWITCHES: Final = {
    "arabic": "decimal", "roman": "upperRoman", "ordinal": "ordinal", "cardtext": "cardinalText",
    "ordtext": "ordinalText", "arabicdash": "numberInDash",
}  # fmt: skip
_CASES: Final[dict[str, Callable[[str], str]]] = {
    "upper": str.upper,
    "lower": str.lower,
    "firstcap": lambda text: text[:1].upper() + text[1:],
    "caps": lambda text: " ".join(word[:1].upper() + word[1:] for word in text.split(" ")),
}


def format_number(number: int, form: str) -> str:
    """Return a number in a format of Word; formats not known come out as plain digits.

    A format may end with what is done with its letters: ``cardinalText+upper``.
    """
    form, _, case = form.partition("+")
    formatter = _FORMATS.get(form)
    text = str(number) if formatter is None else formatter(number)
    return _CASES[case](text) if case in _CASES else text


def switch_format(switches: Iterable[str]) -> str:
    r"""Return the format that the switches ``\* …`` of a field ask for, empty where they ask for none."""
    form = case = ""
    for switch in switches:
        small = switch.lower()
        if small in _CASES:
            case = "+" + small
        elif small == "alphabetic":
            form = "upperLetter" if switch.isupper() else "lowerLetter"
        else:
            form = _ROMANS.get(switch, _SWITCHES.get(small, form))
    return f"{form or 'decimal'}{case}" if case else form


def case_text(text: str, switches: Iterable[str]) -> str:
    r"""Return a text as the switches ``\* Upper``, ``\* FirstCap``… ask for it."""
    for switch in switches:
        text = _CASES.get(switch.lower(), str)(text)
    return text
