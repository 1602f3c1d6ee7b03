"""What the commands that make documents have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, cambios_option, common_options, motor_option
from cotaprep_docs.cli.output import Output
from cotaprep_docs.records import record

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.results import Resultado


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


@record(frozen=True, slots=True)
class Pedido:
    """What was asked for.

    Attributes:
        tipo: kind of document.
        clave: key of what it is about, as typed.
        modo: how to make it.
        options: the options of its own command, by name.
    """

    tipo: str
    clave: str
    modo: Modo
    options: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def make_one(lectura: Lectura, ask: Pedido) -> Resultado:
    """Make the one document that was asked for."""
    # Here and not above: whoever asks for help does not wait for these.
    from cotaprep_docs.app.documentos import generate  # noqa: PLC0415
    from cotaprep_docs.documents.kinds import kind_of  # noqa: PLC0415

    return generate(lectura, kind_of(ask.tipo), ask.clave, ask.modo)


@record(frozen=True, slots=True)
class Shape:
    """How a command differs from one that just makes one document.

    Attributes:
        options: options of its own.
        make: makes what was asked for.
        name: its name, where it is not the kind's: one of a group.
    """

    options: tuple[click.Option, ...] = ()
    make: Callable[[Lectura, Pedido], Resultado] = make_one
    name: str = ""


_PLAIN = Shape()


def sin_ics_option() -> click.Option:
    """Return the option of the commands whose documents go with an entry for calendars."""
    return click.Option(["--sin-ics"], is_flag=True, help="No genera el archivo .ics para calendarios.")


def with_ics(result: Resultado, lectura: Lectura, ask: Pedido) -> Resultado:
    """Return what was made with its entry for calendars, unless that was declined."""
    if ask.options["sin_ics"]:
        return result
    from cotaprep_docs.app.calendario_ics import add_evento  # noqa: PLC0415 - not for --help

    return add_evento(result, lectura, ask.clave)


def document_command(
    tipo: str,
    *,
    summary: str,
    text: str,
    examples: tuple[Example, ...],
    clave: Clave | None = SESION,
    shape: Shape = _PLAIN,
) -> GuidedCommand:
    """Return the command of a kind of document.

    Args:
        tipo: the kind, which is the command's name too.
        summary: one line for the list of commands.
        text: what its help says.
        examples: lines a person may type.
        clave: the argument that says which document; None where a process has only one.
        shape: options of its own, and what it makes.
    """

    @click.command(
        shape.name or tipo,
        cls=GuidedCommand,
        help=text,
        short_help=summary,
        examples=examples,
        context_settings=CONTEXT,
    )
    @_argument(clave)
    @_options(*(option for option in shape.options if option.required))
    @click.option(
        "--definitivo",
        is_flag=True,
        help="Genera el documento definitivo. Se niega si faltan datos, si hay errores o si se usan "
        "renglones de muestra.",
    )
    @_options(*(option for option in shape.options if not option.required))
    @motor_option
    @cambios_option
    @common_options()
    def command(
        opciones: Opciones,
        definitivo: bool,  # noqa: FBT001
        motor: Motor,
        cambios: Cambios | None = None,
        clave: str = "",
        **options: Any,  # noqa: ANN401 - those of the command itself
    ) -> Output:
        hoy = None if opciones.ejemplo else today()  # the example belongs to nobody: it takes no numbers
        modo = Modo(definitivo=definitivo, motor=motor, hoy=hoy, cambios=cambios)
        return _run(opciones, Pedido(tipo, clave, modo, options), shape)

    return command


Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _argument(clave: Clave | None) -> Callable[[Decorated], Decorated]:
    """Return the decorator that adds the argument; one that changes nothing where there is none."""
    if clave is None:
        return lambda function: function
    if clave.required:
        return click.argument("clave", metavar=clave.metavar, help=clave.help)
    return click.argument("clave", metavar=f"[{clave.metavar}]", help=clave.help, required=False, default="")


def _options(*options: click.Option) -> Callable[[Decorated], Decorated]:
    """Return the decorator that adds options that are declared already, in their order."""

    def decorate(function: Decorated) -> Decorated:
        # As click's own decorators do: from the last to the first.
        declared: list[click.Parameter] = function.__dict__.setdefault("__click_params__", [])
        declared.extend(reversed(options))
        return function

    return decorate


def _run(opciones: Opciones, ask: Pedido, shape: Shape) -> Output:
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_result  # noqa: PLC0415

    result = shape.make(read_workspace(opciones.workspace()), ask)
    return Output(result_json(result), lambda: show_result(result), result.exit_code)
