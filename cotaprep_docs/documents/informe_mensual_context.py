"""What the template of the monthly report is offered."""

from __future__ import annotations

from cotaprep_docs.documents.context import FilaFirmas, Membrete
from cotaprep_docs.documents.informe_context import (
    FilaAcumulado,
    FilaAvance,
    FilaHallazgo,
    FilaRiesgo,
    Observacion,
    Portada,
)
from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class FilaCentros:
    """How many sites of a kind reached each step; a site counts in every step it has passed."""

    tipo: str
    definidos: str
    contratados: str
    equipados: str
    habilitados: str


@record(frozen=True, slots=True)
class FilaPersonal:
    """People of a role: required, hired and trained, with their percentage over those required."""

    rol: str
    requeridas: Prose
    contratadas: Prose
    capacitadas: Prose


@record(frozen=True, slots=True)
class FilaSiguiente:
    """What a stage is to reach next month, and how much it lacks."""

    etapa: str
    planeado: str
    real: Prose
    restante: str


@record(frozen=True, slots=True)
class InformeMensualContext:
    """Everything a monthly report says.

    Attributes:
        membrete: header and footer.
        portada: title page.
        presentacion: who reports, of what month, and how the whole stands.
        etapas: planned and real progress of each stage.
        observaciones: what explains a difference, by stage; may be empty.
        acumulado: planned and real of the whole, month by month.
        grafica: the same as a chart.
        centros_nota: how the sites stand at the end of the month; empty where there are none.
        centros: sites by kind and step; only of the month in force, since steps carry no date.
        personal: staff by role; empty where none was captured for the month.
        hallazgos: audit findings known by the end of the month; may be empty.
        hallazgos_nota: how many there are and how many are still to be attended; or that there are none.
        riesgos: risks; may be empty.
        siguiente_mes: the month after, in words; empty where nothing is planned.
        siguiente: what each stage is to reach.
        firmas: signature block.
    """

    membrete: Membrete
    portada: Portada
    presentacion: Prose
    etapas: tuple[FilaAvance, ...]
    observaciones: tuple[Observacion, ...]
    acumulado: tuple[FilaAcumulado, ...]
    grafica: Grafica
    centros_nota: Prose
    centros: tuple[FilaCentros, ...]
    personal: tuple[FilaPersonal, ...]
    hallazgos: tuple[FilaHallazgo, ...]
    hallazgos_nota: str
    riesgos: tuple[FilaRiesgo, ...]
    siguiente_mes: str
    siguiente: tuple[FilaSiguiente, ...]
    firmas: tuple[FilaFirmas, ...]
