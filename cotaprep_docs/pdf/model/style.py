"""Resolved formatting of characters and paragraphs."""

from __future__ import annotations

from cotaprep_docs.records import unchecked


@unchecked(frozen=True, slots=True)
class Border:
    """One line of a border.

    Attributes:
        style: ``single``, ``double``, ``dashed``, ``dotted``…; ``none`` draws nothing.
        width: thickness in twips.
        color: six hexadecimal digits.
        space: distance to the text in twips.
    """

    style: str = "none"
    width: int = 0
    color: str = "000000"
    space: int = 0

    @property
    def visible(self) -> bool:
        """Whether it draws anything."""
        return self.style not in {"none", "nil"} and self.width > 0


NO_BORDER = Border()
BODY_TEXT = 9
"""The outline level of what is no heading."""


@unchecked(frozen=True, slots=True)
class CharProps:
    """Formatting of a run (``w:rPr``), resolved."""

    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    strike: bool = False
    double_strike: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    color: str = "000000"
    shade: str = ""
    highlight: str = ""
    vertical: str = "baseline"
    raise_by: int = 0
    spacing: int = 0
    scale: int = 100
    language: str = ""

    @property
    def background(self) -> str:
        """The colour behind the text, or empty."""
        return self.highlight or self.shade


@unchecked(frozen=True, slots=True)
class TabStop:
    """A tab stop: position from the text margin, alignment, leader character kind."""

    position: int
    align: str = "left"
    leader: str = "none"


@unchecked(frozen=True, slots=True)
class ParaBorders:
    """The borders of a paragraph."""

    top: Border = NO_BORDER
    bottom: Border = NO_BORDER
    left: Border = NO_BORDER
    right: Border = NO_BORDER
    between: Border = NO_BORDER


@unchecked(frozen=True, slots=True)
class ParaProps:
    """Formatting of a paragraph (``w:pPr``), resolved."""

    style: str = ""
    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    before_auto: bool = False
    after_auto: bool = False
    line: int = 240
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    column_break_before: bool = False
    tabs: tuple[TabStop, ...] = ()
    borders: ParaBorders = ParaBorders()
    shade: str = ""
    outline: int = BODY_TEXT
