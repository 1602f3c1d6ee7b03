"""How a document is saved into the safe store: the DOCX first, then the PDF of what is really on disk."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from cotaprep_docs import __version__
from cotaprep_docs.app.abierto import open_warning
from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.problem_kinds import DEFINITIVE_KEPT
from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record
from cotaprep_docs.review.digest import sha256_of
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.saving import Saving
from cotaprep_docs.review.store import Store
from cotaprep_docs.review.transaction import Version


@record(frozen=True, slots=True)
class Borrador:
    """A document in memory, about to be saved.

    Attributes:
        stem: name of its files without their ending.
        tipo: kind of document.
        clave: key of its session.
        definitivo: whether it is definitive.
        docx: the Word file.
        pdf: the PDF drawn from those very bytes.
        paginas: pages of that PDF.
        problems: what was met while making it.
        motor: who makes the PDF, where it has to be made again.
        cambios: what to do then with changes that nobody decided on; None if nobody said.
    """

    stem: str
    tipo: str
    clave: str
    definitivo: bool
    docx: bytes
    pdf: bytes
    paginas: int
    problems: tuple[Problem, ...] = ()
    motor: Motor = Motor.PROPIO
    cambios: Cambios | None = None


@record(frozen=True, slots=True)
class Guardado:
    """What became of it on disk."""

    docx: Path
    pdf: Path
    paginas: int
    estado: str
    protected: bool
    proposal: Path | None
    problems: tuple[Problem, ...]


def saving_of(store: Store, draft: Borrador) -> Saving[Guardado]:
    """Save DOCX and PDF under a name; what a person edited or signed stays as it is.

    Raises:
        ProtectedFile: the file is open elsewhere, or a draft would replace a definitive document.
    """
    state = State.DEFINITIVE if draft.definitivo else State.DRAFT
    word_name, pdf_name = f"{draft.stem}.docx", f"{draft.stem}.pdf"
    _refuse_downgrade(store, word_name, state)
    record = Record(kind=draft.tipo, key=draft.clave, state=state, tool=__version__)
    word = yield Version.of(word_name, draft.docx, record)
    on_disk = store.read(word_name)
    pdf, pages, notices = draft.pdf, draft.paginas, draft.problems
    if on_disk != draft.docx:  # somebody's version stays; the PDF is always of what is on disk
        # Here and not above: whoever only saves does not wait for what draws.
        from cotaprep_docs.app.paginas import docx_to_pdf, undecided_changes  # noqa: PLC0415

        kept = store.entry(word_name)
        # The PDF is as definitive as the DOCX it is made from, whatever was asked for now.
        state = State(kept.record.state) if kept is not None and kept.record.state else State.DRAFT
        definitive = state is State.DEFINITIVE
        drawn = docx_to_pdf(on_disk, word_name, draft.motor, draft.cambios, definitivo=definitive)
        undecided = undecided_changes(word_name, drawn, draft.cambios, definitivo=definitive)
        state = State.DRAFT if undecided else state
        pdf, pages, notices = (
            drawn.data,
            drawn.pages,
            (
                *open_warning(word.path),
                *drawn.problems,
                *undecided,
            ),
        )
    made_from = dataclasses.replace(record, state=state, docx_sha256=sha256_of(on_disk))
    paper = yield Version.of(pdf_name, pdf, made_from)
    return Guardado(
        docx=word.path,
        pdf=paper.path,
        paginas=pages,
        estado=str(state),
        protected=word.protected or paper.protected,
        proposal=word.proposal or paper.proposal,
        problems=(*notices, *store.problems, *word.problems, *paper.problems),
    )


def _refuse_downgrade(store: Store, name: str, state: State) -> None:
    """A definitive act is not replaced by a draft because somebody forgot an option."""
    entry = store.entry(name)
    if state is State.DRAFT and entry is not None and entry.record.state == State.DEFINITIVE:
        path = store.folder / name
        if path.exists():
            raise ProtectedFile(DEFINITIVE_KEPT.at(FileLocation(str(path)), archivo=name))
