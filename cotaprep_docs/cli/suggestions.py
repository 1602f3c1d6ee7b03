"""What a person may have meant: the nearest command or option, and dashes as word processors type them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cotaprep_docs.spanish.names import without_accents

_TYPOGRAPHIC_DASH = re.compile(r"\A[\u2010-\u2015\u2212]{1,2}(?=[^\W\d])")

_HELP = ("ayuda", "help", "?")
_LEAST_BEGUN = 3
"""Letters from which the beginning of a word tells which one is meant."""


def plain(token: str) -> str:
    """Return a command or option as it is compared: without accents or capitals."""
    return without_accents(token).lower()


def with_plain_dashes(arguments: Iterable[str]) -> list[str]:
    """Return the arguments with options pasted from Word mended: «–definitivo» was «--definitivo»."""
    return [_TYPOGRAPHIC_DASH.sub("--", argument) for argument in arguments]


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return the known word nearest to what was typed, or ``""``."""
    import difflib  # noqa: PLC0415 - only who mistypes pays for it

    words = {plain(word): word for word in known}
    text = plain(typed)
    found = difflib.get_close_matches(text, words, n=1)
    begun = [word for word in words if len(text) >= _LEAST_BEGUN and word.startswith(text)]
    return words[(found or begun)[0]] if found or begun else ""


def unknown_command(typed: str, known: Sequence[str]) -> str:
    """Return what to say of a command that does not exist."""
    if plain(typed) in _HELP:
        return f"No existe el comando «{typed}». La ayuda se pide con --ayuda."
    near = nearest(typed, known)
    rest = f"¿Quiso decir «{near}»?" if near else f"Los comandos son: {', '.join(known)}."
    return f"No existe el comando «{typed}». {rest}"


def unknown_option(typed: str, known: Iterable[str], *, in_group: bool = False) -> str:
    """Return what to say of an option that does not exist, however many dashes it was typed with.

    Args:
        typed: as it was typed.
        known: the long options there are.
        in_group: whether it stood before the command, where people put those of the command.
    """
    near = nearest(typed.lstrip("-"), (option.lstrip("-") for option in known))
    if near:
        return f"No existe la opción «{typed}». ¿Quiso decir «--{near}»?"
    place = " Las opciones van después del comando." if in_group else ""
    return f"No existe la opción «{typed}».{place}"
