"""``todo``."""

from __future__ import annotations

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import JSON, Opciones, cambios_option, common_options, motor_option
from cotaprep_docs.cli.output import Output
from cotaprep_docs.cli.values import Entero

_MOST_PROCESSES = 64


@click.command(
    "todo",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Todos los documentos del proceso, DOCX y PDF.",
    help="""
    Genera todos los documentos del proceso, en DOCX y PDF, y los archivos .ics, en el orden del calendario.

    Trabaja con varios núcleos a la vez. El error de un documento no detiene los demás, y cada causa se dice
    una sola vez. Si se interrumpe con Ctrl+C, lo que ya está en la carpeta queda completo.
    """,
    examples=(
        Example("todo", "todos los borradores"),
        Example("todo --definitivo", "los que ya pueden ser definitivos; asigna los números que falten"),
        Example("todo --procesos 1", "uno tras otro, sin usar más núcleos"),
    ),
)
@click.option(
    "--definitivo",
    is_flag=True,
    help="Genera los documentos definitivos. Deja fuera los que tienen huecos, errores o renglones de "
    "muestra, y dice cuáles.",
)
@click.option(
    "--procesos",
    type=Entero(1, _MOST_PROCESSES),
    metavar="NÚMERO",
    help="Cuántos documentos se hacen a la vez. Si no se indica, uno por núcleo.",
)
@motor_option
@cambios_option
@common_options()
def command(
    opciones: Opciones,
    definitivo: bool,  # noqa: FBT001 - click passes its options by name
    procesos: int | None,
    motor: Motor,
    cambios: Cambios | None,
) -> Output:
    """Make everything."""
    from cotaprep_docs.app.cuadrilla import cores, warm_up  # noqa: PLC0415 - not for --help

    workspace = opciones.workspace()
    processes = procesos or cores()
    if processes > 1:
        warm_up()  # while this process imports what it needs and reads the trackers
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.app.todo import Orden, make_all  # noqa: PLC0415
    from cotaprep_docs.cli.progress import progress_bar  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    lectura = read_workspace(workspace)
    hoy = None if opciones.ejemplo else today()  # the example belongs to nobody: it takes no numbers
    modo = Modo(definitivo=definitivo, motor=motor, hoy=hoy, cambios=cambios)
    with progress_bar("Documentos", wanted=opciones.formato != JSON) as show:
        result = make_all(lectura, Orden(modo, processes, show))
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
