"""Dates, months and hours as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.trackers.moments import (
    EPOCH_1904,
    date_from_serial,
    parse_date,
    parse_month,
    parse_time,
    time_from_fraction,
    time_from_number,
)

DAY = dt.date(2024, 1, 30)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "30/01/2024", "30/1/2024", "30-01-2024", "30.01.2024", "30/01/24", "30 / 01 / 2024", "2024-01-30",
        "2024/01/30", "2024-01-30 00:00:00", "2024-01-30T17:30:00", "30-ene-24", "30-ENE-2024", "30/ene/2024",
        "30 ene. 24", "30 ene 2024", "30 enero 2024", "30 de enero de 2024", "30 de Enero del 2024",
        "30 de enero, 2024", "martes 30 de enero de 2024", "martes, 30 de enero de 2024", "enero 30, 2024",
        " 30\u00a0de enero\u00a0de 2024. ", "30 de enero de 2024\u200b",
    ],
)  # fmt: skip
def test_one_date_in_many_forms(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize("text", ["1º de junio de 2024", "1o. de junio de 2024", "primero de junio de 2024"])
def test_the_first_of_a_month(text: str) -> None:
    assert parse_date(text) == dt.date(2024, 6, 1)


@pytest.mark.parametrize(
    "text", ["31/02/2026", "01/30/2024", "30/01", "enero", "30 de enerx de 2024", "mañana", "1/1/1900", ""]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(days)
def test_every_day_in_common_forms(day: dt.date) -> None:
    assert parse_date(f"{day:%d/%m/%Y}") == parse_date(day.isoformat()) == day


@given(days)
def test_serial_numbers_in_both_date_systems(day: dt.date) -> None:
    moment = dt.datetime.combine(day, dt.time(12))
    serial = (day - dt.date(1899, 12, 30)).days + 0.5
    assert date_from_serial(serial) == moment
    assert date_from_serial(serial - 1462, EPOCH_1904) == moment


@pytest.mark.parametrize("serial", [-1, 0, 2024, 1e9, 99_999])
def test_numbers_that_no_act_is_dated_by(serial: float) -> None:
    assert date_from_serial(serial) is None


@pytest.mark.parametrize(
    "text",
    [
        "noviembre 2023",
        "Noviembre de 2023",
        "nov-23",
        "nov. 2023",
        "2023-11",
        "11/2023",
        "30/11/2023",
        "1/11/23",
    ],
)
def test_one_month_in_many_forms(text: str) -> None:
    assert parse_month(text) == dt.date(2023, 11, 1)


@pytest.mark.parametrize(
    "text",
    [
        "17:30", "17:30:00", "17:30 hrs", "17:30 hrs.", "17:30hrs", "17:30 h", "17:30 horas", "17.30", "17h30",
        "1730", "1730 hrs", "5:30 p.m.", "5:30 pm", "5:30 P. M.", "5:30\u00a0p.\u00a0m.", "17:30 p.m.",
        "a las 17:30 horas", "17 horas con 30 minutos",
    ],
)  # fmt: skip
def test_one_hour_in_many_forms(text: str) -> None:
    assert parse_time(text) == dt.time(17, 30)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("17 hrs", 17), ("5 pm", 17), ("12:00 a.m.", 0), ("12:00 p.m.", 12), ("00:00", 0), ("9:00", 9)],
)
def test_whole_hours(text: str, hour: int) -> None:
    assert parse_time(text) == dt.time(hour)


@pytest.mark.parametrize("text", ["24:00", "25:10", "17:75", "17.5", "a mediodía", "17:3", ""])
def test_what_is_no_hour(text: str) -> None:
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("number", "hour"),
    [
        (0.5, dt.time(12)), (0.0, dt.time()), (17.0, dt.time(17)), (17.3, dt.time(17, 30)),
        (17.05, dt.time(17, 5)), (1730.0, dt.time(17, 30)), (930.0, dt.time(9, 30)),
        (45321.5, dt.time(12)), (17.5, None), (17.25, None), (2561.0, None), (-1.0, None),
    ],
)  # fmt: skip
def test_hours_as_numbers(number: float, hour: dt.time | None) -> None:
    assert (time_from_number(number) if number >= 0 else None) == hour


@given(st.times(), st.integers(0, 60_000))
def test_fractions_of_a_day(time: dt.time, day: int) -> None:
    whole = time.replace(microsecond=0)
    seconds = whole.hour * 3600 + whole.minute * 60 + whole.second
    assert time_from_fraction(day + seconds / 86_400) == whole
