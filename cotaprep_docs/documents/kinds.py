"""All kinds of document: one line each, so that adding the next one costs one module and one template."""

from __future__ import annotations

from typing import Any

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.acuerdo import ACUERDO
from cotaprep_docs.documents.acuse import ACUSE
from cotaprep_docs.documents.aviso import AVISO
from cotaprep_docs.documents.calendario import CALENDARIO
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.dictamen import DICTAMEN
from cotaprep_docs.documents.expediente import CARATULA, EXPEDIENTE
from cotaprep_docs.documents.extracto import EXTRACTO
from cotaprep_docs.documents.fe_de_erratas import FE_DE_ERRATAS
from cotaprep_docs.documents.informe_bimestral import INFORME_BIMESTRAL
from cotaprep_docs.documents.informe_final import INFORME_FINAL
from cotaprep_docs.documents.informe_mensual import INFORME_MENSUAL
from cotaprep_docs.documents.informe_simulacros import INFORME_SIMULACROS
from cotaprep_docs.documents.invitacion import INVITACION
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.lista_asistencia import LISTA_ASISTENCIA
from cotaprep_docs.documents.minuta import MINUTA
from cotaprep_docs.documents.orden_dia import ORDEN_DIA
from cotaprep_docs.documents.plan import PLAN
from cotaprep_docs.documents.remision import oficio_remision
from cotaprep_docs.documents.seguimiento import SEGUIMIENTO

_ACTS: tuple[DocumentKind[Any], ...] = (
    CONVOCATORIA,
    INVITACION,
    ACUSE,
    AVISO,
    ORDEN_DIA,
    LISTA_ASISTENCIA,
    ACTA,
    EXTRACTO,
    FE_DE_ERRATAS,
    MINUTA,
    ACUERDO,
    DICTAMEN,
    SEGUIMIENTO,
    INFORME_MENSUAL,
    INFORME_BIMESTRAL,
    INFORME_SIMULACROS,
    INFORME_FINAL,
    PLAN,
    CALENDARIO,
)

DOCUMENT_KINDS: tuple[DocumentKind[Any], ...] = (*_ACTS, oficio_remision(_ACTS))

BINDING_KINDS: tuple[DocumentKind[Any], ...] = (EXPEDIENTE, CARATULA)
"""What binds the documents of a session together: made from those on disk, never by themselves."""


def kind_of(tipo: str) -> DocumentKind[Any]:
    """Return the kind of a name."""
    return next(kind for kind in DOCUMENT_KINDS if kind.tipo == tipo)
