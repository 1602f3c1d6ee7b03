"""Parts of a package and what ties them: relationships and content types.

ECMA-376 Part 2, clauses 6.5 (relationships) and 6.2.3 (content types).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.records import record

CONTENT_TYPES: Final = "[Content_Types].xml"
ROOT: Final = ""
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS: Final = NAMESPACES["rel"]
_OFFICE: Final = NAMESPACES["r"]
_STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"

REL_DOCUMENT: Final = f"{_OFFICE}/officeDocument"
REL_HEADER: Final = f"{_OFFICE}/header"
REL_FOOTER: Final = f"{_OFFICE}/footer"
REL_FOOTNOTES: Final = f"{_OFFICE}/footnotes"
REL_ENDNOTES: Final = f"{_OFFICE}/endnotes"
REL_COMMENTS: Final = f"{_OFFICE}/comments"
REL_STYLES: Final = f"{_OFFICE}/styles"
REL_SETTINGS: Final = f"{_OFFICE}/settings"
REL_NUMBERING: Final = f"{_OFFICE}/numbering"
REL_APP: Final = f"{_OFFICE}/extended-properties"
REL_CORE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

_WORDPROCESSING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPE_DOCUMENT: Final = f"{_WORDPROCESSING}.document.main+xml"
TYPE_TEMPLATE: Final = f"{_WORDPROCESSING}.template.main+xml"
TYPE_COMMENTS: Final = f"{_WORDPROCESSING}.comments+xml"
TYPE_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE_APP: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


@record(frozen=True, slots=True)
class Relationship:
    """One arrow from a part (or the package) to another part or an address."""

    id: str
    type: str
    target: str
    external: bool = False


def relationships_name(part: str) -> str:
    """Return where the relationships of a part are kept; `ROOT` stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """Return the part a relationship of another part points at."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def relative(part: str, target: str) -> str:
    """Return the target as a relationship of a part writes it."""
    return posixpath.relpath(target, posixpath.dirname(part) or ".")


def read_relationships(parts: Mapping[str, bytes], part: str) -> dict[str, Relationship]:
    """Return the relationships of a part by their id, in file order."""
    name = relationships_name(part)
    if name not in parts:
        return {}
    return {
        element.get("Id", ""): Relationship(
            element.get("Id", ""),
            # Files saved as «Strict» name the same relations under another root.
            element.get("Type", "").replace(_STRICT_OFFICE, _OFFICE),
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )
        for element in parse_xml(parts[name], name)
    }


def write_relationships(
    parts: MutableMapping[str, bytes], part: str, relationships: Mapping[str, Relationship]
) -> None:
    """Replace the relationships of a part; without any, their part goes too."""
    name = relationships_name(part)
    if not relationships:
        parts.pop(name, None)
        return
    root = etree.Element(qn("rel:Relationships"), nsmap={None: _RELATIONSHIPS})  # type: ignore[dict-item]
    for relationship in relationships.values():
        element = etree.SubElement(root, qn("rel:Relationship"))
        element.set("Id", relationship.id)
        element.set("Type", relationship.type)
        element.set("Target", relationship.target)
        if relationship.external:
            element.set("TargetMode", "External")
    parts[name] = serialize_xml(root)


def add_relationship(parts: MutableMapping[str, bytes], part: str, kind: str, target: str) -> str:
    """Relate a part to another and return the new relationship's id."""
    relationships = read_relationships(parts, part)
    number = 1
    while f"rIdCd{number}" in relationships:
        number += 1
    new = Relationship(f"rIdCd{number}", kind, relative(part, target))
    write_relationships(parts, part, relationships | {new.id: new})
    return new.id


def related_parts(parts: Mapping[str, bytes], part: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield id and part name of the relationships of one type that lead to a part that exists."""
    for relationship in read_relationships(parts, part).values():
        target = resolve(part, relationship.target)
        if relationship.type == kind and not relationship.external and target in parts:
            yield relationship.id, target


def related_part(parts: Mapping[str, bytes], part: str, kind: str) -> str:
    """Return the first part so related, or an empty name."""
    return next((target for _, target in related_parts(parts, part, kind)), "")


class ContentTypes:
    """The content types of a package: read, asked, changed, written back."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = parse_xml(parts[CONTENT_TYPES], CONTENT_TYPES)
        self._defaults = {
            element.get("Extension", "").lower(): element.get("ContentType", "")
            for element in root.iter(f"{{{_TYPES}}}Default")
        }
        self._overrides = {
            element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
            for element in root.iter(f"{{{_TYPES}}}Override")
        }

    def get(self, part: str) -> str:
        """Return the content type of a part, empty where none is declared."""
        extension = part.rpartition(".")[2].lower()
        return self._overrides.get(part, self._defaults.get(extension, ""))

    def set(self, part: str, content_type: str) -> None:
        """Declare the content type of a part."""
        if self.get(part) != content_type:
            self._overrides[part] = content_type

    def write(self, parts: MutableMapping[str, bytes]) -> None:
        """Put the declarations in the package, sorted, without those of parts that are gone."""
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
        for extension, content_type in sorted(self._defaults.items()):
            etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
        for part, content_type in sorted(self._overrides.items()):
            if part in parts:
                etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        parts[CONTENT_TYPES] = serialize_xml(root)


def drop_unreachable(parts: MutableMapping[str, bytes]) -> None:
    """Remove parts no relationship leads to: leftovers of what was taken out."""
    reached, queue = {CONTENT_TYPES}, [ROOT]
    while queue:
        part = queue.pop()
        reached.add(relationships_name(part))
        for relationship in read_relationships(parts, part).values():
            target = resolve(part, relationship.target)
            if not relationship.external and target not in reached:
                reached.add(target)
                queue.append(target)
    for name in [name for name in parts if name not in reached]:
        del parts[name]
