"""What the commands that make one document of one session have in common."""

from __future__ import annotations

import click

from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options, motor_option
from cotaprep_docs.cli.output import Output


def document_command(tipo: str, *, summary: str, text: str, examples: tuple[Example, ...]) -> GuidedCommand:
    """Return the command of a kind of document.

    Args:
        tipo: the kind, which is the command's name too.
        summary: one line for the list of commands.
        text: what its help says.
        examples: lines a person may type.
    """

    @click.command(
        tipo, cls=GuidedCommand, help=text, short_help=summary, examples=examples, context_settings=CONTEXT
    )
    @click.argument("clave", metavar="CLAVE", help="Clave de la sesión; «cotaprep-docs sesiones» las lista.")
    @click.option(
        "--definitivo",
        is_flag=True,
        help="Genera el documento definitivo. Se niega si faltan datos, si hay errores o si se usan "
        "renglones de muestra.",
    )
    @motor_option
    @common_options()
    def command(opciones: Opciones, clave: str, definitivo: bool, motor: Motor) -> Output:  # noqa: FBT001
        return _make(tipo, opciones, clave, definitivo=definitivo, motor=motor)

    return command


def _make(tipo: str, opciones: Opciones, clave: str, *, definitivo: bool, motor: Motor) -> Output:
    # Here and not above: whoever asks for help does not wait for these.
    from cotaprep_docs.app.documentos import generate  # noqa: PLC0415
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415
    from cotaprep_docs.documents.kinds import kind_of  # noqa: PLC0415

    lectura = read_workspace(opciones.workspace())
    result = generate(lectura, kind_of(tipo), clave, definitivo=definitivo, motor=motor)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
