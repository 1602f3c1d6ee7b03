"""`Seguimiento`: how agreements and commitments stand on a day, from the ledger of who did what by when."""

from __future__ import annotations

import datetime as dt
import enum

from cotaprep_docs.domain.acuerdo import Acuerdo, Compromiso
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.records import record

CANCELADO, CUMPLIDO = "Cancelado", "Cumplido"


class Situacion(enum.Enum):
    """How an agreement stands on the day of the cut."""

    CUMPLIDO = "Cumplido"
    EN_PROCESO = "En proceso"
    PENDIENTE = "Pendiente"
    CANCELADO = "Cancelado"
    SIN_CAPTURA = ""

    @property
    def is_abierta(self) -> bool:
        """Whether something is still to be done."""
        return self not in (Situacion.CUMPLIDO, Situacion.CANCELADO)


@record(frozen=True, slots=True)
class Seguimiento:
    """One agreement or commitment as it stands on a day.

    Attributes:
        asunto: the agreement or commitment.
        sesion: where it was taken.
        situacion: how it stands.
        atraso: days it is or was late; 0 where it is not, or where it has no term.
    """

    asunto: Acuerdo | Compromiso
    sesion: Sesion
    situacion: Situacion
    atraso: int


def follow(asunto: Acuerdo | Compromiso, sesion: Sesion, corte: dt.date | None) -> Seguimiento:
    """Return how an agreement stands at the end of a day; as it was captured last where `corte` is None.

    What was done after that day was still to be done on it.
    """
    situacion = _situacion(asunto, corte)
    done = asunto.fecha_cumplimiento if situacion is Situacion.CUMPLIDO else corte
    open_or_done = situacion.is_abierta or situacion is Situacion.CUMPLIDO
    late = (done - asunto.plazo).days if done and asunto.plazo and open_or_done else 0
    return Seguimiento(asunto, sesion, situacion, max(late, 0))


def _situacion(asunto: Acuerdo | Compromiso, corte: dt.date | None) -> Situacion:
    done = asunto.fecha_cumplimiento
    if done is not None and corte is not None and done > corte:
        return Situacion.PENDIENTE
    if done is not None and asunto.estado != CANCELADO:
        return Situacion.CUMPLIDO
    return Situacion(asunto.estado)


def sesiones_before(proceso: Proceso, sesion: Sesion) -> tuple[Sesion, ...]:
    """Return the sessions and meetings of earlier days, and of the same day above it in the calendar."""
    found = []
    for other in proceso.sesiones:
        if other is sesion:
            found += [s for s in proceso.sesiones[: proceso.sesiones.index(other)] if s.fecha == sesion.fecha]
        elif other.fecha and sesion.fecha and other.fecha < sesion.fecha:
            found.append(other)
    return tuple(s for s in proceso.sesiones if s in found)


def last_held(proceso: Proceso) -> dt.date | None:
    """Return the day of the last session held; None where none was."""
    days = [s.fecha for s in proceso.sesiones if s.fecha and s.estado is EstadoSesion.CELEBRADA]
    return max(days, default=None)


def follow_all(
    proceso: Proceso, sesiones: tuple[Sesion, ...], corte: dt.date | None
) -> tuple[tuple[Seguimiento, ...], tuple[Seguimiento, ...]]:
    """Return the agreements and then the commitments taken in some sessions, as they stand on a day."""
    acuerdos = [follow(a, s, corte) for s in sesiones for a in proceso.acuerdos_of(s)]
    compromisos = [follow(c, s, corte) for s in sesiones for c in proceso.compromisos_of(s)]
    return tuple(acuerdos), tuple(compromisos)
