"""All fields of a DOCX whose results follow from its own text, brought up to date in the DOCX.

What follows from its pages (PAGEREF, NUMPAGES) is the layout's. What follows from a clock, a user or a file
(DATE, SAVEDATE, FILENAME, AUTHOR…) stays as it was written: an act must not change by being printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package, read_package, serialize_xml, write_package
from cotaprep_docs.pdf.fields.contents import Region, collect_lines
from cotaprep_docs.pdf.fields.contents_writer import is_current, write_lines
from cotaprep_docs.pdf.fields.outline import Outline
from cotaprep_docs.pdf.fields.references import fill_references
from cotaprep_docs.pdf.fields.sequence import number_sequences
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
    outline = Outline(package, main, package.xml(main))
    changed = number_sequences(outline)
    filled, lost = fill_references(outline)
    rebuilt, empty = _contents(outline)
    # A table of contents that was rebuilt names no bookmark that is not there.
    names = tuple(dict.fromkeys(name for name in lost if name.casefold() not in outline.bookmarks))
    if rebuilt:
        names = tuple(name for name in names if name in _named(outline))
    if not (changed or filled or rebuilt):
        return Refreshed(package.parts, names, empty)
    return Refreshed({**package.parts, main: serialize_xml(outline.root)}, names, empty)


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


def _contents(outline: Outline) -> tuple[bool, int]:
    """Rebuild the tables of contents that do not list what they should.

    Returns:
        Whether any was rebuilt, and how many find nothing to list.
    """
    changed, empty = False, 0
    for field in [field for field in outline.fields if not (field.inner or field.locked)]:
        instruction = field.instruction
        region = Region.of(field) if instruction.name == "TOC" else None
        if region is None:
            continue
        known = len(outline.bookmarks)
        lines = collect_lines(region, instruction, outline)
        empty += not lines
        changed |= len(outline.bookmarks) != known
        if lines and not is_current(region, lines):
            write_lines(region, lines, instruction, outline)
            changed = True
    return changed, empty


def _named(outline: Outline) -> frozenset[str]:
    """Return the words that stand in instructions now."""
    texts = ((element.text or "").split() for element in outline.root.iter(qn("w:instrText")))
    simple = (element.get(qn("w:instr"), "").split() for element in outline.root.iter(qn("w:fldSimple")))
    return frozenset(word.strip('"') for words in (*texts, *simple) for word in words)
