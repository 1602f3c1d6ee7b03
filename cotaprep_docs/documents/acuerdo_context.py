"""What the template of an agreement is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import FilaFirmas, Membrete, PuntoListado
from cotaprep_docs.documents.razones_context import Termino, VotoAsentado
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class AcuerdoContext:
    """Everything an agreement says.

    Attributes:
        membrete: header and footer.
        titulo: kind, number and body.
        asunto: what it is about.
        advertencia: that it is still a project; may be empty.
        glosario: terms; may be empty.
        antecedentes: what went before.
        considerandos: its reasons.
        resolutivos_titulo: heading of what it resolves, which is its kind.
        resolutivos: what it resolves.
        seguimiento: who has to do it, by when and whom it goes to; may be empty.
        votaciones: the vote that carries it.
        formula: formula before the signatures.
        hojas: sentence before the number of sheets, which the template counts with NUMPAGES.
        firmas: signature block.
        firmas_nota: who does not sign and why; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    asunto: Prose
    advertencia: str
    glosario: tuple[Termino, ...]
    antecedentes: tuple[PuntoListado, ...]
    considerandos: tuple[PuntoListado, ...]
    resolutivos_titulo: str
    resolutivos: tuple[PuntoListado, ...]
    seguimiento: Prose
    votaciones: tuple[VotoAsentado, ...]
    formula: Prose
    hojas: Prose
    firmas: tuple[FilaFirmas, ...]
    firmas_nota: Prose
