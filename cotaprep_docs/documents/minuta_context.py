"""What the template of the minuta is offered."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import FilaAsistencia, PuntoActa
from cotaprep_docs.documents.compromisos import FilaCompromiso
from cotaprep_docs.documents.context import Anexo, FilaFirmas, Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class MinutaContext:
    """Everything a minuta says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        proemio: place, hour, date, who meets, what for and on what basis.
        integrantes: who came of the committee, its Secretaría Técnica and guests.
        representaciones: who came of each representation; may be empty.
        temas: what was dealt with: statements and answers, in order.
        compromisos: what somebody undertook to do; may be empty.
        sin_compromisos: sentence that says there are none; empty where there are.
        cierre: end of the meeting, with hour and duration.
        formula: formula before the signatures.
        hojas: sentence before the number of sheets.
        firmas: signature block.
        firmas_nota: who does not sign and why; may be empty.
        anexos: annexes; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    proemio: Prose
    integrantes: tuple[FilaAsistencia, ...]
    representaciones: tuple[FilaAsistencia, ...]
    temas: tuple[PuntoActa, ...]
    compromisos: tuple[FilaCompromiso, ...]
    sin_compromisos: str
    cierre: Prose
    formula: Prose
    hojas: Prose
    firmas: tuple[FilaFirmas, ...]
    firmas_nota: Prose
    anexos: tuple[Anexo, ...]
