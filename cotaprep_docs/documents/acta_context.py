"""What the template of the acta is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Anexo, FilaFirmas, Membrete, PuntoListado
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaAsistencia:
    """One person of the roll call."""

    nombre: Prose
    calidad: Prose
    modalidad: Prose
    asistencia: Prose


@record(frozen=True, slots=True)
class FilaVoto:
    """How one person voted."""

    nombre: Prose
    sentido: Prose


@record(frozen=True, slots=True)
class Bloque:
    """One thing that happened, as one or more paragraphs of one look.

    Exactly one of the ``is_`` attributes is true.

    Attributes:
        is_parrafo: narrative.
        is_intervencion: somebody's words.
        is_incidencia: somebody enters or leaves, a recess, a resumption, a change of the agenda.
        is_votacion: the sentence of a vote, with `votos` by name where it was not unanimous.
        is_acuerdo: an agreement, with its `rotulo` (number).
        rotulo: what stands before the text: the speaker, the number of the agreement; may be empty.
        texto: the text; line breaks start new paragraphs.
        votos: rows of the nominal vote; empty where the sentence says it all.
    """

    is_parrafo: bool
    is_intervencion: bool
    is_incidencia: bool
    is_votacion: bool
    is_acuerdo: bool
    rotulo: Prose
    texto: Prose
    votos: tuple[FilaVoto, ...]


@record(frozen=True, slots=True)
class PuntoActa:
    """One point of the agenda as it was dealt with.

    Attributes:
        previos: what happened right before the point: somebody came or left, a recess.
        numero: its number in force.
        titulo: its text.
        bloques: what happened, in order.
    """

    previos: tuple[Bloque, ...]
    numero: Prose
    titulo: Prose
    bloques: tuple[Bloque, ...]


@record(frozen=True, slots=True)
class ActaContext:
    """Everything an acta says.

    Attributes:
        membrete: header and footer.
        titulo: title of the act.
        proemio: place, hour, date, who meets, what for and on what basis.
        lista: sentence that introduces the roll call.
        asistentes: the roll call.
        quorum: declaration of quorum, with its numbers; may be several paragraphs.
        orden_dia: sentence that introduces the agenda.
        puntos: the agenda as approved.
        cambios: what changed from the convened agenda; empty where nothing did.
        desahogo: the points, in order; empty where the session could not be held.
        cierre_titulo: heading of the section that ends it.
        cierre: end of the session with hour and duration.
        formula: formula before the signatures.
        hojas: sentence before the number of sheets, which the template counts with NUMPAGES.
        firmas: signature block.
        firmas_nota: who does not sign and why; may be empty.
        anexos: annexes; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    proemio: Prose
    lista: Prose
    asistentes: tuple[FilaAsistencia, ...]
    quorum: Prose
    orden_dia: Prose
    puntos: tuple[PuntoListado, ...]
    cambios: tuple[Prose, ...]
    desahogo: tuple[PuntoActa, ...]
    cierre_titulo: str
    cierre: Prose
    hojas: Prose
    formula: Prose
    firmas: tuple[FilaFirmas, ...]
    firmas_nota: Prose
    anexos: tuple[Anexo, ...]
