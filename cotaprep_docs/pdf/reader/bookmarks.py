"""Bookmarks of the body, where something in the document may lead to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.reader.values import W, attribute

_LEADS: Final = re.compile(rb"\banchor=|\b(?:PAGEREF|REF|HYPERLINK)\b", re.IGNORECASE)


def wanted_bookmarks(data: bytes, root: etree._Element) -> Mapping[str, str]:
    """Return the names of the bookmarks by their name without capitals; none where nothing leads to any."""
    if not _LEADS.search(data):
        return {}
    names = (attribute(element, "name") for element in root.iter(W + "bookmarkStart"))
    return {name.casefold(): name for name in names if name}
