"""What the template of the sign-in sheet is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaLista:
    """One person who may sign in.

    Attributes:
        numero: running number over all groups.
        nombre: who; of a representation, its owner and its substitute.
        calidad: in what quality.
    """

    numero: str
    nombre: Prose
    calidad: Prose


@record(frozen=True, slots=True)
class GrupoLista:
    """People of one quality."""

    titulo: str
    filas: tuple[FilaLista, ...]


@record(frozen=True, slots=True)
class ListaAsistenciaContext:
    """Everything a sign-in sheet says.

    Attributes:
        membrete: header and footer.
        titulo: title of the sheet.
        datos: day, hour and place.
        grupos: people by quality; groups without people are left out.
    """

    membrete: Membrete
    titulo: Prose
    datos: Prose
    grupos: tuple[GrupoLista, ...]
