"""Sections: page geometry, headers and footers (``w:sectPr``)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Final

from lxml import etree

from cotaprep_docs.pdf.model.content import Block, Column, Geometry, Section, Stories
from cotaprep_docs.pdf.problem_kinds import VALUE_CLAMPED
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.values import (
    R,
    W,
    attribute,
    child_value,
    length,
    number,
    on_off,
    on_off_attribute,
)
from cotaprep_docs.records import unchecked

ReadStory = Callable[[str, str], tuple[Block, ...]]

_SIDE: Final = 22 * 1440
_LEAST_ROOM: Final = 360
_NARROWEST: Final = 240


@unchecked(frozen=True, slots=True)
class Inherited:
    """What a section takes from the one before it where it says nothing."""

    headers: Stories = dataclasses.field(default_factory=Stories)
    footers: Stories = dataclasses.field(default_factory=Stories)


def read_section(
    element: etree._Element | None,
    blocks: tuple[Block, ...],
    before: Inherited,
    read_story: ReadStory,
    notices: Notices,
) -> Section:
    """Return a section; `read_story` gives the blocks of a header or footer part."""
    if element is None:
        return Section(blocks, headers=before.headers, footers=before.footers)
    numbers = element.find(W + "pgNumType")
    start = None if numbers is None else numbers.get(W + "start")
    geometry = _read_geometry(element, notices)
    return Section(
        blocks,
        geometry,
        _read_stories(element, "header", before.headers, read_story),
        _read_stories(element, "footer", before.footers, read_story),
        child_value(element, "type", "nextPage"),
        title_page=on_off(element.find(W + "titlePg")),
        number_format="decimal" if numbers is None else attribute(numbers, "fmt", "decimal"),
        first_number=number(start, 1, low=0, high=1_000_000) if start else None,
    )


def _read_stories(element: etree._Element, kind: str, before: Stories, read_story: ReadStory) -> Stories:
    stories = {"default": before.default, "first": before.first, "even": before.even}
    for reference in element.iterchildren(f"{W}{kind}Reference"):
        page = attribute(reference, "type", "default")
        if page in stories:
            stories[page] = read_story(str(reference.get(R + "id", "")), kind)
    return Stories(**stories)


def _read_geometry(element: etree._Element, notices: Notices) -> Geometry:
    size, margins, columns = (element.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    sizes = {} if size is None else {"width": length(size, "w", 12240), "height": length(size, "h", 15840)}
    for name, value in sizes.items():
        if not 720 <= value <= _SIDE:
            sizes[name] = min(max(value, 720), _SIDE)
            notices.add(VALUE_CLAMPED, value=value, what="el tamaño de la página", used=sizes[name])
    names = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    defaults = Geometry()
    found = {} if margins is None else {n: length(margins, n, getattr(defaults, n)) for n in names}
    lengths: dict[str, Any] = sizes | found
    geometry = _fit(Geometry(**lengths), notices)
    if columns is None:
        return geometry
    rooms = _read_columns(columns, geometry.width - geometry.left - geometry.right - geometry.gutter)
    return dataclasses.replace(geometry, columns=rooms, ruled=on_off_attribute(columns, "sep"))


def _read_columns(element: etree._Element, room: int) -> tuple[Column, ...]:
    """Return the columns of a section, none where there is but one."""
    count = number(attribute(element, "num"), 1, low=1, high=45)
    gap = max(length(element, "space", 720), 0)
    widths = [(length(column, "w"), length(column, "space")) for column in element.iterchildren(W + "col")]
    if on_off_attribute(element, "equalWidth", default="1") or not widths:
        gap = min(gap, (room - _NARROWEST * count) // max(count - 1, 1))
        widths = [((room - gap * (count - 1)) // count, gap)] * count
    columns, left = [], 0
    for width, space in widths:
        columns.append(Column(left, min(max(width, _NARROWEST), max(room - left, _NARROWEST))))
        left += width + max(space, 0)
    return tuple(columns) if len(columns) > 1 and columns[-1].left + _NARROWEST <= room else ()


def _fit(geometry: Geometry, notices: Notices) -> Geometry:
    left, right = max(0, geometry.left), max(0, geometry.right)
    if geometry.width - left - right - geometry.gutter < _LEAST_ROOM:
        notices.add(VALUE_CLAMPED, value=left + right, what="los márgenes laterales", used=0)
        left = right = 0
        geometry = dataclasses.replace(geometry, gutter=0)
    top, bottom = geometry.top, geometry.bottom
    if geometry.height - abs(top) - abs(bottom) < _LEAST_ROOM:
        notices.add(VALUE_CLAMPED, value=abs(top) + abs(bottom), what="los márgenes", used=0)
        top = bottom = 0
    return dataclasses.replace(geometry, left=left, right=right, top=top, bottom=bottom)
