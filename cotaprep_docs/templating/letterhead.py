"""The letterhead put on a template: page set-up, headers and footers of one file, text of the other."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.stories import REFERENCES

PREFIX: Final = "membrete-"
_SECTION: Final = qn("w:sectPr")
_SIZE, _MARGINS, _TITLE_PAGE = qn("w:pgSz"), qn("w:pgMar"), qn("w:titlePg")
_EVEN_AND_ODD: Final = qn("w:evenAndOddHeaders")
_STYLE_REFERENCES: Final = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_STYLE_LINKS: Final = (qn("w:basedOn"), qn("w:next"), qn("w:link"))
# Elements of settings.xml that may come before evenAndOddHeaders (ECMA-376 Part 1, 17.15.1.78).
_BEFORE_EVEN_AND_ODD: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
        "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
        "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "stylePaneFormatFilter", "stylePaneSortMethod",
        "documentType", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting",
        "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop",
        "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
        "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle",
    )
)  # fmt: skip


def last_section(root: etree._Element) -> etree._Element | None:
    """Return the properties of a document's last section."""
    return root.find(f"{qn('w:body')}/{_SECTION}")


def apply_letterhead(
    parts: MutableMapping[str, bytes], document: str, letterhead: Mapping[str, bytes], source: str
) -> dict[str, str]:
    """Give a template the page set-up, headers and footers of a letterhead.

    Args:
        parts: the template's package, changed in place.
        document: its main part.
        letterhead: the letterhead's package.
        source: the letterhead's main part.

    Returns:
        The names of the header and footer parts that came in, with their names in the letterhead.
    """
    root = parse_xml(parts[document], document)
    pattern = last_section(parse_xml(letterhead[source], source))
    if pattern is None:
        return {}
    _drop_own(parts, document, root)
    types, foreign_types = opc.ContentTypes(parts), opc.ContentTypes(letterhead)
    carried = _carry_headers(parts, letterhead, source)
    for name, origin in carried.items():
        types.set(name, foreign_types.get(origin))
    _set_up_pages(root, pattern, _references(parts, document, pattern, letterhead, source))
    parts[document] = serialize_xml(root)
    _carry_even_and_odd(parts, document, letterhead, source)
    _carry_styles(parts, document, letterhead, source, carried)
    types.write(parts)
    opc.drop_unreachable(parts)
    return {name: origin for name, origin in carried.items() if foreign_types.get(origin).endswith("er+xml")}


def _drop_own(parts: MutableMapping[str, bytes], document: str, root: etree._Element) -> None:
    for reference in list(root.iter(*REFERENCES)):
        parent = reference.getparent()
        if parent is not None:
            parent.remove(reference)
    kept = {
        key: relationship
        for key, relationship in opc.read_relationships(parts, document).items()
        if relationship.type not in {opc.REL_HEADER, opc.REL_FOOTER}
    }
    opc.write_relationships(parts, document, kept)


def _header_targets(
    pattern: etree._Element, letterhead: Mapping[str, bytes], source: str
) -> Iterator[tuple[etree._Element, str]]:
    relationships = opc.read_relationships(letterhead, source)
    for reference in pattern.iter(*REFERENCES):
        relationship = relationships.get(reference.get(qn("r:id"), ""))
        if relationship is not None:
            yield reference, opc.resolve(source, relationship.target)


def _carried_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, f"{PREFIX}{name}")


def _carry_headers(
    parts: MutableMapping[str, bytes], letterhead: Mapping[str, bytes], source: str
) -> dict[str, str]:
    """Copy the headers and footers in use and all they relate to; return new names and old."""
    pattern = last_section(parse_xml(letterhead[source], source))
    queue = [part for _, part in _header_targets(pattern, letterhead, source)] if pattern is not None else []
    carried: dict[str, str] = {}
    while queue:
        origin = queue.pop(0)
        name = _carried_name(origin)
        if name in carried or origin not in letterhead:
            continue
        carried[name] = origin
        parts[name] = letterhead[origin]
        relationships = {}
        for key, relationship in opc.read_relationships(letterhead, origin).items():
            if relationship.external:
                relationships[key] = relationship
                continue
            target = opc.resolve(origin, relationship.target)
            queue.append(target)
            place = opc.relative(name, _carried_name(target))
            relationships[key] = opc.Relationship(key, relationship.type, place)
        opc.write_relationships(parts, name, relationships)
    return carried


def _references(
    parts: MutableMapping[str, bytes],
    document: str,
    pattern: etree._Element,
    letterhead: Mapping[str, bytes],
    source: str,
) -> list[etree._Element]:
    made = []
    for reference, origin in _header_targets(pattern, letterhead, source):
        kind = REFERENCES[reference.tag]
        new = copy.deepcopy(reference)
        new.set(qn("r:id"), opc.add_relationship(parts, document, kind, _carried_name(origin)))
        made.append(new)
    return made


