"""All kinds of document: one line each, so that adding the next one costs one module and one template."""

from __future__ import annotations

from typing import Any

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.calendario import CALENDARIO
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.expediente import CARATULA, EXPEDIENTE
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.lista_asistencia import LISTA_ASISTENCIA
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.orden_dia import ORDEN_DIA
from cotaprep_docs.documents.plan import PLAN
from cotaprep_docs.documents.seguimiento import SEGUIMIENTO

DOCUMENT_KINDS: tuple[DocumentKind[Any], ...] = (
    CONVOCATORIA,
    ORDEN_DIA,
    LISTA_ASISTENCIA,
    ACTA,
    MINUTA,
    SEGUIMIENTO,
    PLAN,
    CALENDARIO,
)

BINDING_KINDS: tuple[DocumentKind[Any], ...] = (EXPEDIENTE, CARATULA)
"""What binds the documents of a session together: made from those on disk, never by themselves."""


def kind_of(tipo: str) -> DocumentKind[Any]:
    """Return the kind of a name."""
    return next(kind for kind in DOCUMENT_KINDS if kind.tipo == tipo)
