"""What templates are offered of the workbook of progress: tables, each with its title and its rows."""

from __future__ import annotations

from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaCentro:
    """A CATD or CCV: where it is and what it has."""

    clave: str
    tipo: Prose
    municipio: Prose
    distrito: Prose
    domicilio: Prose
    equipos: Prose


@record(frozen=True, slots=True)
class FilaMunicipio:
    """How many centres a municipality has; the last row is the total."""

    municipio: Prose
    catd: str
    ccv: str
    equipos: str


@record(frozen=True, slots=True)
class FilaActualizaciones:
    """How often a drill published, and from when to when."""

    simulacro: str
    fecha: Prose
    inicio: Prose
    cierre: Prose
    actualizaciones: Prose
    difusores: Prose


@record(frozen=True, slots=True)
class FilaActas:
    """The actas of a drill by stage."""

    simulacro: str
    esperadas: Prose
    digitalizadas: Prose
    capturadas: Prose
    contabilizadas: Prose
    porcentaje: Prose


@record(frozen=True, slots=True)
class ParrafoAnalisis:
    """A paragraph of the technical analysis, and the table that follows it.

    At most one of the lists of rows has any.

    Attributes:
        texto: the paragraph.
        titulo: title of the table; empty without one.
        centros: rows of the sites.
        municipios: rows of the sites by municipality.
        actualizaciones: rows of the updates per hour.
        actas: rows of the actas of the drills.
    """

    texto: Prose
    titulo: Prose
    centros: tuple[FilaCentro, ...] = ()
    municipios: tuple[FilaMunicipio, ...] = ()
    actualizaciones: tuple[FilaActualizaciones, ...] = ()
    actas: tuple[FilaActas, ...] = ()
