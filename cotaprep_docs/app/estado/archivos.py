"""How the documents of an output folder stand: draft, under review, definitive, signed."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.problems.problem import Checked
from cotaprep_docs.records import record
from cotaprep_docs.review.decision import Standing
from cotaprep_docs.review.inventory import Listed, list_files
from cotaprep_docs.review.manifest import State
from cotaprep_docs.review.names import proposal_name

_WORD: Final = ".docx"


class Situacion(enum.Enum):
    """How far a document has come."""

    FIRMADO = "firmado"
    EN_FIRMA = "en firma"  # some have signed and others have not
    DEFINITIVO = "definitivo"  # also one that somebody edited, once its PDF was made of that
    EN_REVISION = "en revisión"  # somebody edited the DOCX
    BORRADOR = "borrador"
    RETIRADO = "retirado"  # it was there, and is gone


@record(frozen=True, slots=True)
class DocumentoGuardado:
    """A document in the output folder.

    Attributes:
        stem: name of its files without ending.
        tipo: kind of document.
        clave: what tells it from others of its kind.
        situacion: how far it has come.
        firmados: signature fields that are signed.
        campos: signature fields it has.
        propuesta: whether a new version waits beside it.
        atrasado: whether its PDF was made from another DOCX than the one on disk.
        sin_pdf: whether it has no PDF.
        abierto: whether somebody has one of its files open.
    """

    stem: str
    tipo: str
    clave: str
    situacion: Situacion
    firmados: int = 0
    campos: int = 0
    propuesta: bool = False
    atrasado: bool = False
    sin_pdf: bool = False
    abierto: bool = False


@record(frozen=True, slots=True)
class Carpeta:
    """An output folder.

    Attributes:
        documentos: the documents that its manifest knows, by name.
        ajenos: Word files that it does not know, by name.
    """

    documentos: tuple[DocumentoGuardado, ...] = ()
    ajenos: tuple[str, ...] = ()


def read_carpeta(folder: Path) -> Checked[Carpeta]:
    """Return what is in an output folder; nothing where there is none.

    Raises:
        UnreadableInput: its manifest is there and the system does not let it be read.
    """
    listed = list_files(folder)
    by_name = {file.path.name: file for file in listed.value}
    words = [file for file in listed.value if file.path.suffix == _WORD and not file.proposal]
    found = Carpeta(tuple(_documento(word, by_name) for word in words), tuple(_foreign(folder, by_name)))
    return Checked(found, listed.problems)


def _foreign(folder: Path, known: Mapping[str, Listed]) -> Iterator[str]:
    for path in sorted(folder.glob(f"*{_WORD}")) if folder.is_dir() else ():
        if path.name not in known and not path.name.startswith("~$"):
            yield path.name


def _documento(word: Listed, by_name: Mapping[str, Listed]) -> DocumentoGuardado:
    stem = word.path.stem
    paper = by_name.get(f"{stem}.pdf")
    proposals = [by_name.get(proposal_name(f"{stem}{ending}")) for ending in (_WORD, ".pdf")]
    campos, firmados = _firmas(word, paper)
    late = _is_late(word, paper)
    return DocumentoGuardado(
        stem=stem,
        tipo=word.record.kind,
        clave=word.record.key,
        situacion=_situacion(word, paper, proposals[0], pending=firmados < campos),
        firmados=firmados,
        campos=campos,
        propuesta=any(_is_there(proposal) for proposal in proposals),
        atrasado=late,
        sin_pdf=bool(word.sha256) and not _is_there(paper),
        abierto=any(file.open or file.standing is None for file in (word, paper) if file is not None),
    )


def _is_there(file: Listed | None) -> bool:
    return file is not None and file.standing not in (Standing.GONE, Standing.ABSENT)


def _is_late(word: Listed, paper: Listed | None) -> bool:
    """Tell whether a PDF was made from another DOCX than the one on disk."""
    if paper is None or not (word.sha256 and paper.sha256):
        return False
    return paper.record.docx_sha256 != word.sha256


def _firmas(word: Listed, paper: Listed | None) -> tuple[int, int]:
    """Return the fields of a PDF and how many are signed; only where that may matter, since it is read."""
    if paper is None or not (paper.signed or State.DEFINITIVE in (word.record.state, paper.record.state)):
        return 0, 0
    # Here and not above: it imports the PDF library, which a folder of drafts does not need.
    from cotaprep_docs.pdf.archive.signatures import count_signatures  # noqa: PLC0415

    found = count_signatures(paper.path)
    return (found.fields, found.signed) if found is not None else (0, 0)


def _situacion(word: Listed, paper: Listed | None, proposal: Listed | None, *, pending: bool) -> Situacion:
    if paper is not None and paper.signed:
        return Situacion.EN_FIRMA if pending else Situacion.FIRMADO
    if word.standing is Standing.GONE:
        return Situacion.RETIRADO
    if word.standing is Standing.TOUCHED:
        if proposal is not None and word.sha256 == proposal.recorded:  # it was given this one's name
            return _own(proposal)
        is_final = paper is not None and paper.record.state == State.DEFINITIVE
        return Situacion.DEFINITIVO if is_final and not _is_late(word, paper) else Situacion.EN_REVISION
    return _own(word)


def _own(file: Listed) -> Situacion:
    return Situacion.DEFINITIVO if file.record.state == State.DEFINITIVE else Situacion.BORRADOR
