"""click's own words in Spanish, whatever the language of the user's system.

click asks `gettext` for every word it says. Which catalogue answers depends on environment variables that
differ by user and by operating system, so they are settled here for the time a command runs.
"""

from __future__ import annotations

import contextlib
import gettext
import os
import re
from collections.abc import Iterator
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "messages"
"""Domain of the calls that name none, such as click's."""

_QUOTED = re.compile(r"'([^']*)'")


@contextlib.contextmanager
def spanish_messages() -> Iterator[None]:
    """Make click speak Spanish while the context lasts; leave no trace after."""
    language, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    folder = gettext.bindtextdomain(DOMAIN)
    gettext.textdomain(DOMAIN)
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    os.environ["LANGUAGE"] = "es"  # the first variable gettext looks at, on every system
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(DOMAIN, folder)
        _restore("LANGUAGE", language)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def spanish_quotes(text: str) -> str:
    """Return a message with Python's quotes, which click shows values in, as «these»."""
    return _QUOTED.sub(r"«\1»", text)
