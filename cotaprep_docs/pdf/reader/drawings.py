"""Pictures and watermarks: DrawingML and VML."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import Anchor, Picture, Shape, Watermark
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.problem_kinds import IMAGE_UNREADABLE, UNSUPPORTED_OBJECT
from cotaprep_docs.pdf.reader.anchors import css, css_length, read_anchor, read_vml_anchor
from cotaprep_docs.pdf.reader.parts import Relation, Source
from cotaprep_docs.pdf.reader.shapes import WPS, ShapeReader
from cotaprep_docs.pdf.reader.values import R, emu, number

_WP: Final = "{" + NAMESPACES["wp"] + "}"
_A: Final = "{" + NAMESPACES["a"] + "}"
_V: Final = "{" + NAMESPACES["v"] + "}"
_MAGIC: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# Large enough for what stands in a letterhead; a picture without size is shown one inch high.
_DEFAULT_SIDE: Final = 1440


def read_drawing(
    element: etree._Element, source: Source, relations: Mapping[str, Relation], props: CharProps
) -> Picture | None:
    """Return the picture of a ``w:drawing``, or None where it holds none that can be drawn."""
    frame = next((e for e in element.iterchildren(_WP + "inline", _WP + "anchor")), None)
    if frame is None:
        return None
    blip = next(frame.iter(_A + "blip"), None)
    properties = frame.find(_WP + "docPr")
    alt = "" if properties is None else str(properties.get("descr", ""))
    if blip is None:
        _report_undrawn(frame, source, alt)
        return None
    image = _load(str(blip.get(R + "embed", "")), source, relations, alt)
    width, height, anchor = read_frame(frame, source, alt)
    if image is None:
        return None
    return Picture(image, width, height, props, alt, anchor)


def read_frame(frame: etree._Element, source: Source, alt: str) -> tuple[int, int, Anchor | None]:
    """Return width and height of a ``wp:inline`` or ``wp:anchor``, and what it hangs on."""
    extent = frame.find(_WP + "extent")
    width, height = (_DEFAULT_SIDE, _DEFAULT_SIDE) if extent is None else (
        emu(extent.get("cx")), emu(extent.get("cy"))
    )  # fmt: skip
    anchor = read_anchor(frame, source.notices, alt or "imagen") if frame.tag == _WP + "anchor" else None
    return max(width, 1), max(height, 1), anchor


def read_shapes(element: etree._Element, reader: ShapeReader, props: CharProps) -> list[Shape] | None:
    """Return the shapes of a ``w:drawing`` or ``w:pict``; None where it holds something else."""
    frame = next((e for e in element.iterchildren(_WP + "inline", _WP + "anchor")), None)
    if frame is None:
        return _vml_shapes(element, reader, props)
    data = frame.find(f"{_A}graphic/{_A}graphicData")
    shape = None if data is None else data.find(WPS + "wsp")
    if shape is None:
        return None
    properties, extent = frame.find(_WP + "docPr"), frame.find(_WP + "extent")
    alt = "" if properties is None else str(properties.get("descr", ""))
    size = (0, 0) if extent is None else (emu(extent.get("cx")), emu(extent.get("cy")))
    floats = frame.tag == _WP + "anchor"
    anchor = read_anchor(frame, reader.source.notices, alt or "forma") if floats else None
    read = reader.drawing(shape, size, anchor, props)
    return [] if read is None else [dataclasses.replace(read, alt=alt)]


def _vml_shapes(element: etree._Element, reader: ShapeReader, props: CharProps) -> list[Shape] | None:
    if next(element.iter(_V + "group", _V + "textpath", _V + "imagedata"), None) is not None:
        return None
    names = ("shape", "rect", "oval", "line", "roundrect")
    shapes = (reader.vml(e, props) for e in element.iterchildren(*(_V + name for name in names)))
    return [shape for shape in shapes if shape is not None]


def is_decoration(element: etree._Element) -> bool:
    """Tell whether a drawing is marked in Word as mere decoration («Marcar como decorativo»)."""
    return any(mark.get("val") in {"1", "true"} for mark in element.iter("{*}decorative"))


def _report_undrawn(frame: etree._Element, source: Source, alt: str) -> None:
    if not any(e.tag.endswith("}txbxContent") for e in frame.iter("{*}txbxContent")):
        source.notices.add(UNSUPPORTED_OBJECT, what=f"forma o diagrama {alt}".strip())


def _load(relation_id: str, source: Source, relations: Mapping[str, Relation], alt: str) -> str | None:
    relation = relations.get(relation_id)
    name = relation.target if relation else relation_id
    data = None if relation is None or relation.external else source.package.parts.get(name)
    if data is None or not data.startswith(_MAGIC):
        source.notices.add(IMAGE_UNREADABLE, image=name or "?", alt=f" ({alt})" if alt else "")
        return None
    source.images[name] = data
    return name


def read_vml(
    element: etree._Element, source: Source, relations: Mapping[str, Relation], props: CharProps
) -> Picture | Watermark | None:
    """Return the picture or watermark of a ``w:pict`` or ``w:object``."""
    for shape in element.iter(_V + "shape", _V + "rect"):
        style = css(shape)
        width, height = (max(css_length(style.get(name), _DEFAULT_SIDE), 1) for name in ("width", "height"))
        text = shape.find(_V + "textpath")
        if text is not None:
            return Watermark(
                str(text.get("string", "")), width, height, number(style.get("rotation"), 0), props
            )
        data = shape.find(_V + "imagedata")
        if data is not None:
            image = _load(str(data.get(R + "id", "")), source, relations, str(shape.get("alt", "")))
            alt = str(shape.get("alt", ""))
            return Picture(image, width, height, props, alt, read_vml_anchor(shape)) if image else None
    return None
