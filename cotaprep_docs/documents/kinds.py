"""The kinds of document: one entry each, so that adding the next one costs one module and one template."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Protocol

from cotaprep_docs.documents.acta import acta_name, build_acta_context, is_acta_muestra
from cotaprep_docs.documents.acta_context import ActaContext
from cotaprep_docs.documents.convocatoria import (
    build_convocatoria_context,
    convocatoria_name,
    is_convocatoria_muestra,
)
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.prose.prose import Gap, Prose
from cotaprep_docs.records import record

DRAFT_MARK = "BORRADOR"
"""What a document that is not definitive says in its header."""


Context = ActaContext | ConvocatoriaContext


class BuildContext(Protocol):
    """Builds what a template is offered."""

    def __call__(self, fuente: Fuente, *, estado: str) -> Context:
        """Return the context, a frozen dataclass."""


@record(frozen=True, slots=True)
class DocumentKind:
    """One kind of document of a session.

    Attributes:
        tipo: the command, and the start of its file names.
        template: file name of its Word template.
        context: the dataclass its template is offered.
        sheets: the sheets of ``sesiones.xlsx`` it depends on, by their declared names.
        applies: whether a session has this document.
        tells_of_session: whether it tells what happened, so that it is final only of a session held.
        refusal: why not, where it has none; with ``{clave}``.
        name: its short name, for title and footer.
        is_muestra: whether it uses sample rows.
        build: builds the context.
    """

    tipo: str
    template: str
    context: type
    sheets: frozenset[str]
    applies: Callable[[Sesion], bool]
    tells_of_session: bool
    refusal: str
    name: Callable[[Fuente], str]
    is_muestra: Callable[[Fuente], bool]
    build: BuildContext


_COMMON = frozenset({"Organismo", "Integrantes", "Calendario", "Orden del día", "Documentos"})

ACTA = DocumentKind(
    tipo="acta",
    template="acta.docx",
    context=ActaContext,
    sheets=_COMMON
    | {
        "Representaciones",
        "Invitados",
        "Asistencia",
        "Movimientos",
        "Votaciones",
        "Intervenciones",
        "Acuerdos",
    },
    applies=lambda sesion: not sesion.is_reunion,
    tells_of_session=True,
    refusal="«{clave}» es una reunión de trabajo: no tiene acta, porque en ella no se vota",
    name=acta_name,
    is_muestra=is_acta_muestra,
    build=build_acta_context,
)
CONVOCATORIA = DocumentKind(
    tipo="convocatoria",
    template="convocatoria.docx",
    context=ConvocatoriaContext,
    sheets=_COMMON | {"Destinatarios", "Representaciones", "Invitados"},
    applies=lambda _sesion: True,
    tells_of_session=False,
    refusal="",
    name=convocatoria_name,
    is_muestra=is_convocatoria_muestra,
    build=build_convocatoria_context,
)

DOCUMENT_KINDS: tuple[DocumentKind, ...] = (ACTA, CONVOCATORIA)


def collect_gaps(context: object) -> tuple[Gap, ...]:
    """Return the gaps of a context, in reading order, each place and label once."""
    unique = {(gap.label, str(gap.location)): gap for gap in _walk(context)}
    return tuple(unique.values())


def _walk(value: object) -> Iterator[Gap]:
    if isinstance(value, Prose):
        yield from value.gaps
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _walk(getattr(value, field.name))
