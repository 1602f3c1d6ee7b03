"""What of a process has a number, and what takes one now."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.domain.acto import Acto, Pendiente, actos_of, numbered
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.persona import Destinatario
from cotaprep_docs.domain.sesion import EstadoSesion
from tests.support.builders import (
    a_desarrollo,
    a_sesion,
    a_votacion,
    all_present,
    an_acuerdo,
    an_organismo,
    asistencias,
    some_puntos,
)

VOTED = (a_votacion("2"),)
REJECTED = (a_votacion("2", {"ANA": "A favor", **dict.fromkeys(("BEA", "CID", "DEL", "EVA"), "En contra")}),)
TIED_THEN_PASSED = (
    a_votacion("2", {"ANA": "A favor", "BEA": "En contra", "CID": "A favor", "DEL": "En contra"}),
    a_votacion("2", secuencia=2),
)


def found(desarrollo: Desarrollo) -> dict[str, Acto]:
    return {acto.clave: acto for acto in actos_of(desarrollo.proceso, desarrollo.normas)}


def acuerdo(**changes: Any) -> Acto:
    rows: dict[str, Any] = {"acuerdos": (an_acuerdo("2"),), "votaciones": VOTED, **changes}
    return found(a_desarrollo(**rows))["acuerdo:A1"]


@pytest.mark.parametrize(
    ("rows", "pendiente"),
    [
        ({}, None),
        ({"votaciones": REJECTED}, Pendiente.NO_APROBADO),
        ({"votaciones": TIED_THEN_PASSED, "asistencias": all_present("EVA")}, None),
        (
            {
                "votaciones": TIED_THEN_PASSED,
                "asistencias": all_present("EVA"),
                "acuerdos": (an_acuerdo("2", votacion=1),),
            },
            Pendiente.NO_APROBADO,
        ),
        ({"votaciones": (a_votacion("2", forma=None),)}, Pendiente.SIN_VOTACION),
        ({"votaciones": (a_votacion("2", {"ANA": "A favor"}),)}, Pendiente.SIN_VOTACION),
        ({"asistencias": asistencias(ANA="Presente")}, Pendiente.SIN_VOTACION),
        ({"votaciones": ()}, None),
        ({"votaciones": (), "puntos": some_puntos(clase=ClasePunto.APROBACION)}, Pendiente.SIN_VOTACION),
        ({"acuerdos": (an_acuerdo("9"),)}, Pendiente.SIN_VOTACION),
        ({"sesion": a_sesion(estado=EstadoSesion.PROGRAMADA)}, Pendiente.NO_CELEBRADA),
        ({"sesion": a_sesion(fecha=None)}, Pendiente.SIN_FECHA),
        ({"sesion": a_sesion(muestra=True)}, Pendiente.MUESTRA),
        ({"acuerdos": (an_acuerdo("2", muestra=True),)}, Pendiente.MUESTRA),
        ({"votaciones": (a_votacion("2", muestra=True),)}, Pendiente.MUESTRA),
        ({"puntos": some_puntos(muestra=True)}, Pendiente.MUESTRA),
        ({"organismo": an_organismo(muestra=True)}, Pendiente.MUESTRA),
    ],
)
def test_only_what_was_agreed_for_true_takes_a_number(
    rows: dict[str, Any], pendiente: Pendiente | None
) -> None:
    assert acuerdo(**rows).pendiente is pendiente


@pytest.mark.parametrize(
    ("changes", "pendiente"),
    [
        ({}, None),
        ({"estado": EstadoSesion.PROGRAMADA}, None),
        ({"estado": EstadoSesion.CANCELADA}, Pendiente.CANCELADA),
        ({"fecha_convocatoria": None}, Pendiente.SIN_FECHA),
        ({"muestra": True}, Pendiente.MUESTRA),
    ],
)
def test_a_letter_takes_its_number_when_it_is_dated(
    changes: dict[str, Any], pendiente: Pendiente | None
) -> None:
    acto = found(a_desarrollo(sesion=a_sesion(**changes)))["oficio:convocatoria:2"]
    assert acto.pendiente is pendiente
    assert (acto.tecleado, acto.serie) == ("ST/007/2027", "oficios")
    assert acto.fecha == (None if changes.get("fecha_convocatoria", 1) is None else dt.date(2027, 3, 1))


def test_an_invitation_has_a_number_only_where_somebody_is_invited() -> None:
    guest = Destinatario("D1", "Irma Nava", persona="INV", recibe="Invitación", para="Reuniones")
    assert "oficio:invitacion:2" not in found(a_desarrollo(destinatarios=(guest,)))
    assert "oficio:invitacion:2" in found(
        a_desarrollo(destinatarios=(dataclasses.replace(guest, para="Todas"),))
    )
    assert "oficio:invitacion:2" in found(a_desarrollo(sesion=a_sesion(oficio_invitacion="ST/8/2027")))


def test_acts_come_by_date_hour_point_and_vote() -> None:
    before = a_sesion(clave="1", fecha=dt.date(2027, 2, 1))
    same_day = a_sesion(clave="E1", hora=dt.time(9, 0))
    last = a_sesion()
    rows = (
        an_acuerdo("3", clave="D"),
        an_acuerdo("2", clave="C", votacion=2),
        an_acuerdo("2", clave="B", votacion=1),
        an_acuerdo("1", clave="A", sesion="E1"),
        an_acuerdo("1", clave="Z", sesion="1"),
    )
    base = a_desarrollo(acuerdos=rows)
    proceso = dataclasses.replace(base.proceso, sesiones=(last, same_day, before))
    order = [a.clave for a in actos_of(proceso, base.normas) if a.serie == "acuerdos"]
    assert order == ["acuerdo:Z", "acuerdo:A", "acuerdo:B", "acuerdo:C", "acuerdo:D"]


def test_rows_have_the_number_of_the_ledger_whatever_was_typed() -> None:
    base = a_desarrollo(
        acuerdos=(an_acuerdo("2", numero="typed"), an_acuerdo("3", clave="A2", numero="kept"))
    )
    numbers = {"acuerdo:A1": "A/01/2027", "oficio:convocatoria:2": "ST/1/2027", "oficio:x:1": "ST/2/2027"}
    proceso = numbered(base.proceso, numbers)
    assert [row.numero for row in proceso.acuerdos] == ["A/01/2027", "kept"]
    assert proceso.sesiones[0].oficio_convocatoria == "ST/1/2027"
    assert proceso.numeros["oficio:x:1"] == "ST/2/2027"
