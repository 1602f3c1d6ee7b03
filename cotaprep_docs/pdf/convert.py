"""DOCX to PDF: read, lay out, emit, conform."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from cotaprep_docs.ooxml.package import BadPackage, Package, PackageFault, read_package
from cotaprep_docs.ooxml.revisions import Changes, resolve_revisions
from cotaprep_docs.pdf import problem_kinds as kinds
from cotaprep_docs.pdf.archive.conform import conform
from cotaprep_docs.pdf.emit.pdf import Metadata, emit
from cotaprep_docs.pdf.fields.refresh import Refreshed, refresh_fields
from cotaprep_docs.pdf.layout.document import Layout, layout_document
from cotaprep_docs.pdf.layout.places import PageNumber
from cotaprep_docs.pdf.layout.stamp import stamp
from cotaprep_docs.pdf.model.content import Document
from cotaprep_docs.pdf.reader.document import NoDocument, main_part, read_document
from cotaprep_docs.pdf.tags.structure import document_structure
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, Problem, sort_problems
from cotaprep_docs.records import unchecked

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


@unchecked(frozen=True, slots=True)
class PdfDocument:
    """A PDF made from a DOCX.

    Attributes:
        data: its bytes, the same for the same DOCX.
        pages: how many pages it has.
        problems: what could not be drawn as in Word; none of them stops.
        changes: how many tracked changes of the DOCX nobody had accepted or rejected.
        references: the page of each bookmark, where page references ask for any.
    """

    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    changes: int = 0
    references: Mapping[str, PageNumber] = dataclasses.field(default_factory=dict)


def convert(
    docx: bytes,
    *,
    name: str = "documento.docx",
    changes: Changes = Changes.ACCEPT,
    warn: bool = False,
) -> PdfDocument:
    """Return the PDF of a Word document.

    Args:
        docx: the bytes of the DOCX.
        name: its file name, for the place of problems.
        changes: what is done with changes that nobody accepted or rejected yet.
        warn: say at the head of each page that there are such changes, where there are.

    Raises:
        UnreadableInput: the bytes are no DOCX that can be read; says why.
        MissingResource: the font that comes with the program is not installed.
    """
    source = read_docx(docx, name, changes)
    document = source.document
    model = document.value
    layout = layout_document(model)
    pages = layout.pages
    if warn and source.changes:
        pages = stamp(pages, _warning(source.changes, changes))
    structure = document_structure(model)
    metadata = Metadata(_title(model, name), model.author, model.subject, _language(model))
    emitted = emit(pages, model.images, metadata)
    problems = [*source.problems, *document.problems, *layout_problems(layout, name)]
    problems += (
        kinds.IMAGE_UNREADABLE.at(FileLocation(name), image=image, alt="") for image in emitted.unreadable
    )
    data = conform(emitted, structure, metadata)
    return PdfDocument(data, len(pages), sort_problems(problems), source.changes, layout.references)


def _title(model: Document, name: str) -> str:
    """Return the title of a document: PDF/UA wants one, if need be the name of the file."""
    return model.title or name.rpartition(".")[0] or name


def _language(model: Document) -> str:
    """Return the language of a document: PDF/UA wants one, and Word writes ``x-none`` for none."""
    return model.language if _LANGUAGE.fullmatch(model.language) else _DEFAULT_LANGUAGE


@unchecked(frozen=True, slots=True)
class Source:
    """A DOCX read, and what was done to it before.

    Attributes:
        document: its model, and what could not be carried into it.
        problems: what was met before.
        changes: how many tracked changes nobody had decided on.
    """

    document: Checked[Document]
    problems: tuple[Problem, ...]
    changes: int


def read_docx(docx: bytes, name: str, changes: Changes) -> Source:
    """Return a DOCX ready to lay out.

    Raises:
        UnreadableInput: the bytes are no DOCX that can be read; says why.
    """
    place = FileLocation(name)
    try:
        resolved = resolve_revisions(read_package(docx).parts, changes)
        package = Package(resolved.parts)
        refreshed = refresh_fields(package, main_part(package))
        document = read_document(Package(dict(refreshed.parts)), name)
    except BadPackage as error:
        part = f" (en {error.part})" if error.part else ""
        raise UnreadableInput(FAULTS[error.fault].at(place, part=part)) from error
    except NoDocument as error:
        raise UnreadableInput(kinds.NOT_CONVERTIBLE.at(place)) from error
    found = [*revision_problems(resolved.count, changes, name), *_field_problems(refreshed, name)]
    return Source(document, tuple(found), resolved.count)


def revision_problems(count: int, changes: Changes, name: str) -> tuple[Problem, ...]:
    """Return the notice of changes that nobody decided on; none where there are none."""
    if not count:
        return ()
    counted, decision = kinds.changes_in_words(count, accepted=changes is Changes.ACCEPT)
    return (kinds.REVISIONS.at(FileLocation(name), cuenta=counted, decision=decision),)


def _warning(count: int, changes: Changes) -> str:
    counted, decision = kinds.changes_in_words(count, accepted=changes is Changes.ACCEPT)
    return kinds.PENDING_CHANGES.format(cuenta=counted, decision=decision)


def _field_problems(refreshed: Refreshed, name: str) -> list[Problem]:
    place = FileLocation(name)
    found = [kinds.LOST_BOOKMARK.at(place, marcador=lost) for lost in refreshed.lost]
    return found + [kinds.EMPTY_CONTENTS.at(place)] * bool(refreshed.empty)


def layout_problems(layout: Layout, name: str) -> list[Problem]:
    """Return what the layout found out about fonts and room."""
    place = FileLocation(name)
    found = [
        kinds.FONT_SUBSTITUTED.at(place, font=font, used=used) for font, used in layout.substitutions.items()
    ]
    found += (
        kinds.GLYPH_MISSING.at(place, font=font, character=character, code=f"U+{ord(character):04X}")
        for font, character in layout.missing
    )
    found += (
        kinds.SIGNATURE_CRAMPED.at(place, label=field.line.label, page=number)
        for number, page in enumerate(layout.pages, 1)
        for field in page.fields
        if field.cramped
    )
    found += (kinds.OVERFLOW.at(place, page=page) for page in layout.overflows[:_MAX_OVERFLOWS])
    return found
