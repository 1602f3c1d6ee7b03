"""Copies of the workbooks in which each problem is marked in its cell; the workbooks stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cotaprep_docs import __version__
from cotaprep_docs.app.results import Archivo, Resultado, merge
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, Severity
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Store

if TYPE_CHECKING:
    from cotaprep_docs.trackers.marked_copy import Mark

TIPO = "libro_revisado"


def write_marked_copies(workspace: Workspace, result: Resultado) -> Resultado:
    """Write a marked copy of each workbook that can be read; return the result with them.

    Args:
        workspace: the folders.
        result: what a review found.

    Raises:
        ProtectedFile: a copy is open in another program.
    """
    from cotaprep_docs.trackers.marked_copy import mark_copy  # noqa: PLC0415 - not every review marks

    found = []
    for path in (workspace.sesiones, workspace.avances):
        marks = _marks(path.name, result)
        try:
            data = mark_copy(path, marks)
        except CotaprepError:  # said by the review already
            continue
        store = Store(workspace.salida)
        saved = store.save(f"{path.stem}.revisado.xlsx", data, Record(kind=TIPO, key="", tool=__version__))
        archivo = Archivo(
            tipo=TIPO,
            clave="",
            nombre=f"Copia de «{path.name}» con {len(marks) - 1} observaciones",
            ruta=saved.path,
            muestra=False,
            protegido=saved.protected,
            propuesta=saved.proposal,
        )
        code = ExitCode.PROTECTED_FILE if saved.protected else ExitCode.OK
        found.append(Resultado((), (*store.problems, *saved.problems), code, archivos=(archivo,)))
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
