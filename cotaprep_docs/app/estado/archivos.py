"""How the documents of an output folder stand: draft, under review, definitive, signed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from pathlib import Path

from cotaprep_docs.problems.problem import Checked
from cotaprep_docs.records import record
from cotaprep_docs.review.decision import Standing
from cotaprep_docs.review.inventory import Listed, list_files
from cotaprep_docs.review.manifest import State
from cotaprep_docs.review.names import proposal_name


class Situacion(enum.Enum):
    """How far a document has come."""

    FIRMADO = "firmado"
    EN_FIRMA = "en firma"  # some have signed and others have not
    DEFINITIVO = "definitivo"
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
    abierto: bool = False


def list_documentos(folder: Path) -> Checked[tuple[DocumentoGuardado, ...]]:
    """Return the documents of an output folder, by name; none where there is no folder.

    Raises:
        UnreadableInput: its manifest is there and the system does not let it be read.
    """
    listed = list_files(folder)
    by_name = {file.path.name: file for file in listed.value}
    words = (file for file in listed.value if file.path.suffix == ".docx" and not file.proposal)
    return Checked(tuple(_documento(word, by_name) for word in words), listed.problems)


def _documento(word: Listed, by_name: Mapping[str, Listed]) -> DocumentoGuardado:
    stem = word.path.stem
    paper = by_name.get(f"{stem}.pdf")
    campos, firmados = _firmas(word, paper)
    return DocumentoGuardado(
        stem=stem,
        tipo=word.record.kind,
        clave=word.record.key,
        situacion=_situacion(word, paper, campos, firmados),
        firmados=firmados,
        campos=campos,
        propuesta=any(_waits(by_name.get(proposal_name(f"{stem}{ending}"))) for ending in (".docx", ".pdf")),
        atrasado=paper is not None
        and bool(word.sha256 and paper.sha256)
        and paper.record.docx_sha256 != word.sha256,
        abierto=any(file.open or file.standing is None for file in (word, paper) if file is not None),
    )


def _waits(proposal: Listed | None) -> bool:
    return proposal is not None and proposal.standing not in (Standing.GONE, Standing.ABSENT)


def _firmas(word: Listed, paper: Listed | None) -> tuple[int, int]:
    """Return the fields of a PDF and how many are signed; only where that may matter, since it is read."""
    if paper is None or not (paper.signed or word.record.state == State.DEFINITIVE):
        return 0, 0
    # Here and not above: it imports the PDF library, which a folder of drafts does not need.
    from cotaprep_docs.pdf.archive.signatures import count_signatures  # noqa: PLC0415

    found = count_signatures(paper.path)
    return (found.fields, found.signed) if found is not None else (0, 0)


def _situacion(word: Listed, paper: Listed | None, campos: int, firmados: int) -> Situacion:
    if paper is not None and paper.signed:
        return Situacion.EN_FIRMA if firmados < campos else Situacion.FIRMADO
    if word.standing is Standing.GONE:
        return Situacion.RETIRADO
    if word.standing is Standing.TOUCHED:
        return Situacion.EN_REVISION
    return Situacion.DEFINITIVO if word.record.state == State.DEFINITIVE else Situacion.BORRADOR
