"""What a session lacks: the gaps that its documents would show if they were made now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.invitacion import INVITACION, invited_keys
from cotaprep_docs.documents.kind import DRAFT_MARK, DocumentKind, collect_gaps
from cotaprep_docs.documents.lista_asistencia import LISTA_ASISTENCIA
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.orden_dia import ORDEN_DIA
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.serie import OFICIOS, series_of
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.prose.prose import Gap


def record_kind(sesion: Sesion) -> DocumentKind[Any]:
    """Return what tells of a session once it was held: its acta, or the minuta of a meeting."""
    return MINUTA if sesion.is_reunion else ACTA


def letters_of(proceso: Proceso, sesion: Sesion) -> tuple[DocumentKind[Any], ...]:
    """Return the kinds of letter that call to a session."""
    invited = sesion.clave in invited_keys(proceso)
    return (CONVOCATORIA, INVITACION) if invited else (CONVOCATORIA,)


def faltas_para_convocar(proceso: Proceso, normas: Normas, sesion: Sesion) -> tuple[Gap, ...]:
    """Return what its letters, agenda and sign-in sheet lack, but for numbers that the ledger gives."""
    kinds = (*letters_of(proceso, sesion), ORDEN_DIA, LISTA_ASISTENCIA)
    found = {str(gap.location): gap for kind in kinds for gap in _gaps(proceso, normas, kind, sesion)}
    if series_of(proceso.organismo)[OFICIOS].falla is None:
        for field in ("oficio_convocatoria", "oficio_invitacion"):
            found.pop(str(sesion.origin.cell(field)), None)
    return tuple(found.values())


def faltas_del_acta(proceso: Proceso, normas: Normas, sesion: Sesion) -> tuple[Gap, ...]:
    """Return what its acta or minuta lacks; the numbers of agreements among them, until they are taken."""
    return tuple(_gaps(proceso, normas, record_kind(sesion), sesion))


def _gaps(proceso: Proceso, normas: Normas, kind: DocumentKind[Any], sesion: Sesion) -> Iterator[Gap]:
    asunto = kind.find(proceso, normas, sesion.clave)
    yield from collect_gaps(kind.write(asunto, estado=DRAFT_MARK))
