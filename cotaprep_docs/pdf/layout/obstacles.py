"""What floats on a page while it is filled: text is laid out around it, tables stand below it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from cotaprep_docs.pdf.layout.floats import Hook
from cotaprep_docs.pdf.layout.shapes import Flow
from cotaprep_docs.pdf.layout.slices import Slice, Zone
from cotaprep_docs.pdf.layout.zones import zone_of
from cotaprep_docs.pdf.model.content import Float, Geometry, Watermark
from cotaprep_docs.records import unchecked

_FAR: Final = 1 << 30


@unchecked(slots=True)
class Obstacles:
    """The zones of one page, and those that its text brings while it is filled.

    Attributes:
        geometry: of the page.
        flow: lays out the text of boxes.
        left: left edge of the column.
        width: of the column.
        start: where filling starts.
        end: where the page ends.
        zones: those known so far.
        known: floats whose zones are known from the start, since they reach above their text.
        late: floats that do not reach above their text, since that would push them off the page.
        early: the float that was met last and reaches into text above it.
    """

    geometry: Geometry
    flow: Flow
    left: int
    width: int
    start: int
    end: int
    zones: list[Zone]
    known: dict[int, Zone]
    late: AbstractSet[int]
    early: Float | None = None

    def __post_init__(self) -> None:
        self.zones = [*self.zones, *self.known.values()]

    def enter(self, slices: list[Slice], index: int, y: int) -> int:
        """Lay out anew what starts at a height, in place, and return the height where it really starts."""
        slice_ = slices[index]
        self._meet(slice_, y)
        if slice_.across is not None:
            return self._below(y, slice_.height, slice_.across)
        reflow = slice_.reflow
        if reflow is None or not (self.zones or reflow.shaped):
            return y
        lines = reflow.around(self.zones, (self.left, y), self.end)
        lines[0] = dataclasses.replace(
            lines[0],
            gap=slice_.gap,
            keep=slice_.keep,
            gap_items=slice_.gap_items,
            header=slice_.header,
            first=slice_.first,
        )
        slices[index : index + reflow.count] = lines
        return y

    def _meet(self, slice_: Slice, y: int) -> None:
        if slice_.across is not None:
            return  # what floats in a cell lies over its text
        for item in slice_.floats:
            if id(item) in self.known:
                continue
            zone = zone_of(item, self.geometry, Hook(self.left, y), self.flow)
            if zone is None:
                continue
            if (
                id(item) not in self.late
                and self.start < y
                and zone.top < y
                and zone.bottom > self.start
                and self._beside(zone, (0, self.width))
            ):
                self.early = item
                self.known[id(item)] = zone
            self.zones.append(zone)

    def _beside(self, zone: Zone, edges: tuple[int, int]) -> bool:
        return zone.left < self.left + edges[1] and zone.right > self.left + edges[0]

    def _below(self, y: int, height: int, edges: tuple[int, int]) -> int:
        """Return the first height at which something that cannot be narrowed has room."""
        while True:
            touched = [
                zone.bottom for zone in self.zones if zone.touches(y, height) and self._beside(zone, edges)
            ]
            if not touched:
                return y
            y = min(touched)


def hangs_in_text(item: Float) -> bool:
    """Tell whether something floats where its text is, not at a place of the page."""
    anchor = None if isinstance(item, Watermark) else item.anchor
    return (
        anchor is not None
        and anchor.horizontal in {"column", "character"}
        and anchor.vertical in {"paragraph", "line"}
    )


def arranged(
    slices: Sequence[Slice], geometry: Geometry, flow: Flow, corner: tuple[int, int]
) -> tuple[Slice, ...]:
    """Return slices one below the other around what floats; for a story that no page ends."""
    left, top = corner
    width = geometry.width - geometry.left - geometry.right
    known: dict[int, Zone] = {}
    while True:
        work = list(slices)
        obstacles = Obstacles(geometry, flow, left, width, top, _FAR, [], known, frozenset())
        y = top
        for index in itertools.count():
            if index >= len(work) or obstacles.early is not None:
                break
            y += work[index].gap
            start = obstacles.enter(work, index, y)
            if start > y:
                work[index] = work[index].lowered(start - y)
            y += work[index].height
        if obstacles.early is None:
            return tuple(work)


def placed_zones(floats: Sequence[tuple[Float, int, int]], geometry: Geometry, flow: Flow) -> list[Zone]:
    """Return the zones of what floats on a page."""
    found = (zone_of(item, geometry, Hook(left, top), flow) for item, left, top in floats)
    return [zone for zone in found if zone is not None]
