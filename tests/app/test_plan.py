"""The plan and the calendar, as generated, hold all that the trackers hold of them, verbatim and in order."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.documents.calendario import CALENDARIO
from cotaprep_docs.documents.plan import PLAN
from cotaprep_docs.spanish.dates import DateStyle, date_text
from tests.support.data_sets import lectura
from tests.support.docx_text import paragraphs

CORRECTED = {
    # What differs from the plan as it was written, all of it:
    "agenda of the third session": "its heading said 26 January; the calendar governs (30 January), and a note says so",
    "lost headings": "second, third, sixth and seventh sessions take the name the calendar gives them",
    "double numbering": "«1. Punto 1.» is «1.»",
    "days of one figure": "«01 de noviembre» and «1 de junio» are both written without a zero",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("plan")
    source = lectura("plan")
    source = dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=folder))
    made = {kind.tipo: generate(source, kind).documentos[0].docx for kind in (PLAN, CALENDARIO)}
    return {tipo: paragraphs(Path(path).read_bytes()) for tipo, path in made.items()}


def in_order(wanted: list[str], found: list[str]) -> list[str]:
    """Return what is missing from the paragraphs, read once from top to bottom."""
    rest = iter(found)
    return [text for text in wanted if not any(text == line for line in rest)]


def test_the_plan_has_its_chapters_then_every_agenda_then_the_calendar(texts: dict[str, list[str]]) -> None:
    proceso = lectura("plan").proceso
    chapters = [p for p in proceso.plan if not p.capitulo.startswith("Calendario")]
    wanted = [f"• {p.texto}" if p.estilo == "Viñeta" else str(p.texto) for p in chapters]
    points = 0
    for sesion in proceso.sesiones:
        assert sesion.fecha is not None
        wanted += [(sesion.titulo_agenda or sesion.texto).rstrip(".")]
        wanted += [f"Fecha de ejecución: {date_text(sesion.fecha, DateStyle.CIFRA)}"]
        for punto in proceso.orden_dia(sesion).puntos:
            wanted += [f"{punto.numero}. {punto.texto}"]
            points += 1
    wanted += [text for s in proceso.sesiones for text in (str(s.num), s.texto)]
    assert points == 82
    assert in_order(wanted, texts["plan"]) == []
    assert sum("rige el calendario" in line for line in texts["plan"]) == 1


def test_the_calendar_has_sixteen_rows_with_number_day_and_name(texts: dict[str, list[str]]) -> None:
    rows = lectura("plan").proceso.sesiones
    assert len(rows) == 16
    wanted = [
        text for s in rows if s.fecha for text in (str(s.num), date_text(s.fecha, DateStyle.CIFRA), s.texto)
    ]
    assert in_order(wanted, texts["calendario"]) == []


def test_documents_of_plan_facts_alone_are_no_example(texts: dict[str, list[str]]) -> None:
    for kind in (PLAN, CALENDARIO):
        source = lectura("plan")
        assert kind.samples(kind.find(source.proceso, source.normas, "")) == ()
    assert texts
