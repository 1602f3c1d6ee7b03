"""What the templates of the calendar and of the work plan are offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaCalendario:
    """One session or meeting.

    Attributes:
        numero: its row in the calendar.
        fecha: its day.
        texto: how the plan names it.
        nota: that it was moved or called off; may be empty.
    """

    numero: str
    fecha: Prose
    texto: Prose
    nota: Prose


@record(frozen=True, slots=True)
class CalendarioContext:
    """Everything the calendar says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        filas: sessions and meetings, in the order of the tracker.
        cierre: what the plan says of its calendar; may be empty.
    """

    membrete: Membrete
    titulo: Prose
    filas: tuple[FilaCalendario, ...]
    cierre: tuple[Prose, ...]


@record(frozen=True, slots=True)
class Pasaje:
    """One paragraph of the plan; at most one of the ``is_`` attributes is true.

    Attributes:
        texto: the paragraph, verbatim.
        nota: its note; may be empty.
    """

    texto: Prose
    nota: Prose
    is_vineta: bool
    is_inciso: bool
    is_nota: bool


@record(frozen=True, slots=True)
class Capitulo:
    """One chapter of the plan."""

    titulo: str
    pasajes: tuple[Pasaje, ...]


@record(frozen=True, slots=True)
class PuntoPlan:
    """One point of an agenda, verbatim."""

    numero: str
    texto: Prose


@record(frozen=True, slots=True)
class AgendaPlan:
    """The agenda of one session or meeting, as the plan foresees it.

    Attributes:
        titulo: name of the session or meeting.
        fecha: its day, by the calendar.
        nota: where the heading of the agenda said another day; may be empty.
        puntos: its points.
    """

    titulo: str
    fecha: Prose
    nota: str
    puntos: tuple[PuntoPlan, ...]


@record(frozen=True, slots=True)
class PlanContext:
    """Everything the work plan says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        capitulos: chapters, in order; the one about the calendar is left for the end.
        agendas: the agendas, in the order of the calendar.
        calendario_titulo: heading of the calendar.
        calendario: sessions and meetings.
        cierre: what the plan says of its calendar.
    """

    membrete: Membrete
    titulo: Prose
    capitulos: tuple[Capitulo, ...]
    agendas: tuple[AgendaPlan, ...]
    calendario_titulo: str
    calendario: tuple[FilaCalendario, ...]
    cierre: tuple[Prose, ...]
