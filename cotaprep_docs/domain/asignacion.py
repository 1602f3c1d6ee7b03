"""`assign`: which number each act takes, by what the ledger holds and what people typed."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from cotaprep_docs.domain.acto import Acto, Pendiente
from cotaprep_docs.domain.numeracion import Asiento, EstadoNumero, Numeracion, SlotKey, free_numbers
from cotaprep_docs.domain.serie import Serie, number_key, plain
from cotaprep_docs.records import record


class TipoHallazgo(enum.Enum):
    """What may be found when typed numbers, ledger and dates are compared."""

    REPETIDO = "otro acto tiene escrito el mismo número"
    TOMADO = "el libro lo dio a otro acto"
    CANCELADO = "el libro lo tiene cancelado"
    DISTINTO = "el libro dio otro número a este acto"
    AJENO = "no es de la serie"
    OTRO_ANIO = "dice otro año que la fecha del acto"
    ADELANTADO = "deja números libres antes"
    TARDIO = "un acto de fecha posterior tiene un número anterior"
    SALTA = "quedan sin número actos de fecha anterior"


CONFLICTS = (TipoHallazgo.REPETIDO, TipoHallazgo.TOMADO, TipoHallazgo.CANCELADO, TipoHallazgo.DISTINTO)
"""What keeps an act from taking its number."""


@record(frozen=True, slots=True)
class Hallazgo:
    """Something people should know of the number of an act.

    Attributes:
        tipo: what it is.
        acto: whose number.
        numero: the number, as printed or typed.
        otro: key of the other act it is about, if any.
        otro_numero: another number, as printed.
        libres: the numbers left free.
    """

    tipo: TipoHallazgo
    acto: Acto
    numero: str
    otro: str = ""
    otro_numero: str = ""
    libres: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Asignacion:
    """What an assignment gives.

    Attributes:
        numeracion: the ledger afterwards.
        nuevos: the lines that it did not have.
        hallazgos: what people should know.
    """

    numeracion: Numeracion
    nuevos: tuple[Asiento, ...]
    hallazgos: tuple[Hallazgo, ...]


@record(frozen=True)
class Reservas:
    """The typed numbers of a process.

    Attributes:
        slots: the place each typed number reserves, by act.
        hallazgos: what contradicts the ledger or another typed number, and what is odd.
    """

    slots: Mapping[str, SlotKey]
    hallazgos: tuple[Hallazgo, ...]

    @property
    def in_conflict(self) -> frozenset[str]:
        """The acts that cannot have the number typed for them."""
        return frozenset(found.acto.clave for found in self.hallazgos if found.tipo in CONFLICTS)


def read_reservas(numeracion: Numeracion, series: Mapping[str, Serie], actos: Iterable[Acto]) -> Reservas:
    """Return what the typed numbers reserve, checked against the ledger and each other.

    Sample rows reserve nothing: theirs are no numbers of anything.
    """
    slots: dict[str, SlotKey] = {}
    owners: dict[SlotKey, Acto] = {}
    found: list[Hallazgo] = []
    typed = (acto for acto in actos if acto.tecleado and acto.pendiente is not Pendiente.MUESTRA)
    for acto in sorted(typed, key=lambda acto: acto.turno):
        serie = series.get(acto.serie)
        if serie is None or serie.falla is not None:
            continue
        slot = _slot(acto, serie)
        found += _oddities(acto, slot)
        found += _against_ledger(numeracion, acto, slot)
        if slot is None:
            continue
        first = owners.setdefault(slot, acto)
        slots[acto.clave] = slot
        if first is not acto:
            found.append(Hallazgo(TipoHallazgo.REPETIDO, acto, acto.tecleado, first.clave, first.tecleado))
    return Reservas(slots, tuple(found))


def _slot(acto: Acto, serie: Serie) -> SlotKey | None:
    read = serie.read(acto.tecleado)
    year = 0 if read is None else read.anio or (acto.fecha.year if acto.fecha else 0)
    return (acto.serie, year, read.numero) if read is not None and year else None


def _oddities(acto: Acto, slot: SlotKey | None) -> Iterator[Hallazgo]:
    if slot is None:
        if acto.fecha is not None:  # without a date the year may be what is missing
            yield Hallazgo(TipoHallazgo.AJENO, acto, acto.tecleado)
    elif acto.fecha is not None and acto.fecha.year != slot[1]:
        yield Hallazgo(TipoHallazgo.OTRO_ANIO, acto, acto.tecleado, otro_numero=str(acto.fecha.year))


def _against_ledger(numeracion: Numeracion, acto: Acto, slot: SlotKey | None) -> Iterator[Hallazgo]:
    own = numeracion.by_acto.get(acto.clave)
    if own is not None:
        if own.slot != slot and number_key(own.texto) != number_key(acto.tecleado):
            yield Hallazgo(TipoHallazgo.DISTINTO, acto, acto.tecleado, otro_numero=own.texto)
        return
    taken = numeracion.by_slot.get(slot) if slot is not None else None
    if taken is not None:
        tipo = TipoHallazgo.TOMADO if taken.is_vigente else TipoHallazgo.CANCELADO
        yield Hallazgo(tipo, acto, acto.tecleado, taken.acto, taken.texto)


def assign(
    numeracion: Numeracion,
    series: Mapping[str, Serie],
    actos: Collection[Acto],
    wanted: Collection[str],
    hoy: dt.date,
) -> Asignacion:
    """Give their numbers to the acts that are due; what has one keeps it.

    Args:
        numeracion: the ledger.
        series: the series by name; of one whose pattern is no good nothing is taken.
        actos: all acts of the process: what others have typed is not free.
        wanted: keys of those to number.
        hoy: the day they are taken.

    Returns:
        The ledger with the new lines, assigned.
    """
    reservas = read_reservas(numeracion, series, actos)
    due = [acto for acto in sorted(actos, key=lambda acto: acto.turno) if acto.clave in wanted]
    due = [acto for acto in due if _takes(acto, numeracion, series, reservas)]
    nuevos: list[Asiento] = []
    for (name, year), group in groupby(
        sorted(due, key=lambda acto: _count_of(acto, reservas)), key=lambda acto: _count_of(acto, reservas)
    ):
        used = {
            slot[2] for slot in (*numeracion.by_slot, *reservas.slots.values()) if slot[:2] == (name, year)
        }
        free = free_numbers(used)
        for acto in group:
            reserved = reservas.slots.get(acto.clave)
            number = next(free) if reserved is None else reserved[2]
            printed = plain(acto.tecleado) if reserved else series[name].write(number, year, acto.sesion)
            nuevos.append(Asiento(name, year, number, printed, acto.clave, EstadoNumero.ASIGNADO, hoy))
    after = numeracion.with_asientos(nuevos)
    order = tuple(_order_findings(after, actos, nuevos, reservas))
    return Asignacion(after, tuple(sorted(nuevos, key=lambda a: a.slot)), (*reservas.hallazgos, *order))


def _takes(acto: Acto, numeracion: Numeracion, series: Mapping[str, Serie], reservas: Reservas) -> bool:
    if acto.pendiente is not None or acto.fecha is None or acto.clave in numeracion.by_acto:
        return False
    serie = series.get(acto.serie)
    if serie is None or serie.falla is not None or acto.clave in reservas.in_conflict:
        return False
    # One typed in another form was numbered by somebody else, outside the series.
    return not acto.tecleado or acto.clave in reservas.slots


def _count_of(acto: Acto, reservas: Reservas) -> tuple[str, int]:
    """Return the count an act is part of: its series, and the year of its date or of its typed number."""
    reserved = reservas.slots.get(acto.clave)
    return (acto.serie, reserved[1] if reserved else acto.fecha.year if acto.fecha else 0)


def _order_findings(
    after: Numeracion, actos: Collection[Acto], nuevos: Collection[Asiento], reservas: Reservas
) -> Iterator[Hallazgo]:
    by_key = {acto.clave: acto for acto in actos}
    reserved = frozenset(reservas.slots.values())
    for asiento in nuevos:
        acto = by_key[asiento.acto]
        free = _free_before(asiento, after.by_slot, reserved)
        if free:
            yield Hallazgo(TipoHallazgo.ADELANTADO, acto, asiento.texto, libres=free)
        yield from _out_of_date(after, by_key, asiento)
        yield from _skipped(after, actos, asiento, acto)


def _free_before(
    asiento: Asiento, taken: Collection[SlotKey], reserved: Collection[SlotKey]
) -> tuple[int, ...]:
    """Return the numbers that nothing has between one and the taken one before it.

    Only a typed one leaves any; those before the former taken one were told when that was taken.
    """
    number = asiento.numero
    while number > 1 and (asiento.serie, asiento.anio, number - 1) not in taken:
        number -= 1
    places = ((asiento.serie, asiento.anio, before) for before in range(number, asiento.numero))
    return tuple(place[2] for place in places if place not in reserved)


def _out_of_date(after: Numeracion, by_key: Mapping[str, Acto], asiento: Asiento) -> Iterator[Hallazgo]:
    acto = by_key[asiento.acto]
    for other in after.asientos:
        later = by_key.get(other.acto) if other.is_vigente else None
        same_count = other.slot[:2] == asiento.slot[:2]
        if later is not None and same_count and later.turno > acto.turno and other.numero < asiento.numero:
            yield Hallazgo(TipoHallazgo.TARDIO, acto, asiento.texto, later.clave, other.texto)
            return


def _skipped(after: Numeracion, actos: Collection[Acto], asiento: Asiento, acto: Acto) -> Iterator[Hallazgo]:
    """Yield the first act of an earlier date that is due and still has no number."""
    earlier = sorted((other for other in actos if other.turno < acto.turno), key=lambda one: one.turno)
    for other in earlier:
        same_count = other.fecha is not None and (other.serie, other.fecha.year) == asiento.slot[:2]
        is_waiting = other.pendiente is None and not other.tecleado and other.clave not in after.by_acto
        if same_count and is_waiting:
            yield Hallazgo(TipoHallazgo.SALTA, acto, asiento.texto, other.clave)
            return
