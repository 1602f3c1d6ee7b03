"""Keys as people type them, and the one form they are compared in."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u200b-\u200d\u2060\ufeff]+")
_SESION = re.compile(r"([a-zñ]*)[\s\-_.º°]*0*(\d+)(?:\.0+)?$")


def fold(text: str) -> str:
    """Return text for comparing: NFKC, trimmed, spaces collapsed, case-folded.

    No-break and zero-width spaces count as spaces.
    """
    collapsed = _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    return unicodedata.normalize("NFC", collapsed.casefold())


def normalize_clave(value: object) -> str:
    """Return the key of a session as `arquitectura` writes it.

    ``1``, ``1.0``, ``"01"`` give ``1``; ``R-1`` and ``r 1`` give ``R1``; a word such as ``Cierre`` gives
    ``cierre``. The text of an unknown form comes back folded.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = fold(str(value))
    match = _SESION.fullmatch(text)
    if match is None:
        return text
    letters, digits = match.groups()
    return f"{letters.upper()}{int(digits)}"
