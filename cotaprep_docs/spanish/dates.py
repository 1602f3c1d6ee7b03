"""Dates in words, in figures, and in both."""

from __future__ import annotations

import datetime as dt
import enum

from cotaprep_docs.spanish.numbers import cardinal


class DateStyle(enum.Enum):
    """How dates and hours are written; a setting of each institution.

    `LETRA` is all words; `CIFRA_Y_LETRA` gives each figure and then its words, as electoral institutes of
    Jalisco do («30 treinta de enero de 2024 dos mil veinticuatro»); `CIFRA` is figures only.
    """

    LETRA = "letra"
    CIFRA_Y_LETRA = "cifra y letra"
    CIFRA = "cifra"


_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip
_WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def date_text(date: dt.date, style: DateStyle) -> str:
    """Return a date, such as «treinta de enero de dos mil veinticuatro».

    The first day is «primero» in words, the use of America (RAE, DPD, «fecha»), and «1» in figures: «1 de
    junio», «1 primero de junio». Years are complete, without article nor thousands comma.
    """
    day = _styled(str(date.day), _day_in_words(date.day), style)
    year = _styled(str(date.year), cardinal(date.year), style)
    return f"{day} de {month_name(date.month)} de {year}"


def short_date(date: dt.date) -> str:
    """Return a date as the cell of a table has it: «30/01/2024»."""
    return f"{date:%d/%m/%Y}"


def date_with_weekday(date: dt.date, style: DateStyle) -> str:
    """Return a date after the name of its day: «martes treinta de enero de dos mil veinticuatro»."""
    return f"{weekday_name(date)} {date_text(date, style)}"


def parse_date(text: str) -> dt.date | None:
    """Return the day that «30/01/2024», «30-1-2024» or «2024-01-30» says; None where it says none."""
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day, no hour
        except ValueError:
            continue
    return None


def month_text(day: dt.date) -> str:
    """Return the month of a day with its year: «enero de 2024»."""
    return f"{month_name(day.month)} de {day.year}"


def month_name(n: int) -> str:
    """Return the name of a month, 1 to 12, in lower case (RAE, *Ortografía*, IV).

    Raises:
        ValueError: there is no such month.
    """
    if not 1 <= n <= 12:
        raise ValueError(f"{n} is not between 1 and 12")
    return _MONTHS[n - 1]


def weekday_name(date: dt.date) -> str:
    """Return the name of a date's day of the week, in lower case."""
    return _WEEKDAYS[date.weekday()]


def _day_in_words(day: int) -> str:
    return "primero" if day == 1 else cardinal(day)


def _styled(figures: str, words: str, style: DateStyle) -> str:
    if style is DateStyle.LETRA:
        return words
    return figures if style is DateStyle.CIFRA else f"{figures} {words}"
