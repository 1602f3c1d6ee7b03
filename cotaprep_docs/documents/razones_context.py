"""What several templates are offered of the reasons of an act: terms, passages, the vote."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import FilaVoto
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Termino:
    """One term of a glosario."""

    termino: str
    significado: Prose


@record(frozen=True, slots=True)
class VotoAsentado:
    """A vote as the acta tells it.

    Attributes:
        texto: its sentences.
        votos: the vote by name; empty where it was unanimous.
    """

    texto: Prose
    votos: tuple[FilaVoto, ...]
