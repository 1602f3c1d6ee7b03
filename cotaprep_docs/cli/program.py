"""The program: its commands, and the one place where every exception ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from cotaprep_docs import __version__
from cotaprep_docs.cli.command import CONTEXT, PROGRAM, CommandGroup, Example
from cotaprep_docs.cli.messages import spanish_messages
from cotaprep_docs.cli.options import Mode
from cotaprep_docs.cli.output import Output, say_json
from cotaprep_docs.cli.suggestions import with_plain_dashes

_NAMES = (
    "nuevo",
    "actualizar",
    "convocatoria",
    "invitacion",
    "acuse",
    "aviso",
    "orden-del-dia",
    "lista-asistencia",
    "acta",
    "extracto",
    "fe-de-erratas",
    "minuta",
    "acuerdo",
    "dictamen",
    "oficio",
    "seguimiento",
    "informe",
    "plan",
    "calendario",
    "expediente",
    "todo",
    "pdf",
    "numerar",
    "sesiones",
    "estado",
    "validar",
    "explicar",
    "plantillas",
)


class Program(CommandGroup):
    """The root of the commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, with the dashes that word processors change mended."""
        return super().parse_args(ctx, with_plain_dashes(args))

    def main(  # type: ignore[override]  # click's overloads allow its other keywords by position too
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - click's own, passed on
    ) -> NoReturn:
        """Run a command line and leave the process with its exit code."""
        given = with_plain_dashes(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        with spanish_messages():
            code = _finish(
                lambda: super(Program, self).main(args, prog_name or PROGRAM, **extra), Mode.of(given)
            )
        sys.exit(code)


def _finish(run: Callable[[], object], mode: Mode) -> int:
    """Run a command, print what it gives or how it failed, and return the exit code."""
    try:
        outcome = run()
        if isinstance(outcome, Output):
            _print(outcome, mode)
            return outcome.exit_code
        # Help and version print by themselves and end with a number.
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except (Exception, KeyboardInterrupt) as error:  # the boundary: no traceback reaches a user
        return _fail(error, mode)


def _print(output: Output, mode: Mode) -> None:
    try:
        if mode.json:
            say_json(output.data)
        else:
            output.show()
    except BrokenPipeError:
        _silence_stdout()


def _fail(error: BaseException, mode: Mode) -> int:
    # Here and not above: whoever asks for help waits for nothing that only failures need.
    from cotaprep_docs.cli.failures import failure_of  # noqa: PLC0415

    if mode.debug and not isinstance(error, click.ClickException):
        import traceback  # noqa: PLC0415

        traceback.print_exception(error)
    failure = failure_of(error)
    failure.show()
    if mode.json:
        failure.show_json()
    return failure.exit_code


def _silence_stdout() -> None:
    """Let the interpreter flush into nothing at exit: whoever read the output has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except io.UnsupportedOperation:  # no file behind it
        return


program = Program(
    PROGRAM,
    modules={name: f"cotaprep_docs.cli.commands.{name.replace('-', '_')}" for name in _NAMES},
    context_settings=CONTEXT,
    help="""
    Genera los documentos de las sesiones del comité a partir de sus libros de Excel: el DOCX que revisa el
    área legal y el PDF que resulta de ese DOCX.

    Lo que una persona modificó nunca se reemplaza. Con COMANDO --ayuda se ve cómo se usa cada comando.
    """,
    examples=(
        Example("acta 3", "acta de la tercera sesión ordinaria"),
        Example("acta 3 --ejemplo", "la misma, con los datos de ejemplo que trae el programa"),
        Example("validar", "qué hay que corregir en los libros de Excel"),
        Example("acta --ayuda", "cómo se usa un comando"),
    ),
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=lambda ctx, _param, asked: _show_version(ctx) if asked else None,
            help="Muestra la versión y termina.",
        )
    ],
)


def _show_version(ctx: click.Context) -> None:
    click.echo(f"{PROGRAM} {__version__}")
    ctx.exit()
