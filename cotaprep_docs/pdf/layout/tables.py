"""A table to slices: one per row, cut between lines where a page ends."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from cotaprep_docs.pdf.layout.boxes import Fill, Group, Item, Rule
from cotaprep_docs.pdf.layout.cell_borders import join_borders
from cotaprep_docs.pdf.layout.cell_floats import around_in_cell, cell_floats
from cotaprep_docs.pdf.layout.columns import column_widths
from cotaprep_docs.pdf.layout.slices import Slice, Stack, stack_items, total_height
from cotaprep_docs.pdf.model.content import Block, Cell, Float, Paragraph, Picture, Row, Shape, Sides, Table
from cotaprep_docs.records import unchecked

Flow = Callable[[Sequence[Block], int], tuple[tuple[Slice, ...], int]]


@unchecked(frozen=True, slots=True)
class CellBox:
    """A cell laid out: where it is, and what is in it."""

    cell: Cell
    x: int
    width: int
    margins: Sides
    slices: tuple[Slice, ...]
    after: int
    first: bool = False

    @property
    def content(self) -> int:
        """The height of the content."""
        return total_height(self.slices) + self.after

    @property
    def height(self) -> int:
        """The height with margins."""
        return self.content + self.margins.top + self.margins.bottom


@unchecked(frozen=True, slots=True)
class RowBox:
    """A row, or what is left of it after the page ended within; cuts itself."""

    row: Row
    cells: tuple[CellBox, ...]
    height: int
    flow: Flow
    heights_below: tuple[int, ...] = ()
    keep: bool = False
    header: tuple[Slice, ...] = ()
    last: bool = False

    def slice(self) -> Slice:
        """Return the row as a slice."""
        items: list[Item] = []
        for cell in self.cells:
            items += self._background(cell)
        for cell in self.cells:
            items += self._content(cell)
        for cell in self.cells:
            items += _borders(cell, self._reach(cell))
        floats = tuple(item for cell in self.cells for item in self._floats(cell))
        notes = tuple(n for cell in self.cells for s in cell.slices for n in s.notes)
        cut = self.row.rule != "exact" and not self.row.header
        return Slice(
            self.height,
            tuple(items),
            keep=self.keep,
            header=self.header,
            splitter=self if cut else None,
            reluctant=_row_keeps_next(self.row),
            solid=not self.row.can_split,
            floats=floats,
            notes=notes,
            across=(
                min((cell.x for cell in self.cells), default=0),
                max((cell.x + cell.width for cell in self.cells), default=0),
            ),
        )

    def _reach(self, cell: CellBox) -> int:
        """Return the height a cell covers, the rows it spans included."""
        return self.height + sum(self.heights_below[: max(cell.cell.rows - 1, 0)])

    def _background(self, cell: CellBox) -> list[Item]:
        if not cell.cell.shade or cell.cell.rows == 0:
            return []
        return [Fill(cell.x, 0, cell.width, self._reach(cell), cell.cell.shade)]

    def _text_top(self, cell: CellBox) -> int:
        spare = max(self._reach(cell) - cell.height, 0)
        return cell.margins.top + {"center": spare // 2, "bottom": spare}.get(cell.cell.align, 0)

    def _floats(self, cell: CellBox) -> Iterable[Float]:
        if not any(slice_.floats for slice_ in cell.slices):
            return ()
        corner = (cell.x + cell.margins.left, self._text_top(cell))
        inner = cell.width - cell.margins.left - cell.margins.right
        return cell_floats(cell.slices, corner, inner, self.flow)

    def _content(self, cell: CellBox) -> list[Item]:
        y = self._text_top(cell)
        items = stack_items(cell.slices, cell.x + cell.margins.left, y)
        if cell.height <= self._reach(cell):
            return items
        # The text of a row of exact height may be higher than the row: it is in the file, out of sight.
        return [Group(0, 0, tuple(items), (cell.x, 0, cell.width, self._reach(cell)))]

    def split(self, room: int) -> tuple[Slice, Slice] | None:
        """Return the part of the row that fits and the rest; None where no line of a cell fits."""
        parts = [_split_cell(cell, room) for cell in self.cells]
        if any(head is None for head, _ in parts):
            return None
        heads = tuple(head for head, _ in parts if head is not None)
        tails = tuple(tail for _, tail in parts)
        if not any(tail.slices for tail in tails) or not any(head.slices for head in heads):
            return None
        used = max(head.height for head in heads)
        rest = max(self.row.height - used, *(tail.height for tail in tails))
        if not self.header:
            tails = tuple(_first_on_page(tail) for tail in tails)
        first = dataclasses.replace(self, cells=heads, height=min(used, room), heights_below=())
        second = dataclasses.replace(
            self, cells=tails, height=rest, keep=False, heights_below=self.heights_below
        )
        return first.slice(), second.slice()


def _first_on_page(cell: CellBox) -> CellBox:
    """Return a cell with room for its upper border: there is no row above it on the page."""
    if cell.first:
        return cell
    top = cell.margins.top + cell.cell.borders.top.width
    return dataclasses.replace(cell, first=True, margins=dataclasses.replace(cell.margins, top=top))


def _split_cell(cell: CellBox, room: int) -> tuple[CellBox | None, CellBox]:
    """Return what of a cell fits (None: it has content and none fits), and the rest."""
    if not cell.slices:
        return cell, cell
    left = room - cell.margins.top - cell.margins.bottom
    best, y = 0, 0
    # Word and LibreOffice look at no widows, orphans or keeping together inside a row that is cut.
    for index, slice_ in enumerate(cell.slices):
        y += slice_.gap + slice_.height
        if y > left:
            break
        best = index + 1
    if not best:
        return _split_deeper(cell, left)
    head = dataclasses.replace(
        cell, slices=cell.slices[:best], after=cell.after if best == len(cell.slices) else 0
    )
    return head, _continued(cell, cell.slices[best:])


def _split_deeper(cell: CellBox, room: int) -> tuple[CellBox | None, CellBox]:
    first = cell.slices[0]
    parts = first.splitter.split(room - first.gap) if first.splitter else None
    if parts is None:
        return None, cell
    head, tail = parts
    return (
        dataclasses.replace(cell, slices=(dataclasses.replace(head, gap=first.gap),), after=0),
        dataclasses.replace(cell, slices=(tail, *cell.slices[1:])),
    )


def _continued(cell: CellBox, slices: tuple[Slice, ...]) -> CellBox:
    """Return the rest of a cell at the top of a page.

    There LibreOffice gives the room above a paragraph once more, also in the middle of one.
    """
    if slices:
        slices = (dataclasses.replace(slices[0], gap=slices[0].before), *slices[1:])
    return dataclasses.replace(cell, slices=slices)


def _borders(cell: CellBox, height: int) -> list[Item]:
    borders = cell.cell.borders
    left, right = cell.x, cell.x + cell.width
    found: list[Item] = []
    # The line between two rows stands at the foot of the upper one; the lower draws it again at the
    # same place, so that it is there when a page ends between them.
    top = borders.top.width / 2 if cell.first else -borders.top.width / 2
    bottom = height - borders.bottom.width / 2
    for border, line in (
        (borders.top, (left, top, right, top)),
        (borders.bottom, (left, bottom, right, bottom)),
        (borders.left, (left, 0, left, height)),
        (borders.right, (right, 0, right, height)),
    ):
        if border.visible:
            x1, y1, x2, y2 = line
            found.append(Rule(x1, y1, x2, y2, border.width, border.color, border.style))
    return found


class TableLayout:
    """Lays out one table in a column; `flow` lays out what stands in its cells."""

    def __init__(self, table: Table, room: int, flow: Flow) -> None:
        self._table = dataclasses.replace(table, rows=join_borders(table.rows))
        self._flow = flow
        widths = column_widths(table, room)
        self._edges = [0]
        for width in widths:
            self._edges.append(self._edges[-1] + width)
        self._left = self._start(room)

    def _start(self, room: int) -> int:
        table, width = self._table, self._edges[-1]
        if table.align == "center":
            return (room - width) // 2
        if table.align == "right":
            return room - width
        first = next((row.cells[0] for row in table.rows if row.cells), None)
        margin = first.margins.left if first and table.outdent else 0
        return table.indent - margin

    def stack(self) -> Stack:
        """Return the rows as slices."""
        boxes = [self._row(row, index) for index, row in enumerate(self._table.rows)]
        heights = self._heights(boxes)
        headers = self._header_count()
        slices: list[Slice] = []
        repeated: tuple[Slice, ...] = ()
        for index, cells in enumerate(boxes):
            box = RowBox(
                self._table.rows[index],
                cells,
                heights[index],
                self._flow,
                tuple(heights[index + 1 : index + 1 + max((c.cell.rows for c in cells), default=0)]),
                self._keep(boxes, heights, index, headers),
                repeated if index >= headers else (),
                last=index == len(boxes) - 1,
            )
            slices.append(box.slice())
            if index == headers - 1:
                repeated = tuple(_repeated(slice_) for slice_ in slices)
        if slices and (self._table.page_break_before or self._starts_page()):
            slices[0] = dataclasses.replace(slices[0], page_break=True)
        keeps = bool(self._table.rows) and _row_keeps_next(self._table.rows[-1])
        return Stack(self._table, tuple(slices), keeps_next=keeps)

    def _starts_page(self) -> bool:
        row = self._table.rows[0]
        block = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
        return isinstance(block, Paragraph) and block.props.page_break_before

    def _header_count(self) -> int:
        count = 0
        for row in self._table.rows:
            if not row.header:
                break
            count += 1
        return count if count < len(self._table.rows) else 0

    def _row(self, row: Row, index: int) -> tuple[CellBox, ...]:
        above = max((cell.borders.top.width for cell in row.cells), default=0) if index == 0 else 0
        below = max((cell.borders.bottom.width for cell in row.cells), default=0)
        top = max((cell.margins.top for cell in row.cells), default=0) + above
        cells = (self._cell(cell, top, below) for cell in row.cells)
        return tuple(dataclasses.replace(cell, first=index == 0) for cell in cells)

    def _cell(self, cell: Cell, top: int, below: int) -> CellBox:
        x = self._edges[cell.column]
        width = self._edges[cell.column + cell.span] - x
        margins = dataclasses.replace(cell.margins, top=top, bottom=cell.margins.bottom + below)
        inner = max(width - margins.left - margins.right, 100)
        slices, after = self._flow(_seen_blocks(cell), inner) if cell.blocks else ((), 0)
        if any(slice_.floats for slice_ in slices):
            slices = around_in_cell(slices, inner, self._flow)
        return CellBox(cell, x + self._left, width, margins, slices, after)

    def _heights(self, boxes: Sequence[tuple[CellBox, ...]]) -> list[int]:
        heights = []
        for row, cells in zip(self._table.rows, boxes, strict=True):
            natural = max((cell.height for cell in cells if cell.cell.rows <= 1), default=0)
            exact = row.rule == "exact" and row.height
            heights.append(row.height if exact else max(natural, row.height))
        for index, cells in enumerate(boxes):
            for cell in cells:
                span = cell.cell.rows
                if span > 1:
                    last = min(index + span, len(heights)) - 1
                    missing = cell.height - sum(heights[index : last + 1])
                    heights[last] += max(missing, 0)
        return heights

    def _keep(
        self, boxes: Sequence[tuple[CellBox, ...]], heights: Sequence[int], index: int, headers: int
    ) -> bool:
        if index == 0:
            return False
        if 0 < index <= headers:
            return True
        return _row_keeps_next(self._table.rows[index - 1]) or _crosses(boxes, heights, index)


def _repeated(slice_: Slice) -> Slice:
    """Return a header row as it stands again at the top of the next pages."""
    floats = tuple(_repeated_float(item) for item in slice_.floats)
    items = (Group(0, 0, slice_.items, repeated=True),)
    return dataclasses.replace(slice_, keep=False, items=items, floats=floats, notes=())


def _repeated_float(item: Float) -> Float:
    if isinstance(item, Shape):
        return dataclasses.replace(item, repeated=True)
    return dataclasses.replace(item, tag=0) if isinstance(item, Picture) else item


def _seen_blocks(cell: Cell) -> tuple[Block, ...]:
    """Return the blocks without the empty paragraph that must follow a nested table and is not seen."""
    last = cell.blocks[-1]
    hidden = len(cell.blocks) > 1 and isinstance(cell.blocks[-2], Table)
    if hidden and isinstance(last, Paragraph) and not last.inlines and last.label is None:
        return cell.blocks[:-1]
    return cell.blocks


def _row_keeps_next(row: Row) -> bool:
    """Whether a row stays with the next: its first paragraph says keep with next."""
    for cell in row.cells:
        block = cell.blocks[0] if cell.blocks else None
        if isinstance(block, Paragraph):
            return block.props.keep_next
    return False


def _crosses(boxes: Sequence[tuple[CellBox, ...]], heights: Sequence[int], index: int) -> bool:
    """Whether the text of a cell that spans rows goes over the edge above this row."""
    for start in range(index):
        for cell in boxes[start]:
            if start + cell.cell.rows > index and cell.height > sum(heights[start:index]):
                return True
    return False
