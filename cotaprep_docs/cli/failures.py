"""`Failure`: how a run that gives no result ends, each kind of exception in its own way."""

from __future__ import annotations

import click

from cotaprep_docs.app.problem_kinds import BAD_USAGE, INTERNAL_ERROR, INTERRUPTED
from cotaprep_docs.app.results import Resultado, result_json
from cotaprep_docs.cli.command import PROGRAM, GuidedCommand, Mistyped
from cotaprep_docs.cli.messages import spanish_quotes
from cotaprep_docs.cli.output import say, say_json
from cotaprep_docs.cli.report import show_problems
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record

INTERRUPTED_CODE = 130
"""What shells expect of a program that Ctrl+C stopped."""


@record(frozen=True, slots=True)
class Failure:
    """The end of a run that gives no result.

    Attributes:
        exit_code: what the process is to end with.
        problems: at least one.
        usage: how the command is used, where that was the problem.
        located: whether the places of the problems say anything to people.
    """

    exit_code: int
    problems: tuple[Problem, ...]
    usage: str = ""
    located: bool = False

    def show(self) -> None:
        """Print it on standard error, for people."""
        if self.located:
            show_problems(Resultado(problemas=self.problems), err=True)
            return
        for problem in self.problems:
            say(f"{self.usage}Error: {problem.message}\n{problem.hint}", err=True)

    def show_json(self) -> None:
        """Print it on standard output, for programs."""
        say_json(result_json(Resultado(problemas=self.problems)))


def failure_of(error: BaseException) -> Failure:
    """Return how a run that an exception ended is reported."""
    if isinstance(error, click.ClickException):
        return _usage_error(error)
    if isinstance(error, CotaprepError):
        return Failure(error.exit_code, error.problems, located=True)
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return Failure(INTERRUPTED_CODE, (INTERRUPTED.at(FileLocation(PROGRAM)),))
    problem = INTERNAL_ERROR.at(FileLocation(PROGRAM), tipo=type(error).__name__)
    return Failure(ExitCode.INTERNAL_ERROR, (problem,))


def _usage_error(error: click.ClickException) -> Failure:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    path = ctx.command_path if ctx is not None else PROGRAM
    message = spanish_quotes(error.format_message())
    problem = BAD_USAGE.at(FileLocation(path), motivo=message, ejemplo=_example(error, ctx), comando=path)
    usage = f"{ctx.get_usage()}\n\n" if ctx is not None else ""
    return Failure(ExitCode.USAGE, (problem,), usage)


def _option(error: click.ClickException) -> str:
    """Return the option that was typed wrong, as it is written; empty where it was none."""
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.option_name if isinstance(error, click.BadOptionUsage) else ""


def _example(error: click.ClickException, ctx: click.Context | None) -> str:
    if isinstance(error, Mistyped):
        return str(error.example)
    if ctx is not None and isinstance(ctx.command, GuidedCommand):
        asked = _option(error)
        shown = [str(example) for example in ctx.command.examples]
        return next((line for line in shown if asked and f" {asked}" in line), shown[0])
    return f"{PROGRAM} --ayuda"
