"""Enumerations in prose, with the conjunction that sounds right.

«Y» becomes «e» before the vowel /i/ and «o» becomes «u» before /o/ (RAE, DPD, «y²» and «o²»). What counts
is what is read aloud: «7 u 8», «VII u VIII», «fracciones I y II» (one and two), «INE e IEPC». Foreign
pronunciation is not known here: «Hitler» or «iPhone» would need the other conjunction.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence

from cotaprep_docs.spanish.numbers import cardinal

_FIRST_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+")
_LIST_COMMA = re.compile(r",(?!\d)")

_ROMAN_BEFORE_Y = re.compile(r"I|II|III|IV|IX|ii|iii|iv|ix")
_ROMAN_BEFORE_U = re.compile(r"VIII|XI|LXXX[IVX]*|DCCC[CLXVIM]*")
_VOWEL_I = re.compile(r"y$|h?[iíï](?![aeouáéóúü])|h?[íï]|h?y[^\W\daeiouáéíóú_]")
_GLIDE_I = re.compile(r"i[aeou]")
_VOWEL_O = re.compile(r"h?[oóö]")


def join_and(items: Sequence[str]) -> str:
    """Return the items as a list: «Ana, Beto y Carla», «Ana e Isabel».

    No comma goes before the conjunction. When an item has commas of its own, semicolons part the items,
    also the last («Ana Ruiz, consejera; y Luis Paz, consejero»; RAE, *Ortografía*, III).
    """
    return _joined(items, and_separators(items))


def join_or(items: Sequence[str]) -> str:
    """Return the items as alternatives: «siete u ocho», «titular, suplente o invitada»."""
    return _joined(items, _separators(items, conjunction_or))


def first_of(items: Sequence[str], limit: int) -> str:
    """Return the first items and how many more there are: «Ana, Beto y 3 más»; one more is told too."""
    rest = len(items) - limit
    return ", ".join(items) if rest <= 1 else f"{', '.join(items[:limit])} y {rest} más"


def and_separators(items: Sequence[str]) -> tuple[str, ...]:
    """Return what goes between the items of `join_and`, for lists whose items are more than text."""
    return _separators(items, conjunction_and)


def conjunction_and(next_word: str) -> str:
    """Return «y» or «e», by how the next words begin.

    Before «hie-», «hia-», «hio-», «ia-», «ie-», «io-» it is «y» («agua y hielo»); the norm admits both
    before words like «hiato» and «ion», and «y» is written. Initials are spelt out, hence «e IEPC».
    """
    start = _first_letter_on(next_word)
    word = _first_word(start)
    if not word or _ROMAN_BEFORE_Y.fullmatch(word):
        return "y"
    spelt = len(word) > 1 and word.isupper() and _GLIDE_I.match(word.lower()) is not None
    return "e" if spelt or _VOWEL_I.match(word.lower()) else "y"


def conjunction_or(next_word: str) -> str:
    """Return «o» or «u», by how the next words begin; figures count as read («7 u 8», «10 u 11»)."""
    start = _first_letter_on(next_word)
    number = _NUMBER.match(start)
    word = _leading_cardinal(number.group()) if number else _first_word(start)
    return "u" if _ROMAN_BEFORE_U.fullmatch(word) or _VOWEL_O.match(word.lower()) else "o"


def _joined(items: Sequence[str], separators: Sequence[str]) -> str:
    pairs = itertools.zip_longest(items, separators, fillvalue="")
    return "".join(f"{item}{separator}" for item, separator in pairs)


def _separators(items: Sequence[str], conjunction: Callable[[str], str]) -> tuple[str, ...]:
    if len(items) < 2:
        return ()
    has_commas = any(_LIST_COMMA.search(item) for item in items)
    between = "; " if has_commas else ", "
    last = f"{'; ' if has_commas else ' '}{conjunction(items[-1])} "
    return (between,) * (len(items) - 2) + (last,)


def _first_letter_on(text: str) -> str:
    """Return the text from its first letter or digit on, past quotes and brackets."""
    composed = unicodedata.normalize("NFC", text)
    found = _FIRST_LETTER_OR_DIGIT.search(composed)
    return composed[found.start() :] if found else ""


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found.group() if found else ""


def _leading_cardinal(figures: str) -> str:
    """Return the words of the figures read first: of 8,000,000 «ocho», of 11,000 «once»."""
    plain = re.sub(r"\D", "", figures)
    return cardinal(int(plain[: (len(plain) - 1) % 3 + 1]))
