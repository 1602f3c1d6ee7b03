"""Calling people to a session: the convocatoria to the members, and the invitation to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.modo import BORRADOR, Modo
from cotaprep_docs.app.results import Resultado, merge
from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.cartas import FuenteCarta, Receptor, convocados, invitados
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.invitacion import INVITACION
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.domain.sesion import EstadoSesion

_LETTERS: tuple[tuple[DocumentKind[FuenteCarta], Callable[[Fuente], tuple[Receptor, ...]]], ...] = (
    (CONVOCATORIA, convocados),
    (INVITACION, invitados),
)


def convocar(
    lectura: Lectura, clave: str, modo: Modo = BORRADOR, *, por_destinatario: bool = False
) -> Resultado:
    """Make the convocatoria and, where somebody is invited, the invitation.

    Args:
        lectura: the trackers, read.
        clave: key of the session or meeting, as typed; with one addressee (``3-ANA``), only their letter.
        modo: how to make them.
        por_destinatario: one letter for each addressee instead of one for all.

    Raises:
        UsageProblem: there is no such session or addressee.
        UnreadableInput: a workbook or template is missing or faulty.
        ProtectedFile: a file is open in another program.
    """
    if lectura.proceso.sesion(clave) is None and "-" in clave:
        return generate(lectura, CONVOCATORIA, clave, modo)
    letters = _letters(lectura, clave, por_destinatario=por_destinatario)
    return merge(generate(lectura, kind, key, modo) for kind, key in letters)


def _letters(
    lectura: Lectura, clave: str, *, por_destinatario: bool
) -> Iterator[tuple[DocumentKind[Any], str]]:
    if lectura.proceso.sesion(clave) is None:
        yield CONVOCATORIA, clave  # which says what is wrong with the key
        return
    fuente = Fuente(lectura.proceso, lectura.normas, find_sesion(lectura.proceso, clave))
    for kind, receptores in _LETTERS:
        people = receptores(fuente)
        # Of a cancelled session the convocatoria says why there is none, once.
        if kind is INVITACION and (not people or fuente.sesion.estado is EstadoSesion.CANCELADA):
            continue
        if por_destinatario and people:
            yield from ((kind, f"{fuente.sesion.clave}-{receptor.clave}") for receptor in people)
        else:
            yield kind, fuente.sesion.clave
