"""Workbooks for tests, from text tables; and changes made to them as a person would in Excel."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.trackers.declarations import WorkbookSpec
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES
from cotaprep_docs.trackers.writer import write_workbook

Rows = dict[str, list[dict[str, object]]]


def table(text: str) -> list[dict[str, object]]:
    """Rows from a table of bars, the first line its fields; blank cells are left out.

    >>> table("clave | nombre\\nANA | Ana Lara\\nBEN |")
    [{'clave': 'ANA', 'nombre': 'Ana Lara'}, {'clave': 'BEN'}]
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    fields, *rows = lines
    return [{field: cell for field, cell in zip(fields, row, strict=False) if cell} for row in rows]


def sesiones_rows() -> Rows:
    """A small process without anything wrong: two sessions and a meeting."""
    return {
        "organismo": [
            {
                "institucion": "Instituto de Prueba",
                "organo": "Comité Técnico",
                "proceso_electoral": "Proceso 2030",
                "fecha_jornada": "2030-06-02",
            }
        ],
        "integrantes": table("""
            clave | nombre     | genero    | calidad            | orden
            ANA   | Ana Lara   | Femenino  | Integrante         | 1
            BEN   | Benito Paz | Masculino | Integrante         | 2
            CAR   | Carla Ruiz | Femenino  | Integrante         | 3
            SEC   | Sara Gil   | Femenino  | Secretaría Técnica | 4"""),
        "representaciones": table("""
            clave | nombre        | siglas | tipo
            PUN   | Partido Único | PU     | Partido"""),
        "invitados": table("""
            clave | nombre
            INV   | Irma Nava"""),
        "destinatarios": table("""
            clave | persona | recibe       | para
            D1    | ANA     | Convocatoria | Todas"""),
        "calendario": table("""
            num | clave | tipo               | ordinal | fecha      | alias  | hora  | hora_inicio | hora_clausura
            1   | 1     | Ordinaria          | 1       | 2030-01-15 |        | 17:30 | 17:35       | 18:40
            2   | R1    | Reunión de trabajo | 1       | 2030-01-20 |        | 10:00 |             |
            3   | 2     | Ordinaria          | 2       | 2030-02-15 | cierre | 17:30 |             |"""),
        "orden_dia": table("""
            sesion | numero | texto             | clase                       | se_vota | presenta
            1      | 1      | Lista             | Lista de asistencia y quórum | No      | SEC
            1      | 2      | Aprobación        | Orden del día               | Sí      | SEC
            1      | 3      | Plan de trabajo   | Aprobación                  | Sí      | ANA
            R1     | 1      | Plática           | Presentación                | No      |
            2      | 1      | Lista             | Lista de asistencia y quórum | No      |"""),
        "asistencia": table("""
            sesion | persona | estado
            1      | ANA     | Presente
            1      | BEN     | Presente
            1      | CAR     | Ausente
            1      | SEC     | Presente
            R1     | PUN     |"""),
        "movimientos": table("""
            sesion | tipo  | persona | hora  | antes_del_punto
            1      | Sale  | BEN     | 18:00 | 3"""),
        "votaciones": table("""
            sesion | punto | secuencia | forma      | votos.ANA | votos.BEN | votos_particulares
            1      | 2     | 1         | Unanimidad |          |           |
            1      | 3     | 1         | Nominal    | A favor  | En contra | BEN"""),
        "intervenciones": table("""
            sesion | punto | orden | persona | texto
            1      | 3     | 1     | ANA     | Explica el plan."""),
        "documentos": table("""
            sesion | punto | titulo | tipo
            1      | 3     | Plan   | Circulado"""),
        "acuerdos": table("""
            clave | sesion | punto | texto
            A1    | 1      | 3     | Se aprueba el plan."""),
        "compromisos": table("""
            clave | sesion | texto
            C1    | R1     | Enviar el plan."""),
        "dictamenes": table("""
            clave | titulo   | seccion      | numero | texto
            D-1   | Dictamen | Antecedentes | 1      | Primero.
            D-1   | Dictamen | Antecedentes | 2      | Segundo."""),
        "plan": table("""
            orden | capitulo | estilo  | texto
            1     | Objeto   | Párrafo | Un objeto."""),
    }


def avances_rows() -> Rows:
    """A small workbook of progress without anything wrong."""
    return {
        "avance_mensual": table("""
            mes        | etapa   | planeado | real
            2030-01-01 | Sistema | 10       | 9.5
            2030-02-01 | Sistema | 20       | """),
        "simulacros": table("""
            clave | ordinal | fecha      | hora_inicio | esperadas | digitalizadas | capturadas
            S1    | 1       | 2030-05-12 | 10:00       | 4000      | 3900          | 3800"""),
        "procesamiento": table("""
            simulacro | hora  | digitalizadas
            S1        | 11:00 | 1200"""),
        "centros": table("""
            clave   | tipo | municipio | estado
            CATD-01 | CATD | Zona Uno  | Definido"""),
        "personal": table("""
            mes        | rol     | requeridas | contratadas
            2030-01-01 | Captura | 20         | 12"""),
        "auditoria": table("""
            clave | hallazgo  | gravedad | estado
            H1    | Un puerto | Media    | Abierto"""),
        "riesgos": table("""
            clave | riesgo | impacto
            RG1   | Corte  | Alta"""),
    }


def save_sesiones(folder: Path, rows: Mapping[str, list[dict[str, object]]] | None = None) -> Path:
    """Write `sesiones.xlsx` into a folder, with the small process unless told otherwise."""
    return _save(folder, SESIONES, rows)


def save_avances(folder: Path, rows: Mapping[str, list[dict[str, object]]] | None = None) -> Path:
    """Write `avances_prep.xlsx` into a folder."""
    return _save(folder, AVANCES, rows)


def change(path: Path, cells: Mapping[str, object]) -> Path:
    """Type values into cells named as problems name them (`Calendario!E3`), and save."""

    def type_values(book: Workbook) -> None:
        for place, value in cells.items():
            sheet, _, cell = place.partition("!")
            book[sheet][cell].value = value

    return edit(path, type_values)


def edit(path: Path, action: Callable[[Any], None]) -> Path:
    """Open a workbook, do something to it, and save."""
    book = openpyxl.load_workbook(path)
    action(book)
    book.save(path)
    return path


def edit_part(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Replace bytes of a part that must be there."""
    parts = dict(read_package(path.read_bytes()).parts)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    path.write_bytes(write_package(parts))
    return path


def found(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Code and place of each problem, the workbook's name left out."""
    return [(problem.code, place_of(problem.location)) for problem in problems]


def place_of(location: object) -> str:
    """`Calendario!E3` of a location."""
    assert isinstance(location, CellLocation)
    return str(location).partition("!")[2]


def column_of(path: Path, sheet: str, header: str) -> str:
    """Letters of the column with that header."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return next(str(cell.column_letter) for cell in book[sheet][1] if cell.value == header)


@functools.cache
def _default_bytes(file: str) -> bytes:
    if file == SESIONES.file:
        return write_workbook(SESIONES, sesiones_rows())
    return write_workbook(AVANCES, avances_rows())


def _save(folder: Path, spec: WorkbookSpec, rows: Mapping[str, list[dict[str, object]]] | None) -> Path:
    path = folder / spec.file
    path.write_bytes(_default_bytes(spec.file) if rows is None else write_workbook(spec, rows))
    return path
