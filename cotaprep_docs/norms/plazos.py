"""Terms counted in months and days, and the days on which nobody works."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from cotaprep_docs.records import record


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or earlier; the month's last day where it has none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def shift(day: dt.date, months: int, days: int) -> dt.date:
    """Return a day moved by months and then by days: «two months and a half» is two months and 15 days."""
    return add_months(day, months) + dt.timedelta(days=days)


def month_end(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


Matcher = Callable[[dt.date], bool]

_WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip
_NTH = ("primer", "segundo", "tercer", "cuarto")
_FIXED = re.compile(rf"(\d{{1,2}}) de ({'|'.join(_MONTHS)})(?: de (\d{{4}}))?")
_FLOATING = re.compile(rf"({'|'.join(_NTH)}) ({'|'.join(_WEEKDAYS)}) de ({'|'.join(_MONTHS)})")


@record(frozen=True, slots=True)
class Inhabiles:
    """The days on which nobody works, as the norms file lists them.

    Attributes:
        names: each as written, with what recognises it.
        unknown: entries that nobody understands.
    """

    names: tuple[tuple[str, Matcher], ...]
    unknown: tuple[str, ...] = ()

    def name_of(self, day: dt.date) -> str:
        """Return why nobody works on a day; empty on a working day."""
        return next((name for name, matches in self.names if matches(day)), "")


def parse_inhabiles(text: str) -> Inhabiles:
    """Return the days of a list such as «sábado, domingo, 1 de enero, tercer lunes de marzo»."""
    names: list[tuple[str, Matcher]] = []
    unknown: list[str] = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        matcher = _matcher(_folded(entry))
        if matcher is None:
            unknown.append(entry)
        else:
            names.append((entry, matcher))
    return Inhabiles(tuple(names), tuple(unknown))


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())


def _matcher(entry: str) -> Matcher | None:
    if entry in _WEEKDAYS:
        weekday = _WEEKDAYS.index(entry)
        return lambda day: day.weekday() == weekday
    if fixed := _FIXED.fullmatch(entry):
        number, month = int(fixed[1]), _MONTHS.index(fixed[2]) + 1
        year = int(fixed[3]) if fixed[3] else None
        return lambda day: (day.day, day.month) == (number, month) and year in (None, day.year)
    if floating := _FLOATING.fullmatch(entry):
        nth, weekday = _NTH.index(floating[1]), _WEEKDAYS.index(floating[2])
        month = _MONTHS.index(floating[3]) + 1
        return lambda day: (day.month, day.weekday(), (day.day - 1) // 7) == (month, weekday, nth)
    return None
