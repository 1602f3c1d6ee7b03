"""Numbers in the forms of lists and pages, where a form has no sign for them."""

from __future__ import annotations

import pytest

from cotaprep_docs.spanish.numerals import numeral


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (780, "upperLetter", "Z" * 30), (781, "upperLetter", "A"),
        (0, "lowerLetter", "0"), (0, "upperRoman", "0"), (4000, "lowerRoman", "4000"), (0, "ordinalText", "0"),
        (5, "chicago", "**"), (2, "otra", "2"),
    ],
)  # fmt: skip
def test_a_number_in_a_form(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text
