from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.names import (
    lower_first,
    normalize_key_text,
    sentence_case,
    without_accents,
    without_final_dot,
)

TEXT = st.text()
INVISIBLE = ("\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  A FAVOR ", "a favor"),
        ("a\u00a0favor", "a favor"),
        ("a \n\t favor", "a favor"),
        ("Jose\u0301", "josé"),
        ("JOSÉ", "josé"),
        ("sesio\u200bn", "sesion"),
        ("\ufeffR1\u200b", "r1"),
        ("Ｒ１", "r1"),
        ("1ª", "1a"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_key_text(text: str, key: str) -> None:
    assert normalize_key_text(text) == key


def test_key_text_keeps_accents() -> None:
    assert normalize_key_text("Peña") != normalize_key_text("Pena")


@given(TEXT)
def test_key_text_is_stable(text: str) -> None:
    key = normalize_key_text(text)
    assert normalize_key_text(key) == key
    assert key == " ".join(key.split())


@given(
    st.text("abñÁé Z", min_size=1),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(INVISIBLE),
    st.integers(0, 9),
)
def test_what_looks_the_same_matches(text: str, form: str, invisible: str, place: int) -> None:
    variant = unicodedata.normalize("NFD" if form == "NFD" else "NFC", text)
    dirty = f"\u00a0{variant[:place]}{invisible}{variant[place:]} \n".replace(" ", "\u202f ")
    assert normalize_key_text(dirty) == normalize_key_text(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("sesión", "sesion"), ("Sesio\u0301n", "Sesion"), ("AÑO", "ANO"), ("pingüino", "pinguino")],
)
def test_without_accents(text: str, bare: str) -> None:
    assert without_accents(text) == bare


@given(st.text("aeiouáéíóúüñÑÁÉ xyz"))
def test_without_accents_gives_ascii_of_the_same_length(text: str) -> None:
    assert without_accents(text).isascii()
    assert len(without_accents(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acta de la sesión", "Acta de la sesión"),
        ("índice", "Índice"),
        ("«acta»", "«Acta»"),
        ("¿quién?", "¿Quién?"),
        ("PREP y CATD", "PREP y CATD"),
        ("12:05 doce horas", "12:05 doce horas"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_sentence_case(text: str, expected: str) -> None:
    assert sentence_case(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presentación del plan", "presentación del plan"),
        ("Índice", "índice"),
        ("I\u0301ndice", "i\u0301ndice"),
        ("A las doce", "a las doce"),
        ("PREP, avances", "PREP, avances"),
        ("CATDs habilitados", "CATDs habilitados"),
        ("INE/UTSI", "INE/UTSI"),
        ("V. Asuntos", "V. Asuntos"),
        ("«Informe final»", "«informe final»"),
        ("3 Puntos", "3 Puntos"),
        ("", ""),
    ],
)
def test_lower_first(text: str, expected: str) -> None:
    assert lower_first(text) == expected


@given(st.text("abcñéXYZ .«12"))
def test_only_the_first_letter_changes(text: str) -> None:
    for changed in (sentence_case(text), lower_first(text)):
        assert changed.casefold() == text.casefold()
        assert sum(a != b for a, b in zip(changed, text, strict=True)) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lista de asistencia.", "Lista de asistencia"),
        ("Lista de asistencia. \u00a0", "Lista de asistencia"),
        ("Lista de asistencia", "Lista de asistencia"),
        ("y otros...", "y otros..."),
        ("y otros…", "y otros…"),
        (".", ""),
        ("", ""),
    ],
)
def test_without_final_dot(text: str, expected: str) -> None:
    assert without_final_dot(text) == expected
