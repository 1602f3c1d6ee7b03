"""`data/opl_ficticio/`: each hard case stands where the tests of the documents look for it."""

from __future__ import annotations

import datetime as dt

import pytest

from cotaprep_docs.domain.asistencia import EstadoAsistencia, TipoMovimiento
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad
from cotaprep_docs.domain.votacion import Resultado
from cotaprep_docs.norms.normas import Normas

UNANIMIDAD, MAYORIA, EMPATE = Resultado.UNANIMIDAD, Resultado.MAYORIA, Resultado.EMPATE
VOTES: dict[str, dict[tuple[str, int], tuple[Resultado, int, str]]] = {
    "1": {("2", 1): (UNANIMIDAD, 5, "5-0-0-0"), ("4", 1): (UNANIMIDAD, 5, "5-0-0-0")},
    "2": {
        ("2", 1): (UNANIMIDAD, 4, "4-0-0-0"),
        ("3", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("5", 1): (UNANIMIDAD, 4, "4-0-0-0"),
    },
    "3": {
        ("2", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("3", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("6", 1): (MAYORIA, 5, "3-1-1-0"),
    },
    "4": {
        ("2", 1): (UNANIMIDAD, 4, "4-0-0-0"),
        ("3", 1): (UNANIMIDAD, 4, "4-0-0-0"),
        ("6", 1): (EMPATE, 4, "2-2-0-0"),
        ("6", 2): (MAYORIA, 4, "3-1-0-0"),
    },
    "E1": {("2", 1): (UNANIMIDAD, 5, "5-0-0-0"), ("3", 1): (UNANIMIDAD, 5, "5-0-0-0")},
    "5": {("2", 1): (UNANIMIDAD, 5, "5-0-0-0"), ("3", 1): (UNANIMIDAD, 5, "5-0-0-0")},
    "6": {
        ("2", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("3", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("6", 1): (MAYORIA, 5, "4-1-0-0"),
        ("7", 1): (UNANIMIDAD, 5, "5-0-0-0"),
    },
    "7": {("2", 1): (UNANIMIDAD, 5, "5-0-0-0"), ("3", 1): (UNANIMIDAD, 5, "5-0-0-0")},
    "8": {
        ("2", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("3", 1): (UNANIMIDAD, 5, "5-0-0-0"),
        ("7", 1): (MAYORIA, 5, "4-0-1-0"),
        ("8", 1): (UNANIMIDAD, 5, "5-0-0-0"),
    },
    "9": {
        ("2", 1): (UNANIMIDAD, 4, "4-0-0-0"),
        ("3", 1): (UNANIMIDAD, 4, "4-0-0-0"),
        ("6", 1): (UNANIMIDAD, 4, "3-0-0-1"),
    },
    "E2": {},
    "10": {},
    "11": {},
}


def desarrollo(ficticio: Proceso, normas: Normas, clave: str) -> Desarrollo:
    sesion = ficticio.sesion(clave)
    assert sesion is not None
    return Desarrollo(ficticio, normas, sesion)


@pytest.mark.parametrize("clave", list(VOTES))
def test_votes_come_out_as_meant(ficticio: Proceso, normas: Normas, clave: str) -> None:
    session = desarrollo(ficticio, normas, clave)
    found = {}
    for votacion in ficticio.votaciones_of(session.sesion):
        count = session.escrutinio(votacion)
        assert count is not None
        assert not count.sin_voto
        groups = (count.a_favor, count.en_contra, count.abstenciones, count.excusas)
        shape = "-".join(str(len(group)) for group in groups)
        found[votacion.punto, votacion.secuencia] = (count.resultado, count.presentes, shape)
    assert found == VOTES[clave]


def test_no_outcome_depends_on_how_a_majority_is_counted(ficticio: Proceso, normas: Normas) -> None:
    for votacion in ficticio.votaciones:
        count = desarrollo(ficticio, normas, votacion.sesion).escrutinio(votacion)
        assert count is not None
        assert not count.depends_on_base


def present(session: Desarrollo, punto: str) -> set[str]:
    position = session.orden.position(punto)
    assert position is not None
    return {person.clave for person in session.presencia.conteo(position).presentes}


def test_session_2_late_arrival_and_return(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "2")
    assert {p.clave for p in session.apertura.presentes} == {"BMG", "DIO", "XPC", "TQL"}
    assert present(session, "3") == {"BMG", "DIO", "XPC", "TQL", "RZA"}
    assert present(session, "5") == {"BMG", "DIO", "XPC", "RZA"}
    assert present(session, "6") == {"BMG", "DIO", "XPC", "TQL", "RZA"}


def test_session_3_particular_vote_has_its_document(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "3")
    announced = [v.votos_particulares for v in ficticio.votaciones_of(session.sesion) if v.punto == "6"]
    documents = [d.persona for d in ficticio.documentos_of(session.sesion) if d.tipo == "Voto particular"]
    assert (announced, documents) == ([("XPC",)], ["XPC"])


def test_session_5_loses_quorum_before_point_6(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "5")
    assert session.has_quorum
    assert present(session, "5") == {"BMG", "DIO", "XPC", "TQL", "RZA"}
    assert present(session, "6") == {"BMG", "TQL"}
    postponed = [(p.numero, p.pospuesto_a) for p in session.orden.puntos if p.estado is EstadoPunto.POSPUESTO]
    assert postponed == [("6", "6"), ("7", "6")]


def test_session_6_passes_midnight(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "6")
    pauses = [(m.tipo, m.fecha, m.hora) for m in ficticio.movimientos_of(session.sesion)]
    assert pauses == [
        (TipoMovimiento.RECESO, None, dt.time(23, 40)),
        (TipoMovimiento.REANUDA, dt.date(2027, 2, 27), dt.time(9, 10)),
    ]
    assert session.sesion.clausura == dt.datetime(2027, 2, 27, 11, 5)  # noqa: DTZ001


def test_session_7_is_virtual_for_everybody(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "7")
    assert session.sesion.modalidad is Modalidad.VIRTUAL
    assert session.sesion.enlace.startswith("https://")
    assert {a.modalidad for a in ficticio.asistencias_of(session.sesion)} == {Modalidad.VIRTUAL}


def test_session_8_withdraws_and_adds_and_has_the_new_member(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "8")
    states = {
        p.numero_vigente: p.estado for p in session.orden.puntos if p.estado is not EstadoPunto.CONVOCADO
    }
    assert states == {"6": EstadoPunto.RETIRADO, "8": EstadoPunto.INCORPORADO}
    assert [p.numero_vigente for p in session.orden.puntos] == [str(n) for n in range(1, 11)]
    assert len(session.orden.convocados) == len(session.orden.aprobados) == 9
    before = desarrollo(ficticio, normas, "7").presencia.roster
    after = session.presencia.roster
    assert [p.clave for p in before] == ["BMG", "DIO", "XPC", "TQL", "RZA"]
    assert [p.clave for p in after] == ["BMG", "DIO", "XPC", "TQL", "EVB"]


def test_session_9_is_mixed_rescheduled_and_excuses(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "9")
    assert session.sesion.fecha_anterior == dt.date(2027, 4, 14)
    excused = [a.persona for a in session.presencia.asistencias if a.estado is EstadoAsistencia.JUSTIFICADA]
    assert excused == ["DIO"]
    assert {a.modalidad for a in session.presencia.asistencias if a.estado is EstadoAsistencia.PRESENTE} == {
        Modalidad.PRESENCIAL,
        Modalidad.VIRTUAL,
    }


def test_session_e1_has_a_substitute_secretaria(ficticio: Proceso, normas: Normas) -> None:
    acting = {s.clave: ficticio.secretaria(s) for s in ficticio.sesiones}
    assert {clave for clave, person in acting.items() if person is None or person.clave != "YMT"} == {"E1"}
    substitute = acting["E1"]
    assert substitute is not None
    assert substitute.clave == "GSP"
    assert desarrollo(ficticio, normas, "E1").has_quorum


def test_session_e2_never_had_quorum(ficticio: Proceso, normas: Normas) -> None:
    session = desarrollo(ficticio, normas, "E2")
    assert {p.clave for p in session.apertura.presentes} == {"BMG", "TQL"}
    assert not session.has_quorum
    assert not session.was_held


@pytest.mark.parametrize("clave", ["R3", "10", "11"])
def test_future_sessions_have_nothing_captured(ficticio: Proceso, clave: str) -> None:
    sesion = ficticio.sesion(clave)
    assert sesion is not None
    assert sesion.estado in (EstadoSesion.PROGRAMADA, EstadoSesion.REPROGRAMADA)
    assert (sesion.hora_inicio, sesion.hora_clausura) == (None, None)
    assert {a.estado for a in ficticio.asistencias_of(sesion)} == {None}
    assert not any(p.narrativa for p in ficticio.orden_dia(sesion).puntos)


def test_the_long_intervention_comes_out_whole(ficticio: Proceso) -> None:
    longest = max(ficticio.intervenciones, key=lambda turn: len(turn.texto))
    assert (longest.sesion, longest.punto, longest.persona) == ("6", "6", "BMG")
    assert len(longest.texto.split()) == 3166
    assert longest.texto.count("\n") == 21


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% if x %}", "Pérez & Cía <abc>", "“textos", "O'Farrill"])
def test_texts_that_break_templates_come_out_as_typed(ficticio: Proceso, text: str) -> None:
    assert any(text in turn.texto for turn in ficticio.intervenciones)


def test_names_keep_their_letters(ficticio: Proceso) -> None:
    names = {person.nombre for person in ficticio.integrantes}
    assert {"Begoña Müller Güereña", "D'Artagnan Ibáñez O'Farrill", "Xóchitl Peñaloza Cañas"} <= names
    invited = ficticio.persona("UNE")
    assert getattr(invited, "institucion", "") == "Pérez & Cía <abc>"


def test_nothing_is_sample(ficticio: Proceso) -> None:
    groups = (
        ficticio.sesiones, ficticio.integrantes, ficticio.puntos, ficticio.asistencias,
        ficticio.votaciones, ficticio.acuerdos, ficticio.documentos, ficticio.intervenciones,
    )  # fmt: skip
    assert not any(row.muestra for rows in groups for row in rows)


def test_the_institution_is_told_in_full(ficticio: Proceso) -> None:
    organismo = ficticio.organismo
    assert all((organismo.leyenda, organismo.domicilio, organismo.serie_acuerdos, organismo.serie_oficios))


def test_agreements_are_numbered_by_hand_only_until_2026(ficticio: Proceso) -> None:
    typed = {acuerdo.numero: acuerdo.sesion for acuerdo in ficticio.acuerdos if acuerdo.numero}
    assert len(typed) == sum(a.sesion in ("1", "2", "3") for a in ficticio.acuerdos) == 5
    for numero, clave in typed.items():
        assert numero.startswith(f"CARP/{clave}/A")
        assert numero.endswith("/2026")
