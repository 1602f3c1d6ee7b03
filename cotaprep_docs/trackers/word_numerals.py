"""How the number of an item reads in each of Word's forms, and what a document can say of them."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.prose.prose import Marca
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numerals import numeral

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
_FORMS: Final = {marca: form for form, marca in MARKS.items()}


def read_numeral(marca: Marca | None, number: int) -> str:
    """Return a number as a kind of mark says it; in figures where that has none for it."""
    text = numeral(number, _FORMS[marca] if marca is not None else "decimal")
    return sentence_case(text) if marca in (Marca.ORDINAL, Marca.CARDINAL) else text
