"""Time zones as the file itself explains them, from the time zone data that come with the program.

The data of the system are not used: an old machine does not know that Mexico has no summer time since 2022,
and two machines must write the same bytes.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_NAME = re.compile(r"[A-Za-z][\w+-]*(?:/[A-Za-z][\w+-]*)*", re.ASCII)
_DAY, _SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)


class UnknownZone(Exception):
    """There is no time zone of that name."""


@functools.cache
def load_zone(name: str) -> ZoneInfo:
    """Return a time zone of the IANA list, such as ``America/Mexico_City``.

    Raises:
        UnknownZone: there is none of that name.
    """
    path = importlib.resources.files("tzdata").joinpath("zoneinfo")
    path = path.joinpath(*name.split("/")) if _NAME.fullmatch(name) else path
    if not path.is_file():
        raise UnknownZone(name)
    with path.open("rb") as file:
        try:
            return ZoneInfo.from_file(file, key=name)
        except ValueError as error:  # one of the lists that stand beside the zones
            raise UnknownZone(name) from error


def describe_zone(zone: ZoneInfo, first: dt.date, last: dt.date) -> Timezone:
    """Return the VTIMEZONE of a zone, right for the whole years of two days and those between.

    Every change of the clock is an observance of its own, without rules: what was in force on those days,
    not what a rule would make of other years.
    """
    component = Timezone()
    component.add("TZID", zone.key)
    start = dt.datetime(first.year, 1, 1, tzinfo=zone).astimezone(dt.UTC)
    end = dt.datetime(last.year + 1, 1, 2, tzinfo=dt.UTC)
    before = _offset(zone, start)
    component.add_component(_observance(zone, start, before))
    for instant in _changes(zone, start, end):
        component.add_component(_observance(zone, instant, before))
        before = _offset(zone, instant)
    return component


def _changes(zone: ZoneInfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """Yield the instants at which the clock is changed."""
    while start < end:
        if _offset(zone, start) != _offset(zone, start + _DAY):
            yield _first_after(zone, start)
        start += _DAY


def _first_after(zone: ZoneInfo, start: dt.datetime) -> dt.datetime:
    """Return the first second of a day at which another offset is in force."""
    low, high = 0, 86400
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset(zone, start + middle * _SECOND) == _offset(zone, start)
        low, high = (middle, high) if same else (low, middle)
    return start + high * _SECOND


def _observance(
    zone: ZoneInfo, instant: dt.datetime, before: dt.timedelta
) -> TimezoneStandard | TimezoneDaylight:
    """Return what is in force from an instant on; its hour is told by the clock as it was until then."""
    local = instant.astimezone(zone)
    observance = TimezoneDaylight() if local.dst() else TimezoneStandard()
    observance.add("DTSTART", (instant + before).replace(tzinfo=None))
    observance.add("TZOFFSETFROM", before)
    observance.add("TZOFFSETTO", _offset(zone, instant))
    observance.add("TZNAME", local.tzname() or zone.key)
    return observance


def _offset(zone: ZoneInfo, instant: dt.datetime) -> dt.timedelta:
    return instant.astimezone(zone).utcoffset() or dt.timedelta()
