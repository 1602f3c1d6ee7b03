"""What stands inside a paragraph: runs, fields, links, content controls, revisions."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final, Literal

from lxml import etree

from cotaprep_docs.ooxml.instruction import Instruction, parse_instruction
from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import (
    Block,
    Bookmark,
    Break,
    Inline,
    NoteMark,
    PageField,
    PageReference,
    Picture,
    Shape,
    StyleReference,
    Tab,
    Text,
)
from cotaprep_docs.pdf.model.numbers import switch_format
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.problem_kinds import (
    LOST_LINK,
    NO_ALTERNATIVE,
    RIGHT_TO_LEFT,
    TEXT_BOX,
    UNSUPPORTED_OBJECT,
)
from cotaprep_docs.pdf.reader.cascade import ParaContext
from cotaprep_docs.pdf.reader.drawings import is_decoration, read_drawing, read_shapes, read_vml
from cotaprep_docs.pdf.reader.fields import ComputedField, OpenField, page_field, style_field
from cotaprep_docs.pdf.reader.parts import Relation, Source
from cotaprep_docs.pdf.reader.properties import Partial, read_run_props
from cotaprep_docs.pdf.reader.shapes import ReadBlocks, ShapeReader
from cotaprep_docs.pdf.reader.values import R, W, attribute, child_value, local, on_off_attribute
from cotaprep_docs.records import unchecked

_CHART: Final = "{" + NAMESPACES["c"] + "}chart"
_MC: Final = "{" + NAMESPACES["mc"] + "}"
_TRANSPARENT: Final = frozenset({"smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase"})
_DROPPED: Final = frozenset({"pPr", "rPr", "rt", "sdtPr", "sdtEndPr"})
_CHARACTERS: Final = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n"}


@unchecked(slots=True)
class InlineReader:
    """Reads the paragraphs of one story; fields may run over several of them.

    Attributes:
        source: what the whole document shares.
        relations: of the part the story is in.
        read_box: reads the text of a text box.
        tagged: what it reads is part of the document's structure.
        boxed: the story is the text of a box; nothing floats within another.
        note: the note the story is, 0 for none.
        boxes: contents of text boxes met, to be written after their paragraph.
        tables: numbers of charts that are not drawn, to be written after their paragraph too.
        in_contents: the paragraph just read is a line of a table of contents.
    """

    source: Source
    relations: Mapping[str, Relation]
    read_box: ReadBlocks
    tagged: bool = True
    boxed: bool = False
    note: int = 0
    boxes: list[etree._Element] = dataclasses.field(default_factory=list)
    tables: list[Block] = dataclasses.field(default_factory=list)
    _fields: list[OpenField] = dataclasses.field(default_factory=list)
    _out: list[Inline] = dataclasses.field(default_factory=list)
    _waiting: list[Inline] = dataclasses.field(default_factory=list)
    _context: ParaContext | None = None
    _link: str = ""
    _link_tag: int = 0
    in_contents: bool = False

    def read(self, paragraph: etree._Element, context: ParaContext) -> tuple[Inline, ...]:
        """Return the inlines of a ``w:p``."""
        self._out, self._waiting = self._waiting, []
        self._context = context
        self._link_tag = self.source.next_tag() if self._link_tag else 0
        self.in_contents = self._is_in_contents()
        self._signature_lines(paragraph)
        self._children(paragraph)
        for inline in self._out:
            if isinstance(inline, Picture | Shape) and inline.anchor and inline.anchor.wrap != "none":
                self.source.wraps = True
        return tuple(_join_texts(self._out))

    def _is_in_contents(self) -> bool:
        return any(field.contents and field.in_result for field in self._fields)

    def _children(self, element: etree._Element) -> None:
        for child in element.iterchildren():
            name = local(child)
            if name == "r" and child.tag == W + "r":
                self._run(child)
            elif name == "hyperlink":
                self._hyperlink(child)
            elif name == "fldSimple":
                self._simple_field(child)
            elif name == "sdt":
                self._content_control(child)
            elif name in _TRANSPARENT:
                self._children(child)
            elif name == "bookmarkStart":
                self._bookmark(child)
            elif name in {"oMath", "oMathPara"}:
                self._math(child)
            elif name not in _DROPPED and name == "AlternateContent":
                self._alternate(child)

    def _hyperlink(self, element: etree._Element) -> None:
        relation = self.relations.get(str(element.get(R + "id", "")))
        outer, outer_tag = self._link, self._link_tag
        address = relation.target if relation and relation.external else ""
        self._set_link(address, attribute(element, "anchor"))
        self._children(element)
        self._link, self._link_tag = outer, outer_tag

    def _set_link(self, address: str, bookmark: str) -> None:
        """Make what follows a link: to an address, or to a bookmark of the document."""
        if bookmark and address:
            address = f"{address}#{bookmark}"
        elif bookmark:
            address = self._place(bookmark)
            if not address:
                self.source.notices.add(LOST_LINK, destino=bookmark)
        self._link = address
        self._link_tag = self.source.next_tag() if address and self.tagged else 0

    def _place(self, bookmark: str) -> str:
        known = self.source.bookmarks.get(bookmark.casefold())
        return f"#{known}" if known else ""

    def _bookmark(self, element: etree._Element) -> None:
        name = self.source.bookmarks.get(attribute(element, "name").casefold())
        if name and self.tagged:
            self._out.append(Bookmark(name))

    def expect(self, bookmark: etree._Element) -> None:
        """Note a bookmark that starts before the next paragraph."""
        self._out = self._waiting
        self._bookmark(bookmark)

    def _signature_lines(self, holder: etree._Element) -> None:
        if self.tagged and self.source.signatures is not None:
            self._out += self.source.signatures.take(holder, self.source.next_tag)

    def _content_control(self, element: etree._Element) -> None:
        self._signature_lines(element)
        content = element.find(W + "sdtContent")
        if content is not None:
            self._children(content)

    def _math(self, element: etree._Element) -> None:
        text = "".join(e.text or "" for e in element.iter("{*}t"))
        self.source.notices.add(UNSUPPORTED_OBJECT, what="una ecuación; se escribió su texto en línea")
        self._text(text, self._props({}, ""))

    def _alternate(self, element: etree._Element) -> None:
        choice = element.find(_MC + "Choice")
        fallback = element.find(_MC + "Fallback")
        drawable = choice is not None and (
            next(choice.iter("{*}blip"), None) is not None
            or next(choice.iter("{*}txbxContent", "{*}wsp"), None) is not None
        )
        branch = choice if drawable or fallback is None else fallback
        if branch is not None:
            self._run_content(branch, self._props({}, ""))

    def _props(self, direct: Partial, style: str) -> CharProps:
        assert self._context is not None  # noqa: S101 - set by read()
        return self.source.cascade.chars(self._context, style, direct)

    def _run(self, run: etree._Element) -> None:
        formatting = run.find(W + "rPr")
        direct = read_run_props(formatting, self.source.fonts)
        props = self._props(direct, child_value(formatting, "rStyle"))
        if formatting is not None and formatting.find(W + "rtl") is not None:
            self.source.notices.add(RIGHT_TO_LEFT)
        self._run_content(run, props)

    def _run_content(self, run: etree._Element, props: CharProps) -> None:
        for child in run.iterchildren():
            name = local(child)
            if name == "fldChar":
                self._field_char(attribute(child, "fldCharType"), props)
            elif name == "instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += child.text or ""
            elif not self._muted:
                self._piece(child, name, props)
            elif name == "t" and self._fields[-1].in_result:
                self._fields[-1].cached += child.text or ""

    @property
    def _muted(self) -> bool:
        # Instructions are not text, and the old result of a field we compute is not wanted.
        return any(field.replaced or not field.in_result for field in self._fields)

    def _piece(self, child: etree._Element, name: str, props: CharProps) -> None:
        if name == "t":
            self._text(child.text or "", props)
        elif name in _CHARACTERS:
            self._text(_CHARACTERS[name], props)
        elif name in {"tab", "ptab"} and not props.hidden:
            self._out.append(Tab(props))
        elif name == "br":
            self._break(child, props)
        elif name == "sym":
            self._symbol(child, props)
        else:
            self._object(child, name, props)

    def _object(self, child: etree._Element, name: str, props: CharProps) -> None:
        if name in {"drawing", "pict", "object"}:
            self._graphic(child, name, props)
        elif name in {"footnoteReference", "endnoteReference"}:
            self._note(child, name, props)
        elif name in {"footnoteRef", "endnoteRef"} and self.note:
            self._out.append(NoteMark(self.note, props, refers=False, tag=self._tag()))
        elif name == "AlternateContent":
            self._alternate(child)
        elif name == "ruby":
            self._children(child)

    def _text(self, text: str, props: CharProps) -> None:
        if props.hidden:
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self._out.append(Break("line", props))
            if line:
                self._out.append(Text(line, props, self._link, self._link_tag))

    def _break(self, element: etree._Element, props: CharProps) -> None:
        kinds: dict[str, Literal["page", "column"]] = {"page": "page", "column": "column"}
        self._out.append(Break(kinds.get(attribute(element, "type"), "line"), props))

    def _symbol(self, element: etree._Element, props: CharProps) -> None:
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            return
        font = attribute(element, "font")
        self._text(chr(code & 0xFFFF), dataclasses.replace(props, font=font or props.font))

    def _graphic(self, element: etree._Element, name: str, props: CharProps) -> None:
        shapes = read_shapes(element, ShapeReader(self.source, self.read_box), props)
        if shapes is not None:
            self._out += [self._drawn(shape, element) for shape in shapes]
            return
        boxes = list(element.iter(W + "txbxContent"))
        if boxes:
            self.source.notices.add(TEXT_BOX)
            self.boxes += boxes
            return
        chart = next(element.iter(_CHART), None)
        if chart is not None:
            self._chart(element, chart, props)
            return
        reader = read_drawing if name == "drawing" else read_vml
        picture = reader(element, self.source, self.relations, props)
        if isinstance(picture, Picture) and self.boxed:
            picture = dataclasses.replace(picture, anchor=None)
        if isinstance(picture, Picture) and self.tagged:
            picture = self._figure(picture, element)
        if picture is not None:
            self._out.append(picture)

    def _drawn(self, shape: Shape, element: etree._Element) -> Shape:
        """Return a shape as it stands in the line where it is in another box, and with its place."""
        if self.boxed:
            shape = dataclasses.replace(shape, anchor=None)
        if shape.blocks or not shape.alt or is_decoration(element):
            return shape
        return dataclasses.replace(shape, tag=self._tag())

    def _chart(self, element: etree._Element, chart: etree._Element, props: CharProps) -> None:
        # Documents without charts do not need to know how they are read.
        from cotaprep_docs.pdf.reader.chart_frames import read_chart_frame  # noqa: PLC0415

        read = read_chart_frame(element, chart, self.source, self.relations, props)
        if isinstance(read, Picture):
            tag = self.source.next_tag() if self.tagged and not is_decoration(element) else 0
            self._out.append(dataclasses.replace(read, tag=tag))
        elif read is not None:
            self.tables += read.blocks(self.source.next_tag if self.tagged else lambda: 0)

    def _figure(self, picture: Picture, element: etree._Element) -> Picture:
        """Return a picture with its place in the structure; what is marked as decoration has none."""
        if is_decoration(element):
            return picture
        if not picture.alt:
            self.source.notices.add(NO_ALTERNATIVE, image=picture.image)
        return dataclasses.replace(picture, tag=self.source.next_tag())

    def _note(self, element: etree._Element, name: str, props: CharProps) -> None:
        by_hand = on_off_attribute(element, "customMarkFollows")
        key = self.source.notes.refer(
            name.replace("Reference", "s"), attribute(element, "id"), by_hand=by_hand
        )
        if key:
            self._out.append(NoteMark(key, props, tag=self._tag()))

    def _tag(self) -> int:
        return self.source.next_tag() if self.tagged else 0

    def _field_char(self, kind: str, props: CharProps) -> None:
        if kind == "begin":
            self._fields.append(OpenField())
        elif not self._fields:
            return
        elif kind == "separate":
            self._separate(props)
        elif kind == "end":
            if not self._fields[-1].in_result:
                self._separate(props)
            field = self._fields.pop()
            self._close(field)

    def _separate(self, props: CharProps) -> None:
        """Begin the result of a field: some are computed, some are links, the others show what is cached."""
        field = self._fields[-1]
        field.in_result = True
        instruction = parse_instruction(field.instruction)
        field.computed = self._computed(instruction, props)
        if field.computed is not None:
            field.hidden = self._muted or props.hidden
            field.replaced = True
            if isinstance(field.computed, PageField) and not field.hidden:
                self._out.append(field.computed)
        else:
            self._open_result(field, instruction)

    def _close(self, field: OpenField) -> None:
        computed = field.computed
        if isinstance(computed, PageReference | StyleReference) and not field.hidden:
            self._out.append(dataclasses.replace(computed, cached=field.cached.strip()))
        if field.outer is not None:
            self._link, self._link_tag = field.outer

    def _open_result(self, field: OpenField, instruction: Instruction) -> None:
        field.contents = instruction.name == "TOC"
        self.in_contents = self.in_contents or field.contents
        if self._muted:
            return
        if instruction.name == "HYPERLINK":
            field.outer = (self._link, self._link_tag)
            self._set_link(instruction.argument, instruction.value(r"\l"))
        elif instruction.name == "REF" and instruction.has(r"\h") and self._place(instruction.argument):
            field.outer = (self._link, self._link_tag)
            self._set_link("", instruction.argument)

    def _computed(self, instruction: Instruction, props: CharProps) -> ComputedField | None:
        """Return the field of an instruction, or None for one whose cached result is shown."""
        if instruction.name == "PAGEREF":
            return self._page_reference(instruction, props)
        if instruction.name == "STYLEREF" and not self.tagged:
            return style_field(instruction, props, self.source)
        return page_field(instruction, props)

    def _page_reference(self, instruction: Instruction, props: CharProps) -> PageReference | None:
        place = self._place(instruction.argument)
        if not place or instruction.has(r"\p"):
            return None
        link, tag = self._link, self._link_tag
        if not link and instruction.has(r"\h") and self.tagged:
            link, tag = place, self.source.next_tag()
        return PageReference(place[1:], switch_format(instruction.formats), props, "", link, tag)

    def _simple_field(self, element: etree._Element) -> None:
        run = element.find(W + "r")
        formatting = None if run is None else run.find(W + "rPr")
        props = self._props(read_run_props(formatting, self.source.fonts), child_value(formatting, "rStyle"))
        field = OpenField(attribute(element, "instr"))
        self._fields.append(field)
        self._separate(props)
        self._children(element)
        self._close(self._fields.pop())


def _join_texts(inlines: list[Inline]) -> list[Inline]:
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if (
            isinstance(inline, Text)
            and isinstance(last, Text)
            and last.props == inline.props
            and last.link == inline.link
            and last.tag == inline.tag
        ):
            joined[-1] = Text(last.text + inline.text, last.props, last.link, last.tag)
        else:
            joined.append(inline)
    return joined
