"""Tables: ``w:tbl`` to rows and cells on a grid, with spans and borders resolved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.content import Block, Cell, CellBorders, Row, Table
from cotaprep_docs.pdf.model.style import NO_BORDER
from cotaprep_docs.pdf.reader.borders import read_shade
from cotaprep_docs.pdf.reader.cascade import TableStyling
from cotaprep_docs.pdf.reader.parts import Source
from cotaprep_docs.pdf.reader.table_styles import (
    Place,
    TableFormat,
    read_border_set,
    read_format,
    read_margins,
)
from cotaprep_docs.pdf.reader.values import W, attribute, child_value, length, number, on_off
from cotaprep_docs.records import unchecked

Element = etree._Element  # noqa: SLF001 - lxml names its element class so
ReadBlocks = Callable[[Element, TableStyling], tuple[Block, ...]]

_MAX_COLUMNS: Final = 63 * 4  # Word allows 63
_DESIGN: Final = "diseño"  # in the description of a table that only places things on the page
_WRAPPERS: Final = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag"})


@unchecked(slots=True)
class RawCell:
    """A cell as written, placed on the grid."""

    element: etree._Element
    column: int
    span: int
    merge: str
    width: int
    percent: int
    rows: int = 1


@unchecked(slots=True)
class RawRow:
    """A row as written."""

    element: etree._Element
    cells: list[RawCell]


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children of a kind, those inside content controls too."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def read_table(element: etree._Element, source: Source, read_blocks: ReadBlocks) -> Table:
    """Return a ``w:tbl``; `read_blocks` reads what stands in a cell."""
    properties = element.find(W + "tblPr")
    form = read_format(properties, source.cascade.styles, source.fonts)
    raw = [_read_row(row) for row in _children(element, W + "tr")]
    columns = max((cell.column + cell.span for row in raw for cell in row.cells), default=0)
    _measure_spans(raw)
    rows = tuple(
        _build_row(row, index, (len(raw), columns), form, read_blocks) for index, row in enumerate(raw)
    )
    width, percent = _read_width(None if properties is None else properties.find(W + "tblW"))
    indent = None if properties is None else properties.find(W + "tblInd")
    layout = None if properties is None else properties.find(W + "tblLayout")
    align = child_value(properties, "jc", "left")
    return Table(
        rows,
        _grid(element, raw, columns),
        width,
        percent,
        0 if indent is None else length(indent, "w"),
        {"start": "left", "end": "right"}.get(align, align),
        fixed=layout is not None and attribute(layout, "type") == "fixed",
        outdent=source.outdent_tables,
        title=child_value(properties, "tblCaption"),
        summary=child_value(properties, "tblDescription"),
        decorative=_DESIGN in child_value(properties, "tblDescription").casefold(),
        row_headers=form.has_row_headers,
    )


def _read_width(element: etree._Element | None) -> tuple[int, int]:
    """Return (twips, fiftieths of a percent)."""
    if element is None:
        return 0, 0
    text = attribute(element, "w")
    kind = attribute(element, "type", "dxa")
    if text.endswith("%"):
        return 0, number(text[:-1]) * 50
    if kind == "pct":
        return 0, number(text, 0, low=0)
    return (number(text, 0, low=0), 0) if kind == "dxa" else (0, 0)


def _read_row(row: etree._Element) -> RawRow:
    properties = row.find(W + "trPr")
    column = number(child_value(properties, "gridBefore"), 0, low=0, high=_MAX_COLUMNS)
    cells: list[RawCell] = []
    for element in _children(row, W + "tc"):
        cell_props = element.find(W + "tcPr")
        span = number(child_value(cell_props, "gridSpan", "1"), 1, low=1, high=_MAX_COLUMNS)
        merge = None if cell_props is None else cell_props.find(W + "vMerge")
        width, percent = _read_width(None if cell_props is None else cell_props.find(W + "tcW"))
        kind = "" if merge is None else attribute(merge, default="continue")
        cells.append(RawCell(element, column, span, kind, width, percent))
        column += span
    return RawRow(row, cells)


def _measure_spans(rows: list[RawRow]) -> None:
    open_cells: dict[int, RawCell] = {}
    for row in rows:
        current: dict[int, RawCell] = {}
        for cell in row.cells:
            above = open_cells.get(cell.column)
            if cell.merge == "continue" and above is not None and above.span == cell.span:
                above.rows += 1
                cell.rows = 0
                current[cell.column] = above
            elif cell.merge:
                current[cell.column] = cell
        open_cells = current


def _grid(element: etree._Element, rows: list[RawRow], columns: int) -> tuple[int, ...]:
    grid = [max(0, length(col, "w")) for col in element.iterfind(f"{W}tblGrid/{W}gridCol")][:columns]
    grid += [0] * (columns - len(grid))
    preferred = [0] * columns
    for row in rows:
        for cell in row.cells:
            if cell.span == 1 and cell.width:
                preferred[cell.column] = max(preferred[cell.column], cell.width)
    return tuple(wanted or written for wanted, written in zip(preferred, grid, strict=True))


def _build_row(
    raw: RawRow, index: int, size: tuple[int, int], form: TableFormat, read_blocks: ReadBlocks
) -> Row:
    properties = raw.element.find(W + "trPr")
    height = None if properties is None else properties.find(W + "trHeight")
    cells = []
    for cell in raw.cells:
        place = Place(index, cell.column, cell.span, *size)
        cells.append(_build_cell(cell, place, form, read_blocks))
    return Row(
        tuple(cells),
        0 if height is None else max(0, length(height, "val")),
        "atLeast" if height is None else attribute(height, "hRule", "atLeast"),
        can_split=not on_off(None if properties is None else properties.find(W + "cantSplit")),
        header=on_off(None if properties is None else properties.find(W + "tblHeader")),
    )


def _build_cell(raw: RawCell, place: Place, form: TableFormat, read_blocks: ReadBlocks) -> Cell:
    properties = raw.element.find(W + "tcPr")
    regions = form.regions_of(place)
    own = read_border_set(None if properties is None else properties.find(W + "tcBorders"))
    shade = None if properties is None else properties.find(W + "shd")
    margins = read_margins(None if properties is None else properties.find(W + "tcMar"), form.margins)
    blocks = read_blocks(raw.element, form.styling(regions))
    return Cell(
        blocks if raw.rows else (),
        raw.column,
        raw.span,
        raw.rows,
        raw.width,
        _open_merged(form.cell_borders(place, regions, own), raw),
        margins,
        form.shade(regions) if shade is None else read_shade(shade),
        child_value(properties, "vAlign") or form.align(regions) or "top",
    )


def _open_merged(borders: CellBorders, raw: RawCell) -> CellBorders:
    # Between the rows of one merged cell there is no line.
    if raw.rows > 1:
        return dataclasses.replace(borders, bottom=NO_BORDER)
    if raw.rows == 0:
        return dataclasses.replace(borders, top=NO_BORDER)
    return borders
