"""What ``estado`` prints: one screen, what is late first and in colour."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator

import click

from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.secciones import build_secciones, write_encabezado, write_revision
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.cli.output import say
from cotaprep_docs.cli.report import SAMPLE_MARK

_SHOWN = 6
"""Lines of one section, unless all are asked for."""
_WIDE = 160
"""Columns where nobody looks at a screen."""
_NARROW = 40
_MARKS = {Tono.URGENTE: "!", Tono.PRONTO: "*", Tono.NORMAL: "-"}
_COLOURS = {Tono.URGENTE: "red", Tono.PRONTO: "yellow", Tono.NORMAL: None}


def show_estado(tablero: Tablero, *, completo: bool) -> None:
    """Print where a process stands: on one screen, or all of it."""
    say("\n".join(estado_lines(tablero, _width(), shown=sys.maxsize if completo else _SHOWN)))


def _width() -> int:
    return max(shutil.get_terminal_size().columns, _NARROW) if sys.stdout.isatty() else _WIDE


def estado_lines(tablero: Tablero, width: int, *, shown: int) -> Iterator[str]:
    """Yield the lines of the screen, no wider than some columns.

    Args:
        tablero: what is told.
        width: of the screen, in characters.
        shown: of each section, how many lines.
    """
    head, *rest = write_encabezado(tablero)
    sample = f" · {SAMPLE_MARK}" if tablero.is_muestra else ""
    for line in textwrap.wrap(head + sample, width):
        yield click.style(line, bold=True)
    for text in (*rest, write_revision(tablero)):
        yield from textwrap.wrap(text, width)
    for seccion in build_secciones(tablero):
        yield ""
        yield from _section_lines(seccion, width, shown)


def _section_lines(seccion: Seccion, width: int, most: int) -> Iterator[str]:
    yield click.style(seccion.titulo.upper(), bold=True)
    if not seccion.renglones:
        yield f"  {seccion.vacio}"
    rest = len(seccion.renglones) - most
    shown = seccion.renglones if rest <= 1 else seccion.renglones[:most]
    for renglon in shown:
        yield from _lines(renglon, width)
    if rest > 1:
        yield f"  … y {rest} más: «cotaprep-docs estado --completo»"


def _lines(renglon: Renglon, width: int) -> Iterator[str]:
    for line in textwrap.wrap(
        renglon.texto,
        width,
        initial_indent=f"  {_MARKS[renglon.tono]} ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    ):
        yield click.style(line, fg=_COLOURS[renglon.tono])
    for detalle in filter(None, renglon.detalles):
        indent = "      "
        yield from textwrap.wrap(
            detalle, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
