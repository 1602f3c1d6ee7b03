"""What the template of the fe de erratas is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Firma, Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaErrata:
    """One passage of the acta: where it is, what it says, what it should say."""

    apartado: Prose
    dice: Prose
    debe_decir: Prose


@record(frozen=True, slots=True)
class FeDeErratasContext:
    """Everything a fe de erratas says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        cuerpo: of which acta, and where it was approved.
        erratas: what it says and what it should say.
        cierre: what becomes of the sheet, with place and date.
        firma: the Secretaría Técnica.
    """

    membrete: Membrete
    titulo: Prose
    cuerpo: Prose
    erratas: tuple[FilaErrata, ...]
    cierre: Prose
    firma: Firma
