"""A new workspace, ready to work in: blank trackers, templates, norms and a one-page guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cotaprep_docs.app.leeme import LEEME, leeme_text
from cotaprep_docs.app.problem_kinds import FOLDER_IN_USE, NO_PLAN, NOT_A_FOLDER, PLAN_STOPPED
from cotaprep_docs.app.results import Archivo, Resultado
from cotaprep_docs.app.workspace import NORMAS
from cotaprep_docs.assets import data_folder, templates_folder
from cotaprep_docs.norms.normas import read_normas
from cotaprep_docs.problems.exit_code import DataProblems, ProtectedFile, UnreadableInput, UsageProblem
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, has_errors
from cotaprep_docs.review.atomic import translated, write_whole
from cotaprep_docs.trackers.plan_source import read_plan
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES
from cotaprep_docs.trackers.writer import Rows, write_workbook

DATA, TEMPLATES = "data", "templates_docx"

# What systems put into a folder by themselves.
_NOBODYS = frozenset({"desktop.ini", "thumbs.db", ".ds_store", ".directory"})
_NAMED = 5
_TYPES = {".xlsx": "libro", "": "carpeta"}


def create_workspace(carpeta: Path, plan: Path | None = None) -> Resultado:
    """Write a workspace into a folder that does not exist or has nothing in it.

    Args:
        carpeta: the folder.
        plan: a workbook or CSV with the calendar and the agendas; None for blank trackers.

    Raises:
        ProtectedFile: the folder has something in it.
        UnreadableInput: the plan is missing, cannot be read or has no calendar.
        DataProblems: something in the plan is wrong; nothing was written.
    """
    _refuse_what_is_there(carpeta)
    taken: Checked[Mapping[str, Rows]] = Checked({}) if plan is None else _read(plan)
    files = dict(_files(taken.value))
    for name, content in files.items():
        path = carpeta / name
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    archivos = tuple(
        Archivo(
            tipo=_TYPES.get(Path(name).suffix, "archivo"),
            clave="",
            nombre=what,
            ruta=carpeta / name,
            muestra=False,
        )
        for name, what in _NAMES.items()
    )
    return Resultado(archivos=archivos, problemas=taken.problems)


_NAMES = {
    LEEME: "Guía de una página",
    f"{DATA}/{SESIONES.file}": "Libro de la secretaría",
    f"{DATA}/{AVANCES.file}": "Libro del área técnica",
    f"{DATA}/{NORMAS}": "Normas del proceso",
    TEMPLATES: "Plantillas de Word",
}
"""What the result tells of, in the order a person opens them."""


def _read(plan: Path) -> Checked[Mapping[str, Rows]]:
    if not plan.is_file():
        raise UnreadableInput(NO_PLAN.at(FileLocation(str(plan)), archivo=plan.name))
    checked: Checked[Mapping[str, Rows]] = read_plan(plan)  # type: ignore[assignment]  # only read
    if has_errors(checked.problems):
        raise DataProblems(*checked.problems, PLAN_STOPPED.at(FileLocation(str(plan)), archivo=plan.name))
    return checked


def _refuse_what_is_there(carpeta: Path) -> None:
    place = FileLocation(str(carpeta))
    if carpeta.exists() and not carpeta.is_dir():
        raise UsageProblem(NOT_A_FOLDER.at(place))
    with translated(carpeta):
        found = sorted(entry.name for entry in carpeta.iterdir()) if carpeta.is_dir() else []
    found = [name for name in found if name.casefold() not in _NOBODYS]
    if found:
        names = ", ".join(f"«{name}»" for name in found[:_NAMED])
        more = f" y {len(found) - _NAMED} más" if len(found) > _NAMED else ""
        example = f"{carpeta.name or 'proceso'}-nuevo"
        raise ProtectedFile(FOLDER_IN_USE.at(place, contenido=names + more, ejemplo=example))


def _files(rows: Mapping[str, Rows]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of every file of a workspace."""
    normas = data_folder() / NORMAS
    quorum = read_normas(normas).quorum
    yield f"{DATA}/{SESIONES.file}", write_workbook(SESIONES, rows, quorum=quorum)
    yield f"{DATA}/{AVANCES.file}", write_workbook(AVANCES, {})
    yield f"{DATA}/{NORMAS}", normas.read_bytes()
    for template in sorted(templates_folder().iterdir()):
        if template.suffix in (".docx", ".md"):
            yield f"{TEMPLATES}/{template.name}", template.read_bytes()
    yield LEEME, leeme_text(has_plan=bool(rows)).encode("utf-8-sig")
