"""Values of the domain, or of a data file, as cells of a workbook hold them."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Sequence
from decimal import Decimal

from cotaprep_docs.records import record
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind
from cotaprep_docs.trackers.moments import parse_date, parse_month, parse_time


@record(frozen=True, slots=True)
class RawCell:
    """The content of a cell of another workbook, to be written as it is.

    Attributes:
        value: text, number or truth value.
        number_format: how a number is shown, which also says what it means; empty for the column's own.
    """

    value: str | float | bool
    number_format: str = ""


CellContent = str | int | float | dt.date | dt.time | RawCell | None
"""What is written into a cell."""

_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_PARSERS = {Kind.DATE: parse_date, Kind.MONTH: parse_month, Kind.TIME: parse_time}
_NUMERIC = frozenset({Kind.INT, Kind.PERCENT})
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,12})?", re.ASCII)
_TEXTUAL = frozenset({Kind.KEY, Kind.SESION, Kind.PERSONA, Kind.REFERENCE, Kind.PUNTO, Kind.TEXT, Kind.LONG})


def to_cell(column: ColumnSpec, value: object) -> CellContent:
    """Return what the cell of a column holds for a value.

    Text that means a date, an hour or a number becomes one (data files write ``2024-01-30``); what
    means nothing is written as it is, and reading the workbook will say so.
    """
    if value is None or value == "":
        return None
    if isinstance(value, RawCell):
        return value
    if column.choices is not None:
        return _label(column, value)
    if column.kind in _PARSERS and isinstance(value, str):
        return _PARSERS[column.kind](value) or escape_text(value)
    if column.kind in _NUMERIC and isinstance(value, str) and _NUMBER.fullmatch(value):
        return _plain(Decimal(value))
    if column.kind in _TEXTUAL:
        return escape_text(_text(value))
    if column.kind is Kind.PEOPLE and isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(str(item) for item in value)
    return _plain(value)


def escape_text(text: str) -> str:
    """Return a text as shared strings hold it: line ends as LF, what looks like an escape escaped.

    ECMA-376 Part 1, 22.4.2.4: ``_xHHHH_`` means a character.
    """
    return _ESCAPE_LOOKALIKE.sub("_x005F_", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape_raw(text: str) -> str:
    """Return any text as shared strings hold it, line ends and control characters too."""
    plain = _ESCAPE_LOOKALIKE.sub("_x005F_", text)
    return _UNWRITABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", plain)


def _label(column: ColumnSpec, value: object) -> CellContent:
    if column.choices is None:
        return None
    found = column.choices.find(value) if isinstance(value, str) else value
    label = column.choices.label(found) if found is not None else None
    return label if label is not None else escape_text(_text(value))


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value.value) if isinstance(value, enum.Enum) else str(value)


def _plain(value: object) -> CellContent:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int | float | dt.date | dt.time):
        return value
    return escape_text(str(value))
