"""What each process of `todo` does: makes documents in memory from trackers that it was given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cotaprep_docs.app.documentos import Preparado, prepare, reads_avances
from cotaprep_docs.app.emitidos import with_emitidos
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.problem_kinds import DOCUMENT_CRASHED
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.kinds import kind_of
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Fallo:
    """Why there is no document: something outside its data, or a fault of the program."""

    problems: tuple[Problem, ...]
    exit_code: ExitCode

    @staticmethod
    def of(error: CotaprepError) -> Fallo:
        """Return what an exception says."""
        return Fallo(error.problems, error.exit_code)

    @property
    def resultado(self) -> Resultado:
        """The same as the result of a run."""
        return Resultado((), self.problems, self.exit_code)


_GROUPS = ("informe", "oficio")
"""Commands that are several; the start of the kinds of their documents."""


def line_of(tipo: str, clave: str) -> str:
    """Return the line that makes one document: ``cotaprep-docs informe mensual 2024-01``."""
    group, _, rest = tipo.partition("-")
    command = f"{group} {rest}" if group in _GROUPS and rest else tipo
    return f"cotaprep-docs {command} {clave}".rstrip()


@record(frozen=True, slots=True)
class Pedido:
    """One document of many.

    Attributes:
        tipo: kind of document.
        clave: key of what it is about.
        stem: name of its files without their ending.
        sesion: key of the session it belongs to; empty for one of none.
        encloses: whether it tells of the pages of others, which must be on disk before.
    """

    tipo: str
    clave: str
    stem: str
    sesion: str = ""
    encloses: bool = False

    @property
    def comando(self) -> str:
        """The line that makes this document alone."""
        return line_of(self.tipo, self.clave)


@record(frozen=True, slots=True)
class Encargo:
    """What all the documents of a run share; it goes from process to process.

    Attributes:
        lectura: the trackers of the secretariat, acts with their numbers.
        avances: the same with those of the technical staff, or why they cannot be read.
        modo: how to make them.
    """

    lectura: Lectura
    avances: Lectura | Fallo
    modo: Modo

    def lectura_of(self, kind: DocumentKind[Any]) -> Lectura | Fallo:
        """Return the trackers that a kind is made from."""
        return self.avances if reads_avances(kind) else self.lectura


Hecho = Preparado | Fallo


def open_taller(encargo: Encargo) -> Callable[[Pedido], Hecho]:
    """Return what makes one document; templates are read once for all of them."""

    def work(pedido: Pedido) -> Hecho:
        return make(encargo, pedido)

    return work


def make(encargo: Encargo, pedido: Pedido) -> Hecho:
    """Make one document in memory; whatever goes wrong with it does not reach the others."""
    try:
        kind = kind_of(pedido.tipo)
        lectura = encargo.lectura_of(kind)
        if isinstance(lectura, Fallo):
            return lectura
        asunto = kind.find(lectura.proceso, lectura.normas, pedido.clave)
        asunto = with_emitidos(lectura.workspace.salida, kind, asunto)
        return prepare(lectura, kind, asunto, encargo.modo)
    except CotaprepError as error:
        return Fallo.of(error)
    except Exception as error:
        return crashed(pedido, type(error).__name__)


def crashed(pedido: Pedido, reason: str) -> Fallo:
    """Return that the program failed at one document."""
    place = FileLocation(f"{pedido.stem}.docx")
    problem = DOCUMENT_CRASHED.at(place, documento=pedido.stem, tipo=reason, comando=pedido.comando)
    return Fallo((problem,), ExitCode.INTERNAL_ERROR)
