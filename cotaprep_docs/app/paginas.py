"""DOCX to PDF, and the page numbers that both of them show.

Page numbers and tables of contents are fields: Word computes them when it prints, our engine when it draws.
What the file holds until then is a cached result, which must be right too, for whoever reads the DOCX
without recomputing.
"""

from __future__ import annotations

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.problem_kinds import UNDECIDED_CHANGES
from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.ooxml.revisions import Changes
from cotaprep_docs.pdf.convert import PdfDocument, convert
from cotaprep_docs.pdf.fields.refresh import refresh_docx
from cotaprep_docs.pdf.model.numbers import format_number, switch_format
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Settled:
    """A DOCX whose cached page numbers are those of its PDF."""

    docx: bytes
    pdf: PdfDocument


def docx_to_pdf(
    docx: bytes,
    name: str,
    motor: Motor = Motor.PROPIO,
    cambios: Cambios | None = None,
    *,
    definitivo: bool = False,
) -> PdfDocument:
    """Return the PDF of a DOCX.

    Args:
        docx: the file.
        name: its name, for the place of problems.
        motor: who makes the PDF.
        cambios: what to do with changes that nobody decided on; None if nobody said: they are accepted.
        definitivo: the DOCX is a definitive one: where nobody said what to do with its changes, the PDF of
            our engine says on each page that it has some.

    Raises:
        UnreadableInput: the bytes are no DOCX.
        MissingResource: LibreOffice was asked for and is not installed, or did not make it.
    """
    changes = Changes(str(cambios or Cambios.ACEPTAR))
    if motor is Motor.PROPIO:
        return convert(docx, name=name, changes=changes, warn=definitivo and cambios is None)
    # Here and not above: hardly anybody asks for it.
    from cotaprep_docs.pdf.office import convert_with_office  # noqa: PLC0415

    return convert_with_office(docx, name=name, changes=changes)


def undecided_changes(
    name: str, pdf: PdfDocument, cambios: Cambios | None, *, definitivo: bool
) -> tuple[Problem, ...]:
    """Return why the PDF of a definitive DOCX is a draft: it has changes that nobody decided on."""
    if not definitivo or not pdf.changes or cambios is not None:
        return ()
    return (UNDECIDED_CHANGES.at(FileLocation(name), archivo=name),)


def settle_pages(docx: bytes, name: str, motor: Motor = Motor.PROPIO) -> Settled:
    """Return the DOCX with its contents and the page numbers its own PDF has, and that PDF.

    LibreOffice draws the words of a page count as they are cached, so the count has to be settled first.
    """
    docx = refresh_docx(docx)
    pdf = docx_to_pdf(docx, name)
    settled = _cache(docx, pdf)
    if motor is Motor.LIBREOFFICE:
        pdf = docx_to_pdf(settled, name, motor)
        settled = _cache(settled, pdf)
    return Settled(settled, pdf)


def _cache(docx: bytes, pdf: PdfDocument) -> bytes:
    """Return the DOCX with the page numbers of a PDF as the cached results of its fields."""
    # Here and not above: the PDF of somebody's DOCX leaves the DOCX as it is.
    from cotaprep_docs.ooxml.fields import cache_results  # noqa: PLC0415

    places = {name.casefold(): number for name, number in pdf.references.items()}

    def result(instruction: Instruction) -> str | None:
        form = switch_format(instruction.formats)
        if instruction.name == "NUMPAGES":
            return format_number(pdf.pages, form or "decimal")
        place = places.get(instruction.argument.casefold())
        return None if place is None or instruction.has(r"\p") else place.text(form)

    return cache_results(docx, ("NUMPAGES", "PAGEREF"), result)
