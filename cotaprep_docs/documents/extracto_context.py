"""What the template of an extract is offered."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import PuntoActa
from cotaprep_docs.documents.context import Firma, Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class ExtractoContext:
    """Everything the certified copy of one agreement says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        apertura: who certifies, and of which act.
        quorum: who was there, in the words of the acta.
        desahogo: the point at which it was taken, in the words of the acta.
        certificacion: closing formula, with place and date.
        hojas: sentence before the number of sheets, which the template counts with NUMPAGES.
        firma: the Secretaría Técnica.
    """

    membrete: Membrete
    titulo: Prose
    apertura: Prose
    quorum: Prose
    desahogo: tuple[PuntoActa, ...]
    certificacion: Prose
    hojas: Prose
    firma: Firma
