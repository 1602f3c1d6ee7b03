"""Minuta, agenda, sign-in sheet and follow-up in words."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from cotaprep_docs.documents.busqueda import of_meeting, of_session
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kind import collect_gaps
from cotaprep_docs.documents.lista_asistencia import LISTA_ASISTENCIA
from cotaprep_docs.documents.lista_asistencia_context import ListaAsistenciaContext
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.minuta_context import MinutaContext
from cotaprep_docs.documents.orden_dia import ORDEN_DIA
from cotaprep_docs.documents.orden_dia_context import OrdenDiaContext
from cotaprep_docs.documents.seguimiento import SEGUIMIENTO, find_seguimiento
from cotaprep_docs.documents.seguimiento_context import SeguimientoContext
from cotaprep_docs.domain.acuerdo import Compromiso
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto
from cotaprep_docs.domain.persona import Representacion
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.problems.exit_code import UsageProblem
from tests.support.builders import (
    a_desarrollo,
    a_movimiento,
    a_sesion,
    an_acuerdo,
    asistencias,
    origin,
    some_puntos,
)

PARTY = Representacion("PUN", "Partido Uno", propietario="Iris Paz", suplente="Omar Sol")
MEETING = a_sesion(clave="2", tipo=TipoSesion.REUNION)
DUE = Compromiso(
    "C1", "2", "1", "Enviar los planos.", "ANA", dt.date(2027, 3, 9), origin=origin("Compromisos", 2, "plazo")
)


def fuente_of(**rows: object) -> Fuente:
    present = asistencias(ANA="Presente", BEA="Ausente", CID="Ausente", DEL="", EVA="Ausente", SEC="Presente")
    party = dataclasses.replace(
        asistencias(PUN="Presente")[0], acude="Suplente", origin=origin("Asistencia", 9, "acude")
    )
    fields: dict[str, object] = {
        "sesion": MEETING, "representaciones": (PARTY,), "asistencias": (*present, party), "compromisos": (DUE,)
    }  # fmt: skip
    desarrollo = a_desarrollo(**{**fields, **rows})  # type: ignore[arg-type]
    return Fuente(desarrollo.proceso, desarrollo.normas, desarrollo.sesion)


def minuta(**rows: object) -> MinutaContext:
    context = MINUTA.write(fuente_of(**rows), estado="")
    assert isinstance(context, MinutaContext)
    return context


def test_a_meeting_needs_no_quorum_and_says_nothing_of_votes() -> None:
    context = minuta(puntos=some_puntos(se_vota=None, clase=ClasePunto.APROBACION))
    assert len(context.temas) == 4
    text = " ".join(str(b.texto) for tema in context.temas for b in (*tema.previos, *tema.bloques))
    assert "quórum" not in text
    assert not any(b.is_votacion for tema in context.temas for b in tema.bloques)
    assert str(context.cierre).startswith(
        "No habiendo más asuntos que tratar, se da por concluida la reunión"
    )


def test_each_representation_says_who_came_and_signs() -> None:
    (row,) = minuta().representaciones
    assert (str(row.nombre), str(row.calidad)) == ("Omar Sol", "Representación suplente de Partido Uno")
    names = [str(f.nombre) for fila in minuta().firmas for f in (fila.izquierda, *fila.derecha)]
    assert names == ["Ana Torres Peña", "Delfino O'Hara Ruiz", "Lic. Gala Ríos Font", "Omar Sol"]


def test_who_came_of_a_representation_is_never_guessed() -> None:
    party = dataclasses.replace(asistencias(PUN="Presente")[0], origin=origin("Asistencia", 9, "acude"))
    context = minuta(asistencias=(*asistencias(ANA="Presente", SEC="Presente"), party))
    (row,) = context.representaciones
    assert str(row.nombre) == "Partido Uno"
    assert [str(gap.location) for gap in row.calidad.gaps] == ["sesiones.xlsx!Asistencia!A9"]


def test_somebody_who_leaves_a_meeting_changes_no_quorum() -> None:
    context = minuta(movimientos=(a_movimiento("Sale", "ANA", "17:30", "3"),))
    (block,) = context.temas[2].previos
    assert str(block.texto).endswith("Ana Torres Peña, integrante, se retira de la reunión.")


def test_commitments_say_who_and_when_or_ask_for_it() -> None:
    (row,) = minuta().compromisos
    assert [str(x) for x in (row.numero, row.texto, row.responsable, row.plazo)] == [
        "1", "Enviar los planos.", "Ana Torres Peña", "09/03/2027",
    ]  # fmt: skip
    (bare,) = minuta(compromisos=(dataclasses.replace(DUE, responsable="", plazo=None),)).compromisos
    assert len(collect_gaps(bare)) == 2
    assert minuta(compromisos=()).sin_compromisos


def test_asking_for_the_wrong_record_names_the_right_command() -> None:
    meeting = a_desarrollo(sesion=MEETING)
    session = a_desarrollo()
    with pytest.raises(UsageProblem) as raised:
        of_session(meeting.proceso, meeting.normas, "2")
    assert (raised.value.problems[0].code, raised.value.problems[0].params["comando"]) == (
        "DOC-002", "cotaprep-docs minuta 2",
    )  # fmt: skip
    with pytest.raises(UsageProblem) as raised:
        of_meeting(session.proceso, session.normas, "2")
    assert raised.value.problems[0].params["comando"] == "cotaprep-docs acta 2"


def test_a_number_alone_means_the_meeting_of_that_number() -> None:
    third, other = a_sesion(clave="R3", tipo=TipoSesion.REUNION, ordinal=3), a_sesion(clave="3", ordinal=3)
    proceso = a_desarrollo(sesion=other, sesiones=(other, third)).proceso
    assert of_meeting(proceso, a_desarrollo().normas, "3").sesion is third


def agenda(**rows: object) -> OrdenDiaContext:
    context = ORDEN_DIA.write(fuente_of(**rows), estado="")
    assert isinstance(context, OrdenDiaContext)
    return context


def test_the_agenda_keeps_what_was_convened_and_what_was_approved() -> None:
    points = some_puntos()
    points = (*points[:2], dataclasses.replace(points[2], estado=EstadoPunto.RETIRADO), points[3])
    all_in = asistencias(**dict.fromkeys(("ANA", "BEA", "CID", "DEL", "EVA", "SEC"), "Presente"))
    context = agenda(sesion=a_sesion(), puntos=points, asistencias=all_in)
    assert [str(p.numero) for p in context.convocado] == ["1.", "2.", "3.", "4."]
    assert [str(p.numero) for p in context.aprobado] == ["1.", "2.", "4."]
    assert len(context.cambios) == 1
    assert agenda(sesion=a_sesion()).aprobado == ()


def test_subpoints_are_told_apart_and_an_empty_agenda_is_a_gap() -> None:
    points = (*some_puntos(1), dataclasses.replace(some_puntos(1)[0], numero="1.1"))
    assert [p.is_subpunto for p in agenda(puntos=points).convocado] == [False, True]
    assert [str(g.location) for g in collect_gaps(agenda(puntos=()))] == ["sesiones.xlsx!Orden del día"]


def test_the_sign_in_sheet_has_everybody_once_by_quality() -> None:
    context = LISTA_ASISTENCIA.write(fuente_of(), estado="")
    assert isinstance(context, ListaAsistenciaContext)
    assert [[fila.numero for fila in grupo.filas] for grupo in context.grupos] == [
        ["1", "2", "3", "4", "5"], ["6"], ["7"],
    ]  # fmt: skip
    assert str(context.grupos[2].filas[0].nombre) == "Iris Paz (propietaria)\nOmar Sol (suplente)"


def follow_up(clave: str) -> SeguimientoContext:
    later = a_sesion(clave="3", fecha=dt.date(2027, 4, 1))
    desarrollo = a_desarrollo(
        sesion=a_sesion(),
        sesiones=(a_sesion(), later),
        compromisos=(DUE,),
        acuerdos=(an_acuerdo("1", estado="Cumplido", fecha_cumplimiento=dt.date(2027, 3, 5)),),
    )
    context = SEGUIMIENTO.write(find_seguimiento(desarrollo.proceso, desarrollo.normas, clave), estado="")
    assert isinstance(context, SeguimientoContext)
    return context


def test_the_follow_up_of_a_session_stops_at_its_day() -> None:
    context = follow_up("3")
    assert [str(row.situacion) for row in context.acuerdos] == ["Cumplido el 05/03/2027"]
    assert follow_up("2").acuerdos == ()
    assert [str(row.situacion) for row in follow_up("04/03/2027").acuerdos] == ["Pendiente"]


def test_a_state_nobody_captured_is_a_gap() -> None:
    (row,) = follow_up("3").compromisos
    assert [gap.label for gap in row.situacion.gaps] == ["estado"]
    assert "sin estado capturado" in str(follow_up("3").resumen)
