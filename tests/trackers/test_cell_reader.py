"""Single cells, as each kind of column reads them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.domain.votacion import Voto
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.cell_reader import clean_text, read_cell
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind
from cotaprep_docs.trackers.grid import UNCALCULATED, Cell, CellState, CellValue
from cotaprep_docs.trackers.moments import EPOCH_1900
from cotaprep_docs.trackers.number_styles import NumberStyles

DATE_STYLE, PERCENT_STYLE = 1, 2
STYLES = NumberStyles(frozenset({DATE_STYLE}), frozenset({PERCENT_STYLE}), EPOCH_1900)


def column(kind: Kind) -> ColumnSpec:
    options = {Kind.YES_NO: choices.YES_NO, Kind.CHOICE: choices.VOTO}
    return ColumnSpec("campo", "Campo", kind, "", choices=options.get(kind))


def read(kind: Kind, value: CellValue, style: int = 0) -> tuple[object, str]:
    reading = read_cell(column(kind), Cell(value, style), STYLES)
    return reading.value, reading.finding.kind.code if reading.finding else ""


@pytest.mark.parametrize(
    "text", ["A favor", "A FAVOR", "a favor", "AFavor", " a  favor.", "á favor", "Favor"]
)
def test_votes(text: str) -> None:
    assert read(Kind.CHOICE, text) == (Voto.A_FAVOR, "")


@pytest.mark.parametrize("text", ["Abstención", "Abstencio\u0301n", "ABSTENCION", "se abstiene"])
def test_accents_composed_or_not(text: str) -> None:
    assert read(Kind.CHOICE, text) == (Voto.ABSTENCION, "")


@pytest.mark.parametrize("value", ["Sí", "si", "SÍ", "Si\u0301", "X", "x", "1", 1.0, True, "VERDADERO"])
def test_yes(value: CellValue) -> None:
    assert read(Kind.YES_NO, value) == (True, "")


@pytest.mark.parametrize("value", ["No", "n", "NO", "0", 0.0, False, "Falso"])
def test_no(value: CellValue) -> None:
    assert read(Kind.YES_NO, value) == (False, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.0, "1"), ("1", "1"), ("1.0", "1"), ("01", "1"), ("R-1", "R1"), ("r 1", "R1"), ("E-1\u00a0", "E1"),
     ("Cierre ", "cierre")],
)  # fmt: skip
def test_keys_of_sessions(value: str | float, expected: str) -> None:
    assert read(Kind.SESION, value) == (expected, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(4.0, "4"), (4.1, "4.1"), ("4", "4"), ("4.", "4"), ("4.0", "4"), ("04", "4"), ("4.10", "4.10"),
     ("Punto 4", "4"), ("punto 4.1.", "4.1"), ("4 bis", "4 bis")],
)  # fmt: skip
def test_numbers_of_points(value: str | float, expected: str) -> None:
    assert read(Kind.PUNTO, value) == (expected, "")


@pytest.mark.parametrize(
    ("kind", "value", "style", "code"),
    [
        (Kind.DATE, "31/02/2026", 0, "TRK-032"),
        (Kind.DATE, 2024.0, 0, "TRK-032"),
        (Kind.DATE, True, 0, "TRK-032"),
        (Kind.TIME, "24:00", 0, "TRK-033"),
        (Kind.TIME, 17.5, 0, "TRK-033"),
        (Kind.TIME, 17.3, DATE_STYLE, "TRK-033"),
        (Kind.TIME, 45321.0, DATE_STYLE, "TRK-033"),
        (Kind.TIME, True, 0, "TRK-033"),
        (Kind.INT, "tercera", 0, "TRK-034"),
        (Kind.INT, 2.5, 0, "TRK-034"),
        (Kind.INT, -1.0, 0, "TRK-034"),
        (Kind.INT, 45321.0, DATE_STYLE, "TRK-040"),
        (Kind.PERCENT, 135.0, 0, "TRK-035"),
        (Kind.PERCENT, "mucho", 0, "TRK-035"),
        (Kind.PERCENT, "nan", 0, "TRK-035"),
        (Kind.PERCENT, True, 0, "TRK-035"),
        (Kind.YES_NO, "quizá", 0, "TRK-036"),
        (Kind.CHOICE, "Sí", 0, "TRK-037"),
        (Kind.TEXT, "viñeta \uf0b7", 0, "TRK-038"),
        (Kind.LONG, "campana \x07", 0, "TRK-038"),
        (Kind.TEXT, 45352.0, DATE_STYLE, "TRK-040"),
        (Kind.PUNTO, 45295.0, DATE_STYLE, "TRK-040"),
        (Kind.PUNTO, "Asuntos generales", 0, "TRK-046"),
        (Kind.MONTH, "pronto", 0, "TRK-045"),
        (Kind.KEY, "-", 0, "TRK-047"),
        (Kind.TEXT, UNCALCULATED, 0, "TRK-041"),
        (Kind.INT, CellState("#N/D"), 0, "TRK-042"),
    ],
)
def test_what_cannot_be_used_has_its_code(kind: Kind, value: CellValue, style: int, code: str) -> None:
    assert read(kind, value, style) == (None, code)


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [(35.0, 0, "35"), (0.35, PERCENT_STYLE, "35"), ("35%", 0, "35"), ("35 %", 0, "35"), ("35,5", 0, "35.5"),
     (0.289999999999999, PERCENT_STYLE, "29"), (100.0, 0, "100"), (0.0, 0, "0"), (1.0, PERCENT_STYLE, "100")],
)  # fmt: skip
def test_percentages(value: str | float, style: int, expected: str) -> None:
    assert read(Kind.PERCENT, value, style) == (Decimal(expected), "")


def test_a_fraction_that_may_be_a_percentage_is_read_and_told() -> None:
    assert read(Kind.PERCENT, 0.35) == (Decimal("0.35"), "TRK-043")


def test_a_date_with_an_hour_keeps_the_date_and_tells() -> None:
    assert read(Kind.DATE, 45321.75, DATE_STYLE) == (dt.date(2024, 1, 30), "TRK-044")


@pytest.mark.parametrize(("value", "style"), [(0.5, 0), (0.5, DATE_STYLE), (45321.5, DATE_STYLE), ("0.5", 0)])
def test_noon(value: str | float, style: int) -> None:
    assert read(Kind.TIME, value, style) == (dt.time(12), "")


@pytest.mark.parametrize(("value", "hour"), [(17.0, 17), (1700.0, 17)])
def test_a_whole_number_typed_into_a_cell_of_hours(value: float, hour: int) -> None:
    assert read(Kind.TIME, value, DATE_STYLE) == (dt.time(hour), "")


@pytest.mark.parametrize(
    ("value", "expected"), [(3.0, 3), ("3", 3), ("4,117", 4117), ("4 117", 4117), (0.0, 0), ("12 ", 12)]
)
def test_integers(value: str | float, expected: int) -> None:
    assert read(Kind.INT, value) == (expected, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3.0, "3"), (3.5, "3.5"), (True, "VERDADERO"), ("{{ 7*7 }}", "{{ 7*7 }}"), ("Pérez & Cía <abc>",) * 2,
     ("dos\nlíneas", "dos líneas"), ("\u200bNombre\u00a0", "Nombre")],
)  # fmt: skip
def test_texts(value: CellValue, expected: str) -> None:
    assert read(Kind.TEXT, value) == (expected, "")


def test_long_texts_keep_their_paragraphs() -> None:
    assert read(Kind.LONG, " uno\r\ndos\n\ntres ") == ("uno\ndos\n\ntres", "")


def test_a_text_at_the_limit_may_be_cut() -> None:
    text = "a" * 32_767
    assert read(Kind.LONG, text) == (text, "TRK-039")


def test_people_are_separated_in_any_way() -> None:
    assert read(Kind.PEOPLE, "ANA, BEN; CAR y DEL") == (("ANA", "BEN", "CAR", "DEL"), "")


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("value", ["", "  ", "\u00a0", "\u200b\ufeff", "\n"])
def test_what_looks_empty_is_blank(kind: Kind, value: str) -> None:
    assert read(kind, value) == (None, "")


@given(st.sampled_from(list(Kind)), st.one_of(st.text(), st.floats(), st.booleans()), st.integers(0, 2))
def test_no_cell_breaks_the_reader(kind: Kind, value: CellValue, style: int) -> None:
    _, code = read(kind, value, style)
    assert code == "" or code.startswith("TRK-")


@given(st.text())
def test_cleaning_is_stable(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
