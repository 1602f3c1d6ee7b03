"""List numbers and page number formats."""

from __future__ import annotations

import pytest

from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.pdf.model.numbers import format_number
from tests.pdf.gallery import LISTS, item
from tests.support.docx_builder import Docx
from tests.support.pdf_text import page_texts


def labels(*entries: str) -> list[str]:
    text = page_texts(convert(Docx(",".join(entries), numbering=LISTS).build()).data)[0]
    return [word for word in text.split() if word != "x"]


def test_levels_count_and_start_again_below_a_higher_one() -> None:
    entries = [
        item("x"),
        item("x", level=1),
        item("x", level=1),
        item("x"),
        item("x", level=1),
        item("x", level=2),
    ]
    assert labels(*entries) == ["1.", "a)", "b)", "2.", "a)", "2.a.I"]


def test_an_override_starts_again_once() -> None:
    assert labels(item("x"), item("x"), item("x", 3), item("x", 3)) == ["1.", "2.", "1.", "2."]


def test_bullets_and_lists_that_do_not_exist() -> None:
    assert labels(item("x", 2), item("sin", 99)) == ["•", "sin"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (0, "upperRoman", "0"), (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"), (3, "ordinal", "3.º"), (7, "decimalZero", "07"), (7, "none", ""), (7, "raro", "7"),
    ],
)  # fmt: skip
def test_number_formats(number: int, form: str, text: str) -> None:
    assert format_number(number, form) == text
