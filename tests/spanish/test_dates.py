from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.dates import DateStyle, date_text, date_with_weekday, month_name, weekday_name
from tests.support.spanish_reader import read_date


@pytest.mark.parametrize(
    ("date", "letra", "both", "cifra"),
    [
        (
            dt.date(2024, 1, 30),
            "treinta de enero de dos mil veinticuatro",
            "30 treinta de enero de 2024 dos mil veinticuatro",
            "30 de enero de 2024",
        ),
        (
            dt.date(2024, 6, 1),
            "primero de junio de dos mil veinticuatro",
            "1 primero de junio de 2024 dos mil veinticuatro",
            "1 de junio de 2024",
        ),
        (
            dt.date(2021, 12, 31),
            "treinta y uno de diciembre de dos mil veintiuno",
            "31 treinta y uno de diciembre de 2021 dos mil veintiuno",
            "31 de diciembre de 2021",
        ),
        (
            dt.date(1998, 2, 21),
            "veintiuno de febrero de mil novecientos noventa y ocho",
            "21 veintiuno de febrero de 1998 mil novecientos noventa y ocho",
            "21 de febrero de 1998",
        ),
    ],
)
def test_dates(date: dt.date, letra: str, both: str, cifra: str) -> None:
    assert date_text(date, DateStyle.LETRA) == letra
    assert date_text(date, DateStyle.CIFRA_Y_LETRA) == both
    assert date_text(date, DateStyle.CIFRA) == cifra


@given(st.dates(), st.sampled_from(DateStyle))
def test_a_date_reads_back(date: dt.date, style: DateStyle) -> None:
    assert read_date(date_text(date, style)) == date


def test_weekdays() -> None:
    assert date_with_weekday(dt.date(2024, 1, 30), DateStyle.LETRA) == (
        "martes treinta de enero de dos mil veinticuatro"
    )
    assert date_with_weekday(dt.date(2021, 6, 5), DateStyle.CIFRA) == "sábado 5 de junio de 2021"
    week = [weekday_name(dt.date(2024, 1, day)) for day in range(1, 8)]
    assert week == ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]


def test_months() -> None:
    assert (month_name(1), month_name(9), month_name(12)) == ("enero", "septiembre", "diciembre")


@pytest.mark.parametrize("n", [0, 13, -1])
def test_no_such_month(n: int) -> None:
    with pytest.raises(ValueError, match="between"):
        month_name(n)
