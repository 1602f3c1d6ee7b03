"""What reportlab leaves in fonts that an archive does not take."""

from __future__ import annotations

import re
from typing import Final

import pikepdf

_NOTHING: Final = re.compile(rb"<[0-9A-F]{2}> <0000>\n")
_BLOCK: Final = re.compile(rb"\d+ beginbfchar\n(.*?)endbfchar\n", re.DOTALL)
_ENTRY: Final = re.compile(rb"(<[0-9A-F]{2}>) <([0-9A-F]+)>\n")
_MOST: Final = 100


def repair_unicode_maps(pdf: pikepdf.Pdf) -> None:
    """Drop the codes not used from the maps to Unicode, where they would mean the character U+0000."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/ToUnicode" in item:
            stream = item["/ToUnicode"]
            stream.write(_repaired(stream.read_raw_bytes()))


def _entry(found: re.Match[bytes]) -> bytes:
    """Return an entry with its character as UTF-16, also beyond the first plane."""
    character = chr(int(found[2], 16)).encode("utf-16-be", "surrogatepass")
    return found[1] + b" <" + character.hex().upper().encode() + b">\n"


def _repaired(cmap: bytes) -> bytes:
    match = _BLOCK.search(cmap)
    if match is None:
        return cmap
    entries = [_entry(found) for found in _ENTRY.finditer(_NOTHING.sub(b"", match[1]))]
    # One block may hold a hundred entries (Adobe Technical Note 5014).
    blocks = (entries[index : index + _MOST] for index in range(0, len(entries), _MOST))
    body = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
    return cmap[: match.start()] + body + cmap[match.end() :]
