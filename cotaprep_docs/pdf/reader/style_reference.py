"""The style that a STYLEREF field means (ECMA-376 Part 1, 17.16.5.59)."""

from __future__ import annotations

import re
from typing import Final

_HEADING: Final = re.compile(r"(?:t[ií]tulo\s*|heading\s*)?([1-9])", re.IGNORECASE)


def style_candidates(argument: str) -> tuple[str, ...]:
    """Return the names of the style that an argument may mean.

    Word writes the name of its own language («Título 1»); the file has the English one.
    """
    match = _HEADING.fullmatch(argument.strip())
    return (argument, f"heading {match[1]}") if match else (argument,)
