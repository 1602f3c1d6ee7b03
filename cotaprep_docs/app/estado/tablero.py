"""`Tablero`: everything that is told of a process on a day, read once."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

from cotaprep_docs.app.estado.archivos import Carpeta, DocumentoGuardado, read_carpeta
from cotaprep_docs.app.estado.faltas import faltas_del_acta, faltas_para_convocar
from cotaprep_docs.app.hallazgos import acto_text
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.numeracion import numerar
from cotaprep_docs.app.reserva import with_numbers
from cotaprep_docs.app.validar import review
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.documents.kind import Row
from cotaprep_docs.domain.estado import Estado
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.exit_code import CotaprepError, UnreadableInput
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.prose import Gap
from cotaprep_docs.records import record

DIAS = 30
"""How far ahead to look, in days, unless somebody says otherwise."""
_RECENT = 24
"""Sessions held, from the last one back, whose actas are looked at: more than a process has."""


@record(frozen=True)
class Tablero:
    """A process on a day, with its problems and its documents.

    Attributes:
        estado: what follows from the trackers.
        dias: how many days ahead is near.
        problemas: what a review of the workspace finds.
        carpeta: what is in the output folder.
        avisos: what is wrong with that folder.
        por_numerar: the acts whose number may be taken by now, as people call them.
    """

    estado: Estado
    dias: int
    problemas: tuple[Problem, ...]
    carpeta: Carpeta
    avisos: tuple[Problem, ...] = ()
    por_numerar: tuple[str, ...] = ()

    @property
    def documentos(self) -> tuple[DocumentoGuardado, ...]:
        """The documents in the output folder."""
        return self.carpeta.documentos

    @property
    def organismo(self) -> Organismo:
        """The institution."""
        return self.estado.proceso.organismo

    @cached_property
    def proximas(self) -> tuple[Sesion, ...]:
        """The next session and the next meeting, and what is near and comes between them; by date."""
        coming = self.estado.por_venir
        first_of_each = {sesion.is_reunion: sesion for sesion in reversed(coming)}.values()
        last = max((coming.index(sesion) for sesion in first_of_each), default=-1)
        return tuple(s for s in coming[: last + 1] if s in first_of_each or self.is_cerca(s.fecha))

    @property
    def recientes(self) -> tuple[Sesion, ...]:
        """The last sessions and meetings held, by date."""
        return self.estado.celebradas[-_RECENT:]

    @cached_property
    def by_stem(self) -> Mapping[str, DocumentoGuardado]:
        """The documents by the name of their files."""
        return {documento.stem: documento for documento in self.documentos}

    @property
    def is_muestra(self) -> bool:
        """Whether any row it may tell of is sample: it tells of nearly all of them."""
        proceso = self.estado.proceso
        rows: tuple[Iterable[Row], ...] = (
            (proceso.organismo,), proceso.integrantes, proceso.destinatarios, proceso.sesiones,
            proceso.puntos, proceso.asistencias, proceso.movimientos, proceso.votaciones,
            proceso.intervenciones, proceso.documentos, proceso.acuerdos, proceso.compromisos,
            proceso.dictamenes, proceso.oficios, proceso.avances.simulacros,
        )  # fmt: skip
        return any(row.muestra for sheet in rows for row in sheet)

    def is_cerca(self, day: dt.date | None) -> bool:
        """Tell whether a day went by or is near."""
        return day is not None and self.estado.dias_a(day) <= self.dias

    def faltas_para_convocar(self, sesion: Sesion) -> tuple[Gap, ...]:
        """Return what the letters, the agenda and the sign-in sheet of a session lack."""
        if sesion.clave not in self._to_convene:
            self._to_convene[sesion.clave] = faltas_para_convocar(
                self.estado.proceso, self.estado.normas, sesion
            )
        return self._to_convene[sesion.clave]

    def faltas_del_acta(self, sesion: Sesion) -> tuple[Gap, ...]:
        """Return what the acta or minuta of a session lacks."""
        if sesion.clave not in self._of_acta:
            self._of_acta[sesion.clave] = faltas_del_acta(self.estado.proceso, self.estado.normas, sesion)
        return self._of_acta[sesion.clave]

    @cached_property
    def _to_convene(self) -> dict[str, tuple[Gap, ...]]:  # written once, though told on a screen and a page
        return {}

    @cached_property
    def _of_acta(self) -> dict[str, tuple[Gap, ...]]:
        return {}

    def problemas_de(self, sesion: Sesion) -> tuple[Problem, ...]:
        """Return what the review found of one session."""
        return tuple(problem for problem in self.problemas if problem.scope == sesion.clave)


def read_tablero(workspace: Workspace, hoy: dt.date, dias: int = DIAS) -> Tablero:
    """Return where a process stands.

    Args:
        workspace: its folders; nothing in them is made or changed.
        hoy: the day.
        dias: how many days ahead is near.

    Raises:
        UnreadableInput: the workbook of sessions, the norms or the manifest of the output cannot be read.
    """
    revision = review(workspace)
    proceso, normas = revision.proceso, revision.normas
    if proceso is None or normas is None:
        raise UnreadableInput(*revision.resultado.problemas)
    lectura = Lectura(workspace, proceso, normas, (), has_avances=True)
    pending: tuple[str, ...] = ()
    with contextlib.suppress(CotaprepError):  # a damaged ledger is among the problems of the review
        proceso = with_numbers(lectura).proceso
        taken = numerar(lectura, hoy, simular=True).asientos
        pending = tuple(acto_text(asiento.acto) for asiento in taken)
    listed = read_carpeta(workspace.salida)
    return Tablero(
        Estado(proceso, normas, hoy),
        dias,
        revision.resultado.problemas,
        listed.value,
        listed.problems,
        pending,
    )
