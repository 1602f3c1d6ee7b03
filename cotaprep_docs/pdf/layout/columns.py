"""Widths of table columns: as the grid says, as percentages, or by content where nothing is said."""

from __future__ import annotations

from cotaprep_docs.pdf.model.content import Table

_FULL = 5000  # fiftieths of a percent
_NARROWEST = 200


def column_widths(table: Table, room: int) -> list[int]:
    """Return the width of each grid column in a room of that width."""
    grid = [max(0, width) for width in table.grid]
    wanted = table.percent * room // _FULL if table.percent else table.width
    unknown = [index for index, width in enumerate(grid) if not width]
    if unknown:
        rest = max((wanted or room) - sum(grid), _NARROWEST * len(unknown))
        for index in unknown:
            grid[index] = rest // len(unknown)
        return grid
    total = sum(grid)
    if wanted and total and not table.fixed and abs(total - wanted) > 20:
        grid = [width * wanted // total for width in grid]
    return grid
