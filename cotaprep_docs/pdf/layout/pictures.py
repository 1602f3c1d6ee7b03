"""Pictures and charts at their places."""

from __future__ import annotations

from cotaprep_docs.pdf.layout.boxes import FigureBox, ImageBox
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.model.content import Picture


def picture_box(picture: Picture, x: float, y: float, measurer: Measurer) -> ImageBox | FigureBox:
    """Return a picture, or a chart drawn, with its top left corner at a point."""
    width, height = picture.width, picture.height
    if picture.chart is None:
        return ImageBox(x, y, width, height, picture.image, picture.alt, picture.tag)
    # Documents without charts do not need to know how they are drawn.
    from cotaprep_docs.pdf.layout.charts.chart import layout_chart  # noqa: PLC0415

    return FigureBox(x, y, width, height, layout_chart(picture.chart, width, height, measurer), picture.tag)
