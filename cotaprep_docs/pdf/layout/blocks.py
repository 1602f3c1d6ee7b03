"""Blocks one below the other: the room between paragraphs, borders that join, keep with next."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.layout.paragraphs import Joined, layout_paragraph
from cotaprep_docs.pdf.layout.slices import Slice, Stack
from cotaprep_docs.pdf.layout.tables import TableLayout
from cotaprep_docs.pdf.layout.wrap import Reflow
from cotaprep_docs.pdf.model.content import Block, PageField, PageReference, Paragraph
from cotaprep_docs.pdf.model.style import ParaBorders
from cotaprep_docs.records import unchecked

_NO_BORDERS = ParaBorders()


@unchecked(frozen=True, slots=True)
class BlockLayout:
    """Lays out blocks in a column.

    Attributes:
        measurer: measures texts.
        sums: the room between paragraphs is the sum of both, not the larger.
    """

    measurer: Measurer
    sums: bool = False
    _known: dict[tuple[int, int, Joined], Stack] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        self.measurer.flow = self.flow

    def flow(self, blocks: Sequence[Block], width: int) -> tuple[tuple[Slice, ...], int]:
        """Return the slices of the blocks and the room wanted below the last of them."""
        slices: list[Slice] = []
        previous: Stack | None = None
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            stack = self._stack(block, blocks[index - 1] if index else None, following, width)
            if not stack.slices:
                continue
            gap = self._gap(previous, stack)
            first = stack.slices[0]
            keep = first.keep or (previous is not None and previous.keeps_next and not first.page_break)
            between = stack.between(gap)
            slices.append(dataclasses.replace(first, gap=gap, keep=keep, gap_items=between, first=True))
            slices += stack.slices[1:]
            previous = stack
        return tuple(slices), previous.after if previous else 0

    def _stack(self, block: Block, above: Block | None, below: Block | None, width: int) -> Stack:
        if isinstance(block, Paragraph):
            return self._paragraph(block, width, Joined(_join(above, block), _join(block, below)))
        return TableLayout(block, width, self.flow).stack()

    def _paragraph(self, paragraph: Paragraph, width: int, joined: Joined) -> Stack:
        """Return a paragraph laid out, once for all passes over the document."""
        # A stack holds its paragraph, so that the identity in the key cannot come to mean another.
        key = (id(paragraph), width, joined)
        known = self._known.get(key)
        if known is None:
            known = layout_paragraph(paragraph, width, self.measurer, joined)
            if self.measurer.wraps:
                reflow = Reflow(paragraph, width, self.measurer, joined, len(known.slices))
                first = dataclasses.replace(known.slices[0], reflow=reflow)
                known = dataclasses.replace(known, slices=(first, *known.slices[1:]))
            if not any(isinstance(inline, PageField | PageReference) for inline in paragraph.inlines):
                self._known[key] = known
        return known

    def _gap(self, previous: Stack | None, stack: Stack) -> int:
        if previous is None or stack.slices[0].page_break:
            return stack.before
        after, before = previous.after, stack.before
        one, other = previous.block, stack.block
        if (
            isinstance(one, Paragraph)
            and isinstance(other, Paragraph)
            and one.props.style == other.props.style
        ):
            after = 0 if one.props.contextual else after
            before = 0 if other.props.contextual else before
        return after + before if self.sums else max(after, before)


def _join(one: Block | None, other: Block | None) -> bool:
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph):
        return False
    first, second = one.props, other.props
    if first.borders == _NO_BORDERS or second.page_break_before:
        return False
    return first.borders == second.borders and (first.left, first.right) == (second.left, second.right)
