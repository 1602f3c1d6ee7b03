from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cotaprep_docs.domain.evento import EstadoEvento, Evento
from cotaprep_docs.exports.ical import Metodo, write_calendar
from cotaprep_docs.exports.texts import clean, one_line
from cotaprep_docs.exports.zones import UnknownZone, load_zone
from tests.support.calendars import events, lines, value, values

MEXICO = "America/Mexico_City"


def at(local: str) -> dt.datetime:
    """A local moment, as trackers have them."""
    return dt.datetime.fromisoformat(local)


EVENTO = Evento(
    uid="e27fe8eb",
    inicio=at("2024-01-30 12:00"),
    titulo="Tercera sesión ordinaria",
    duracion=dt.timedelta(hours=2),
    emitido=dt.date(2024, 1, 26),
)


def an_evento(**changes: object) -> Evento:
    return dataclasses.replace(EVENTO, **changes)  # type: ignore[arg-type]


def times(data: bytes) -> list[tuple[dt.datetime, dt.datetime]]:
    """Start and end of each event in UTC, as the library reads them by the name of the zone."""
    found = []
    for event in Calendar.from_ical(data).events:
        start, end = event.start, event.end
        assert isinstance(start, dt.datetime)
        assert isinstance(end, dt.datetime)
        found.append((start.astimezone(dt.UTC), end.astimezone(dt.UTC)))
    return found


_TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from('\\;,:"^\n\r\tNnÁñ—«»😀'), max_size=200)


@given(_TEXT, _TEXT, _TEXT)
def test_any_text_comes_back_whole_from_lines_of_75_octets(title: str, place: str, text: str) -> None:
    evento = an_evento(titulo=title, lugar=place, descripcion=text, organizador=place, correo="a@b.mx")
    data = write_calendar([evento], MEXICO)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert value(data, "SUMMARY") == one_line(title)
    assert values(data, "LOCATION") == ([one_line(place)] if one_line(place) else [])
    written = clean(text).strip("\n")
    assert values(data, "DESCRIPTION") == ([written] if written else [])
    # Nothing typed becomes a line, or a component, of its own.
    assert len(events(data)) == 1
    assert len(Calendar.from_ical(data).events) == 1


@given(_TEXT)
def test_cleaning_only_takes_what_nobody_sees(text: str) -> None:
    unseen = {"Cc", "Zl", "Zp"}
    seen = [char for char in text if unicodedata.category(char) not in unseen and char != "\ufeff"]
    assert [char for char in clean(text) if char not in "\n\t"] == seen
    assert clean(text).count("\n") >= text.replace("\r\n", "\n").count("\n")
    assert clean(clean(text)) == clean(text)


def test_a_typed_backslash_and_capital_n_is_no_line_break() -> None:
    data = write_calendar([an_evento(descripcion=r"Carpeta \\servidor\Normas")], MEXICO)
    assert value(data, "DESCRIPTION") == r"Carpeta \\servidor\Normas"


def test_a_letter_with_accent_is_never_cut_in_two() -> None:
    data = write_calendar([an_evento(titulo="á" * 200)], MEXICO)
    for line in data.split(b"\r\n"):
        line.decode("utf-8")


@pytest.mark.parametrize(
    ("zone", "local", "utc"),
    [
        (MEXICO, "2024-06-01 12:00", "2024-06-01 18:00"),  # no summer time since 2022
        (MEXICO, "2022-06-01 12:00", "2022-06-01 17:00"),
        (MEXICO, "2022-10-29 12:00", "2022-10-29 17:00"),
        (MEXICO, "2022-10-31 12:00", "2022-10-31 18:00"),
        ("America/Tijuana", "2024-06-01 12:00", "2024-06-01 19:00"),  # the border goes with its neighbour
        ("America/Tijuana", "2024-01-15 12:00", "2024-01-15 20:00"),
        ("America/Tijuana", "2024-03-10 03:30", "2024-03-10 10:30"),
        ("America/Ciudad_Juarez", "2024-06-01 12:00", "2024-06-01 18:00"),
        ("America/Ciudad_Juarez", "2022-11-15 12:00", "2022-11-15 18:00"),
        ("America/Ciudad_Juarez", "2022-12-15 12:00", "2022-12-15 19:00"),
        ("America/Cancun", "2024-06-01 12:00", "2024-06-01 17:00"),
        ("America/Hermosillo", "2024-06-01 12:00", "2024-06-01 19:00"),
    ],
)
def test_hours_are_those_of_the_zone_on_that_day(zone: str, local: str, utc: str) -> None:
    data = write_calendar([an_evento(inicio=at(local))], zone)
    expected = at(utc).replace(tzinfo=dt.UTC)
    assert times(data) == [(expected, expected + dt.timedelta(hours=2))]
    assert observed(data, at(local)) == expected
    assert f"DTSTART;TZID={zone}:" in data.decode()


