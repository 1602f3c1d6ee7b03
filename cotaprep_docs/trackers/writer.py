"""Writing a workbook as staff would want to find it in Excel; the same bytes for the same rows."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence

from openpyxl.workbook import Workbook
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.domain.persona import Calidad
from cotaprep_docs.domain.votacion import vote_field
from cotaprep_docs.norms.normas import ReglaQuorum
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.records import record
from cotaprep_docs.trackers import choices, styles
from cotaprep_docs.trackers.cell_values import RawCell
from cotaprep_docs.trackers.data_sheet import set_content, write_data_sheet
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec, WorkbookSpec
from cotaprep_docs.trackers.lists_sheet import write_lists
from cotaprep_docs.trackers.readme_sheet import write_readme
from cotaprep_docs.trackers.sheets_people import INTEGRANTES, PEOPLE_SHEETS
from cotaprep_docs.trackers.sheets_sessions import SESSION_SHEETS
from cotaprep_docs.trackers.summary_avances import write_summary_avances
from cotaprep_docs.trackers.summary_sesiones import write_summary_sesiones
from cotaprep_docs.trackers.vertical_sheet import write_vertical_sheet
from cotaprep_docs.trackers.workbooks import LEAME, RESUMEN, SESIONES

Rows = Sequence[Mapping[str, object]]

DEFAULT_BLANK_ROWS = 25
OWN = "propia."
"""Fields of columns that somebody added begin with this."""
_FIXED_DATE = dt.datetime(2024, 1, 1)  # noqa: DTZ001  # documents of Office know no time zone
_CORE = "docProps/core.xml"
_SHEETS = "xl/worksheets/sheet"
_FIXED_HEIGHT = b' customHeight="1"'
_IGNORED = b'<ignoredErrors><ignoredError sqref="A1:AZ3000" numberStoredAsText="1"/></ignoredErrors>'
_AFTER_IGNORED = (b"<drawing ", b"<legacyDrawing ", b"<tableParts ")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_TAB_COLOURS = {
    **{sheet.id: "2F6F6A" for sheet in PEOPLE_SHEETS},
    **{sheet.id: styles.REQUIRED_HEADER for sheet in SESSION_SHEETS},
}


@record(frozen=True, slots=True)
class Kept:
    """What a workbook has beyond its declaration.

    Attributes:
        members: key and name of those with vote, in roll-call order.
        columns: columns that somebody added, by id of the sheet.
        sheets: cells by row and column of sheets that somebody added, by title.
    """

    members: Sequence[tuple[str, str]] = ()
    columns: Mapping[str, Sequence[ColumnSpec]] = dataclasses.field(default_factory=dict)
    sheets: Mapping[str, Mapping[tuple[int, int], RawCell]] = dataclasses.field(default_factory=dict)


def write_workbook(
    spec: WorkbookSpec,
    rows: Mapping[str, Rows],
    *,
    blank_rows: int = DEFAULT_BLANK_ROWS,
    quorum: ReglaQuorum | None = None,
    kept: Kept | None = None,
) -> bytes:
    """Return a workbook with its rows, drop-downs, notes, colours and summary.

    Args:
        spec: which workbook.
        rows: by sheet (its id, title or attribute of the aggregate), values by field. A vote goes by
            ``votos.<clave>`` or in a mapping ``votos``; a vertical sheet has one row with all its fields.
        blank_rows: how many empty rows each table keeps below.
        quorum: the rule of the norms that the summary computes with; None if it is not known.
        kept: what somebody added to the workbook that this one takes the place of.

    Raises:
        KeyError: a sheet or a field is not declared.
    """
    by_sheet = {spec.sheet(name).id: list(content) for name, content in rows.items()}
    book = Workbook()
    readme = book.worksheets[0]
    readme.title = LEAME
    write_readme(readme, spec)
    kept = kept or Kept()
    members = kept.members or _voting_members(by_sheet.get(INTEGRANTES.id, ()))
    for own in spec.sheets:
        sheet = book.create_sheet(own.title)
        sheet.sheet_properties.tabColor = _TAB_COLOURS.get(own.id, styles.OPTIONAL_HEADER)
        content = [_flat_row(own, row) for row in by_sheet.get(own.id, ())]
        added = kept.columns.get(own.id, ())
        if own.vertical:
            write_vertical_sheet(sheet, own, content[0] if content else {}, added)
        else:
            write_data_sheet(sheet, own, (*expand_votes(own, members), *added), content, blank_rows)
    summary = book.create_sheet(RESUMEN)
    summary.sheet_properties.tabColor = styles.SAMPLE_INK
    if spec is SESIONES:
        sessions, people = (len(by_sheet.get(name, ())) for name in ("calendario", INTEGRANTES.id))
        write_summary_sesiones(summary, sessions, people, quorum)
    else:
        write_summary_avances(
            summary, len({str(row.get("mes")) for row in by_sheet.get("avance_mensual", ())})
        )
    write_lists(book, spec)
    for title, cells in kept.sheets.items():
        _write_own_sheet(book.create_sheet(title), cells)
    return _reproducible(book, spec)


def _write_own_sheet(sheet: Worksheet, cells: Mapping[tuple[int, int], RawCell]) -> None:
    for (row, column), content in cells.items():
        cell = styles.cell_at(sheet, row, column)
        set_content(cell, content)
        cell.number_format = content.number_format or "General"


def expand_votes(spec: SheetSpec, members: Sequence[tuple[str, str]]) -> tuple[ColumnSpec, ...]:
    """Return the columns of a sheet, the group of votes as one column per person.

    Args:
        spec: any sheet.
        members: key and name of those with vote, in roll-call order.
    """
    expanded: list[ColumnSpec] = []
    for column in spec.columns:
        if column.kind is not Kind.VOTES:
            expanded.append(column)
            continue
        for clave, nombre in members:
            note = f"Voto de {nombre}. {column.note}" if nombre else column.note
            field = vote_field(clave)
            expanded.append(
                dataclasses.replace(column, field=field, header=clave, kind=Kind.CHOICE, note=note)
            )
    return tuple(expanded)


def _voting_members(rows: Rows) -> list[tuple[str, str]]:
    members: list[tuple[str, str]] = []
    for row in rows:
        quality = row.get("calidad")
        if isinstance(quality, str):
            quality = choices.CALIDAD.find(quality)
        if quality is Calidad.INTEGRANTE:
            members.append((str(row.get("clave", "")), str(row.get("nombre") or "")))
    return members


def _flat_row(spec: SheetSpec, row: Mapping[str, object]) -> dict[str, object]:
    flat = dict(row)
    votes = flat.pop("votos", None)
    if isinstance(votes, Mapping):
        flat.update({vote_field(str(clave)): vote for clave, vote in votes.items()})
    known = {column.field for column in spec.columns} | {"muestra"}
    free = (vote_field(""), OWN)
    unknown = [name for name in flat if name not in known and not name.startswith(free)]
    if unknown:
        raise KeyError(f"{spec.id}: {', '.join(unknown)}")
    return flat


def _quiet(sheet: bytes) -> bytes:
    """Return a sheet where Excel puts no green corner on keys, which are numbers kept as text on purpose."""
    places = [place for tag in _AFTER_IGNORED if (place := sheet.find(tag)) >= 0]
    return sheet[: min(places)] + _IGNORED + sheet[min(places) :] if places else sheet


def _reproducible(book: Workbook, spec: WorkbookSpec) -> bytes:
    book.properties.title = spec.title
    book.properties.creator = "cotaprep-docs"
    book.properties.created = _FIXED_DATE
    book.properties.language = "es-MX"
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    buffer = io.BytesIO()
    book.save(buffer)
    parts = dict(read_package(buffer.getvalue()).parts)
    # openpyxl reads the clock when it saves.
    stamp = _FIXED_DATE.isoformat().encode() + b"Z"
    for name in [name for name in parts if name.startswith(_SHEETS)]:
        # Heights are estimates: without the mark, Excel fits them again when somebody edits.
        parts[name] = _quiet(parts[name].replace(_FIXED_HEIGHT, b""))
    parts[_CORE] = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", parts[_CORE])
    return write_package(parts)
