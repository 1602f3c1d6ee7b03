"""Finding sheets and columns as people left them: renamed, reordered, repeated, missing."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from cotaprep_docs.problems.location import column_number
from cotaprep_docs.records import record
from cotaprep_docs.trackers.cell_reader import is_blank, shown
from cotaprep_docs.trackers.declarations import Kind, SheetSpec, loose
from cotaprep_docs.trackers.grid import Grid
from cotaprep_docs.trackers.vertical_fields import CAMPO, EXPLANATION, SAMPLE, VALOR
from cotaprep_docs.trackers.workbook_file import SheetEntry

_HEADER_ROWS = 30
_LEAST_HEADERS = 3
_LEAST_SCORE = 0.6


@record(slots=True)
class Header:
    """Where the columns of a sheet are.

    Attributes:
        row: number of the row of headers.
        columns: letters by field.
        repeated: letters of a second column with the same header, with its field.
        extra: headers that are not of the sheet, by letters.
    """

    row: int
    columns: dict[str, str]
    repeated: dict[str, str] = dataclasses.field(default_factory=dict)
    extra: dict[str, str] = dataclasses.field(default_factory=dict)


def find_header(spec: SheetSpec, grid: Grid) -> Header | None:
    """Return the row of headers among the first ones with content; None where there is none."""
    names = header_names(spec)
    best: Header | None = None
    for number in sorted(grid.rows)[:_HEADER_ROWS]:
        header = _match_row(names, grid, number)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    least = min(_LEAST_HEADERS, len(set(names.values())) - 2)
    return best if best is not None and len(best.columns) >= least else None


def header_names(spec: SheetSpec) -> dict[str, str]:
    """Return the fields of a sheet by the loose forms of their headers."""
    if spec.vertical:
        return {loose(name): name for name in (CAMPO, VALOR, EXPLANATION, SAMPLE)}
    names: dict[str, str] = {}
    for column in spec.columns:
        if column.kind is not Kind.VOTES:
            for key in column.header_keys:
                names.setdefault(key, column.field)
    # A header always beats another column's alias or field name.
    names.update({loose(c.header): c.field for c in spec.columns if c.kind is not Kind.VOTES})
    return names


def score(spec: SheetSpec, grid: Grid) -> float:
    """Return how far a sheet's headers are those of a declaration, from 0 to 1."""
    header = find_header(spec, grid)
    if header is None:
        return 0.0
    declared = set(header_names(spec).values())
    has_people = any(column.kind is Kind.VOTES for column in spec.columns)
    strange = 0 if has_people else len(header.extra)
    return len(header.columns) / (len(declared) + strange)


def match_by_name(
    specs: Sequence[SheetSpec], entries: Sequence[SheetEntry]
) -> tuple[dict[str, SheetEntry], list[SheetEntry]]:
    """Return the sheets found by their names, by id of the declaration, and the sheets left over."""
    by_name: dict[str, SheetEntry] = {}
    for entry in entries:
        by_name.setdefault(loose(entry.name), entry)
    found = {spec.id: by_name[loose(spec.title)] for spec in specs if loose(spec.title) in by_name}
    taken = {entry.part for entry in found.values()}
    return found, [entry for entry in entries if entry.part not in taken]


def match_by_headers(
    specs: Sequence[SheetSpec], grids: Mapping[str, Grid]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return, for sheets not found by name, which sheet has their headers, and which cannot be told.

    Args:
        specs: declarations without sheet.
        grids: sheets without declaration, by name.
    """
    scores = {
        (spec.id, name): value
        for spec in specs
        for name, grid in grids.items()
        if (value := score(spec, grid)) >= _LEAST_SCORE
    }
    found: dict[str, str] = {}
    unclear: dict[str, list[str]] = {}
    for (spec_id, name), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if spec_id in found or spec_id in unclear or name in found.values():
            continue
        equal = [other for (own, other), o in scores.items() if own == spec_id and o == value]
        free = [other for other in equal if other not in found.values()]
        if len(free) > 1:
            unclear[spec_id] = free
        else:
            found[spec_id] = name
    return found, unclear


def _match_row(names: Mapping[str, str], grid: Grid, number: int) -> Header:
    header = Header(number, {})
    cells = grid.row(number)
    for letters in sorted(cells, key=column_number):
        cell = cells[letters]
        if cell.is_error or is_blank(cell):
            continue
        text = shown(cell)
        field = names.get(loose(text)) or names.get(loose(text.partition("(")[0]))
        if field is None:
            header.extra[letters] = text
        elif field in header.columns:
            header.repeated[letters] = field
        else:
            header.columns[field] = letters
    return header
