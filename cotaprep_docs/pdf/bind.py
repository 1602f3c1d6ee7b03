"""Several DOCX bound as one PDF: one structure, one outline, folios from the first page to the last.

The documents are laid out each by itself, so that every page is the one of its own PDF, and drawn into one
file. Finished PDFs are never joined: that would lose the structure, and with it both standards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from cotaprep_docs.ooxml.revisions import Changes
from cotaprep_docs.pdf import problem_kinds as kinds
from cotaprep_docs.pdf.archive.conform import conform
from cotaprep_docs.pdf.convert import PdfDocument, layout_problems, read_docx
from cotaprep_docs.pdf.emit.pdf import Metadata, Quire, emit_all
from cotaprep_docs.pdf.layout.boxes import Page
from cotaprep_docs.pdf.layout.document import layout_document
from cotaprep_docs.pdf.layout.folios import with_folios
from cotaprep_docs.pdf.model.content import Document
from cotaprep_docs.pdf.tags.element import Element
from cotaprep_docs.pdf.tags.structure import document_structure
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.records import unchecked

_APART: Final = 1 << 24
"""How far the places of one document's structure are from the next one's."""


@unchecked(frozen=True, slots=True)
class Sheets:
    """A DOCX laid out.

    Attributes:
        name: its file name.
        document: its model.
        pages: its pages.
        problems: what could not be carried into it.
        changes: how many tracked changes nobody had decided on.
    """

    name: str
    document: Document
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    changes: int = 0


@unchecked(frozen=True, slots=True)
class Part:
    """What stands in the outline and the structure under one title, such as a cover and its document."""

    title: str
    sheets: tuple[Sheets, ...]


def lay_out(docx: bytes, name: str) -> Sheets:
    """Return the pages of a DOCX; signature lines stay lines, for nobody signs a copy.

    Raises:
        UnreadableInput: the bytes are no DOCX that can be read; says why.
    """
    source = read_docx(docx, name, Changes.ACCEPT)
    document = dataclasses.replace(source.document.value, to_sign=False)
    layout = layout_document(document)
    problems = (*source.problems, *source.document.problems, *layout_problems(layout, name))
    return Sheets(name, document, layout.pages, problems, source.changes)


def bind(parts: Sequence[Part], metadata: Metadata) -> PdfDocument:
    """Return one PDF of all parts, in their order; each page carries its folio, counted from 1."""
    quires = tuple(_quires(parts))
    emitted = emit_all(quires, metadata)
    data = conform(emitted, _structure(parts), metadata)
    every = [sheets for part in parts for sheets in part.sheets]
    problems = [problem for sheets in every for problem in sheets.problems]
    place = FileLocation(metadata.title)
    problems += (kinds.IMAGE_UNREADABLE.at(place, image=image, alt="") for image in emitted.unreadable)
    changes = sum(sheets.changes for sheets in every)
    return PdfDocument(data, sum(len(quire.pages) for quire in quires), sort_problems(problems), changes)


def _quires(parts: Sequence[Part]) -> Iterator[Quire]:
    folio, number = 1, 0
    for part in parts:
        for index, sheets in enumerate(part.sheets):
            pages = with_folios(sheets.pages, folio)
            entry = "" if index else part.title
            yield Quire(pages, sheets.document.images, number * _APART, entry, depth=1)
            folio += len(pages)
            number += 1


def _structure(parts: Sequence[Part]) -> Element:
    """Return the structure of all: what each document has, in a part of its own."""
    root, number = Element("Document"), 0
    for part in parts:
        branch = Element("Part", title=part.title)
        for sheets in part.sheets:
            own = document_structure(sheets.document)
            for element in own.walk():
                element.tag += number * _APART if element.tag else 0
            branch.children += own.children
            number += 1
        root.children.append(branch)
    return root
