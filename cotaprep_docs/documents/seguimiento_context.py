"""What the template of the follow-up is offered."""

from __future__ import annotations

from cotaprep_docs.documents.compromisos import FilaSeguimiento
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class SeguimientoContext:
    """Everything a follow-up says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        resumen: how many agreements and commitments stand how, on what day.
        acuerdos: the agreements; may be empty.
        compromisos: the commitments; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    resumen: Prose
    acuerdos: tuple[FilaSeguimiento, ...]
    compromisos: tuple[FilaSeguimiento, ...]
