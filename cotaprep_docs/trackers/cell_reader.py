"""One cell as people fill it, read as its column means it: a value, a finding, or both."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.problems.problem import ProblemKind
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.declarations import MAX_TEXT, ColumnSpec, Kind, loose
from cotaprep_docs.trackers.grid import UNCALCULATED, Cell
from cotaprep_docs.trackers.moments import (
    date_from_serial,
    parse_date,
    parse_month,
    parse_time,
    time_from_fraction,
    time_from_number,
)
from cotaprep_docs.trackers.number_styles import NumberStyles

_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_SPACES = re.compile(r"\s+")
_PUNTO = re.compile(r"(?:punto|p\.|num\.?|no\.)? ?(\d+(?:\.\d+)*)(?:[.)°º]| bis)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:[, ]\d{3})+")
_KEY_MARKS = re.compile(r"[\w]")
_LONGEST_KEY = 40
_SEPARATORS = re.compile(r"\s*[,;\n/]\s*|\s+y\s+")
_UNPRINTABLE = ("Cc", "Cn", "Co", "Cs")
_MIDNIGHT = dt.time()
_LEAST_SERIAL = 10_000


@record(frozen=True, slots=True)
class Finding:
    """What is wrong or worth saying about a cell; its place is known to who asked."""

    kind: ProblemKind
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


@record(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes:
        value: None where it is blank or cannot be used.
        finding: None where there is nothing to say.
    """

    value: object | None = None
    finding: Finding | None = None


BLANK = Reading()


def read_cell(column: ColumnSpec, cell: Cell | None, styles: NumberStyles) -> Reading:
    """Return what a cell says, as its column means it."""
    if cell is None or is_blank(cell):
        return BLANK
    if cell.is_error:
        kind = kinds.UNCALCULATED if cell.value is UNCALCULATED else kinds.ERROR_VALUE
        return _finding(kind, valor=cell.value)
    return _READERS[column.kind](column, cell, styles)


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell looks empty: nothing, or only spaces of any kind."""
    return isinstance(cell.value, str) and not clean_text(cell.value)


def clean_text(text: str) -> str:
    """Return a text as typed: accents composed, line ends as LF, no invisible marks, no spaces around."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _INVISIBLE.sub("", plain).strip()


def shown(cell: Cell) -> str:
    """Return a cell's content for a message, shortened."""
    text = _text_of(cell) if not isinstance(cell.value, float) else _number_text(cell.value)
    flat = _SPACES.sub(" ", text)
    return flat if len(flat) <= 60 else f"{flat[:57]}…"


def canonical_punto(text: str) -> str | None:
    """Return the number of a point as the agenda writes it («Punto 4.» is ``4``); None where it is none."""
    match = _PUNTO.fullmatch(_SPACES.sub(" ", text).strip())
    if match is None:
        return None
    parts = [str(int(part)) for part in match[1].split(".")]
    if parts[1:] == ["0"]:
        parts = parts[:1]
    return ".".join(parts) + (" bis" if text.casefold().endswith("bis") else "")


def nearest(text: str, options: Mapping[str, str]) -> str:
    """Return «¿Quiso decir «X»? » for the nearest of the options, or nothing.

    Args:
        text: what was typed.
        options: what to propose, by each text it may be mistaken for.
    """
    by_loose = {loose(option): proposal for option, proposal in options.items()}
    close = difflib.get_close_matches(loose(text), by_loose, n=1, cutoff=0.6)
    return f"¿Quiso decir «{by_loose[close[0]]}»? " if close else ""


@record(frozen=True, slots=True)
class Nearest:
    """The nearest of some words as a question, looked for when it is printed: it takes a while."""

    text: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return nearest(self.text, {word: word for word in self.words})


def _finding(kind: ProblemKind, value: object = None, **params: object) -> Reading:
    return Reading(value, Finding(kind, params))


def _text_of(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, bool):
        return "VERDADERO" if value else "FALSO"
    if isinstance(value, float):
        return _number_text(value)
    return clean_text(value)


