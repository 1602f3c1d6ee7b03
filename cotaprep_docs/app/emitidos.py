"""What is on disk of the documents that another one tells of: pages, and whether they are definitive."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from cotaprep_docs.documents.emitido import Emitido
from cotaprep_docs.documents.kind import A, DocumentKind


def with_emitidos(folder: Path, kind: DocumentKind[A], asunto: A) -> A:
    """Return the subject of a document with what is on disk of those it encloses.

    Args:
        folder: where documents are kept.
        kind: its kind.
        asunto: what it is about.
    """
    stems = tuple(kind.encloses(asunto))
    if not stems or not folder.is_dir():
        return asunto
    found = {stem: made for stem in stems if (made := _emitido(folder, stem)) is not None}
    subject: Any = asunto
    enclosing: A = dataclasses.replace(subject, emitidos=found)
    return enclosing


def _emitido(folder: Path, stem: str) -> Emitido | None:
    """Return what is on disk of one document; None where it was not made, or its PDF cannot be read."""
    # Here and not above: few documents enclose others.
    from cotaprep_docs.pdf.archive.pages import count_pages  # noqa: PLC0415
    from cotaprep_docs.review.manifest import State  # noqa: PLC0415
    from cotaprep_docs.review.store import Store  # noqa: PLC0415

    pages = count_pages(folder / f"{stem}.pdf")
    if pages is None:
        return None
    entry = Store(folder).entry(f"{stem}.pdf")
    return Emitido(pages, entry is not None and entry.record.state == State.DEFINITIVE)
