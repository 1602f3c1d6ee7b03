"""What a document says of itself: title, language, dates, all given and none taken from a clock."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import serialize_xml
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.values import legal

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_APP_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@dataclasses.dataclass(frozen=True, slots=True)
class Paper:
    """A paper size, upright, in twentieths of a point: Letter is ``Paper(12240, 15840)``."""

    width: int
    height: int


@dataclasses.dataclass(frozen=True, slots=True)
class DocumentProperties:
    """The properties of one document.

    Attributes:
        title: its title; PDF readers show it.
        created: when its content dates from; never the moment of the run.
        subject: a second line, such as the session.
        creator: the institution.
        keywords: such as ``EJEMPLO`` or ``BORRADOR``.
        modified: as `created` where not given.
        language: its language.
        paper: paper size instead of the template's.
    """

    title: str
    created: dt.datetime
    subject: str = ""
    creator: str = ""
    keywords: tuple[str, ...] = ()
    modified: dt.datetime | None = None
    language: str = "es-MX"
    paper: Paper | None = None


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
    for name, moment in (
        ("dcterms:created", properties.created),
        ("dcterms:modified", properties.modified or properties.created),
    ):
        element = etree.SubElement(root, qn(name))
        element.set(qn("xsi:type"), "dcterms:W3CDTF")
        element.text = _w3c(moment)
    return root


def _w3c(moment: dt.datetime) -> str:
    """Return a moment as the format wants it; one without zone is written as it stands."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _app() -> etree._Element:
    root = etree.Element(f"{{{_APP_NAMESPACE}}}Properties", nsmap={None: _APP_NAMESPACE})  # type: ignore[dict-item]
    etree.SubElement(root, f"{{{_APP_NAMESPACE}}}Application").text = "cotaprep-docs"
    return root
