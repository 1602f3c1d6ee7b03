"""DOCX to PDF, and the page numbers that both of them show.

Page numbers are fields: Word computes them when it prints, our engine when it draws. What the file holds
until then is a cached result, which must be right too, for whoever reads the DOCX without recomputing.
"""

from __future__ import annotations

import dataclasses

from cotaprep_docs.app.motor import Motor
from cotaprep_docs.ooxml.fields import cache_page_count
from cotaprep_docs.pdf.convert import PdfDocument, convert
from cotaprep_docs.spanish.numbers import cardinal


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """A DOCX whose cached page count is the one of its PDF."""

    docx: bytes
    pdf: PdfDocument


def docx_to_pdf(docx: bytes, name: str, motor: Motor = Motor.PROPIO) -> PdfDocument:
    """Return the PDF of a DOCX.

    Raises:
        UnreadableInput: the bytes are no DOCX.
        MissingResource: LibreOffice was asked for and is not installed, or did not make it.
    """
    if motor is Motor.PROPIO:
        return convert(docx, name=name)
    # Here and not above: hardly anybody asks for it.
    from cotaprep_docs.pdf.office import convert_with_office  # noqa: PLC0415

    return convert_with_office(docx, name=name)


def settle_pages(docx: bytes, name: str, motor: Motor = Motor.PROPIO) -> Settled:
    """Return the DOCX with the page count its own PDF has, and that PDF.

    LibreOffice draws the words of a page count as they are cached, so the count has to be settled first.
    """
    pdf = docx_to_pdf(docx, name)
    settled = cache_page_count(docx, pdf.pages, cardinal(pdf.pages))
    if motor is Motor.LIBREOFFICE:
        pdf = docx_to_pdf(settled, name, motor)
        settled = cache_page_count(docx, pdf.pages, cardinal(pdf.pages))
    return Settled(settled, pdf)
