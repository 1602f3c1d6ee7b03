"""People and bodies that take part in sessions: who may vote, who has voice, whom letters go to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.records import record
from cotaprep_docs.spanish.numbers import Gender


class Calidad(enum.Enum):
    """In what quality somebody sits at the table (RE 340.2, 343.1 and 344.3)."""

    INTEGRANTE = "Integrante"
    SECRETARIA_TECNICA = "Secretaría Técnica"
    SUPLENTE_SECRETARIA = "Suplente de la Secretaría Técnica"
    INVITADO = "Persona invitada"
    REPRESENTACION = "Representación"

    @property
    def has_voto(self) -> bool:
        """Only members vote; the Secretaría Técnica and guests have voice (RE 343.1.b.II, 344.3)."""
        return self is Calidad.INTEGRANTE


@record(frozen=True, slots=True)
class Integrante:
    """A member of the committee or its Secretaría Técnica, while in office.

    Attributes:
        clave: short key; people are identified by it and by nothing else.
        nombre: full name, as printed.
        tratamiento: title before the name (``Mtra.``), or empty.
        genero: grammatical gender for agreement; None where it was not stated.
        calidad: `Calidad.INTEGRANTE`, `SECRETARIA_TECNICA` or `SUPLENTE_SECRETARIA`.
        cargo: what is printed under the name in the signature block; empty means the quality.
        desde: first day in office; None means since always.
        hasta: last day in office; None means still.
        orden: position in the roll call.
    """

    clave: str
    nombre: str
    calidad: Calidad
    tratamiento: str = ""
    genero: Gender | None = None
    cargo: str = ""
    correo: str = ""
    desde: dt.date | None = None
    hasta: dt.date | None = None
    orden: int = 0
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

    @property
    def has_voto(self) -> bool:
        """Whether this person votes and counts for quorum."""
        return self.calidad.has_voto

    def is_vigente(self, day: dt.date) -> bool:
        """Tell whether the person was in office on a day."""
        return _is_within(day, self.desde, self.hasta)


def _is_within(day: dt.date, desde: dt.date | None, hasta: dt.date | None) -> bool:
    return (desde is None or desde <= day) and (hasta is None or day <= hasta)


@record(frozen=True, slots=True)
class Representacion:
    """The representation of a party or independent candidacy before the Consejo General."""

    clave: str
    nombre: str
    siglas: str = ""
    tipo: str = ""
    propietario: str = ""
    propietario_genero: Gender | None = None
    suplente: str = ""
    suplente_genero: Gender | None = None
    correo: str = ""
    desde: dt.date | None = None
    hasta: dt.date | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

    def is_vigente(self, day: dt.date) -> bool:
        """Tell whether it was accredited on a day."""
        return _is_within(day, self.desde, self.hasta)


@record(frozen=True, slots=True)
class Invitado:
    """A guest with voice (RE 344.3): Consejerías, officials of the OPL, specialists."""

    clave: str
    nombre: str
    cargo: str = ""
    institucion: str = ""
    tratamiento: str = ""
    genero: Gender | None = None
    correo: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


INVITADO = "Invitación"
"""What somebody receives who is invited, in `Destinatario.recibe`."""


@record(frozen=True, slots=True)
class Destinatario:
    """Somebody letters go to.

    Attributes:
        persona: key of an Integrante, Invitado or Representacion; empty for an outsider.
        recibe: ``Convocatoria``, ``Invitación`` or ``Copia`` (c.c.p.).
        para: ``Sesiones``, ``Reuniones`` or ``Todas``.
    """

    clave: str
    nombre: str
    cargo: str = ""
    persona: str = ""
    recibe: str = ""
    para: str = ""
    tratamiento: str = ""
    genero: Gender | None = None
    correo: str = ""
    orden: int = 0
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


Persona = Integrante | Representacion | Invitado
