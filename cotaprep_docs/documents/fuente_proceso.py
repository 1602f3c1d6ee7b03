"""`FuenteProceso`: the whole process as the subject of a document."""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.documents.redaccion import LIBRO, Redaccion
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.records import record


@record(frozen=True)
class FuenteProceso(Redaccion):
    """A document about the process, or about a part of it that is not one session.

    Attributes:
        proceso: the trackers.
        normas: the norms of the process.
        clave: what tells it from others of its kind in file names; empty where there is only one.
    """

    proceso: Proceso
    normas: Normas
    clave: str = ""

    @property
    def dia(self) -> dt.date | None:
        """Day the document belongs to; the day of the election unless a kind knows better."""
        return self.organismo.fecha_jornada

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """Sessions whose rows it tells of: all of them, unless a kind knows better."""
        return self.proceso.sesiones

    @property
    def place(self) -> CellLocation:
        """Where a problem of the document as a whole points."""
        return CellLocation(LIBRO, "Organismo")
