"""Text values of iCalendar (RFC 5545, 3.3.11)."""

from __future__ import annotations

from icalendar import vText


class Text(vText):
    r"""A text value that keeps its backslashes.

    The library takes a typed ``\N`` for a line break, so that a folder such as ``\\servidor\Normas`` would
    lose its letter.
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Return the text escaped."""
        text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\n", "\\n").encode()
