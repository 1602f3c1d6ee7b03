"""What templates of reports are offered: the pieces that several of them share."""

from __future__ import annotations

from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Portada:
    """The title page of a report.

    Attributes:
        institucion: name of the institute.
        organo: name of the committee, with its acronym.
        titulo: title of the report.
        periodo: what it covers.
        proceso: name of the electoral process.
    """

    institucion: Prose
    organo: Prose
    titulo: str
    periodo: Prose
    proceso: Prose


@record(frozen=True, slots=True)
class Dato:
    """One fact of a table of facts: what it is and its value."""

    etiqueta: str
    valor: Prose


@record(frozen=True, slots=True)
class FilaResultado:
    """Actas of one drill, or of all of them together.

    Attributes:
        nombre: which one.
        esperadas: actas expected.
        digitalizadas, capturadas, contabilizadas: how many, with the percentage over those expected
            in a second line.
    """

    nombre: str
    esperadas: Prose
    digitalizadas: Prose
    capturadas: Prose
    contabilizadas: Prose


@record(frozen=True, slots=True)
class FilaAvance:
    """Planned and real progress of a stage.

    Attributes:
        nombre: the stage.
        actividad: activity of the stage; may be empty.
        planeado: planned, in percent.
        real: real, in percent.
        desviacion: real minus planned, in points; may be a dash.
    """

    nombre: str
    actividad: str
    planeado: Prose
    real: Prose
    desviacion: Prose


@record(frozen=True, slots=True)
class FilaAcumulado:
    """Planned and real progress of the whole in a month.

    Attributes:
        nombre: the month.
        planeado: planned, in percent.
        real: real, in percent; a dash where the month is still to come.
        desviacion: real minus planned, in points; may be a dash.
    """

    nombre: str
    planeado: Prose
    real: Prose
    desviacion: Prose


@record(frozen=True, slots=True)
class Observacion:
    """Something said of a stage, a drill, a risk…: of what, and what."""

    asunto: str
    texto: Prose


@record(frozen=True, slots=True)
class FilaRiesgo:
    """A risk and what is done about it."""

    riesgo: str
    nivel: Prose
    mitigacion: Prose
    estado: Prose


@record(frozen=True, slots=True)
class FilaHallazgo:
    """A finding of the audit body, as it stood at the cut."""

    hallazgo: str
    origen: Prose
    gravedad: Prose
    situacion: Prose


@record(frozen=True, slots=True)
class FilaSesion:
    """A session or meeting held, or that was to be held.

    Attributes:
        fecha: its day.
        nombre: which one it is; with the gap that asks whether it was held.
        asistencia: how many of those with vote attended.
        quorum: whether there was quorum.
        puntos: how many points were dealt with.
        acuerdos: how many agreements were taken.
    """

    fecha: Prose
    nombre: Prose
    asistencia: Prose
    quorum: Prose
    puntos: Prose
    acuerdos: Prose


@record(frozen=True, slots=True)
class FilaAtribucion:
    """What was done under one attribution of the committee.

    Attributes:
        inciso: its letter or number.
        atribucion: its text.
        actividades: what was done, one by one.
    """

    inciso: str
    atribucion: str
    actividades: tuple[Prose, ...]
