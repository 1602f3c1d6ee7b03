"""All kinds of document: one line each, so that adding the next one costs one module and one template."""

from __future__ import annotations

from typing import Any

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kind import DocumentKind

DOCUMENT_KINDS: tuple[DocumentKind[Any], ...] = (ACTA, CONVOCATORIA)


def kind_of(tipo: str) -> DocumentKind[Any]:
    """Return the kind of a name."""
    return next(kind for kind in DOCUMENT_KINDS if kind.tipo == tipo)
