"""How agreements stand on a day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.acuerdo import Compromiso
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Situacion, follow, follow_all, last_held, sesiones_before
from tests.support.builders import a_sesion

DAY = dt.date(2027, 3, 4)
C = Compromiso("C1", "2", "1", "Entregar el plan.", plazo=DAY)


@pytest.mark.parametrize(
    ("changes", "corte", "situacion", "atraso"),
    [
        ({"estado": "Pendiente"}, DAY, Situacion.PENDIENTE, 0),
        ({"estado": "Pendiente"}, DAY + dt.timedelta(3), Situacion.PENDIENTE, 3),
        ({"estado": "Cumplido", "fecha_cumplimiento": DAY}, DAY, Situacion.CUMPLIDO, 0),
        ({"estado": "Cumplido", "fecha_cumplimiento": DAY}, DAY - dt.timedelta(1), Situacion.PENDIENTE, 0),
        ({"estado": "", "fecha_cumplimiento": DAY + dt.timedelta(2)}, None, Situacion.CUMPLIDO, 2),
        ({"estado": "Cancelado"}, DAY + dt.timedelta(9), Situacion.CANCELADO, 0),
        ({"estado": ""}, DAY, Situacion.SIN_CAPTURA, 0),
        ({"estado": "En proceso", "plazo": None}, DAY, Situacion.EN_PROCESO, 0),
    ],
)
def test_how_it_stands(
    changes: dict[str, object], corte: dt.date | None, situacion: Situacion, atraso: int
) -> None:
    row = follow(dataclasses.replace(C, **changes), a_sesion(), corte)  # type: ignore[arg-type]
    assert (row.situacion, row.atraso) == (situacion, atraso)


@given(st.dates(), st.dates(), st.dates())
def test_what_is_done_later_was_still_open_and_never_late_before_its_term(
    plazo: dt.date, done: dt.date, corte: dt.date
) -> None:
    row = follow(
        dataclasses.replace(C, plazo=plazo, estado="Cumplido", fecha_cumplimiento=done), a_sesion(), corte
    )
    assert row.situacion.is_abierta == (done > corte)
    assert row.atraso == max((min(done, corte) - plazo).days, 0)


def test_only_earlier_sittings_are_followed_and_those_above_on_the_same_day() -> None:
    first, same, own, later = (
        a_sesion(clave=key, fecha=DAY + dt.timedelta(shift))
        for key, shift in (("1", -5), ("R1", 0), ("2", 0), ("3", 9))
    )
    commitments = tuple(
        dataclasses.replace(C, clave=f"C{s.clave}", sesion=s.clave) for s in (first, same, own, later)
    )
    proceso = Proceso(sesiones=(first, same, own, later), compromisos=commitments)
    assert sesiones_before(proceso, own) == (first, same)
    acuerdos, compromisos = follow_all(proceso, sesiones_before(proceso, own), DAY)
    assert acuerdos == ()
    assert [row.asunto.clave for row in compromisos] == ["C1", "CR1"]
    assert last_held(proceso) == later.fecha
