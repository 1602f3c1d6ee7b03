"""What the template of the convocatoria is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Anexo, Destinado, Firma, Membrete, PuntoListado
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Dato:
    """One line of the table that says when, where and how."""

    etiqueta: str
    valor: Prose


@record(frozen=True, slots=True)
class ConvocatoriaContext:
    """Everything a convocatoria says.

    Attributes:
        membrete: header and footer.
        oficio: number of the letter.
        asunto: subject.
        lugar_fecha: place and date of the letter.
        destinatarios: who it is addressed to, one or many.
        presente: ``Presente`` or ``Presentes``.
        cuerpo: the summons, with its basis; may be several paragraphs.
        datos: date, hour, place, modality, link.
        puntos: the agenda as convened.
        documentos: documents that go with it; may be empty.
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
    datos: tuple[Dato, ...]
    puntos: tuple[PuntoListado, ...]
    documentos: tuple[Anexo, ...]
    despedida: Prose
    firma: Firma
    copias: tuple[Prose, ...]
