"""The rows of one sheet as values by field, with everything wrong with them on record."""

from __future__ import annotations

import bisect
import collections
import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.problems.location import CellLocation, RowOrigin, column_number
from cotaprep_docs.problems.problem import Problem, ProblemKind, Severity
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import Finding, is_blank, read_cell
from cotaprep_docs.trackers.declarations import ColumnSpec, SheetSpec
from cotaprep_docs.trackers.grid import READ_COLUMNS, Area, Cell, Grid, column_letters
from cotaprep_docs.trackers.layout import Header
from cotaprep_docs.trackers.registry import Registry
from cotaprep_docs.trackers.sheets_common import SESIONES_NS
from cotaprep_docs.trackers.workbook_file import WorkbookFile

_EXAMPLE = "el dato"
_MOST_LISTED = 200
_HOPELESS = 20_000
_MOST_MERGED_ROWS = 200_000


@record(slots=True)
class Row:
    """One row with content.

    Attributes:
        origin: where it stands.
        values: what its cells say, by field; blank and wrong cells are left out.
        wrong: fields whose cell has an error on record.
        scope: key of the session it is about.
    """

    origin: RowOrigin
    values: dict[str, object]
    wrong: set[str]
    scope: str = ""

    def lacks(self, field: str) -> bool:
        """Tell whether a field is blank, and not merely wrong."""
        return field not in self.values and field not in self.wrong


@record(slots=True)
class Reading:
    """One run over a workbook: the file, what is known so far, and the problems met."""

    book: WorkbookFile
    registry: Registry = dataclasses.field(default_factory=Registry)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    errors: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    counts: collections.Counter[tuple[str, ProblemKind]] = dataclasses.field(
        default_factory=collections.Counter
    )

    def report(self, kind: ProblemKind, sheet: str, row: int = 0, column: str = "", **params: object) -> None:
        """Note a problem of the sheet itself."""
        if self._is_listed(sheet, kind):
            place = CellLocation(self.book.name, sheet, row, column)
            self.problems.append(Problem(kind, place, _texts(params)))

    def report_cell(
        self, row: Row, field: str, finding: Finding, related: tuple[CellLocation, ...] = ()
    ) -> None:
        """Note a problem of one cell, within the session its row is about."""
        if self._is_listed(row.origin.sheet, finding.kind):
            self.problems.append(self.problem_of(row, field, finding, related))

    def _is_listed(self, sheet: str, kind: ProblemKind) -> bool:
        """Count a problem; nobody reads the thousandth of its kind in one sheet, and memory ends."""
        self.counts[sheet, kind] += 1
        self.errors[sheet] += kind.severity is Severity.ERROR
        return self.counts[sheet, kind] <= _MOST_LISTED

    def report_unknown(self, problems: Iterable[Problem]) -> None:
        """Note the problems of references, which are known when all sheets were read."""
        for problem in problems:
            if isinstance(problem.location, CellLocation) and self._is_listed(
                problem.location.sheet, problem.kind
            ):
                self.problems.append(problem)

    def finish(self) -> None:
        """Note how many problems are not listed; as an error of all, for any session may have one."""
        for (sheet, kind), count in self.counts.items():
            if count > _MOST_LISTED:
                more = kinds.MORE_ERRORS if kind.severity is Severity.ERROR else kinds.MORE_WARNINGS
                place = CellLocation(self.book.name, sheet)
                self.problems.append(more.at(place, cuantos=count - _MOST_LISTED, codigo=kind.code))

    def problem_of(
        self, row: Row, field: str, finding: Finding, related: tuple[CellLocation, ...] = ()
    ) -> Problem:
        """Return the problem of one cell without noting it."""
        return Problem(finding.kind, row.origin.cell(field), _texts(finding.params), related, row.scope)


def _texts(params: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items()}


def read_sheet_rows(
    run: Reading, spec: SheetSpec, sheet: str, grid: Grid, header: Header, columns: Sequence[ColumnSpec]
) -> list[Row]:
    """Return the rows of a sheet that can be used, in order; the others leave their problem behind.

    Args:
        run: the run this is part of.
        spec: declaration of the sheet.
        sheet: its name in the workbook.
        grid: its cells.
        header: where its columns are.
        columns: what they hold, votes already one per person.
    """
    present = [column for column in columns if column.field in header.columns]
    letters = {header.columns[column.field] for column in present}
    filled, blocked = _spread_merges(run, sheet, grid, header, letters)
    skipped = _totals_row(run, sheet, grid, header)
    rows: list[Row] = []
    numbers: list[int] = []
    for number in sorted(grid.rows):
        cells = grid.rows[number]
        own = any(letter in cells and not is_blank(cells[letter]) for letter in letters)
        if number <= header.row or number == skipped or not own:
            continue
        if run.errors[sheet] > _HOPELESS:
            run.report(kinds.HOPELESS, sheet, number)
            break
        numbers.append(number)
        origin = RowOrigin(run.book.name, sheet, number, header.columns)
        row = Row(origin, {}, set())
        _fill_row(run, spec, row, present, {**cells, **filled.get(number, {})}, blocked.get(number, set()))
        if _is_usable(run, spec, row, present):
            rows.append(row)
    _note_rows(run, sheet, grid, header, numbers)
    return rows


