"""How long ``validar`` and ``estado`` take, and how much memory, as a process grows.

A synthetic process of 50 times the example (800 sessions, 40 people, 100,000 rows), its half and its quarter:
time and memory are to grow as the rows do.

Run from a checkout:  python benchmarks/bench_validar.py
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
from measure import peak, run

from cotaprep_docs.assets import data_folder
from cotaprep_docs.trackers.declarations import Kind, SheetSpec
from cotaprep_docs.trackers.vertical_fields import CAMPO, VALOR
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES

SESSIONS, PEOPLE, POINTS = 800, 40, 9
ROUNDS = 3
_FIRST = dt.date(2000, 1, 3)

Row = Mapping[str, object]


def sheets(sessions: int) -> dict[str, list[Row]]:
    """Return the rows of a process, by id of the sheet."""
    keys = [str(number) for number in range(1, sessions + 1)]
    people = [f"P{number:02}" for number in range(1, PEOPLE + 1)]
    return {
        "integrantes": [_person(number, clave) for number, clave in enumerate(people, 1)],
        "calendario": [_sesion(number, clave) for number, clave in enumerate(keys, 1)],
        "orden_dia": [_punto(clave, number) for clave in keys for number in range(1, POINTS + 1)],
        "asistencia": [{"sesion": s, "persona": p, "estado": "Presente"} for s in keys for p in people],
        "movimientos": [row for clave in keys for row in _moves(clave)],
        "votaciones": [
            {"sesion": s, "punto": n, "forma": "Nominal", **{f"votos.{p}": "A favor" for p in people[1:]}}
            for s in keys
            for n in (2, 3, 5)
        ],
        "intervenciones": [
            {"sesion": s, "punto": n, "orden": k, "persona": people[k], "texto": "Explica el asunto."}
            for s in keys
            for n in (4, 5, 6)
            for k in range(1, 9)
        ],
        "documentos": [
            {"sesion": s, "punto": n, "titulo": f"Documento {n}"} for s in keys for n in (3, 4, 5, 6)
        ],
        "acuerdos": [_acuerdo(s, n) for s in keys for n in (2, 3, 5)],
        "compromisos": [
            {"clave": f"C{s}-{k}", "sesion": s, "texto": "Enviar lo pedido."} for s in keys for k in range(25)
        ],
        "plan": [{"orden": k, "capitulo": "Objeto", "texto": "Un párrafo."} for k in range(1, 20 * sessions)],
    }


def _person(number: int, clave: str) -> Row:
    quality = "Secretaría Técnica" if number == 1 else "Integrante"
    return {"clave": clave, "nombre": f"Persona {number}", "calidad": quality, "orden": number}


def _sesion(number: int, clave: str) -> Row:
    day = _FIRST + dt.timedelta(days=7 * number)
    return {
        "num": number, "clave": clave, "tipo": "Ordinaria", "ordinal": number, "fecha": day,
        "hora": "11:00", "lugar": "Sala", "modalidad": "Presencial", "estado": "Celebrada",
        "hora_inicio": "11:05", "hora_clausura": "13:00",
    }  # fmt: skip


_TEXTS = (
    ("Lista de asistencia.", "Lista de asistencia y quórum", ""),
    ("Orden del día.", "Orden del día", ""),
    ("Aprobación del acta de la sesión anterior.", "Acta anterior", ""),
    ("Seguimiento de acuerdos.", "Seguimiento de acuerdos", ""),
    ("Dictamen del asunto número {n} del programa.", "Aprobación", "12"),
    ("Avance del mes.", "Avance", "3"),
    ("Informe de actividades.", "Informe", ""),
    ("Asuntos generales.", "Asuntos generales", ""),
    ("Clausura.", "Clausura", ""),
)


def _punto(clave: str, number: int) -> Row:
    text, kind, deliverable = _TEXTS[number - 1]
    votes = "Sí" if number in (2, 3, 5) else "No"
    return {
        "sesion": clave, "numero": number, "texto": text.format(n=clave), "clase": kind,
        "entregable": deliverable, "se_vota": votes,
    }  # fmt: skip


def _moves(clave: str) -> Iterator[Row]:
    for number, kind in ((4, "Sale"), (5, "Entra")):
        hour = f"11:{number}0"
        yield {"sesion": clave, "tipo": kind, "persona": "P02", "hora": hour, "antes_del_punto": number}


def _acuerdo(clave: str, number: int) -> Row:
    return {"clave": f"A{clave}-{number}", "sesion": clave, "punto": number, "texto": "Se aprueba."}


def write_process(folder: Path, sessions: int) -> int:
    """Write both workbooks and the norms into a folder; return how many rows there are."""
    rows = sheets(sessions)
    book = openpyxl.Workbook(write_only=True)
    for spec in SESIONES.sheets:
        _write_sheet(book, spec, rows.get(spec.id, []))
    book.save(folder / SESIONES.file)
    book = openpyxl.Workbook(write_only=True)
    for spec in AVANCES.sheets:
        _write_sheet(book, spec, [])
    book.save(folder / AVANCES.file)
    (folder / "normas.toml").write_bytes((data_folder() / "normas.toml").read_bytes())
    return sum(len(found) for found in rows.values())


_ORGANISMO = {
    "institucion": "Instituto",
    "organo": "Comité",
    "proceso_electoral": "Proceso",
    "fecha_jornada": "2015-06-07",
}


def _write_sheet(book: openpyxl.Workbook, spec: SheetSpec, rows: list[Row]) -> None:
    sheet = book.create_sheet(spec.title)
    if spec.vertical:
        sheet.append([CAMPO, VALOR, "Muestra"])
        for column in spec.columns:
            sheet.append([column.header, _ORGANISMO.get(column.field, ""), ""])
        return
    columns = [(column.field, column.header) for column in spec.columns if column.kind is not Kind.VOTES]
    if any(column.kind is Kind.VOTES for column in spec.columns):
        columns += [(f"votos.P{number:02}", f"P{number:02}") for number in range(2, PEOPLE + 1)]
    sheet.append([header for _, header in columns])
    for row in rows:
        sheet.append([row.get(field) for field, _ in columns])


_COMMANDS = {"validar": ("validar",), "estado": ("estado", "--hoy", "01/01/2010")}


def main() -> None:
    """Measure, and print a table."""
    print("| orden | proceso | renglones | segundos | s / 10 000 | MiB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for sessions in (0, SESSIONS // 4, SESSIONS // 2, SESSIONS):
            folder = Path(scratch) / str(sessions)
            folder.mkdir()
            count = write_process(folder, sessions) if sessions else 0
            for name, words in _COMMANDS.items():
                _measure(name, words, folder, sessions, count)


def _measure(name: str, words: tuple[str, ...], folder: Path, sessions: int, count: int) -> None:
    command = (sys.executable, "-m", "cotaprep_docs", *words, "--formato", "json")
    line = (*command, *(("--carpeta", str(folder)) if sessions else ("--ejemplo",)))
    costs = sorted((run(line, folder) for _ in range(ROUNDS)), key=lambda cost: cost.wall)
    cost, memory = costs[ROUNDS // 2], peak(line, folder)
    process = f"{sessions} sesiones" if sessions else "ejemplo"
    each = f"{cost.wall / count * 10_000:.2f}" if count else "—"
    print(f"| {name} | {process} | {count or '—'} | {cost.wall:.2f} | {each} | {memory:.0f} |")


if __name__ == "__main__":
    main()
