"""Days and names as the screen says them."""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import Acuerdo, Compromiso
from cotaprep_docs.domain.entrega_estado import EntregaPendiente
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.spanish.dates import month_text, short_date, weekday_name
from cotaprep_docs.spanish.names import lower_first

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


def hour_text(sesion: Sesion) -> str:
    """Return «, 12:00 horas»; nothing while its hour is not known."""
    return f", {sesion.hora:%H:%M} horas" if sesion.hora is not None else ""


def sesion_text(sesion: Sesion, organismo: Organismo) -> str:
    """Return «Tercera sesión ordinaria, clave 3»."""
    return f"{sesion_title(sesion, organismo)}, clave {sesion.clave}"


def asunto_text(asunto: Acuerdo | Compromiso) -> str:
    """Return «Acuerdo COTAPREP/ACUERDO/05/2024» or «Compromiso C05»."""
    if isinstance(asunto, Acuerdo):
        return f"{asunto.tipo} {asunto.numero or asunto.clave}"
    return f"Compromiso {asunto.clave}"


def mes_text(one: EntregaPendiente) -> str:
    """Return the month a deliverable tells of: «enero de 2024»; empty where it is not monthly."""
    mes = one.vencimiento.mes
    return month_text(mes) if mes is not None else ""


def version_text(one: EntregaPendiente) -> str:
    """Return the version of a deliverable in brackets, after a blank; empty where it has one."""
    fase = one.vencimiento.plazo.fase
    return f" ({lower_first(fase)})" if fase else ""


def entrega_text(one: EntregaPendiente) -> str:
    """Return «8. Proceso técnico operativo (proyecto)», «3. Informe mensual de avance de enero de 2024»."""
    month = mes_text(one)
    of_month = f" de {month}" if month else ""
    return f"{one.entregable.numero}. {one.entregable.titulo}{of_month}{version_text(one)}"
