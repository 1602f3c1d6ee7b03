from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.clave import normalize_clave


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (1, "1"),
        (1.0, "1"),
        ("1", "1"),
        ("01", "1"),
        ("1.0", "1"),
        (" 3\u00a0", "3"),
        ("R-1", "R1"),
        ("r 1", "R1"),
        ("E-1", "E1"),
        ("e01", "E1"),
        ("Cierre", "cierre"),
        (" CIERRE ", "cierre"),
    ],
)
def test_keys_as_people_type_them(typed: object, expected: str) -> None:
    assert normalize_clave(typed) == expected


@given(st.one_of(st.text(max_size=20), st.integers(0, 999), st.floats(0, 99)))
def test_normalizing_twice_changes_nothing(value: object) -> None:
    once = normalize_clave(value)
    assert normalize_clave(once) == once
