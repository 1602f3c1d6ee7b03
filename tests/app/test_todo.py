"""Everything of a process at once: the same as one by one, whatever goes wrong with one of them."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import openpyxl
import pytest

from cotaprep_docs.app.calendario_ics import add_evento
from cotaprep_docs.app.cuadrilla import Cuadrilla, Lost
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.taller import Encargo, Pedido, line_of, make
from cotaprep_docs.app.todo import Orden, Paso, list_pedidos, make_all
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.cli.program import program
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.calendario import CALENDARIO
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.problems.exit_code import ExitCode
from cotaprep_docs.problems.problem import Severity
from tests.support.data_sets import FOLDERS, copy_of, lectura

TODAY = dt.date(2026, 12, 15)


def into(source: Lectura, folder: Path) -> Lectura:
    return dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=folder))


def base(name: str) -> Lectura:
    """The trackers as the command line reads them: those of the technical staff when they are asked for."""
    return read_workspace(lectura(name).workspace)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@dataclasses.dataclass(frozen=True)
class Run:
    """What one run gave, where, and what it told on its way."""

    result: Resultado
    folder: Path
    steps: list[Paso]


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Both data sets, made by two processes."""
    root = tmp_path_factory.mktemp("todo")
    runs = {}
    for name in FOLDERS:
        steps: list[Paso] = []
        orden = Orden(procesos=2, avance=steps.append)
        runs[name] = Run(make_all(into(base(name), root / name), orden), root / name, steps)
    return runs


@pytest.mark.parametrize("name", FOLDERS)
def test_all_together_are_the_same_bytes_as_one_by_one(
    together: dict[str, Run], name: str, tmp_path: Path
) -> None:
    source = into(base(name), tmp_path)
    alone: list[Resultado] = []
    for sesion in source.proceso.sesiones:
        if sesion.estado is EstadoSesion.CANCELADA:
            add_evento(Resultado(), source, sesion.clave)
    encargo = Encargo(source, source.with_avances(), Modo())
    for pedido in list_pedidos(encargo):
        kind = next(kind for kind in DOCUMENT_KINDS if kind.tipo == pedido.tipo)
        result = generate(source, kind, pedido.clave)
        with_ics = kind in (CONVOCATORIA, CALENDARIO)
        alone.append(add_evento(result, source, pedido.clave) if with_ics else result)
    result = together[name].result
    assert files(together[name].folder) == files(tmp_path)
    made = [(d.tipo, d.clave) for each in alone for d in each.documentos]
    assert [(d.tipo, d.clave) for d in result.documentos] == made
    assert result.exit_code == max(each.exit_code for each in alone)


@pytest.mark.parametrize("name", FOLDERS)
def test_results_come_in_the_order_of_the_calendar(together: dict[str, Run], name: str) -> None:
    result = together[name].result
    keys = [sesion.clave for sesion in lectura(name).proceso.sesiones]
    of_session = [d.clave for d in result.documentos if d.tipo in ("convocatoria", "acta", "minuta")]
    assert [keys.index(clave) for clave in of_session] == sorted(keys.index(clave) for clave in of_session)
    assert len(result.documentos) >= 60
    proceso = lectura(name).proceso
    assert {d.tipo for d in result.documentos} == {k.tipo for k in DOCUMENT_KINDS if tuple(k.claves(proceso))}


def test_progress_is_told_after_each_document(together: dict[str, Run]) -> None:
    result, steps = together["plan"].result, together["plan"].steps
    total = len(result.documentos)
    assert [step.hechos for step in steps] == list(range(1, total + 1))
    assert {step.total for step in steps} == {total}
    assert {step.nombre for step in steps} == {d.docx.stem for d in result.documentos}


