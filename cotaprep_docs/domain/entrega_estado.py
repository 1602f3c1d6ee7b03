"""`EntregaPendiente`: how a deliverable stands on a day, by what the trackers say of it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping

from cotaprep_docs.domain.acto import letter_name
from cotaprep_docs.domain.acuerdo import Oficio
from cotaprep_docs.domain.entrega import Entrega, Tratamiento, Vencimiento, build_entregas
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Situacion, follow
from cotaprep_docs.norms.entregables import Entregable
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.records import record


class Atencion(enum.Enum):
    """How far a deliverable has come."""

    REMITIDA = "remitida"
    TRATADA = "tratada"  # dealt with, and nothing says that it was sent
    PREVISTA = "prevista"  # a session to come deals with it
    SIN_PUNTO = "sin punto"


@record(frozen=True, slots=True)
class EntregaPendiente:
    """One version of a deliverable, with its term.

    Attributes:
        entregable: what it is.
        vencimiento: by when.
        limite: the day after which it is late.
        atencion: how far it has come.
        tratamiento: the last point held that dealt with it, or else the next that will.
        oficio: the letter that sent it, where a row of Oficios says so.
        acordado: the day it was agreed outside the committee, where that is known and not to come.
    """

    entregable: Entregable
    vencimiento: Vencimiento
    limite: dt.date
    atencion: Atencion
    tratamiento: Tratamiento | None = None
    oficio: Oficio | None = None
    acordado: dt.date | None = None

    def is_vencida(self, hoy: dt.date) -> bool:
        """Tell whether its term is over and nothing says that anybody dealt with it."""
        return self.limite < hoy and self.atencion in (Atencion.PREVISTA, Atencion.SIN_PUNTO)


def entregas_on(proceso: Proceso, normas: Normas, hoy: dt.date) -> tuple[EntregaPendiente, ...]:
    """Return every version of every deliverable whose term has a date, by that date.

    A version was sent where a letter of the sheet Oficios, dated by that day, says so: that of one of its
    agreements or dictámenes, or one under the name ``entregable-13`` (monthly: ``entregable-3-2024-01``); and
    where an agreement to be sent is fulfilled. Nobody tells of which version a point is: it counts for all.
    """
    sent = {letter_name(row.documento): row for row in proceso.oficios if row.fecha and row.fecha <= hoy}
    found = (
        _standing(proceso, entrega, vencimiento, sent, hoy)
        for entrega in build_entregas(proceso, normas)
        for vencimiento in entrega.vencimientos
        if vencimiento.limite is not None
    )
    return tuple(sorted(found, key=lambda one: (one.limite, one.entregable.numero)))


def _standing(
    proceso: Proceso, entrega: Entrega, vencimiento: Vencimiento, sent: Mapping[str, Oficio], hoy: dt.date
) -> EntregaPendiente:
    limite, entregable = vencimiento.limite, entrega.entregable
    assert limite is not None  # noqa: S101 - asked by the caller
    is_mensual = vencimiento.mes is not None
    held = () if is_mensual else tuple(one for one in entrega.tratamientos if one.sesion.is_celebrada(hoy))
    last = held[-1] if held else None
    oficio = next(
        (sent[name] for name in _letters(proceso, entregable, vencimiento, held) if name in sent), None
    )
    if oficio is not None or any(_is_fulfilled(one, hoy) for one in held):
        return EntregaPendiente(entregable, vencimiento, limite, Atencion.REMITIDA, last, oficio)
    acordado = entrega.acordado if entrega.acordado is not None and entrega.acordado <= hoy else None
    if last is not None or acordado is not None:
        return EntregaPendiente(entregable, vencimiento, limite, Atencion.TRATADA, last, None, acordado)
    coming = (one for one in entrega.tratamientos if not one.sesion.is_celebrada(hoy))
    following = None if is_mensual else next(coming, None)
    atencion = Atencion.SIN_PUNTO if following is None else Atencion.PREVISTA
    return EntregaPendiente(entregable, vencimiento, limite, atencion, following)


def _letters(
    proceso: Proceso, entregable: Entregable, vencimiento: Vencimiento, held: tuple[Tratamiento, ...]
) -> Iterator[str]:
    """Yield the names under which Oficios may have the letter that sent it."""
    own = f"entregable-{entregable.numero}"
    yield letter_name(own if vencimiento.mes is None else f"{own}-{vencimiento.mes:%Y-%m}")
    for one in held:
        yield from (letter_name(f"oficio-remision-acuerdo-{acuerdo.clave}") for acuerdo in one.acuerdos)
        for row in proceso.dictamenes:
            if (row.sesion, row.punto) == (one.sesion.clave, one.punto.numero_vigente):
                yield letter_name(f"oficio-remision-dictamen-{row.clave}")


def _is_fulfilled(one: Tratamiento, hoy: dt.date) -> bool:
    to_send = (acuerdo for acuerdo in one.acuerdos if acuerdo.remitir_a)
    return any(follow(acuerdo, one.sesion, hoy).situacion is Situacion.CUMPLIDO for acuerdo in to_send)
