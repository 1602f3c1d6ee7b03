"""Numbers of acts: no gaps, none twice, never changed; whatever the order in which they are asked for."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.acto import Acto, Pendiente
from cotaprep_docs.domain.asignacion import Asignacion, TipoHallazgo, assign
from cotaprep_docs.domain.numeracion import Asiento, EstadoNumero, Numeracion
from cotaprep_docs.domain.serie import Serie

HOY = dt.date(2027, 6, 1)
SERIES = {"a": Serie("a", "A/{numero:02d}/{anio}"), "o": Serie("o", "O/{numero}/{anio}")}


def acto(
    clave: str,
    day: str = "2027-03-01",
    typed: str = "",
    *,
    serie: str = "a",
    pendiente: Pendiente | None = None,
) -> Acto:
    return Acto(clave, serie, "1", dt.date.fromisoformat(day), (0,), typed, pendiente=pendiente)


def run(actos: Iterable[Acto], wanted: str = "", numeracion: Numeracion | None = None) -> Asignacion:
    chosen = tuple(actos)
    keys = wanted.split() or [one.clave for one in chosen]
    return assign(numeracion or Numeracion(), SERIES, chosen, keys, HOY)


def texts(found: Asignacion) -> dict[str, str]:
    return dict(found.numeracion.textos)


def findings(found: Asignacion) -> list[tuple[TipoHallazgo, str]]:
    return [(one.tipo, one.acto.clave) for one in found.hallazgos]


def test_numbers_follow_date_and_place_and_begin_again_each_january() -> None:
    late, early, next_year = acto("x", "2027-12-30"), acto("y", "2027-01-02"), acto("z", "2028-01-03")
    same_day = dataclasses.replace(acto("w", "2027-12-30"), orden=(-1,))
    found = run([late, next_year, early, same_day])
    assert texts(found) == {"y": "A/01/2027", "w": "A/02/2027", "x": "A/03/2027", "z": "A/01/2028"}
    assert found.hallazgos == ()


def test_series_count_apart() -> None:
    found = run([acto("x"), acto("y", serie="o")])
    assert texts(found) == {"x": "A/01/2027", "y": "O/1/2027"}


@pytest.mark.parametrize("pendiente", list(Pendiente))
def test_what_is_not_due_takes_nothing(pendiente: Pendiente) -> None:
    found = run([acto("x", pendiente=pendiente), acto("y", "2027-03-02")])
    assert texts(found) == {"y": "A/01/2027"}


def test_a_typed_number_is_kept_as_typed_and_nobody_else_takes_it() -> None:
    typed = acto("x", "2027-03-03", "a/2/2027")
    before = run([acto("y", "2027-03-01"), acto("z", "2027-03-02"), typed], "y z")
    assert texts(before) == {"y": "A/01/2027", "z": "A/03/2027"}
    after = run([acto("y", "2027-03-01"), acto("z", "2027-03-02"), typed], "x", before.numeracion)
    assert texts(after)["x"] == "a/2/2027"
    assert findings(after) == []


def test_a_number_typed_ahead_leaves_free_numbers_which_are_told_and_filled_next() -> None:
    typed = acto("x", "2027-03-01", "A/04/2027")
    first = run([typed])
    assert findings(first) == [(TipoHallazgo.ADELANTADO, "x")]
    assert first.hallazgos[0].libres == (1, 2, 3)
    later = [acto(f"y{day}", f"2027-03-0{day}") for day in range(2, 6)]
    second = run([typed, *later], "y2 y3 y4 y5", first.numeracion)
    assert [asiento.numero for asiento in second.nuevos] == [1, 2, 3, 5]
    assert (TipoHallazgo.ADELANTADO, "x") not in findings(second)


@pytest.mark.parametrize(
    ("typed", "ledger", "tipo"),
    [
        ("A/01/2027", ("other", EstadoNumero.ASIGNADO), TipoHallazgo.TOMADO),
        ("A/1/2027", ("other", EstadoNumero.RESERVADO), TipoHallazgo.TOMADO),
        ("A/01/2027", ("other", EstadoNumero.CANCELADO), TipoHallazgo.CANCELADO),
        ("A/01/2027", ("", EstadoNumero.CANCELADO), TipoHallazgo.CANCELADO),
        ("A/02/2027", ("x", EstadoNumero.ASIGNADO), TipoHallazgo.DISTINTO),
        ("otro 7", ("x", EstadoNumero.ASIGNADO), TipoHallazgo.DISTINTO),
    ],
)
def test_a_typed_number_is_checked_against_the_ledger(
    typed: str, ledger: tuple[str, EstadoNumero], tipo: TipoHallazgo
) -> None:
    owner, estado = ledger
    numeracion = Numeracion((Asiento("a", 2027, 1, "A/01/2027", owner, estado, HOY),))
    found = run([acto("x", typed=typed)], numeracion=numeracion)
    assert (tipo, "x") in findings(found)
    assert found.nuevos == ()
    assert found.numeracion == numeracion


def test_of_two_acts_with_one_typed_number_the_first_has_it() -> None:
    found = run([acto("x", "2027-03-02", "A/01/2027"), acto("y", "2027-03-01", "A/1/2027")])
    assert texts(found) == {"y": "A/1/2027"}
    assert findings(found) == [(TipoHallazgo.REPETIDO, "x")]
    assert found.hallazgos[0].otro == "y"


def test_sample_rows_reserve_nothing() -> None:
    found = run([acto("x", typed="A/01/2027", pendiente=Pendiente.MUESTRA), acto("y")])
    assert texts(found) == {"y": "A/01/2027"}
    assert found.hallazgos == ()


def test_a_number_of_another_form_is_left_outside_and_said() -> None:
    found = run([acto("x", typed="INE/45"), acto("y", "2027-03-02")])
    assert texts(found) == {"y": "A/01/2027"}
    assert findings(found) == [(TipoHallazgo.AJENO, "x")]


def test_a_typed_year_that_is_not_of_the_date_counts_as_typed_and_is_said() -> None:
    found = run([acto("x", "2028-01-02", "A/01/2027")])
    assert found.nuevos[0].anio == 2027
    assert (TipoHallazgo.OTRO_ANIO, "x") in findings(found)


def test_out_of_order_is_said_before_and_after_and_never_mended() -> None:
    early, late = acto("x", "2027-01-01"), acto("y", "2027-02-01")
    first = run([early, late], "y")
    assert findings(first) == [(TipoHallazgo.SALTA, "y")]
    second = run([early, late], "x", first.numeracion)
    assert findings(second) == [(TipoHallazgo.TARDIO, "x")]
    assert texts(second) == {"y": "A/01/2027", "x": "A/02/2027"}


def test_a_cancelled_number_is_never_taken_again_and_its_act_takes_another() -> None:
    first = run([acto("x")]).nuevos[0]
    numeracion = Numeracion((dataclasses.replace(first, estado=EstadoNumero.CANCELADO),))
    assert texts(run([acto("x")], numeracion=numeracion)) == {"x": "A/02/2027"}


def test_a_series_without_a_good_pattern_gives_nothing() -> None:
    series = {"a": Serie("a", "A/{numero}"), "o": SERIES["o"]}
    found = assign(
        Numeracion(), series, (acto("x"), acto("y", serie="o"), acto("z", serie="new")), "xyz", HOY
    )
    assert texts(found) == {"y": "O/1/2027"}


DAYS = st.dates(dt.date(2026, 12, 20), dt.date(2027, 1, 10))
PENDING = st.sampled_from([None, None, None, Pendiente.MUESTRA, Pendiente.NO_APROBADO])


@st.composite
def processes(draw: st.DrawFn, highest: int = 0) -> tuple[Acto, ...]:
    actos = []
    for index, (day, serie, pendiente, number) in enumerate(
        draw(st.lists(st.tuples(DAYS, st.sampled_from("ao"), PENDING, st.integers(0, highest)), max_size=12))
    ):
        text = SERIES[serie].write(number, day.year) if number else ""
        actos.append(Acto(f"k{index}", serie, "1", day, (index,), text, pendiente=pendiente))
    return tuple(actos)


REQUESTS = st.lists(st.sets(st.integers(0, 11)), max_size=6)


def replay(actos: tuple[Acto, ...], requests: list[set[int]]) -> Numeracion:
    """Ask in any order, some twice; what was once taken must stay as it was."""
    numeracion = Numeracion()
    for request in requests:
        after = assign(numeracion, SERIES, actos, {f"k{index}" for index in request}, HOY).numeracion
        assert set(numeracion.asientos) <= set(after.asientos)
        assert after.contradiction() is None
        numeracion = after
    return numeracion


@given(processes(), REQUESTS)
def test_any_order_of_requests_leaves_no_gap_and_no_number_twice(
    actos: tuple[Acto, ...], requests: list[set[int]]
) -> None:
    numeracion = replay(actos, [*requests, set(range(12))])
    counts = Counter((asiento.serie, asiento.anio) for asiento in numeracion.asientos)
    for (serie, anio), many in counts.items():
        taken = [a.numero for a in numeracion.asientos if (a.serie, a.anio) == (serie, anio)]
        assert taken == list(range(1, many + 1))
    assert set(numeracion.by_acto) == {one.clave for one in actos if one.pendiente is None}
    assert len({asiento.texto for asiento in numeracion.asientos}) == len(numeracion.asientos)


@given(processes())
def test_asked_for_at_once_they_follow_the_order_of_the_acts(actos: tuple[Acto, ...]) -> None:
    numeracion = replay(actos, [set(range(12))])
    for serie in "ao":
        for anio in (2026, 2027):
            due = [a for a in actos if a.serie == serie and a.fecha and a.fecha.year == anio]
            due = sorted((a for a in due if a.pendiente is None), key=lambda one: one.turno)
            assert [numeracion.by_acto[a.clave].numero for a in due] == list(range(1, len(due) + 1))


@given(processes(6), REQUESTS)
def test_with_typed_numbers_every_gap_is_told_or_reserved(
    actos: tuple[Acto, ...], requests: list[set[int]]
) -> None:
    numeracion, told = Numeracion(), set()
    for request in [*requests, set(range(12))]:
        found = assign(numeracion, SERIES, actos, {f"k{index}" for index in request}, HOY)
        assert set(numeracion.asientos) <= set(found.numeracion.asientos)
        assert found.numeracion.contradiction() is None
        numeracion = found.numeracion
        told |= {
            (one.acto.serie, numeracion.by_acto[one.acto.clave].anio, number)
            for one in found.hallazgos
            if one.tipo is TipoHallazgo.ADELANTADO
            for number in one.libres
        }
    typed = {
        (a.serie, a.fecha.year, read.numero)
        for a in actos
        if a.fecha and a.pendiente is not Pendiente.MUESTRA and (read := SERIES[a.serie].read(a.tecleado))
    }
    for asiento in numeracion.asientos:
        below = {(asiento.serie, asiento.anio, number) for number in range(1, asiento.numero)}
        assert below <= set(numeracion.by_slot) | told | typed
