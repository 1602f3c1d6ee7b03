"""Standard output and error that never fail on a character, in any console."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

LEGIBLE = "cotaprep_docs.legible"
"""Name of the error handler, for `codecs`."""

# What old Windows consoles (cp850, cp1252) lack and our messages have.
_SUBSTITUTES = {
    "→": "->",
    "…": "...",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "«": '"',
    "»": '"',
}


def legible(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what to print for characters that a console lacks: a plain likeness, else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_likeness(character) for character in missing), error.end


def _likeness(character: str) -> str:
    if character in _SUBSTITUTES:
        return _SUBSTITUTES[character]
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return plain or "?"


def prepare_streams() -> None:
    """Keep the encoding that the console has, and print a likeness of what it lacks."""
    codecs.register_error(LEGIBLE, legible)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=LEGIBLE)


def speaks_unicode(stream: object) -> bool:
    """Tell whether a stream can print any character as it is."""
    encoding = getattr(stream, "encoding", None) or "ascii"
    return codecs.lookup(encoding).name.startswith("utf")
