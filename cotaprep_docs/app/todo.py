"""Making everything of a process: its documents over several processes, its calendars beside them.

The processes make documents in memory; only this one takes numbers and writes, so nobody fights over the
manifest or the ledger, and what is on disk is whole whenever somebody interrupts. It saves a few documents
at a time: one by one, it would write the manifest more than anything else.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import itertools
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, Final

from cotaprep_docs.app.calendario_ics import saving_of_calendario, saving_of_evento
from cotaprep_docs.app.cuadrilla import Cuadrilla, Lost, run_here
from cotaprep_docs.app.documentos import (
    Preparado,
    generate,
    is_called_off,
    not_made,
    reads_avances,
    saving_of_prepared,
)
from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.modo import BORRADOR, Modo
from cotaprep_docs.app.numeracion import numerar
from cotaprep_docs.app.problem_kinds import DEFINITIVES_LEFT
from cotaprep_docs.app.reserva import needs_numbers, with_numbers
from cotaprep_docs.app.results import Resultado, merge
from cotaprep_docs.app.resumen import listed, summarize
from cotaprep_docs.app.taller import Encargo, Fallo, Hecho, Pedido, crashed, open_taller
from cotaprep_docs.documents.calendario import CALENDARIO
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS, kind_of
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.records import record
from cotaprep_docs.review.inventory import definitive_names
from cotaprep_docs.review.saving import Saving, save_alone, save_together
from cotaprep_docs.review.store import Store

_KILLED = "memoria"
_TOGETHER: Final = 8
"""Documents saved at once: enough that writing the manifest costs little, few enough for any memory."""


@record(frozen=True, slots=True)
class Paso:
    """How far a run has come.

    Attributes:
        hechos: documents done, made or not.
        total: documents in all.
        nombre: the last one, as its files are called.
    """

    hechos: int
    total: int
    nombre: str


@record(frozen=True, slots=True)
class Orden:
    """How to make everything.

    Attributes:
        modo: how each document is made.
        procesos: how many processes make documents at once; 1 for this one alone.
        avance: told of each document once it is saved, which is a few at a time.
    """

    modo: Modo = BORRADOR
    procesos: int = 1
    avance: Callable[[Paso], None] = lambda _paso: None


def make_all(lectura: Lectura, orden: Orden) -> Resultado:
    """Make every document and calendar of a process; what stops one does not stop the others.

    Args:
        lectura: the trackers, read.
        orden: how.

    Returns:
        All that was made, in the order of the calendar; each cause of what was not, once; the gravest code.

    Raises:
        UnreadableInput: the ledger of numbers is damaged.
        ProtectedFile: somebody else is taking numbers.
    """
    results: list[tuple[str, Resultado]] = []
    modo = orden.modo
    if modo.definitivo and modo.hoy is not None:
        results.append(("", numerar(lectura, modo.hoy).resultado))
    encargo = Encargo(with_numbers(lectura), _with_avances(lectura), modo)
    pedidos = list_pedidos(encargo)
    if not modo.definitivo:
        left = _definitives(lectura, pedidos)
        pedidos = tuple(pedido for pedido in pedidos if pedido.stem not in left)
        results += _told(lectura, left)
    run = _Run(lectura, encargo, orden, pedidos)
    found = summarize((*results, *run.documents(), *run.cancellations()))
    return dataclasses.replace(found, fundamentos=fundamentos(lectura.normas))


def _definitives(lectura: Lectura, pedidos: Iterable[Pedido]) -> tuple[str, ...]:
    """Return which documents are definitive already: no draft takes their place."""
    names = definitive_names(lectura.workspace.salida)
    return tuple(pedido.stem for pedido in pedidos if f"{pedido.stem}.docx" in names)


def _told(lectura: Lectura, left: Sequence[str]) -> Iterator[tuple[str, Resultado]]:
    if left:
        place = FileLocation(str(lectura.workspace.salida))
        yield "", Resultado((), (DEFINITIVES_LEFT.at(place, documentos=listed(left)),))


def _with_avances(lectura: Lectura) -> Lectura | Fallo:
    if not any(map(reads_avances, DOCUMENT_KINDS)):
        return lectura
    try:
        return with_numbers(lectura.with_avances())
    except CotaprepError as error:
        return Fallo.of(error)


def list_pedidos(encargo: Encargo) -> tuple[Pedido, ...]:
    """Return all documents of a process: those of each session in the order of the calendar, then the others.

    A cancelled session has only those that tell of it. What tells of other documents comes after them.
    """
    order = {sesion.clave: place for place, sesion in enumerate(encargo.lectura.proceso.sesiones)}
    found: list[tuple[int, Pedido]] = []
    for kind in DOCUMENT_KINDS:
        lectura = encargo.lectura_of(kind)
        if isinstance(lectura, Fallo):  # nobody knows how many there are: the kind stands for them
            found.append((len(order), Pedido(kind.tipo, "", kind.tipo)))
            continue
        for clave in kind.claves(lectura.proceso):
            found += _pedido(kind, lectura, clave, order)
    found.sort(key=lambda each: each[0])  # stable: within a session, in the order of the kinds
    return tuple(pedido for _, pedido in found)


def _pedido(
    kind: DocumentKind[Any], lectura: Lectura, clave: str, order: dict[str, int]
) -> Iterator[tuple[int, Pedido]]:
    asunto = kind.find(lectura.proceso, lectura.normas, clave)
    if not is_called_off(kind, asunto):
        sesion = kind.of_sesion(asunto)
        place = len(order) if sesion is None else order[sesion.clave]
        encloses = any(True for _ in kind.encloses(asunto))
        place += (len(order) + 1) * encloses
        owner = sesion.clave if sesion is not None else ""
        yield place, Pedido(kind.tipo, clave, kind.stem(asunto), owner, encloses)


class _Run:
    """One run: gives out the documents, saves what comes back."""

    def __init__(self, lectura: Lectura, encargo: Encargo, orden: Orden, pedidos: Sequence[Pedido]) -> None:
        self._lectura = lectura
        self._encargo = encargo
        self._orden = orden
        self._pedidos = pedidos
        self._done = 0

    def documents(self) -> Iterator[tuple[str, Resultado]]:
        """Yield the result of every document with its name, in their order."""
        late = [self._must_wait(pedido) for pedido in self._pedidos]
        soon = [place for place, waits in enumerate(late) if not waits]
        # Those of no session first: they are the longest, and their calendar tells all sessions at once.
        soon.sort(key=lambda place: self._pedidos[place].sesion != "")
        first = [place for place in soon if not self._pedidos[place].encloses]
        second = [place for place in soon if self._pedidos[place].encloses]
        results: dict[int, Resultado] = {}
        with contextlib.closing(self._made(first, second)) as coming:
            for batch in coming:
                results.update(self._finish(batch))
        for place, waits in enumerate(late):
            if waits:
                results[place] = self._alone(self._pedidos[place])
        return ((pedido.stem, results[place]) for place, pedido in enumerate(self._pedidos))

    def cancellations(self) -> Iterator[tuple[str, Resultado]]:
        """Yield the calendars that call off what was cancelled."""
        sesiones = self._lectura.proceso.sesiones
        gone = [sesion.clave for sesion in sesiones if sesion.estado is EstadoSesion.CANCELADA]
        if gone:
            for found in save_together(self._store, [self._calendar(clave) for clave in gone]):
                yield "", _result(found)

    @functools.cached_property
    def _store(self) -> Store:
        """The output folder; not opened, and so not made, before there is something to save."""
        return Store(self._lectura.workspace.salida)

    def _must_wait(self, pedido: Pedido) -> bool:
        """Tell whether a document takes numbers of its own, which no other process may do."""
        if not self._orden.modo.definitivo or self._orden.modo.hoy is None:
            return False
        kind = kind_of(pedido.tipo)
        lectura = self._encargo.lectura_of(kind)
        if isinstance(lectura, Fallo):
            return False
        asunto = kind.find(lectura.proceso, lectura.normas, pedido.clave)
        return needs_numbers(lectura, tuple(kind.numbers(asunto)))

    def _made(self, *phases: Sequence[int]) -> Generator[Sequence[tuple[int, Hecho]], None, None]:
        """Yield the documents of each phase, a few at a time, once all of the one before are saved."""
        processes = min(self._orden.procesos, max(map(len, phases)))
        if processes <= 1:
            for places in phases:
                yield from _batches(places, run_here(self._pedidos_of(places), open_taller, self._encargo))
            return
        crew: Cuadrilla[Pedido, Hecho]
        with Cuadrilla(processes, open_taller, self._encargo, _tipo) as crew:
            for places in phases:
                yield from _batches(places, self._whole(places, crew))

    def _pedidos_of(self, places: Sequence[int]) -> Sequence[Pedido]:
        return [self._pedidos[place] for place in places]

    def _whole(self, places: Sequence[int], crew: Cuadrilla[Pedido, Hecho]) -> Iterator[tuple[int, Hecho]]:
        pedidos = self._pedidos_of(places)
        for index, found in crew.run(pedidos):
            yield index, crashed(pedidos[index], _KILLED) if isinstance(found, Lost) else found

    def _finish(self, batch: Sequence[tuple[int, Hecho]]) -> Iterator[tuple[int, Resultado]]:
        """Save documents that were made, and yield the result of each."""
        ready = {
            place: made for place, made in batch if not isinstance(made, Fallo) and made.rendered is not None
        }
        savings = [self._saving(self._pedidos[place], made) for place, made in ready.items()]
        saved = dict(zip(ready, save_together(self._store, savings) if savings else (), strict=True))
        for place, made in batch:
            self._tell(self._pedidos[place])
            if isinstance(made, Fallo):
                yield place, made.resultado
            else:
                yield place, _result(saved[place]) if place in saved else not_made(made)

    def _saving(self, pedido: Pedido, made: Preparado) -> Saving[Resultado]:
        result = yield from saving_of_prepared(self._store, made)
        return merge((result, (yield from self._calendar(pedido.clave)))) if _has_calendar(pedido) else result

    def _calendar(self, clave: str) -> Saving[Resultado]:
        """Save a calendar; what stops it does not stop the document it goes with."""
        saving = (
            saving_of_evento(self._store, self._lectura, clave)
            if clave
            else saving_of_calendario(self._store, self._lectura)
        )
        try:
            return (yield from saving)
        except CotaprepError as error:
            return Resultado.of_error(error)

    def _alone(self, pedido: Pedido) -> Resultado:
        """Make a document here, which takes its numbers as it does when it is asked for alone."""
        kind = kind_of(pedido.tipo)
        try:
            result = generate(self._lectura, kind, pedido.clave, self._orden.modo)
            if result.documentos and _has_calendar(pedido):
                result = merge((result, save_alone(self._store, self._calendar(pedido.clave))))
        except CotaprepError as error:
            result = Resultado.of_error(error)
        except Exception as error:
            result = crashed(pedido, type(error).__name__).resultado
        self._tell(pedido)
        return result

    def _tell(self, pedido: Pedido) -> None:
        self._done += 1
        self._orden.avance(Paso(self._done, len(self._pedidos), pedido.stem))


def _batches(
    places: Sequence[int], made: Iterator[tuple[int, Hecho]]
) -> Iterator[Sequence[tuple[int, Hecho]]]:
    """Yield the documents of some places a few at a time; the last time, what is left."""
    while batch := [(places[index], found) for index, found in itertools.islice(made, _TOGETHER)]:
        yield batch


def _result(found: Resultado | CotaprepError) -> Resultado:
    return Resultado.of_error(found) if isinstance(found, CotaprepError) else found


def _has_calendar(pedido: Pedido) -> bool:
    """Tell whether an ``.ics`` goes with a document; without a key it is the one of the whole process."""
    return pedido.tipo in (CONVOCATORIA.tipo, CALENDARIO.tipo)


def _tipo(pedido: Pedido) -> str:
    """Return the kind of a document: its template is read once by each process that makes any."""
    return pedido.tipo
