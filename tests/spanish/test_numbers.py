from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.numbers import (
    Gender,
    OrdinalStyle,
    cardinal,
    digits,
    number_and_words,
    ordinal,
    percent,
    roman,
)
from tests.support.spanish_reader import read_cardinal

M, F = Gender.MASCULINE, Gender.FEMININE
GENDERS = st.sampled_from([None, M, F])
CARDINALS = st.integers(0, 999_999)


@pytest.mark.parametrize(
    ("n", "alone", "masculine", "feminine"),
    [
        (0, "cero", "cero", "cero"),
        (1, "uno", "un", "una"),
        (16, "dieciséis", "dieciséis", "dieciséis"),
        (21, "veintiuno", "veintiún", "veintiuna"),
        (22, "veintidós", "veintidós", "veintidós"),
        (23, "veintitrés", "veintitrés", "veintitrés"),
        (26, "veintiséis", "veintiséis", "veintiséis"),
        (31, "treinta y uno", "treinta y un", "treinta y una"),
        (99, "noventa y nueve", "noventa y nueve", "noventa y nueve"),
        (100, "cien", "cien", "cien"),
        (101, "ciento uno", "ciento un", "ciento una"),
        (201, "doscientos uno", "doscientos un", "doscientas una"),
        (500, "quinientos", "quinientos", "quinientas"),
        (721, "setecientos veintiuno", "setecientos veintiún", "setecientas veintiuna"),
        (999, "novecientos noventa y nueve", "novecientos noventa y nueve", "novecientas noventa y nueve"),
        (1000, "mil", "mil", "mil"),
        (1001, "mil uno", "mil un", "mil una"),
        (2024, "dos mil veinticuatro", "dos mil veinticuatro", "dos mil veinticuatro"),
        (21_000, "veintiún mil", "veintiún mil", "veintiún mil"),
        (31_000, "treinta y un mil", "treinta y un mil", "treinta y un mil"),
        (100_000, "cien mil", "cien mil", "cien mil"),
        (101_000, "ciento un mil", "ciento un mil", "ciento un mil"),
        (21_021, "veintiún mil veintiuno", "veintiún mil veintiún", "veintiún mil veintiuna"),
        (201_001, "doscientos un mil uno", "doscientos un mil un", "doscientas un mil una"),
        (500_000, "quinientos mil", "quinientos mil", "quinientas mil"),
    ],
)
def test_cardinals(n: int, alone: str, masculine: str, feminine: str) -> None:
    assert (cardinal(n), cardinal(n, M), cardinal(n, F)) == (alone, masculine, feminine)


@pytest.mark.parametrize("n", [-1, 1_000_000])
def test_cardinal_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match="between"):
        cardinal(n)


@given(CARDINALS, GENDERS)
def test_a_cardinal_reads_back(n: int, gender: Gender | None) -> None:
    assert read_cardinal(cardinal(n, gender)) == n


def test_all_hundreds_and_all_thousands_read_back() -> None:
    for gender in (None, M, F):
        for n in (*range(1000), *range(0, 1_000_000, 1000), *range(1, 1_000_000, 1009)):
            assert read_cardinal(cardinal(n, gender)) == n


@given(CARDINALS, CARDINALS, GENDERS)
def test_two_cardinals_never_read_the_same(a: int, b: int, gender: Gender | None) -> None:
    assert (cardinal(a, gender) == cardinal(b, gender)) == (a == b)


@given(CARDINALS)
def test_gender_changes_only_endings(n: int) -> None:
    masculine, feminine = cardinal(n, M).split(), cardinal(n, F).split()
    for one, other in zip(masculine, feminine, strict=True):
        assert (
            one == other
            or (one, other) in {("un", "una"), ("veintiún", "veintiuna")}
            or (one.endswith("ientos") and other == f"{one[:-2]}as")
        )
    assert not any(word.endswith("ientos") for word in feminine)


@given(CARDINALS)
def test_apocope_only_shortens_the_last_word(n: int) -> None:
    alone, before_noun = cardinal(n).split(), cardinal(n, M).split()
    assert alone[:-1] == before_noun[:-1]
    assert (alone[-1] == before_noun[-1]) == (not alone[-1].endswith("uno"))


@pytest.mark.parametrize(
    ("n", "separate", "joined"),
    [
        (1, "primero", "primero"),
        (7, "séptimo", "séptimo"),
        (10, "décimo", "décimo"),
        (11, "décimo primero", "undécimo"),
        (12, "décimo segundo", "duodécimo"),
        (13, "décimo tercero", "decimotercero"),
        (17, "décimo séptimo", "decimoséptimo"),
        (18, "décimo octavo", "decimoctavo"),
        (20, "vigésimo", "vigésimo"),
        (21, "vigésimo primero", "vigesimoprimero"),
        (22, "vigésimo segundo", "vigesimosegundo"),
        (28, "vigésimo octavo", "vigesimoctavo"),
        (30, "trigésimo", "trigésimo"),
        (31, "trigésimo primero", "trigésimo primero"),
        (100, "centésimo", "centésimo"),
        (111, "centésimo décimo primero", "centésimo undécimo"),
        (349, "tricentésimo cuadragésimo noveno", "tricentésimo cuadragésimo noveno"),
        (999, "noningentésimo nonagésimo noveno", "noningentésimo nonagésimo noveno"),
    ],
)
def test_ordinals(n: int, separate: str, joined: str) -> None:
    assert ordinal(n) == separate
    assert ordinal(n, style=OrdinalStyle.JOINED) == joined


