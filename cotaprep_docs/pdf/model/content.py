"""Content: what stands in paragraphs, and the blocks that stand on pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from cotaprep_docs.pdf.model.style import NO_BORDER, Border, CharProps, ParaProps
from cotaprep_docs.records import unchecked

if TYPE_CHECKING:  # documents without charts do not need to know them
    from cotaprep_docs.pdf.model.chart import Chart


@unchecked(frozen=True, slots=True)
class Text:
    """Characters with one formatting.

    Attributes:
        text: the characters.
        props: their formatting.
        link: address of a hyperlink; one that starts with ``#`` is a bookmark of the document.
        tag: the place of that hyperlink in the structure.
    """

    text: str
    props: CharProps
    link: str = ""
    tag: int = 0


@unchecked(frozen=True, slots=True)
class Tab:
    """A tabulator; `suffix` marks the one between a list number and its text."""

    props: CharProps
    suffix: bool = False


@unchecked(frozen=True, slots=True)
class Break:
    """A forced break of line, column or page."""

    kind: Literal["line", "column", "page"]
    props: CharProps


@unchecked(frozen=True, slots=True)
class PageField:
    """A field whose value only the layout knows: PAGE, NUMPAGES or SECTIONPAGES."""

    kind: Literal["PAGE", "NUMPAGES", "SECTIONPAGES"]
    number_format: str
    props: CharProps


@unchecked(frozen=True, slots=True)
class Sides:
    """A length for each side of a box."""

    top: int = 0
    right: int = 0
    bottom: int = 0
    left: int = 0


@unchecked(frozen=True, slots=True)
class PageReference:
    """The number of the page a bookmark stands on; `cached` is what the file says it is."""

    target: str
    number_format: str
    props: CharProps
    cached: str = ""
    link: str = ""
    tag: int = 0


@unchecked(frozen=True, slots=True)
class StyleReference:
    """The text, or the number, of the paragraph of a style that a page shows: a running title.

    Attributes:
        style: id of the style.
        last: the last of the page is wanted, not the first.
        number: its list number is wanted, not its text.
        props: its formatting.
        cached: what the file says, for where no paragraph has that style.
    """

    style: str
    last: bool
    number: bool
    props: CharProps
    cached: str = ""


@unchecked(frozen=True, slots=True)
class Bookmark:
    """A place that links and page references lead to; it draws nothing."""

    name: str


@unchecked(frozen=True, slots=True)
class Anchor:
    """Where a floating picture or watermark hangs.

    Attributes:
        horizontal: what `x` or `align_x` count from: ``page``, ``margin``, ``column``…
        vertical: what `y` or `align_y` count from.
        x: offset in twips.
        y: offset in twips.
        align_x: ``left``, ``center``, ``right`` or empty for `x`.
        align_y: ``top``, ``center``, ``bottom`` or empty for `y`.
        behind: drawn behind the text.
        wrap: ``none``, ``square`` or ``topAndBottom``.
        side: where text goes beside it: ``bothSides``, ``left``, ``right`` or ``largest``.
        distances: the room between it and the text.
    """

    horizontal: str = "column"
    vertical: str = "paragraph"
    x: int = 0
    y: int = 0
    align_x: str = ""
    align_y: str = ""
    behind: bool = False
    wrap: str = "none"
    side: str = "bothSides"
    distances: Sides = Sides()


@unchecked(frozen=True, slots=True)
class Picture:
    """A picture, in the line or floating; `image` is a key of `Document.images`, `tag` 0 is decoration.

    `chart`: it is drawn from that, and there is no image.
    """

    image: str
    width: int
    height: int
    props: CharProps
    alt: str = ""
    anchor: Anchor | None = None
    tag: int = 0
    chart: Chart | None = None


@unchecked(frozen=True, slots=True)
class Shape:
    """A drawn shape, in the line or floating, with or without text in it.

    Attributes:
        kind: ``rect``, ``roundRect``, ``ellipse``, ``line``, or empty where only its text is drawn.
        width: of its box.
        height: of its box, where it does not grow with its text.
        props: formatting of the run it stands in.
        fill: six hexadecimal digits, or empty.
        line: its outline.
        insets: the room between its edges and its text.
        blocks: its text.
        align: where the text stands in it: ``top``, ``center`` or ``bottom``.
        grows: it is as high as its text.
        anchor: where it floats.
        rising: a line from the lower left to the upper right.
        alt: what it shows, for who cannot see it.
        tag: its place in the structure, 0 where it is decoration.
        repeated: it stands elsewhere already, as in a header row.
    """

    kind: str
    width: int
    height: int
    props: CharProps
    fill: str = ""
    line: Border = NO_BORDER
    insets: Sides = Sides()
    blocks: tuple[Block, ...] = ()
    align: str = "top"
    grows: bool = False
    anchor: Anchor | None = None
    rising: bool = False
    alt: str = ""
    tag: int = 0
    repeated: bool = False


@unchecked(frozen=True, slots=True)
class NoteMark:
    """The number of a note: where the text refers to it, and where the note itself starts.

    Attributes:
        key: the note, in `Document.notes`.
        props: its formatting.
        refers: it stands in the text, not in the note.
        tag: its place in the structure.
    """

    key: int
    props: CharProps
    refers: bool = True
    tag: int = 0


@unchecked(frozen=True, slots=True)
class Watermark:
    """A text across the page, behind everything."""

    text: str
    width: int
    height: int
    angle: float
    props: CharProps


@unchecked(frozen=True, slots=True)
class SignatureLine:
    """Where somebody signs: it takes no room in its line.

    Attributes:
        name: of its field, which no other has.
        label: who signs, in words.
        tag: its place in the structure.
        blank: it stands where nothing is written; else above what is.
    """

    name: str
    label: str
    tag: int
    blank: bool = True


Inline = (
    Text
    | Tab
    | Break
    | PageField
    | PageReference
    | StyleReference
    | Bookmark
    | Picture
    | Shape
    | NoteMark
    | Watermark
    | SignatureLine
)
Float = Picture | Shape | Watermark


@unchecked(frozen=True, slots=True)
class Label:
    """The number or bullet of a list paragraph.

    Attributes:
        text: what it shows.
        props: its formatting.
        suffix: what follows it: ``tab``, ``space`` or ``nothing``.
        align: where it stands at its place.
        tag: its place in the structure; that of its paragraph where it is no item of a list.
        list_id: the list it belongs to.
        level: how deep in the list, 0 for the highest.
        number_format: of its numbers; ``bullet`` for signs.
    """

    text: str
    props: CharProps
    suffix: str = "tab"
    align: str = "left"
    tag: int = 0
    list_id: str = ""
    level: int = 0
    number_format: str = "decimal"


@unchecked(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its resolved formatting; `mark` formats its end, hence an empty line.

    `tag` is its place in the structure, the same for all parts that page breaks make of it, and 0 in
    headers and footers, which are no part of the structure. `title`: it is the title of the document.
    `contents`: its level as a line of a table of contents, 0 where it is none.
    """

    props: ParaProps
    mark: CharProps
    inlines: tuple[Inline, ...] = ()
    label: Label | None = None
    tab_interval: int = 720
    tag: int = 0
    title: bool = False
    contents: int = 0


