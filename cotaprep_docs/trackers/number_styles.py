"""What the number formats of a workbook mean: dates, percentages, plain numbers."""

from __future__ import annotations

import datetime as dt
import re

from lxml import etree

from cotaprep_docs.records import record
from cotaprep_docs.trackers.grid import plain_integer
from cotaprep_docs.trackers.moments import EPOCH_1900, EPOCH_1904

_BUILTIN_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_BUILTIN_PERCENT = frozenset({9, 10})
# Quoted texts, escapes, fills and brackets ([Red], [$-80A], [<1]) say nothing; elapsed time [h] does.
_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhsa]", re.IGNORECASE)


@record(frozen=True, slots=True)
class NumberStyles:
    """Which styles show dates and which percentages, and from when days are counted."""

    dates: frozenset[int]
    percents: frozenset[int]
    epoch: dt.datetime


def read_styles(root: etree._Element | None, *, epoch_1904: bool) -> NumberStyles:
    """Return what the styles part says about numbers; nothing special where there is none."""
    epoch = EPOCH_1904 if epoch_1904 else EPOCH_1900
    if root is None:
        return NumberStyles(frozenset(), frozenset(), epoch)
    codes = {
        plain_integer(element.get("numFmtId")): element.get("formatCode", "")
        for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    dates: set[int] = set()
    percents: set[int] = set()
    for index, element in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        number = plain_integer(element.get("numFmtId"))
        code = codes.get(number)
        if number in _BUILTIN_PERCENT or (code is not None and "%" in _NOISE.sub("", code)):
            percents.add(index)
        elif (number in _BUILTIN_DATES and code is None) or (code is not None and _is_date(code)):
            dates.add(index)
    return NumberStyles(frozenset(dates), frozenset(percents), epoch)


def _is_date(code: str) -> bool:
    bare = _NOISE.sub("", code.partition(";")[0])
    return bare.casefold() not in ("general", "@", "estándar") and _DATE_LETTERS.search(bare) is not None
