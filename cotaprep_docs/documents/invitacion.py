"""The invitation to a session or formal meeting: guests, officials, parties; voice and no vote."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.busqueda_carta import of_letter
from cotaprep_docs.documents.cartas import INVITACION as RECIBE
from cotaprep_docs.documents.cartas import FuenteCarta, invitados
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.convocatoria import (
    build_letter,
    cambio_de_fecha,
    letter_rows,
)
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.numeros import acto_of_oficio, numero_oficio
from cotaprep_docs.documents.problem_kinds import NO_GUESTS
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.sesiones import WITH_PARTIES, sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Prose, compose


def invitacion_name(fuente: FuenteCarta) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Invitación a la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: FuenteCarta) -> Iterable[Row]:
    return (*letter_rows(fuente), *(row for each in fuente.chosen(invitados(fuente)) for row in each.rows))


def build_invitacion(fuente: FuenteCarta, membrete: Membrete) -> ConvocatoriaContext:
    """Return everything the invitation says."""
    return build_letter(
        fuente,
        membrete,
        oficio=numero_oficio(fuente, "invitacion"),
        asunto=invitacion_name(fuente),
        destinatarios=tuple(receptor.destinado for receptor in fuente.chosen(invitados(fuente))),
        cuerpo=_cuerpo(fuente),
    )


def _cuerpo(fuente: FuenteCarta) -> Prose:
    basis = fuente.normado("convocatoria", _basis(fuente))
    one = len(fuente.chosen(invitados(fuente))) == 1
    pronoun = "le" if one else "les"
    return compose(
        "{opening} invita a {role} la {sesion} del {organo}{con}, correspondiente al {proceso}, "
        "que se llevará a cabo conforme a los datos y al orden del día siguientes.{cambio}",
        opening=f"Con fundamento en {basis}, se {pronoun}" if basis else f"Se {pronoun}",
        role=_ROLES[fuente.sesion.is_reunion],
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.organo,
        con=WITH_PARTIES if fuente.sesion.is_reunion else "",
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        cambio=cambio_de_fecha(fuente),
    )


_ROLES = {True: "participar en", False: "asistir, con derecho a voz y sin voto, a"}


def _basis(fuente: FuenteCarta) -> str:
    """Return the citation that founds the presence of who is invited: meetings have their own."""
    return fuente.cita if fuente.sesion.is_reunion else "invitados"


def of_invitacion(proceso: Proceso, normas: Normas, clave: str) -> FuenteCarta:
    """Return a session or meeting to which people are invited, or that and one of them.

    Raises:
        UsageProblem: there is no such session, nobody is invited to it, or nobody of that key.
    """
    fuente = of_letter(proceso, normas, clave, invitados)
    if invitados(fuente):
        return fuente
    raise UsageProblem(NO_GUESTS.at(CellLocation(LIBRO, "Destinatarios"), clave=fuente.sesion.clave))


def invited_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of the sessions and meetings to which people are invited."""
    return tuple(
        sesion.clave
        for sesion in proceso.sesiones
        if sesion.estado is not EstadoSesion.CANCELADA
        and proceso.recipient_rows(RECIBE, "Reuniones" if sesion.is_reunion else "Sesiones")
    )


INVITACION = DocumentKind(
    tipo="invitacion",
    template="convocatoria.docx",
    context=ConvocatoriaContext,
    sheets=SESSION_SHEETS | {"Destinatarios", "Representaciones", "Invitados"},
    find=of_invitacion,
    claves=invited_keys,
    name=invitacion_name,
    rows=_rows,
    build=build_invitacion,
    dated=lambda fuente: fuente.sesion.fecha_convocatoria,
    numbers=lambda fuente: acto_of_oficio(fuente, "invitacion"),
)
