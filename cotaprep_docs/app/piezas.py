"""The documents of one session as they are on disk, each with what its file says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cotaprep_docs.app.documentos import is_called_off, reads_avances
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.taller import line_of
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.expediente import Pieza
from cotaprep_docs.documents.kind import Asunto, DocumentKind, Row
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.pdf.bind import Sheets, lay_out
from cotaprep_docs.records import record
from cotaprep_docs.review.decision import Standing
from cotaprep_docs.review.digest import fingerprint, sha256_of
from cotaprep_docs.review.manifest import State
from cotaprep_docs.review.store import Store


@record(frozen=True, slots=True)
class Debido:
    """A document that belongs in the file of a session.

    Attributes:
        kind: what it is.
        clave: its key.
        stem: name of its files without their ending.
        asunto: what it is about.
    """

    kind: DocumentKind[Any]
    clave: str
    stem: str
    asunto: Asunto

    @property
    def comando(self) -> str:
        """The line that makes this document alone."""
        return line_of(self.kind.tipo, self.clave)

    @property
    def calendar(self) -> str:
        """The name of the calendar that goes with it; empty where none does."""
        return f"{self.stem}.ics" if self.kind is CONVOCATORIA else ""


def list_debidos(lectura: Lectura, sesion: Sesion) -> tuple[Debido, ...]:
    """Return the documents of a session: those it has by now, and any other that is on disk already.

    Raises:
        UnreadableInput: the workbook of the technical staff is needed and cannot be read.
    """
    return tuple(each for kind in DOCUMENT_KINDS for each in _of_kind(lectura, kind, sesion))


def _of_kind(lectura: Lectura, kind: DocumentKind[Any], sesion: Sesion) -> Iterator[Debido]:
    source = lectura.with_avances() if reads_avances(kind) else lectura
    for clave in kind.claves(source.proceso):
        asunto = kind.find(source.proceso, source.normas, clave)
        own = kind.of_sesion(asunto)
        if own is None or own.clave != sesion.clave:
            continue
        debido = Debido(kind, clave, kind.stem(asunto), asunto)
        early = kind.tells_of_session and sesion.estado is not EstadoSesion.CELEBRADA
        on_disk = (lectura.workspace.salida / f"{debido.stem}.docx").is_file()
        if on_disk or not (early or is_called_off(kind, asunto)):
            yield debido


@record(frozen=True, slots=True)
class Reunido:
    """A document of the file, read from disk.

    Attributes:
        debido: which one it is.
        pieza: what the index says of it; its folio is not known yet.
        archivos: its files by name.
        sheets: its pages.
        borrador: whether it is a draft.
        samples: the sample rows it uses.
        is_apart: whether its PDF is not the one that comes of its DOCX.
    """

    debido: Debido
    pieza: Pieza
    archivos: dict[str, bytes]
    sheets: Sheets
    borrador: bool
    samples: tuple[Row, ...]
    is_apart: bool


def gather(store: Store, debido: Debido) -> Reunido:
    """Return a document as it is on disk.

    Raises:
        UnreadableInput: a file of it is missing or no DOCX.
        ProtectedFile: it may not be read now.
    """
    word, paper = f"{debido.stem}.docx", f"{debido.stem}.pdf"
    names = [word, paper]
    if debido.calendar and (store.folder / debido.calendar).is_file():
        names.append(debido.calendar)
    files = {name: store.read(name) for name in names}
    sheets = lay_out(files[word], word)
    signed = _is_signed(store, paper)
    same = not store.is_stale(paper, sha256_of(files[word])) and not signed
    apart = signed or not same or store.standing(paper) is not Standing.UNTOUCHED
    entry = store.entry(word)
    pieza = Pieza(
        nombre=debido.kind.name(debido.asunto),
        fecha=debido.kind.dated(debido.asunto),
        archivos=tuple((name, sha256_of(data)) for name, data in files.items()),
        paginas=len(sheets.pages),
        firmado=signed,
        nota=_nota(store, files[word], debido.stem, signed=signed) if apart else "",
    )
    draft = entry is not None and entry.record.state == State.DRAFT
    return Reunido(
        debido,
        pieza,
        files,
        sheets,
        borrador=draft or bool(sheets.changes),
        samples=debido.kind.samples(debido.asunto),
        is_apart=apart,
    )


def _is_signed(store: Store, name: str) -> bool:
    found = fingerprint(store.folder / name)
    return found is not None and found.signed


def _nota(store: Store, docx: bytes, stem: str, *, signed: bool) -> str:
    """Return what whoever reads the bound pages must know of a PDF that is not theirs."""
    if not signed:
        return (
            f"El archivo «{stem}.pdf» de la carpeta no es el que resulta de «{stem}.docx»; las páginas de "
            "este volumen son del DOCX."
        )
    if store.is_stale(f"{stem}.pdf", sha256_of(docx)):
        return (
            f"El original firmado es «{stem}.pdf», en la carpeta. Las páginas de este volumen son de "
            f"«{stem}.docx», que no es la versión que se firmó."
        )
    return f"El original firmado es «{stem}.pdf», en la carpeta; las páginas de este volumen lo reproducen."
