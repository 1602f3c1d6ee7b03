"""Places a problem can point at: a cell, a spot of a template, a file.

Every place prints in the form people search for in their own program, for example
``sesiones.xlsx!Asistencia!D14`` for a cell of Excel, ``sesiones.xlsx!Asistencia!fila 14`` for a whole row.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from cotaprep_docs.records import record


def column_number(letters: str) -> int:
    """Return the 1-based number of an Excel column (``A`` is 1, ``AA`` is 27); 0 for ``""``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@record(frozen=True, slots=True)
class CellLocation:
    """A workbook, a sheet of it, or one cell.

    Attributes:
        workbook: file name without folders.
        sheet: sheet name; empty for the whole workbook.
        row: 1-based Excel row; 0 for the whole sheet.
        column: column letters; empty for the whole row.
    """

    workbook: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.workbook, self.sheet, self.within) if part)

    @property
    def within(self) -> str:
        """The cell or the row within its sheet; empty for the whole of it."""
        if not self.row:
            return ""
        return f"{self.column}{self.row}" if self.column else f"fila {self.row}"

    @property
    def whole(self) -> CellLocation:
        """Its whole sheet."""
        return CellLocation(self.workbook, self.sheet)

    @property
    def sort_key(self) -> tuple[str, str, int, int]:
        """Order by workbook, sheet, row and column, columns as numbers."""
        return (self.workbook, self.sheet, self.row, column_number(self.column))


@record(frozen=True, slots=True)
class TemplateLocation:
    """A spot of a Word file: which part of it, which paragraph, which tag.

    Attributes:
        template: file name without folders.
        part: ``cuerpo``, ``encabezado``, ``pie``… as a person would say it.
        place: the paragraph or table cell, in words, with the start of its text.
        tag: the tag itself as typed, or empty.
        number: running number of the paragraph within the part, for sorting.
    """

    template: str
    part: str = ""
    place: str = ""
    tag: str = ""
    number: int = 0

    def __str__(self) -> str:
        return "!".join(part for part in (self.template, self.part, self.place, self.tag) if part)

    @property
    def sort_key(self) -> tuple[str, str, int, int]:
        """Order by template, part and paragraph."""
        return (self.template, self.part, self.number, 0)


@record(frozen=True, slots=True)
class FileLocation:
    """A file as a whole, optionally with a page or line in words."""

    path: str
    place: str = ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.path, self.place) if part)

    @property
    def sort_key(self) -> tuple[str, str, int, int]:
        """Order by path."""
        return (self.path, self.place, 0, 0)


@record(frozen=True, slots=True)
class RowOrigin:
    """The row an object of the domain was read from, so that any later check can name its cells.

    Attributes:
        workbook: file name without folders.
        sheet: sheet name as it stands in the workbook.
        row: 1-based Excel row.
        columns: column letters by field name of the sheet's declaration.
    """

    workbook: str
    sheet: str
    row: int
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def cell(self, field: str) -> CellLocation:
        """Return the place of one field; the whole row where the sheet has no such column."""
        return CellLocation(self.workbook, self.sheet, self.row, self.columns.get(field, ""))


NO_ORIGIN = RowOrigin("", "", 0)
