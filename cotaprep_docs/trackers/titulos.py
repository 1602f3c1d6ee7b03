"""Headings as people type them, and the one form they are compared in."""

from __future__ import annotations

import itertools
import re
from typing import Final

from cotaprep_docs.spanish.names import fold_text

_WORD: Final = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
_LITTLE: Final = frozenset({"a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "y"})
_BEFORE_NUMBERS: Final = frozenset({"no", "num", "numero", "clave"})


def titulo_key(*parts: str) -> str:
    """Return what two headings that say the same have in common.

    Accents, capitals, punctuation, little words and zeros before a number are put aside: «Sesión 03: punto
    4.» is «sesion 3, punto 4», and «R-1» is «R1».
    """
    words = _WORD.findall(fold_text(" ".join(parts)))
    pairs = itertools.pairwise((*words, ""))
    kept = [_number(word) for word, following in pairs if not _is_little(word, following)]
    return " ".join(kept or words)


def _is_little(word: str, following: str) -> bool:
    """Whether a word may be left out; a letter right before a figure is of a key, as in «A5»."""
    return word in _BEFORE_NUMBERS or (word in _LITTLE and not following[:1].isdigit())


def _number(word: str) -> str:
    if not word[0].isdigit():
        return word
    parts = [part.lstrip("0") or "0" for part in word.split(".")]
    return ".".join(parts[:1] if parts[1:] == ["0"] else parts)
