"""`Reserva`: the numbers that one definitive document takes, for good only once it is saved.

While the document is made, the numbers it will print are only in memory, and the ledger is held so that
nobody takes the same. Right before the file is written they go down as reserved; once it is saved, as
assigned. Whenever a run is cut short, its numbers are either free, as if it had not been, or reserved to
the very same acts, which take them up again next time: none is lost and none is given twice.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Collection, Iterator

from cotaprep_docs.app.hallazgos import problems_of
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.libro import Libro, LibroTomado
from cotaprep_docs.app.numeracion import number_problems
from cotaprep_docs.domain.acto import Acto, actos_of, numbered
from cotaprep_docs.domain.asignacion import Asignacion, assign
from cotaprep_docs.domain.numeracion import EstadoNumero, Numeracion
from cotaprep_docs.domain.serie import series_of
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Reserva:
    """What a document may print, and the numbers it takes.

    Attributes:
        lectura: the trackers, each act with its number; with what was found about numbers.
    """

    lectura: Lectura
    _held: LibroTomado | None = None
    _taken: Asignacion | None = None
    _wanted: frozenset[str] = frozenset()

    def take(self) -> None:
        """Write down the numbers as reserved, right before the document is saved.

        Raises:
            ProtectedFile: somebody has the ledger open, or changed it meanwhile.
            MissingResource: it could not be written.
        """
        if self._held is not None and self._taken is not None and self._taken.nuevos:
            reserved = (
                dataclasses.replace(asiento, estado=EstadoNumero.RESERVADO) for asiento in self._taken.nuevos
            )
            self._held.save(self._held.numeracion.with_asientos(reserved))

    def settle(self) -> None:
        """Write down, once the document is saved, that its numbers are assigned."""
        if self._held is not None:
            self._held.save(self._held.numeracion.settled(self._wanted))


@contextlib.contextmanager
def reserved(lectura: Lectura, wanted: Collection[Acto], hoy: dt.date | None) -> Iterator[Reserva]:
    """Give what a document prints about numbers.

    Args:
        lectura: the trackers, as read.
        wanted: the acts whose numbers the document takes.
        hoy: the day they are taken; None to take none, as a draft does.

    Raises:
        UnreadableInput: the ledger is damaged.
        ProtectedFile: somebody else is taking numbers.
    """
    libro = Libro(lectura.workspace.datos)
    numeracion = libro.read()
    if hoy is None or not _needs(numeracion, wanted):
        yield Reserva(_with_numbers(lectura, numeracion))
        return
    series, keys = series_of(lectura.proceso.organismo), frozenset(acto.clave for acto in wanted)
    actos = {acto.clave: acto for acto in (*actos_of(lectura.proceso, lectura.normas), *wanted)}
    with libro.hold() as held:
        taken = assign(held.numeracion, series, tuple(actos.values()), keys, hoy)
        new = {asiento.acto for asiento in taken.nuevos}
        told = tuple(problems_of((found for found in taken.hallazgos if found.acto.clave in new), series))
        ready = _with_numbers(lectura, taken.numeracion)
        ready = dataclasses.replace(ready, problems=(*ready.problems, *told))
        yield Reserva(ready, held, taken, keys)


def with_numbers(lectura: Lectura) -> Lectura:
    """Return the trackers with the numbers that acts have by now, and with what is wrong with them.

    Raises:
        UnreadableInput: the ledger is damaged.
    """
    return _with_numbers(lectura, Libro(lectura.workspace.datos).read())


def needs_numbers(lectura: Lectura, wanted: Collection[Acto]) -> bool:
    """Tell whether a definitive document still has numbers to take."""
    return _needs(Libro(lectura.workspace.datos).read(), wanted)


def _needs(numeracion: Numeracion, wanted: Collection[Acto]) -> bool:
    """Tell whether a document has numbers to take, or to settle after a run that was cut short."""
    due = {acto.clave for acto in wanted if acto.pendiente is None}
    settled = {
        clave for clave, asiento in numeracion.by_acto.items() if asiento.estado is EstadoNumero.ASIGNADO
    }
    return bool(due - settled)


def _with_numbers(lectura: Lectura, numeracion: Numeracion) -> Lectura:
    # What concerns no session (a pattern, a number whose act is gone) stops no document: it has gaps instead.
    found = (
        problem for problem in number_problems(numeracion, lectura.proceso, lectura.normas) if problem.scope
    )
    proceso = numbered(lectura.proceso, numeracion.textos)
    return dataclasses.replace(lectura, proceso=proceso, problems=(*lectura.problems, *found))