@pytest.mark.parametrize(
    ("n", "separate", "joined"),
    [
        (3, "tercera", "tercera"),
        (11, "décima primera", "undécima"),
        (12, "décima segunda", "duodécima"),
        (13, "décima tercera", "decimotercera"),
        (21, "vigésima primera", "vigesimoprimera"),
        (234, "ducentésima trigésima cuarta", "ducentésima trigésima cuarta"),
    ],
)
def test_feminine_ordinals(n: int, separate: str, joined: str) -> None:
    assert ordinal(n, F) == separate
    assert ordinal(n, F, style=OrdinalStyle.JOINED) == joined


@pytest.mark.parametrize(
    ("n", "separate", "joined"),
    [
        (1, "primer", "primer"),
        (2, "segundo", "segundo"),
        (3, "tercer", "tercer"),
        (11, "décimo primer", "undécimo"),
        (13, "décimo tercer", "decimotercer"),
        (21, "vigésimo primer", "vigesimoprimer"),
        (33, "trigésimo tercer", "trigésimo tercer"),
    ],
)
def test_apocope_of_ordinals(n: int, separate: str, joined: str) -> None:
    assert ordinal(n, apocope=True) == separate
    assert ordinal(n, style=OrdinalStyle.JOINED, apocope=True) == joined
    assert ordinal(n, F, apocope=True) == ordinal(n, F)


@pytest.mark.parametrize("style", OrdinalStyle)
def test_ordinals_are_all_different_and_change_only_endings(style: OrdinalStyle) -> None:
    masculine = [ordinal(n, style=style) for n in range(1, 1000)]
    feminine = [ordinal(n, F, style=style) for n in range(1, 1000)]
    assert len(set(masculine)) == len(set(feminine)) == 999
    for one, other in zip(masculine, feminine, strict=True):
        assert [word[:-1] for word in one.split()] == [word[:-1] for word in other.split()]
        assert {word[-1] for word in one.split()} == {"o"}
        assert {word[-1] for word in other.split()} == {"a"}


@pytest.mark.parametrize("n", [0, -3, 1000])
def test_ordinal_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match="between"):
        ordinal(n)


def test_figures_and_words() -> None:
    assert number_and_words(5) == "5 (cinco)"
    assert number_and_words(21, F) == "21 (veintiuna)"
    assert number_and_words(4117) == "4,117 (cuatro mil ciento diecisiete)"


@given(CARDINALS, GENDERS)
def test_figures_and_words_say_the_same(n: int, gender: Gender | None) -> None:
    figures, _, words = number_and_words(n, gender).removesuffix(")").partition(" (")
    assert int(figures.replace(",", "")) == read_cardinal(words) == n


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0"), (999, "999"), (4117, "4,117"), (170_648, "170,648"), (1_000_000, "1,000,000")]
)
def test_digits(n: int, text: str) -> None:
    assert digits(n) == text


@pytest.mark.parametrize(
    ("n", "text"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman(n: int, text: str) -> None:
    assert roman(n) == text


def test_roman_reads_back() -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for n in range(1, 4000):
        letters = [values[letter] for letter in roman(n)]
        nexts = [*letters[1:], 0]
        assert sum(-a if a < b else a for a, b in zip(letters, nexts, strict=True)) == n
        assert not any(letter * 4 in roman(n) for letter in values)


@pytest.mark.parametrize("n", [0, 4000])
def test_roman_out_of_range(n: int) -> None:
    with pytest.raises(ValueError, match="between"):
        roman(n)


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "text"),
    [
        (162_517, 170_648, 4, "95.2352\u00a0%"),
        (1, 3, 4, "33.3333\u00a0%"),
        (2, 3, 4, "66.6667\u00a0%"),
        (1, 8, 2, "12.50\u00a0%"),
        (1, 800, 2, "0.13\u00a0%"),
        (1, 2000, 0, "0\u00a0%"),
        (1, 200, 0, "1\u00a0%"),
        (0, 7, 1, "0.0\u00a0%"),
        (5, 5, 4, "100.0000\u00a0%"),
        (30, 2, 1, "1,500.0\u00a0%"),
    ],
)
def test_percent(numerator: int, denominator: int, decimals: int, text: str) -> None:
    assert percent(numerator, denominator, decimals) == text


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 8))
def test_percent_is_the_exact_value_with_half_up(numerator: int, denominator: int, decimals: int) -> None:
    text = percent(numerator, denominator, decimals).removesuffix("\u00a0%").replace(",", "")
    printed, exact = Fraction(text), Fraction(100 * numerator, denominator)
    half = Fraction(1, 2 * 10**decimals)
    assert -half < printed - exact <= half
    assert len(text.partition(".")[2]) == decimals


def test_percent_of_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(1, 0)


@pytest.mark.parametrize("values", [(-1, 3, 4), (1, -3, 4), (1, 3, -1)])
def test_percent_of_negative_counts(values: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="negative"):
        percent(*values)
