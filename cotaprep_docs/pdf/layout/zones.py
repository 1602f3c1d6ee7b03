"""Where text may not stand: the room of what floats, with its distances."""

from __future__ import annotations

from cotaprep_docs.pdf.layout.floats import Hook, float_place, float_size
from cotaprep_docs.pdf.layout.shapes import Flow
from cotaprep_docs.pdf.layout.slices import Zone
from cotaprep_docs.pdf.model.content import Float, Geometry, Watermark


def zone_of(item: Float, geometry: Geometry, hook: Hook, flow: Flow) -> Zone | None:
    """Return the room of something that floats, or None where text runs over or under it."""
    if isinstance(item, Watermark) or item.anchor is None or item.anchor.wrap == "none":
        return None
    anchor, (width, height) = item.anchor, float_size(item, flow)
    x, y = float_place(anchor, geometry, hook, (width, height))
    away = anchor.distances
    whole = anchor.wrap == "topAndBottom"
    return Zone(
        x - away.left, y - away.top, x + width + away.right, y + height + away.bottom, anchor.side, whole
    )
