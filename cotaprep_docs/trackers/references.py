"""Checking rows against each other: references to other sheets, repeated keys."""

from __future__ import annotations

from collections.abc import Sequence

from cotaprep_docs.domain.asistencia import TipoMovimiento
from cotaprep_docs.spanish.names import normalize_key_text
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import Finding
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.registry import Namespace
from cotaprep_docs.trackers.sheet_rows import Reading, Row, blank_finding, note_broken
from cotaprep_docs.trackers.sheets_common import PERSONAS, PUNTOS, SESIONES_NS, SIMULACROS
from cotaprep_docs.trackers.sheets_people import INTEGRANTES
from cotaprep_docs.trackers.workbooks import AVANCES

_UNKNOWN = {SESIONES_NS: kinds.UNKNOWN_SESION, PERSONAS: kinds.UNKNOWN_PERSONA}
_MOVES = (TipoMovimiento.ENTRA, TipoMovimiento.SALE)
_DEFAULTS: dict[str, object] = {"secuencia": 1}


def link_rows(run: Reading, spec: SheetSpec, rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose references hold, in the form of the sheet they point at, without repetitions."""
    linked = [row for row in rows if _link(run, spec, row) and _is_complete(run, spec, row)]
    if spec.namespace:
        return _declare(run, spec, linked)
    if spec.id == "orden_dia":
        return _declare_puntos(run, linked)
    return _without_repetitions(run, spec, linked)


def _link(run: Reading, spec: SheetSpec, row: Row) -> bool:
    """Resolve the references of a row; tell whether it can still be used."""
    for column in spec.columns:
        if column.field not in row.values or not column.target:
            continue
        if column.kind is Kind.PEOPLE:
            _link_people(run, row, column)
        elif not _link_one(run, row, column):
            del row.values[column.field]
            row.wrong.add(column.field)
            if column.essential:
                note_broken(run, spec, row)
                return False
    return True


def _link_one(run: Reading, row: Row, column: ColumnSpec) -> bool:
    key = str(row.values[column.field])
    space = _space(run, row, column)
    if space is None:
        return True
    found = space.find(key)
    if found is None:
        space.note_unknown(key, run.problem_of(row, column.field, _unknown(row, column, space, key)))
        return False
    row.values[column.field] = found
    return True


def _link_people(run: Reading, row: Row, column: ColumnSpec) -> None:
    space = run.registry.spaces[PERSONAS]
    keys = row.values[column.field]
    found: list[str] = []
    for key in keys if isinstance(keys, tuple) else ():
        own = space.find(key)
        if own is not None:
            found.append(own)
            continue
        finding = Finding(kinds.UNKNOWN_PERSONA, {"valor": key, "sugerencia": space.suggestion(key)})
        space.note_unknown(key, run.problem_of(row, column.field, finding))
        row.wrong.add(column.field)
    row.values[column.field] = tuple(found)


def _space(run: Reading, row: Row, column: ColumnSpec) -> Namespace | None:
    if column.target != PUNTOS:
        return run.registry.spaces.get(column.target)
    sesion = row.values.get("sesion")
    known = run.registry.spaces[SESIONES_NS]
    # Without its session, or while that session's own row is broken, a point cannot be judged.
    if sesion is None or known.fold(str(sesion)) not in known.keys:
        return None
    return run.registry.puntos_of(str(sesion))


def _unknown(row: Row, column: ColumnSpec, space: Namespace, key: str) -> Finding:
    params: dict[str, object] = {"valor": key, "sugerencia": space.suggestion(key)}
    if column.target == PUNTOS:
        return Finding(kinds.UNKNOWN_PUNTO, {**params, "sesion": row.values.get("sesion", "")})
    if column.target == SIMULACROS:
        return Finding(kinds.UNKNOWN_REFERENCE, {**params, "hoja": AVANCES.sheet(SIMULACROS).title})
    return Finding(_UNKNOWN[column.target], params)


def _is_complete(run: Reading, spec: SheetSpec, row: Row) -> bool:
    """Tell whether a row has what only some rows need."""
    if spec.id == "movimientos" and row.values.get("tipo") in _MOVES:
        column = spec.column("persona")
        if row.lacks("persona"):
            run.report_cell(row, "persona", blank_finding(kinds.ESSENTIAL_BLANK, column, column.header))
        return "persona" in row.values
    if spec.id == "destinatarios" and row.lacks("nombre") and row.lacks("persona"):
        column = spec.column("nombre")
        run.report_cell(row, "nombre", blank_finding(kinds.REQUIRED_BLANK, column, column.header))
    return True


def _declare(run: Reading, spec: SheetSpec, rows: Sequence[Row]) -> list[Row]:
    """Add the keys of a sheet to their name space; aliases after all keys."""
    space = run.registry.spaces[spec.namespace]
    kept: list[Row] = []
    for row in rows:
        key = str(row.values["clave"])
        names = tuple(str(row.values.get(field, "")) for field in ("nombre", "titulo", "texto", "alias"))
        other = space.add(key, row.origin.cell("clave"), *names)
        if other is None:
            kept.append(row)
        else:
            finding = Finding(kinds.REPEATED_KEY, {"valor": key, "otro": other})
            run.report_cell(row, "clave", finding, (other,))
    for row in kept:
        _declare_alias(run, space, row)
    if spec.id == INTEGRANTES.id:
        for row in kept:
            if getattr(row.values.get("calidad"), "has_voto", False):
                run.registry.roster[str(row.values["clave"])] = str(row.values.get("nombre", ""))
    return kept


def _declare_alias(run: Reading, space: Namespace, row: Row) -> None:
    alias = row.values.get("alias")
    if alias is None:
        return
    form, key = space.fold(str(alias)), str(row.values["clave"])
    holder = space.keys.setdefault(form, key)
    if holder != key:
        other = space.places[holder]
        finding = Finding(kinds.REPEATED_KEY, {"valor": alias, "otro": other})
        run.report_cell(row, "alias", finding, (other,))
        del row.values["alias"]


def _declare_puntos(run: Reading, rows: Sequence[Row]) -> list[Row]:
    """Add the points of each session by their numbers in force."""
    kept: list[Row] = []
    for row in rows:
        field = "numero_aprobado" if "numero_aprobado" in row.values else "numero"
        space = run.registry.puntos_of(str(row.values["sesion"]))
        number = str(row.values[field])
        other = space.add(number, row.origin.cell(field))
        if other is None:
            kept.append(row)
        else:
            run.report_cell(
                row, field, Finding(kinds.REPEATED_KEY, {"valor": number, "otro": other}), (other,)
            )
    run.registry.close_puntos()
    return kept


def _without_repetitions(run: Reading, spec: SheetSpec, rows: Sequence[Row]) -> list[Row]:
    if not spec.unique:
        return list(rows)
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        values = [row.values.get(field, _DEFAULTS.get(field, "")) for field in spec.unique]
        first = seen.setdefault(tuple(normalize_key_text(str(value)) for value in values), row)
        if first is not row:
            field = [field for field in spec.unique if spec.column(field).essential][-1]
            other = first.origin.cell(field)
            shown = ", ".join(str(value) for value in values if value != "")
            run.report_cell(
                row, field, Finding(kinds.REPEATED_KEY, {"valor": shown, "otro": other}), (other,)
            )
    return list(seen.values())
