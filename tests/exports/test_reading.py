from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.exports.ical import write_calendar
from cotaprep_docs.exports.reading import read_versions
from tests.exports.test_ical import EVENTO, MEXICO, an_evento, at


def test_the_version_of_each_event() -> None:
    data = write_calendar([an_evento(secuencia=3), an_evento(uid="otro")], MEXICO)
    found = read_versions(data)
    assert {uid: version.secuencia for uid, version in found.items()} == {EVENTO.uid: 3, "otro": 0}


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"secuencia": 9}, True),
        ({"emitido": dt.date(2023, 1, 1)}, True),
        ({"organizador": "Otra", "correo": "otra@x.mx"}, True),
        ({"inicio": at("2024-01-30 13:00")}, False),
        ({"inicio": dt.date(2024, 1, 30)}, False),
        ({"lugar": "Sala Sur"}, False),
        ({"titulo": "Otra"}, False),
        ({"descripcion": "1. Otro"}, False),
    ],
)
def test_what_makes_another_version(change: dict[str, object], *, same: bool) -> None:
    first, second = (
        read_versions(write_calendar([evento], MEXICO))[EVENTO.uid]
        for evento in (EVENTO, an_evento(**change))
    )
    assert (first.huella == second.huella) is same


@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from(write_calendar([EVENTO], MEXICO).split(b"\r\n"))).map(b"\n".join)
)
def test_somebodys_file_never_fails(data: bytes) -> None:
    for version in read_versions(data).values():
        assert dataclasses.astuple(version)
