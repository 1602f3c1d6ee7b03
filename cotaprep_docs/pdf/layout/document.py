"""The whole document on pages: sections, headers and footers, page numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from cotaprep_docs.pdf.layout.blocks import BlockLayout
from cotaprep_docs.pdf.layout.boxes import Group, Item, Page, TextBox
from cotaprep_docs.pdf.layout.floats import Hook, place_float, place_watermark
from cotaprep_docs.pdf.layout.frames import Body, Frame, Work
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.layout.notes import NoteLayout
from cotaprep_docs.pdf.layout.obstacles import arranged
from cotaprep_docs.pdf.layout.pages import Paginator
from cotaprep_docs.pdf.layout.places import (
    PageNumber,
    Titles,
    find_targets,
    running_titles,
    set_references,
    title_text,
)
from cotaprep_docs.pdf.layout.signatures import with_fields
from cotaprep_docs.pdf.layout.slices import Slice, stack_items, total_height
from cotaprep_docs.pdf.model.content import (
    Block,
    Document,
    Float,
    Geometry,
    Inline,
    Note,
    PageField,
    Paragraph,
    Section,
    Shape,
    Stories,
    StyleReference,
    Text,
    Watermark,
)
from cotaprep_docs.pdf.model.numbers import format_number
from cotaprep_docs.records import unchecked

Story = tuple[tuple[Slice, ...], int]


@unchecked(frozen=True, slots=True)
class Layout:
    """The pages, where bookmarks that are asked for stand, and what was found out about fonts and room."""

    pages: tuple[Page, ...]
    references: dict[str, PageNumber]
    substitutions: dict[str, str]
    missing: tuple[tuple[str, str], ...]
    overflows: tuple[int, ...]


def layout_document(document: Document) -> Layout:
    """Return the pages of a document."""
    uneven = any(_is_uneven(section.geometry) for section in document.sections)
    measurer = Measurer(
        notes=document.notes, wraps=document.wraps or uneven, running_styles=document.running_styles
    )
    blocks = BlockLayout(measurer, document.compat.auto_spacing_sums)
    for _ in range(_MAX_PASSES):
        work = _DocumentLayout(document, blocks)
        pages = work.pages()
        settled = set_references(measurer, work.targets)
        if settled and not _total_matters(measurer, len(pages)):
            break
        measurer.total_pages = len(pages)
    return Layout(
        pages, work.targets, measurer.substitutions, tuple(measurer.missing), tuple(work.paginator.overflows)
    )


_MAX_PASSES = 5
"""How often a document is laid out again since the width of its own page numbers changed its lines."""


def _total_matters(measurer: Measurer, pages: int) -> bool:
    """Tell whether a field of the page count was measured with another text than it will show."""
    guess = measurer.total_pages
    forms = (form or "decimal" for form in measurer.totals_measured)
    return any(format_number(guess, form) != format_number(pages, form) for form in forms)


class _DocumentLayout:
    def __init__(self, document: Document, blocks: BlockLayout) -> None:
        self._document = document
        self._blocks = blocks
        self._stories: dict[tuple[int, str, str], Story] = {}
        self._notes = NoteLayout(document.notes, blocks)
        self.paginator = Paginator(self._notes)
        self.targets: dict[str, PageNumber] = {}

    def pages(self) -> tuple[Page, ...]:
        """Return the finished pages."""
        for index, section in enumerate(self._document.sections):
            self._section(index, section)
        bodies = self.paginator.pages
        numbers = self._page_numbers(bodies)
        if self._document.running_styles:
            shown = running_titles([body.items for body in bodies])
            numbers = [dataclasses.replace(n, titles=t) for n, t in zip(numbers, shown, strict=True)]
        if self._blocks.measurer.references_measured:
            own = [PageNumber(one.page, one.number_format) for one in numbers]
            self.targets = find_targets([body.items for body in bodies], own)
        return tuple(self._page(index, body, numbers[index]) for index, body in enumerate(bodies))

    def _section(self, index: int, section: Section) -> None:
        geometry = section.geometry
        width = geometry.columns[0].width if geometry.columns else text_width(geometry)

        def lay_out(width: int) -> Sequence[Slice]:
            slices, _ = self._blocks.flow(section.blocks, width)
            return (*slices, *self._notes.endnotes(section.endnotes, width))

        balanced = bool(geometry.columns) and self._goes_on(index + 1)
        work = Work(index, lay_out(width), balanced, lay_out if _is_uneven(geometry) else None)
        start = len(self.paginator.pages)
        new_page = not self._goes_on(index)
        first = start if new_page else max(start - 1, 0)

        def frame(page: int) -> Frame:
            head, _ = self._story(index, "header", self._kind(index, page, first))
            foot, below = self._story(index, "footer", self._kind(index, page, first))
            return body_frame(geometry, _height((head, 0)), _height((foot, below)))

        if new_page and section.start in {"evenPage", "oddPage"} and index:
            self._pad(section.start == "oddPage", index)
            first = len(self.paginator.pages)
        self.paginator.flow(work, frame, new_page=new_page)
        if index == len(self._document.sections) - 1:
            self.paginator.finish(frame)

    def _goes_on(self, index: int) -> bool:
        """Tell whether there is a section of that index that starts on the page of the one before."""
        sections = self._document.sections
        return index < len(sections) and sections[index].start == "continuous" and not self._turns(index)

    def _turns(self, index: int) -> bool:
        if not index:
            return True
        one, other = (self._document.sections[i].geometry for i in (index - 1, index))
        return (one.width, one.height) != (other.width, other.height)

    def _pad(self, odd: bool, index: int) -> None:  # noqa: FBT001
        following = len(self.paginator.pages) + 1
        if (following % 2 == 1) != odd:
            self.paginator.pages.append(Body(index - 1, blank=True))

    def _kind(self, index: int, page: int, first: int) -> str:
        """Return which header a page has; `page` and `first` are indexes of pages."""
        if self._document.sections[index].title_page and page == first:
            return "first"
        if self._document.compat.even_and_odd and page % 2 == 1:
            return "even"
        return "default"

    def _story(self, index: int, story: str, kind: str) -> Story:
        key = (index, story, kind)
        if key not in self._stories:
            section = self._document.sections[index]
            blocks = story_blocks(section.headers if story == "header" else section.footers, kind)
            if _has_fields(blocks):
                # Only their height is wanted here; each page gets its own with its own numbers.
                guess = _Numbers(1, self._blocks.measurer.total_pages, 1, section.number_format, first=True)
                blocks = tuple(fill_fields(block, guess) for block in blocks)
            self._stories[key] = self._flow_story(blocks, section.geometry, story)
        return self._stories[key]

    def _flow_story(self, blocks: Sequence[Block], geometry: Geometry, story: str) -> Story:
        slices, after = self._blocks.flow(blocks, text_width(geometry))
        if self._blocks.measurer.wraps and any(slice_.floats for slice_ in slices):
            top = geometry.header
            if story == "footer":
                top = geometry.height - geometry.footer - _height((slices, after))
            slices = arranged(slices, geometry, self._blocks.flow, (geometry.left, top))
        return slices, after

    def _page_numbers(self, bodies: Sequence[Body]) -> list[_Numbers]:
        counts: dict[int, int] = {}
        for body in bodies:
            counts[body.section] = counts.get(body.section, 0) + 1
        numbers: list[_Numbers] = []
        current, section = 0, -1
        for body in bodies:
            model = self._document.sections[body.section]
            restarts = body.section != section and model.first_number is not None
            current = (model.first_number or 0) if restarts else current + 1
            first = body.section != section
            section = body.section
            marks = _page_marks(body.notes, self._document.notes)
            numbers.append(_Numbers(current, len(bodies), counts[section], model.number_format, first, marks))
        return numbers

    def _page(self, index: int, body: Body, numbers: _Numbers) -> Page:
        geometry = self._document.sections[body.section].geometry
        if body.blank:
            return Page(geometry.width, geometry.height, (), (), (), ())
        kind = self._kind(body.section, index, index if numbers.first else -1)
        header, header_floats = self._header(body.section, kind, numbers)
        footer, footer_floats = self._footer(body.section, kind, numbers)
        behind, over_stories = self._floats(header_floats + footer_floats, geometry)
        under, front = self._floats(body.floats, geometry)
        page = Page(
            geometry.width,
            geometry.height,
            tuple(resolve(behind + under, numbers)),
            (*header, *resolve(over_stories, numbers)),
            tuple(resolve(body.items, numbers)),
            footer,
            tuple(resolve(front, numbers)),
        )
        return with_fields(page) if self._document.to_sign else page

    def _floats(self, floats: Sequence[Hung], geometry: Geometry) -> tuple[list[Item], list[Item]]:
        """Return what floats behind the text, and what floats over it."""
        behind: list[Item] = []
        front: list[Item] = []
        for item, left, top in floats:
            if isinstance(item, Watermark):
                behind.append(place_watermark(item, geometry, self._blocks.measurer))
            else:
                target = behind if item.anchor and item.anchor.behind else front
                target.append(place_float(item, geometry, Hook(left, top), self._blocks.measurer))
        return behind, front

    def _header(self, index: int, kind: str, numbers: _Numbers) -> _Drawn:
        geometry = self._document.sections[index].geometry
        return self._draw_story(index, "header", kind, numbers, geometry.header)

    def _footer(self, index: int, kind: str, numbers: _Numbers) -> _Drawn:
        geometry = self._document.sections[index].geometry
        story = self._story(index, "footer", kind)
        return self._draw_story(
            index, "footer", kind, numbers, geometry.height - geometry.footer - _height(story)
        )

    def _draw_story(self, index: int, story: str, kind: str, numbers: _Numbers, top: int) -> _Drawn:
        section = self._document.sections[index]
        blocks = story_blocks(section.headers if story == "header" else section.footers, kind)
        left = section.geometry.left
        slices = self._story(index, story, kind)[0]
        if _has_fields(blocks):
            filled = tuple(fill_fields(block, numbers) for block in blocks)
            slices, _ = self._flow_story(filled, section.geometry, story)
        floats: list[Hung] = []
        y = top
        for slice_ in slices:
            y += slice_.gap
            floats += [(item, left, y) for item in slice_.floats]
            y += slice_.height
        return tuple(resolve(stack_items(slices, left, top), numbers)), floats


Hung = tuple[Float, int, int]
_Drawn = tuple[tuple[Item, ...], list[Hung]]


@unchecked(frozen=True, slots=True)
class _Numbers:
    """The numbers of one page: its own, all pages, pages of its section."""

    page: int
    pages: int
    section_pages: int
    number_format: str
    first: bool
    notes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    titles: Titles = dataclasses.field(default_factory=dict)

    def text(self, kind: str, form: str) -> str:
        if kind == "NOTE":
            return self.notes.get(form, "")
        if kind == "PAGE":
            return format_number(self.page, form or self.number_format)
        return format_number(self.pages if kind == "NUMPAGES" else self.section_pages, form or "decimal")


def _page_marks(keys: Sequence[int], notes: Mapping[int, Note]) -> dict[str, str]:
    """Return the numbers of the notes of a page that count by pages."""
    paged = [key for key in keys if notes[key].paged]
    return {str(key): format_number(count, notes[key].paged) for count, key in enumerate(paged, 1)}


def _is_uneven(geometry: Geometry) -> bool:
    return len({column.width for column in geometry.columns}) > 1


def text_width(geometry: Geometry) -> int:
    """Return the room between the side margins."""
    return geometry.width - geometry.left - geometry.right - geometry.gutter


def story_blocks(stories: Stories, kind: str) -> tuple[Block, ...]:
    """Return the header or footer of a kind of page."""
    return {"first": stories.first, "even": stories.even}.get(kind, stories.default)


def body_frame(geometry: Geometry, header: int, footer: int) -> Frame:
    """Return the room of the body: a header higher than its margin pushes it down, as in Word.

    A negative margin is exact: the header may then run into the text.
    """
    top, bottom = abs(geometry.top), abs(geometry.bottom)
    if geometry.top >= 0 and header:
        top = max(top, geometry.header + header)
    if geometry.bottom >= 0 and footer:
        bottom = max(bottom, geometry.footer + footer)
    left = geometry.left + geometry.gutter
    # Where nothing is left, a page still holds something: a line of text.
    bottom = min(bottom, max(geometry.height - top - 360, 0))
    return Frame(left, top, text_width(geometry), geometry.height - bottom, geometry)


def _height(story: Story) -> int:
    slices, after = story
    return total_height(slices) + after if slices else 0


def _has_fields(blocks: Sequence[Block]) -> bool:
    for block in blocks:
        if isinstance(block, Paragraph):
            if any(map(_is_field, block.inlines)):
                return True
        elif any(_has_fields(cell.blocks) for row in block.rows for cell in row.cells):
            return True
    return False


def _is_field(inline: Inline) -> bool:
    return isinstance(inline, PageField | StyleReference) or (
        isinstance(inline, Shape) and _has_fields(inline.blocks)
    )


def fill_fields(block: Block, numbers: _Numbers) -> Block:
    """Return a block whose page fields are their values, so that they are aligned by their width."""
    if isinstance(block, Paragraph):
        inlines = tuple(_fill(inline, numbers) for inline in block.inlines)
        return dataclasses.replace(block, inlines=inlines)
    rows = tuple(
        dataclasses.replace(
            row,
            cells=tuple(
                dataclasses.replace(cell, blocks=tuple(fill_fields(b, numbers) for b in cell.blocks))
                for cell in row.cells
            ),
        )
        for row in block.rows
    )
    return dataclasses.replace(block, rows=rows)


def _fill(inline: Inline, numbers: _Numbers) -> Inline:
    if isinstance(inline, PageField):
        return Text(numbers.text(inline.kind, inline.number_format), inline.props)
    if isinstance(inline, Shape):
        blocks = tuple(fill_fields(block, numbers) for block in inline.blocks)
        return dataclasses.replace(inline, blocks=blocks)
    if isinstance(inline, StyleReference):
        return Text(title_text(inline, numbers.titles), inline.props)
    return inline


def resolve(items: Sequence[Item], numbers: _Numbers) -> list[Item]:
    """Return the items with the page fields of the body set."""
    return [_resolve(item, numbers) for item in items]


def _resolve(item: Item, numbers: _Numbers) -> Item:
    if isinstance(item, TextBox) and item.field:
        return dataclasses.replace(item, text=numbers.text(*item.field), field=None)
    if isinstance(item, Group) and _holds_field(item):
        return dataclasses.replace(item, items=tuple(_resolve(inner, numbers) for inner in item.items))
    return item


def _holds_field(group: Group) -> bool:
    return any(
        _holds_field(item)
        if isinstance(item, Group)
        else isinstance(item, TextBox) and item.field is not None
        for item in group.items
    )