def _fill_row(
    run: Reading,
    spec: SheetSpec,
    row: Row,
    columns: Sequence[ColumnSpec],
    cells: Mapping[str, Cell],
    blocked: set[str],
) -> None:
    """Read the cells of a row; the session goes first, since the others' problems are filed under it."""
    for column in sorted(columns, key=lambda column: column.field != spec.scope):
        letter = row.origin.columns[column.field]
        if letter in blocked:
            row.wrong.add(column.field)
            continue
        reading = read_cell(column, cells.get(letter), run.book.styles)
        value = reading.value
        if value is not None and spec.namespace == SESIONES_NS and column.field == "clave":
            value = normalize_clave(value)
        if value is not None:
            row.values[column.field] = value
        if column.field == spec.scope and value is not None:
            row.scope = run.registry.spaces[SESIONES_NS].find(str(value)) or str(value)
        if reading.finding is not None:
            if reading.finding.kind.severity is Severity.ERROR:
                row.wrong.add(column.field)
            run.report_cell(row, column.field, reading.finding)


def _is_usable(run: Reading, spec: SheetSpec, row: Row, columns: Sequence[ColumnSpec]) -> bool:
    """Tell whether a row has what it cannot do without, and report what it lacks."""
    missing = [column for column in columns if column.essential and row.lacks(column.field)]
    if missing:
        names = "», «".join(column.header for column in missing)
        run.report_cell(row, missing[0].field, blank_finding(kinds.ESSENTIAL_BLANK, missing[0], names))
    if missing or any(column.essential and column.field in row.wrong for column in columns):
        note_broken(run, spec, row)
        return False
    for column in columns:
        if column.required and row.lacks(column.field):
            run.report_cell(row, column.field, blank_finding(kinds.REQUIRED_BLANK, column, column.header))
    return True


def blank_finding(kind: ProblemKind, column: ColumnSpec, names: str) -> Finding:
    """Return the finding of a cell that should not be blank."""
    return Finding(kind, {"columna": names, "ejemplo": kinds.EXAMPLES.get(column.kind, _EXAMPLE)})


def note_broken(run: Reading, spec: SheetSpec, row: Row) -> None:
    """Remember the key of a row that is left out, so that references to it are not reported again."""
    if spec.namespace:
        run.registry.spaces[spec.namespace].add_broken(row.values.get("clave"))
    elif spec.id == "orden_dia" and row.scope:
        number = row.values.get("numero_aprobado") or row.values.get("numero")
        run.registry.puntos_of(row.scope).add_broken(number)


def _spread_merges(
    run: Reading, sheet: str, grid: Grid, header: Header, letters: set[str]
) -> tuple[dict[int, dict[str, Cell]], dict[int, set[str]]]:
    """Return the cells that merged areas fill, and the columns that areas across columns block, by row."""
    filled: dict[int, dict[str, Cell]] = {}
    blocked: dict[int, set[str]] = {}
    numbers, merged = sorted(grid.rows), 0
    for area in grid.merges:
        covered = [
            letter for letter in letters if area.first_column <= column_number(letter) <= area.last_column
        ]
        corner = grid.row(area.first_row).get(column_letters(area.first_column))
        if not covered or area.first_row <= header.row or corner is None or is_blank(corner):
            continue
        rows = _rows_of(area, numbers)
        merged += len(rows)
        if merged > _MOST_MERGED_ROWS:
            run.report(kinds.TOO_MANY_MERGES, sheet)
            break
        if area.first_column != area.last_column:
            place = column_letters(area.first_column)
            run.report(kinds.MERGED_COLUMNS, sheet, area.first_row, place, area=area)
            for number in rows:
                blocked.setdefault(number, set()).update(covered)
            continue
        others = [number for number in rows if number != area.first_row]
        for number in others:
            filled.setdefault(number, {})[covered[0]] = corner
        if others:
            shown = number_ranges([area.first_row, *others])
            run.report(kinds.MERGED_ROWS, sheet, area.first_row, covered[0], renglones=shown)
    return filled, blocked


def _rows_of(area: Area, numbers: Sequence[int]) -> Sequence[int]:
    first = bisect.bisect_left(numbers, area.first_row)
    return numbers[first : bisect.bisect_right(numbers, area.last_row)]


def _totals_row(run: Reading, sheet: str, grid: Grid, header: Header) -> int | None:
    for table in grid.tables:
        if table.has_totals and table.area.first_row == header.row:
            run.report(kinds.TOTALS_ROW, sheet, table.area.last_row)
            return table.area.last_row
    return None


def _note_rows(run: Reading, sheet: str, grid: Grid, header: Header, numbers: Sequence[int]) -> None:
    hidden = [number for number in numbers if number in grid.hidden]
    if hidden:
        run.report(kinds.HIDDEN_ROWS, sheet, hidden[0], renglones=number_ranges(hidden))
    ends = [table.area.last_row for table in grid.tables if table.area.first_row == header.row]
    below = [number for number in numbers if ends and number > max(ends)]
    if below:
        run.report(kinds.BELOW_TABLE, sheet, below[0], renglones=number_ranges(below))
    if grid.truncated:
        run.report(kinds.TOO_MANY_ROWS, sheet, maximo=f"{len(grid.rows):,}")
    if grid.wide:
        run.report(kinds.FAR_COLUMNS, sheet, columna=column_letters(READ_COLUMNS))


def number_ranges(numbers: Iterable[int]) -> str:
    """Return row numbers in short: «5, 7-9»."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
