"""The hidden sheet «Listas»: what drop-downs offer, fixed words and lists that follow the roster.

Rosters are gathered with plain formulas (no array formulas, no dynamic arrays), so that they work in every
Excel since 2010 and in LibreOffice: the keys of all sheets stacked, each numbered if not
blank, and compacted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.trackers.declarations import Choices, Kind, SheetSpec, WorkbookSpec
from cotaprep_docs.trackers.workbooks import LISTAS

_ROSTER_ROWS = 120


def write_lists(book: Workbook, spec: WorkbookSpec) -> None:
    """Add the hidden sheet with its defined names."""
    sheet = book.create_sheet(LISTAS)
    column = 1
    for choices in _all_choices(spec):
        _write_choices(book, sheet, column, choices)
        column += 1
    for namespace, sheets in _namespaces(spec).items():
        _write_roster(book, sheet, column, roster_name(namespace), sheets)
        column += 3
    sheet.sheet_state = "hidden"


def roster_name(namespace: str) -> str:
    """Return the defined name of the keys of a name space."""
    return "L_claves_" + namespace


def _all_choices(spec: WorkbookSpec) -> Iterator[Choices]:
    seen: set[str] = set()
    for sheet in spec.sheets:
        for column in sheet.columns:
            if column.choices is not None and column.choices.name not in seen:
                seen.add(column.choices.name)
                yield column.choices


def _namespaces(spec: WorkbookSpec) -> dict[str, list[SheetSpec]]:
    found: dict[str, list[SheetSpec]] = {}
    for sheet in spec.sheets:
        if sheet.namespace:
            found.setdefault(sheet.namespace, []).append(sheet)
    return found


def _write_choices(book: Workbook, sheet: Worksheet, column: int, choices: Choices) -> None:
    sheet.cell(1, column, choices.name)
    for row, label in enumerate(choices.labels, start=2):
        sheet.cell(row, column, label)
    letter = get_column_letter(column)
    _define(book, choices.name, f"{LISTAS}!${letter}$2:${letter}${len(choices.labels) + 1}")


def _write_roster(
    book: Workbook, sheet: Worksheet, column: int, name: str, sheets: Sequence[SheetSpec]
) -> None:
    keys, counts, compact = (get_column_letter(column + offset) for offset in range(3))
    last = 1 + _ROSTER_ROWS * len(sheets)
    for offset, title in enumerate(("(todas)", "(cuenta)", name)):
        sheet.cell(1, column + offset, title)
    row = 2
    for source in sheets:
        letter = get_column_letter(1 + [c.field for c in source.columns].index("clave"))
        for source_row in range(2, 2 + _ROSTER_ROWS):
            sheet.cell(row, column, f"=INDEX('{source.title}'!${letter}:${letter},{source_row})&\"\"")
            sheet.cell(row, column + 1, f'=IF({keys}{row}="","",COUNTIF({keys}$2:{keys}{row},"?*"))')
            match = f"MATCH({row - 1},${counts}$2:${counts}${last},0)"
            sheet.cell(row, column + 2, f'=IFERROR(INDEX(${keys}$2:${keys}${last},{match}),"")')
            row += 1
    area = f"{LISTAS}!${compact}$2:${compact}${last}"
    _define(book, name, f'OFFSET({LISTAS}!${compact}$2,0,0,MAX(1,COUNTIF({area},"?*")),1)')


def _define(book: Workbook, name: str, formula: str) -> None:
    book.defined_names[name] = DefinedName(name, attr_text=formula)


def list_formula(kind: Kind, choices: Choices | None, target: str) -> str | None:
    """Return the name a drop-down points at; None where the column has none."""
    if choices is not None:
        return choices.name
    if kind in (Kind.SESION, Kind.PERSONA, Kind.REFERENCE):
        return roster_name(target)
    return None
