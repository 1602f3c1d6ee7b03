"""The cached numbers and names of a chart's series (ECMA-376 Part 1, 21.2.2.120 and 21.2.2.201)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.number_formats import format_number
from cotaprep_docs.pdf.reader.charts.values import MAX_POINTS, C, real, whole

_CACHES: Final = (
    C + "numCache", C + "strCache", C + "numLit", C + "strLit", C + "lvl",
)  # fmt: skip


def points(parent: etree._Element | None) -> dict[int, str]:
    """Return the texts of a ``c:cat``, ``c:val`` or ``c:tx`` by index, as they are in the cache."""
    found: dict[int, str] = {}
    # Of several levels of categories the first is the innermost.
    cache = None if parent is None else next(parent.iter(*_CACHES), None)
    for point in () if cache is None else cache.iterchildren(C + "pt"):
        index = whole(point.get("idx"), -1, -1, MAX_POINTS)
        if 0 <= index < MAX_POINTS:
            found[index] = point.findtext(C + "v", "")
    return found


def count(parent: etree._Element | None) -> int:
    """Return how many points a cache says it has."""
    declared = None if parent is None else next(parent.iter(C + "ptCount"), None)
    return 0 if declared is None else whole(declared.get("val"), 0, 0, MAX_POINTS)


def number_format(parent: etree._Element | None) -> str:
    """Return the number format of a cache."""
    code = None if parent is None else next(parent.iter(C + "formatCode"), None)
    return "General" if code is None else (code.text or "General")


def series_name(series: etree._Element) -> str:
    """Return what a series is called; one without a name has the one Word gives it."""
    text = series.find(C + "tx")
    name = " ".join(points(text).values()).strip()
    if not name and text is not None:
        name = (text.findtext(C + "v") or "").strip()
    index = series.find(C + "idx")
    number = whole(None if index is None else index.get("val"), 0, 0, MAX_POINTS)
    return name or f"Serie {number + 1}"


def numbers(series: etree._Element, length: int) -> tuple[float | None, ...]:
    """Return the values of a series, as many as there are categories."""
    found = points(_values(series))
    return tuple(real(found.get(index)) for index in range(length))


def _values(series: etree._Element) -> etree._Element | None:
    values = series.find(C + "val")
    return series.find(C + "yVal") if values is None else values


def values_format(series: etree._Element) -> str:
    """Return the number format of a series' values."""
    return number_format(_values(series))


def categories(all_series: list[etree._Element]) -> tuple[str, ...]:
    """Return the names of the categories of a chart: those of the first series that has them, or numbers."""
    length = max((_length(series) for series in all_series), default=0)
    for series in all_series:
        named = series.find(C + "cat")
        named = series.find(C + "xVal") if named is None else named
        found = points(named)
        if found:
            code = number_format(named)
            return tuple(_label(found.get(index, ""), code) for index in range(length))
    return tuple(str(index + 1) for index in range(length))


def _length(series: etree._Element) -> int:
    found = [count(series.find(C + name)) for name in ("cat", "val", "xVal", "yVal")]
    found.append(max(points(_values(series)), default=-1) + 1)
    return max(found)


def _label(text: str, code: str) -> str:
    number = real(text)
    return text if number is None or code in {"General", "@"} else format_number(number, code)
