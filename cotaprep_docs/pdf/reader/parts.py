"""Parts of the package and how they refer to each other."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Mapping

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.ooxml.package import BadPackage, Package
from cotaprep_docs.pdf.problem_kinds import DAMAGED, MISSING_PART
from cotaprep_docs.pdf.reader.cascade import Cascade
from cotaprep_docs.pdf.reader.colors import Palette
from cotaprep_docs.pdf.reader.note_book import NoteBook
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.signatures import SignatureFinder
from cotaprep_docs.records import unchecked

_REL = "{" + NAMESPACES["rel"] + "}"


@unchecked(frozen=True, slots=True)
class Relation:
    """A relationship: its type's last word, the part or address it leads to."""

    kind: str
    target: str
    external: bool


def read_relations(package: Package, part: str) -> Mapping[str, Relation]:
    """Return the relationships of a part by id; ``""`` is the package itself."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", name + ".rels")
    try:
        root = package.xml_or_none(path)
    except BadPackage:
        root = None
    relations: dict[str, Relation] = {}
    for element in () if root is None else root.iterchildren(_REL + "Relationship"):
        target = str(element.get("Target", ""))
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(element.get("Type", "")).rpartition("/")[2]
        relations[str(element.get("Id", ""))] = Relation(kind, target, external)
    return relations


def optional_part(package: Package, part: str, notices: Notices) -> etree._Element | None:
    """Return a part parsed; None, and said, where it is missing or damaged."""
    if not part:
        return None
    try:
        return package.xml(part)
    except KeyError:
        notices.add(MISSING_PART, part=part)
    except BadPackage:
        notices.add(MISSING_PART, part=part + " (" + DAMAGED.code + ")")
    return None


@unchecked(slots=True)
class Source:
    """What every reader of one document shares.

    Attributes:
        package: the parts.
        cascade: resolves formatting.
        fonts: theme fonts by theme name.
        notices: what could not be carried.
        images: pictures met so far, by part name.
        notes: foot- and endnotes.
        tab_interval: distance of the default tab stops.
        palette: the colours of the theme.
        outdent_tables: tables hang into the margin, as before Word 2013.
        wraps: there is something floating that text goes around.
        tags: how many places in the structure were given so far.
        bookmarks: names of the bookmarks of the body, by their name without capitals; empty where nothing
            leads to any.
        running_styles: ids of the styles that headers and footers quote, met so far.
        signatures: the signature lines, once the body is known.
    """

    package: Package
    cascade: Cascade
    fonts: Mapping[str, str]
    notices: Notices
    tab_interval: int = 720
    outdent_tables: bool = True
    images: dict[str, bytes] = dataclasses.field(default_factory=dict)
    notes: NoteBook = dataclasses.field(default_factory=NoteBook)
    palette: Palette = dataclasses.field(default_factory=Palette)
    wraps: bool = False
    tags: int = 0
    bookmarks: Mapping[str, str] = dataclasses.field(default_factory=dict)
    running_styles: set[str] = dataclasses.field(default_factory=set)
    signatures: SignatureFinder | None = None

    def next_tag(self) -> int:
        """Return a place in the structure that nothing else has."""
        self.tags += 1
        return self.tags
