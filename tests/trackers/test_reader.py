"""Whole workbooks read: facts, and problems at their cells."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.asistencia import EstadoAsistencia, TipoMovimiento
from cotaprep_docs.domain.persona import Calidad
from cotaprep_docs.domain.votacion import FormaVotacion, Voto
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.spanish.numbers import Gender
from cotaprep_docs.trackers.cell_reader import clean_text
from cotaprep_docs.trackers.reader import read_avances, read_rows, read_sesiones
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES
from cotaprep_docs.trackers.writer import write_workbook
from tests.support.sheets import (
    avances_rows,
    change,
    column_of,
    found,
    save_avances,
    save_sesiones,
    sesiones_rows,
)


def test_the_small_process_is_read_whole(tmp_path: Path) -> None:
    checked = read_sesiones(save_sesiones(tmp_path))
    assert checked.problems == ()
    proceso = checked.value
    assert proceso.organismo.fecha_jornada == dt.date(2030, 6, 2)
    assert [(p.clave, p.calidad, p.genero) for p in proceso.integrantes][-1] == (
        "SEC",
        Calidad.SECRETARIA_TECNICA,
        Gender.FEMININE,
    )
    assert [sesion.clave for sesion in proceso.sesiones] == ["1", "R1", "2"]
    assert proceso.sesiones[0].hora == dt.time(17, 30)
    assert proceso.asistencias[4].estado is None
    assert proceso.asistencias[2].estado is EstadoAsistencia.AUSENTE
    assert (proceso.movimientos[0].tipo, proceso.movimientos[0].antes_del_punto) == (TipoMovimiento.SALE, "3")
    assert proceso.votaciones[1].forma is FormaVotacion.NOMINAL
    assert proceso.votaciones[1].votos == {"ANA": Voto.A_FAVOR, "BEN": Voto.EN_CONTRA}
    assert proceso.votaciones[1].votos_particulares == ("BEN",)
    assert len(proceso.dictamenes) == 2


def test_progress_is_read_whole(tmp_path: Path) -> None:
    checked = read_avances(save_avances(tmp_path))
    assert checked.problems == ()
    assert [(a.mes, a.planeado, a.real) for a in checked.value.mensuales] == [
        (dt.date(2030, 1, 1), Decimal(10), Decimal("9.5")),
        (dt.date(2030, 2, 1), Decimal(20), None),
    ]
    assert checked.value.procesamiento[0].simulacro == "S1"


def test_objects_know_their_cells(tmp_path: Path) -> None:
    proceso = read_sesiones(save_sesiones(tmp_path)).value
    assert proceso.puntos[2].origin.cell("numero") == CellLocation("sesiones.xlsx", "Orden del día", 4, "B")
    assert proceso.votaciones[1].origin.cell("votos.BEN").column == "G"
    assert proceso.organismo.cell("organo") == CellLocation("sesiones.xlsx", "Organismo", 4, "B")


@pytest.mark.parametrize("folder", ["", "opl_ficticio"])
def test_the_data_sets_that_come_along_have_nothing_wrong(folder: str) -> None:
    path = data_folder() / folder
    assert found(read_sesiones(path / "sesiones.xlsx").problems) == []
    assert found(read_avances(path / "avances_prep.xlsx").problems) == []


def test_a_blank_workbook_lacks_only_the_institution(tmp_path: Path) -> None:
    checked = read_sesiones(save_sesiones(tmp_path, {}))
    assert {code for code, _ in found(checked.problems)} == {"TRK-031"}
    assert checked.value.sesiones == ()
    assert read_avances(save_avances(tmp_path, {})).problems == ()


def test_ten_wrong_cells_in_both_workbooks_are_ten_problems(tmp_path: Path) -> None:
    sesiones = change(
        save_sesiones(tmp_path),
        {
            "Integrantes!E3": "Jefe",
            "Calendario!E2": "31/02/2030",
            "Calendario!I4": "tarde",
            "Orden del día!H3": "quizá",
            "Asistencia!B3": "BENN",
            "Movimientos!F2": "9",
            "Votaciones!F3": "A fabor",
        },
    )
    avances = change(
        save_avances(tmp_path),
        {"Avance mensual!D2": 250, "Procesamiento por hora!A2": "S9", "CATD y CCV!B2": "CAT"},
    )
    problems = (*read_sesiones(sesiones).problems, *read_avances(avances).problems)
    assert found(problems) == [
        ("TRK-052", "Asistencia!B3"),
        ("TRK-032", "Calendario!E2"),
        ("TRK-033", "Calendario!I4"),
        ("TRK-037", "Integrantes!E3"),
        ("TRK-053", "Movimientos!F2"),
        ("TRK-036", "Orden del día!H3"),
        ("TRK-037", "Votaciones!F3"),
        ("TRK-035", "Avance mensual!D2"),
        ("TRK-037", "CATD y CCV!B2"),
        ("TRK-054", "Procesamiento por hora!A2"),
    ]


def test_a_wrong_cell_concerns_its_session_alone(tmp_path: Path) -> None:
    path = change(
        save_sesiones(tmp_path), {"Calendario!E4": "mañana", "Asistencia!C2": "Vino", "Plan!A2": "x"}
    )
    problems = read_sesiones(path).problems
    assert {(p.code, p.scope) for p in problems} == {("TRK-032", "2"), ("TRK-037", "1"), ("TRK-034", "")}


def test_a_row_survives_a_wrong_cell_that_it_can_do_without(tmp_path: Path) -> None:
    proceso = read_sesiones(change(save_sesiones(tmp_path), {"Calendario!E4": "mañana"})).value
    assert proceso.sesiones[2].fecha is None
    assert proceso.sesiones[2].hora == dt.time(17, 30)


def test_a_broken_row_is_one_problem(tmp_path: Path) -> None:
    """Everything of session 1 points at a row that cannot be used."""
    checked = read_sesiones(change(save_sesiones(tmp_path), {"Calendario!C2": "Rara"}))
    assert found(checked.problems) == [("TRK-037", "Calendario!C2")]
    assert [sesion.clave for sesion in checked.value.sesiones] == ["R1", "2"]


def test_a_key_nobody_can_read_is_one_problem(tmp_path: Path) -> None:
    checked = read_sesiones(change(save_sesiones(tmp_path), {"Calendario!B2": None}))
    assert found(checked.problems) == [("TRK-030", "Calendario!B2")]


def test_a_broken_person_is_one_problem(tmp_path: Path) -> None:
    checked = read_sesiones(change(save_sesiones(tmp_path), {"Integrantes!E3": "#REF!"}))
    assert found(checked.problems) == [("TRK-042", "Integrantes!E3")]
    assert checked.value.votaciones[1].votos["BEN"] is Voto.EN_CONTRA


def test_a_broken_point_is_one_problem(tmp_path: Path) -> None:
    checked = read_sesiones(change(save_sesiones(tmp_path), {"Orden del día!B4": "tres"}))
    assert found(checked.problems) == [("TRK-046", "Orden del día!B4")]


@pytest.mark.parametrize(
    ("cells", "place", "other"),
    [
        ({"Calendario!B3": 1}, "Calendario!B3", "Calendario!B2"),
        ({"Calendario!H4": "R-1"}, "Calendario!H4", "Calendario!B3"),
        ({"Integrantes!A3": "ana"}, "Integrantes!A3", "Integrantes!A2"),
        ({"Invitados!A2": "ANA"}, "Invitados!A2", "Integrantes!A2"),
        ({"Asistencia!B3": "ANA"}, "Asistencia!B3", "Asistencia!B2"),
        ({"Votaciones!B3": 2}, "Votaciones!B3", "Votaciones!B2"),
        ({"Orden del día!B3": "1.0"}, "Orden del día!B3", "Orden del día!B2"),
        ({"Orden del día!C3": "1"}, "Orden del día!C3", "Orden del día!B2"),
    ],
)
def test_repeated_keys_name_both_cells(
    tmp_path: Path, cells: dict[str, object], place: str, other: str
) -> None:
    problems = read_sesiones(change(save_sesiones(tmp_path), cells)).problems
    repeated = [problem for problem in problems if problem.code == "TRK-050"]
    assert found(repeated) == [("TRK-050", place)]
    assert [str(location).partition("!")[2] for location in repeated[0].related] == [other]


@pytest.mark.parametrize(
    ("cell", "value", "code", "suggestion"),
    [
        ("Asistencia!B2", "ANNA", "TRK-052", "ANA"),
        ("Asistencia!B3", "Benito Paz", "TRK-052", "BEN"),
        ("Asistencia!A6", "R11", "TRK-051", "R1"),
        ("Orden del día!L4", "AN", "TRK-052", "ANA"),
        ("Votaciones!J3", "BEM", "TRK-052", "BEN"),
        ("Intervenciones!B2", "33", "TRK-053", "3"),
    ],
)
def test_unknown_keys_come_with_the_nearest(
    tmp_path: Path, cell: str, value: str, code: str, suggestion: str
) -> None:
    path = save_sesiones(tmp_path)
    if cell.startswith("Orden"):
        cell = f"Orden del día!{column_of(path, 'Orden del día', 'Presenta')}4"
    if cell.startswith("Votaciones"):
        cell = f"Votaciones!{column_of(path, 'Votaciones', 'Votos particulares')}3"
    problems = read_sesiones(change(path, {cell: value})).problems
    assert found(problems) == [(code, cell)]
    assert f"«{suggestion}»" in problems[0].hint


def test_keys_are_read_as_their_sheet_writes_them(tmp_path: Path) -> None:
    path = change(
        save_sesiones(tmp_path),
        {
            "Asistencia!A2": 1,
            "Asistencia!B2": " ana\u00a0",
            "Asistencia!A6": "r-1",
            "Asistencia!B6": "pun",
            "Documentos!A2": "Cierre",
            "Documentos!B2": "Punto 1.",
            "Acuerdos!C2": 3,
        },
    )
    checked = read_sesiones(path)
    assert checked.problems == ()
    proceso = checked.value
    assert (proceso.asistencias[0].sesion, proceso.asistencias[0].persona) == ("1", "ANA")
    assert (proceso.asistencias[4].sesion, proceso.asistencias[4].persona) == ("R1", "PUN")
    assert (proceso.documentos[0].sesion, proceso.documentos[0].punto) == ("2", "1")
    assert proceso.acuerdos[0].punto == "3"


def test_blanks_in_required_cells(tmp_path: Path) -> None:
    path = change(
        save_sesiones(tmp_path),
        {
            "Movimientos!D2": None,
            "Movimientos!C2": None,
            "Acuerdos!F2": " ",
            "Acuerdos!B2": "",
            "Plan!D2": "\u00a0",
        },
    )
    assert found(read_sesiones(path).problems) == [
        ("TRK-030", "Acuerdos!B2"),
        ("TRK-030", "Movimientos!C2"),
        ("TRK-031", "Movimientos!D2"),
        ("TRK-031", "Plan!D2"),
    ]


def test_a_recipient_needs_a_name_or_a_person(tmp_path: Path) -> None:
    path = change(save_sesiones(tmp_path), {"Destinatarios!D2": None})
    assert found(read_sesiones(path).problems) == [("TRK-031", "Destinatarios!B2")]


def test_only_the_sheets_asked_for_are_read(tmp_path: Path) -> None:
    path = change(save_sesiones(tmp_path), {"Asistencia!C2": "Vino", "Orden del día!B2": "x"})
    checked = read_sesiones(path, sheets=("calendario", "asistencia"))
    assert found(checked.problems) == [("TRK-037", "Asistencia!C2")]
    assert (len(checked.value.sesiones), len(checked.value.asistencias)) == (3, 5)
    assert not checked.value.integrantes
    assert not checked.value.puntos


def test_votes_can_be_read_without_the_roster(tmp_path: Path) -> None:
    path = change(save_sesiones(tmp_path), {"Votaciones!L1": "Nota", "Votaciones!L2": "ver acta"})
    checked = read_sesiones(path, sheets=("votaciones",))
    assert found(checked.problems) == [("TRK-020", "Votaciones!L1")]
    assert checked.value.votaciones[1].votos == {"ANA": Voto.A_FAVOR, "BEN": Voto.EN_CONTRA}


def test_text_is_never_a_template_nor_markup(tmp_path: Path) -> None:
    text = "Pérez & Cía <abc> {{ 7*7 }} «x»\n\n_x0041_ segundo párrafo"
    rows = sesiones_rows()
    rows["intervenciones"][0]["texto"] = text
    assert read_sesiones(save_sesiones(tmp_path, rows)).value.intervenciones[0].texto == text


def test_rows_come_back_as_the_writer_takes_them(tmp_path: Path) -> None:
    for save, rows, spec in (
        (save_sesiones, sesiones_rows(), SESIONES),
        (save_avances, avances_rows(), AVANCES),
    ):
        path = save(tmp_path, rows)
        again = read_rows(path, spec)
        assert again.problems == ()
        assert write_workbook(spec, again.value) == path.read_bytes()


texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters="\n"), max_size=60
)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
hours = st.times().map(lambda time: time.replace(microsecond=0))


@settings(deadline=None, max_examples=15)
@given(text=texts, day=days, hour=hours, number=st.integers(0, 10**6), yes=st.none() | st.booleans())
def test_written_and_read_values_are_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    day: dt.date,
    hour: dt.time,
    number: int,
    yes: object,
) -> None:
    rows = sesiones_rows()
    rows["calendario"][0] |= {"fecha": day, "hora": hour, "observaciones": text, "num": number}
    rows["orden_dia"][0] |= {"se_vota": yes}
    folder = tmp_path_factory.mktemp("libro")
    path = save_sesiones(folder, rows)
    checked = read_sesiones(path)
    assert checked.problems == ()
    sesion = checked.value.sesiones[0]
    assert (sesion.fecha, sesion.hora, sesion.num) == (day, hour, number)
    assert checked.value.puntos[0].se_vota == yes
    assert sesion.observaciones == clean_text(text)


def test_reading_needs_no_openpyxl() -> None:
    """It costs 0.15 s of every command."""
    code = "import sys, cotaprep_docs.trackers.reader; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