def _number_text(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _read_text(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    if isinstance(cell.value, float):
        if cell.style in styles.dates:
            return _turned_into_date(cell, styles)
        if cell.style in styles.percents:
            return Reading(f"{_number_text(round(cell.value * 100, 10))}%")
    text = _text_of(cell)
    bad = _bad_character(text)
    if bad is not None:
        return Reading(None, bad)
    if column.kind is not Kind.LONG:
        text = _SPACES.sub(" ", text) if "\n" in text else text
    if len(text) >= MAX_TEXT:
        return _finding(kinds.TEXT_AT_LIMIT, text, maximo=f"{MAX_TEXT:,}")
    return Reading(text)


def _bad_character(text: str) -> Finding | None:
    if text.isprintable():
        return None
    suspects = (char for char in text if char not in "\t\n" and unicodedata.category(char) in _UNPRINTABLE)
    bad = next(suspects, None)
    if bad is None:
        return None
    return Finding(kinds.BAD_CHARACTER, {"caracter": f"U+{ord(bad):04X}", "posicion": text.index(bad) + 1})


def _turned_into_date(cell: Cell, styles: NumberStyles) -> Reading:
    value = cell.value if isinstance(cell.value, float) else 0.0
    moment = date_from_serial(value, styles.epoch)
    return _finding(kinds.TURNED_INTO_DATE, valor=f"{moment:%d/%m/%Y}" if moment is not None else shown(cell))


def _read_key(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    reading = _read_text(column, cell, styles)
    if not isinstance(reading.value, str):
        return reading
    text = _SPACES.sub(" ", reading.value)
    if len(text) > _LONGEST_KEY or not _KEY_MARKS.search(text):
        example = "3, E1 o R2" if column.kind is Kind.SESION else "LVG"
        return _finding(kinds.KEY_NOT_TEXT, valor=shown(cell), ejemplo=example)
    return Reading(normalize_clave(text) if column.kind is Kind.SESION else text)


def _read_punto(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    reading = _read_text(column, cell, styles)
    if not isinstance(reading.value, str):
        return reading
    punto = canonical_punto(reading.value)
    return Reading(punto) if punto is not None else _finding(kinds.BAD_PUNTO, valor=shown(cell))


def _read_people(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    reading = _read_text(column, cell, styles)
    if not isinstance(reading.value, str):
        return reading
    return Reading(tuple(part for part in _SEPARATORS.split(reading.value) if part))


def _read_date(_column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    number = _as_number(cell)
    if number is not None:
        moment = date_from_serial(number, styles.epoch)
        if moment is None:
            return _finding(kinds.BAD_DATE, valor=shown(cell))
        if moment.time() != _MIDNIGHT:
            return _finding(kinds.DATE_WITH_TIME, moment.date(), hora=f"{moment:%H:%M}")
        return Reading(moment.date())
    day = parse_date(str(cell.value)) if isinstance(cell.value, str) else None
    return Reading(day) if day is not None else _finding(kinds.BAD_DATE, valor=shown(cell))


def _read_month(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    month = parse_month(cell.value) if isinstance(cell.value, str) else None
    if month is None:
        reading = _read_date(column, cell, styles)
        month = reading.value.replace(day=1) if isinstance(reading.value, dt.date) else None
    return Reading(month) if month is not None else _finding(kinds.BAD_MONTH, valor=shown(cell))


def _read_time(_column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    hour: dt.time | None = None
    if isinstance(cell.value, str):
        hour = parse_time(cell.value)
    number = _as_number(cell)
    if hour is None and number is not None and number >= 0:
        is_moment = cell.style in styles.dates and isinstance(cell.value, float)
        hour = _time_of_moment(number) if is_moment else time_from_number(number)
    return Reading(hour) if hour is not None else _finding(kinds.BAD_TIME, valor=shown(cell))


def _time_of_moment(number: float) -> dt.time | None:
    """Return the hour of a cell shown as date or hour; 1730 typed into one shows 00:00 and means 17:30."""
    if number < 1 or (number > _LEAST_SERIAL and not number.is_integer()):
        return time_from_fraction(number)
    return time_from_number(number) if number.is_integer() else None


def _read_integer(_column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    if cell.style in styles.dates and isinstance(cell.value, float):
        return _turned_into_date(cell, styles)
    number = _as_number(cell)
    if number is None or number < 0 or not number.is_integer() or number > 1e9:
        return _finding(kinds.BAD_INTEGER, valor=shown(cell))
    return Reading(int(number))


def _read_percent(_column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    text = clean_text(cell.value) if isinstance(cell.value, str) else ""
    marked = text.endswith("%") or (isinstance(cell.value, float) and cell.style in styles.percents)
    source = text.removesuffix("%").strip().replace(",", ".") if text else _plain_number(cell.value)
    try:
        number = Decimal(source)
    except InvalidOperation:
        return _finding(kinds.BAD_PERCENT, valor=shown(cell))
    if marked and not text:
        number *= 100
    if not number.is_finite() or isinstance(cell.value, bool) or not 0 <= number <= 100:
        return _finding(kinds.BAD_PERCENT, valor=shown(cell))
    number = number.normalize() + 0 if number else Decimal(0)
    if number == number.to_integral_value():
        number = number.quantize(Decimal(1))
    if 0 < number < 1 and not marked:
        hundred = f"{(number * 100).normalize():f}"
        return _finding(kinds.SMALL_PERCENT, number, valor=f"{number:f}", cien=hundred)
    return Reading(number)


def _plain_number(value: object) -> str:
    return repr(round(value, 10)) if isinstance(value, float) else str(value)


def _read_choice(column: ColumnSpec, cell: Cell, styles: NumberStyles) -> Reading:
    text = _text_of(cell)
    if column.choices is None:
        return _read_text(column, cell, styles)
    value = column.choices.find(text)
    if value is not None:
        return Reading(value)
    if column.kind is Kind.YES_NO:
        return _finding(kinds.BAD_YES_NO, valor=shown(cell))
    labels = tuple(column.choices.labels)
    hint = Nearest(text, labels)
    return _finding(kinds.BAD_CHOICE, valor=shown(cell), sugerencia=hint, opciones=", ".join(labels))


def _as_number(cell: Cell) -> float | None:
    """Return the number of a cell, also one typed as text; None for a truth value or other text."""
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, float):
        return cell.value if abs(cell.value) < 1e15 else None
    text = _SPACES.sub(" ", clean_text(cell.value))
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "").replace(" ", "")
    return float(text) if re.fullmatch(r"\d{1,12}(?:\.\d{1,12})?", text, re.ASCII) else None


_READERS: dict[Kind, Callable[[ColumnSpec, Cell, NumberStyles], Reading]] = {
    Kind.KEY: _read_key,
    Kind.SESION: _read_key,
    Kind.PERSONA: _read_key,
    Kind.REFERENCE: _read_key,
    Kind.PUNTO: _read_punto,
    Kind.PEOPLE: _read_people,
    Kind.TEXT: _read_text,
    Kind.LONG: _read_text,
    Kind.DATE: _read_date,
    Kind.MONTH: _read_month,
    Kind.TIME: _read_time,
    Kind.INT: _read_integer,
    Kind.PERCENT: _read_percent,
    Kind.YES_NO: _read_choice,
    Kind.CHOICE: _read_choice,
    Kind.VOTES: _read_choice,
}
