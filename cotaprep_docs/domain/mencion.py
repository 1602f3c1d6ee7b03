"""`Menciones`: which sessions a text names by their ordinals: «la tercera sesión ordinaria»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cotaprep_docs.domain.sesion import Sesion, TipoSesion
from cotaprep_docs.spanish.names import fold_text
from cotaprep_docs.spanish.numbers import Gender, OrdinalStyle, ordinal

_TYPES = {
    "extraordinaria": TipoSesion.EXTRAORDINARIA,
    "ordinaria": TipoSesion.ORDINARIA,
    "reunion": TipoSesion.REUNION,
}
_TYPE = re.compile(r"\b(?:(extraordinaria|ordinaria)s?|(reunion)(?:es)?)\b")


class Menciones:
    """Finds the sessions of some that texts name."""

    def __init__(self, sesiones: Iterable[Sesion]) -> None:
        self._by_place = {(s.tipo, s.ordinal): s for s in sesiones}
        highest = max((number for _, number in self._by_place), default=0)
        self._numbers = {form: number for number in range(1, highest + 1) for form in _forms(number)}
        words = sorted(map(re.escape, self._numbers), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None

    def named(self, text: str, default: TipoSesion) -> list[Sesion] | None:
        """Return the sessions that a folded text names; None where it names none by an ordinal.

        Args:
            text: the folded text.
            default: what an ordinal alone is of.
        """
        found = list(self._pattern.finditer(text)) if self._pattern is not None else []
        if not found:
            return None
        ends = [match.start() for match in found[1:]] + [len(text)]
        places = [
            (_type_in(text[match.end() : end], default), self._numbers[match[0]])
            for match, end in zip(found, ends, strict=True)
        ]
        return [self._by_place[place] for place in places if place in self._by_place]


def _forms(number: int) -> Iterator[str]:
    for style in OrdinalStyle:
        yield fold_text(ordinal(number, Gender.FEMININE, style=style))
    yield from (f"{number}.a", f"{number}a")


def _type_in(text: str, default: TipoSesion) -> TipoSesion:
    match = _TYPE.search(text)
    return _TYPES[match[1] or match[2]] if match else default
