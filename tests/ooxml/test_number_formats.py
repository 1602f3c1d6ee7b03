"""Numbers as spreadsheets show them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.ooxml.number_formats import format_number

MONDAY = 45000.5  # 15 March 2023, noon


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.5, "0%", "50%"),
        (Decimal("0.987654"), "0.0000%", "98.7654%"),
        (1234567, "#,##0", "1,234,567"),
        (0, "#,##0", "0"),
        (0, "#,###", ""),
        (1234.5, '"$"#,##0.00', "$1,234.50"),
        (12, "[$$-es-MX]#,##0.00", "$12.00"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (-3.25, "0.0", "-3.3"),
        (-0.001, "0", "0"),
        (0, '0;-0;"ninguna"', "ninguna"),
        (2.5, "0", "3"),
        (3, "0.##", "3"),
        (3.14159, "0.##", "3.14"),
        (1_500_000, '0.0,,"M"', "1.5M"),
        (7, "000", "007"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "", "1234.5"),
        (0.3, "# ?/?", "0.3"),
        (MONDAY, "dd/mm/yyyy h:mm", "15/03/2023 12:00"),
        (MONDAY, "d mmm", "15 mar"),
        (MONDAY, "dddd", "miércoles"),
        (MONDAY + 0.25, "h:mm AM/PM", "6:00 p.m."),
        (1e300, "d mmm", "1" + "0" * 300),
        (float("nan"), "0", ""),
    ],
)
def test_formats(value: float, code: str, shown: str) -> None:
    assert format_number(value, code) == shown


@given(st.integers(-(10**12), 10**12))
def test_groups_of_three_change_no_digit(number: int) -> None:
    shown = format_number(number, "#,##0")
    assert int(shown.replace(",", "")) == number
    assert all(len(group) == 3 for group in shown.lstrip("-").split(",")[1:])


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))
def test_no_format_raises(value: float, code: str) -> None:
    assert isinstance(format_number(value, code), str)
