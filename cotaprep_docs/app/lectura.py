"""`Lectura`: the trackers and norms of a workspace, read once for as many documents as are asked for."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.problem import Checked, Problem
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Lectura:
    """What a workspace says.

    Attributes:
        workspace: where it was read.
        proceso: the trackers.
        normas: the norms.
        problems: what was wrong with the cells.
        has_avances: whether the workbook of the technical staff was read too.
    """

    workspace: Workspace
    proceso: Proceso
    normas: Normas
    problems: tuple[Problem, ...]
    has_avances: bool = False

    def with_avances(self) -> Lectura:
        """Return the same with what the workbook of the technical staff says.

        Raises:
            UnreadableInput: it is missing or cannot be read at all.
        """
        if self.has_avances:
            return self
        from cotaprep_docs.trackers.reader import read_avances  # noqa: PLC0415

        checked = read_avances(self.workspace.avances)
        return dataclasses.replace(
            self,
            proceso=dataclasses.replace(self.proceso, avances=checked.value),
            problems=(*self.problems, *checked.problems),
            has_avances=True,
        )


def read_workspace(workspace: Workspace) -> Lectura:
    """Return what the trackers of sessions and the norms of a workspace say.

    Raises:
        UnreadableInput: a file is missing or cannot be read at all.
    """
    # Here and not above: Excel takes time to import, and not every command reads a workbook.
    from cotaprep_docs.trackers.reader import read_sesiones  # noqa: PLC0415

    normas = read_normas(workspace.normas)
    checked = add_textos(workspace, read_sesiones(workspace.sesiones))
    return Lectura(workspace, checked.value, normas, checked.problems)


def add_textos(workspace: Workspace, checked: Checked[Proceso]) -> Checked[Proceso]:
    """Return what the workbook of the secretariat says with the long texts that Word files hold."""
    folder = workspace.datos / "textos"
    if not folder.is_dir():
        return checked
    from cotaprep_docs.trackers.textos import read_textos, with_textos  # noqa: PLC0415

    textos = read_textos(folder)
    told = with_textos(checked.value, textos.value)
    return Checked(told.value, (*checked.problems, *textos.problems, *told.problems))
