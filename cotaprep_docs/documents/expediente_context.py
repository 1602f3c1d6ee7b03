"""What the templates of a session's file are offered: its index, and the cover of each document."""

from __future__ import annotations

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.convocatoria_context import Dato
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class ArchivoIndice:
    """One file of a document.

    Attributes:
        nombre: its name.
        huella: the start of its SHA-256.
    """

    nombre: str
    huella: str


@record(frozen=True, slots=True)
class FilaIndice:
    """One document of the file.

    Attributes:
        numero: its place.
        documento: what it is.
        nota: that its signed original is apart; may be empty.
        fecha: its day.
        paginas: how many pages it has.
        folios: the first and the last.
        medio: what it is kept on.
        archivos: its files.
    """

    numero: str
    documento: str
    nota: str
    fecha: str
    paginas: str
    folios: str
    medio: str
    archivos: tuple[ArchivoIndice, ...]


@record(frozen=True, slots=True)
class ExpedienteContext:
    """Everything the index says.

    Attributes:
        membrete: header and footer.
        titulo: title.
        resumen: how many documents and folios there are.
        filas: the documents.
        notas: how it is to be read.
    """

    membrete: Membrete
    titulo: Prose
    resumen: str
    filas: tuple[FilaIndice, ...]
    notas: tuple[str, ...]


@record(frozen=True, slots=True)
class CaratulaContext:
    """Everything a cover says.

    Attributes:
        membrete: header and footer.
        expediente: the file it is in.
        titulo: the document that follows.
        datos: its place, day, pages, folios and files.
        nota: that its signed original is apart; may be empty.
    """

    membrete: Membrete
    expediente: str
    titulo: str
    datos: tuple[Dato, ...]
    nota: str
