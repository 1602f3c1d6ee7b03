"""`Acto`: something that has a number of its own, and what of a process has one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterator, Mapping

from cotaprep_docs.domain.acuerdo import Acuerdo, Oficio
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.persona import INVITADO
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.serie import ACUERDOS, OFICIOS
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import fold_text

CONVOCATORIA = "convocatoria"
INVITACION = "invitacion"
OFICIO_REMISION = "oficio-remision"
ENTREGABLE = "entregable"
"""What the names of letters in the sheet Oficios begin with: of a remission, of a deliverable sent."""
LETTERS = (CONVOCATORIA, INVITACION)
"""The letters of a session in the order they are numbered; each is typed in ``oficio_<kind>``."""


class Pendiente(enum.Enum):
    """Why an act has no number coming, for now or for good."""

    MUESTRA = "muestra"
    SIN_FECHA = "sin fecha"
    NO_CELEBRADA = "sesión no celebrada"
    CANCELADA = "sesión cancelada"
    SIN_VOTACION = "sin votación completa"
    NO_APROBADO = "no aprobado"


@record(frozen=True, slots=True)
class Acto:
    """An act that is numbered, or will be.

    Attributes:
        clave: what it is for good, such as ``acuerdo:A3`` or ``oficio:convocatoria:3``.
        serie: name of its series.
        sesion: key of its session; empty for one of none.
        fecha: the day it is dated, whose year it counts in.
        orden: its place among the acts of its day.
        tecleado: the number somebody typed, a reservation.
        cell: where that is typed.
        pendiente: why it takes no number; None for one that is due.
    """

    clave: str
    serie: str
    sesion: str = ""
    fecha: dt.date | None = None
    orden: tuple[int, ...] = ()
    tecleado: str = ""
    cell: CellLocation = dataclasses.field(default=CellLocation(""), compare=False)
    pendiente: Pendiente | None = None

    @property
    def turno(self) -> tuple[dt.date, tuple[int, ...], str]:
        """Its place among all acts: by date, then by order."""
        return (self.fecha or dt.date.max, self.orden, self.clave)


def acuerdo_key(acuerdo: Acuerdo) -> str:
    """Return the key under which the ledger knows an agreement."""
    return f"acuerdo:{acuerdo.clave}"


def oficio_key(kind: str, clave: str) -> str:
    """Return the key under which the ledger knows a letter."""
    return f"oficio:{kind}:{clave}"


def actos_of(proceso: Proceso, normas: Normas) -> tuple[Acto, ...]:
    """Return all acts of a process that have a number or will, in the order they are numbered."""
    found = (acto for sesion in proceso.sesiones for acto in actos_of_sesion(proceso, normas, sesion))
    return tuple(sorted((*found, *_typed_letters(proceso)), key=lambda acto: acto.turno))


def actos_of_sesion(proceso: Proceso, normas: Normas, sesion: Sesion) -> tuple[Acto, ...]:
    """Return the agreements and letters of one session."""
    index = proceso.sesiones.index(sesion)
    return (
        *_acuerdos(Desarrollo(proceso, normas, sesion), index),
        *_oficios(proceso, sesion, index),
    )


def _acuerdos(desarrollo: Desarrollo, index: int) -> Iterator[Acto]:
    sesion = desarrollo.sesion
    minutes = sesion.hora.hour * 60 + sesion.hora.minute if sesion.hora is not None else 24 * 60
    for row, acuerdo in enumerate(desarrollo.proceso.acuerdos_of(sesion)):
        position = desarrollo.orden.position(acuerdo.punto)
        place = len(desarrollo.orden.puntos) if position is None else position
        yield Acto(
            acuerdo_key(acuerdo),
            ACUERDOS,
            sesion.clave,
            sesion.fecha,
            (minutes, index, place, acuerdo.votacion, row),
            acuerdo.numero,
            acuerdo.origin.cell("numero"),
            _pending_acuerdo(desarrollo, acuerdo),
        )


def _pending_acuerdo(desarrollo: Desarrollo, acuerdo: Acuerdo) -> Pendiente | None:
    sesion = desarrollo.sesion
    punto = desarrollo.punto_of(acuerdo)
    votes = () if punto is None else desarrollo.votaciones(punto)
    of_punto = punto is not None and punto.muestra
    if (
        _is_muestra(desarrollo.proceso, sesion)
        or acuerdo.muestra
        or of_punto
        or any(v.muestra for v in votes)
    ):
        return Pendiente.MUESTRA
    if sesion.fecha is None:
        return Pendiente.SIN_FECHA
    if sesion.estado is not EstadoSesion.CELEBRADA:
        return Pendiente.NO_CELEBRADA
    count = desarrollo.deciding_escrutinio(acuerdo)
    if count is None:
        return Pendiente.SIN_VOTACION if desarrollo.needs_vote(acuerdo) else None
    if count.resultado.is_aprobado:
        return None
    return Pendiente.NO_APROBADO if not count.sin_voto else Pendiente.SIN_VOTACION


def _oficios(proceso: Proceso, sesion: Sesion, index: int) -> Iterator[Acto]:
    for rank, kind in enumerate(LETTERS):
        typed = getattr(sesion, f"oficio_{kind}")
        if not (typed or kind == CONVOCATORIA or proceso.recipients(sesion, INVITADO)):
            continue
        yield Acto(
            oficio_key(kind, sesion.clave),
            OFICIOS,
            sesion.clave,
            sesion.fecha_convocatoria,
            (index, rank),
            typed,
            sesion.origin.cell(f"oficio_{kind}"),
            _pending_oficio(proceso, sesion),
        )


def letter_name(documento: str) -> str:
    """Return the name of a document as the sheet Oficios is searched for it, however typed."""
    return fold_text(documento).removesuffix(".docx").removesuffix(".pdf")


def letter_key(documento: str) -> str:
    """Return the key under which the ledger knows a letter of the sheet Oficios, however typed."""
    kind, _, clave = letter_name(documento).partition("-")
    return oficio_key(kind, clave)


def acto_of_letter(row: Oficio | None, documento: str, cell: CellLocation, sesion: str = "") -> Acto:
    """Return the act that a letter is whose number, if any, is in the sheet Oficios.

    Args:
        row: its row; None where there is none.
        documento: name of its file.
        cell: where its number goes while it has no row.
        sesion: key of the session it is about, if it is about one.
    """
    day = row.fecha if row is not None else None
    sample = row is not None and row.muestra
    return Acto(
        letter_key(documento),
        OFICIOS,
        sesion,
        day,
        tecleado=row.numero if row is not None else "",
        cell=row.origin.cell("numero") if row is not None else cell,
        pendiente=Pendiente.MUESTRA if sample else Pendiente.SIN_FECHA if day is None else None,
    )


def _typed_letters(proceso: Proceso) -> Iterator[Acto]:
    """Yield the letters whose number somebody typed in Oficios: it is taken, whatever is made of them."""
    for row in proceso.oficios:
        if row.numero:
            yield acto_of_letter(row, row.documento, row.origin.cell("numero"))


def _pending_oficio(proceso: Proceso, sesion: Sesion) -> Pendiente | None:
    if _is_muestra(proceso, sesion):
        return Pendiente.MUESTRA
    if sesion.fecha_convocatoria is None:
        return Pendiente.SIN_FECHA
    return Pendiente.CANCELADA if sesion.estado is EstadoSesion.CANCELADA else None


def _is_muestra(proceso: Proceso, sesion: Sesion) -> bool:
    return sesion.muestra or proceso.organismo.muestra


def numbered(proceso: Proceso, numeros: Mapping[str, str]) -> Proceso:
    """Return a process in which each act has the number that the ledger gave it, whatever was typed.

    Args:
        proceso: as read from the trackers.
        numeros: the numbers in force by key of act, as printed.
    """
    acuerdos = tuple(
        dataclasses.replace(row, numero=numeros.get(acuerdo_key(row), row.numero)) for row in proceso.acuerdos
    )
    sesiones = tuple(_with_letters(sesion, numeros) for sesion in proceso.sesiones)
    return dataclasses.replace(proceso, acuerdos=acuerdos, sesiones=sesiones, numeros=dict(numeros))


def _with_letters(sesion: Sesion, numeros: Mapping[str, str]) -> Sesion:
    return dataclasses.replace(
        sesion,
        oficio_convocatoria=numeros.get(oficio_key(CONVOCATORIA, sesion.clave), sesion.oficio_convocatoria),
        oficio_invitacion=numeros.get(oficio_key(INVITACION, sesion.clave), sesion.oficio_invitacion),
    )
