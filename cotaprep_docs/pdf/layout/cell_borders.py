"""Borders between cells: of two that meet, the wider is drawn (Part 1, 17.4.66)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from cotaprep_docs.pdf.model.content import Cell, Row
from cotaprep_docs.pdf.model.style import NO_BORDER, Border


def join_borders(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with each border the same on both sides of the line it stands on."""
    joined: list[Row] = []
    for index, row in enumerate(rows):
        above = rows[index - 1].cells if index else ()
        below = rows[index + 1].cells if index + 1 < len(rows) else ()
        cells = tuple(_join(cell, above, row.cells, below) for cell in row.cells)
        joined.append(dataclasses.replace(row, cells=cells))
    return tuple(joined)


def _join(cell: Cell, above: Sequence[Cell], beside: Sequence[Cell], below: Sequence[Cell]) -> Cell:
    borders = cell.borders
    end = cell.column + cell.span
    over = (other.borders.bottom for other in above if _overlap(cell, other) and cell.rows)
    under = (other.borders.top for other in below if _overlap(cell, other) and other.rows)
    left = (other.borders.right for other in beside if other.column + other.span == cell.column)
    right = (other.borders.left for other in beside if other.column == end)
    return dataclasses.replace(
        cell,
        borders=dataclasses.replace(
            borders,
            top=_wider(borders.top, *over),
            bottom=_wider(borders.bottom, *under),
            left=_wider(borders.left, *left),
            right=_wider(borders.right, *right),
        ),
    )


def _overlap(one: Cell, other: Cell) -> bool:
    return one.column < other.column + other.span and other.column < one.column + one.span


def _wider(*borders: Border) -> Border:
    return max((border for border in borders if border.visible), key=lambda b: b.width, default=NO_BORDER)
