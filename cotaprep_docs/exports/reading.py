"""Which version of each event an ``.ics`` file on disk holds."""

from __future__ import annotations

import hashlib

from icalendar import Calendar, Event

from cotaprep_docs.records import record

_NOT_CONTENT = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "ORGANIZER")


@record(frozen=True, slots=True)
class Version:
    """One event of a file.

    Attributes:
        secuencia: its sequence.
        huella: of all that it says besides; two versions that say the same have the same.
    """

    secuencia: int
    huella: str


def read_versions(data: bytes) -> dict[str, Version]:
    """Return the events of a file by UID; none where the file cannot be understood."""
    try:
        calendar = Calendar.from_ical(data)
        return {str(event["UID"]): _version(event) for event in calendar.events if "UID" in event}
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        return {}  # somebody's file: whatever the library stumbles over, there is no version to learn


def _version(event: Event) -> Version:
    sequence = int(event.get("SEQUENCE", 0))
    for name in _NOT_CONTENT:
        event.pop(name, None)
    return Version(sequence, hashlib.sha256(event.to_ical()).hexdigest())
