"""Calendars as ``.ics`` files (RFC 5545 and 5546): plain values to bytes, without a clock."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vUri

from cotaprep_docs.domain.evento import EstadoEvento, Evento
from cotaprep_docs.exports.ical_text import Text
from cotaprep_docs.exports.texts import address, clean, link, one_line
from cotaprep_docs.exports.zones import describe_zone, load_zone

_PROGRAM = "-//cotaprep-docs//calendario//ES"  # without version: another version does not change the file


class Metodo(enum.Enum):
    """What whoever opens the file is to do with it.

    An event is published, not requested: the file goes with a letter, nobody answers it, and it has to
    work for whoever it is forwarded to. A request would offer «accept» and «decline», and answer to a mailbox
    nobody reads.
    """

    PUBLICAR = "PUBLISH"
    CANCELAR = "CANCEL"


def write_calendar(
    eventos: Sequence[Evento], zona: str, metodo: Metodo = Metodo.PUBLICAR, *, nombre: str = ""
) -> bytes:
    """Return a calendar as the bytes of a file: lines of at most 75 octets that end in CRLF.

    Args:
        eventos: what it holds, in the order of the file.
        zona: time zone of all hours, by its IANA name.
        metodo: whether the events are published or called off.
        nombre: of a whole calendar, as clients list it.

    Raises:
        UnknownZone: there is no such time zone.
    """
    zone = load_zone(zona)
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _PROGRAM)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", metodo.value)
    if nombre:
        # The property that Google, Apple and Outlook read; that of RFC 7986 says the same.
        calendar.add("NAME", _text(nombre))
        calendar.add("X-WR-CALNAME", _text(nombre))
        calendar.add("X-WR-TIMEZONE", Text(zona))
    timed = [evento.dia for evento in eventos if isinstance(evento.inicio, dt.datetime)]
    if timed:
        calendar.add_component(describe_zone(zone, min(timed), max(timed)))
    _add_all(calendar, (_event(evento, zone) for evento in eventos))
    data: bytes = calendar.to_ical(sorted=False)
    return data


def _add_all(calendar: Calendar, events: Iterable[Event]) -> None:
    for event in events:
        calendar.add_component(event)


def _event(evento: Evento, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("UID", Text(clean(evento.uid)))
    event.add("SEQUENCE", evento.secuencia)
    # A later version must not look older than the one before it, also to clients that look at nothing else.
    stamp = dt.datetime.combine(evento.emitido, dt.time(), dt.UTC) + dt.timedelta(minutes=evento.secuencia)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    _add_time(event, evento, zone)
    event.add("STATUS", evento.estado.value)
    event.add("SUMMARY", _text(evento.titulo))
    if lugar := one_line(evento.lugar):
        event.add("LOCATION", Text(lugar))
    if url := link(evento.enlace):
        event.add("URL", vUri(url))
    if descripcion := clean(evento.descripcion).strip("\n"):
        event.add("DESCRIPTION", Text(descripcion))
    if correo := address(evento.correo):
        _add_organizer(event, correo, one_line(evento.organizador))
    return event


def _add_time(event: Event, evento: Evento, zone: ZoneInfo) -> None:
    """Add when it is; whoever has no hour yet, or no session any more, is free."""
    busy = isinstance(evento.inicio, dt.datetime) and evento.estado is not EstadoEvento.CANCELADO
    if isinstance(evento.inicio, dt.datetime):
        start = evento.inicio.replace(tzinfo=zone)
        event.add("DTSTART", start)
        event.add("DTEND", (start.astimezone(dt.UTC) + evento.duracion).astimezone(zone))
    else:
        event.add("DTSTART", evento.inicio)
        event.add("DTEND", evento.inicio + dt.timedelta(days=1))
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")


def _add_organizer(event: Event, correo: str, nombre: str) -> None:
    organizer = vCalAddress(f"mailto:{correo}")
    if nombre:
        # Quotation marks would be escaped by RFC 6868, which few clients know.
        organizer.params["CN"] = nombre.replace('"', "”")
    event.add("ORGANIZER", organizer)


def _text(text: str) -> Text:
    return Text(one_line(text))
