"""Sheets of unreasonable size: what says nothing is taken out, what is too much is refused, both at once.

People format whole columns and whole rows; the sheet then has a million rows with nothing in them, which
take ten seconds to parse and a tenth of a second to pass over as bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cotaprep_docs.ooxml.package import BadPackage, PackageFault

MAX_TAGS = 8_000_000
"""Tags of all sheets that are read of one workbook: 2 million cells, thirty columns of 60,000 rows."""
MAX_ROW_TAGS = 100_000
"""Tags of one row: all 16,384 columns of Excel, each with a value and a formula."""

_LARGE = 1 << 20
_ATTRIBUTES = rb'(?:\s+[\w:.]+="[^"<>]*")*\s*'
_BLANK_CELL = re.compile(rb"<c" + _ATTRIBUTES + rb"/>")
_BLANK_ROW = re.compile(rb"<row" + _ATTRIBUTES + rb"(?:/>|>\s*</row>)")
# An element without its own place takes the one after the element before, which so must stay.
_PLACELESS = re.compile(rb'<(?:c|row)(?=[\s/>])(?![^>]*\sr=")')
_OTHER_TEXTS = (b"<![CDATA[", b"<!--", b"<!DOCTYPE")


def reasonable_sheet(data: bytes, budget: int = MAX_TAGS) -> bytes:
    """Return a sheet's part; without its blank rows and cells where it is large.

    Args:
        data: the part.
        budget: how many tags it may have left.

    Raises:
        BadPackage: it is too large even so.
    """
    if len(data) > _LARGE:
        data = _thin(data)
        if max(row.count(b"<") for row in data.split(b"row>")) > MAX_ROW_TAGS:
            raise BadPackage(PackageFault.TOO_LARGE)
    if data.count(b"<") > budget:
        raise BadPackage(PackageFault.TOO_LARGE)
    return data


def _thin(data: bytes) -> bytes:
    if any(mark in data for mark in _OTHER_TEXTS) or _PLACELESS.search(data):
        return data
    return b"".join(_BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", piece)) for piece in _pieces(data))


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield the data in pieces that end with a tag: a substitution keeps all it finds in memory."""
    start = 0
    while start < len(data):
        end = data.find(b">", start + _LARGE) + 1 or len(data)
        yield data[start:end]
        start = end
