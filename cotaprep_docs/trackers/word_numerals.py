"""How the number of an item reads in each of Word's forms, and what a document can say of them."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.prose.prose import Marca
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import MAX_CARDINAL, MAX_ORDINAL, MAX_ROMAN, cardinal, ordinal, roman

MARKS: Final = {
    "bullet": Marca.VINETA,
    "decimal": Marca.NUMERO,
    "decimalZero": Marca.NUMERO_CON_CERO,
    "lowerLetter": Marca.LETRA,
    "upperLetter": Marca.LETRA_MAYUSCULA,
    "lowerRoman": Marca.ROMANO,
    "upperRoman": Marca.ROMANO_MAYUSCULA,
    "ordinal": Marca.ORDINAL_CIFRA,
    "ordinalText": Marca.ORDINAL,
    "cardinalText": Marca.CARDINAL,
}
_ALPHABET: Final = 26
_MAX_REPEATED: Final = 30


def numeral(marca: Marca | None, number: int) -> str:
    """Return a number as a kind of mark says it; in figures where that has none for it."""
    match marca:
        case Marca.LETRA | Marca.LETRA_MAYUSCULA:
            text = _letters(number)
        case Marca.ROMANO | Marca.ROMANO_MAYUSCULA if 0 < number <= MAX_ROMAN:
            text = roman(number).lower()
        case Marca.NUMERO_CON_CERO:
            text = f"{number:02d}"
        case Marca.ORDINAL_CIFRA:
            text = f"{number}.º"
        case Marca.ORDINAL if 0 < number <= MAX_ORDINAL:
            text = sentence_case(ordinal(number))
        case Marca.CARDINAL if 0 <= number <= MAX_CARDINAL:
            text = sentence_case(cardinal(number))
        case _:
            text = str(number)
    return text.upper() if marca in (Marca.LETRA_MAYUSCULA, Marca.ROMANO_MAYUSCULA) else text


def _letters(number: int) -> str:
    """Return the letter of a number; after «z» Word goes on with «aa», «bb»."""
    if not number:
        return ""
    times, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + letter) * (times % _MAX_REPEATED + 1)
