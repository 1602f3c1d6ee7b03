"""Dates, months and hours as people type them in a cell."""

from __future__ import annotations

import datetime as dt
import re

from cotaprep_docs.spanish.dates import month_name
from cotaprep_docs.spanish.names import fold_text

EPOCH_1900 = dt.datetime(1899, 12, 30)  # noqa: DTZ001  # cells of Excel know no time zone
EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
FIRST_YEAR, LAST_YEAR = 1990, 2100

_SECONDS = 86_400
_MONTHS = {month_name(n): n for n in range(1, 13)} | {"setiembre": 9}
_MONTH = r"(?P<month>[a-z]{3,10})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_DAY_NAME = r"(?:(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mar|mie|jue|vie|sab|dom)\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?: ?(?:o|a|er|°)\.?)?"
_CLOCK_TAIL = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DATE_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<year>\d{{4}})[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK_TAIL}",
        rf"(?P<day>\d{{1,2}}) ?[-/.] ?(?P<number>\d{{1,2}}) ?[-/.] ?{_YEAR}{_CLOCK_TAIL}",
        rf"{_DAY_NAME}{_DAY}(?: de |[ \-/.]+){_MONTH}(?: de[l]? |,? ?[ \-/.]+){_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
    )
)
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})",
        r"(?P<number>\d{1,2})[-/.](?P<year>\d{4})",
        rf"{_MONTH}(?: de[l]? |[ \-/.,]+){_YEAR}",
    )
)
_TIME_TAIL = r"(?: ?(?:hrs?|h|horas?)\.?)?"
_MERIDIEM = r"(?: ?(?P<half>[ap])\.? ?m\.?)?"
_SECONDS_TAIL = r"(?::(?P<s>\d{2})(?:\.\d+)?)?"
_TIME_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:a las? )?(?P<h>\d{{1,2}})(?:[:.]|h|: )(?P<m>\d{{2}}){_SECONDS_TAIL}{_MERIDIEM}{_TIME_TAIL}",
        rf"(?P<h>\d{{1,2}})(?P<m>\d{{2}}){_TIME_TAIL}",
        r"(?P<h>\d{1,2}) ?(?:hrs?|h|horas)\.?",
        r"(?P<h>\d{1,2}) ?(?P<half>[ap])\.? ?m\.?",
        r"(?P<h>\d{1,2}) horas (?:con )?(?P<m>\d{1,2}) minutos",
    )
)


def date_from_serial(serial: float, epoch: dt.datetime = EPOCH_1900) -> dt.datetime | None:
    """Return the moment of an Excel serial number, to the second; None where no act can be dated so."""
    if not 0 <= serial <= 100_000:
        return None
    moment = epoch + dt.timedelta(seconds=round(serial * _SECONDS))
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def time_from_fraction(value: float) -> dt.time:
    """Return the hour that the fraction of a day means, to the second."""
    seconds = round(value % 1 * _SECONDS) % _SECONDS
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def parse_date(text: str) -> dt.date | None:
    """Return the date a text means; None where it means none, or it is not on the calendar."""
    plain = _plain(text).replace("primero de", "1 de").replace("º", "o").replace("ª", "a")
    for form in _DATE_FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _date_of(match)
    return None


def parse_month(text: str) -> dt.date | None:
    """Return the first day of the month a text means; any date of it does."""
    plain = _plain(text)
    for form in _MONTH_FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _date_of(match)
    day = parse_date(text)
    return day.replace(day=1) if day is not None else None


def parse_time(text: str) -> dt.time | None:
    """Return the hour a text means; None where it means none."""
    plain = _plain(text)
    for form in _TIME_FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _time_of(match)
    return None


def time_from_number(value: float) -> dt.time | None:
    """Return the hour of a number that is not shown as a date: 0.5, 17, 1730, 17.3 (typed 17.30).

    None where it means none, or two: 17.5 may be 17:30 or 17:50.
    """
    if 0 <= value < 1:
        return time_from_fraction(value)
    if value.is_integer():
        hours, minutes = (int(value), 0) if value < 24 else divmod(int(value), 100)
    elif value < 24 and round(value * 100, 6).is_integer() and value % 1 not in (0.25, 0.5):
        hours, minutes = divmod(round(value * 100), 100)
    else:
        moment = date_from_serial(value)
        return time_from_fraction(value) if moment is not None else None
    return dt.time(hours, minutes) if hours < 24 and minutes < 60 else None


def _plain(text: str) -> str:
    return fold_text(text).strip(" .")


def _date_of(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month_number(parts["month"])
    year = int(parts["year"])
    if year < 100:
        year += 2000
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, int(parts.get("day") or 1))
    except ValueError:
        return None


def _month_number(word: str) -> int | None:
    for name, number in _MONTHS.items():
        if word == name or (len(word) in (3, 4) and name.startswith(word)):
            return number
    return None


def _time_of(match: re.Match[str]) -> dt.time | None:
    parts = match.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in ("h", "m", "s"))
    half = parts.get("half")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
