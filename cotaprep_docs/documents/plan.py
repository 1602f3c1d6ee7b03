"""The work plan: its chapters verbatim, the agenda of every session and meeting, and the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from cotaprep_docs.documents.calendario import (
    build_filas,
    calendario_rows,
    closing,
    is_calendar_chapter,
    of_process,
    only_one,
    write_day,
)
from cotaprep_docs.documents.calendario_context import AgendaPlan, Capitulo, Pasaje, PlanContext, PuntoPlan
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.personas import fact_name
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import PasajePlan
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.prose.prose import Fact, as_prose, compose
from cotaprep_docs.spanish.dates import DateStyle, date_text
from cotaprep_docs.spanish.names import without_final_dot

_CALENDAR = "Calendario de sesiones y reuniones formales de trabajo del Comité"


def plan_name(_fuente: FuenteProceso) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return "Plan de trabajo"


def _rows(fuente: FuenteProceso) -> Iterable[Row]:
    return (*calendario_rows(fuente), *fuente.proceso.plan)


def build_plan(fuente: FuenteProceso, membrete: Membrete) -> PlanContext:
    """Return everything the work plan says."""
    plan = fuente.proceso.plan
    return PlanContext(
        membrete=membrete,
        titulo=compose(
            "Plan de trabajo del {organo}, {proceso}",
            organo=fuente.organo,
            proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        ),
        capitulos=_capitulos(fuente),
        agendas=tuple(_agenda(fuente, sesion) for sesion in fuente.proceso.sesiones),
        calendario_titulo=next((p.capitulo for p in plan if is_calendar_chapter(p)), _CALENDAR),
        calendario=build_filas(fuente),
        cierre=closing(fuente),
    )


def _capitulos(fuente: FuenteProceso) -> tuple[Capitulo, ...]:
    passages = [p for p in sorted(fuente.proceso.plan, key=lambda p: p.orden) if not is_calendar_chapter(p)]
    return tuple(
        Capitulo(title, tuple(_pasaje(passage) for passage in group))
        for title, group in groupby(passages, key=lambda p: p.capitulo)
    )


def _pasaje(passage: PasajePlan) -> Pasaje:
    return Pasaje(
        texto=as_prose(passage.texto),
        nota=as_prose(passage.nota),
        is_vineta=passage.estilo == "Viñeta",
        is_inciso=passage.estilo == "Inciso",
        is_nota=passage.estilo == "Nota",
    )


def _agenda(fuente: FuenteProceso, sesion: Sesion) -> AgendaPlan:
    """Return an agenda as planned: what a session itself changed is not part of the plan."""
    points = fuente.proceso.orden_dia(sesion).convocados
    title = sesion.titulo_agenda or sesion.texto or sesion_title(sesion, fuente.organismo)
    return AgendaPlan(
        titulo=without_final_dot(title),
        fecha=write_day(sesion),
        nota=_other_day(sesion),
        puntos=tuple(
            PuntoPlan(
                f"{punto.numero}.",
                as_prose(Fact(fact_name("plan", sesion.clave, punto.numero), as_prose(punto.texto), "Punto")),
            )
            for punto in points
        ),
    )


def _other_day(sesion: Sesion) -> str:
    """Return where the heading of the agenda said another day than the calendar, which governs."""
    if sesion.fecha_agenda is None or sesion.fecha is None or sesion.fecha_agenda == sesion.fecha:
        return ""
    day = date_text(sesion.fecha_agenda, DateStyle.CIFRA)
    return f"El encabezado de esta agenda decía {day}; rige el calendario."


PLAN = DocumentKind(
    tipo="plan",
    template="plan.docx",
    context=PlanContext,
    sheets=frozenset({"Organismo", "Calendario", "Orden del día", "Plan"}),
    tells_of_plan=True,
    find=of_process,
    claves=only_one,
    name=plan_name,
    rows=_rows,
    build=build_plan,
)
