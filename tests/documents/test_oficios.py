"""Letters: invitations, one per addressee, notices, acknowledgements, remissions, corrections of actas."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from cotaprep_docs.app.convocar import convocar
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.acuerdo import ACUERDO
from cotaprep_docs.documents.acuse import ACUSE
from cotaprep_docs.documents.aviso import AVISO
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.emitido import Emitido
from cotaprep_docs.documents.fe_de_erratas import FE_DE_ERRATAS
from cotaprep_docs.documents.invitacion import INVITACION
from cotaprep_docs.documents.kind import DocumentKind, collect_gaps
from cotaprep_docs.documents.kinds import kind_of
from cotaprep_docs.documents.personas import to, towards
from cotaprep_docs.domain.acuerdo import Correccion, Documento, Oficio
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.persona import Destinatario
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.problems.exit_code import UsageProblem
from tests.support.builders import (
    MEMBERS,
    a_desarrollo,
    a_sesion,
    a_votacion,
    an_acuerdo,
    an_organismo,
    origin,
    some_puntos,
)
from tests.support.data_sets import lectura

REMISION: DocumentKind[Any] = kind_of("oficio-remision")
GUEST = Destinatario("D1", "Inés Rey", "Consejera", recibe="Invitación", para="Sesiones")
CHIEF = Destinatario("D2", "Ugo Paz", "Titular de la Secretaría Ejecutiva", recibe="Remisión", para="Todas")


def asunto_of(kind: DocumentKind[Any], desarrollo: Desarrollo, clave: str) -> Any:
    return kind.find(desarrollo.proceso, desarrollo.normas, clave)


def written(kind: DocumentKind[Any], desarrollo: Desarrollo, clave: str) -> Any:
    return kind.write(asunto_of(kind, desarrollo, clave), estado="BORRADOR")


def codes(kind: DocumentKind[Any], desarrollo: Desarrollo, clave: str) -> list[str]:
    with pytest.raises(UsageProblem) as raised:
        asunto_of(kind, desarrollo, clave)
    return [problem.code for problem in raised.value.problems]


def oficio(documento: str, **changes: Any) -> Oficio:
    place = origin("Oficios", 2, "documento", "numero", "fecha", "medio", "fojas")
    return Oficio(documento, origin=place, **changes)


def names(context: Any) -> list[str]:
    return [str(addressee.nombre) for addressee in context.destinatarios]


def test_members_are_convened_and_the_others_invited() -> None:
    desarrollo = a_desarrollo(destinatarios=(GUEST, CHIEF), sesion=a_sesion(oficio_invitacion="ST/8/2027"))
    called, invited = (written(kind, desarrollo, "2") for kind in (CONVOCATORIA, INVITACION))
    assert len(names(called)) == len(MEMBERS)
    assert names(invited) == ["Inés Rey"]
    assert (str(called.oficio), str(invited.oficio)) == ("ST/007/2027", "ST/8/2027")
    assert called.puntos == invited.puntos


def test_nobody_to_invite_is_a_usage_problem_and_no_key() -> None:
    desarrollo = a_desarrollo(destinatarios=(CHIEF,))
    assert codes(INVITACION, desarrollo, "2") == ["DOC-011"]
    assert tuple(INVITACION.claves(desarrollo.proceso)) == ()


def test_a_letter_to_one_addressee_names_only_them() -> None:
    desarrollo = a_desarrollo(destinatarios=(GUEST,))
    asunto = asunto_of(CONVOCATORIA, desarrollo, "2-bea")
    assert CONVOCATORIA.stem(asunto) == "convocatoria-2-BEA"
    context: Any = CONVOCATORIA.write(asunto, estado="")
    assert (len(context.destinatarios), context.presente) == (1, "Presente")
    assert names(written(INVITACION, desarrollo, "2-D1")) == ["Inés Rey"]
    assert codes(CONVOCATORIA, desarrollo, "2-ZZZ") == ["DOC-010"]
    assert codes(CONVOCATORIA, desarrollo, "9-BEA") == ["DOC-001"]


def into(folder: Path, name: str) -> Lectura:
    source = lectura(name)
    return dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=folder))


def test_convening_makes_both_letters_or_one_per_person(tmp_path: Path) -> None:
    both = convocar(into(tmp_path, "plan"), "r1")
    assert [(d.tipo, d.clave) for d in both.documentos] == [("convocatoria", "R1"), ("invitacion", "R1")]
    each = convocar(into(tmp_path, "plan"), "R1", por_destinatario=True)
    made = {d.docx.stem for d in each.documentos}
    assert made == {f"convocatoria-R1-{who}" for who in ("IAA", "CLU", "COA")} | {
        f"invitacion-R1-{who}" for who in ("PM1", "PM2")
    }
    assert [d.tipo for d in convocar(into(tmp_path, "plan"), "1").documentos] == ["convocatoria"]
    assert [d.clave for d in convocar(into(tmp_path, "plan"), "R1-CLU").documentos] == ["R1-CLU"]


def test_what_both_letters_lack_is_said_once(tmp_path: Path) -> None:
    problems = convocar(into(tmp_path, "plan"), "R5").problemas
    places = [(p.code, str(p.location), p.message) for p in problems]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"estado": EstadoSesion.CANCELADA}, {"motivo"}),
        ({"estado": EstadoSesion.CANCELADA, "motivo": "Sismo."}, set()),
        ({"estado": EstadoSesion.REPROGRAMADA, "motivo": "Sismo."}, {"fecha_anterior"}),
        ({"fecha_anterior": dt.date(2027, 3, 1), "motivo": "Sismo."}, set()),
    ],
)
def test_a_notice_asks_for_the_reason_and_the_former_date(changes: dict[str, Any], missing: set[str]) -> None:
    place = origin("Calendario", 3, "clave", "estado", "motivo", "fecha_anterior")
    sesion = a_sesion(origin=place, **changes)
    rows = (oficio("aviso-2", numero="ST/9/2027", fecha=dt.date(2027, 3, 2)),)
    context = written(AVISO, a_desarrollo(sesion=sesion, destinatarios=(GUEST,), oficios=rows), "2")
    wanted = {str(place.cell(field)) for field in missing}
    assert {str(gap.location) for gap in collect_gaps(context)} == wanted
    assert len(names(context)) == len(MEMBERS) + 1
    assert any(dato.etiqueta == "Nueva fecha" for dato in context.datos) is (
        sesion.estado is not EstadoSesion.CANCELADA
    )


def test_a_session_that_did_not_change_has_no_notice() -> None:
    assert codes(AVISO, a_desarrollo(), "2") == ["DOC-018"]
    assert tuple(AVISO.claves(a_desarrollo().proceso)) == ()


def test_a_cancelled_session_has_its_notice_and_no_convocatoria(tmp_path: Path) -> None:
    source = into(tmp_path, "ficticio")
    sesiones = tuple(
        dataclasses.replace(s, estado=EstadoSesion.CANCELADA, motivo="Sismo.") if s.clave == "11" else s
        for s in source.proceso.sesiones
    )
    changed = dataclasses.replace(source, proceso=dataclasses.replace(source.proceso, sesiones=sesiones))
    assert [d.docx.stem for d in generate(changed, AVISO, "11").documentos] == ["aviso-11"]
    assert convocar(changed, "11").documentos == ()


def test_everybody_who_receives_a_letter_has_a_row_to_sign() -> None:
    desarrollo = a_desarrollo(destinatarios=(GUEST,), sesion=a_sesion(oficio_invitacion="ST/8/2027"))
    rows = written(ACUSE, desarrollo, "2").filas
    assert [str(row.oficio) for row in rows] == ["ST/007/2027"] * len(MEMBERS) + ["ST/8/2027"]


def sending(*rows: Oficio, **changes: Any) -> Desarrollo:
    fields: dict[str, Any] = {
        "acuerdos": (an_acuerdo("3", numero="7", remitir_a="Consejo General"),),
        "votaciones": (a_votacion("3"),),
        "destinatarios": (CHIEF,),
        "documentos": (
            Documento("2", "Matriz", "3", "Anexo", fojas=4, medio="Impreso"),
            Documento("2", "Proyecto", "3", "Circulado", fojas=9, medio="Impreso"),
            Documento("2", "Lista", "1", "Anexo", fojas=1, medio="Impreso"),
        ),
        "organismo": an_organismo(organo_superior="Consejo General"),
        "oficios": rows,
        **changes,
    }
    return a_desarrollo(**fields)


@pytest.mark.parametrize("typed", ["acuerdo-A1", "A1", "acuerdo-a1.docx", "salida/acuerdo-A1.pdf", "7"])
def test_what_is_sent_is_named_by_its_file_or_its_key(typed: str) -> None:
    assert REMISION.stem(asunto_of(REMISION, sending(), typed)) == "oficio-remision-acuerdo-A1"


@pytest.mark.parametrize(
    ("typed", "code"), [("acuerdo-A9", "DOC-012"), ("nada", "DOC-016"), ("acta-9", "DOC-001")]
)
def test_what_cannot_be_sent_says_why(typed: str, code: str) -> None:
    assert codes(REMISION, sending(), typed) == [code]


def test_sheets_are_those_typed_else_those_of_the_pdf_else_a_gap() -> None:
    stem = "oficio-remision-acuerdo-A1"
    typed = oficio(stem, numero="1", fecha=dt.date(2027, 3, 9), medio="Impreso", fojas=12)
    counted = dataclasses.replace(typed, fojas=None)
    made = {"acuerdo-A1": Emitido(3, is_definitivo=True)}
    for row, emitidos, fojas, warned in (
        (typed, {}, "12 (doce)", []),
        (counted, made, "3 (tres)", []),
        (counted, {"acuerdo-A1": Emitido(3, is_definitivo=False)}, "3 (tres)", ["DOC-017"]),
        (counted, {}, None, ["DOC-017"]),
    ):
        asunto = dataclasses.replace(asunto_of(REMISION, sending(row), "A1"), emitidos=emitidos)
        context: Any = REMISION.write(asunto, estado="")
        gaps = [str(gap.location) for gap in collect_gaps(context)]
        assert [problem.code for problem in REMISION.advises(asunto)] == warned
        if fojas is None:
            assert gaps == ["sesiones.xlsx!Oficios!E2"]
        else:
            assert (str(context.remision[0].fojas), gaps) == (fojas, [])


def test_annexes_are_those_of_the_point_and_all_of_the_session_with_its_acta() -> None:
    of_point = written(REMISION, sending(), "acuerdo-A1").remision
    assert [str(row.documento) for row in of_point][1:] == ["Matriz."]
    assert len(written(REMISION, sending(), "acta-2").remision) == 4


def test_nobody_to_send_it_to_is_a_gap() -> None:
    gaps = collect_gaps(written(REMISION, sending(destinatarios=()), "A1"))
    assert "sesiones.xlsx!Destinatarios" in {str(gap.location) for gap in gaps}


def test_to_the_office_of_the_addressee_nothing_goes_through_them() -> None:
    here = (an_acuerdo("3", numero="7", remitir_a="Secretaría Ejecutiva"),)
    through = str(written(REMISION, sending(), "A1").cuerpo)
    assert towards("Consejo General") in through
    assert "Secretaría Ejecutiva" not in str(written(REMISION, sending(acuerdos=here), "A1").cuerpo)


def test_pages_of_what_is_sent_come_from_the_file_on_disk(tmp_path: Path) -> None:
    source = into(tmp_path, "ficticio")
    before = generate(source, REMISION, "acuerdo-K01")
    (sent,) = generate(source, ACUERDO, "K01").documentos
    after = generate(source, REMISION, "acuerdo-K01")
    missing = [{p.params["dato"] for p in r.problemas if p.code == "APP-004"} for r in (before, after)]
    assert missing[0] - missing[1] == {"fojas de lo que se remite"}
    assert sent.paginas > 0


def correction(tipo: str, **changes: Any) -> Correccion:
    place = origin("Correcciones", 2, "sesion", "tipo", "aprobada_en", "apartado")
    fields: dict[str, Any] = {"sesion": "2", "aprobada_en": "2", "apartado": "Punto 1", "tipo": tipo}
    return Correccion(**{**fields, "dice": "uno", "debe_decir": "dos", "origin": place, **changes})


def test_an_acta_approved_with_changes_is_told_of_where_it_was_approved() -> None:
    puntos = some_puntos()
    puntos = (puntos[0], dataclasses.replace(puntos[1], clase=ClasePunto.ACTA_ANTERIOR), *puntos[2:])
    rows = (correction("Modificación", sesion="1"), correction("Errata"))
    desarrollo = a_desarrollo(puntos=puntos, correcciones=rows, votaciones=(a_votacion("2"),))
    points = written(ACTA, desarrollo, "2").desahogo
    told = [[b for b in point.bloques if "«dos»" in str(b.texto)] for point in points]
    assert [len(blocks) for blocks in told] == [0, 1, 0, 0]
    assert "«uno»" in str(told[1][0].texto)


def test_a_fe_de_erratas_lists_them_and_asks_for_its_date() -> None:
    desarrollo = a_desarrollo(correcciones=(correction("Errata"), correction("Errata", apartado="")))
    context = written(FE_DE_ERRATAS, desarrollo, "2")
    assert len(context.erratas) == 2
    assert {str(gap.location) for gap in collect_gaps(context)} == {
        "sesiones.xlsx!Correcciones!D2",
        "sesiones.xlsx!Oficios",
    }


def test_an_acta_without_errors_has_no_fe_de_erratas() -> None:
    assert codes(FE_DE_ERRATAS, a_desarrollo(correcciones=(correction("Modificación"),)), "2") == ["DOC-019"]


@pytest.mark.parametrize(
    ("text", "expected"), [("el artículo 9", "al artículo 9"), ("los artículos 9", "a los artículos 9")]
)
def test_a_citation_contracts_with_its_preposition(text: str, expected: str) -> None:
    assert to(text) == expected
