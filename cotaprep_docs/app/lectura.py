"""`Lectura`: the trackers and norms of a workspace, read once for as many documents as are asked for."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.problem import Checked, Problem
from cotaprep_docs.records import record

if TYPE_CHECKING:
    from cotaprep_docs.domain.avance import Avances
    from cotaprep_docs.trackers.textos import Texto


@record(frozen=True, slots=True)
class Lectura:
    """What a workspace says.

    Attributes:
        workspace: where it was read.
        proceso: the trackers.
        normas: the norms.
        problems: what was wrong with the cells.
        has_avances: whether the workbook of the technical staff was read too.
        textos: long texts from Word for that workbook, while it is not read.
    """

    workspace: Workspace
    proceso: Proceso
    normas: Normas
    problems: tuple[Problem, ...]
    has_avances: bool = False
    textos: tuple[Texto, ...] = ()

    def with_avances(self) -> Lectura:
        """Return the same with what the workbook of the technical staff says.

        Raises:
            UnreadableInput: it is missing or cannot be read at all.
        """
        if self.has_avances:
            return self
        from cotaprep_docs.trackers.reader import read_avances  # noqa: PLC0415

        checked = add_textos_of_avances(read_avances(self.workspace.avances), self.textos)
        return dataclasses.replace(
            self,
            proceso=dataclasses.replace(self.proceso, avances=checked.value),
            problems=(*self.problems, *checked.problems),
            has_avances=True,
            textos=(),
        )


def read_workspace(workspace: Workspace) -> Lectura:
    """Return what the trackers of sessions and the norms of a workspace say.

    Raises:
        UnreadableInput: a file is missing or cannot be read at all.
    """
    # Here and not above: Excel takes time to import, and not every command reads a workbook.
    from cotaprep_docs.trackers.reader import read_sesiones  # noqa: PLC0415

    normas = read_normas(workspace.normas)
    checked, left = add_textos(workspace, read_sesiones(workspace.sesiones))
    return Lectura(workspace, checked.value, normas, checked.problems, textos=left)


def add_textos(workspace: Workspace, checked: Checked[Proceso]) -> tuple[Checked[Proceso], tuple[Texto, ...]]:
    """Return the workbook of the secretariat with its long texts from Word, and those of the other one."""
    folder = workspace.datos / "textos"
    if not folder.is_dir():
        return checked, ()
    from cotaprep_docs.trackers.textos import read_textos, with_textos  # noqa: PLC0415

    textos = read_textos(folder)
    told, left = with_textos(checked, textos.value)
    return Checked(told.value, (*told.problems, *textos.problems)), left


def add_textos_of_avances(checked: Checked[Avances], textos: tuple[Texto, ...]) -> Checked[Avances]:
    """Return the workbook of the technical staff with the long texts that were left for it."""
    if not textos:
        return checked
    from cotaprep_docs.trackers.textos import with_textos_of_avances  # noqa: PLC0415

    return with_textos_of_avances(checked, textos)