@unchecked(frozen=True, slots=True)
class CellBorders:
    """The borders of a table cell, style and table already considered."""

    top: Border = NO_BORDER
    right: Border = NO_BORDER
    bottom: Border = NO_BORDER
    left: Border = NO_BORDER


@unchecked(frozen=True, slots=True)
class Cell:
    """A cell: `column` and `span` count grid columns, `rows` how many rows it spans (0: covered)."""

    blocks: tuple[Block, ...]
    column: int
    span: int = 1
    rows: int = 1
    width: int = 0
    borders: CellBorders = CellBorders()
    margins: Sides = Sides(0, 108, 0, 108)
    shade: str = ""
    align: str = "top"


@unchecked(frozen=True, slots=True)
class Row:
    """A row of a table; `rule` says whether `height` is ``atLeast`` or ``exact``."""

    cells: tuple[Cell, ...]
    height: int = 0
    rule: str = "atLeast"
    can_split: bool = True
    header: bool = False


@unchecked(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        rows: its rows.
        grid: width of each grid column, 0 where the layout must find it.
        width: preferred width, 0 for none.
        percent: preferred width in fiftieths of a percent of the room, 0 for none.
        indent: from the text margin to the edge of the first cell's text or border.
        align: ``left``, ``center`` or ``right``.
        fixed: widths are not to be changed.
        outdent: the first cell's margin hangs into the page margin, as before Word 2013.
        page_break_before: starts a new page.
        title: what it is called, for who cannot see it.
        summary: what it shows, for who cannot see it.
        decorative: it only places things on the page; it is no table of data.
        row_headers: its first column names the rows.
    """

    rows: tuple[Row, ...]
    grid: tuple[int, ...]
    width: int = 0
    percent: int = 0
    indent: int = 0
    align: str = "left"
    fixed: bool = False
    outdent: bool = True
    page_break_before: bool = False
    title: str = ""
    summary: str = ""
    decorative: bool = False
    row_headers: bool = False


Block = Paragraph | Table


@unchecked(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    Attributes:
        blocks: what it says.
        mark: its number as shown; where it counts by pages, its guess.
        paged: the format of a number that starts anew on each page, else empty.
        foot: it stands at the foot of its page, not at the end.
    """

    blocks: tuple[Block, ...]
    mark: str
    paged: str = ""
    foot: bool = True


@unchecked(frozen=True, slots=True)
class Column:
    """A column of a section: its left edge from the margin, its width."""

    left: int
    width: int


@unchecked(frozen=True, slots=True)
class Geometry:
    """Page size and margins of a section; `columns` where there are several, `ruled` with lines between."""

    width: int = 12240
    height: int = 15840
    top: int = 1440
    right: int = 1440
    bottom: int = 1440
    left: int = 1440
    header: int = 720
    footer: int = 720
    gutter: int = 0
    columns: tuple[Column, ...] = ()
    ruled: bool = False


@unchecked(frozen=True, slots=True)
class Stories:
    """Headers or footers of a section by page kind; `even` is used where the document says so."""

    default: tuple[Block, ...] = ()
    first: tuple[Block, ...] = ()
    even: tuple[Block, ...] = ()


@unchecked(frozen=True, slots=True)
class Section:
    """A section: its blocks, its pages, its headers and footers."""

    blocks: tuple[Block, ...]
    geometry: Geometry = Geometry()
    headers: Stories = Stories()
    footers: Stories = Stories()
    start: str = "nextPage"
    title_page: bool = False
    number_format: str = "decimal"
    first_number: int | None = None
    endnotes: tuple[int, ...] = ()


@unchecked(frozen=True, slots=True)
class Compat:
    """Settings of the document that change its layout."""

    even_and_odd: bool = False
    auto_spacing_sums: bool = False


@unchecked(frozen=True, slots=True)
class Document:
    """A whole document, ready to lay out.

    Attributes:
        wraps: whether text goes around something that floats.
        running_styles: styles that headers and footers quote.
        to_sign: whether it has signature lines.
    """

    sections: tuple[Section, ...]
    images: Mapping[str, bytes]
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = ""
    compat: Compat = Compat()
    notes: Mapping[int, Note] = dataclasses.field(default_factory=dict)
    wraps: bool = False
    running_styles: frozenset[str] = frozenset()
    to_sign: bool = False
