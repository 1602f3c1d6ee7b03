"""`DocumentKind`: what makes one kind of document, whatever it is about."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.membrete import build_membrete
from cotaprep_docs.domain.acto import Acto
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation, RowOrigin
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.prose import Gap, Prose
from cotaprep_docs.records import record

DRAFT_MARK = "BORRADOR"
"""What a document that is not definitive says in its header."""


class Row(Protocol):
    """A row of a tracker that may be sample."""

    @property
    def muestra(self) -> bool:
        """Whether it is marked as sample."""

    @property
    def origin(self) -> RowOrigin:
        """Where it stands."""


class Asunto(Protocol):
    """What a document is about: a session, an agreement, a month, the whole process."""

    @property
    def proceso(self) -> Proceso:
        """The trackers."""

    @property
    def normas(self) -> Normas:
        """The norms."""

    @property
    def organismo(self) -> Organismo:
        """The institution."""

    @property
    def clave(self) -> str:
        """What tells it from others in file names; empty where there is only one."""

    @property
    def dia(self) -> dt.date | None:
        """The day it belongs to."""

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The sessions whose rows it depends on: what is wrong with others does not stop it."""

    @property
    def place(self) -> CellLocation:
        """Where a problem of the document as a whole points."""


class Context(Protocol):
    """What a template is offered: a frozen dataclass, every attribute of which is a variable."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def membrete(self) -> Membrete:
        """Header and footer."""


A = TypeVar("A", bound=Asunto)


@record(frozen=True, slots=True)
class DocumentKind(Generic[A]):
    """One kind of document. One module declares it; `kinds.DOCUMENT_KINDS` lists it.

    Attributes:
        tipo: the start of its file names; its command, with a space for each hyphen of a group.
        template: file name of its Word template.
        context: the dataclass its template is offered.
        sheets: the sheets it depends on, by their declared names; of both workbooks.
        find: returns what a key, as typed, means; raises UsageProblem where it means nothing.
        claves: the keys of all documents of this kind that a process has.
        name: its short name, for title and footer.
        rows: the rows it uses that may be sample.
        build: returns what the template is offered, with the header and footer given.
        dated: the day a document bears; None while it bears none.
        concerns: whether a problem outside its sessions and sheets stops it all the same.
        tells_of_session: whether it tells what happened, so that it is final only of a session held.
        tells_of_plan: whether it tells the plan, so that what is odd about that is said when it is made.
        of_cancelled: whether a cancelled session has it too.
        narrows: returns the sheets that one subject depends on, where those are not all of `sheets`.
        advises: returns warnings of its own, which no rule over the trackers can give.
        encloses: returns the names of files, without ending, whose pages it tells; the subject then has a
            field ``emitidos`` that the caller fills with what is on disk.
        numbers: the acts whose numbers it takes when it is definitive; not those that it only cites. A
            letter without a row of its own is an `Acto` that its kind makes.
        of_sesion: the session whose file a document belongs in; None for one of none. A subject that has a
            ``sesion`` belongs to it.
    """

    tipo: str
    template: str
    context: type
    sheets: frozenset[str]
    find: Callable[[Proceso, Normas, str], A]
    claves: Callable[[Proceso], Iterable[str]]
    name: Callable[[A], str]
    rows: Callable[[A], Iterable[Row]]
    build: Callable[[A, Membrete], Context]
    dated: Callable[[A], dt.date | None] = lambda asunto: asunto.dia
    concerns: Callable[[A, Problem], bool] = lambda _asunto, _problem: False
    tells_of_session: bool = False
    tells_of_plan: bool = False
    of_cancelled: bool = False
    narrows: Callable[[A], frozenset[str]] | None = None
    advises: Callable[[A], Iterable[Problem]] = lambda _asunto: ()
    encloses: Callable[[A], Iterable[str]] = lambda _asunto: ()
    numbers: Callable[[A], Iterable[Acto]] = lambda _asunto: ()
    of_sesion: Callable[[A], Sesion | None] = lambda asunto: getattr(asunto, "sesion", None)

    def day(self, asunto: A) -> dt.date | None:
        """Return the day that decides its legend of the year: its own, or that of what it is about."""
        return self.dated(asunto) or asunto.dia

    def stem(self, asunto: A) -> str:
        """Return the name of a document's files without their ending, such as ``acta-3``."""
        return f"{self.tipo}-{asunto.clave}" if asunto.clave else self.tipo

    def sheets_of(self, asunto: A) -> frozenset[str]:
        """Return the sheets one document depends on."""
        return self.sheets if self.narrows is None else self.narrows(asunto)

    def samples(self, asunto: A) -> tuple[Row, ...]:
        """Return the sample rows a document uses, each once, in reading order."""
        unique = {id(row): row for row in self.rows(asunto) if row.muestra}
        return tuple(unique.values())

    def write(self, asunto: A, *, estado: str) -> Context:
        """Return what the template is offered.

        Args:
            asunto: what it is about.
            estado: ``BORRADOR``, or empty for a definitive document.
        """
        day = self.day(asunto)
        membrete = build_membrete(
            asunto.organismo,
            self.name(asunto),
            estado=estado,
            muestra=bool(self.samples(asunto)),
            year=day.year if day is not None else None,
        )
        return self.build(asunto, membrete)


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
