"""What a session lacks: the gaps that its documents would show if they were made now.

Numbers that the program gives do not count: nobody has to type them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.invitacion import INVITACION, invited_keys
from cotaprep_docs.documents.kind import DRAFT_MARK, DocumentKind, Row, collect_gaps
from cotaprep_docs.documents.lista_asistencia import LISTA_ASISTENCIA
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.orden_dia import ORDEN_DIA
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap


def record_kind(sesion: Sesion) -> DocumentKind[Any]:
    """Return what tells of a session once it was held: its acta, or the minuta of a meeting."""
    return MINUTA if sesion.is_reunion else ACTA


def letters_of(proceso: Proceso, sesion: Sesion) -> tuple[DocumentKind[Any], ...]:
    """Return the kinds of letter that call to a session."""
    invited = sesion.clave in invited_keys(proceso)
    return (CONVOCATORIA, INVITACION) if invited else (CONVOCATORIA,)


def faltas_para_convocar(proceso: Proceso, normas: Normas, sesion: Sesion) -> tuple[Gap, ...]:
    """Return what its letters, its agenda and its sign-in sheet lack."""
    kinds = (*letters_of(proceso, sesion), ORDEN_DIA, LISTA_ASISTENCIA)
    return _faltas(proceso, normas, kinds, sesion)


def faltas_del_acta(proceso: Proceso, normas: Normas, sesion: Sesion) -> tuple[Gap, ...]:
    """Return what its acta or minuta lacks; not what it repeats of agreements of other sessions."""
    found = _faltas(proceso, normas, (record_kind(sesion),), sesion)
    taken: tuple[Row, ...] = (*proceso.acuerdos_of(sesion), *proceso.compromisos_of(sesion))
    own = {(row.origin.sheet, row.origin.row) for row in taken}
    return tuple(gap for gap in found if _is_own(gap, own))


def _is_own(gap: Gap, own: Collection[tuple[str, int]]) -> bool:
    place = gap.location
    if not isinstance(place, CellLocation) or place.sheet not in ("Acuerdos", "Compromisos") or not place.row:
        return True
    return (place.sheet, place.row) in own


def _faltas(
    proceso: Proceso, normas: Normas, kinds: Iterable[DocumentKind[Any]], sesion: Sesion
) -> tuple[Gap, ...]:
    found: dict[str, Gap] = {}
    for kind in kinds:
        asunto = kind.find(proceso, normas, sesion.clave)
        for gap in collect_gaps(kind.write(asunto, estado=DRAFT_MARK)):
            if not gap.asignable:
                found.setdefault(_place(gap), gap)
    return tuple(found.values())


def _place(gap: Gap) -> str:
    """Return what tells one lack from another: its cell, whatever each document calls it."""
    is_cell = isinstance(gap.location, CellLocation) and gap.location.row > 0
    return str(gap.location) if is_cell else f"{gap.location} {gap.label}"
