"""`EntregaPendiente`: how one version of a deliverable stands on a day, by what the trackers say of it."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Iterator, Mapping, Sequence

from cotaprep_docs.domain.acto import ENTREGABLE, OFICIO_REMISION, letter_name
from cotaprep_docs.domain.acuerdo import Acuerdo, Oficio
from cotaprep_docs.domain.entrega import Entrega, Tratamiento, Vencimiento, build_entregas
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Situacion, follow
from cotaprep_docs.norms.entregables import Entregable
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import fold_text


class Atencion(enum.Enum):
    """How far a version of a deliverable has come."""

    REMITIDA = "remitida"
    SUPERADA = "superada"  # a later version was sent
    TRATADA = "tratada"  # dealt with, and nothing says that it was sent
    PREVISTA = "prevista"  # a session to come deals with it
    SIN_PUNTO = "sin punto"

    @property
    def is_pendiente(self) -> bool:
        """Whether it is still to be sent, as far as anybody wrote down."""
        return self not in (Atencion.REMITIDA, Atencion.SUPERADA)


@record(frozen=True, slots=True)
class EntregaPendiente:
    """One version of a deliverable, with its term.

    Attributes:
        entregable: what it is.
        vencimiento: by when.
        limite: the day after which it is late.
        atencion: how far it has come.
        tratamiento: the last point held that dealt with it, or else the next that is to.
        oficio: the letter that sent it, where a row of Oficios says so.
        remitida: the day it was sent; None where it was not, or nobody wrote down when.
        acordado: the day it was agreed outside the committee, where that is known and not to come.
    """

    entregable: Entregable
    vencimiento: Vencimiento
    limite: dt.date
    atencion: Atencion
    tratamiento: Tratamiento | None = None
    oficio: Oficio | None = None
    remitida: dt.date | None = None
    acordado: dt.date | None = None

    def is_vencida(self, hoy: dt.date) -> bool:
        """Tell whether its term is over and nothing says that it was sent."""
        return self.limite < hoy and self.atencion.is_pendiente


def entregable_letter(entregable: Entregable, vencimiento: Vencimiento) -> str:
    """Return what the sheet Oficios calls the sending of a version where no document of ours is sent.

    ``entregable-9``; the month of a monthly one, ``entregable-3-2024-01``; the version where there are
    several, ``entregable-6-preliminar``.
    """
    name = f"{ENTREGABLE}-{entregable.numero}"
    if vencimiento.mes is not None:
        return f"{name}-{vencimiento.mes:%Y-%m}"
    if len(entregable.plazos) == 1 or not vencimiento.plazo.fase:
        return name
    return f"{name}-{fold_text(vencimiento.plazo.fase).partition(' ')[0]}"


def entregas_on(proceso: Proceso, normas: Normas, hoy: dt.date) -> tuple[EntregaPendiente, ...]:
    """Return every version of every deliverable whose term has a date, by that date.

    A version was sent where a letter of the sheet Oficios, dated by that day, says so (see
    `entregable_letter`). The last version was sent, too, by the remission of one of its agreements or
    dictámenes, or where an agreement that says whom to send it to is fulfilled: what a session decided is
    no draft. With a later version sent, an earlier one is no longer awaited.
    """
    view = _View(proceso, hoy)
    found = (one for entrega in build_entregas(proceso, normas) for one in view.versions(entrega))
    return tuple(sorted(found, key=lambda one: (one.limite, one.entregable.numero)))


class _View:
    """The deliverables of a process on a day."""

    def __init__(self, proceso: Proceso, hoy: dt.date) -> None:
        self._proceso = proceso
        self._hoy = hoy
        dated = (row for row in proceso.oficios if row.fecha is not None and row.fecha <= hoy)
        self._sent: Mapping[str, Oficio] = {letter_name(row.documento): row for row in dated}

    def versions(self, entrega: Entrega) -> Sequence[EntregaPendiente]:
        """Return the versions of one deliverable, in their order."""
        terms = entrega.vencimientos
        is_mensual = entrega.entregable.is_mensual
        found = [
            self._version(entrega, vencimiento, is_last=not is_mensual and place == len(terms))
            for place, vencimiento in enumerate(terms, 1)
            if vencimiento.limite is not None
        ]
        if is_mensual:
            return found
        return [
            one if not one.atencion.is_pendiente or all(rest.atencion.is_pendiente for rest in found[place:])
            else _superada(one)
            for place, one in enumerate(found, 1)
        ]  # fmt: skip

    def _version(self, entrega: Entrega, vencimiento: Vencimiento, *, is_last: bool) -> EntregaPendiente:
        entregable, limite = entrega.entregable, vencimiento.limite or dt.date.max
        points = () if entregable.is_mensual else entrega.tratamientos
        held = [one for one in points if one.sesion.is_celebrada(self._hoy)]
        last = held[-1] if held else None
        oficio = self._sent.get(entregable_letter(entregable, vencimiento))
        oficio = oficio or (self._remission(held) if is_last else None)
        sent = functools.partial(EntregaPendiente, entregable, vencimiento, limite, Atencion.REMITIDA, last)
        if oficio is not None:
            return sent(oficio, oficio.fecha)
        done = self._fulfilled(held) if is_last else None
        if done is not None:
            return sent(remitida=done.fecha_cumplimiento)
        acordado = entrega.acordado if entrega.acordado and entrega.acordado <= self._hoy else None
        if last is not None or acordado is not None:
            return EntregaPendiente(
                entregable, vencimiento, limite, Atencion.TRATADA, last, acordado=acordado
            )
        following = self._following(points, prefer_session=is_last or entregable.comite)
        atencion = Atencion.SIN_PUNTO if following is None else Atencion.PREVISTA
        return EntregaPendiente(entregable, vencimiento, limite, atencion, following)

    def _following(self, points: Sequence[Tratamiento], *, prefer_session: bool) -> Tratamiento | None:
        """Return the next point to come; one that went by unheld only where there is no other."""
        open_ones = [one for one in points if not one.sesion.is_celebrada(self._hoy)]

        def rank(one: Tratamiento) -> tuple[bool, bool]:
            went_by = one.sesion.fecha is not None and one.sesion.fecha < self._hoy
            return went_by, prefer_session and one.sesion.is_reunion

        return min(open_ones, key=rank, default=None)  # by date within a rank: they come by date

    def _remission(self, held: Sequence[Tratamiento]) -> Oficio | None:
        """Return the letter that sent an agreement or dictamen of some points."""
        names = (name for one in held for name in self._decided(one))
        return next((self._sent[name] for name in names if name in self._sent), None)

    def _decided(self, one: Tratamiento) -> Iterator[str]:
        for acuerdo in one.acuerdos:
            yield letter_name(f"{OFICIO_REMISION}-acuerdo-{acuerdo.clave}")
        for row in self._proceso.dictamenes:
            if (row.sesion, row.punto) == (one.sesion.clave, one.punto.numero_vigente):
                yield letter_name(f"{OFICIO_REMISION}-dictamen-{row.clave}")

    def _fulfilled(self, held: Sequence[Tratamiento]) -> Acuerdo | None:
        """Return the first agreement that says whom to send it to and is fulfilled."""
        for one in held:
            for acuerdo in one.acuerdos:
                row = follow(acuerdo, one.sesion, self._hoy)
                if acuerdo.remitir_a and row.situacion is Situacion.CUMPLIDO:
                    return acuerdo
        return None


def _superada(one: EntregaPendiente) -> EntregaPendiente:
    return EntregaPendiente(one.entregable, one.vencimiento, one.limite, Atencion.SUPERADA, one.tratamiento)
