"""``actualizar``."""

from __future__ import annotations

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output


@click.command(
    "actualizar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Copias de los libros con lo nuevo de esta versión.",
    help="""
    Hace copias de los dos libros de Excel como los escribe esta versión del programa: con sus columnas y
    hojas nuevas, una columna de votos por cada integrante con voto y los renglones de asistencia que falten
    en las sesiones programadas. Cada valor se pasa idéntico; las columnas y hojas propias también. Dice qué
    no se pasó y por qué.

    Las copias y su informe quedan en la carpeta «actualizado». Los originales no se tocan.
    """,
    examples=(
        Example("actualizar", "copias de los libros de esta carpeta"),
        Example("actualizar --carpeta D:\\cotaprep", "de otra"),
    ),
)
@common_options()
def command(opciones: Opciones) -> Output:
    """Write copies of the trackers."""
    from cotaprep_docs.app.actualizar import update_workspace  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    result = update_workspace(opciones.workspace(), opciones.salida or opciones.carpeta)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
