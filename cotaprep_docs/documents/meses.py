"""From a month as typed to the month it means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from cotaprep_docs.documents.busqueda import nearest
from cotaprep_docs.documents.problem_kinds import UNKNOWN_MES
from cotaprep_docs.documents.redaccion import LIBRO_AVANCES
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.spanish.dates import month_name
from cotaprep_docs.spanish.names import without_accents

_MONTHS = [month_name(number) for number in range(1, 13)]
_SHORT = 3
"""Letters a month may be cut down to."""
_WORD = re.compile(r"[a-z]+")
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def month_key(month: dt.date) -> str:
    """Return ``2024-01``, as file names carry it."""
    return f"{month:%Y-%m}"


def find_month(clave: str, months: Sequence[dt.date]) -> dt.date:
    """Return which of some months a key means: ``2024-01``, ``01/2024``, ``ene-2024``, ``enero``.

    Raises:
        UsageProblem: it means none of them, or more than one.
    """
    year, number = _parse(clave)
    found = [month for month in months if month.month == number and (year is None or month.year == year)]
    if len(found) == 1:
        return found[0]
    keys = [month_key(month) for month in months]
    raise UsageProblem(
        UNKNOWN_MES.at(
            CellLocation(LIBRO_AVANCES, "Avance mensual"),
            clave=clave,
            parecida=nearest(clave, keys),
            claves=", ".join(keys) or "todavía no tiene ninguno",
        )
    )


def _parse(clave: str) -> tuple[int | None, int | None]:
    text = without_accents(clave).lower()
    year = _YEAR.search(text)
    rest = text.replace(year[0], " ", 1) if year else text
    number = next((int(each) for each in _NUMBER.findall(rest)), None)
    words = [word for word in _WORD.findall(rest) if word not in {"de", "del"}]
    named = [
        position
        for position, month in enumerate(_MONTHS, 1)
        for word in words
        if word == month or (len(word) >= _SHORT and month.startswith(word))
    ]
    return (int(year[0]) if year else None), (named[0] if named else number)


def named_months(text: str, until: dt.date) -> tuple[dt.date, ...]:
    """Return the months a sentence names, the last time each came before a day; in order.

    «meses de noviembre y diciembre» in a session of January means those of the year before.
    """
    words = _WORD.findall(without_accents(text).lower())
    numbers = [position for position, month in enumerate(_MONTHS, 1) if month in words]
    found = []
    for number in numbers:
        year = until.year if number <= until.month else until.year - 1
        found.append(dt.date(year, number, 1))
    return tuple(sorted(found))
