"""`Modo`: how documents are asked for, whatever they are."""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Modo:
    """How to make documents.

    Attributes:
        definitivo: refuse gaps, errors and sample rows, and mark the document as definitive.
        motor: who makes the PDF.
        hoy: the day on which a definitive document takes the numbers its acts lack; None to take none.
        cambios: where a DOCX that a person edited is kept, what its PDF does with changes that nobody
            accepted or rejected; None if nobody said.
    """

    definitivo: bool = False
    motor: Motor = Motor.PROPIO
    hoy: dt.date | None = None
    cambios: Cambios | None = None


BORRADOR = Modo()
"""A draft, as made when nothing else is said."""