def _set_up_pages(root: etree._Element, pattern: etree._Element, references: list[etree._Element]) -> None:
    sections = list(root.iter(_SECTION))
    for section in sections:
        _set_page(section, pattern)
    if not sections:
        return
    first = sections[0]
    # Later sections without references of their own take those of the section before.
    first[0:0] = references
    for old in first.findall(_TITLE_PAGE):
        first.remove(old)
    title_page = pattern.find(_TITLE_PAGE)
    if title_page is not None:
        _insert_title_page(first, copy.deepcopy(title_page))


_AFTER_TITLE_PAGE: Final = tuple(
    qn(f"w:{name}")
    for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
)


def _insert_title_page(section: etree._Element, element: etree._Element) -> None:
    following = next((child for child in section if child.tag in _AFTER_TITLE_PAGE), None)
    if following is None:
        section.append(element)
    else:
        following.addprevious(element)


def _set_page(section: etree._Element, pattern: etree._Element) -> None:
    size = section.find(_SIZE)
    landscape = size is not None and size.get(qn("w:orient")) == "landscape"
    for name in (_SIZE, _MARGINS):
        model, old = pattern.find(name), section.find(name)
        if model is None:
            continue
        new = copy.deepcopy(model)
        if name == _SIZE and landscape and new.get(qn("w:orient")) != "landscape":
            turn(new)
        if old is not None:
            section.replace(old, new)
        else:
            _insert_page_element(section, new)


def _insert_page_element(section: etree._Element, element: etree._Element) -> None:
    before = {
        qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
    }
    if element.tag == _MARGINS:
        before.add(_SIZE)
    position = next((index for index, child in enumerate(section) if child.tag not in before), len(section))
    section.insert(position, element)


def turn(size: etree._Element) -> None:
    """Make a page size lie on its side."""
    width, height = size.get(qn("w:w"), ""), size.get(qn("w:h"), "")
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")


def _carry_even_and_odd(
    parts: MutableMapping[str, bytes], document: str, letterhead: Mapping[str, bytes], source: str
) -> None:
    name = opc.related_part(parts, document, opc.REL_SETTINGS)
    other = opc.related_part(letterhead, source, opc.REL_SETTINGS)
    if not name:
        return
    root = parse_xml(parts[name], name)
    for old in root.findall(_EVEN_AND_ODD):
        root.remove(old)
    found = parse_xml(letterhead[other], other).find(_EVEN_AND_ODD) if other else None
    if found is not None:
        position = sum(1 for child in root if child.tag in _BEFORE_EVEN_AND_ODD)
        root.insert(position, copy.deepcopy(found))
    parts[name] = serialize_xml(root)


def styles_by_id(parts: Mapping[str, bytes], document: str) -> dict[str, etree._Element]:
    """Return the styles of a document by their id."""
    name = opc.related_part(parts, document, opc.REL_STYLES)
    if not name:
        return {}
    root = parse_xml(parts[name], name)
    return {style.get(qn("w:styleId"), ""): style for style in root.findall(qn("w:style"))}


def used_styles(root: etree._Element) -> set[str]:
    """Return the ids of the styles a part names."""
    return {reference.get(qn("w:val"), "") for reference in root.iter(*_STYLE_REFERENCES)}


def needed_styles(wanted: set[str], styles: Mapping[str, etree._Element]) -> list[str]:
    """Return style ids with all they are based on or linked to, those not defined left out."""
    needed: list[str] = []
    queue = sorted(wanted)
    while queue:
        style = queue.pop(0)
        if style in needed or style not in styles:
            continue
        needed.append(style)
        queue.extend(
            link.get(qn("w:val"), "") for name in _STYLE_LINKS for link in styles[style].findall(name)
        )
    return needed


def _carry_styles(
    parts: MutableMapping[str, bytes],
    document: str,
    letterhead: Mapping[str, bytes],
    source: str,
    carried: Mapping[str, str],
) -> None:
    name = opc.related_part(parts, document, opc.REL_STYLES)
    if not name:
        return
    theirs = styles_by_id(letterhead, source)
    root = parse_xml(parts[name], name)
    ours = {style.get(qn("w:styleId"), "") for style in root.findall(qn("w:style"))}
    used: set[str] = set()
    for part in carried:
        if part.endswith(".xml"):
            used |= used_styles(parse_xml(parts[part], part))
    for style in needed_styles(used, theirs):
        if style not in ours:
            new = copy.deepcopy(theirs[style])
            new.attrib.pop(qn("w:default"), "")
            root.append(new)
    parts[name] = serialize_xml(root)
