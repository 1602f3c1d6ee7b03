"""Number formats of lists and page numbers (``ST_NumberFormat``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from cotaprep_docs.spanish.numerals import numeral

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
    text = numeral(number, form)
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
