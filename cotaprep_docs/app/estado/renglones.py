"""What lines of several sections say alike: dates and tones, files, gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.app.estado.archivos import DocumentoGuardado, Situacion
from cotaprep_docs.app.estado.palabras import acto_text, day_text, shortened, when_text
from cotaprep_docs.app.estado.seccion import Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap

PROGRAM = "cotaprep-docs"
AT_ONCE = 3
"""Days before a deadline from which it is urgent."""
_GAPS_SHOWN = 4


def tone_of(tablero: Tablero, day: dt.date) -> Tono:
    """Return how much a deadline matters: late, about to be, or neither."""
    days = tablero.estado.dias_a(day)
    if days < 0:
        return Tono.URGENTE
    return Tono.PRONTO if days <= AT_ONCE else Tono.NORMAL


def dated(tablero: Tablero, sesion: Sesion) -> str:
    """Return «Tercera sesión ordinaria (clave 3): martes 30/01/2024, 12:00 horas (en 5 días)»."""
    name, day = acto_text(sesion, tablero.organismo), sesion.fecha
    if day is None:
        return name
    hour = f", {sesion.hora:%H:%M} horas" if sesion.hora is not None else ""
    return f"{name}: {day_text(day)}{hour} ({when_text(day, tablero.estado.hoy)})"


def gaps_text(gaps: Iterable[Gap]) -> str:
    """Return «hora convocada (sesiones.xlsx!Calendario!I11), modalidad (K11)»: the sheet once."""
    shown, before = [], ""
    for gap in gaps:
        place = gap.location
        sheet = str(CellLocation(place.workbook, place.sheet)) if isinstance(place, CellLocation) else ""
        cell = str(place).removeprefix(f"{sheet}!") if sheet and sheet == before else str(place)
        shown.append(f"{gap.label} ({cell})")
        before = sheet
    return shortened(shown, _GAPS_SHOWN)


def file_text(tablero: Tablero, stem: str, line: str) -> str:
    """Return how a document stands, or the line that makes it."""
    documento = tablero.by_stem.get(stem)
    return f"sin generar («{PROGRAM} {line}»)" if documento is None else _state(documento)


def _state(documento: DocumentoGuardado) -> str:
    if documento.situacion is Situacion.EN_FIRMA:
        return f"firmado en {documento.firmados} de {documento.campos} lugares"
    return str(documento.situacion.value)
