from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.spanish.agreement import agree, article, counted, group_article, plural
from cotaprep_docs.spanish.numbers import Gender, cardinal

M, F = Gender.MASCULINE, Gender.FEMININE


@pytest.mark.parametrize(
    ("gender", "one", "many"), [(M, "el", "los"), (F, "la", "las"), (None, "la o el", "las y los")]
)
def test_articles(gender: Gender | None, one: str, many: str) -> None:
    assert article(gender) == one
    assert article(gender, plural=True) == many


@pytest.mark.parametrize(
    ("gender", "text"), [(M, "el Secretario"), (F, "la Secretaria"), (None, "la Secretaría")]
)
def test_agree(gender: Gender | None, text: str) -> None:
    assert agree(gender, "el Secretario", "la Secretaria", "la Secretaría") == text


@given(st.lists(st.sampled_from([M, F, None])))
def test_group_article(genders: list[Gender | None]) -> None:
    women = bool(genders) and all(gender is F for gender in genders)
    men = bool(genders) and all(gender is M for gender in genders)
    assert group_article(iter(genders)) == ("las" if women else "los" if men else "las y los")


@pytest.mark.parametrize(("n", "word"), [(0, "votos"), (1, "voto"), (2, "votos"), (21, "votos")])
def test_plural(n: int, word: str) -> None:
    assert plural(n, "voto", "votos") == word


@pytest.mark.parametrize(
    ("n", "nouns", "gender", "text"),
    [
        (1, ("punto", "puntos"), M, "un punto"),
        (21, ("punto", "puntos"), M, "veintiún puntos"),
        (1, ("foja", "fojas"), F, "una foja"),
        (21, ("foja", "fojas"), F, "veintiuna fojas"),
        (0, ("abstención", "abstenciones"), F, "cero abstenciones"),
        (3, ("integrante", "integrantes"), M, "tres integrantes"),
        (201, ("casilla", "casillas"), F, "doscientas una casillas"),
        (1, ("acta", "actas"), F, "un acta"),
        (21, ("acta", "actas"), F, "veintiuna actas"),
    ],
)
def test_counted(n: int, nouns: tuple[str, str], gender: Gender, text: str) -> None:
    assert counted(n, *nouns, gender) == text


@pytest.mark.parametrize(
    "noun", ["acta", "área", "agua", "aula", "arma", "hacha", "Acta circunstanciada", "ansia", "ágora"]
)
def test_un_before_a_stressed_a(noun: str) -> None:
    assert counted(1, noun, f"{noun}s", F) == f"un {noun}"


@pytest.mark.parametrize(
    "noun",
    [
        "abstención", "asistencia", "actualización", "audiencia", "agenda", "acción", "autoridad", "asamblea",
        "academia", "aldea", "harina", "aduana", "amistad", "hora", "foja", "ausencia", "adenda",
    ],
)  # fmt: skip
def test_una_before_other_nouns(noun: str) -> None:
    assert counted(1, noun, f"{noun}s", F) == f"una {noun}"


@given(st.integers(0, 999_999), st.sampled_from(Gender))
def test_counted_is_the_number_and_its_noun(n: int, gender: Gender) -> None:
    assert (
        counted(n, "prueba", "pruebas", gender) == f"{cardinal(n, gender)} {plural(n, 'prueba', 'pruebas')}"
    )
