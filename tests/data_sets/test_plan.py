"""`data/` is the plan, whole and verbatim. The digests were taken from the plan itself, not from the workbook."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter

import pytest

from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.persona import Calidad
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.spanish.numbers import Gender

POINTS = {
    "1": 5, "R1": 2, "R2": 3, "2": 7, "R3": 2, "3": 9, "4": 6, "R4": 3, "R5": 3, "5": 9, "R6": 6, "6": 6,
    "7": 8, "R7": 3, "E1": 3, "8": 7,
}  # fmt: skip
DIGESTS = {
    "points": "44af65b4de7d57314b3e02d2defe784a64c65b7eebec5ec62e65f40bf62ae675",
    "chapters": "95d36f290477b2701e286dfd155351faa4fff025cc4c32a2c388727eacfe7f03",
    "calendar": "dba68d7179134cc98b4894e62c2e038a0ade5ff48af064c831898175b3ef58e9",
}
LOST_HEADINGS = {"2", "3", "6", "7"}


def digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def iso(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else ""


def test_points_are_the_plan_word_for_word(plan: Proceso) -> None:
    assert len(plan.puntos) == 82
    assert digest([f"{p.sesion}|{p.numero}|{p.texto}" for p in plan.puntos]) == DIGESTS["points"]


def test_each_agenda_has_its_points(plan: Proceso) -> None:
    assert Counter(p.sesion for p in plan.puntos) == POINTS
    for clave, count in POINTS.items():
        sesion = plan.sesion(clave)
        assert sesion is not None
        assert [p.numero for p in plan.orden_dia(sesion).puntos] == [str(n) for n in range(1, count + 1)]


def test_some_points_by_eye(plan: Proceso) -> None:
    texts = {(p.sesion, p.numero): p.texto for p in plan.puntos}
    assert texts["1", "1"] == "Lectura y aprobación del orden del día."
    assert texts["2", "2"] == "Aprobación del acta de la sesión de instalación del COTAPREP."
    assert texts["3", "7"] == (
        "Revisión del anexo técnico que presenta el ente auditor designado para su valoración."
    )
    assert texts["R5", "1"] == "Análisis y presentación del Plan de Seguridad y Plan de Continuidad."
    assert texts["8", "7"].startswith("Cierre y clausura del Comité Técnico Asesor")


def test_calendar_is_the_plan_in_its_order(plan: Proceso) -> None:
    assert [s.clave for s in plan.sesiones] == list(POINTS)
    lines = [
        f"{s.num}|{s.clave}|{iso(s.fecha)}|{s.texto}|{s.titulo_agenda}|{iso(s.fecha_agenda)}"
        for s in plan.sesiones
    ]
    assert digest(lines) == DIGESTS["calendar"]


def test_the_calendar_keeps_what_the_agenda_contradicts(plan: Proceso) -> None:
    moved = [s for s in plan.sesiones if s.fecha != s.fecha_agenda]
    assert [(s.clave, s.fecha, s.fecha_agenda) for s in moved] == [
        ("3", dt.date(2024, 1, 30), dt.date(2024, 1, 26))
    ]
    assert {s.clave for s in plan.sesiones if not s.titulo_agenda} == LOST_HEADINGS


def test_kinds_and_ordinals(plan: Proceso) -> None:
    kinds = Counter(s.tipo for s in plan.sesiones)
    assert kinds == {TipoSesion.ORDINARIA: 8, TipoSesion.REUNION: 7, TipoSesion.EXTRAORDINARIA: 1}
    for tipo, count in kinds.items():
        ordinals = sorted(s.ordinal for s in plan.sesiones if s.tipo is tipo)
        assert ordinals == list(range(1, count + 1))


def test_the_closing_session_has_its_title_and_alias(plan: Proceso) -> None:
    closing = plan.sesion("cierre")
    assert closing is not None
    assert (closing.clave, closing.titulo) == ("8", "Sesión de cierre y clausura")
    first = plan.sesion("1")
    assert first is not None
    assert first.titulo == "Sesión de instalación"


def test_chapters_are_the_plan_word_for_word(plan: Proceso) -> None:
    lines = [f"{p.orden}|{p.capitulo}|{p.estilo}|{p.texto}|{p.nota}" for p in plan.plan]
    assert digest(lines) == DIGESTS["chapters"]
    assert sum(bool(p.nota) for p in plan.plan) == 3


def test_no_debris_of_the_conversion_is_left(plan: Proceso) -> None:
    text = "\n".join([*(str(p.texto) for p in plan.plan), *(p.texto for p in plan.puntos)])
    for debris in ("[bookmark", "footnoteRef", "\t", "Punto 1.", "· "):
        assert debris not in text


def test_members_and_secretaria(plan: Proceso) -> None:
    people = [(p.clave, p.nombre, p.calidad, p.genero) for p in plan.integrantes]
    assert people == [
        ("IAA", "Ignacio Alberto Alarcón Alonzo", Calidad.INTEGRANTE, Gender.MASCULINE),
        ("CLU", "César Ledesma Ugalde", Calidad.INTEGRANTE, Gender.MASCULINE),
        ("COA", "Claudia Carolina Olivares Álvarez", Calidad.INTEGRANTE, Gender.FEMININE),
        ("HGA", "Héctor Gallego Ávila", Calidad.SECRETARIA_TECNICA, Gender.MASCULINE),
    ]


def test_what_the_plan_does_not_say_of_the_institution_stays_blank(plan: Proceso) -> None:
    organismo = plan.organismo
    assert organismo.fecha_jornada == dt.date(2024, 6, 2)
    assert organismo.acuerdo_designacion == "IEPC-ACG-069/2023"
    unknown = ("domicilio", "leyenda", "lema", "serie_acuerdos", "serie_oficios", "elaboro")
    assert [getattr(organismo, field) for field in unknown] == [""] * len(unknown)


@pytest.mark.parametrize(
    ("clase", "count"),
    [
        (ClasePunto.LISTA, 0),
        (ClasePunto.ORDEN_DIA, 9),
        (ClasePunto.ACTA_ANTERIOR, 7),
        (ClasePunto.SEGUIMIENTO, 7),
        (ClasePunto.AVANCE, 7),
        (ClasePunto.INFORME, 4),
        (ClasePunto.APROBACION, 7),
        (ClasePunto.ASUNTOS_GENERALES, 8),
        (ClasePunto.CLAUSURA, 15),
        (ClasePunto.CLAUSURA_ORGANO, 1),
    ],
)
def test_points_are_classified(plan: Proceso, clase: ClasePunto, count: int) -> None:
    assert sum(p.clase is clase for p in plan.puntos) == count


def test_what_is_approved_is_voted_and_nothing_else(plan: Proceso) -> None:
    approvals = [p for p in plan.puntos if p.texto.casefold().find("aprobación") in (0, len("lectura y "))]
    assert len(approvals) == 23
    assert [p for p in plan.puntos if p.se_vota] == approvals
    assert all(p.se_vota is not None for p in plan.puntos)
