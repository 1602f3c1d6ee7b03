"""Patterns of numbers: what they print, what they read back, and which are of no use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.serie import FallaPatron, Leido, Serie, series_of

ALL = frozenset({"numero", "anio", "sesion"})


@pytest.mark.parametrize(
    ("patron", "falla"),
    [
        ("ST/{numero}/{anio}", None),
        ("ST/{numero:03d}/{anio}", None),
        ("C-{sesion}-A{numero:02}", None),
        ("{anio}.{numero}", None),
        ("{{x}}{numero}-{anio}", None),
        (" ", FallaPatron.VACIO),
        ("ST/{anio}", FallaPatron.SIN_NUMERO),
        ("ST/{numero}", FallaPatron.SIN_ANIO),
        ("ST/{numero}/{año}", FallaPatron.ETIQUETA),
        ("ST/{}/{anio}", FallaPatron.ETIQUETA),
        ("ST/{numero.real}/{anio}", FallaPatron.ETIQUETA),
        ("ST/{numero/{anio}", FallaPatron.MAL_ESCRITO),
        ("ST/{numero}/{anio", FallaPatron.MAL_ESCRITO),
        ("ST/{numero:>9}/{anio}", FallaPatron.MAL_ESCRITO),
        ("ST/{numero!r}/{anio}", FallaPatron.MAL_ESCRITO),
        ("ST/{numero}/{anio:04d}", FallaPatron.MAL_ESCRITO),
        ("ST/{numero}{anio}", FallaPatron.PEGADAS),
        ("ST/{numero}0{anio}", FallaPatron.PEGADAS),
    ],
)
def test_a_pattern_that_could_not_tell_two_numbers_apart_is_refused(
    patron: str, falla: FallaPatron | None
) -> None:
    assert Serie("s", patron, ALL).falla is falla


def test_letters_have_no_session_in_their_number_and_their_own_series() -> None:
    faults = {
        ("A/{numero}/{anio}", "O/{numero}/{anio}"): None,
        ("A/{numero}/{anio}", "O/{numero}/{sesion}"): FallaPatron.ETIQUETA,
        ("A/{numero}/{anio}", "a/{numero}/{anio}"): FallaPatron.IGUAL,
    }
    for (acuerdos, oficios), fault in faults.items():
        found = series_of(Organismo(serie_acuerdos=acuerdos, serie_oficios=oficios))
        assert found["oficios"].falla is fault
        assert found["acuerdos"].falla is None


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("ST/7/2027", Leido(7, 2027)),
        (" st/007/2027 ", Leido(7, 2027)),
        ("ST/7/2027\u200b", Leido(7, 2027)),
        ("ＳＴ/７/2027", Leido(7, 2027)),
        ("ST/0/2027", None),
        ("ST/7/27", None),
        ("ST/7-bis/2027", None),
        ("ST 7 2027", None),
        ("ST/1234567890/2027", None),
        ("", None),
    ],
)
def test_a_typed_number_is_read_whatever_its_zeros_and_capitals(texto: str, leido: Leido | None) -> None:
    assert Serie("s", "ST/{numero:03d}/{anio}").read(texto) == leido


LITERAL = st.text("AB/-. x(+", min_size=1, max_size=4).filter(lambda text: not text.isspace())
TAGS = st.permutations(["{numero}", "{anio}", "{sesion}"]) | st.permutations(["{numero:03d}", "{anio}"])
CLAVES = st.sampled_from(["1", "11", "E1", "R12", "cierre"])


@given(LITERAL, LITERAL, TAGS, st.integers(1, 99999), st.integers(2000, 2099), CLAVES)
def test_what_is_printed_is_read_back(
    before: str, between: str, tags: list[str], numero: int, anio: int, sesion: str
) -> None:
    serie = Serie("s", before + between.join(tags), ALL)
    assert serie.falla is None
    read = serie.read(serie.write(numero, anio, sesion))
    assert read is not None
    assert (read.numero, read.anio) == (numero, anio)
    if "{sesion}" in tags:
        assert read.sesion == sesion.casefold() or read.sesion == sesion
