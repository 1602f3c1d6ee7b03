"""Where a process stands on a day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.acuerdo import Acuerdo, Oficio
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente
from cotaprep_docs.domain.estado import Estado
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Normas, read_normas
from tests.support.builders import a_votacion, all_present, an_acuerdo, some_normas
from tests.support.planes import SITTINGS, a_plan, agenda, an_acuerdo_of, held, moved, norms, punto

DAY = dt.date.fromisoformat
THERE = {clave: tuple(dataclasses.replace(row, sesion=clave) for row in all_present()) for clave in "123"}


def on(day: str, normas: Normas | None = None, **rows: Any) -> Estado:
    return Estado(a_plan(**rows), normas or norms(), DAY(day))


def keys(sesiones: tuple[Sesion, ...]) -> list[str]:
    return [sesion.clave for sesion in sesiones]


def test_what_is_to_come_is_by_date_and_leaves_out_what_was_called_off() -> None:
    assert keys(on("2026-11-04").por_venir) == ["2", "R2", "R3", "3"]
    assert keys(on("2026-11-04", sesiones=held("1", "2")).por_venir) == ["R2", "R3", "3"]
    assert keys(on("2026-11-04", sesiones=moved("R2", estado=EstadoSesion.CANCELADA)).por_venir) == [
        "2",
        "R3",
        "3",
    ]


def test_what_is_held_later_has_not_happened() -> None:
    estado = on("2026-10-10", sesiones=held("1", "2", "3"))
    assert keys(estado.por_venir) == ["R1", "2", "R2", "R3", "3"]
    assert keys(estado.sin_constancia) == []
    assert keys(estado.celebradas) == ["1"]


def test_a_session_without_a_date_is_told_apart() -> None:
    estado = on("2026-10-01", sesiones=moved("R2", fecha=None))
    assert keys(estado.sin_fecha) == ["R2"]
    assert "R2" not in keys(estado.por_venir)


@given(st.dates(DAY("2026-09-01"), DAY("2027-01-31")), st.sets(st.sampled_from([s.clave for s in SITTINGS])))
def test_every_session_is_in_one_place(day: dt.date, celebradas: set[str]) -> None:
    estado = Estado(a_plan(sesiones=held(*celebradas)), norms(), day)
    past = [s.clave for s in estado.en_pie if s.is_celebrada(day)]
    assert sorted([*past, *keys(estado.por_venir), *keys(estado.sin_constancia)]) == sorted(keys(SITTINGS))


def test_the_last_moment_to_convene_counts_back_from_the_hour() -> None:
    (two, *_), normas = on("2026-11-01", some_normas()).por_convocar, some_normas()
    assert two.sesion.clave == "2"
    assert two.limite.isoformat() == "2026-11-01T11:00:00"
    assert two.antelacion == normas.parametros["antelacion_ordinaria"]
    (two, *_) = on("2026-11-01", some_normas(), sesiones=moved("2", hora=None)).por_convocar
    assert two.limite.isoformat() == "2026-11-01T00:00:00"


def test_a_convocatoria_of_a_later_day_was_not_sent() -> None:
    sesiones = moved("2", fecha_convocatoria=DAY("2026-11-02"))
    assert "2" in [one.sesion.clave for one in on("2026-11-01", sesiones=sesiones).por_convocar]
    assert "2" not in [one.sesion.clave for one in on("2026-11-02", sesiones=sesiones).por_convocar]


VOTES = (dataclasses.replace(a_votacion("3"), sesion="2"),)


def actas(day: str, **rows: Any) -> list[tuple[str, str]]:
    found = on(day, asistencias=tuple(THERE["1"] + THERE["2"]), **rows).actas
    return [(one.sesion.clave, one.prevista.sesion.clave if one.prevista else "") for one in found]


def test_an_acta_is_pending_until_a_session_held_approved_it() -> None:
    assert actas("2026-10-30", sesiones=held("1", "2")) == [("1", "2")]
    assert actas("2026-11-04", sesiones=held("1", "2"), votaciones=VOTES) == [("2", "3")]
    assert actas("2026-11-04", sesiones=held("1", "2")) == [("1", ""), ("2", "3")]  # its vote is not captured


def test_an_acta_approved_without_a_vote_is_approved() -> None:
    puntos = tuple(dataclasses.replace(p, se_vota=False) for p in agenda())
    assert actas("2026-11-04", sesiones=held("1", "2"), puntos=puntos) == [("2", "3")]


def test_what_is_to_be_done_is_by_its_term_as_on_that_day() -> None:
    late = an_acuerdo("3", clave="A1", sesion="1", plazo=DAY("2026-10-10"), estado="Pendiente")
    done = an_acuerdo(
        "3", clave="A2", sesion="1", plazo=DAY("2026-10-05"), fecha_cumplimiento=DAY("2026-10-20")
    )
    later = an_acuerdo("3", clave="A3", sesion="2", plazo=DAY("2026-10-01"))
    rows: dict[str, Any] = {"sesiones": held("1", "2"), "acuerdos": (late, done, later)}
    assert [(r.asunto.clave, r.atraso) for r in on("2026-10-15", **rows).por_cumplir] == [
        ("A2", 10),
        ("A1", 5),
    ]
    assert [r.asunto.clave for r in on("2026-10-20", **rows).por_cumplir] == ["A1"]


def entregas(day: str, **rows: Any) -> dict[tuple[int, str], EntregaPendiente]:
    found = on(day, **rows).entregas
    return {(one.entregable.numero, one.vencimiento.plazo.fase): one for one in found}


def test_a_deliverable_is_planned_then_dealt_with_then_sent() -> None:
    five = (5, "")
    assert entregas("2026-10-01")[five].atencion is Atencion.PREVISTA
    dealt = entregas("2026-10-02", sesiones=held("1"), acuerdos=(an_acuerdo_of("1", "3"),))[five]
    assert dealt.atencion is Atencion.TRATADA
    assert dealt.tratamiento is not None
    done = dataclasses.replace(an_acuerdo_of("1", "3"), fecha_cumplimiento=DAY("2026-10-07"))
    rows = {"sesiones": held("1"), "acuerdos": (done,)}
    assert entregas("2026-10-06", **rows)[five].atencion is Atencion.TRATADA
    assert entregas("2026-10-07", **rows)[five].atencion is Atencion.REMITIDA


def test_a_meeting_that_went_by_does_not_stand_for_the_session_to_come() -> None:
    points = agenda(
        punto("R1", "2", "Plática sobre el plan.", ClasePunto.OTRO, "5"),
        punto("2", "6", "Plan.", ClasePunto.APROBACION, "5"),
        punto("R2", "2", "Otra plática.", ClasePunto.OTRO, "5"),
        drop=(("1", "3"),),
    )
    for day, clave in (("2026-10-10", "2"), ("2026-11-04", "2"), ("2026-11-05", "R2"), ("2026-12-31", "2")):
        one = entregas(day, puntos=points)[5, ""]
        assert one.tratamiento is not None
        assert one.tratamiento.sesion.clave == clave


def versions(day: str, **rows: Any) -> dict[str, Atencion]:
    found = Estado(a_plan(**rows), full_norms(), DAY(day)).entregas
    return {one.vencimiento.plazo.fase: one.atencion for one in found if one.entregable.numero == 8}


def test_each_version_is_sent_by_itself_and_a_later_one_makes_up_for_those_before() -> None:
    point = punto("2", "6", "Proceso técnico operativo.", ClasePunto.APROBACION, "8")
    acuerdo = dataclasses.replace(an_acuerdo_of("2", "6"), fecha_cumplimiento=DAY("2026-11-20"))
    rows: dict[str, Any] = {"sesiones": held("1", "2"), "puntos": agenda(point)}
    draft = Oficio("Entregable-8-Proyecto", fecha=DAY("2026-11-06"))
    assert versions("2026-11-30", **rows) == {"Proyecto": Atencion.TRATADA, "Acuerdo": Atencion.TRATADA}
    assert versions("2026-11-30", **rows, oficios=(draft,)) == {
        "Proyecto": Atencion.REMITIDA,
        "Acuerdo": Atencion.TRATADA,
    }
    assert versions("2026-11-30", **rows, acuerdos=(acuerdo,)) == {
        "Proyecto": Atencion.SUPERADA,
        "Acuerdo": Atencion.REMITIDA,
    }
    unclear = Oficio("entregable-8", fecha=DAY("2026-11-06"))
    assert Atencion.REMITIDA not in versions("2026-11-30", **rows, oficios=(unclear,)).values()


@pytest.mark.parametrize(
    "name", ["entregable-5", "Oficio-Remision-Acuerdo-A1.docx", " oficio-remision-acuerdo-a1 "]
)
def test_a_letter_dated_by_then_sends_it(name: str) -> None:
    rows = {
        "sesiones": held("1"),
        "acuerdos": (an_acuerdo_of("1", "3"),),
        "oficios": (Oficio(name, fecha=DAY("2026-10-07")),),
    }
    assert entregas("2026-10-06", **rows)[5, ""].atencion is Atencion.TRATADA
    sent = entregas("2026-10-07", **rows)[5, ""]
    assert sent.atencion is Atencion.REMITIDA
    assert sent.oficio == rows["oficios"][0]


def test_one_that_no_point_answers_is_late_after_its_term() -> None:
    puntos = tuple(p for p in agenda() if not p.entregable)
    (limit,) = {
        one.limite for (number, _), one in entregas("2026-10-01", puntos=puntos).items() if number == 5
    }
    late = entregas((limit + dt.timedelta(days=1)).isoformat(), puntos=puntos)[5, ""]
    assert late.atencion is Atencion.SIN_PUNTO
    assert late.is_vencida(limit + dt.timedelta(days=1))
    assert not late.is_vencida(limit)


def full_norms() -> Normas:
    return read_normas(data_folder() / "normas.toml")


def test_each_month_has_its_own_letter() -> None:
    oficio = Oficio("entregable-3-2026-10", fecha=DAY("2026-11-03"))
    found = on("2026-12-31", full_norms(), oficios=(oficio,)).entregas
    monthly = {one.vencimiento.mes.month: one for one in found if one.vencimiento.mes is not None}
    assert monthly[10].atencion is Atencion.REMITIDA
    assert monthly[11].atencion is Atencion.SIN_PUNTO
    assert monthly[11].is_vencida(DAY("2026-12-31"))


def test_what_the_institution_agreed_is_known() -> None:
    organismo = dataclasses.replace(a_plan().organismo, fecha_comision=DAY("2026-08-31"))
    found = on("2026-12-31", full_norms(), organismo=organismo).entregas
    one = next(one for one in found if one.entregable.numero == 1)
    assert (one.atencion, one.acordado) == (Atencion.TRATADA, DAY("2026-08-31"))
    assert one.is_vencida(DAY("2026-12-31"))  # that it was agreed does not say that it was sent
    two = next(one for one in found if one.entregable.numero == 2)
    assert two.is_vencida(DAY("2026-12-31"))


def test_an_agreement_that_is_no_deliverable_sends_none() -> None:
    loose = Acuerdo("A9", "1", "2", "Otra cosa.", remitir_a="Consejo", fecha_cumplimiento=DAY("2026-10-03"))
    extra = punto("1", "4", "Otra cosa.", ClasePunto.APROBACION)
    rows = {"sesiones": held("1"), "acuerdos": (loose,), "puntos": agenda(extra)}
    assert entregas("2026-10-31", **rows)[5, ""].atencion is Atencion.TRATADA
