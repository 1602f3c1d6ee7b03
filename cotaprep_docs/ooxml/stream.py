"""Reading large parts piece by piece, with the same safety as `parse_xml`."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from cotaprep_docs.ooxml.package import BadPackage, PackageFault


def iter_elements(data: bytes, *names: str, part: str = "") -> Iterator[etree._Element]:
    """Yield the elements of those local names, whole, in order; each is emptied when the next is asked for.

    A sheet of a million rows so costs the memory of one.

    Raises:
        BadPackage: not well-formed, or it declares a document type.
    """
    events = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=tuple(f"{{*}}{name}" for name in names),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        for _event, element in events:
            if element.getroottree().docinfo.internalDTD is not None:
                raise BadPackage(PackageFault.BAD_XML, part)
            yield element
            element.clear()
            previous, parent = element.getprevious(), element.getparent()
            if previous is not None and parent is not None:
                parent.remove(previous)
    except etree.XMLSyntaxError as error:
        raise BadPackage(PackageFault.BAD_XML, part) from error
