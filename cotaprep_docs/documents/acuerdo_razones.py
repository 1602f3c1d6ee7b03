"""What went before an agreement and why it is taken: as typed, and what follows from the session."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.fuente_acuerdo import FuenteAcuerdo
from cotaprep_docs.documents.numeros import numero_oficio
from cotaprep_docs.documents.personas import to
from cotaprep_docs.documents.razones import ANTECEDENTES, CONSIDERANDOS, passages, section_gap
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto
from cotaprep_docs.prose.prose import Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_text, date_with_weekday
from cotaprep_docs.spanish.names import without_final_dot


def build_antecedentes(fuente: FuenteAcuerdo) -> list[Prose]:
    """Return what went before: as typed or else the designation, and always how the point was convened."""
    typed = [as_prose(row.texto) for row in passages(fuente.proceso, fuente.acuerdo.clave, ANTECEDENTES)]
    return [*(typed or _designation(fuente)), *_convened(fuente)]


def _designation(fuente: FuenteAcuerdo) -> Iterator[Prose]:
    organismo = fuente.organismo
    if organismo.acuerdo_designacion and organismo.fecha_designacion is not None:
        yield compose(
            "El {fecha}, mediante el acuerdo {acuerdo}, se designó a las personas integrantes del {organo}.",
            fecha=date_text(organismo.fecha_designacion, organismo.estilo_fechas),
            acuerdo=organismo.acuerdo_designacion,
            organo=fuente.institucional("organo", "nombre del comité"),
        )


def _convened(fuente: FuenteAcuerdo) -> Iterator[Prose]:
    sesion, punto = fuente.sesion, fuente.punto
    if punto is None:
        return
    added = punto.estado is EstadoPunto.INCORPORADO
    number = punto.numero_vigente if added else punto.numero
    what = f"el punto {number}, «{without_final_dot(punto.texto)}»"
    yield compose(
        "El {fecha}, mediante oficio {oficio}, se convocó a la {sesion}, {what}.",
        fecha=fuente.fecha(
            sesion.fecha_convocatoria, "fecha de la convocatoria", sesion.origin.cell("fecha_convocatoria")
        ),
        oficio=numero_oficio(fuente, "convocatoria"),
        sesion=sesion_name(sesion, fuente.organismo),
        what=f"a cuyo orden del día se incorporó {what}"
        if added
        else f"en cuyo orden del día se incluyó {what}",
    )


def build_considerandos(fuente: FuenteAcuerdo) -> list[Prose]:
    """Return its reasons: who may decide, as typed, and that it was put to the vote with quorum."""
    typed = [as_prose(row.texto) for row in passages(fuente.proceso, fuente.acuerdo.clave, CONSIDERANDOS)]
    if not typed and fuente.punto is not None and fuente.punto.clase is ClasePunto.APROBACION:
        gap = section_gap(fuente.acuerdo.clave, CONSIDERANDOS, "razones en que se apoya")
        typed = [join(("Que ", gap, "."))]
    return [*voting_right(fuente), *typed, _in_session(fuente)]


def voting_right(fuente: Fuente) -> Iterator[Prose]:
    """Yield that members vote, where the norm that says so is verified."""
    cita = fuente.normas.fundamento("voto")
    if cita:
        yield as_prose(
            f"Que, conforme {to(cita)}, corresponde a las personas integrantes emitir su voto en los asuntos "
            "que se someten a su consideración."
        )


def _in_session(fuente: FuenteAcuerdo) -> Prose:
    day, name = fuente.sesion.fecha, sesion_name(fuente.sesion, fuente.organismo)
    when = f", el {date_with_weekday(day, fuente.organismo.estilo_fechas)}" if day is not None else ""
    if fuente.is_proyecto:
        return as_prose(f"Que el asunto se somete a la consideración de la {name}{when}.")
    number = fuente.acuerdo.punto
    return as_prose(
        f"Que en la {name}{when}, con quórum legal, se desahogó el punto {number} del orden del día y se "
        "recabó la votación que consta en el apartado correspondiente."
    )
