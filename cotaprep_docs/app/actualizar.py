"""The trackers of a workspace written again, as copies, with the columns and the roster of today."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from cotaprep_docs.app.results import Archivo, Resultado
from cotaprep_docs.app.workspace import Workspace
from cotaprep_docs.norms.normas import ReglaQuorum, read_normas
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.problem import Problem, Severity, sort_problems
from cotaprep_docs.review.atomic import translated, write_whole
from cotaprep_docs.trackers.declarations import WorkbookSpec
from cotaprep_docs.trackers.migration import Migration, migrate_workbook
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES

FOLDER = "actualizado"
REPORT = "informe.txt"

_HEADINGS = {
    Severity.WARNING: "Lo que no se pasó",
    Severity.NOTICE: "Lo que se pasó y lo que se agregó",
}


def update_workspace(workspace: Workspace, destino: Path) -> Resultado:
    """Write copies of the trackers, and a report of what they carry over, into a new folder.

    Args:
        workspace: the process; its workbooks are only read.
        destino: where the folder ``actualizado`` goes.
    """
    problems: list[Problem] = []
    made: list[tuple[WorkbookSpec, Migration]] = []
    code = ExitCode.OK
    quorum, found = _quorum(workspace)
    problems.extend(found)
    for spec in (SESIONES, AVANCES):
        try:
            migration = migrate_workbook(workspace.datos / spec.file, spec, quorum)
        except CotaprepError as error:
            problems.extend(error.problems)
            code = max(code, error.exit_code)
        else:
            made.append((spec, migration))
            problems.extend(migration.problems)
    ordered = sort_problems(problems)
    archivos = tuple(_write(_free_folder(destino), made, ordered)) if made else ()
    return Resultado((), ordered, code, archivos=archivos)


def _quorum(workspace: Workspace) -> tuple[ReglaQuorum | None, tuple[Problem, ...]]:
    """Return the rule of the norms; without them the summary says that its number is indicative."""
    try:
        return read_normas(workspace.normas).quorum, ()
    except CotaprepError as error:
        return None, error.problems


def _free_folder(destino: Path) -> Path:
    """Return a folder that is not there yet: what an earlier run left may have been worked on."""
    names = itertools.chain((FOLDER,), (f"{FOLDER}-{number}" for number in itertools.count(2)))
    return next(path for name in names if not (path := destino / name).exists())


def _write(
    folder: Path, made: Sequence[tuple[WorkbookSpec, Migration]], problems: tuple[Problem, ...]
) -> Iterator[Archivo]:
    with translated(folder):
        folder.mkdir(parents=True)
    for spec, migration in made:
        write_whole(folder / spec.file, migration.data)
        name = f"{spec.title}, con {migration.carried:,} valores"
        yield Archivo(tipo="libro", clave="", nombre=name, ruta=folder / spec.file, muestra=False)
    write_whole(folder / REPORT, _report(problems).encode("utf-8-sig"))
    yield Archivo(tipo="archivo", clave="", nombre="Informe", ruta=folder / REPORT, muestra=False)


def _report(problems: tuple[Problem, ...]) -> str:
    lines = ["Copias de los libros de Excel: qué se pasó, qué no y por qué", ""]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE):
        own = [problem for problem in problems if problem.severity is severity]
        if own:
            lines += [_HEADINGS.get(severity, "Lo que no se pudo leer"), ""]
            lines += [
                line
                for problem in own
                for line in (f"- {problem.location}: {problem.message}.", f"    {problem.hint}")
            ]
            lines.append("")
    lines.append("Los originales quedaron como estaban. Revise las copias antes de ponerlas en su lugar.")
    return "\r\n".join(lines) + "\r\n"
