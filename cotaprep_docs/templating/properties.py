"""What a document says of itself: title, language, dates, all given and none taken from a clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import serialize_xml
from cotaprep_docs.records import record
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.values import legal

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_APP_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@record(frozen=True, slots=True)
class DocumentProperties:
    """The properties of one document.

    Attributes:
        title: its title; PDF readers show it.
        date: what its content dates from, never the moment of the run; given as created and as modified.
        subject: a second line, such as the process.
        creator: the institution.
        keywords: such as ``EJEMPLO`` or ``BORRADOR``.
        language: its language.
        paper: width and height of an upright sheet in twentieths of a point, instead of the template's.
    """

    title: str
    date: dt.date
    subject: str = ""
    creator: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "es-MX"
    paper: tuple[int, int] | None = None


def write_properties(
    parts: MutableMapping[str, bytes], types: opc.ContentTypes, properties: DocumentProperties
) -> None:
    """Write the property parts whole; whatever the template had in them does not pass."""
    kept = {
        key: relationship
        for key, relationship in opc.read_relationships(parts, opc.ROOT).items()
        if relationship.type not in {opc.REL_CORE, opc.REL_APP}
    }
    opc.write_relationships(parts, opc.ROOT, kept)
    opc.drop_unreachable(parts)
    parts[_CORE] = serialize_xml(_core(properties))
    parts[_APP] = serialize_xml(_app())
    for kind, part, content_type in (
        (opc.REL_CORE, _CORE, opc.TYPE_CORE),
        (opc.REL_APP, _APP, opc.TYPE_APP),
    ):
        opc.add_relationship(parts, opc.ROOT, kind, part)
        types.set(part, content_type)


def _core(properties: DocumentProperties) -> etree._Element:
    names = {prefix: NAMESPACES[prefix] for prefix in ("cp", "dc", "dcterms", "xsi")}
    root = etree.Element(qn("cp:coreProperties"), nsmap=names)
    for name, text in (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.creator),
        ("cp:keywords", ", ".join(properties.keywords)),
        ("dc:language", properties.language),
        ("cp:lastModifiedBy", properties.creator),
        ("cp:revision", "1"),
    ):
        if text:
            etree.SubElement(root, qn(name)).text = legal(text)
    for name in ("dcterms:created", "dcterms:modified"):
        element = etree.SubElement(root, qn(name))
        element.set(qn("xsi:type"), "dcterms:W3CDTF")
        element.text = f"{properties.date:%Y-%m-%d}T00:00:00Z"
    return root


def _app() -> etree._Element:
    root = etree.Element(f"{{{_APP_NAMESPACE}}}Properties", nsmap={None: _APP_NAMESPACE})  # type: ignore[dict-item]
    etree.SubElement(root, f"{{{_APP_NAMESPACE}}}Application").text = "cotaprep-docs"
    return root
