"""The parts of a document that hold text, named as people name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.records import record
from cotaprep_docs.templating import parts as opc

BODY: Final = "cuerpo"
_KINDS: Final = {
    (opc.REL_HEADER, "default"): "encabezado",
    (opc.REL_HEADER, "first"): "encabezado de la primera página",
    (opc.REL_HEADER, "even"): "encabezado de páginas pares",
    (opc.REL_FOOTER, "default"): "pie",
    (opc.REL_FOOTER, "first"): "pie de la primera página",
    (opc.REL_FOOTER, "even"): "pie de páginas pares",
}
_NOTES: Final = {opc.REL_FOOTNOTES: "notas al pie", opc.REL_ENDNOTES: "notas finales"}
REFERENCES: Final = {qn("w:headerReference"): opc.REL_HEADER, qn("w:footerReference"): opc.REL_FOOTER}
_IGNORABLE: Final = f"{{{NAMESPACES['mc']}}}Ignorable"


@record(frozen=True, slots=True)
class Story:
    """One part with text.

    Attributes:
        part: its name in the package.
        title: what people call it.
        kind: its relationship to the document; empty for the body.
    """

    part: str
    title: str
    kind: str = ""


def stories(parts: Mapping[str, bytes], document: str, root: etree._Element) -> Iterator[Story]:
    """Yield the body, then headers and footers in use, then notes."""
    yield Story(document, BODY)
    relationships = opc.read_relationships(parts, document)
    seen: set[str] = set()
    for reference in root.iter(*REFERENCES):
        kind = REFERENCES[reference.tag]
        relationship = relationships.get(reference.get(qn("r:id"), ""))
        part = opc.resolve(document, relationship.target) if relationship else ""
        if part in parts and part not in seen:
            seen.add(part)
            yield Story(part, _KINDS.get((kind, reference.get(qn("w:type"), "default")), "encabezado"), kind)
    for kind, title in _NOTES.items():
        part = opc.related_part(parts, document, kind)
        if part:
            yield Story(part, title, kind)


def parse_story(parts: Mapping[str, bytes], part: str) -> etree._Element:
    """Return a part parsed, its root ready to hold the content controls of Word 2012."""
    root = parse_xml(parts[part], part)
    ignorable = (root.get(_IGNORABLE) or "").split()
    if root.nsmap.get("w15") == NAMESPACES["w15"] and "w15" in ignorable:
        return root
    # lxml cannot declare a namespace on an element that exists: its children move to a new one.
    names = {**root.nsmap, "mc": NAMESPACES["mc"], "w15": NAMESPACES["w15"]}
    made = etree.Element(root.tag, nsmap=names)  # type: ignore[arg-type]
    for name in root.keys():  # noqa: SIM118 - an element iterates over its children
        made.set(name, root.get(name, ""))
    made.text = root.text
    made.extend(list(root))
    made.set(_IGNORABLE, " ".join([*(name for name in ignorable if name != "w15"), "w15"]))
    return made
