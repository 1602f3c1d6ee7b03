"""The columns of Votaciones: which is whose, and whose are nobody's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from cotaprep_docs.domain.votacion import vote_field
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import is_blank, nearest, shown
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.layout import Header
from cotaprep_docs.trackers.sheet_rows import Reading
from cotaprep_docs.trackers.sheets_common import PERSONAS


def vote_columns(
    run: Reading, spec: SheetSpec, sheet: str, grid: Grid, header: Header
) -> tuple[ColumnSpec, ...]:
    """Return the columns of a sheet with its group of votes as one column per person.

    Headers that belong to a person move from the header's extra columns to its columns; a column that
    holds votes and is of nobody with vote is reported.
    """
    group = next((column for column in spec.columns if column.kind is Kind.VOTES), None)
    if group is None:
        return spec.columns
    claimed: dict[str, str] = {}
    for letters, text in sorted(header.extra.items()):
        has_votes = _has_votes(group, grid, header, letters)
        plausible = has_votes or _is_empty(grid, header, letters)
        clave = _person_of(run, text, plausible=plausible)
        if clave is not None and vote_field(clave) in header.columns:
            header.repeated[letters] = vote_field(clave)
        elif clave is not None:
            header.columns[vote_field(clave)] = letters
            claimed[letters] = clave
        elif has_votes:
            _report_stranger(run, sheet, header.row, letters, text)
            claimed[letters] = text
    header.extra = {letters: text for letters, text in header.extra.items() if letters not in claimed}
    _report_missing(run, sheet, grid, header)
    return tuple(_expanded(spec, group, header))


def _person_of(run: Reading, text: str, *, plausible: bool) -> str | None:
    """Return the key of the person with vote that a header names; None where it names nobody.

    While the roster is not known, a column that holds votes, or nothing, is taken at its word.
    """
    space = run.registry.spaces[PERSONAS]
    own = space.keys.get(space.fold(text))
    if own is not None:
        return own if own in run.registry.roster else None
    if not space.closed:
        return text if plausible else None
    return text if space.fold(text) in space.broken else None


def _has_votes(group: ColumnSpec, grid: Grid, header: Header, letters: str) -> bool:
    cells = (row.get(letters) for number, row in grid.rows.items() if number > header.row)
    return any(
        cell is not None
        and not cell.is_error
        and group.choices is not None
        and group.choices.find(shown(cell)) is not None
        for cell in cells
    )


def _is_empty(grid: Grid, header: Header, letters: str) -> bool:
    cells = (row.get(letters) for number, row in grid.rows.items() if number > header.row)
    return all(cell is None or is_blank(cell) for cell in cells)


def _report_stranger(run: Reading, sheet: str, row: int, letters: str, text: str) -> None:
    space = run.registry.spaces[PERSONAS]
    if space.fold(text) in space.keys:
        run.report(kinds.COLUMN_WITHOUT_VOTE, sheet, row, letters, valor=text)
        return
    proposals = {name: key for name, key in space.proposals.items() if key in run.registry.roster}
    hint = nearest(text, proposals)
    run.report(kinds.UNKNOWN_VOTE_COLUMN, sheet, row, letters, valor=text, sugerencia=hint)


def _report_missing(run: Reading, sheet: str, grid: Grid, header: Header) -> None:
    has_rows = any(
        number > header.row and any(not is_blank(cell) for cell in row.values())
        for number, row in grid.rows.items()
    )
    if not has_rows or not run.registry.spaces[PERSONAS].closed:
        return
    for clave in run.registry.roster:
        if vote_field(clave) not in header.columns:
            run.report(kinds.MISSING_VOTE_COLUMN, sheet, header.row, valor=clave)


def _expanded(spec: SheetSpec, group: ColumnSpec, header: Header) -> Iterator[ColumnSpec]:
    for column in spec.columns:
        if column is not group:
            yield column
            continue
        for field in header.columns:
            if field.startswith(vote_field("")):
                name = field.removeprefix(vote_field(""))
                yield dataclasses.replace(column, field=field, header=name, kind=Kind.CHOICE)
