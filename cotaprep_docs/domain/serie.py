"""`Serie`: a sequence of numbers of acts, and the form in which each of them is printed."""

from __future__ import annotations

import dataclasses
import enum
import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import normalize_key_text

ACUERDOS = "acuerdos"
OFICIOS = "oficios"

_WIDTH = re.compile(r"(0?\d)?d?")
# At most nine digits: what is longer is no consecutive number but somebody's telephone.
_TAGS = {"numero": r"0*([1-9]\d{0,8})", "anio": r"(\d{4})", "sesion": r"(\w+)"}


_Part = tuple[str, str | None, str | None, str | None]


class FallaPatron(enum.Enum):
    """Why a pattern cannot number anything."""

    VACIO = "vacío"
    MAL_ESCRITO = "mal escrito"
    ETIQUETA = "etiqueta desconocida"
    SIN_NUMERO = "sin {numero}"
    SIN_ANIO = "sin {anio}"
    PEGADAS = "etiquetas sin nada entre ellas"
    IGUAL = "igual a la de otra serie"


@record(frozen=True, slots=True)
class Leido:
    """What a printed number says.

    Attributes:
        numero: the consecutive.
        anio: the year; 0 where the pattern has none.
        sesion: the key of the session, as printed; empty where the pattern has none.
    """

    numero: int
    anio: int = 0
    sesion: str = ""


@record(frozen=True)
class Serie:
    """A series: gapless within each year, and it begins again each January.

    Attributes:
        clave: its name in the ledger.
        patron: how a number is printed, with ``{numero}`` (``{numero:03d}`` for ``007``), ``{anio}`` and,
            where it may, ``{sesion}``.
        tags: the tags it may use.
        cell: where the pattern is typed.
        is_repeated: whether another series prints the same numbers.
    """

    clave: str
    patron: str
    tags: frozenset[str] = frozenset({"numero", "anio"})
    cell: CellLocation = dataclasses.field(default=CellLocation(""), compare=False)
    is_repeated: bool = False

    @cached_property
    def falla(self) -> FallaPatron | None:
        """Why the pattern is of no use; None where it is good."""
        if not self.patron.strip():
            return FallaPatron.VACIO
        try:
            parts = _parts(self.patron)
        except ValueError:
            return FallaPatron.MAL_ESCRITO
        names = {name for _, name, _, _ in parts if name is not None}
        if names - self.tags:
            return FallaPatron.ETIQUETA
        if any(not _is_plain_tag(name, spec, conversion) for _, name, spec, conversion in parts if name):
            return FallaPatron.MAL_ESCRITO
        if "numero" not in names:
            return FallaPatron.SIN_NUMERO
        if not names & {"anio", "sesion"}:
            return FallaPatron.SIN_ANIO
        if _touching(parts):
            return FallaPatron.PEGADAS
        return FallaPatron.IGUAL if self.is_repeated else None

    def write(self, numero: int, anio: int, sesion: str = "") -> str:
        """Return a number as it is printed."""
        return plain(self.patron.format(numero=numero, anio=anio, sesion=sesion))

    def read(self, texto: str) -> Leido | None:
        """Return what a printed number says, zeros and capitals aside.

        None where it is not of this series.
        """
        match = self._regex.fullmatch(plain(texto)) if self.falla is None else None
        if match is None:
            return None
        found = match.groupdict()
        return Leido(int(found["numero"]), int(found.get("anio") or 0), found.get("sesion") or "")

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile("".join(self._expressions()), re.IGNORECASE | re.ASCII)

    def _expressions(self) -> Iterator[str]:
        seen: set[str] = set()
        for literal, name, _, _ in _parts(plain(self.patron)):
            yield re.escape(literal)
            if name:
                # A tag that comes again must say the same; zeros before a number may differ.
                again = f"0*(?P={name})" if name == "numero" else f"(?P={name})"
                yield again if name in seen else _TAGS[name].replace("(", f"(?P<{name}>", 1)
                seen.add(name)


def series_of(organismo: Organismo) -> dict[str, Serie]:
    """Return the series of an institution by name; a series that it does not use has an empty pattern."""
    cell = organismo.cell
    acuerdos = Serie(ACUERDOS, organismo.serie_acuerdos, frozenset(_TAGS), cell("serie_acuerdos"))
    same = number_key(organismo.serie_oficios) == number_key(acuerdos.patron)
    oficios = Serie(OFICIOS, organismo.serie_oficios, cell=cell("serie_oficios"), is_repeated=same)
    return {serie.clave: serie for serie in (acuerdos, oficios)}


def plain(texto: str) -> str:
    """Return a number as it is stored: composed, no invisible characters, no needless spaces."""
    return _collapsed(texto).strip()


def number_key(texto: str) -> str:
    """Return the form in which two printed numbers are compared."""
    return normalize_key_text(texto)


def _collapsed(texto: str) -> str:
    visible = "".join(char for char in texto if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", visible))


def _parts(patron: str) -> list[_Part]:
    """Return the literal, name, width and conversion of each tag; the literal after the last one has none.

    Raises:
        ValueError: its braces do not match.
    """
    parts: list[_Part] = []
    before = ""
    for literal, name, spec, conversion in string.Formatter().parse(patron):
        before += literal
        if name is not None:  # a doubled brace comes as a literal of its own, without a tag
            parts.append((before, name, spec, conversion))
            before = ""
    return [*parts, (before, None, None, None)]


def _is_plain_tag(name: str, spec: str | None, conversion: str | None) -> bool:
    if conversion:
        return False
    return _WIDTH.fullmatch(spec or "") is not None if name == "numero" else not spec


def _touching(parts: list[_Part]) -> bool:
    """Tell whether two tags have no more than digits between them: ``11`` and ``1`` would read as one."""
    return any(not literal or literal.isdigit() for literal, name, _, _ in parts[1:] if name)
