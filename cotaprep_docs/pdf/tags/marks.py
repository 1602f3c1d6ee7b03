"""Which stretch of which page belongs to which place in the structure."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.records import unchecked

Box = tuple[float, float, float, float]


@unchecked(frozen=True, slots=True)
class Mark:
    """A stretch of content of one page.

    Attributes:
        tag: the place in the structure it belongs to.
        page: index of the page.
        mcid: its number on that page.
        box: left, bottom, right and top of a picture, in points.
    """

    tag: int
    page: int
    mcid: int
    box: Box | None = None


@unchecked(frozen=True, slots=True)
class Field:
    """A signature field.

    Attributes:
        tag: its place in the structure.
        page: index of the page.
        order: how many stretches were drawn before it.
        box: its left, bottom, right and top, in points.
        name: by which it is signed; no other has it.
        label: who signs.
    """

    tag: int
    page: int
    order: int
    box: Box
    name: str
    label: str


@unchecked(slots=True)
class Marks:
    """All of a PDF, in the order of drawing.

    Attributes:
        content: stretches of text and pictures.
        links: for each active area, in the order of its page: index of the page, place in the structure.
        fields: signature fields.
    """

    content: list[Mark] = dataclasses.field(default_factory=list)
    links: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    fields: list[Field] = dataclasses.field(default_factory=list)
