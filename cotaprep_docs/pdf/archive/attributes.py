"""Attributes of structure elements (ISO 32000-1, 14.8.5): spans and scopes of cells, numbering of lists."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from cotaprep_docs.pdf.tags.element import Element
from cotaprep_docs.pdf.tags.marks import Box


def attributes(element: Element, box: Box | None) -> Dictionary | None:
    """Return the attributes of an element, or None where it needs none; `box` is where a picture stands."""
    if element.kind in {"TH", "TD"}:
        return _cell(element)
    if element.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    if element.kind == "Table" and element.summary:
        return Dictionary(O=Name.Table, Summary=String(element.summary))
    if element.kind == "Figure" and box is not None:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(side, 2) for side in box]))
    return None


def _cell(element: Element) -> Dictionary | None:
    said: dict[str, Any] = {"/Scope": Name("/" + element.scope)} if element.scope else {}
    if element.columns > 1:
        said["/ColSpan"] = element.columns
    if element.rows > 1:
        said["/RowSpan"] = element.rows
    return Dictionary({"/O": Name.Table, **said}) if said else None
