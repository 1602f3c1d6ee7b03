"""The room where values are drawn, and how categories and values become places in it."""

from __future__ import annotations

from cotaprep_docs.pdf.layout.boxes import Lettering, Outline
from cotaprep_docs.records import unchecked

Drawn = list[Outline | Lettering]


@unchecked(frozen=True, slots=True)
class Box:
    """A rectangle in twips, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(self.right - self.left, 1.0)

    @property
    def height(self) -> float:
        """How high it is."""
        return max(self.bottom - self.top, 1.0)

    def cut(self, left: float = 0.0, top: float = 0.0, right: float = 0.0, bottom: float = 0.0) -> Box:
        """Return what is left of it."""
        return Box(self.left + left, self.top + top, self.right - right, self.bottom - bottom)


@unchecked(frozen=True, slots=True)
class Frame:
    """The room of the values.

    Attributes:
        box: where it is.
        horizontal: values go from left to right, categories from the bottom up.
        count: how many categories there are.
        between: each category has a stretch of its own; else they are points from end to end.
        reverse: categories begin at the far end.
    """

    box: Box
    horizontal: bool
    count: int
    between: bool = True
    reverse: bool = False

    @property
    def slot(self) -> float:
        """The length of a category's stretch."""
        length = self.box.height if self.horizontal else self.box.width
        return length / max(self.count if self.between else self.count - 1, 1)

    def along(self, index: float) -> float:
        """Return the share of the categories' axis at the middle of a category."""
        share = (index + 0.5) / self.count if self.between else index / max(self.count - 1, 1)
        return 1.0 - share if self.reverse else share

    def point(self, along: float, up: float) -> tuple[float, float]:
        """Return the place for a share of the categories' axis and one of the values'."""
        box = self.box
        if self.horizontal:
            return box.left + up * box.width, box.bottom - along * box.height
        return box.left + along * box.width, box.bottom - up * box.height
