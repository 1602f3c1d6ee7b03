"""DOCX to PDF: read, lay out, emit, conform."""

from __future__ import annotations

import dataclasses
import re

from cotaprep_docs.ooxml.package import BadPackage, PackageFault, read_package
from cotaprep_docs.pdf import problem_kinds as kinds
from cotaprep_docs.pdf.archive.conform import conform
from cotaprep_docs.pdf.emit.pdf import Metadata, emit
from cotaprep_docs.pdf.layout.document import Layout, layout_document
from cotaprep_docs.pdf.model.content import Document
from cotaprep_docs.pdf.reader.document import NoDocument, read_document
from cotaprep_docs.pdf.tags.structure import document_structure
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, Problem, sort_problems

_DEFAULT_LANGUAGE = "es-MX"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MAX_OVERFLOWS = 10  # the eleventh says nothing new
FAULTS = {
    PackageFault.EMPTY: kinds.MISSING_OR_EMPTY,
    PackageFault.OLE: kinds.PROTECTED,
    PackageFault.NOT_ZIP: kinds.NOT_DOCX,
    PackageFault.TRUNCATED: kinds.DAMAGED,
    PackageFault.NOT_OOXML: kinds.NOT_DOCX,
    PackageFault.TOO_LARGE: kinds.TOO_LARGE,
    PackageFault.BAD_XML: kinds.DAMAGED,
}


@dataclasses.dataclass(frozen=True, slots=True)
class PdfDocument:
    """A PDF made from a DOCX.

    Attributes:
        data: its bytes, the same for the same DOCX.
        pages: how many pages it has.
        problems: what could not be drawn as in Word; none of them stops.
    """

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


def convert(docx: bytes, *, name: str = "documento.docx") -> PdfDocument:
    """Return the PDF of a Word document.

    Args:
        docx: the bytes of the DOCX.
        name: its file name, for the place of problems.

    Raises:
        UnreadableInput: the bytes are no DOCX that can be read; says why.
        MissingResource: the font that comes with the program is not installed.
    """
    document = _read(docx, name)
    layout = layout_document(document.value)
    model = document.value
    structure = document_structure(model)
    metadata = Metadata(_title(model, name), model.author, model.subject, _language(model))
    emitted = emit(layout.pages, model.images, metadata)
    problems = [*document.problems, *_layout_problems(layout, name)]
    problems += (
        kinds.IMAGE_UNREADABLE.at(FileLocation(name), image=image, alt="") for image in emitted.unreadable
    )
    data = conform(emitted, structure, metadata)
    return PdfDocument(data, len(layout.pages), sort_problems(problems))


def _title(model: Document, name: str) -> str:
    """Return the title of a document: PDF/UA wants one, if need be the name of the file."""
    return model.title or name.rpartition(".")[0] or name


def _language(model: Document) -> str:
    """Return the language of a document: PDF/UA wants one, and Word writes ``x-none`` for none."""
    return model.language if _LANGUAGE.fullmatch(model.language) else _DEFAULT_LANGUAGE


def _read(docx: bytes, name: str) -> Checked[Document]:
    place = FileLocation(name)
    try:
        return read_document(read_package(docx), name)
    except BadPackage as error:
        part = f" (en {error.part})" if error.part else ""
        raise UnreadableInput(FAULTS[error.fault].at(place, part=part)) from error
    except NoDocument as error:
        raise UnreadableInput(kinds.NOT_CONVERTIBLE.at(place)) from error


def _layout_problems(layout: Layout, name: str) -> list[Problem]:
    place = FileLocation(name)
    found = [
        kinds.FONT_SUBSTITUTED.at(place, font=font, used=used) for font, used in layout.substitutions.items()
    ]
    found += (
        kinds.GLYPH_MISSING.at(place, font=font, character=character, code=f"U+{ord(character):04X}")
        for font, character in layout.missing
    )
    found += (kinds.OVERFLOW.at(place, page=page) for page in layout.overflows[:_MAX_OVERFLOWS])
    return found
