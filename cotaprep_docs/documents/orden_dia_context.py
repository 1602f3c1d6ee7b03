"""What the template of the agenda is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class PuntoOrden:
    """A point of the agenda.

    Attributes:
        numero: its number, with its dot.
        texto: its text.
        nota: what goes with it: how agreements stand, what became of it; may be empty.
        is_subpunto: whether it stands under another one (``4.1``).
    """

    numero: Prose
    texto: Prose
    nota: Prose
    is_subpunto: bool


@record(frozen=True, slots=True)
class OrdenDiaContext:
    """Everything an agenda says.

    Attributes:
        membrete: header and footer.
        titulo: title, with day, hour and place.
        convocado: the points as convened.
        aprobado_intro: sentence before the approved agenda; empty where nothing changed or is known.
        aprobado: the points as approved; empty where they are those convened.
        cambios: what changed, a sentence each.
    """

    membrete: Membrete
    titulo: Prose
    convocado: tuple[PuntoOrden, ...]
    aprobado_intro: Prose
    aprobado: tuple[PuntoOrden, ...]
    cambios: tuple[Prose, ...]
