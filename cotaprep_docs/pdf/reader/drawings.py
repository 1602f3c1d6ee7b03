"""Pictures and watermarks: DrawingML and VML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.model.content import Anchor, Picture, Watermark
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.problem_kinds import FLOATING, IMAGE_UNREADABLE, UNSUPPORTED_OBJECT
from cotaprep_docs.pdf.reader.parts import Relation, Source
from cotaprep_docs.pdf.reader.values import R, emu, number

_WP: Final = "{" + NAMESPACES["wp"] + "}"
_A: Final = "{" + NAMESPACES["a"] + "}"
_V: Final = "{" + NAMESPACES["v"] + "}"
_STYLE: Final = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
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
    anchor = _read_anchor(frame, source, alt) if frame.tag == _WP + "anchor" else None
    return max(width, 1), max(height, 1), anchor


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


def _read_anchor(frame: etree._Element, source: Source, alt: str) -> Anchor:
    across, down = frame.find(_WP + "positionH"), frame.find(_WP + "positionV")
    wrap = next((e.tag[len(_WP) + 4 :] for e in frame if str(e.tag).startswith(_WP + "wrap")), "None")
    if wrap in {"Square", "Tight", "Through"}:
        source.notices.add(FLOATING, what=alt or "imagen")
    return Anchor(
        horizontal="column" if across is None else str(across.get("relativeFrom", "column")),
        vertical="paragraph" if down is None else str(down.get("relativeFrom", "paragraph")),
        x=_offset(across),
        y=_offset(down),
        align_x=_align(across),
        align_y=_align(down),
        behind=frame.get("behindDoc", "0") in {"1", "true"},
        wrap=wrap[:1].lower() + wrap[1:],
    )


def _offset(position: etree._Element | None) -> int:
    child = None if position is None else position.find(_WP + "posOffset")
    return 0 if child is None else emu(child.text)


def _align(position: etree._Element | None) -> str:
    child = None if position is None else position.find(_WP + "align")
    return "" if child is None else (child.text or "").strip()


def read_vml(
    element: etree._Element, source: Source, relations: Mapping[str, Relation], props: CharProps
) -> Picture | Watermark | None:
    """Return the picture or watermark of a ``w:pict`` or ``w:object``."""
    for shape in element.iter(_V + "shape", _V + "rect"):
        style = dict(_STYLE.findall(str(shape.get("style", ""))))
        width, height = _css(style.get("width")), _css(style.get("height"))
        text = shape.find(_V + "textpath")
        if text is not None:
            return Watermark(
                str(text.get("string", "")), width, height, number(style.get("rotation"), 0), props
            )
        data = shape.find(_V + "imagedata")
        if data is not None:
            image = _load(str(data.get(R + "id", "")), source, relations, str(shape.get("alt", "")))
            return Picture(image, width, height, props, str(shape.get("alt", ""))) if image else None
    return None


def _css(text: str | None) -> int:
    if text is None:
        return _DEFAULT_SIDE
    text = text.strip()
    return max(1, number(text if text[-1:].isalpha() else text + "pt", _DEFAULT_SIDE))
