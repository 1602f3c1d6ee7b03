"""Stories: the blocks of the body, a header, a footer, a cell."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import Block, Break, Inline, Label, Paragraph
from cotaprep_docs.pdf.model.style import BODY_TEXT, CharProps
from cotaprep_docs.pdf.problem_kinds import UNSUPPORTED_OBJECT
from cotaprep_docs.pdf.reader.cascade import NO_TABLE, ParaContext, TableStyling
from cotaprep_docs.pdf.reader.inlines import InlineReader
from cotaprep_docs.pdf.reader.parts import Relation, Source
from cotaprep_docs.pdf.reader.properties import read_para_props, read_run_props
from cotaprep_docs.pdf.reader.tables import read_table
from cotaprep_docs.pdf.reader.values import W, child_value, local
from cotaprep_docs.records import unchecked

_MC: Final = "{" + NAMESPACES["mc"] + "}"
_TRANSPARENT: Final = frozenset({"sdtContent", "smartTag", "customXml"})
MAX_NESTING: Final = 40
_LEVELS: Final = frozenset("123456789")


@unchecked(slots=True)
class StoryReader:
    """Reads the blocks of one part, in order.

    Attributes:
        source: what the whole document shares.
        relations: of the part.
        number_paragraphs: count paragraphs for the place of a notice.
        tagged: what it holds is part of the document's structure; headers and footers are not.
        boxed: it is the text of a box.
        note: the note that is read, 0 for none.
    """

    source: Source
    relations: Mapping[str, Relation]
    number_paragraphs: bool = True
    tagged: bool = True
    boxed: bool = False
    note: int = 0
    _inlines: InlineReader = dataclasses.field(init=False)
    _depth: int = 0
    _count: int = 0
    _pending_break: str = ""

    def __post_init__(self) -> None:
        self._inlines = InlineReader(
            self.source, self.relations, self._box, self.tagged, self.boxed, self.note
        )

    def _box(self, element: etree._Element) -> tuple[Block, ...]:
        """Return the text of a text box."""
        if self._depth >= MAX_NESTING:
            return ()
        reader = StoryReader(
            self.source, self.relations, number_paragraphs=False, tagged=self.tagged, boxed=True
        )
        reader._depth = self._depth + 1
        return reader.blocks(element)

    def blocks(self, parent: etree._Element, table: TableStyling = NO_TABLE) -> tuple[Block, ...]:
        """Return the blocks that are children of an element."""
        found: list[Block] = []
        self._collect(parent, table, found)
        return tuple(found)

    def _collect(self, parent: etree._Element, table: TableStyling, found: list[Block]) -> None:
        for child in parent.iterchildren():
            self.block(child, table, found)

    def block(self, child: etree._Element, table: TableStyling, found: list[Block]) -> None:
        """Append what one block-level element gives."""
        name = local(child)
        if name == "p":
            self.paragraph(child, table, found)
        elif name == "tbl":
            self._table(child, found)
        elif name == "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                self._collect(content, table, found)
        elif name in _TRANSPARENT:
            self._collect(child, table, found)
        elif name == "bookmarkStart":
            self._inlines.expect(child)
        elif name == "AlternateContent":
            branch = child.find(_MC + "Fallback")
            self._collect(child if branch is None else branch, table, found)
        elif name == "altChunk":
            self.source.notices.add(UNSUPPORTED_OBJECT, what="un documento incrustado (altChunk)")

    def _table(self, element: etree._Element, found: list[Block]) -> None:
        if self._depth >= MAX_NESTING:
            return
        self._depth += 1
        table = read_table(element, self.source, self.blocks)
        self._depth -= 1
        if table.rows:
            found.append(dataclasses.replace(table, page_break_before=bool(self._take_break())))

    def _take_break(self) -> str:
        pending, self._pending_break = self._pending_break, ""
        return pending

    def paragraph(self, element: etree._Element, table: TableStyling, found: list[Block]) -> None:
        """Append a ``w:p``: one paragraph, more where page breaks or text boxes divide it."""
        self._count += 1
        if self.number_paragraphs and not self._depth:
            self.source.notices.place = f"cuerpo, párrafo {self._count}"
        formatting = element.find(W + "pPr")
        direct = read_para_props(formatting)
        direct["style"] = child_value(formatting, "pStyle")
        if direct["style"] not in self.source.cascade.styles.styles:
            direct.pop("style")
        props, context, num_id, level = self.source.cascade.para(direct, table)
        run_element = None if formatting is None else formatting.find(W + "rPr")
        mark_direct = read_run_props(run_element, self.source.fonts)
        mark = self.source.cascade.chars(context, child_value(run_element, "rStyle"), mark_direct)
        inlines = self._inlines.read(element, context)
        if mark.hidden and not inlines:
            return
        label = self._label(num_id, level, context, mark_direct)
        title = self.source.cascade.styles.is_title(props.style)
        tag = self.source.next_tag() if self.tagged else 0
        if label is not None:
            label = self._tagged(label, tag, heading=title or props.outline < BODY_TEXT)
        contents = self._contents_level(props.style) if self._inlines.in_contents else 0
        whole = Paragraph(props, mark, inlines, label, self.source.tab_interval, tag, title, contents)
        found.extend(self._split(whole))
        self._write_boxes(table, found)
        if self._inlines.tables:
            found += self._inlines.tables
            self._inlines.tables = []

    def _contents_level(self, style: str) -> int:
        """Return the level of a line of a table of contents, by its style, such as ``toc 1``."""
        known = self.source.cascade.styles.styles.get(style)
        name = "" if known is None else child_value(known.element, "name").lower()
        level = name.removeprefix("toc ")
        return int(level) if level in _LEVELS else 1

    def _label(self, num_id: str, level: int, context: ParaContext, mark: dict[str, object]) -> Label | None:
        definition = self.source.cascade.definition(num_id, level)
        if definition is None:
            return None
        text = self.source.cascade.numbering.advance(num_id, level)
        props: CharProps = self.source.cascade.chars(context, "", mark, definition.run)
        if not text and definition.suffix == "nothing":
            return None
        form = definition.number_format
        return Label(text, props, definition.suffix, definition.align, 0, num_id, level, form)

    def _tagged(self, label: Label, paragraph: int, *, heading: bool) -> Label:
        """Return a label with its own place in the structure: in a heading it is part of the text."""
        own = paragraph and label.text and not heading
        return dataclasses.replace(label, tag=self.source.next_tag() if own else paragraph)

    def _split(self, whole: Paragraph) -> list[Block]:
        """Return the paragraph divided at its breaks of page and column.

        What follows a break is the same paragraph going on: no number, no first-line indent, no space
        before. A break with nothing after it starts the next block on a new page instead (as Word does).
        """
        pieces: list[list[Inline]] = [[]]
        breaks = ["page" if whole.props.page_break_before else self._take_break()]
        for inline in whole.inlines:
            if isinstance(inline, Break) and inline.kind != "line":
                pieces.append([])
                breaks.append(inline.kind)
            else:
                pieces[-1].append(inline)
        if len(pieces) > 1 and not pieces[-1]:
            pieces.pop()
            self._pending_break = breaks.pop()
        return [
            self._piece(whole, tuple(piece), index, len(pieces), breaks[index])
            for index, piece in enumerate(pieces)
        ]

    @staticmethod
    def _piece(
        whole: Paragraph, inlines: tuple[Inline, ...], index: int, count: int, broken: str
    ) -> Paragraph:
        props = whole.props
        if (broken == "page") != props.page_break_before or broken == "column":
            props = dataclasses.replace(
                props, page_break_before=broken == "page", column_break_before=broken == "column"
            )
        if index:
            props = dataclasses.replace(props, before=0, before_auto=False, first=0)
        if index < count - 1:
            props = dataclasses.replace(props, after=0, after_auto=False)
        label = None if index else whole.label
        return dataclasses.replace(whole, props=props, inlines=inlines, label=label)

    def _write_boxes(self, table: TableStyling, found: list[Block]) -> None:
        while self._inlines.boxes and self._depth < MAX_NESTING:
            box = self._inlines.boxes.pop(0)
            waiting, self._inlines.boxes = self._inlines.boxes, []
            self._depth += 1
            self._collect(box, table, found)
            self._depth -= 1
            self._inlines.boxes += waiting
