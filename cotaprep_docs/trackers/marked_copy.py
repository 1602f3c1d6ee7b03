"""A copy of a workbook with what is wrong marked in it: a colour and a note in each cell concerned.

The parts of the file are changed in place (ECMA-376 Part 1, 18), not read and written by a library: all that
is not a marked cell stays as it was, drop-downs, conditional formats, tables, charts and pictures too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from cotaprep_docs.ooxml.package import BadPackage, Package, serialize_xml, write_package
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import CellLocation, column_number
from cotaprep_docs.problems.problem import Severity
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_fills import Fills
from cotaprep_docs.trackers.cell_notes import SheetNotes
from cotaprep_docs.trackers.workbook_file import SheetEntry, open_workbook

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)


@record(frozen=True, slots=True)
class Mark:
    """What is to be said of one place.

    Attributes:
        place: a cell; a row, a sheet or a workbook is marked at its first cell.
        severity: the gravest of what is said.
        text: what the note says.
    """

    place: CellLocation
    severity: Severity
    text: str


def mark_copy(path: Path, marks: Iterable[Mark]) -> bytes:
    """Return a copy of a workbook with some places marked; the file itself is only read.

    Args:
        path: the workbook.
        marks: what to mark; places of sheets that the workbook does not have go to its first cell.

    Raises:
        UnreadableInput: the file is missing, or no workbook that can be read.
    """
    book = open_workbook(path)
    try:
        return _marked(book.package, book.sheets, marks)
    except BadPackage as error:
        raise UnreadableInput(kinds.DAMAGED.at(CellLocation(path.name))) from error


def _marked(package: Package, sheets: tuple[SheetEntry, ...], marks: Iterable[Mark]) -> bytes:
    visible = [entry for entry in sheets if not entry.hidden] or list(sheets)
    by_name = {entry.name: entry for entry in visible}
    cells: dict[str, dict[tuple[int, str], list[Mark]]] = {}
    for mark in marks:
        entry = by_name.get(mark.place.sheet, visible[0])
        known = entry.name == mark.place.sheet
        row = (mark.place.row or 1) if known else 1
        column = (mark.place.column or "A") if known else "A"
        cells.setdefault(entry.part, {}).setdefault((row, column), []).append(mark)
    fills = Fills(package)
    for part, found in cells.items():
        _mark_sheet(package, part, found, fills)
    fills.save()
    return write_package(package.parts)


def _mark_sheet(package: Package, part: str, cells: dict[tuple[int, str], list[Mark]], fills: Fills) -> None:
    root = package.xml(part)
    notes = SheetNotes(package, part, root)
    writer = _Cells(root)
    for (row, column), marks in sorted(
        cells.items(), key=lambda item: (item[0][0], column_number(item[0][1]))
    ):
        gravest = min(marks, key=lambda mark: _ORDER.index(mark.severity)).severity
        cell = writer.cell(row, column)
        cell.set("s", str(fills.styled(int(cell.get("s", "0")), gravest)))
        notes.add(row, column, "\n\n".join(mark.text for mark in marks))
    notes.save()
    package.parts[part] = serialize_xml(root)


class _Cells:
    """The cells of a sheet, made where they are missing."""

    def __init__(self, root: etree._Element) -> None:
        self._ns = root.tag.rpartition("}")[0] + "}"
        data = root.find(f"{self._ns}sheetData")
        assert data is not None  # noqa: S101 - the schema asks for it, and the reader met it
        self._data = data
        self._rows = {int(row.get("r", "0")): row for row in data if row.get("r", "").isdigit()}

    def cell(self, number: int, column: str) -> etree._Element:
        """Return a cell, with its row; both in their order."""
        found = self._rows.get(number)
        row = found if found is not None else self._add_row(number)
        for index, cell in enumerate(row):
            letters = cell.get("r", "").rstrip("0123456789")
            if letters == column:
                return cell
            if column_number(letters) > column_number(column):
                return self._insert(row, index, number, column)
        return self._insert(row, len(row), number, column)

    def _insert(self, row: etree._Element, index: int, number: int, column: str) -> etree._Element:
        row.attrib.pop("spans", "")  # only a hint, and wrong from now on
        cell = etree.Element(f"{self._ns}c", r=f"{column}{number}")
        if row.get("customFormat") in ("1", "true") and row.get("s"):
            cell.set("s", row.get("s", "0"))
        row.insert(index, cell)
        return cell

    def _add_row(self, number: int) -> etree._Element:
        later = [row for other, row in self._rows.items() if other > number]
        row = etree.Element(f"{self._ns}row", r=str(number))
        if later:
            min(later, key=lambda one: int(one.get("r", "0"))).addprevious(row)
        else:
            self._data.append(row)
        self._rows[number] = row
        return row
