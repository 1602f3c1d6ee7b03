"""Calendar and agendas from one plain table: a session per row, or a point per row with its session."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Final

from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import Finding
from cotaprep_docs.trackers.declarations import ColumnSpec, SheetSpec
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.layout import find_header
from cotaprep_docs.trackers.sheet_rows import Reading, Row, read_sheet_rows
from cotaprep_docs.trackers.sheets_calendar import CALENDARIO
from cotaprep_docs.trackers.sheets_common import SESION_COLUMN
from cotaprep_docs.trackers.sheets_sessions import ORDEN_DIA

Rows = list[dict[str, object]]

_LETTERS: Final = {TipoSesion.ORDINARIA: "", TipoSesion.EXTRAORDINARIA: "E", TipoSesion.REUNION: "R"}
_OF_SESION: Final[tuple[str, ...]] = (
    "tipo",
    "ordinal",
    "fecha",
    "nombre",
    "titulo",
    "hora",
    "lugar",
    "modalidad",
)
_OF_PUNTO: Final[tuple[str, ...]] = ("numero", "texto", "clase", "tema", "entregable", "se_vota")


def _plain(spec: SheetSpec, source: str, *, field: str = "", aliases: tuple[str, ...] = ()) -> ColumnSpec:
    column = spec.column(source)
    return dataclasses.replace(
        column, field=field or source, required=False, essential=False, aliases=(*column.aliases, *aliases)
    )


TABLE: Final = SheetSpec(
    "tabla_plan",
    "Plan",
    "Una sesión por renglón, o un punto por renglón con su sesión.",
    (
        dataclasses.replace(SESION_COLUMN, required=False, essential=False, aliases=("Clave",)),
        *(_plain(CALENDARIO, field) for field in ("tipo", "ordinal", "fecha")),
        _plain(CALENDARIO, "texto", field="nombre", aliases=("Nombre de la sesión", "Sesión o reunión")),
        _plain(CALENDARIO, "titulo"),
        _plain(CALENDARIO, "hora", aliases=("Hora",)),
        *(_plain(CALENDARIO, field) for field in ("lugar", "modalidad")),
        _plain(ORDEN_DIA, "numero", aliases=("Núm.", "Punto", "Núm. de punto")),
        _plain(ORDEN_DIA, "texto", aliases=("Texto", "Asunto", "Orden del día", "Punto del orden del día")),
        *(_plain(ORDEN_DIA, field) for field in _OF_PUNTO[2:]),
    ),
    dict,
    "",
)
"""What a plain table may have; it needs «Tipo» and «Fecha»."""


@record(slots=True)
class _Plan:
    """What was gathered so far."""

    sesiones: dict[str, Row] = dataclasses.field(default_factory=dict)
    puntos: Rows = dataclasses.field(default_factory=list)
    counts: dict[TipoSesion, int] = dataclasses.field(default_factory=dict)


def read_plan_table(run: Reading, sheet: str, grid: Grid) -> dict[str, Rows] | None:
    """Return the rows of Calendario and Orden del día that a table says; None where it is no such table."""
    header = find_header(TABLE, grid)
    if header is None or not {"tipo", "fecha"} <= header.columns.keys():
        return None
    plan, current = _Plan(), ""
    for row in read_sheet_rows(run, TABLE, sheet, grid, header, TABLE.columns):
        current = _sesion_of(run, plan, row, current)
        if current:
            _add_punto(run, plan, row, current)
    return {"calendario": list(_calendar(plan)), "orden_dia": plan.puntos}


def _sesion_of(run: Reading, plan: _Plan, row: Row, current: str) -> str:
    """Return the key of the session a row is about: its own, else the one above; note a new session."""
    says = {field for field in (*_OF_SESION, "sesion") if field in row.values}
    if not says:
        if not current and not row.wrong:
            run.report_cell(row, "tipo", Finding(kinds.NO_SESION_ABOVE))
        return current
    key = _key_of(plan, row)
    if not key:
        if not row.wrong:
            run.report_cell(row, "tipo", Finding(kinds.NO_TIPO))
        return ""
    first = plan.sesiones.get(key)
    if first is None:
        tipo, ordinal = row.values.get("tipo"), row.values.get("ordinal")
        if not isinstance(tipo, TipoSesion):
            if "tipo" not in row.wrong:
                run.report_cell(row, "tipo", Finding(kinds.NO_TIPO))
            return ""
        plan.counts[tipo] = ordinal if isinstance(ordinal, int) else plan.counts.get(tipo, 0) + 1
        row.values["ordinal"] = plan.counts[tipo]
        plan.sesiones[key] = row
    else:
        _compare(run, key, first, row)
    return key


def _key_of(plan: _Plan, row: Row) -> str:
    """Return the key that a row gives or means: «Ordinaria» and 3 are ``3``."""
    given = row.values.get("sesion")
    if given is not None:
        return normalize_clave(str(given))
    tipo, ordinal = row.values.get("tipo"), row.values.get("ordinal")
    if not isinstance(tipo, TipoSesion):
        return ""
    if ordinal is None:
        ordinal = _same_day(plan, row) or plan.counts.get(tipo, 0) + 1
    return f"{_LETTERS[tipo]}{ordinal}"


def _same_day(plan: _Plan, row: Row) -> object:
    """Return the ordinal of the last session, where a row without one repeats its type and date."""
    last = next(reversed(plan.sesiones.values()), None)
    if last is None or any(last.values.get(f) != row.values.get(f) for f in ("tipo", "fecha", "nombre")):
        return None
    return last.values.get("ordinal")


def _compare(run: Reading, key: str, first: Row, row: Row) -> None:
    """Report a row that says of its session something else than the first did; fill in what it lacked."""
    for field in _OF_SESION:
        if field not in row.values:
            continue
        known = first.values.setdefault(field, row.values[field])
        if known != row.values[field]:
            place = first.origin.cell(field)
            run.report_cell(
                row, field, Finding(kinds.OTHER_IN_PLAN, {"sesion": key, "otro": place}), (place,)
            )


def _add_punto(run: Reading, plan: _Plan, row: Row, sesion: str) -> None:
    values = {field: row.values[field] for field in _OF_PUNTO if field in row.values}
    if not values:
        return
    if "numero" not in values and "numero" not in row.wrong:
        own = sum(1 for punto in plan.puntos if punto["sesion"] == sesion)
        values["numero"] = str(own + 1)
    if "texto" not in values and "texto" not in row.wrong:
        run.report_cell(row, "texto", Finding(kinds.PUNTO_WITHOUT_TEXT))
    plan.puntos.append({"sesion": sesion, **values})


def _calendar(plan: _Plan) -> Iterator[dict[str, object]]:
    for number, (key, row) in enumerate(plan.sesiones.items(), start=1):
        values = {field: row.values[field] for field in _OF_SESION if field in row.values}
        if "nombre" in values:
            values["texto"] = values.pop("nombre")
        yield {"num": number, "clave": key, **values}


def headers(columns: Sequence[ColumnSpec] = TABLE.columns) -> str:
    """Return the headers a table may have, for a message."""
    return ", ".join(f"«{column.header}»" for column in columns)
