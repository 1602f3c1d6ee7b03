"""Days and names as the screen says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.spanish.dates import short_date, weekday_name

_SOON = {-1: "ayer", 0: "hoy", 1: "mañana"}


def day_text(day: dt.date) -> str:
    """Return «martes 30/01/2024»."""
    return f"{weekday_name(day)} {short_date(day)}"


def when_text(day: dt.date, hoy: dt.date) -> str:
    """Return «hoy», «mañana», «en 5 días», «hace 2 días»."""
    days = (day - hoy).days
    if days in _SOON:
        return _SOON[days]
    return f"en {days} días" if days > 0 else f"hace {-days} días"


def deadline_text(day: dt.date, hoy: dt.date) -> str:
    """Return «vence el viernes 15/03/2024 (en 11 días)», «venció el …»."""
    verb = "venció" if day < hoy else "vence"
    return f"{verb} el {day_text(day)} ({when_text(day, hoy)})"


def acto_text(sesion: Sesion, organismo: Organismo) -> str:
    """Return «Tercera sesión ordinaria (clave 3)»."""
    return f"{sesion_title(sesion, organismo)} (clave {sesion.clave})"


def counted(number: int, one: str, many: str) -> str:
    """Return «1 error», «3 errores»."""
    return f"{number} {one if number == 1 else many}"


def shortened(items: Sequence[str], limit: int) -> str:
    """Return the first items and how many more there are."""
    rest = len(items) - limit
    return ", ".join(items) if rest <= 1 else f"{', '.join(items[:limit])} y {rest} más"
