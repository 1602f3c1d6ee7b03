from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.votacion import BaseMayoria, Resultado, Voto, count_votos
from tests.support.builders import MEMBERS, a_votacion, some_integrantes

VOTING = some_integrantes()[:5]


def outcome(
    votes: dict[str, str] | None, *, present: int = 5, base: BaseMayoria = BaseMayoria.PRESENTES
) -> Resultado:
    return count_votos(a_votacion("1", votes), VOTING[:present], 3, base).resultado


def votes(text: str) -> dict[str, str]:
    """``votes("FFCA")``: F a favor, C en contra, A abstención, E excusa, a dot for nothing."""
    words = {"F": "A favor", "C": "En contra", "A": "Abstención", "E": "Excusa"}
    return {clave: words[letter] for clave, letter in zip(MEMBERS, text, strict=False) if letter != "."}


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ("FFFFF", Resultado.UNANIMIDAD),
        ("FFFFE", Resultado.UNANIMIDAD),
        ("FFFFA", Resultado.MAYORIA),
        ("FFFCC", Resultado.MAYORIA),
        ("FFCCC", Resultado.RECHAZO),
        ("FFCCE", Resultado.EMPATE),
        ("FFCCA", Resultado.SIN_MAYORIA),
        ("FFCAA", Resultado.SIN_MAYORIA),
        ("AAAAA", Resultado.SIN_MAYORIA),
        ("FFFF.", Resultado.INCOMPLETO),
    ],
)
def test_outcomes_over_those_present(cast: str, expected: Resultado) -> None:
    assert outcome(votes(cast)) is expected


def test_unanimity_in_one_word_means_all_who_are_present() -> None:
    count = count_votos(a_votacion("1"), VOTING[:4], 3, BaseMayoria.PRESENTES)
    assert (count.resultado, len(count.a_favor)) == (Resultado.UNANIMIDAD, 4)


def test_without_quorum_nothing_is_decided() -> None:
    assert outcome(None, present=2) is Resultado.SIN_QUORUM


def test_the_base_of_the_majority_can_matter() -> None:
    cast = votes("FFCAA")
    assert outcome(cast, base=BaseMayoria.EMITIDOS) is Resultado.MAYORIA
    count = count_votos(a_votacion("1", cast), VOTING, 3, BaseMayoria.PRESENTES)
    assert count.depends_on_base


@given(st.lists(st.sampled_from("FCAE"), min_size=5, max_size=5), st.sampled_from(BaseMayoria))
def test_an_abstention_or_a_vote_against_is_never_unanimity(cast: list[str], base: BaseMayoria) -> None:
    count = count_votos(a_votacion("1", votes("".join(cast))), VOTING, 3, base)
    favor, contra, abstention = cast.count("F"), cast.count("C"), cast.count("A")
    assert (count.resultado is Resultado.UNANIMIDAD) == (favor > 0 and contra == 0 and abstention == 0)
    total = favor + contra + (abstention if base is BaseMayoria.PRESENTES else 0)
    if count.resultado.is_aprobado:
        assert Fraction(favor, total) > Fraction(1, 2)
    assert len(count.a_favor) + len(count.en_contra) + len(count.abstenciones) + len(count.excusas) == 5


def test_every_vote_has_a_word() -> None:
    assert {voto.value for voto in Voto} == {"A favor", "En contra", "Abstención", "Excusa"}
