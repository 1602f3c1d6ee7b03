"""Where the links of a PDF lead."""

from __future__ import annotations

import io

import pikepdf


def links(data: bytes) -> list[tuple[int, str]]:
    """Return for each active area the index of its page and where it leads: an address, or `página N`."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for index, page in enumerate(pdf.pages):
            for area in page.get("/Annots", []):
                assert str(area.Contents)
                if "/Dest" in area:
                    found.append((index, f"página {pages[area.Dest[0].objgen]}"))
                else:
                    found.append((index, str(area.A.URI)))
    return found
