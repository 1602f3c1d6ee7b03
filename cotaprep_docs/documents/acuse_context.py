"""What the template of the acknowledgement of receipt is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaAcuse:
    """One addressee, with the letter they receive; the rest of the row is filled by hand."""

    numero: str
    nombre: Prose
    cargo: Prose
    oficio: Prose


@record(frozen=True, slots=True)
class AcuseContext:
    """Everything an acknowledgement of receipt says.

    Attributes:
        membrete: header and footer.
        titulo: title of the sheet.
        texto: what those who sign acknowledge.
        filas: one row per addressee.
    """

    membrete: Membrete
    titulo: Prose
    texto: Prose
    filas: tuple[FilaAcuse, ...]
