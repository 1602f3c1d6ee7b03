"""The plan of a process from a file: our own workbook, or a plain table in a workbook or a CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Checked, Problem, sort_problems
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.csv_grid import read_csv
from cotaprep_docs.trackers.declarations import MUESTRA, SheetSpec
from cotaprep_docs.trackers.layout import match_by_name
from cotaprep_docs.trackers.moments import EPOCH_1900
from cotaprep_docs.trackers.neighbours import neighbour_problems
from cotaprep_docs.trackers.number_styles import NumberStyles
from cotaprep_docs.trackers.plan_table import Rows, headers, read_plan_table
from cotaprep_docs.trackers.reader import read_rows
from cotaprep_docs.trackers.sheet_rows import Reading
from cotaprep_docs.trackers.sheets_calendar import CALENDARIO
from cotaprep_docs.trackers.sheets_results import PLAN
from cotaprep_docs.trackers.sheets_sessions import ORDEN_DIA
from cotaprep_docs.trackers.workbook_file import WorkbookFile, open_workbook
from cotaprep_docs.trackers.workbooks import SESIONES

CSV: Final = (".csv", ".txt", ".tsv")
_NO_STYLES: Final = NumberStyles(frozenset(), frozenset(), EPOCH_1900)
_PLANNED: Final[Mapping[str, tuple[str, ...]]] = {
    "calendario": (
        "num", "clave", "tipo", "ordinal", "fecha", "texto", "titulo", "alias", "titulo_agenda",
        "fecha_agenda",
    ),
    "orden_dia": ("sesion", "numero", "texto", "clase", "tema", "entregable", "se_vota"),
    "plan": tuple(column.field for column in PLAN.columns if column.field != MUESTRA),
}  # fmt: skip
_CAPTURED: Final = ("hora", "lugar", "modalidad", "enlace")


def read_plan(path: Path) -> Checked[Mapping[str, Rows]]:
    """Return the rows of Calendario, Orden del día and Plan that a file says, as they are written there.

    Args:
        path: a workbook or a CSV.

    Raises:
        UnreadableInput: it is missing, cannot be read, or has no calendar.
    """
    if path.suffix.lower() in CSV:
        run = Reading(WorkbookFile(path.name, Package({}), (), _NO_STYLES, ()))
        return _checked(run, path, read_plan_table(run, "", read_csv(path)))
    book = open_workbook(path)
    found, _left = match_by_name((CALENDARIO,), book.sheets)
    if found and _is_own(path):
        return _own(path)
    run = Reading(book)
    tables = (read_plan_table(run, entry.name, book.grid(entry)) for entry in book.sheets)
    return _checked(run, path, next((table for table in tables if table is not None), None))


def _is_own(path: Path) -> bool:
    """Tell whether a workbook has our two sheets; a plain table may be called Calendario too."""
    found, _left = match_by_name((CALENDARIO, ORDEN_DIA), open_workbook(path).sheets)
    return len(found) == 2


def _own(path: Path) -> Checked[Mapping[str, Rows]]:
    checked = read_rows(path, SESIONES, sheets=tuple(_PLANNED))
    rows = {name: [_planned(spec, row) for row in _of_plan(spec, checked.value)] for spec, name in _specs()}
    return Checked(rows, tuple(problem for problem in checked.problems if _concerns(problem)))


def _specs() -> Iterator[tuple[SheetSpec, str]]:
    for name in _PLANNED:
        yield SESIONES.sheet(name), name


def _of_plan(spec: SheetSpec, rows: Mapping[str, Rows]) -> Iterator[dict[str, object]]:
    """Yield the rows of the plan: what was added at the table, or made up as an example, is none of it."""
    for row in rows.get(spec.id, ()):
        added = row.get("estado") is EstadoPunto.INCORPORADO
        invented = spec.id == "calendario" and row.get(MUESTRA) is True and "num" not in row
        if not (added or invented):
            yield row


def _planned(spec: SheetSpec, row: Mapping[str, object]) -> dict[str, object]:
    fields = _PLANNED[spec.id]
    if spec.id == "calendario" and row.get(MUESTRA) is not True:
        fields = (*fields, *_CAPTURED)
    return {field: row[field] for field in fields if field in row}


def _concerns(problem: Problem) -> bool:
    """Tell whether a problem is of what the plan takes."""
    place = problem.location
    titles = {spec.title: _PLANNED[name] for spec, name in _specs()}
    return isinstance(place, CellLocation) and (not place.sheet or place.sheet in titles)


def _checked(run: Reading, path: Path, table: dict[str, Rows] | None) -> Checked[Mapping[str, Rows]]:
    if table is None or not table["calendario"]:
        place = CellLocation(path.name)
        raise UnreadableInput(*run.problems, kinds.NO_PLAN_TABLE.at(place, encabezados=headers()))
    run.finish()
    run.problems.extend(neighbour_problems(path))
    return Checked(table, sort_problems(run.problems))
