"""Numbers as a spreadsheet's number format shows them (ECMA-376 Part 1, 18.8.31), in Spanish of Mexico."""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import re
from decimal import Decimal
from typing import Final

from cotaprep_docs.records import record

_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|_(?P<space>.)|\*(?P<fill>.)|(?P<sign>.)',
    re.DOTALL,
)
_GENERAL_DIGITS: Final = 10
_MAX_DECIMALS: Final = 30
_PRECISION: Final = 400  # more digits than the largest number of a spreadsheet has
_DATE_LETTERS: Final = frozenset("dmyhs")
_DATE_RUNS: Final = re.compile(r"(d+|m+|y+|h+|s+|AM/PM)", re.IGNORECASE)
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_MONTHS: Final = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip
_DAYS: Final = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


@record(frozen=True, slots=True)
class _Section:
    """One of the parts of a format that semicolons divide."""

    prefix: str
    suffix: str
    integers: int
    decimals: int
    optional: int
    grouped: bool
    scale: int
    dates: tuple[str, ...] = ()
    general: bool = False
    digits: bool = True


def format_number(value: Decimal | float, code: str) -> str:
    """Return a number as a format such as ``0.0%`` or ``#,##0`` shows it; halves go away from zero."""
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        return ""
    sections = _sections(code)
    if len(sections) > 1 and number < 0:
        return _shown(-number, sections[1])
    if len(sections) > 2 and number == 0:
        return _shown(number, sections[2])
    return _shown(number, sections[0])


@functools.lru_cache(maxsize=64)
def _sections(code: str) -> tuple[_Section, ...]:
    parts = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", code or "General")
    return tuple(_section(part) for part in parts[:3])


def _section(code: str) -> _Section:
    literals: list[str] = ["", ""]
    pattern = ""
    plain = ""
    for match in _TOKEN.finditer(code):
        text = _literal(match)
        sign = match["sign"] or ""
        plain += sign or "\0"
        if sign and sign in "0#?.,/":
            pattern += sign
        else:
            literals[1 if pattern else 0] += text
    if "general" in code.lower() or ("/" in pattern.strip("/") and not _DATE_LETTERS & set(plain.lower())):
        return _Section("", "", 1, 0, 0, grouped=False, scale=0, general=True)
    if _DATE_LETTERS & set(plain.lower()) and "0" not in pattern:
        return _Section(
            "", "", 0, 0, 0, grouped=False, scale=0, dates=tuple(_DATE_RUNS.split(_cleaned(code)))
        )
    return _numeric(pattern, literals[0], literals[1])


def _cleaned(code: str) -> str:
    return _TOKEN.sub(_literal, code)


def _literal(match: re.Match[str]) -> str:
    """Return what a piece of a format prints by itself: quoted text, the sign of a currency."""
    if match["quoted"] is not None:
        return match["quoted"]
    if match["bracket"] is not None:
        currency = match["bracket"]
        return currency[1:].partition("-")[0] if currency.startswith("$") else ""
    if match["space"] is not None:
        return " "
    return match["escaped"] or match["sign"] or ""


def _numeric(pattern: str, prefix: str, suffix: str) -> _Section:
    whole, _, part = pattern.partition(".")
    trailing = len(whole) - len(whole.rstrip(",")) + (len(part) - len(part.rstrip(",")))
    grouped = "," in whole.rstrip(",")
    part = part.replace(",", "")
    scale = 2 * (prefix + suffix).count("%") - 3 * trailing
    decimals = min(len(part), _MAX_DECIMALS)
    optional = len(part) - len(part.rstrip("#?"))
    return _Section(
        prefix, suffix, whole.count("0"), decimals, optional, grouped, scale, digits=bool(pattern)
    )


def _shown(number: Decimal, section: _Section) -> str:
    if section.general:
        return _general(number)
    if section.dates:
        return _date(number, section.dates)
    if not section.digits:
        return section.prefix
    with decimal.localcontext() as context:
        context.prec = _PRECISION
        scaled = number.scaleb(section.scale)
        rounded = scaled.quantize(Decimal(1).scaleb(-section.decimals), rounding=decimal.ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    digits, _, part = f"{abs(rounded):f}".partition(".")
    digits = digits.lstrip("0").rjust(section.integers, "0")
    if section.grouped:
        digits = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", digits)
    kept = part[: len(part) - section.optional] + part[len(part) - section.optional :].rstrip("0")
    point = "." if section.decimals and (kept or not section.optional) else ""
    return f"{sign}{section.prefix}{digits}{point}{kept}{section.suffix}"


def _general(number: Decimal) -> str:
    """Return at most ten digits, without zeros that say nothing."""
    with decimal.localcontext() as context:
        context.prec, context.rounding = _GENERAL_DIGITS, decimal.ROUND_HALF_UP
        text = f"{+number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _date(number: Decimal, runs: tuple[str, ...]) -> str:
    try:
        moment = _EPOCH + dt.timedelta(days=float(number), microseconds=500)
    except OverflowError:
        return _general(number)
    written, after_hour = "", False
    half_day = any(run.upper() == "AM/PM" for run in runs)
    for run in runs:
        letter = run[:1].lower()
        if letter == "h":
            after_hour = True
        written += _date_part(moment, run, minutes=after_hour, half_day=half_day)
        if letter == "m":
            after_hour = False
    return written


def _date_part(moment: dt.datetime, run: str, *, minutes: bool, half_day: bool) -> str:
    if run.upper() == "AM/PM":
        return "a.m." if moment.hour < 12 else "p.m."
    if not _DATE_RUNS.fullmatch(run):
        return run
    hour = (moment.hour % 12 or 12) if half_day else moment.hour
    number = {"h": hour, "s": moment.second, "d": moment.day, "y": moment.year}.get(run[0].lower())
    if run[0].lower() == "m":
        number = moment.minute if minutes else moment.month
        if not minutes and len(run) > 2:
            return _MONTHS[moment.month - 1][: 3 if len(run) == 3 else None]
    if run[0].lower() == "y":
        return str(number) if len(run) > 2 else f"{moment.year % 100:02d}"
    if run[0].lower() == "d" and len(run) > 2:
        return _DAYS[moment.weekday()][: 3 if len(run) == 3 else None]
    return f"{number:0{min(len(run), 2)}d}"
