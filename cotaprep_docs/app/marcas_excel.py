"""Copies of the workbooks in which each problem is marked in its cell; the workbooks stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cotaprep_docs.app.aparte import LIBRO_REVISADO, Aparte, save_aparte
from cotaprep_docs.app.results import Resultado, merge
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, Severity

if TYPE_CHECKING:
    from cotaprep_docs.trackers.marked_copy import Mark


def write_marked_copies(workspace: Workspace, result: Resultado) -> Resultado:
    """Write a marked copy of each workbook that can be read; return the result with them.

    Args:
        workspace: the folders.
        result: what a review found.
    """
    from cotaprep_docs.trackers.marked_copy import mark_copy  # noqa: PLC0415 - not every review marks

    found = []
    for path in (workspace.sesiones, workspace.avances):
        marks = _marks(path.name, result)
        try:
            data = mark_copy(path, marks)
        except CotaprepError:  # said by the review already
            continue
        name = f"Copia de «{path.name}» con {len(marks) - 1} observaciones"
        target = workspace.salida / f"{path.stem}.revisado.xlsx"
        found.append(save_aparte(target, Aparte(LIBRO_REVISADO, name, data)))
    return merge((result, *found))


def _marks(name: str, result: Resultado) -> list[Mark]:
    from cotaprep_docs.trackers.marked_copy import Mark  # noqa: PLC0415

    notice = (
        f"Copia de «{name}» con lo que encontró la revisión. Corrija en «{name}»: esta copia no se lee. "
        "Rojo: error; amarillo: advertencia; azul: aviso."
    )
    marks = [Mark(CellLocation(name), Severity.NOTICE, notice)]
    for problem in result.problemas:
        if isinstance(problem.location, CellLocation) and problem.location.workbook == name:
            marks.append(Mark(problem.location, problem.severity, note_text(problem, result.fundamentos)))
    return marks


def note_text(problem: Problem, fundamentos: Mapping[str, str]) -> str:
    """Return what the note of a cell says of a problem."""
    lines = [f"{problem.severity.value.upper()} {problem.code}: {problem.message}."]
    lines.append(f"Qué hacer: {problem.hint}")
    if norm := fundamentos.get(problem.kind.cita, ""):
        lines.append(f"Norma: {norm}.")
    if problem.related:
        lines.append(f"Véase también: {_places(problem.related)}.")
    return "\n".join(lines)


def _places(places: Iterable[object]) -> str:
    return ", ".join(str(place) for place in places)
