"""``expediente CLAVE``."""

from __future__ import annotations

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.document_command import SESION
from cotaprep_docs.cli.options import Opciones, cambios_option, common_options, motor_option
from cotaprep_docs.cli.output import Output


@click.command(
    "expediente",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Todo lo de una sesión, con índice, folios y SHA-256.",
    help="""
    Reúne los documentos de una sesión o reunión en una carpeta, «salida/expediente-3»: cada uno tal como está
    en el disco, también si alguien lo revisó o lo firmó; los que faltan se generan. Agrega un índice, la
    lista de sumas SHA-256 y un solo PDF con carátulas, marcadores y folio continuo.

    Todo o nada: si algo falla, el expediente anterior queda como estaba.
    """,
    examples=(
        Example("expediente 3", "expediente de la tercera sesión ordinaria"),
        Example("expediente R1", "de la primera reunión de trabajo"),
        Example("expediente 3 --definitivo", "sólo si todos sus documentos son definitivos"),
    ),
)
@click.argument("clave", metavar=SESION.metavar, help=SESION.help)
@click.option(
    "--definitivo",
    is_flag=True,
    help="Genera como definitivos los documentos que faltan, y se niega si alguno es borrador.",
)
@motor_option
@cambios_option
@common_options()
def command(
    opciones: Opciones,
    clave: str,
    definitivo: bool,  # noqa: FBT001 - click passes its options by name
    motor: Motor,
    cambios: Cambios | None,
) -> Output:
    """Make the file of a session."""
    from cotaprep_docs.app.expediente import make_expediente  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    lectura = read_workspace(opciones.workspace())
    hoy = None if opciones.ejemplo else today()  # the example belongs to nobody: it takes no numbers
    modo = Modo(definitivo=definitivo, motor=motor, hoy=hoy, cambios=cambios)
    result = make_expediente(lectura, clave, modo)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
