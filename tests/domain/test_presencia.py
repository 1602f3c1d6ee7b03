from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.orden_dia import OrdenDia
from cotaprep_docs.domain.presencia import APERTURA, Presencia, build_presencia
from tests.support.builders import (
    MEMBERS,
    a_movimiento,
    all_present,
    asistencias,
    some_integrantes,
    some_puntos,
)

ORDEN = OrdenDia("2", some_puntos(5))


def presencia(rows: object, *moves: object) -> Presencia:
    return build_presencia(some_integrantes(), rows, moves, ORDEN)  # type: ignore[arg-type]


def claves(people: object) -> list[str]:
    return [person.clave for person in people]  # type: ignore[attr-defined]


def test_late_arrival_is_absent_until_the_point_it_comes_before() -> None:
    line = presencia(all_present(), a_movimiento("Entra", "CID", "17:30", "3"))
    assert claves(line.conteo(APERTURA).ausentes) == ["CID"]
    assert claves(line.conteo(1).ausentes) == ["CID"]
    assert not line.conteo(2).ausentes


def test_leaving_and_coming_back() -> None:
    line = presencia(
        all_present(), a_movimiento("Sale", "ANA", "17:20", "2"), a_movimiento("Entra", "ANA", "17:50", "4")
    )
    assert line.is_presente("ANA", 0)
    assert claves(line.conteo(1).retiradas) == ["ANA"]
    assert claves(line.conteo(2).retiradas) == ["ANA"]
    assert line.is_presente("ANA", 3)


def test_people_without_vote_never_count() -> None:
    line = presencia(all_present())
    assert claves(line.conteo().presentes) == list(MEMBERS)
    assert line.is_presente("SEC")


def test_nobody_captured_is_its_own_group() -> None:
    line = presencia(asistencias(ANA="Presente", BEA=""))
    assert claves(line.conteo().sin_captura) == ["BEA", "CID", "DEL", "EVA"]
    assert not line.conteo().is_complete


@given(
    states=st.fixed_dictionaries(
        {clave: st.sampled_from(["Presente", "Ausente", "Justificada", ""]) for clave in MEMBERS}
    ),
    moves=st.lists(
        st.tuples(st.sampled_from(["Entra", "Sale"]), st.sampled_from(MEMBERS), st.sampled_from("12345")),
        max_size=8,
    ),
)
def test_present_absent_excused_left_and_unknown_always_make_up_the_roster(
    states: dict[str, str], moves: list[tuple[str, str, str]]
) -> None:
    line = presencia(
        asistencias(**states), *(a_movimiento(tipo, who, "17:30", point) for tipo, who, point in moves)
    )
    for position in range(-1, 5):
        count = line.conteo(position)
        groups = (count.presentes, count.ausentes, count.justificadas, count.retiradas, count.sin_captura)
        together = [person.clave for group in groups for person in group]
        assert sorted(together) == sorted(MEMBERS)
        assert count.total == len(MEMBERS)
        for person in count.presentes:
            assert states[person.clave] == "Presente"
