"""The program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "openpyxl",
    "lxml",
    "docx",
    "docxtpl",
    "jinja2",
    "reportlab",
    "rich",
    "babel",
    "PIL",
    "fontTools",
    "icalendar",
)
OURS_FOR_HELP = ("cotaprep_docs.app.documentos", "cotaprep_docs.trackers", "cotaprep_docs.documents")


def call(*args: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cotaprep_docs", *args]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False
    )


def test_as_a_module(tmp_path: Path) -> None:
    ended = call("sesiones", "--ejemplo", "--formato", "json", folder=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert {sesion["clave"] for sesion in json.loads(ended.stdout)["sesiones"]} >= {"1", "3", "8", "E1", "R7"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "utf-8"])
def test_in_the_console_of_an_old_windows(encoding: str, tmp_path: Path) -> None:
    for line in (["acta", "3"], ["acta", "--ayuda"], ["sesiones", "--ejemplo"], ["ñandú→"]):
        ended = call(*line, folder=tmp_path, PYTHONIOENCODING=encoding)
        assert ended.returncode in (0, 2, 3)
        assert b"Traceback" not in ended.stderr
        (ended.stdout + ended.stderr).decode(encoding)
    ended = call("sesiones", "--ejemplo", "--formato", "json", folder=tmp_path, PYTHONIOENCODING=encoding)
    names = {sesion["nombre"] for sesion in json.loads(ended.stdout.decode(encoding))["sesiones"]}
    assert "Séptima sesión ordinaria" in names


def test_spanish_whatever_the_system_speaks(tmp_path: Path) -> None:
    ended = call("acta", folder=tmp_path, LANGUAGE="en", LC_ALL="C.UTF-8", LANG="en_US.UTF-8")
    assert ended.returncode == 2
    assert "Falta el argumento «CLAVE»" in ended.stderr.decode()


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys; from cotaprep_docs.cli.program import program\ntry: program.main(sys.argv[1:])\n"
    code += "finally: print(*sys.modules, sep='\\n', file=sys.stderr)"
    for line in (["--ayuda"], ["acta", "--ayuda"], ["--version"], ["actas"]):
        ended = subprocess.run(
            [sys.executable, "-c", code, *line], cwd=tmp_path, capture_output=True, check=False
        )
        loaded = set(ended.stderr.decode().splitlines())
        assert "click" in loaded
        assert loaded.isdisjoint({*HEAVY, *OURS_FOR_HELP})


def test_a_reader_that_leaves_early_gets_no_noise(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cotaprep_docs", "sesiones", "--ejemplo"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_colours_only_on_a_terminal(tmp_path: Path) -> None:
    assert b"\x1b[" not in call("acta", "99", "--ejemplo", folder=tmp_path).stderr


pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
@pytest.mark.parametrize("line", [["acta", "99", "--ejemplo"], ["sesiones", "--ejemplo"]], ids=" ".join)
def test_colours_on_a_terminal(line: list[str], no_color: str, *, coloured: bool, tmp_path: Path) -> None:
    assert (b"\x1b[" in on_a_terminal(line, tmp_path, NO_COLOR=no_color)) == coloured


def on_a_terminal(line: list[str], folder: Path, **environment: str) -> bytes:
    """What a program prints where its output is a terminal."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "cotaprep_docs", *line]
    with subprocess.Popen(command, cwd=folder, env=env, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        printed = b""
        while chunk := read_terminal(ours):
            printed += chunk
        process.wait()
    os.close(ours)
    return printed


def read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other side has gone
        return b""
