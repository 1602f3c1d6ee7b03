"""``sesiones``."""

from __future__ import annotations

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output


@click.command(
    "sesiones",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Lista de sesiones y reuniones, con su clave.",
    help="""
    Muestra las sesiones y reuniones del calendario con la clave que se escribe en los demás comandos.
    """,
    examples=(
        Example("sesiones", "las del proceso de esta carpeta"),
        Example("sesiones --ejemplo", "las de los datos de ejemplo"),
    ),
)
@common_options(writes=False)
def command(opciones: Opciones) -> Output:
    """List the sessions."""
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.sesiones import sesiones_json  # noqa: PLC0415
    from cotaprep_docs.cli.sesiones_table import show_sesiones  # noqa: PLC0415

    lectura = read_workspace(opciones.workspace())
    return Output(sesiones_json(lectura), lambda: show_sesiones(lectura))
