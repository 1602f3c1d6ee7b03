"""The fields of the body of a DOCX, each with the result that follows from its text."""

from __future__ import annotations

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.pdf.fields.contents import Region, collect_lines
from cotaprep_docs.pdf.fields.contents_writer import is_current, write_lines
from cotaprep_docs.pdf.fields.outline import Outline
from cotaprep_docs.pdf.fields.references import fill_references
from cotaprep_docs.pdf.fields.sequence import number_sequences
from cotaprep_docs.records import unchecked


@unchecked(frozen=True, slots=True)
class Body:
    """A body with its fields up to date.

    Attributes:
        changed: the root of its part; None where nothing had to change.
        lost: bookmarks that fields name and that are not there.
        empty: how many tables of contents find nothing to list.
    """

    changed: etree._Element | None
    lost: tuple[str, ...]
    empty: int


def refresh_body(package: Package, main: str) -> Body:
    """Return the body of a DOCX with its sequences, references and contents up to date.

    Args:
        package: the DOCX.
        main: the name of its main part.

    Raises:
        BadPackage: the main part is no well-formed XML.
    """
    outline = Outline(package, main, package.xml(main))
    changed = number_sequences(outline)
    filled, lost = fill_references(outline)
    rebuilt, empty = _contents(outline)
    # A table of contents that was rebuilt names no bookmark that is not there.
    names = tuple(dict.fromkeys(name for name in lost if name.casefold() not in outline.bookmarks))
    if rebuilt:
        names = tuple(name for name in names if name in _named(outline))
    return Body(outline.root if changed or filled or rebuilt else None, names, empty)


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
