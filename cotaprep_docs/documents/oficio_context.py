"""What the template of a plain letter is offered: a notice, a remission."""

from __future__ import annotations

from cotaprep_docs.documents.context import Destinado, Firma, Membrete
from cotaprep_docs.documents.convocatoria_context import Dato
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaRemision:
    """One thing that goes with a letter: what it is, how many sheets, in what medium."""

    numero: str
    documento: Prose
    fojas: Prose
    medio: Prose


@record(frozen=True, slots=True)
class OficioContext:
    """Everything a plain letter says.

    Attributes:
        membrete: header and footer.
        oficio: number of the letter.
        asunto: subject.
        lugar_fecha: place and date of the letter.
        destinatarios: who it is addressed to, one or many.
        presente: ``Presente`` or ``Presentes``.
        cuerpo: what it says; may be several paragraphs.
        datos_titulo: heading of the table of dates; used where there is one.
        datos: dates, hour and place; may be empty.
        remision: what goes with it; may be empty.
        despedida: closing sentence.
        firma: the Secretaría Técnica.
        copias: c.c.p. lines; may be empty.
    """

    membrete: Membrete
    oficio: Prose
    asunto: Prose
    lugar_fecha: Prose
    destinatarios: tuple[Destinado, ...]
    presente: str
    cuerpo: Prose
    datos_titulo: str
    datos: tuple[Dato, ...]
    remision: tuple[FilaRemision, ...]
    despedida: Prose
    firma: Firma
    copias: tuple[Prose, ...]
