"""Writes pages with reportlab's canvas: invariant, uncompressed, fonts embedded and subset."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cotaprep_docs.pdf.emit.figures import draw_figure, draw_outline
from cotaprep_docs.pdf.emit.marker import BACKGROUND, BODY, FOOTER, HEADER, Marker, spoken
from cotaprep_docs.pdf.emit.operators import color, line, number, numbers
from cotaprep_docs.pdf.emit.places import Places
from cotaprep_docs.pdf.emit.typefaces import cover, font_name, rgb, shown
from cotaprep_docs.pdf.fonts.library import find_face
from cotaprep_docs.pdf.layout.boxes import (
    FieldBox,
    FigureBox,
    Fill,
    Group,
    Heading,
    ImageBox,
    Item,
    Outline,
    Page,
    Rule,
    Running,
    SignatureSpot,
    Slanted,
    Target,
    TextBox,
)
from cotaprep_docs.pdf.tags.marks import Marks
from cotaprep_docs.records import unchecked

_POINT: Final = 20.0
_SKEW: Final = 0.2126  # tan 12°, the slant of a face without italics
_DASHES: Final = {
    "dotted": (1, 2), "dashed": (3, 3), "dashSmallGap": (3, 1), "dotDash": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2),
}  # fmt: skip
_DOUBLE: Final = frozenset({"double", "triple", "thinThickSmallGap", "thickThinSmallGap"})


@unchecked(frozen=True, slots=True)
class Metadata:
    """What the PDF says about itself."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = ""


@unchecked(frozen=True, slots=True)
class Emitted:
    """The PDF, the keys of the pictures that could not be drawn, and what of it belongs to which tag."""

    data: bytes
    unreadable: tuple[str, ...]
    marks: Marks


def emit(pages: Sequence[Page], images: Mapping[str, bytes], metadata: Metadata) -> Emitted:
    """Return the PDF of the pages: the same bytes for the same pages, anywhere."""
    return emit_all((Quire(pages, images),), metadata)


@unchecked(frozen=True, slots=True)
class Quire:
    """The pages of one document in a file of several.

    Attributes:
        pages: its pages.
        images: its pictures, by the keys that its pages use.
        shift: added to the places of its structure.
        entry: what the outline calls it, above its own headings; empty for no such entry.
        depth: how far below the top of the outline its headings begin.
    """

    pages: Sequence[Page]
    images: Mapping[str, bytes]
    shift: int = 0
    entry: str = ""
    depth: int = 0


def emit_all(quires: Sequence[Quire], metadata: Metadata) -> Emitted:
    """Return the PDF of several documents, one after the other: the same bytes for the same, anywhere."""
    buffer = io.BytesIO()
    # An embedded font from the start, else the canvas names a Helvetica that is not embedded.
    canvas = Canvas(
        buffer,
        invariant=1,
        pageCompression=0,
        initialFontName=font_name(find_face("Caladea", bold=False, italic=False)),
        lang=metadata.language or None,
    )
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setCreator("cotaprep-docs")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    painter = _Painter(canvas)
    for quire in quires:
        painter.quire(quire)
    canvas.save()
    return Emitted(buffer.getvalue(), tuple(painter.unreadable), painter.marks)


def _read_image(data: bytes) -> ImageReader:
    reader = ImageReader(io.BytesIO(data))
    if reader.getRGBData() is not None and reader.mode == "CMYK":
        # Inks of no known printer: an archive takes only colours that are defined.
        with Image.open(io.BytesIO(data)) as image:
            return ImageReader(image.convert("RGB"))
    return reader


