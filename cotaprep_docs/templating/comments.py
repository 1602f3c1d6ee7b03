"""The comments of a generated document: one per gap, naming the cell to fill."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import serialize_xml
from cotaprep_docs.prose.prose import Gap
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.values import legal

AUTHOR: Final = "cotaprep-docs"
INITIALS: Final = "CD"
PART: Final = "word/comments.xml"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """The comments part of one document, without dates: they would differ between runs."""

    def __init__(self) -> None:
        self._root = etree.Element(qn("w:comments"), nsmap={"w": NAMESPACES["w"]})

    def add(self, gap: Gap) -> int:
        """Add the comment of a gap and return its number."""
        number = len(self._root)
        comment = etree.SubElement(self._root, qn("w:comment"))
        comment.set(qn("w:id"), str(number))
        comment.set(qn("w:author"), AUTHOR)
        comment.set(qn("w:initials"), INITIALS)
        for line in (f"Falta capturar: {gap.label}. Celda: {gap.location}", gap.hint):
            if line:
                _add_paragraph(comment, line)
        return number

    def write(self, parts: MutableMapping[str, bytes], document: str, types: opc.ContentTypes) -> None:
        """Put the part in the package, if there is any comment."""
        if not len(self._root):
            return
        parts[PART] = serialize_xml(self._root)
        types.set(PART, opc.TYPE_COMMENTS)
        opc.add_relationship(parts, document, opc.REL_COMMENTS, PART)


def _add_paragraph(comment: etree._Element, text: str) -> None:
    run = etree.SubElement(etree.SubElement(comment, qn("w:p")), qn("w:r"))
    element = etree.SubElement(run, qn("w:t"))
    element.set(_SPACE, "preserve")
    element.text = legal(text)
