"""Keys as people type them, and the one form they are compared in."""

from __future__ import annotations

import re

from cotaprep_docs.spanish.names import normalize_key_text

_SESION = re.compile(r"([a-zñ]*)[\s\-_.]*0*(\d+)(?:\.0+)?$")


def normalize_clave(value: object) -> str:
    """Return the key of a session as `arquitectura` writes it.

    ``1``, ``1.0``, ``"01"`` give ``1``; ``R-1`` and ``r 1`` give ``R1``; a word such as ``Cierre`` gives
    ``cierre``. The text of an unknown form comes back folded.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = normalize_key_text(str(value))
    match = _SESION.fullmatch(text)
    if match is None:
        return text
    letters, digits = match.groups()
    return f"{letters.upper()}{int(digits)}"