def observed(data: bytes, local: dt.datetime) -> dt.datetime:
    """The instant by the VTIMEZONE alone: a client that does not know the zone has nothing else."""
    zone = data.partition(b"BEGIN:VTIMEZONE\r\n")[2].partition(b"END:VTIMEZONE")[0]
    onsets = [at(onset) for onset in values(zone, "DTSTART")]
    offsets = [dt.timedelta(hours=int(offset[:3])) for offset in values(zone, "TZOFFSETTO")]
    in_force = max(pair for pair in zip(onsets, offsets, strict=True) if pair[0] <= local)
    return (local - in_force[1]).replace(tzinfo=dt.UTC)


@given(
    st.sampled_from([MEXICO, "America/Tijuana", "America/Ciudad_Juarez", "America/Santiago"]),
    st.datetimes(at("2015-01-01"), at("2030-12-31")),
    st.integers(0, 700),
)
def test_the_zone_as_described_is_the_zone(zone: str, instant: dt.datetime, days: int) -> None:
    other = instant + dt.timedelta(days=days)
    data = write_calendar([an_evento(inicio=instant), an_evento(uid="u", inicio=other)], zone)
    for moment in (instant, other):
        local = moment.replace(tzinfo=load_zone(zone))
        twice_or_never = local.utcoffset() != local.replace(fold=1).utcoffset()
        assert twice_or_never or observed(data, moment) == local.astimezone(dt.UTC)


def test_a_session_past_midnight_ends_on_the_next_day() -> None:
    data = write_calendar([an_evento(inicio=at("2024-01-30 23:30"))], MEXICO)
    assert f"DTEND;TZID={MEXICO}:20240131T013000" in lines(data)


def test_without_hour_it_is_a_day_that_leaves_people_free() -> None:
    data = write_calendar([an_evento(inicio=dt.date(2024, 2, 29))], MEXICO)
    assert {
        "DTSTART;VALUE=DATE:20240229",
        "DTEND;VALUE=DATE:20240301",
        "TRANSP:TRANSPARENT",
    } <= set(lines(data))
    assert "BEGIN:VTIMEZONE" not in lines(data)


def test_no_clock_and_a_later_version_is_later() -> None:
    first, second = (write_calendar([an_evento(secuencia=n)], MEXICO) for n in (0, 1))
    assert first == write_calendar([an_evento()], MEXICO)
    assert (value(first, "SEQUENCE"), value(second, "SEQUENCE")) == ("0", "1")
    assert value(first, "DTSTAMP") == "20240126T000000Z" < value(second, "DTSTAMP")
    assert value(second, "LAST-MODIFIED") == value(second, "DTSTAMP")


@pytest.mark.parametrize("metodo", Metodo)
def test_the_method_is_said_once_and_nobody_is_asked_to_answer(metodo: Metodo) -> None:
    data = write_calendar([an_evento(organizador="Gala Ríos", correo="gala@x.mx")], MEXICO, metodo)
    assert value(data, "METHOD") == metodo.value
    assert value(data, "ORGANIZER") == "mailto:gala@x.mx"
    assert values(data, "ATTENDEE") == []


def test_what_is_cancelled_takes_up_no_time() -> None:
    data = write_calendar([an_evento(estado=EstadoEvento.CANCELADO)], MEXICO, Metodo.CANCELAR)
    assert (value(data, "STATUS"), value(data, "TRANSP")) == ("CANCELLED", "TRANSPARENT")


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://reuniones.mx/sala?a=1,2;3", "https://reuniones.mx/sala?a=1,2;3"),
        (" https://reuniones.mx/x ", "https://reuniones.mx/x"),
        ("https://reuniones.mx/x clave 123", None),
        ("Zoom, clave 123", None),
        ("https://x.mx/\r\nATTENDEE:mailto:otro@x.mx", None),
        ("", None),
    ],
)
def test_only_a_link_is_a_link(typed: str, url: str | None) -> None:
    data = write_calendar([an_evento(enlace=typed)], MEXICO)
    assert [line.partition(":")[2] for line in lines(data) if line.startswith("URL")] == (
        [url] if url else []
    )


@pytest.mark.parametrize("typed", ["", "sin correo", "a@b.mx,c@d.mx", "a@b.mx\r\nX:1", "mailto:a@b.mx"])
def test_without_a_mail_address_there_is_no_organiser(typed: str) -> None:
    assert values(write_calendar([an_evento(organizador="Gala", correo=typed)], MEXICO), "ORGANIZER") == []


@pytest.mark.parametrize(
    "name", ["", "Mexico", "America/Guadalajara", "../../etc/passwd", "America", "zone.tab", "America/México"]
)
def test_a_zone_that_does_not_exist(name: str) -> None:
    with pytest.raises(UnknownZone):
        write_calendar([EVENTO], name)


def test_the_name_of_a_whole_calendar() -> None:
    data = write_calendar([EVENTO], MEXICO, nombre="Sesiones, reuniones")
    assert value(data, "X-WR-CALNAME") == value(data, "NAME") == "Sesiones, reuniones"
