"""Where the links and the outline of a PDF lead."""

from __future__ import annotations

import io
from typing import Any

import pikepdf


def links(data: bytes) -> list[tuple[int, str]]:
    """Return for each active area the index of its page and where it leads: an address, or `página N`."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for index, page in enumerate(pdf.pages):
            for area in page.get("/Annots", []):
                assert str(area.Contents)
                if "/Dest" in area:
                    found.append((index, f"página {pages[area.Dest[0].objgen]}"))
                else:
                    found.append((index, str(area.A.URI)))
    return found


def outline_entries(data: bytes) -> list[tuple[str, int]]:
    """Return the entries of the outline of a PDF with the number of their page."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as tree:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        waiting = list(tree.root)
        while waiting:
            entry = waiting.pop(0)
            target: Any = entry.destination
            if isinstance(target, pikepdf.Name | pikepdf.String):
                target = pdf.Root.Dests[pikepdf.Name(str(target))]
            target = target.D if isinstance(target, pikepdf.Dictionary) else target
            found.append((entry.title, pages[target[0].objgen]))
            waiting = [*entry.children, *waiting]
    return found
