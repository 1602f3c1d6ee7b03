"""`Lectura`: the trackers and norms of a workspace, read once for as many documents as are asked for."""

from __future__ import annotations

import difflib

from cotaprep_docs.app.problem_kinds import UNKNOWN_SESION
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Lectura:
    """What a workspace says.

    Attributes:
        workspace: where it was read.
        proceso: the trackers.
        normas: the norms.
        problems: what was wrong with the cells.
    """

    workspace: Workspace
    proceso: Proceso
    normas: Normas
    problems: tuple[Problem, ...]

    def sesion(self, clave: str) -> Sesion:
        """Return the session of a key as typed.

        Raises:
            UsageProblem: there is none; the nearest key is offered.
        """
        found = self.proceso.sesion(clave)
        if found is not None:
            return found
        keys = [sesion.clave for sesion in self.proceso.sesiones]
        near = difflib.get_close_matches(normalize_clave(clave), keys, n=1, cutoff=0.5)
        location = CellLocation(self.workspace.sesiones.name, "Calendario")
        raise UsageProblem(
            UNKNOWN_SESION.at(
                location,
                clave=clave,
                parecida=f"; la más parecida es «{near[0]}»" if near else "",
                claves=", ".join(keys) or "(el calendario está vacío)",
            )
        )


def read_workspace(workspace: Workspace) -> Lectura:
    """Return what the trackers of sessions and the norms of a workspace say.

    Raises:
        UnreadableInput: a file is missing or cannot be read at all.
    """
    # Here and not above: Excel takes time to import, and not every command reads a workbook.
    from cotaprep_docs.trackers.reader import read_sesiones  # noqa: PLC0415

    normas = read_normas(workspace.normas)
    checked = read_sesiones(workspace.sesiones)
    return Lectura(workspace, checked.value, normas, checked.problems)
