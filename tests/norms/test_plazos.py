from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.norms.plazos import add_months, month_end, parse_inhabiles, shift

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("start", "months", "days", "end"),
    [
        ("2027-06-06", -2, -15, "2027-03-22"),
        ("2024-06-02", -2, -15, "2024-03-18"),
        ("2024-03-31", -1, 0, "2024-02-29"),
        ("2023-03-31", -1, 0, "2023-02-28"),
        ("2024-01-31", 1, 0, "2024-02-29"),
        ("2024-06-02", -9, 0, "2023-09-02"),
        ("2024-06-30", -7, 5, "2023-12-05"),
        ("2024-12-31", 2, 0, "2025-02-28"),
    ],
)
def test_months_come_first_and_are_clamped(start: str, months: int, days: int, end: str) -> None:
    assert shift(DAY(start), months, days) == DAY(end)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(-60, 60))
def test_a_month_is_never_jumped(day: dt.date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == min(day.day, month_end(moved).day)


@pytest.mark.parametrize(
    ("text", "day", "works"),
    [
        ("sábado, domingo", "2024-06-30", False),
        ("SABADO", "2024-06-01", False),
        ("sábado", "2024-06-03", True),
        ("tercer lunes de marzo", "2024-03-18", False),
        ("tercer lunes de marzo", "2024-03-25", True),
        ("primer lunes de febrero", "2024-02-05", False),
        ("1 de mayo", "2025-05-01", False),
        ("29 de marzo de 2024", "2024-03-29", False),
        ("29 de marzo de 2024", "2025-03-29", True),
    ],
)
def test_days_on_which_nobody_works(text: str, day: str, works: bool) -> None:  # noqa: FBT001
    parsed = parse_inhabiles(text)
    assert not parsed.unknown
    assert (parsed.name_of(DAY(day)) == "") is works


def test_what_is_no_day_is_said() -> None:
    assert parse_inhabiles("domingo, el puente, 1 de enero").unknown == ("el puente",)
