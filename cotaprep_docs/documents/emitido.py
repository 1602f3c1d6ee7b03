"""`Emitido`: what is on disk of a document; whoever may read files tells it to who writes about it."""

from __future__ import annotations

from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Emitido:
    """A document that was made.

    Attributes:
        paginas: pages of its PDF.
        is_definitivo: whether it is the definitive one.
    """

    paginas: int
    is_definitivo: bool