def broken_copy(folder: Path) -> Lectura:
    """The fictitious institute with one hour of its second session written as words."""
    copy_of("ficticio", folder / "data")
    path = folder / "data" / "sesiones.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Calendario"]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Clave" for cell in row))
    columns = {cell.value: index for index, cell in enumerate(header)}
    row = next(r for r in sheet.iter_rows() if str(r[columns["Clave"]].value) == "2")
    row[columns["Fecha"]].value = "el mes que entra"
    book.save(path)
    return read_workspace(open_workspace(folder))


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run with a wrong cell, a file of somebody else in the way, and a workbook missing."""
    folder = tmp_path_factory.mktemp("problemas")
    source = broken_copy(folder)
    (folder / "data" / "avances_prep.xlsx").unlink()
    (folder / "salida").mkdir()
    (folder / "salida" / "acta-3.docx").write_bytes(b"not ours")
    return Run(make_all(source, Orden(procesos=2)), folder / "salida", [])


def test_one_wrong_cell_is_said_once_and_stops_only_what_depends_on_it(troubled: Run) -> None:
    result = troubled.result
    errors = [problem for problem in result.problemas if problem.severity is Severity.ERROR]
    causes = [problem for problem in errors if problem.scope == "2" and problem.code != "APP-041"]
    assert len(causes) == 1
    (summary,) = (problem for problem in errors if problem.code == "APP-041")
    assert summary.location == causes[0].location
    assert {"acta-2", "convocatoria-2"} <= set(re.split(r", | y ", summary.params["documentos"]))
    assert "APP-007" not in {problem.code for problem in errors}
    made = {d.docx.stem for d in result.documentos}
    assert {"acta-1", "acta-4", "convocatoria-3"} <= made
    assert not {"acta-2", "convocatoria-2"} & made


def test_what_stops_one_document_stops_no_other_and_the_gravest_code_is_given(troubled: Run) -> None:
    assert (troubled.folder / "acta-3.docx").read_bytes() == b"not ours"
    codes = {problem.code for problem in troubled.result.problemas}
    assert any(code.startswith("PDF-") for code in codes)
    assert troubled.result.exit_code is ExitCode.UNREADABLE_INPUT
    assert {"acta", "convocatoria", "minuta"} <= {d.tipo for d in troubled.result.documentos}


def test_definitive_ones_are_made_where_they_can_and_the_rest_is_said_once(tmp_path: Path) -> None:
    copy_of("ficticio", tmp_path / "data")
    source = read_workspace(open_workspace(tmp_path))
    result = make_all(source, Orden(Modo(definitivo=True, hoy=TODAY), procesos=2))
    codes = [problem.code for problem in result.problemas]
    assert codes.count("APP-005") + codes.count("APP-042") <= 2
    assert result.documentos
    assert {d.estado for d in result.documentos} == {"definitivo"}
    assert result.exit_code is ExitCode.DATA_PROBLEMS
    ledger = (tmp_path / "data" / "numeracion.json").read_text(encoding="utf-8")
    assert '"asignado"' in ledger
    assert '"reservado"' not in ledger


def test_numbers_are_taken_before_anything_is_made_so_that_all_say_the_same(tmp_path: Path) -> None:
    results: list[dict[str, bytes]] = []
    for processes in (1, 2):
        folder = tmp_path / str(processes)
        copy_of("ficticio", folder / "data")
        source = read_workspace(open_workspace(folder))
        make_all(source, Orden(Modo(definitivo=True, hoy=TODAY), procesos=processes))
        results.append(files(folder / "salida") | files(folder / "data"))
    assert results[0] == results[1]


def test_a_fault_in_one_document_is_told_with_the_line_that_shows_it(tmp_path: Path) -> None:
    source = into(base("ficticio"), tmp_path)
    broken = dataclasses.replace(source.proceso, organismo=None)  # type: ignore[arg-type]
    faulty = dataclasses.replace(source, proceso=broken)
    made = make(Encargo(faulty, faulty, Modo()), Pedido("acta", "2", "acta-2"))
    assert not hasattr(made, "rendered")
    assert [(p.code, p.params["comando"]) for p in made.problems] == [("APP-040", "cotaprep-docs acta 2")]


def test_every_kind_names_a_line_that_can_be_typed() -> None:
    for kind in DOCUMENT_KINDS:
        command: click.Command | None = program
        for word in line_of(kind.tipo, "").split()[1:]:
            assert isinstance(command, click.Group)
            command = command.get_command(click.Context(command), word)
        assert command is not None, kind.tipo


def _die_at(victim: int) -> Callable[[int], int]:
    def work(task: int) -> int:
        if task == victim:
            os._exit(9)  # as when the system runs out of memory
        return task * task

    return work


def test_a_process_that_dies_costs_one_task() -> None:
    tasks = list(range(12))
    crew: Cuadrilla[int, int]
    with Cuadrilla(2, _die_at, 5) as crew:
        found = dict(crew.run(tasks))
    assert isinstance(found.pop(5), Lost)
    assert found == {task: task * task for task in tasks if task != 5}


def _same(_payload: None) -> Callable[[str], str]:
    return lambda task: task


def test_a_process_goes_on_with_the_kinds_it_knows() -> None:
    tasks = ["b1", "c1", "a1", "c2", "a2"]
    crew: Cuadrilla[str, str]
    with Cuadrilla(2, _same, None, lambda task: task[0]) as crew:
        one, other = crew._workers
        one.knows, other.knows = {"a"}, {"b"}
        assert crew._suitable(one, range(5), tasks) == 2, "of a kind that it knows"
        assert crew._suitable(one, (0, 1, 3), tasks) == 1, "of one that nobody knows"
        assert crew._suitable(other, (2, 4), tasks) == 2, "rather the first of another's than none"
        assert dict(crew.run(tasks)) == dict(enumerate(tasks))


def _heavy(size: int) -> Callable[[int], bytes]:
    return lambda _task: bytes(size)


def test_results_do_not_pile_up() -> None:
    """What nobody has taken yet is at most what each process was given, however many tasks there are."""
    crew: Cuadrilla[int, bytes]
    with Cuadrilla(2, _heavy, 300_000) as crew:
        taken = 0
        for _, _result in crew.run(range(40)):
            taken += 1
            assert sum(len(worker.tasks) for worker in crew._workers) <= 8
    assert taken == 40


def run_cli(folder: Path, *args: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cotaprep_docs", "todo", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, **options)


def test_the_command_line_shows_no_bar_where_nobody_sees_it(tmp_path: Path) -> None:
    copy_of("plan", tmp_path / "data")
    done = run_cli(tmp_path, "--procesos", "2", "--formato", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"{")


def test_what_is_definitive_already_is_left_and_said_once(tmp_path: Path) -> None:
    source = into(lectura("ficticio"), tmp_path)
    made = generate(source, ACTA, "3", Modo(definitivo=True)).documentos
    before = made[0].docx.read_bytes()
    result = make_all(source, Orden())
    assert result.exit_code is ExitCode.OK
    told = [problem for problem in result.problemas if problem.code in ("APP-013", "APP-065")]
    assert [(problem.code, problem.params["documentos"]) for problem in told] == [("APP-065", "acta-3")]
    assert "acta-3" not in {documento.docx.stem for documento in result.documentos}
    assert made[0].docx.read_bytes() == before


# A shell without job control has what it starts in the background, and its children, ignore Ctrl+C.
_HEEDING_CTRL_C = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from cotaprep_docs.__main__ import main; main()"
)


@pytest.mark.skipif(os.name == "nt", reason="signals of a console are another matter there")
def test_ctrl_c_leaves_what_is_whole_and_no_process_behind(tmp_path: Path) -> None:
    copy_of("ficticio", tmp_path / "data")
    command = [sys.executable, "-c", _HEEDING_CTRL_C, "todo", "--procesos", "2"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    out = tmp_path / "salida"
    for _ in range(600):
        if len(list(out.glob("*.pdf"))) >= 3:
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    for _ in range(100):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 0)
            time.sleep(0.05)
            continue
        break
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    whole = files(out)
    again = tmp_path / "otra"
    make_all(into(read_workspace(open_workspace(tmp_path)), again), Orden(procesos=2))
    made = files(again)
    documents = {name for name in whole if name.endswith((".docx", ".pdf"))}
    assert documents
    assert all(whole[name] == made[name] for name in documents)
