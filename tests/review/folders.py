"""What is saved into a folder in the tests of the store, and how the folder looks afterwards."""

from __future__ import annotations

from cotaprep_docs.problems.exit_code import CotaprepError
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.store import Outcome, Store

ACTA = Record("acta", "3", State.DRAFT, "0.1.0")
OURS, NEWER, NEWEST = b"PK ours", b"PK newer", b"PK newest"
EDITED, EDITED_AGAIN = b"PK edited by legal", b"PK edited again"
SIGNATURE = b"\n7 0 obj << /Type /Sig /ByteRange [0 10 20 30] /Contents <00> >> endobj"
NAME, PROPOSAL = "acta-3.docx", "acta-3.propuesta.docx"
PDF, PDF_PROPOSAL = "acta-3.pdf", "acta-3.propuesta.pdf"


def put(store: Store, name: str, data: bytes) -> None:
    """Write a file as a person does."""
    (store.folder / name).write_bytes(data)


def files_in(store: Store) -> dict[str, bytes]:
    """What a person sees in the folder."""
    return {
        path.name: path.read_bytes()
        for path in sorted(store.folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


def codes_of(outcome: Outcome) -> list[str]:
    """The codes of the problems; each must have all that its message and hint mention."""
    return [problem.code for problem in outcome.problems if problem.message and problem.hint]


def raised_by(error: CotaprepError) -> list[str]:
    """The codes of what was raised, likewise."""
    return [problem.code for problem in error.problems if problem.message and problem.hint]
