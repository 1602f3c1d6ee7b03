"""What the label of a point says."""

from __future__ import annotations

import dataclasses
from typing import Final

from cotaprep_docs.ooxml.number_formats import format_number
from cotaprep_docs.pdf.model.chart import Labels, Series
from cotaprep_docs.pdf.model.style import CharProps

_LEAST_CONTRAST: Final = 3.0


def label_text(labels: Labels, series: Series, index: int, category: str, share: float | None) -> str:
    """Return the text of a point's label: series, category, value and share of the whole, as asked for."""
    value = series.values[index]
    form = labels.number_format
    parts: list[str] = []
    if labels.series:
        parts.append(series.name)
    if labels.category:
        parts.append(category)
    if labels.value and value is not None:
        parts.append(format_number(value, form or series.number_format))
    if labels.percent and share is not None:
        parts.append(format_number(share, form if "%" in form else "0%"))
    return labels.separator.join(parts)


def readable(props: CharProps, fill: str) -> CharProps:
    """Return the formatting of a label upon a fill: black or white where its own colour would not be seen."""
    if not fill or _contrast(props.color, fill) >= _LEAST_CONTRAST:
        return props
    better = max(("FFFFFF", "000000"), key=lambda color: _contrast(color, fill))
    return dataclasses.replace(props, color=better)


def _contrast(one: str, other: str) -> float:
    """Return how well two colours are told apart, 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(digits: str) -> float:
    channels = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
