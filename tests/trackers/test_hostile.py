"""Whatever a workbook holds, reading it ends soon, in located problems or in one that stops it."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cotaprep_docs.ooxml.package import write_package
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.trackers.cell_reader import read_cell
from cotaprep_docs.trackers.grid import LOST_TEXT, UNCALCULATED, Cell
from cotaprep_docs.trackers.moments import EPOCH_1900, EPOCH_1904
from cotaprep_docs.trackers.number_styles import NumberStyles
from cotaprep_docs.trackers.reader import read_sesiones
from cotaprep_docs.trackers.workbook_file import open_workbook
from cotaprep_docs.trackers.workbooks import WORKBOOKS
from tests.support.hostile import SWOLLEN, mutants, parts_of, swollen, with_shared_strings
from tests.support.sheets import change, edit_part, found, save_sesiones

COLUMNS = [column for book in WORKBOOKS for sheet in book.sheets for column in sheet.columns]
LIMIT_SECONDS, LIMIT_MEGABYTES = 10, 500
VALUES = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.floats(-1e9, 1e9),
    st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2200, 1, 1)),  # noqa: DTZ001 - Excel knows no zones
)
MEASURE = """
import json, pathlib, sys, time
from cotaprep_docs.app.validar import validate
from cotaprep_docs.app.workspace import open_workspace
start = time.process_time()
result = validate(open_workspace(pathlib.Path(sys.argv[1])))
seconds = time.process_time() - start
# Of this process alone: what getrusage says counts the one that started it too.
status = pathlib.Path("/proc/self/status").read_text().splitlines()
peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
codes = sorted({problem.code for problem in result.problemas})
print(json.dumps([seconds, peak, codes, result.exit_code, len(result.problemas)]))
"""


def check_problems(problems: tuple[Problem, ...], name: str) -> None:
    for problem in problems:
        assert isinstance(problem.location, CellLocation)
        assert problem.location.workbook == name
        assert problem.message
        assert problem.hint


@given(
    column=st.sampled_from(COLUMNS),
    value=st.one_of(
        st.text(max_size=60),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.dates().map(str),
        st.sampled_from((UNCALCULATED, LOST_TEXT)),
        st.from_regex(r"[0-9/:.,% -]{1,12}", fullmatch=True),
    ),
    style=st.integers(0, 3),
    epoch=st.sampled_from((EPOCH_1900, EPOCH_1904)),
)
def test_any_cell_is_read_or_found_wrong(
    column: object, value: object, style: int, epoch: dt.datetime
) -> None:
    styles = NumberStyles(frozenset({1}), frozenset({2}), epoch)
    reading = read_cell(column, Cell(value, style), styles)  # type: ignore[arg-type]  # drawn from them
    assert reading.value is None or not isinstance(reading.value, float)
    if reading.finding is not None:
        params = {name: str(text) for name, text in reading.finding.params.items()}
        assert reading.finding.kind.message.format_map(params)
        assert reading.finding.kind.hint.format_map(params)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.dictionaries(
        st.tuples(
            st.sampled_from(["Integrantes", "Calendario", "Orden del día", "Asistencia", "Votaciones"]),
            st.sampled_from("ABCDEFGHIJKL"),
            st.integers(1, 8),
        ),
        VALUES,
        max_size=12,
    )
)
def test_any_values_give_located_problems(tmp_path: Path, places: dict[tuple[str, str, int], object]) -> None:
    path = save_sesiones(tmp_path)
    change(path, {f"{sheet}!{letter}{row}": value for (sheet, letter, row), value in places.items()})
    check_problems(read_sesiones(path).problems, path.name)


@pytest.mark.parametrize("seed", range(6))
def test_damaged_workbooks_end_in_problems(tmp_path: Path, seed: int) -> None:
    path = save_sesiones(tmp_path)
    if seed % 2:
        with_shared_strings(path)
    outcomes = set[str]()
    for damage in itertools.islice(mutants(path, seed), 60):
        damage()
        try:
            check_problems(read_sesiones(path).problems, path.name)
            outcomes.add("read")
        except UnreadableInput as error:
            check_problems(error.problems, path.name)
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize("name", SWOLLEN)
def test_swollen_workbooks_end_soon(tmp_path: Path, name: str) -> None:
    path = swollen(tmp_path, name)
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path.parent)],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    seconds, megabytes, codes, code, count = json.loads(run.stdout)
    assert megabytes < LIMIT_MEGABYTES
    assert seconds < LIMIT_SECONDS
    assert count < 5000
    if name in ("a million empty rows", "a million formatted rows", "all columns formatted"):
        assert not {problem for problem in codes if problem.startswith("TRK-0")} - {"TRK-001"}
    elif name == "rubbish in every row":
        assert {"TRK-024", "TRK-029", "TRK-062"} <= set(codes)
    elif name == "all columns filled":
        assert "TRK-028" in codes
    elif name in ("spaces", "merges"):
        assert "TRK-007" not in codes
    else:
        assert "TRK-007" in codes
        assert code == ExitCode.UNREADABLE_INPUT


def test_shared_strings_are_read_and_missed(tmp_path: Path) -> None:
    path = with_shared_strings(save_sesiones(tmp_path))
    assert found(read_sesiones(path).problems) == []
    parts = parts_of(path)
    sheet = next(entry.part for entry in open_workbook(path).sheets if entry.name == "Plan")
    value = parts[sheet].index(b"<v>", parts[sheet].index(b'<c r="B2" ')) + 3
    parts[sheet] = parts[sheet][:value] + b"9" * 12 + parts[sheet][parts[sheet].index(b"</v>", value) :]
    path.write_bytes(write_package(parts))
    assert [code for code, _ in found(read_sesiones(path).problems)] == ["TRK-042"]


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet5.xml"])
def test_a_part_that_is_gone_is_never_an_empty_sheet(tmp_path: Path, part: str) -> None:
    path = with_shared_strings(save_sesiones(tmp_path))
    parts = parts_of(path)
    del parts[part]
    path.write_bytes(write_package(parts))
    with pytest.raises(UnreadableInput) as caught:
        read_sesiones(path)
    assert [problem.code for problem in caught.value.problems] == ["TRK-006"]


def test_a_stale_dimension_hides_nothing(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    whole = read_sesiones(path).value
    for name, data in parts_of(path).items():
        if b"<dimension " in data:
            start = data.index(b"<dimension ")
            edit_part(path, name, data[start : data.index(b">", start) + 1], b'<dimension ref="A1"/>')
    assert read_sesiones(path).value == whole


def test_cells_without_their_place_follow_the_one_before(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    whole = read_sesiones(path).value
    for name, data in parts_of(path).items():
        if b'<c r="B2"' in data and b'<c r="C2"' in data:
            edit_part(path, name, b'<c r="C2"', b"<c")
    assert read_sesiones(path).value == whole


def test_comments_between_cells_change_nothing(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    whole = read_sesiones(path).value
    for name, data in parts_of(path).items():
        if b"<sheetData>" in data:
            edit_part(path, name, b"<c ", b"<!-- de otro programa --><?x y?><c ")
    assert read_sesiones(path).value == whole


LIBREOFFICE = ("Ana Lara,ana,PC-ANA,23.11.2026 10:00,file:///C:/Users/ana;", "Ana Lara")
EXCEL = b"\x08Ana Lara" + b" " * 46 + b"\x08\x00" + "Ana Lara".encode("utf-16-le").ljust(108, b" ")


@pytest.mark.parametrize(
    ("mark", "content", "owner"),
    [
        ("~$sesiones.xlsx", EXCEL, "Ana Lara"),
        ("~$sesiones.xlsx", b"", ""),
        ("~$sesiones.xlsx", b"\xff" * 200, ""),
        (".~lock.sesiones.xlsx#", LIBREOFFICE[0].encode(), "Ana Lara"),
        (".~lock.sesiones.xlsx#", b",ana,PC,;", "ana"),
    ],
)
def test_a_workbook_open_elsewhere_is_read_with_a_warning(
    tmp_path: Path, mark: str, content: bytes, owner: str
) -> None:
    path = save_sesiones(tmp_path)
    (tmp_path / mark).write_bytes(content)
    (problem,) = read_sesiones(path).problems
    assert problem.code == "TRK-060"
    assert problem.params["candado"] == mark
    assert problem.params["quien"] == (f" ({owner})" if owner else "")


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("sesiones-PC de Ana.xlsx", True),
        ("sesiones (1).xlsx", True),
        ("Sesiones(2).xlsx", True),
        ("sesiones (copia en conflicto de Ana 2024-01-30).xlsx", True),
        ("sesiones (Ana's conflicted copy 2024-01-30).xlsx", True),
        ("sesiones - copia.xlsx", True),
        ("Copia de sesiones.xlsx", True),
        ("sesiones.sync-conflict-20240130-101010-ABCDEF.xlsx", True),
        ("sesiones.revisado.xlsx", False),
        ("sesiones.xlsx.txt", False),
        ("sesiones anteriores.xlsx", False),
        ("avances_prep.xlsx", False),
    ],
)
def test_copies_of_a_workbook_are_pointed_out(tmp_path: Path, name: str, *, is_copy: bool) -> None:
    path = save_sesiones(tmp_path)
    (tmp_path / name).write_bytes(b"")
    assert [problem.code for problem in read_sesiones(path).problems] == (["TRK-061"] if is_copy else [])
