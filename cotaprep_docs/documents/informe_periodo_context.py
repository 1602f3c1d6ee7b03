"""What templates of reports of activities are offered: the bimonthly ones and the final one."""

from __future__ import annotations

from cotaprep_docs.documents.compromisos import FilaSeguimiento
from cotaprep_docs.documents.context import Anexo, FilaFirmas, Membrete
from cotaprep_docs.documents.informe_context import (
    FilaAtribucion,
    FilaAvance,
    FilaHallazgo,
    FilaResultado,
    FilaRiesgo,
    FilaSesion,
    Observacion,
    Portada,
)
from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class InformeBimestralContext:
    """Everything a periodic report of activities says.

    Attributes:
        membrete: header and footer.
        portada: title page.
        presentacion: who reports to whom, on what basis, of what period.
        sesiones_nota: how many sessions and meetings were held, and which could not be.
        sesiones: the table of them.
        acuerdos_nota: how many agreements and commitments stand how.
        acuerdos: the agreements of the period, and earlier ones still to be done; may be empty.
        compromisos: the commitments; may be empty.
        atribuciones: what was done under each attribution; empty where the norms have none.
        opiniones_nota: how many opinions and recommendations there were.
        opiniones: how they were attended; may be empty.
        avance_nota: how the whole stands at the last month of the period; empty where nothing is captured.
        etapas: planned and real progress of each stage in that month.
        grafica_avance: planned and real of the whole, month by month.
        simulacros_nota: how many drills there were, or that there were none.
        simulacros: their actas; may be empty.
        riesgos: risks; may be empty.
        anexos: documents of the sessions and meetings; may be empty.
        firmas: signature block.
    """

    membrete: Membrete
    portada: Portada
    presentacion: Prose
    sesiones_nota: Prose
    sesiones: tuple[FilaSesion, ...]
    acuerdos_nota: str
    acuerdos: tuple[FilaSeguimiento, ...]
    compromisos: tuple[FilaSeguimiento, ...]
    atribuciones: tuple[FilaAtribucion, ...]
    opiniones_nota: Prose
    opiniones: tuple[FilaSeguimiento, ...]
    avance_nota: str
    etapas: tuple[FilaAvance, ...]
    grafica_avance: Grafica
    simulacros_nota: str
    simulacros: tuple[FilaResultado, ...]
    riesgos: tuple[FilaRiesgo, ...]
    anexos: tuple[Anexo, ...]
    firmas: tuple[FilaFirmas, ...]


@record(frozen=True, slots=True)
class FilaEstadistica:
    """How often a person attended, of the sessions and meetings held while in office."""

    nombre: str
    convocadas: str
    asistidas: str
    justificadas: str
    ausencias: str
    porcentaje: Prose


@record(frozen=True, slots=True)
class FilaConteo:
    """How many votes came out in one way."""

    resultado: str
    votaciones: str


@record(frozen=True, slots=True)
class FilaVotacion:
    """How an agreement was voted."""

    acuerdo: Prose
    origen: Prose
    resultado: Prose
    votos: Prose


@record(frozen=True, slots=True)
class InformeFinalContext(InformeBimestralContext):
    """Everything the final report says: what a periodic one does, of the whole process, and more.

    Attributes:
        integracion: who integrated the committee, and since and until when.
        asistencia: how often each person with vote attended.
        grafica_asistencia: the same, in percent, as a chart.
        votaciones_nota: how many votes there were.
        votaciones: how they came out.
        votos: how each agreement was voted; may be empty.
        grafica_simulacros: actas by phase and drill, as a chart.
        hallazgos: audit findings; may be empty.
        conclusiones: what was learnt and what is suggested to the next process.
    """

    integracion: tuple[Observacion, ...]
    asistencia: tuple[FilaEstadistica, ...]
    grafica_asistencia: Grafica
    votaciones_nota: str
    votaciones: tuple[FilaConteo, ...]
    votos: tuple[FilaVotacion, ...]
    grafica_simulacros: Grafica
    hallazgos: tuple[FilaHallazgo, ...]
    conclusiones: Prose
