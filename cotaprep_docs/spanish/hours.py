"""Hours and durations, in the styles of dates.

Acts tell the minute in course, so seconds are not printed (nor rounded: 12:05:59 is still 12:05).
"""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.spanish.agreement import counted
from cotaprep_docs.spanish.dates import DateStyle, date_text
from cotaprep_docs.spanish.numbers import Gender


def time_text(time: dt.time, style: DateStyle) -> str:
    """Return an hour: «doce horas con cinco minutos», «12:05 doce horas con cinco minutos», «12:05 horas».

    The day has the hours 0 to 23; midnight is «cero horas» and belongs to the day that begins.
    """
    words = _hours_and_minutes(time.hour, time.minute)
    figures = f"{time.hour:02d}:{time.minute:02d}"
    if style is DateStyle.LETRA:
        return words
    return f"{figures} horas" if style is DateStyle.CIFRA else f"{figures} {words}"


def at_time(time: dt.time, style: DateStyle) -> str:
    """Return when something happens: «a las doce horas con cinco minutos», «a la una hora».

    The article agrees with what is read next: words make «a la una hora con cinco minutos» and «a la 01:05
    una hora con cinco minutos»; figures alone end in «horas», so «a las 01:05 horas».
    """
    return f"a {_article(time, style)} {time_text(time, style)}"


def being_time(time: dt.time, style: DateStyle) -> str:
    """Return how an act opens: «siendo las doce horas con cinco minutos», «siendo la una hora»."""
    return f"siendo {_article(time, style)} {time_text(time, style)}"


def moment(date: dt.date, time: dt.time, style: DateStyle) -> str:
    """Return hour and day: «a las doce horas del treinta de enero de dos mil veinticuatro»."""
    return f"{at_time(time, style)} del {date_text(date, style)}"


def duration_text(minutes: int) -> str:
    """Return a length of time: «una hora con catorce minutos», «veinticuatro horas», «cero minutos».

    Raises:
        ValueError: the length is negative, or of a million hours.
    """
    if minutes < 0:
        raise ValueError(f"{minutes} minutes is not a duration")
    hours, rest = divmod(minutes, 60)
    return _hours_and_minutes(hours, rest) if hours else _minutes(rest)


def _hours_and_minutes(hours: int, minutes: int) -> str:
    text = counted(hours, "hora", "horas", Gender.FEMININE)
    return f"{text} con {_minutes(minutes)}" if minutes else text


def _minutes(minutes: int) -> str:
    return counted(minutes, "minuto", "minutos", Gender.MASCULINE)


def _article(time: dt.time, style: DateStyle) -> str:
    return "la" if time.hour == 1 and style is not DateStyle.CIFRA else "las"
