"""`Numeracion`: the ledger of numbers of acts: which number is whose, for good.

A number belongs to an act and not to a file: making a document again never changes it. Within a series
and a year there are no gaps but those that a number typed ahead leaves, and these are filled next.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from cotaprep_docs.domain.serie import number_key
from cotaprep_docs.records import record

SlotKey = tuple[str, int, int]
"""Series, year and consecutive."""


class EstadoNumero(enum.StrEnum):
    """What became of a number.

    A reserved one belongs to its act as much as an assigned one: it is about to be printed, and whether
    the document was saved is not known yet.
    """

    RESERVADO = "reservado"
    ASIGNADO = "asignado"
    CANCELADO = "cancelado"


@record(frozen=True, slots=True)
class Asiento:
    """One line of the ledger.

    Attributes:
        serie: name of the series.
        anio: the year it counts in.
        numero: the consecutive, from 1.
        texto: as printed, once and for all.
        acto: key of the act, such as ``acuerdo:A3``; empty for a number that was never of an act.
        fecha: the day it was taken or cancelled.
        motivo: why it was cancelled.
    """

    serie: str
    anio: int
    numero: int
    texto: str
    acto: str
    estado: EstadoNumero
    fecha: dt.date
    motivo: str = ""

    @property
    def slot(self) -> SlotKey:
        """Its place, which no other line may have."""
        return (self.serie, self.anio, self.numero)

    @property
    def is_vigente(self) -> bool:
        """Whether its act has this number."""
        return self.estado is not EstadoNumero.CANCELADO


@record(frozen=True)
class Numeracion:
    """All lines, by series, year and consecutive."""

    asientos: tuple[Asiento, ...] = ()

    @cached_property
    def by_slot(self) -> Mapping[SlotKey, Asiento]:
        """The lines by place."""
        return {asiento.slot: asiento for asiento in self.asientos}

    @cached_property
    def by_acto(self) -> Mapping[str, Asiento]:
        """The numbers in force by the key of their act."""
        return {asiento.acto: asiento for asiento in self.asientos if asiento.is_vigente}

    @property
    def textos(self) -> Mapping[str, str]:
        """The numbers in force as printed, by the key of their act."""
        return {acto: asiento.texto for acto, asiento in self.by_acto.items()}

    def find(self, texto: str) -> tuple[Asiento, ...]:
        """Return the lines that are printed like this."""
        wanted = number_key(texto)
        return tuple(asiento for asiento in self.asientos if number_key(asiento.texto) == wanted)

    def with_asientos(self, changed: Iterable[Asiento]) -> Numeracion:
        """Return the ledger with lines added or, at the same place, replaced."""
        slots = {**self.by_slot, **{asiento.slot: asiento for asiento in changed}}
        return Numeracion(tuple(slots[slot] for slot in sorted(slots)))

    def settled(self, actos: Iterable[str]) -> Numeracion:
        """Return the ledger with the reserved numbers of some acts assigned."""
        wanted = set(actos)
        return self.with_asientos(
            dataclasses.replace(asiento, estado=EstadoNumero.ASIGNADO)
            for asiento in self.asientos
            if asiento.acto in wanted and asiento.estado is EstadoNumero.RESERVADO
        )

    def contradiction(self) -> Asiento | None:
        """Return a line that cannot stand beside the others; None where all is well."""
        slots: set[SlotKey] = set()
        actos: set[str] = set()
        for asiento in self.asientos:
            is_second = asiento.slot in slots or (asiento.is_vigente and asiento.acto in actos)
            is_odd = asiento.numero < 1 or (asiento.is_vigente and not asiento.acto) or not asiento.texto
            if is_second or is_odd:
                return asiento
            slots.add(asiento.slot)
            actos |= {asiento.acto} if asiento.is_vigente else set()
        return None


def free_numbers(taken: Iterable[int]) -> Iterator[int]:
    """Yield the numbers from 1 on that are not taken, without end."""
    used = set(taken)
    number = 1
    while True:
        if number not in used:
            yield number
        number += 1
