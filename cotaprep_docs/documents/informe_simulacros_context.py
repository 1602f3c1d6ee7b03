"""What the template of the report on all drills is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import FilaFirmas, Membrete
from cotaprep_docs.documents.informe_context import Dato, FilaResultado, Observacion, Portada
from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaCorte:
    """Actas up to an hour of a drill; the last column is the percentage counted over those expected."""

    hora: str
    digitalizadas: Prose
    capturadas: Prose
    contabilizadas: Prose
    porcentaje: Prose


@record(frozen=True, slots=True)
class FilaFase:
    """Actas of one phase of a drill."""

    fase: str
    actas: Prose
    porcentaje: Prose


@record(frozen=True, slots=True)
class FilaComparacion:
    """What changed from a drill to the next one: points by phase, and how much longer it took."""

    nombre: str
    digitalizadas: str
    capturadas: str
    contabilizadas: str
    duracion: str


@record(frozen=True, slots=True)
class ApartadoSimulacro:
    """One drill.

    Attributes:
        titulo: which one, and its day.
        datos: hours, duration, sites, updates per hour, broadcasters.
        fases: actas by phase, with their percentage over those expected.
        cortes: actas up to each hour; may be empty.
        grafica: the same as a chart; false where there are no figures.
        continuidad: what was applied of the continuity plan.
        incidentes: what happened and how it was attended.
        asistencia: who witnessed it, and where.
    """

    titulo: str
    datos: tuple[Dato, ...]
    fases: tuple[FilaFase, ...]
    cortes: tuple[FilaCorte, ...]
    grafica: Grafica
    continuidad: Prose
    incidentes: Prose
    asistencia: Prose


@record(frozen=True, slots=True)
class InformeSimulacrosContext:
    """Everything the report on all drills says.

    Attributes:
        membrete: header and footer.
        portada: title page.
        presentacion: who reports, on what basis, how many drills there were and when.
        resultados: actas of each drill and of all together.
        grafica_fases: percentage of each phase by drill.
        simulacros: each drill.
        comparaciones: what changed from each to the next; empty with fewer than two.
        comparacion: in which most and fewest actas were counted; may be empty.
        grafica_horas: actas counted up to each hour, by drill.
        conclusiones: what is concluded, of each drill.
        firmas: signature block.
    """

    membrete: Membrete
    portada: Portada
    presentacion: Prose
    resultados: tuple[FilaResultado, ...]
    grafica_fases: Grafica
    simulacros: tuple[ApartadoSimulacro, ...]
    comparaciones: tuple[FilaComparacion, ...]
    comparacion: str
    grafica_horas: Grafica
    conclusiones: tuple[Observacion, ...]
    firmas: tuple[FilaFirmas, ...]
