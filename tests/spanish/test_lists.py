from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.lists import and_separators, conjunction_and, conjunction_or, join_and, join_or
from cotaprep_docs.spanish.numbers import cardinal, digits, roman

PLAIN_WORDS = st.text("abcdeghijlmnoprstuvyzáéíóúñ HIOY", min_size=1).filter(
    lambda word: word.strip() == word
)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Beto"], "Ana y Beto"),
        (["Ana", "Isabel"], "Ana e Isabel"),
        (["Ana", "Beto", "Carla"], "Ana, Beto y Carla"),
        (["Ana", "Beto", "Íñigo"], "Ana, Beto e Íñigo"),
        (["Ana Ruiz, consejera", "Luis Paz, consejero"], "Ana Ruiz, consejera; y Luis Paz, consejero"),
        (["Ana", "Beto, suplente", "Inés"], "Ana; Beto, suplente; e Inés"),
        (["4,117 actas", "12 casillas"], "4,117 actas y 12 casillas"),
    ],
)
def test_join_and(items: list[str], text: str) -> None:
    assert join_and(items) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["siete", "ocho"], "siete u ocho"),
        (["titular", "suplente", "invitada"], "titular, suplente o invitada"),
        (["a, b", "c"], "a, b; o c"),
    ],
)
def test_join_or(items: list[str], text: str) -> None:
    assert join_or(items) == text


@pytest.mark.parametrize(
    "word",
    [
        "Isabel", "Ignacio", "iglesia", "Íñigo", "I\u0301n\u0303igo", "IGNACIO", "Hilda", "hijos",
        "Hidalgo", "híbrida", "historia", "INE", "IEPC Jalisco", "IEEM", "«Informe final»",
        "(informes)", "¿Iremos?", "Yves", "Yrigoyen", "y", "i) acuerdos", "Iztapalapa", "hía",
    ],
)  # fmt: skip
def test_e_before_the_vowel_i(word: str) -> None:
    assert conjunction_and(word) == "e"


@pytest.mark.parametrize(
    "word",
    [
        "hielo", "hierro", "hierba", "hiena", "hiato", "iones", "Ionesco", "Yolanda", "yeso", "ya",
        "Hugo", "Hortensia", "Ana", "Eva", "Oaxaca", "8", "1", "I", "II", "III", "IV", "IX", "ii", "XI",
        "", "…", "«Acta»", "PREP",
    ],
)  # fmt: skip
def test_y_otherwise(word: str) -> None:
    assert conjunction_and(word) == "y"


@pytest.mark.parametrize(
    "word",
    [
        "ocho", "otro", "Oaxaca", "Óscar", "OPL", "hora", "Hortensia", "hoy", "«obra»", "8",
        "8 de mayo", "08:30 horas", "8.5", "11", "11,000", "80", "85", "800", "8,123", "8,000,000",
        "11\u00a0000", "VIII", "XI", "LXXXIV", "DCCC",
    ],
)  # fmt: skip
def test_u_before_the_vowel_o(word: str) -> None:
    assert conjunction_or(word) == "u"


@pytest.mark.parametrize(
    "word",
    [
        "Ana", "uno", "huelga", "Hugo", "hueso", "1", "7", "12", "18", "108", "110", "1,100", "1100",
        "1,100,000", "X", "XII", "XVIII", "MDCCC", "II", "0", "", "…", "isla",
    ],
)  # fmt: skip
def test_o_otherwise(word: str) -> None:
    assert conjunction_or(word) == "o"


@given(st.integers(0, 999_999))
def test_figures_take_the_conjunction_of_their_words(n: int) -> None:
    assert conjunction_or(digits(n)) == conjunction_or(str(n)) == conjunction_or(cardinal(n))
    assert conjunction_and(digits(n)) == conjunction_and(cardinal(n)) == "y"


def test_roman_numerals_take_the_conjunction_of_their_words() -> None:
    for n in range(1, 4000):
        assert conjunction_or(roman(n)) == conjunction_or(cardinal(n)), n
        assert conjunction_and(roman(n)) == "y", n


@given(st.lists(PLAIN_WORDS, min_size=2))
def test_a_list_keeps_items_and_order(items: list[str]) -> None:
    text = join_and(items)
    *first, last = items
    found = re.fullmatch(f"{re.escape(', '.join(first))} ([ye]) {re.escape(last)}", text)
    assert found
    assert found[1] == conjunction_and(last)


@given(st.lists(st.text()))
def test_separators_fit_between_items(items: list[str]) -> None:
    separators = and_separators(items)
    assert len(separators) == max(0, len(items) - 1)
    rebuilt = "".join(item + separator for item, separator in zip(items, (*separators, ""), strict=False))
    assert join_and(items) == rebuilt


@given(st.lists(st.text("ab ,", min_size=1), min_size=2))
def test_semicolons_part_items_with_commas(items: list[str]) -> None:
    assert join_or(items).count(";") == (len(items) - 1 if any("," in item for item in items) else 0)
