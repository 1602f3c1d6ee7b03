"""What layout gives: things at places. Twips, from the top left corner, downwards."""

from __future__ import annotations

from cotaprep_docs.pdf.fonts.library import Match
from cotaprep_docs.pdf.model.content import SignatureLine
from cotaprep_docs.records import unchecked


@unchecked(frozen=True, slots=True)
class TextBox:
    """A stretch of text on one baseline, in one formatting.

    Attributes:
        x: left edge.
        y: baseline.
        text: its characters.
        width: how wide it comes out, spaces stretched.
        font: the face.
        size: in points.
        color: six hexadecimal digits.
        word_space: added to each space.
        char_space: added to each character.
        scale: horizontal scale in percent.
        link: address it leads to.
        field: name and number format of a page field whose value is still to be set.
        tag: its place in the structure of the document, 0 for none.
    """

    x: float
    y: float
    text: str
    width: float
    font: Match
    size: float
    color: str = "000000"
    word_space: float = 0.0
    char_space: float = 0.0
    scale: int = 100
    link: str = ""
    field: tuple[str, str] | None = None
    tag: int = 0


@unchecked(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "000000"
    style: str = "single"


@unchecked(frozen=True, slots=True)
class Fill:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str


@unchecked(frozen=True, slots=True)
class ImageBox:
    """A picture; `tag` is its place in the structure of the document, 0 for none."""

    x: float
    y: float
    width: float
    height: float
    image: str
    alt: str = ""
    tag: int = 0


@unchecked(frozen=True, slots=True)
class Slanted:
    """A text across the page, centred at a point: a watermark."""

    x: float
    y: float
    text: str
    font: Match
    size: float
    angle: float
    color: str


Step = tuple[float, ...]
"""Of an outline: (x, y) goes straight there, six numbers along a Bézier curve."""


@unchecked(frozen=True, slots=True)
class Outline:
    """A line or area of any form: its start, then its steps; empty colours draw nothing."""

    start: tuple[float, float]
    steps: tuple[Step, ...]
    fill: str = ""
    color: str = ""
    width: float = 15.0
    dash: tuple[float, ...] = ()
    closed: bool = False


@unchecked(frozen=True, slots=True)
class Lettering:
    """A text from a point of its baseline, turned clockwise by `angle` degrees about that point."""

    x: float
    y: float
    text: str
    font: Match
    size: float
    color: str = "000000"
    angle: float = 0.0


@unchecked(frozen=True, slots=True)
class FigureBox:
    """A drawing of outlines and letters, one thing to who does not see it; `tag` as of `ImageBox`."""

    x: float
    y: float
    width: float
    height: float
    items: tuple[Outline | Lettering, ...]
    tag: int = 0


@unchecked(frozen=True, slots=True)
class Heading:
    """Where a heading starts; it draws nothing and becomes an entry of the outline.

    Attributes:
        y: its top.
        level: 0 for the highest.
        text: what the entry says.
    """

    y: float
    level: int
    text: str


@unchecked(frozen=True, slots=True)
class Target:
    """A place that links lead to; it draws nothing."""

    y: float
    name: str


@unchecked(frozen=True, slots=True)
class Running:
    """Where a paragraph starts that headers or footers quote; it draws nothing."""

    style: str
    text: str
    number: str


@unchecked(frozen=True, slots=True)
class SignatureSpot:
    """A point of a line where somebody signs; the room for it is found on the finished page.

    Attributes:
        x: where it stands in the line.
        y: the baseline, or the top of the text that it stands above.
        left: left edge of the paragraph.
        right: right edge of the paragraph.
        align: of the paragraph.
        line: the signature line.
    """

    x: float
    y: float
    left: float
    right: float
    align: str
    line: SignatureLine


@unchecked(frozen=True, slots=True)
class FieldBox:
    """The room of a signature on a page.

    Attributes:
        x: left edge.
        y: top edge.
        width: of the room.
        height: of the room.
        line: the signature line.
        cramped: there is text in it, or hardly any room.
    """

    x: float
    y: float
    width: float
    height: float
    line: SignatureLine
    cramped: bool = False


@unchecked(frozen=True, slots=True)
class Group:
    """Items moved together by (x, y), seen only within `clip` (x, y, width, height) where it is set.

    `repeated`: they stand elsewhere already, and are no part of the structure here.
    """

    x: float
    y: float
    items: tuple[Item, ...]
    clip: tuple[float, float, float, float] | None = None
    repeated: bool = False


Item = (
    TextBox
    | Rule
    | Fill
    | ImageBox
    | Slanted
    | Heading
    | Target
    | Running
    | SignatureSpot
    | Group
    | Outline
    | FigureBox
)


@unchecked(frozen=True, slots=True)
class Page:
    """A page: `behind` first, then header, body and footer in reading order, `front` over them.

    `fields` are signed on.
    """

    width: int
    height: int
    behind: tuple[Item, ...]
    header: tuple[Item, ...]
    body: tuple[Item, ...]
    footer: tuple[Item, ...]
    front: tuple[Item, ...] = ()
    fields: tuple[FieldBox, ...] = ()
