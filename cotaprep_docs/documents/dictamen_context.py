"""What the template of a dictamen is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import FilaFirmas, Membrete, PuntoListado
from cotaprep_docs.documents.razones_context import Termino, VotoAsentado
from cotaprep_docs.documents.tablas_context import ParrafoAnalisis
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class DictamenContext:
    """Everything a dictamen says.

    Attributes:
        membrete: header and footer.
        titulo: its title.
        emitido: which body gives it, and in which session.
        advertencia: that it is still a project; may be empty.
        glosario: terms; may be empty.
        antecedentes: what went before.
        considerandos: its reasons.
        analisis: technical analysis, with its tables.
        resolutivos_titulo: heading of its points.
        resolutivos: points of dictamen.
        votaciones: the vote of its point.
        formula: formula before the signatures.
        hojas: sentence before the number of sheets, which the template counts with NUMPAGES.
        firmas: signature block; may be empty while its session is not known.
        firmas_nota: who does not sign and why; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    emitido: Prose
    advertencia: str
    glosario: tuple[Termino, ...]
    antecedentes: tuple[PuntoListado, ...]
    considerandos: tuple[PuntoListado, ...]
    analisis: tuple[ParrafoAnalisis, ...]
    resolutivos_titulo: str
    resolutivos: tuple[PuntoListado, ...]
    votaciones: tuple[VotoAsentado, ...]
    formula: Prose
    hojas: Prose
    firmas: tuple[FilaFirmas, ...]
    firmas_nota: Prose
