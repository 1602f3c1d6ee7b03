from __future__ import annotations

import pytest

from cotaprep_docs.domain.organismo import Organismo

BY_YEAR = "2026: Año de uno\n2027:Año de dos\n"


@pytest.mark.parametrize(
    ("leyenda", "year", "expected"),
    [
        ("", 2027, ""),
        ("Año de todos", 2027, "Año de todos"),
        (BY_YEAR, 2026, "Año de uno"),
        (BY_YEAR, 2027, "Año de dos"),
        (BY_YEAR, 2028, ""),
        (BY_YEAR, None, ""),
    ],
)
def test_the_legend_of_a_year_is_never_that_of_another(leyenda: str, year: int | None, expected: str) -> None:
    assert Organismo(leyenda=leyenda).leyenda_of(year) == expected
