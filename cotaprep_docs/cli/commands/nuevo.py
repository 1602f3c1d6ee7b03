"""``nuevo``."""

from __future__ import annotations

from pathlib import Path

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output


@click.command(
    "nuevo",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Carpeta de un proceso nuevo, lista para trabajar.",
    help="""
    Crea la carpeta de un proceso: los dos libros de Excel en blanco, con sus listas, notas y colores, las
    plantillas de Word, el archivo de normas y una guía de una página (LÉEME.txt). Nunca escribe en una
    carpeta que ya tiene algo.

    Con --desde-plan, el calendario y las agendas se toman tal cual de un libro de Excel o de un CSV: uno con
    las hojas «Calendario» y «Orden del día», o una tabla con los encabezados Tipo, Ordinal, Fecha, Número y
    Asunto. Si algo no se entiende, dice la celda y no crea nada.
    """,
    examples=(
        Example("nuevo proceso-2027", "con los libros en blanco"),
        Example("nuevo proceso-2027 --desde-plan plan.xlsx", "con el calendario y las agendas del plan"),
        Example("nuevo proceso-2027 --desde-plan plan.csv", "lo mismo, de un CSV"),
    ),
)
@click.argument(
    "destino",
    metavar="CARPETA",
    type=click.Path(path_type=Path),
    help="La carpeta nueva; si su ruta es relativa, desde la de --carpeta o la actual.",
)
@click.option(
    "--desde-plan",
    "plan",
    metavar="ARCHIVO",
    type=click.Path(path_type=Path),
    help="Libro de Excel o CSV con el calendario y las agendas.",
)
@common_options(reads=False, writes=False)
def command(opciones: Opciones, destino: Path, plan: Path | None) -> Output:
    """Make a new workspace."""
    from cotaprep_docs.app.nuevo import create_workspace  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    source = opciones.carpeta / plan if plan is not None else None
    result = create_workspace(opciones.carpeta / destino, source)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
