"""The two kinds of command, both with examples in their help and a suggestion for what was mistyped."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import click

from cotaprep_docs import PROGRAM
from cotaprep_docs.cli.suggestions import nearest, plain, unknown_command, unknown_option

CONTEXT = {"help_option_names": ["-h", "--ayuda", "--help"], "token_normalize_func": plain}

_EXAMPLE_WIDTH = 44


class Example(NamedTuple):
    """One line a person may type, without the name of the program, and what it gives."""

    line: str
    meaning: str

    def __str__(self) -> str:
        return f"{PROGRAM} {self.line}"


class Mistyped(click.UsageError):
    """A command or an option that does not exist.

    Attributes:
        example: a line that does.
    """

    def __init__(self, message: str, ctx: click.Context, example: Example) -> None:
        super().__init__(message, ctx)
        self.example = example


class GuidedCommand(click.Command):
    """A command whose help ends with examples.

    Attributes:
        examples: at least one; the first also goes with errors of usage.
    """

    def __init__(
        self,
        name: str | None,
        *,
        examples: tuple[Example, ...] = (),
        **attributes: Any,  # noqa: ANN401 - click's own, passed on
    ) -> None:
        attributes.setdefault("options_metavar", "[OPCIONES]")
        super().__init__(name, **attributes)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        with formatter.section("Ejemplos"):
            rows = [(str(example), example.meaning) for example in self.examples]
            formatter.write_dl(rows, col_max=_EXAMPLE_WIDTH)
        super().format_epilog(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an unknown option is answered with the nearest one."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            known, in_group = _long_options(self, ctx), isinstance(self, click.Group)
            message = unknown_option(_as_typed(error.option_name, given), known, in_group=in_group)
            raise Mistyped(message, ctx, self.examples[0]) from error
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # the parser does not always say whose usage it was
            raise


def _as_typed(name: str, given: Sequence[str]) -> str:
    """Return the whole of what was typed: of ``-formato``, click only names ``-f``."""
    return next((word.partition("=")[0] for word in given if plain(word).startswith(name)), name)


def _long_options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        yield from (option for option in parameter.opts if option.startswith("--"))


class CommandGroup(GuidedCommand, click.Group):
    """A group that imports a command when it is asked for.

    Attributes:
        modules: module of each command, by its name, in the order of the help; each holds a ``command``.
    """

    def __init__(
        self,
        name: str | None,
        *,
        modules: dict[str, str],
        **attributes: Any,  # noqa: ANN401 - click's own, passed on
    ) -> None:
        attributes.setdefault("subcommand_metavar", "COMANDO …")
        super().__init__(name, **attributes)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the help."""
        return list(self.modules)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> GuidedCommand | None:
        """Return a command, or None where there is none of that name."""
        if cmd_name not in self.modules:
            return None
        command = importlib.import_module(self.modules[cmd_name]).command
        assert isinstance(command, GuidedCommand)  # noqa: S101 - the registry is ours, and tested
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was typed; one that does not exist is answered with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            known = self.list_commands(ctx)
            meant = self.get_command(ctx, nearest(args[0], known))
            message = unknown_command(args[0], known)
            raise Mistyped(message, ctx, (meant or self).examples[0]) from error
