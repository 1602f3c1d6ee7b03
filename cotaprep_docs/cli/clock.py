"""The clock, which nothing but the command line reads."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """Return the day it is where the program runs."""
    return dt.datetime.now().astimezone().date()  # noqa: TID251 - this is the one place
