"""A structure element, before it is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from cotaprep_docs.records import unchecked


@unchecked(slots=True)
class Element:
    """A structure element.

    Attributes:
        kind: its standard type: ``P``, ``H1``, ``Table``…
        tag: the place content refers to, 0 where it holds other elements only.
        children: elements within it, in the order of reading.
        alt: what a picture shows; where a link leads; who signs in a field.
        title: what a table is called.
        summary: what a table shows.
        scope: ``Column`` or ``Row`` for a header cell.
        columns: how many columns a cell spans.
        rows: how many rows a cell spans.
        numbering: how a list is numbered.
        id: a name that no other element has.
    """

    kind: str
    tag: int = 0
    children: list[Element] = dataclasses.field(default_factory=list)
    alt: str = ""
    title: str = ""
    summary: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    numbering: str = ""
    id: str = ""

    def walk(self) -> Iterator[Element]:
        """Yield the element and all within it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()
