"""`Aparte`: a file that a command saves beside what it tells: a page, a marked copy of a workbook."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs import __version__
from cotaprep_docs.app.results import Archivo, Resultado, saved_code
from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.records import record
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Store

PAGINA, LIBRO_REVISADO = "pagina", "libro_revisado"


@record(frozen=True, slots=True)
class Aparte:
    """A file to save.

    Attributes:
        tipo: kind of file.
        nombre: what it is, as a person says it.
        data: what it holds.
        clave: key of the session it is of; empty for all.
        muestra: whether it tells of sample rows.
    """

    tipo: str
    nombre: str
    data: bytes
    clave: str = ""
    muestra: bool = False


def save_aparte(path: Path, aparte: Aparte) -> Resultado:
    """Save a file, unless somebody edited the one in its place; then it goes beside it.

    That it could not be saved is a result too: what the command tells is told all the same.
    """
    try:
        store = Store(path.parent)
        saved = store.save(path.name, aparte.data, Record(aparte.tipo, aparte.clave, tool=__version__))
    except CotaprepError as error:
        return Resultado.of_error(error)
    archivo = Archivo(
        tipo=aparte.tipo,
        clave=aparte.clave,
        nombre=aparte.nombre,
        ruta=saved.path,
        muestra=aparte.muestra,
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    code = saved_code(protegido=saved.protected)
    return Resultado((), (*store.problems, *saved.problems), code, archivos=(archivo,))
