"""What the commands that make one document of one session have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, cambios_option, common_options, motor_option
from cotaprep_docs.cli.output import Output


class Clave(NamedTuple):
    """The argument that says which one.

    Attributes:
        metavar: how the usage line shows it.
        help: what it is and where to find it.
        required: whether the command needs it.
    """

    metavar: str
    help: str
    required: bool = True


SESION = Clave("CLAVE", "Clave de la sesión; «cotaprep-docs sesiones» las lista.")


def document_command(
    tipo: str,
    *,
    summary: str,
    text: str,
    examples: tuple[Example, ...],
    clave: Clave | None = SESION,
    with_ics: bool = False,
) -> GuidedCommand:
    """Return the command of a kind of document.

    Args:
        tipo: the kind, which is the command's name too.
        summary: one line for the list of commands.
        text: what its help says.
        examples: lines a person may type.
        clave: the argument that says which document; None where a process has only one.
        with_ics: whether an entry for calendars goes with the document.
    """

    @click.command(
        tipo, cls=GuidedCommand, help=text, short_help=summary, examples=examples, context_settings=CONTEXT
    )
    @_argument(clave)
    @click.option(
        "--definitivo",
        is_flag=True,
        help="Genera el documento definitivo. Se niega si faltan datos, si hay errores o si se usan "
        "renglones de muestra.",
    )
    @motor_option
    @cambios_option
    @common_options()
    def command(
        opciones: Opciones,
        definitivo: bool,  # noqa: FBT001
        motor: Motor,
        cambios: Cambios | None = None,
        clave: str = "",
        sin_ics: bool = False,  # noqa: FBT001, FBT002 - not an option of every command
    ) -> Output:
        hoy = None if opciones.ejemplo else today()  # the example belongs to nobody: it takes no numbers
        modo = Modo(definitivo=definitivo, motor=motor, hoy=hoy, cambios=cambios)
        return _make(opciones, tipo, clave, modo, with_ics=with_ics and not sin_ics)

    if with_ics:
        flag = click.Option(["--sin-ics"], is_flag=True, help="No genera el archivo .ics para calendarios.")
        command.params.insert(2, flag)  # after what is asked for, before what all commands take
    return command


Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _argument(clave: Clave | None) -> Callable[[Decorated], Decorated]:
    """Return the decorator that adds the argument; one that changes nothing where there is none."""
    if clave is None:
        return lambda function: function
    if clave.required:
        return click.argument("clave", metavar=clave.metavar, help=clave.help)
    return click.argument("clave", metavar=f"[{clave.metavar}]", help=clave.help, required=False, default="")


def _make(opciones: Opciones, tipo: str, clave: str, modo: Modo, *, with_ics: bool) -> Output:
    # Here and not above: whoever asks for help does not wait for these.
    from cotaprep_docs.app.documentos import generate  # noqa: PLC0415
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415
    from cotaprep_docs.documents.kinds import kind_of  # noqa: PLC0415

    lectura = read_workspace(opciones.workspace())
    result = generate(lectura, kind_of(tipo), clave, modo)
    if with_ics:
        from cotaprep_docs.app.calendario_ics import add_evento  # noqa: PLC0415

        result = add_evento(result, lectura, clave)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
