"""The guide of columns in `docs/`, made from the declarations."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.trackers.declarations import ColumnSpec, SheetSpec, WorkbookSpec
from cotaprep_docs.trackers.workbooks import WORKBOOKS

_INTRO = """# Las columnas de los libros de Excel

Esta página se genera de las declaraciones del programa (`cotaprep_docs/trackers/`); no se edita a mano.

**Obligatoria**: un renglón que tiene algo debe tenerla. **Indispensable**: sin ella el renglón no dice nada
y no se usa. **Se espera**: puede quedar en blanco hasta que se capture; el documento mostrará el hueco."""


def column_guide() -> str:
    """Return the guide of all columns of both workbooks, in Markdown."""
    lines = [_INTRO]
    for book in WORKBOOKS:
        lines.extend(_book_lines(book))
    return "\n".join(lines) + "\n"


def column_need(column: ColumnSpec) -> str:
    """Return how much a column is needed, as staff read it."""
    if column.essential:
        return "Indispensable"
    if column.required:
        return "Obligatoria"
    return "Se espera" if column.expected else ""


def _book_lines(book: WorkbookSpec) -> Iterator[str]:
    yield f"\n## {book.file}: {book.title}\n\n{book.note}"
    for sheet in book.sheets:
        yield from _sheet_lines(sheet)


def _sheet_lines(sheet: SheetSpec) -> Iterator[str]:
    yield f"\n### {sheet.title}\n\n{sheet.note}\n"
    first = "Campo" if sheet.vertical else "Columna"
    yield f"| {first} | Qué se escribe | Tipo | | Campo interno |"
    yield "| --- | --- | --- | --- | --- |"
    for column in sheet.columns:
        cells = (column.header, _note(column), column.kind.value, column_need(column), f"`{column.field}`")
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _note(column: ColumnSpec) -> str:
    if column.choices is None:
        return column.note
    options = " · ".join(column.choices.labels)
    return f"{column.note} *({options})*"
