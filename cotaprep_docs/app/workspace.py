"""`Workspace`: where the trackers, templates, norms and output of one process are."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.app.problem_kinds import NO_TEMPLATE, NO_TRACKERS
from cotaprep_docs.assets import data_folder, templates_folder
from cotaprep_docs.documents.redaccion import LIBRO, LIBRO_AVANCES
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.records import record

NORMAS = "normas.toml"
LETTERHEAD = "membrete.docx"


@record(frozen=True, slots=True)
class Workspace:
    """The folders of one process.

    Attributes:
        datos: folder of the trackers and the norms file.
        plantillas: folder of the Word templates.
        salida: folder the documents go to.
    """

    datos: Path
    plantillas: Path
    salida: Path

    @property
    def sesiones(self) -> Path:
        """The workbook of the secretariat."""
        return self.datos / LIBRO

    @property
    def avances(self) -> Path:
        """The workbook of the technical staff."""
        return self.datos / LIBRO_AVANCES

    @property
    def normas(self) -> Path:
        """The norms file."""
        return self.datos / NORMAS

    def template(self, name: str) -> Path:
        """Return a template of the workspace; one that is missing is never replaced by another in silence.

        Raises:
            UnreadableInput: it is not there.
        """
        path = self.plantillas / name
        if not path.is_file():
            raise UnreadableInput(NO_TEMPLATE.at(FileLocation(str(path)), archivo=name))
        return path


def open_workspace(carpeta: Path, *, salida: Path | None = None, ejemplo: bool = False) -> Workspace:
    """Return the workspace of a folder.

    The trackers are in ``data`` below it, or in the folder itself. Templates are its own
    ``templates_docx`` where it has one, else those of the program.

    Args:
        carpeta: the folder.
        salida: where documents go; ``salida`` below the folder unless given.
        ejemplo: use the example trackers that come with the program instead of the folder's.

    Raises:
        UnreadableInput: there are no trackers.
    """
    datos = data_folder() if ejemplo else _find_data(carpeta)
    own = carpeta / "templates_docx"
    plantillas = own if own.is_dir() else templates_folder()
    return Workspace(datos=datos, plantillas=plantillas, salida=salida or carpeta / "salida")


def _find_data(carpeta: Path) -> Path:
    for folder in (carpeta / "data", carpeta):
        if (folder / LIBRO).exists():
            return folder
    raise UnreadableInput(NO_TRACKERS.at(FileLocation(str(carpeta.resolve()))))


def normas_at_hand(carpeta: Path, *, ejemplo: bool = False) -> Normas | None:
    """Return the norms of a folder, or those that come with the program where it has none that can be read.

    Args:
        carpeta: the folder.
        ejemplo: use those of the program all the same.
    """
    own = () if ejemplo else (carpeta / "data" / NORMAS, carpeta / NORMAS)
    for path in (*own, data_folder() / NORMAS):
        try:
            return read_normas(path)
        except UnreadableInput:
            continue
    return None
