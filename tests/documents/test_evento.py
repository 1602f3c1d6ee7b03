"""What a calendar is told of a session."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.documents.evento import build_evento, evento_uid, is_evento_muestra
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.evento import EstadoEvento, Evento
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, Sesion, TipoSesion
from tests.support.builders import (
    a_desarrollo,
    a_sesion,
    an_organismo,
    some_integrantes,
    some_normas,
    some_puntos,
)


def fuente_of(sesion: Sesion | None = None, **rows: Any) -> Fuente:
    made = a_desarrollo(sesion=sesion, **rows)
    return Fuente(made.proceso, made.normas, made.sesion)


def evento_of(sesion: Sesion | None = None, **rows: Any) -> Evento:
    evento = build_evento(fuente_of(sesion, **rows))
    assert evento is not None
    return evento


def test_a_session_as_convened() -> None:
    evento = evento_of(a_sesion(enlace="https://x.mx/2", modalidad=Modalidad.MIXTA))
    assert evento.inicio == dt.datetime.fromisoformat("2027-03-04 17:00")  # called for, not begun at
    assert evento.duracion == dt.timedelta(hours=2)
    assert evento.emitido == dt.date(2027, 3, 1)
    assert (evento.estado, evento.secuencia) == (EstadoEvento.CONFIRMADO, 0)
    assert (evento.titulo, evento.lugar) == ("Segunda sesión ordinaria del COPRU", "Sala Norte")
    assert evento.organizador == "Lic. Gala Ríos Font"
    assert evento.descripcion.splitlines() == [
        "Comité de Prueba, Instituto de Prueba.",
        "Modalidad: mixta.",
        "Lugar: Sala Norte.",
        "Enlace: https://x.mx/2",
        "Duración estimada: dos horas.",
        "",
        "Orden del día",
        *(f"{number}. Asunto número {number}." for number in range(1, 5)),
    ]


def test_the_length_is_the_norms() -> None:
    assert evento_of(normas=some_normas(duracion_sesion=45)).duracion == dt.timedelta(minutes=45)


def test_without_hour_the_day_is_kept_and_the_title_says_so() -> None:
    evento = evento_of(a_sesion(hora=None, lugar="", modalidad=None, fecha_convocatoria=None))
    assert evento.inicio == dt.date(2027, 3, 4)
    assert not isinstance(evento.inicio, dt.datetime)
    assert evento.estado is EstadoEvento.POR_CONFIRMAR
    assert evento.titulo == "Segunda sesión ordinaria del COPRU (hora por confirmar)"
    assert evento.descripcion.count("por confirmar") == 3
    assert evento.emitido == dt.date(2027, 1, 1)


def test_without_a_day_there_is_nothing_to_show() -> None:
    assert build_evento(fuente_of(a_sesion(fecha=None))) is None


def test_a_session_that_was_moved_says_from_when_and_why() -> None:
    moved = a_sesion(
        estado=EstadoSesion.REPROGRAMADA, fecha_anterior=dt.date(2027, 3, 2), motivo="Falta de sede."
    )
    evento = evento_of(moved)
    assert evento.uid == evento_of().uid
    assert evento.secuencia == 1
    assert (
        "La sesión se cambió de fecha; estaba prevista para el martes 2 de marzo de 2027. "
        "Motivo: Falta de sede." in evento.descripcion
    )


def test_a_cancelled_meeting_says_so_first_and_no_agenda() -> None:
    reunion = a_sesion(tipo=TipoSesion.REUNION, estado=EstadoSesion.CANCELADA, motivo="Lluvia", hora=None)
    evento = evento_of(reunion)
    assert evento.estado is EstadoEvento.CANCELADO
    assert evento.secuencia == 1
    assert evento.titulo == "CANCELADA: Segunda reunión formal de trabajo del COPRU"
    assert evento.descripcion.splitlines() == [
        "Comité de Prueba, Instituto de Prueba.",
        "La reunión se canceló. Motivo: Lluvia.",
    ]


def test_a_virtual_session_is_where_its_link_is() -> None:
    virtual = a_sesion(modalidad=Modalidad.VIRTUAL, enlace="https://x.mx/2")
    assert evento_of(virtual).lugar == "https://x.mx/2"
    assert "Lugar:" not in evento_of(virtual).descripcion
    assert "Enlace: por confirmar" in evento_of(dataclasses.replace(virtual, enlace="")).descripcion


def test_points_added_at_the_session_are_not_what_was_convened() -> None:
    first, *others = some_puntos(3)
    added = dataclasses.replace(others[-1], estado=EstadoPunto.INCORPORADO)
    text = evento_of(puntos=(first, *others[:-1], added)).descripcion
    assert "2. Asunto" in text
    assert "3. Asunto" not in text


@pytest.mark.parametrize(
    ("changes", "sample"),
    [
        ({"muestra": True}, True),
        ({"muestra": True, "hora": None, "lugar": "", "modalidad": None}, False),  # only facts of the plan
        ({}, False),
    ],
)
def test_what_uses_sample_rows_says_so_first(changes: dict[str, object], *, sample: bool) -> None:
    fuente = fuente_of(a_sesion(**changes))
    assert is_evento_muestra(fuente) is sample
    evento = build_evento(fuente)
    assert evento is not None
    assert evento.titulo.startswith("EJEMPLO: ") is sample


def test_a_sample_organiser_counts() -> None:
    people = tuple(dataclasses.replace(p, muestra=p.clave == "SEC") for p in some_integrantes())
    assert is_evento_muestra(fuente_of(integrantes=people))


def test_the_uid_is_of_the_session_not_of_what_is_said_of_it() -> None:
    organismo = an_organismo(siglas_institucion="IP", fecha_jornada=dt.date(2027, 6, 6))
    sesion = a_sesion()
    uid = evento_uid(organismo, sesion)
    assert uid == "368890b9-6999-5a35-9fff-592dc526806a"  # it is in people's calendars: it never changes
    moved = dataclasses.replace(sesion, fecha=dt.date(2027, 5, 5), titulo="Otra", ordinal=9, hora=None)
    renamed = dataclasses.replace(organismo, institucion="Otro", organo="Otro", proceso_electoral="Otro")
    assert evento_uid(renamed, moved) == uid
    others = (
        evento_uid(organismo, a_sesion(clave="3")),
        evento_uid(dataclasses.replace(organismo, siglas_institucion="IQ"), sesion),
        evento_uid(dataclasses.replace(organismo, siglas_organo="OTRO"), sesion),
        evento_uid(dataclasses.replace(organismo, fecha_jornada=dt.date(2030, 6, 2)), sesion),
    )
    assert len({uid, *others}) == 5
