"""All fields of a DOCX whose results follow from its own text, brought up to date in the DOCX.

What follows from its pages (PAGEREF, NUMPAGES) is the layout's. What follows from a clock, a user or a file
(DATE, SAVEDATE, FILENAME, AUTHOR…) stays as it was written: an act must not change by being printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cotaprep_docs.ooxml.package import Package, read_package, serialize_xml, write_package
from cotaprep_docs.pdf.reader.document import main_part
from cotaprep_docs.records import unchecked

_SIGNS: Final = (b"TOC", b"SEQ ", b"REF ")


@unchecked(frozen=True, slots=True)
class Refreshed:
    """The parts with their fields up to date.

    Attributes:
        parts: of the package.
        lost: bookmarks that fields name and that are not there.
        empty: how many tables of contents find nothing to list.
    """

    parts: Mapping[str, bytes]
    lost: tuple[str, ...] = ()
    empty: int = 0


def refresh_fields(package: Package, main: str) -> Refreshed:
    """Return the parts of a DOCX with the sequences, references and contents of its body up to date.

    Args:
        package: the DOCX.
        main: the name of its main part.

    Raises:
        BadPackage: the main part is no well-formed XML.
    """
    data = package.parts[main]
    if not _may_follow(data):
        return Refreshed(package.parts)
    # Here and not above: the documents that have such fields are few.
    from cotaprep_docs.pdf.fields.body import refresh_body  # noqa: PLC0415

    body = refresh_body(package, main)
    if body.changed is None:
        return Refreshed(package.parts, body.lost, body.empty)
    return Refreshed({**package.parts, main: serialize_xml(body.changed)}, body.lost, body.empty)


def _may_follow(data: bytes) -> bool:
    """Tell whether a part may hold fields that follow from its text, at the cost of a look at its bytes."""
    if b"instrText" not in data and b"fldSimple" not in data:
        return False
    capitals = data.upper()
    return any(sign in capitals for sign in _SIGNS)


def refresh_docx(docx: bytes) -> bytes:
    """Return a DOCX with its fields up to date; the very same bytes where none had to change."""
    package = read_package(docx)
    refreshed = refresh_fields(package, main_part(package))
    return docx if refreshed.parts is package.parts else write_package(refreshed.parts)
