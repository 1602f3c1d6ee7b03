"""An HTML page into the safe store."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs import __version__
from cotaprep_docs.app.results import Archivo, Resultado
from cotaprep_docs.problems.exit_code import ExitCode
from cotaprep_docs.records import record
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Store

TIPO = "pagina"


@record(frozen=True, slots=True)
class Pagina:
    """A page to save.

    Attributes:
        data: the page.
        nombre: what it is, as a person says it.
        clave: key of the session it is of; empty for all.
        muestra: whether it tells of sample rows.
    """

    data: bytes
    nombre: str
    clave: str = ""
    muestra: bool = False


def save_page(path: Path, pagina: Pagina) -> Resultado:
    """Save a page, unless somebody edited the one in its place; then it goes beside it.

    Raises:
        ProtectedFile: the file is open in another program.
    """
    store = Store(path.parent)
    saved = store.save(path.name, pagina.data, Record(kind=TIPO, key=pagina.clave, tool=__version__))
    archivo = Archivo(
        tipo=TIPO,
        clave=pagina.clave,
        nombre=pagina.nombre,
        ruta=saved.path,
        muestra=pagina.muestra,
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    code = ExitCode.PROTECTED_FILE if saved.protected else ExitCode.OK
    return Resultado((), (*store.problems, *saved.problems), code, archivos=(archivo,))
