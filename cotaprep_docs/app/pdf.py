"""The PDF of any DOCX, as reviewed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from cotaprep_docs import __version__
from cotaprep_docs.app.abierto import open_warning
from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.paginas import docx_to_pdf, undecided_changes
from cotaprep_docs.app.problem_kinds import NO_DOCX
from cotaprep_docs.app.results import Documento, Resultado, saved_code
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import sort_problems
from cotaprep_docs.problems.system import reason_in_spanish
from cotaprep_docs.review.digest import sha256_of
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.store import Store


def convert_file(
    path: Path,
    *,
    salida: Path | None = None,
    motor: Motor = Motor.PROPIO,
    cambios: Cambios | None = None,
) -> Resultado:
    """Make the PDF of a Word file, beside it unless another folder is given.

    Args:
        path: the DOCX.
        salida: folder for the PDF.
        motor: who makes the PDF.
        cambios: what to do with changes that nobody accepted or rejected; None if nobody said. They are
            then taken as accepted, and the PDF of a definitive document is a draft.

    Raises:
        UnreadableInput: there is no such file, or it is no DOCX.
        ProtectedFile: the PDF is open in another program.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        location = FileLocation(str(path))
        raise UnreadableInput(
            NO_DOCX.at(location, archivo=path.name, motivo=reason_in_spanish(error))
        ) from error
    store = Store(salida or path.parent)
    known = store.entry(path.name)
    record = known.record if known is not None else Record(kind="pdf", key=path.stem, tool=__version__)
    definitivo = record.state == State.DEFINITIVE
    drawn = docx_to_pdf(data, path.name, motor, cambios, definitivo=definitivo)
    pending = undecided_changes(path.name, drawn, cambios, definitivo=definitivo)
    if pending:
        record = dataclasses.replace(record, state=State.DRAFT)
    saved = store.save_pdf(f"{path.stem}.pdf", drawn.data, record, docx_sha256=sha256_of(data))
    documento = Documento(
        tipo=record.kind,
        clave=record.key,
        nombre=path.name,
        docx=path,
        pdf=saved.path,
        paginas=drawn.pages,
        estado=str(record.state),
        muestra=False,
        huecos=0,
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    code = saved_code(protegido=saved.protected)
    problems = (*open_warning(path), *drawn.problems, *pending, *store.problems, *saved.problems)
    return Resultado((documento,), sort_problems(problems), code)
