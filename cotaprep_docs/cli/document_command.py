"""What the commands that make documents have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options, motor_option
from cotaprep_docs.cli.output import Output

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.results import Resultado


@dataclasses.dataclass(frozen=True, slots=True)
class Pedido:
    """What was asked for.

    Attributes:
        tipo: kind of document.
        clave: key of what it is about, as typed.
        definitivo: refuse what is not ready to be final.
        motor: who makes the PDF.
        options: the options of its own command, by name.
    """

    tipo: str
    clave: str
    definitivo: bool
    motor: Motor
    options: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def make_one(lectura: Lectura, ask: Pedido) -> Resultado:
    """Make the one document that was asked for."""
    # Here and not above: whoever asks for help does not wait for these.
    from cotaprep_docs.app.documentos import generate  # noqa: PLC0415
    from cotaprep_docs.documents.kinds import kind_of  # noqa: PLC0415

    return generate(lectura, kind_of(ask.tipo), ask.clave, definitivo=ask.definitivo, motor=ask.motor)


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """How a command differs from one that makes one document of one session.

    Attributes:
        metavar: how the help shows its argument.
        argument: what the help says of it.
        options: options of its own.
        make: makes what was asked for.
    """

    metavar: str = "CLAVE"
    argument: str = "Clave de la sesión; «cotaprep-docs sesiones» las lista."
    options: tuple[click.Option, ...] = ()
    make: Callable[[Lectura, Pedido], Resultado] = make_one


_OF_A_SESSION = Shape()


def document_command(
    tipo: str,
    *,
    summary: str,
    text: str,
    examples: tuple[Example, ...],
    shape: Shape = _OF_A_SESSION,
    name: str = "",
) -> GuidedCommand:
    """Return the command of a kind of document.

    Args:
        tipo: the kind.
        summary: one line for the list of commands.
        text: what its help says.
        examples: lines a person may type.
        shape: its argument, its options and what it makes.
        name: the command's name, where it is not the kind's: one of a group.
    """

    @click.command(
        name or tipo,
        cls=GuidedCommand,
        help=text,
        short_help=summary,
        examples=examples,
        context_settings=CONTEXT,
    )
    @click.argument("clave", metavar=shape.metavar, help=shape.argument)
    @click.option(
        "--definitivo",
        is_flag=True,
        help="Genera el documento definitivo. Se niega si faltan datos, si hay errores o si se usan "
        "renglones de muestra.",
    )
    @motor_option
    @common_options()
    def command(
        opciones: Opciones,
        clave: str,
        definitivo: bool,  # noqa: FBT001
        motor: Motor,
        **options: Any,  # noqa: ANN401 - those of the command itself
    ) -> Output:
        ask = Pedido(tipo, clave, definitivo=definitivo, motor=motor, options=options)
        return _run(opciones, ask, shape)

    # After what is asked for, before what all commands take.
    command.params[1:1] = [option for option in shape.options if option.required]
    at = 2 + sum(option.required for option in shape.options)
    command.params[at:at] = [option for option in shape.options if not option.required]
    return command


def _run(opciones: Opciones, ask: Pedido, shape: Shape) -> Output:
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    result = shape.make(read_workspace(opciones.workspace()), ask)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
