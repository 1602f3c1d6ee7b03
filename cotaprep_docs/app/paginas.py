"""DOCX to PDF, and the page numbers that both of them show.

Page numbers are fields: Word computes them when it prints, our engine when it draws. What the file holds
until then is a cached result, which must be right too, for whoever reads the DOCX without recomputing.
"""

from __future__ import annotations

import dataclasses

from cotaprep_docs.ooxml.fields import cache_page_count
from cotaprep_docs.pdf.convert import PdfDocument, convert
from cotaprep_docs.spanish.numbers import cardinal


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """A DOCX whose cached page count is the one of its PDF."""

    docx: bytes
    pdf: PdfDocument


def docx_to_pdf(docx: bytes, name: str) -> PdfDocument:
    """Return the PDF of a DOCX.

    Raises:
        UnreadableInput: the bytes are no DOCX.
    """
    return convert(docx, name=name)


def settle_pages(docx: bytes, name: str) -> Settled:
    """Return the DOCX with the page count its own PDF has, and that PDF."""
    pdf = docx_to_pdf(docx, name)
    return Settled(cache_page_count(docx, pdf.pages, cardinal(pdf.pages)), pdf)
