"""The table of ``sesiones``."""

from __future__ import annotations

import os
import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.sesiones import list_sesiones
from cotaprep_docs.cli.output import say
from cotaprep_docs.cli.report import SAMPLE_MARK, counts

_WIDE = 160
"""Columns where nobody looks at a screen: a file or another program gets one line per session."""

_STATE_STYLES = {"celebrada": "green", "cancelada": "red", "reprogramada": "yellow"}


def show_sesiones(lectura: Lectura) -> None:
    """Print the sessions of the calendar and, where the trackers have problems, where to see them."""
    table = Table(
        "Clave", "Sesión o reunión", "Fecha", "Estado", "Datos", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for sesion in list_sesiones(lectura):
        state = Text(sesion.estado, style=_STATE_STYLES.get(sesion.estado.lower(), ""))
        sample = SAMPLE_MARK if sesion.muestra else ""
        table.add_row(Text(sesion.clave, style="bold"), Text(sesion.nombre), sesion.fecha, state, sample)
    console = _console()
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())  # without what fills a cell
    say("\n".join(lines).strip("\n"))
    if lectura.problems:
        say(f"Los libros de Excel tienen {counts(lectura.problems)}: «cotaprep-docs validar» dice cuáles.")


def _console() -> Console:
    # Rich takes these variables even when empty; the convention, and click, do not.
    plain = bool(os.environ.get("NO_COLOR"))
    width = None if sys.stdout.isatty() else _WIDE
    return Console(file=sys.stdout, width=width, no_color=plain, highlight=False, markup=False)
