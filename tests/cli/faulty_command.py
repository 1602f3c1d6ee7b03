"""Commands that end badly, for the handler to catch."""

from __future__ import annotations

import click

from cotaprep_docs.cli.command import CONTEXT, CommandGroup, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output
from cotaprep_docs.problems.exit_code import MissingResource
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import ProblemKind, Severity

LACKING = ProblemKind("XXX-001", Severity.ERROR, "Falta «{recurso}»", "Instálelo; por ejemplo, con pip.")
ENDINGS: dict[str, BaseException] = {
    "falla": ZeroDivisionError("división entre cero"),
    "interrumpe": KeyboardInterrupt(),
    "recurso": MissingResource(LACKING.at(FileLocation("fuente.ttf"), recurso="fuente")),
    "tubo": BrokenPipeError(),
}


@click.command(
    "terminar", cls=GuidedCommand, context_settings=CONTEXT, examples=(Example("terminar falla", "falla"),)
)
@click.argument("como")
@common_options()
def finish(opciones: Opciones, como: str) -> Output:  # noqa: ARG001 - every command takes them
    def show() -> None:
        raise ENDINGS[como.removeprefix("al-mostrar-")]

    if como.startswith("al-mostrar-"):
        return Output({}, show)
    raise ENDINGS[como]


command: CommandGroup | GuidedCommand = finish
