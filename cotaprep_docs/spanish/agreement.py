"""Agreement: articles, nouns after a number, and words that follow a person's gender.

A person's gender is `Gender` or None. None is never guessed: it stands for somebody whose gender nobody
captured, and for bodies and collectives, and gives the inclusive form that the institutes' guides on
inclusive language use («la o el», «las y los», or a neutral wording given by the caller).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cotaprep_docs.spanish.numbers import Gender, cardinal

_SINGULAR_ARTICLES = {Gender.FEMININE: "la", Gender.MASCULINE: "el", None: "la o el"}
_PLURAL_ARTICLES = {Gender.FEMININE: "las", Gender.MASCULINE: "los", None: "las y los"}

# An accent mark on the first vowel, or no mark and exactly two syllables, which then stress the first.
_MARKED_A = re.compile(r"h?á")
_TWO_SYLLABLES_FROM_A = re.compile(r"h?a[iu]?[^aeiouáéíóúü]+(?:[iu]?[aeo][iu]?|[iu])[ns]?$")


def article(gender: Gender | None, *, plural: bool = False) -> str:
    """Return the definite article: «el», «la», «los», «las»; «la o el», «las y los» for None."""
    return (_PLURAL_ARTICLES if plural else _SINGULAR_ARTICLES)[gender]


def agree(gender: Gender | None, masculine: str, feminine: str, neutral: str) -> str:
    """Return the form for a gender: ``agree(g, "el Secretario", "la Secretaria", "la Secretaría")``."""
    if gender is None:
        return neutral
    return feminine if gender is Gender.FEMININE else masculine


def group_article(genders: Iterable[Gender | None]) -> str:
    """Return the article of several people: «las», «los», or «las y los».

    The double form is for mixed groups, and for groups in which some gender is not known (or that are
    empty: an article before a noun in general).
    """
    found = set(genders)
    return article(found.pop() if len(found) == 1 else None, plural=True)


def plural(n: int, singular: str, plural: str) -> str:
    """Return the noun that goes with a number; zero takes the plural («cero votos»)."""
    return singular if n == 1 else plural


def figured(n: int, singular: str, plural_form: str) -> str:
    """Return a number in figures with its noun: «1 error», «3 errores»."""
    return f"{n} {plural(n, singular, plural_form)}"


def counted(n: int, singular: str, plural: str, gender: Gender) -> str:
    """Return a number in words with its noun: «un punto», «veintiuna fojas», «tres integrantes».

    Before a feminine noun that begins with a stressed /a/, «una» becomes «un»: «un acta» (RAE, DPD, «un»).
    In longer numbers the norm leaves it open, and the feminine is written: «veintiuna actas».

    Raises:
        ValueError: the number is out of the range of `cardinal`.
    """
    if n == 1:
        return f"{_one_before(singular, gender)} {singular}"
    return f"{cardinal(n, gender)} {plural}"


def _one_before(noun: str, gender: Gender) -> str:
    return cardinal(1, Gender.MASCULINE if _begins_with_stressed_a(noun) else gender)


def _begins_with_stressed_a(noun: str) -> bool:
    word = noun.partition(" ")[0].lower()
    return bool(_MARKED_A.match(word) or _TWO_SYLLABLES_FROM_A.match(word))
