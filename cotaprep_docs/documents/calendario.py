"""The calendar of sessions and formal meetings, as the plan has it and as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.documents.calendario_context import CalendarioContext, FilaCalendario
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.personas import fact_name
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import PasajePlan
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import DateStyle, date_text, short_date
from cotaprep_docs.spanish.names import lower_first, without_final_dot


def of_process(proceso: Proceso, normas: Normas, _clave: str) -> FuenteProceso:
    """Return the whole process: there is only one."""
    return FuenteProceso(proceso, normas)


def only_one(_proceso: Proceso) -> tuple[str, ...]:
    """Return the key of a document of which a process has one."""
    return ("",)


def calendario_name(_fuente: FuenteProceso) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return "Calendario de sesiones y reuniones formales de trabajo"


def calendario_rows(fuente: FuenteProceso) -> Iterable[Row]:
    """Return the rows that may be sample: the institution, and sessions whose moving is told.

    What sample marks of a session is what was captured of its celebration; number, kind and day are the
    plan's own.
    """
    return (fuente.organismo, *(s for s in fuente.proceso.sesiones if s.was_changed))


def build_calendario(fuente: FuenteProceso, membrete: Membrete) -> CalendarioContext:
    """Return everything the calendar says."""
    return CalendarioContext(
        membrete=membrete,
        titulo=compose(
            "Calendario de sesiones y reuniones formales de trabajo del {organo}, {proceso}",
            organo=fuente.organo,
            proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        ),
        filas=build_filas(fuente),
        cierre=closing(fuente),
    )


def build_filas(fuente: FuenteProceso) -> tuple[FilaCalendario, ...]:
    """Return the rows of the calendar, in the order of the tracker; a gap where there are none."""
    rows = tuple(_fila(fuente, index, s) for index, s in enumerate(fuente.proceso.sesiones, 1))
    gap = Gap("sesiones y reuniones", CellLocation(LIBRO, "Calendario"), "Agregue un renglón por sesión.")
    return rows or (FilaCalendario("", as_prose(gap), as_prose(""), as_prose("")),)


def _fila(fuente: FuenteProceso, index: int, sesion: Sesion) -> FilaCalendario:
    name = fact_name("calendario", sesion.clave)
    return FilaCalendario(
        numero=str(sesion.num or index),
        fecha=as_prose(Fact(f"{name}.fecha", write_day(sesion), "Fecha")),
        texto=as_prose(sesion.texto or f"{sesion_title(sesion, fuente.organismo)}."),
        nota=_nota(sesion),
    )


def write_day(sesion: Sesion) -> Prose:
    """Return the day of a session in figures, as the plan writes it; or the gap that asks for it."""
    if sesion.fecha is None:
        return as_prose(Gap("fecha", sesion.origin.cell("fecha"), "Escriba la fecha como 30/01/2024."))
    return as_prose(date_text(sesion.fecha, DateStyle.CIFRA))


def _nota(sesion: Sesion) -> Prose:
    reason = lower_first(without_final_dot(sesion.motivo))
    why = f", por el motivo siguiente: {reason}" if reason else ""
    if sesion.estado is EstadoSesion.CANCELADA:
        return as_prose(f"Cancelada{why}.")
    if sesion.fecha_anterior is not None:
        return as_prose(f"Antes, {short_date(sesion.fecha_anterior)}{why}.")
    return as_prose("")


def is_calendar_chapter(pasaje: PasajePlan) -> bool:
    """Tell whether a paragraph of the plan belongs to its chapter about the calendar."""
    return pasaje.capitulo.casefold().startswith("calendario")


def closing(fuente: FuenteProceso) -> tuple[Prose, ...]:
    """Return what the plan says of its calendar."""
    return tuple(as_prose(pasaje.texto) for pasaje in fuente.proceso.plan if is_calendar_chapter(pasaje))


CALENDARIO = DocumentKind(
    tipo="calendario",
    template="calendario.docx",
    context=CalendarioContext,
    sheets=frozenset({"Organismo", "Calendario", "Plan"}),
    tells_of_plan=True,
    find=of_process,
    claves=only_one,
    name=calendario_name,
    rows=calendario_rows,
    build=build_calendario,
)
