from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.dates import DateStyle, date_text
from cotaprep_docs.spanish.hours import at_time, being_time, duration_text, moment, time_text
from tests.support.spanish_reader import read_duration, read_time

LETRA, BOTH, CIFRA = DateStyle.LETRA, DateStyle.CIFRA_Y_LETRA, DateStyle.CIFRA
DAY = dt.date(2024, 1, 30)


@pytest.mark.parametrize(
    ("time", "letra"),
    [
        (dt.time(12, 5), "doce horas con cinco minutos"),
        (dt.time(13, 0), "trece horas"),
        (dt.time(1, 1), "una hora con un minuto"),
        (dt.time(0, 0), "cero horas"),
        (dt.time(0, 15), "cero horas con quince minutos"),
        (dt.time(21, 31), "veintiuna horas con treinta y un minutos"),
        (dt.time(23, 47, 59), "veintitrés horas con cuarenta y siete minutos"),
    ],
)
def test_times(time: dt.time, letra: str) -> None:
    figures = time.strftime("%H:%M")
    assert time_text(time, LETRA) == letra
    assert time_text(time, BOTH) == f"{figures} {letra}"
    assert time_text(time, CIFRA) == f"{figures} horas"


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), st.sampled_from(DateStyle))
def test_a_time_reads_back_to_the_minute(hour: int, minute: int, second: int, style: DateStyle) -> None:
    assert read_time(time_text(dt.time(hour, minute, second), style)) == dt.time(hour, minute)


@pytest.mark.parametrize(
    ("time", "style", "text"),
    [
        (dt.time(12, 5), LETRA, "a las doce horas con cinco minutos"),
        (dt.time(1, 5), LETRA, "a la una hora con cinco minutos"),
        (dt.time(1, 5), BOTH, "a la 01:05 una hora con cinco minutos"),
        (dt.time(1, 5), CIFRA, "a las 01:05 horas"),
        (dt.time(21, 0), LETRA, "a las veintiuna horas"),
        (dt.time(0, 0), LETRA, "a las cero horas"),
    ],
)
def test_at_time(time: dt.time, style: DateStyle, text: str) -> None:
    assert at_time(time, style) == text
    assert being_time(time, style) == f"siendo {text.removeprefix('a ')}"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            BOTH,
            "a las 12:05 doce horas con cinco minutos del 30 treinta de enero de 2024 dos mil veinticuatro",
        ),
        (LETRA, "a las doce horas con cinco minutos del treinta de enero de dos mil veinticuatro"),
        (CIFRA, "a las 12:05 horas del 30 de enero de 2024"),
    ],
)
def test_moment(style: DateStyle, text: str) -> None:
    assert moment(DAY, dt.time(12, 5), style) == text


@given(st.dates(), st.times(), st.sampled_from(DateStyle))
def test_a_moment_has_its_hour_and_its_day(date: dt.date, time: dt.time, style: DateStyle) -> None:
    hour, _, day = moment(date, time, style).partition(" del ")
    assert day == date_text(date, style)
    assert read_time(hour.split(" ", 2)[2]) == time.replace(second=0, microsecond=0, fold=0)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "cero minutos"),
        (1, "un minuto"),
        (34, "treinta y cuatro minutos"),
        (60, "una hora"),
        (61, "una hora con un minuto"),
        (74, "una hora con catorce minutos"),
        (563, "nueve horas con veintitrés minutos"),
        (1440, "veinticuatro horas"),
    ],
)
def test_durations(minutes: int, text: str) -> None:
    assert duration_text(minutes) == text


@given(st.integers(0, 59_999_999))
def test_a_duration_reads_back(minutes: int) -> None:
    assert read_duration(duration_text(minutes)) == minutes


@pytest.mark.parametrize("minutes", [-1, 60_000_000])
def test_impossible_durations(minutes: int) -> None:
    with pytest.raises(ValueError, match="not"):
        duration_text(minutes)
