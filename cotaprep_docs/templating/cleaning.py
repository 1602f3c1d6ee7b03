"""What Word leaves in a file besides its content, taken out before tags are looked for.

Tracked changes are accepted (a deleted tag must not bring its data into a revision mark), comments of the
template's authors do not reach the document, and marks of editing sessions would only differ between runs.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.templating import parts as opc

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SESSION_ATTRIBUTES: Final = frozenset(
    [qn(f"w:{name}") for name in ("rsid", "rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidDel")]
    + [qn(f"w:{name}") for name in ("rsidSect",)]
    + [f"{_W14}paraId", f"{_W14}textId"]
)
REVISION_CONTENT: Final = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
_REVISION_MARKS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
REVISIONS: Final = REVISION_CONTENT | _REVISION_MARKS | {qn("w:cellDel")}
_DROPPED: Final = _REVISION_MARKS | {
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
        "commentReference", "annotationRef",
    )
}  # fmt: skip
_UNWRAPPED: Final = frozenset(qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag"))
_PROPERTIES: Final = frozenset(qn(f"w:{name}") for name in ("rPr", "trPr"))
_SETTINGS_DROPPED: Final = tuple(
    qn(f"w:{name}") for name in ("rsids", "updateFields", "attachedTemplate", "mailMerge", "proofState")
)
_RELATIONS_DROPPED: Final = (
    "/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people", "/attachedTemplate",
    "/glossaryDocument", "/metadata/thumbnail", "/mailMergeSource", "/mailMergeHeaderSource",
)  # fmt: skip


def remove_keeping_tail(element: etree._Element) -> None:
    """Remove an element; lxml would take the text after it along."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        add_text_before(element, element.tail)
        element.tail = None
    parent.remove(element)


def add_text_before(element: etree._Element, text: str) -> None:
    """Put text right before an element, after what is there."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def unwrap(element: etree._Element) -> None:
    """Replace an element by its children."""
    parent = element.getparent()
    if parent is not None:
        position = parent.index(element)
        parent[position : position + 1] = list(element)


def clean_story(root: etree._Element) -> None:
    """Accept the tracked changes of a part and drop comments, session marks and proofing marks."""
    _accept_deleted_rows(root)
    _accept_deleted_paragraph_marks(root)
    for element in list(root.iter("*")):
        for name in _SESSION_ATTRIBUTES.intersection(element.keys()):
            del element.attrib[name]
        _clean_element(element)
    _drop_empty_runs_of_comments(root)


def _clean_element(element: etree._Element) -> None:
    tag = element.tag
    parent = element.getparent()
    if parent is None:
        return
    if tag in _UNWRAPPED and parent.tag not in _PROPERTIES:
        for properties in element.findall(qn("w:smartTagPr")):
            element.remove(properties)
        unwrap(element)
    elif tag in _DROPPED or tag in _UNWRAPPED or _is_last_place(element):
        remove_keeping_tail(element)


def _is_last_place(element: etree._Element) -> bool:
    return element.tag == qn("w:bookmarkStart") and element.get(qn("w:name")) == "_GoBack"


def _accept_deleted_rows(root: etree._Element) -> None:
    for row in list(root.iter(qn("w:tr"))):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            remove_keeping_tail(row)
    for cell in list(root.iter(qn("w:tc"))):
        if cell.find(f"{qn('w:tcPr')}/{qn('w:cellDel')}") is not None:
            remove_keeping_tail(cell)


def _accept_deleted_paragraph_marks(root: etree._Element) -> None:
    for paragraph in list(root.iter(qn("w:p"))):
        marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if marks is None or all(marks.find(qn(f"w:{name}")) is None for name in ("del", "moveFrom")):
            continue
        following = paragraph.getnext()
        if following is None or following.tag != qn("w:p"):
            continue
        start = 1 if following.find(qn("w:pPr")) is not None else 0
        following[start:start] = [child for child in paragraph if child.tag != qn("w:pPr")]
        remove_keeping_tail(paragraph)


def _drop_empty_runs_of_comments(root: etree._Element) -> None:
    for run in list(root.iter(qn("w:r"))):
        if all(child.tag == qn("w:rPr") for child in run):
            remove_keeping_tail(run)


def clean_package(parts: MutableMapping[str, bytes], document: str) -> None:
    """Drop from a template's package what is not part of the documents made with it."""
    for part in (opc.ROOT, document, opc.related_part(parts, document, opc.REL_SETTINGS)):
        relationships = opc.read_relationships(parts, part)
        kept = {
            key: relationship
            for key, relationship in relationships.items()
            if not relationship.type.endswith(_RELATIONS_DROPPED)
        }
        if kept != relationships:
            opc.write_relationships(parts, part, kept)
    _clean_settings(parts, opc.related_part(parts, document, opc.REL_SETTINGS))
    _clean_styles(parts, opc.related_part(parts, document, opc.REL_STYLES))
    opc.drop_unreachable(parts)


def _clean_settings(parts: MutableMapping[str, bytes], name: str) -> None:
    if not name:
        return
    root = parse_xml(parts[name], name)
    for child in list(root):
        if child.tag in _SETTINGS_DROPPED:
            root.remove(child)
    parts[name] = serialize_xml(root)


def _clean_styles(parts: MutableMapping[str, bytes], name: str) -> None:
    if not name:
        return
    root = parse_xml(parts[name], name)
    for rsid in list(root.iter(qn("w:rsid"))):
        remove_keeping_tail(rsid)
    parts[name] = serialize_xml(root)
