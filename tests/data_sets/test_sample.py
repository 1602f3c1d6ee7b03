"""What `data/` adds to the plan is marked as sample, is plain, and reaches only sessions 1 to 4 and R1 to R4."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from cotaprep_docs.domain.asistencia import EstadoAsistencia
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.votacion import FormaVotacion, Resultado
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.problem import Checked

SAMPLE = ("1", "2", "3", "4", "R1", "R2", "R3", "R4")
BY_SESION = (
    "puntos", "asistencias", "movimientos", "votaciones", "intervenciones", "documentos", "acuerdos",
    "compromisos",
)  # fmt: skip


def rows_of_sessions(plan: Proceso) -> Iterator[tuple[str, bool]]:
    for sesion in plan.sesiones:
        yield sesion.clave, sesion.muestra
    for name in BY_SESION:
        for row in getattr(plan, name):
            yield row.sesion, row.muestra


def test_rows_are_sample_exactly_where_facts_are_invented(plan: Proceso) -> None:
    wrong = [clave for clave, muestra in rows_of_sessions(plan) if muestra is not (clave in SAMPLE)]
    assert wrong == []


def test_what_is_written_ahead_of_a_session_is_sample_too(plan: Proceso) -> None:
    assert {row.sesion for row in plan.dictamenes} - set(SAMPLE)
    for rows in (plan.dictamenes, plan.oficios, plan.correcciones):
        assert rows
        assert all(row.muestra for row in rows)


def test_plan_facts_are_not_sample(plan: Proceso) -> None:
    assert not plan.organismo.muestra
    assert not any(p.muestra for p in plan.integrantes)
    assert not any(p.muestra for p in plan.plan)
    assert not any(d.muestra for d in plan.destinatarios if d.recibe == "Convocatoria")


def test_invented_people_are_sample(plan: Proceso) -> None:
    assert plan.representaciones
    assert plan.invitados
    assert all(r.muestra for r in plan.representaciones)
    assert all(i.muestra for i in plan.invitados)


def test_everybody_attends_sample_sessions_and_nobody_is_captured_elsewhere(plan: Proceso) -> None:
    for row in plan.asistencias:
        assert row.estado is (EstadoAsistencia.PRESENTE if row.sesion in SAMPLE else None)
    for sesion in plan.sesiones:
        called = {row.persona for row in plan.asistencias_of(sesion)}
        assert {"IAA", "CLU", "COA", "HGA"} <= called


def test_no_dissent_is_invented(plan: Proceso, normas: Normas) -> None:
    assert not plan.movimientos
    for votacion in plan.votaciones:
        sesion = plan.sesion(votacion.sesion)
        assert sesion is not None
        count = Desarrollo(plan, normas, sesion).escrutinio(votacion)
        assert votacion.forma is FormaVotacion.UNANIMIDAD
        assert not votacion.votos
        assert not votacion.votos_particulares
        assert count is not None
        assert count.resultado is Resultado.UNANIMIDAD


def test_no_opinion_is_put_in_the_mouth_of_real_members(plan: Proceso) -> None:
    assert {turn.persona for turn in plan.intervenciones} == {"HGA"}


def test_each_voted_point_of_sample_sessions_has_its_vote_and_agreement(plan: Proceso) -> None:
    voted = {(p.sesion, p.numero) for p in plan.puntos if p.se_vota and p.sesion in SAMPLE}
    assert {(v.sesion, v.punto) for v in plan.votaciones} == voted
    assert {(a.sesion, a.punto) for a in plan.acuerdos} == voted
    assert len(voted) == len(plan.acuerdos) == 10


@pytest.mark.parametrize("clave", SAMPLE)
def test_sample_sessions_are_complete(plan: Proceso, clave: str) -> None:
    sesion = plan.sesion(clave)
    assert sesion is not None
    captured = (sesion.hora, sesion.hora_inicio, sesion.hora_clausura, sesion.lugar, sesion.modalidad)
    assert all(captured)
    assert all(p.narrativa for p in plan.orden_dia(sesion).puntos)
    assert plan.documentos_of(sesion)


def test_every_row_of_progress_is_sample(plan_avances: Checked[Avances]) -> None:
    groups = {f.name: getattr(plan_avances.value, f.name) for f in dataclasses.fields(Avances)}
    assert all(groups.values()), "every sheet of progress has rows"
    assert all(row.muestra for rows in groups.values() for row in rows)
