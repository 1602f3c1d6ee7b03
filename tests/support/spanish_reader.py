"""Reads numbers, dates and hours written in Spanish: an independent way back for the tests.

It adds up words by their value and knows nothing of how the package writes them.
"""

from __future__ import annotations

import datetime as dt
import re

_VALUES: dict[str, int] = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14,
    "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
    "veintiún": 21, "veintiuno": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23,
    "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
    "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
}  # fmt: skip
_HUNDREDS = {
    "doscient": 200, "trescient": 300, "cuatrocient": 400, "quinient": 500, "seiscient": 600,
    "setecient": 700, "ochocient": 800, "novecient": 900,
}  # fmt: skip
_VALUES |= {f"{stem}{ending}": value for stem, value in _HUNDREDS.items() for ending in ("os", "as")}

_MONTHS = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
]  # fmt: skip


def read_cardinal(text: str) -> int:
    """Return the number that the words say; KeyError on a word that is not a number."""
    total = 0
    for word in text.replace(" y ", " ").split(" "):
        total = max(total, 1) * 1000 if word == "mil" else total + _VALUES[word]
    return total


def read_date(text: str) -> dt.date:
    """Return the date of «treinta de enero de dos mil veinticuatro», with or without figures before each."""
    day, month, year = text.split(" de ", 2)
    return dt.date(_read_styled(year), _MONTHS.index(month) + 1, _read_styled(day))


def read_time(text: str) -> dt.time:
    """Return the time of «doce horas con cinco minutos», «12:05 doce horas con…» or «12:05 horas»."""
    figures = re.match(r"(\d\d):(\d\d) ", text)
    words = text[figures.end() :] if figures else text
    told = dt.time(int(figures[1]), int(figures[2])) if figures else None
    if words == "horas":
        assert told
        return told
    hours, _, minutes = words.partition(" con ")
    read = dt.time(_read_counted(hours, "hora"), _read_counted(minutes, "minuto") if minutes else 0)
    assert told in (None, read), text
    return read


def read_duration(text: str) -> int:
    """Return the minutes of «una hora con catorce minutos», «veinte minutos» or «dos horas»."""
    hours, _, minutes = text.rpartition(" con ") if " con " in text else _alone(text)
    total = _read_counted(hours, "hora") * 60 if hours else 0
    return total + (_read_counted(minutes, "minuto") if minutes else 0)


def _alone(text: str) -> tuple[str, str, str]:
    return ("", "", text) if "minuto" in text else (text, "", "")


def _read_counted(text: str, noun: str) -> int:
    words, _, found = text.rpartition(" ")
    n = read_cardinal(words)
    assert found == (noun if n == 1 else f"{noun}s"), text
    return n


def _read_styled(text: str) -> int:
    found = re.fullmatch(r"(\d+)?\s?(.*)", text)
    assert found
    figures, words = found.groups()
    if not words:
        return int(figures)
    n = 1 if words == "primero" else read_cardinal(words)
    assert figures is None or int(figures) == n, text
    return n
