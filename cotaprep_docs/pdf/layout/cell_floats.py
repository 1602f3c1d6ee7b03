"""What floats in table cells: text goes around it within the cell, and it moves with its row."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from cotaprep_docs.pdf.layout.floats import Hook, float_place, float_size
from cotaprep_docs.pdf.layout.obstacles import arranged, hangs_in_text
from cotaprep_docs.pdf.layout.shapes import Flow
from cotaprep_docs.pdf.layout.slices import Slice
from cotaprep_docs.pdf.model.content import Float, Geometry, Watermark

_HIGH: Final = 1 << 20


def around_in_cell(slices: tuple[Slice, ...], width: int, flow: Flow) -> tuple[Slice, ...]:
    """Return the text of a cell around what floats in it."""
    items = [item for slice_ in slices for item in slice_.floats]
    if not items or not all(map(hangs_in_text, items)):
        return slices
    return arranged(slices, _room(width), flow, (0, 0))


def cell_floats(slices: Sequence[Slice], corner: tuple[int, int], width: int, flow: Flow) -> Iterator[Float]:
    """Yield what floats in a cell whose text starts at a corner of its row, as it hangs on the row."""
    left, y = corner
    for slice_ in slices:
        y += slice_.gap
        for item in slice_.floats:
            yield _on_row(item, Hook(left, y), width, flow)
        y += slice_.height


def _on_row(item: Float, hook: Hook, width: int, flow: Flow) -> Float:
    if isinstance(item, Watermark) or item.anchor is None:
        return item
    anchor = item.anchor
    x, y = float_place(anchor, _room(width), Hook(0, 0), float_size(item, flow))
    if hangs_in_text(dataclasses.replace(item, anchor=dataclasses.replace(anchor, vertical="paragraph"))):
        anchor = dataclasses.replace(anchor, horizontal="column", align_x="", x=hook.left + x)
    if hangs_in_text(dataclasses.replace(item, anchor=dataclasses.replace(item.anchor, horizontal="column"))):
        anchor = dataclasses.replace(anchor, vertical="paragraph", align_y="", y=hook.top + y)
    return dataclasses.replace(item, anchor=anchor)


def _room(width: int) -> Geometry:
    """Return the cell as if it were a page."""
    return Geometry(width=width, height=_HIGH, top=0, right=0, bottom=0, left=0)
