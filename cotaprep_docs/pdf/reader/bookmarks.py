"""Bookmarks of the body, where something in the document may lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.reader.values import W, attribute

_LINK: Final = b"anchor="
_FIELDS: Final = (b"instrText", b"fldSimple")


def wanted_bookmarks(data: bytes, root: etree._Element) -> Mapping[str, str]:
    """Return the names of the bookmarks by their name without capitals; none where nothing leads to any."""
    if _LINK not in data and not any(sign in data for sign in _FIELDS):
        return {}
    names = (attribute(element, "name") for element in root.iter(W + "bookmarkStart"))
    return {name.casefold(): name for name in names if name}