class _Painter:
    """Draws pages; y grows upwards here, in points."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._images: Mapping[str, bytes] = {}
        self._readers: dict[str, ImageReader | None] = {}
        self._height = 0.0
        self._fields: dict[int, FieldBox] = {}
        self._marker = Marker(canvas)
        self._headings = 0
        self._level = -1
        self._depth = 0
        self._quires = 0
        self._places = Places(canvas, ())
        self.unreadable: list[str] = []

    @property
    def marks(self) -> Marks:
        """What of the pages belongs to which place in the structure."""
        return self._marker.marks

    def quire(self, quire: Quire) -> None:
        """Draw the pages of one document."""
        self._quires += 1
        prefix = f"lugar-{self._quires}" if self._quires > 1 else "lugar"
        self._places = Places(self._canvas, quire.pages, prefix)
        self._images, self._readers = quire.images, {}
        self._marker.shift, self._depth = quire.shift, quire.depth
        for index, page in enumerate(quire.pages):
            self._start(page)
            if quire.entry and not index:
                self._outline(quire.entry, 0, 0.0, self._height)
            self._page(page)

    def _start(self, page: Page) -> None:
        self._height = page.height / _POINT
        self._canvas.setPageSize((page.width / _POINT, self._height))
        self._marker.start_page()

    def _page(self, page: Page) -> None:
        self._fields = {field.line.tag: field for field in page.fields}
        zones = (
            (BACKGROUND, page.behind), (HEADER, page.header), (BODY, page.body), (FOOTER, page.footer),
            (BODY, page.front),
        )  # fmt: skip
        for zone, items in zones:
            self._marker.zone = zone
            self._items(items, 0.0, 0.0)
        self._marker.close()
        self._canvas.showPage()

    def _items(self, items: Sequence[Item], x: float, y: float) -> None:
        for item in items:
            if isinstance(item, TextBox):
                self._marker.mark(item.tag)
                self._text(item, x, y)
            elif isinstance(item, Group):
                self._group(item, x + item.x, y + item.y)
            elif isinstance(item, Heading):
                self._heading(item, x, y)
            elif isinstance(item, Target):
                self._target(item, x, y)
            elif isinstance(item, Running):
                continue
            elif isinstance(item, SignatureSpot):
                self._field(item)
            elif isinstance(item, ImageBox):
                self._image(item, x, y)
            elif isinstance(item, FigureBox):
                left, top = self._at(x + item.x, y + item.y)
                draw_figure(item, self._canvas, self._marker, left, top)
            else:
                self._ornament(item, x, y)

    def _ornament(self, item: Rule | Fill | Slanted | Outline, x: float, y: float) -> None:
        """Draw what is no part of the structure."""
        self._marker.mark(0)
        if isinstance(item, Rule):
            self._rule(item, x, y)
        elif isinstance(item, Fill):
            self._fill(item, x, y)
        elif isinstance(item, Outline):
            draw_outline(item, self._canvas, *self._at(x, y))
        else:
            self._slanted(item, x, y)

    def _group(self, group: Group, x: float, y: float) -> None:
        outer, self._marker.repeated = self._marker.repeated, self._marker.repeated or group.repeated
        if group.clip is None:
            self._items(group.items, x, y)
        else:
            # Marked content and the saved state must not overlap by halves.
            self._marker.close()
            self._clipped(group, group.clip, x, y)
        self._marker.repeated = outer

    def _clipped(self, group: Group, clip: tuple[float, float, float, float], x: float, y: float) -> None:
        left, top, width, height = clip
        canvas = self._canvas
        canvas.saveState()
        path = canvas.beginPath()
        corner = self._at(x + left, y + top + height)
        path.rect(*corner, width / _POINT, height / _POINT)
        canvas.clipPath(path, stroke=0, fill=0)
        self._items(group.items, x, y)
        self._marker.close()
        canvas.restoreState()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x / _POINT, self._height - y / _POINT

    def _text(self, box: TextBox, x: float, y: float) -> None:
        left, base = self._at(x + box.x, y + box.y)
        shear = number(_SKEW) if box.font.slant else "0"
        code = f"q BT 1 0 {shear} 1 {number(left)} {number(base)} Tm {color(box.color)} rg"
        if box.font.embolden:
            code += f" {color(box.color)} RG {number(box.size / 36)} w 2 Tr"
        if box.word_space:
            code += f" {number(box.word_space / _POINT)} Tw"
        if box.char_space:
            code += f" {number(box.char_space / _POINT)} Tc"
        if box.scale != 100:
            code += f" {number(box.scale)} Tz"
        with self._marker.read_as(spoken(box.text)):
            self._canvas.addLiteral(f"{code} {shown(box.font, box.size, box.text, self._canvas)} ET Q")
        if box.link and self._places.leads(box.link) and self._marker.link(box.tag):
            self._link(box, left, base)

    def _heading(self, heading: Heading, x: float, y: float) -> None:
        """Add an entry to the outline; a level may be one deeper than the last, not more."""
        if self._marker.repeated:
            return
        level = min(heading.level + self._depth, self._level + 1)
        self._outline(heading.text, level, *self._at(x, y + heading.y))

    def _outline(self, text: str, level: int, left: float, top: float) -> None:
        self._level = level
        self._headings += 1
        key = f"titulo-{self._headings}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=left, top=top)
        self._canvas.addOutlineEntry(text, key, level)

    def _target(self, target: Target, x: float, y: float) -> None:
        if not self._marker.repeated:
            self._places.reach(target.name, *self._at(x, y + target.y))

    def _field(self, spot: SignatureSpot) -> None:
        """Note the field of a signature line where it is drawn; its room is known already."""
        field = self._fields.get(spot.line.tag)
        if field is not None and not self._marker.repeated:
            left, bottom = self._at(field.x, field.y + field.height)
            box = (left, bottom, left + field.width / _POINT, bottom + field.height / _POINT)
            self._marker.field(spot.line, box)

    def _link(self, box: TextBox, left: float, base: float) -> None:
        area = (left, base - box.size * 0.25, left + box.width / _POINT, base + box.size * 0.8)
        self._places.link(box.link, area)

    def _rule(self, rule: Rule, x: float, y: float) -> None:
        x1, y1 = self._at(x + rule.x1, y + rule.y1)
        x2, y2 = self._at(x + rule.x2, y + rule.y2)
        width = rule.width / _POINT
        code = f"q {color(rule.color)} RG {number(width)} w"
        if rule.style in _DOUBLE:
            dx, dy = (0.0, width) if y1 == y2 else (width, 0.0)
            lines = f"{line(x1 - dx, y1 - dy, x2 - dx, y2 - dy)} {line(x1 + dx, y1 + dy, x2 + dx, y2 + dy)}"
        else:
            if rule.style in _DASHES:
                code += f" [{numbers([max(width, 0.5) * part for part in _DASHES[rule.style]])}] 0 d"
            lines = line(x1, y1, x2, y2)
        self._canvas.addLiteral(f"{code} {lines} Q")

    def _fill(self, fill: Fill, x: float, y: float) -> None:
        left, bottom = self._at(x + fill.x, y + fill.y + fill.height)
        self._canvas.saveState()
        self._canvas.setFillColorRGB(*rgb(fill.color))
        self._canvas.rect(left, bottom, fill.width / _POINT, fill.height / _POINT, stroke=0, fill=1)
        self._canvas.restoreState()

    def _image(self, box: ImageBox, x: float, y: float) -> None:
        reader = self._reader(box.image)
        if reader is None:
            return
        left, bottom = self._at(x + box.x, y + box.y + box.height)
        width, height = box.width / _POINT, box.height / _POINT
        self._marker.mark(box.tag, (left, bottom, left + width, bottom + height))
        self._canvas.drawImage(reader, left, bottom, width, height, mask="auto")

    def _reader(self, key: str) -> ImageReader | None:
        if key not in self._readers:
            try:
                reader = _read_image(self._images[key])
            except (OSError, ValueError, KeyError, SyntaxError):
                reader = None
                self.unreadable.append(key)
            self._readers[key] = reader
        return self._readers[key]

    def _slanted(self, mark: Slanted, x: float, y: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(*self._at(x + mark.x, y + mark.y))
        canvas.rotate(-mark.angle)
        canvas.setFillColorRGB(*rgb(mark.color))
        canvas.setFont(font_name(mark.font), mark.size)
        cover(mark.font, mark.text)
        canvas.drawCentredString(0, -mark.size * 0.3, mark.text)
        canvas.restoreState()
