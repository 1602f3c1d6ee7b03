"""What lines of several sections say alike: dates and tones, files, gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs import PROGRAM
from cotaprep_docs.app.estado.archivos import DocumentoGuardado, EstadoDocumento
from cotaprep_docs.app.estado.palabras import day_text, hour_text, sesion_text, when_text
from cotaprep_docs.app.estado.seccion import Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, Severity
from cotaprep_docs.prose.prose import Gap
from cotaprep_docs.spanish.agreement import figured
from cotaprep_docs.spanish.lists import first_of

AT_ONCE = 3
"""Days before a deadline from which it is urgent."""
_GAPS_SHOWN = 4


def tone_of(tablero: Tablero, day: dt.date, marca: Marca = Marca.VERIFICADA) -> Tono:
    """Return how much a deadline matters: late, about to be, or neither.

    Args:
        tablero: the day it is told on.
        day: the last day.
        marca: how sure that term is: what no norm was read to say is no more than a warning, as in the rules.
    """
    days = tablero.estado.dias_a(day)
    if days < 0 and marca.is_verificada:
        return Tono.URGENTE
    return Tono.PRONTO if days <= AT_ONCE else Tono.NORMAL


def found_text(problems: Iterable[Problem]) -> str:
    """Return «2 errores y 1 advertencia»; empty where there is neither."""
    found = [problem.severity for problem in problems]
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    parts = [figured(errors, "error", "errores")] if errors else []
    parts += [figured(warnings, "advertencia", "advertencias")] if warnings else []
    return " y ".join(parts)


def dated(tablero: Tablero, sesion: Sesion) -> str:
    """Return «Tercera sesión ordinaria (clave 3): martes 30/01/2024, 12:00 horas (en 5 días)»."""
    name, day = sesion_text(sesion, tablero.organismo), sesion.fecha
    if day is None:
        return name
    return f"{name}: {day_text(day)}{hour_text(sesion)} ({when_text(day, tablero.estado.hoy)})"


def gaps_text(gaps: Iterable[Gap]) -> str:
    """Return «hora convocada (sesiones.xlsx!Calendario!I11), modalidad (K11)»: the sheet once."""
    shown: list[str] = []
    before: CellLocation | None = None
    for gap in gaps:
        sheet = gap.location.whole if isinstance(gap.location, CellLocation) else None
        is_same = sheet is not None and sheet == before
        place = gap.location.within if isinstance(gap.location, CellLocation) and is_same else ""
        shown.append(f"{gap.label} ({place or gap.location})")
        before = sheet
    return first_of(shown, _GAPS_SHOWN)


def file_text(tablero: Tablero, stem: str, line: str) -> str:
    """Return how a document stands, or the line that makes it."""
    documento = tablero.by_stem.get(stem)
    return f"sin generar («{PROGRAM} {line}»)" if documento is None else _state(documento)


def _state(documento: DocumentoGuardado) -> str:
    if documento.estado is EstadoDocumento.EN_FIRMA:
        return f"firmado en {documento.firmados} de {documento.campos} lugares"
    return str(documento.estado.value)
