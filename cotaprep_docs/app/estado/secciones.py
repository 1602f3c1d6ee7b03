"""Where a process stands, in words: one section a matter, in the order in which a secretariat looks."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.app.estado.actas import actas_section
from cotaprep_docs.app.estado.asuntos import asuntos_section
from cotaprep_docs.app.estado.captura import captura_section
from cotaprep_docs.app.estado.convocatorias import convocatorias_section
from cotaprep_docs.app.estado.documentos import documentos_section
from cotaprep_docs.app.estado.entregas import entregas_section
from cotaprep_docs.app.estado.palabras import counted, day_text
from cotaprep_docs.app.estado.proximas import proximas_section
from cotaprep_docs.app.estado.renglones import PROGRAM
from cotaprep_docs.app.estado.seccion import Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.problems.problem import Severity

_SECTIONS = (
    proximas_section,
    convocatorias_section,
    captura_section,
    actas_section,
    asuntos_section,
    entregas_section,
    documentos_section,
)


def build_secciones(tablero: Tablero) -> tuple[Seccion, ...]:
    """Return what is told of a process; in each section what is late comes first."""
    return tuple(_urgent_first(build(tablero)) for build in _SECTIONS)


def _urgent_first(seccion: Seccion) -> Seccion:
    lines = sorted(seccion.renglones, key=lambda renglon: renglon.tono is not Tono.URGENTE)
    return dataclasses.replace(seccion, renglones=tuple(lines))


def write_encabezado(tablero: Tablero) -> tuple[str, ...]:
    """Return of whom and of which day all is told, and how far the election is."""
    organismo, hoy = tablero.organismo, tablero.estado.hoy
    names = [name for name in (organismo.siglas_organo, organismo.proceso_electoral) if name]
    return (" · ".join((*names, day_text(hoy))), _jornada(tablero))


def _jornada(tablero: Tablero) -> str:
    day = tablero.organismo.fecha_jornada
    if day is None:
        return "No consta la fecha de la jornada en la hoja «Organismo»."
    days = tablero.estado.dias_a(day)
    if days == 0:
        return "Hoy es la jornada."
    if days > 0:
        verb = "Falta" if days == 1 else "Faltan"
        return f"{verb} {counted(days, 'día', 'días')} para la jornada ({day_text(day)})."
    return f"La jornada fue el {day_text(day)}, hace {counted(-days, 'día', 'días')}."


def write_revision(tablero: Tablero) -> str:
    """Return how many problems the trackers have, and how to see them; empty where they have none."""
    found = [problem.severity for problem in tablero.problemas]
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    parts = [counted(errors, "error", "errores")] if errors else []
    parts += [counted(warnings, "advertencia", "advertencias")] if warnings else []
    if not parts:
        return ""
    whole = " Lo que sigue puede estar incompleto." if errors else ""
    return f"Los libros tienen {' y '.join(parts)}: «{PROGRAM} validar» dice cuáles.{whole}"
