"""Help: in Spanish, with examples that work, for every command there is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from cotaprep_docs import PROGRAM
from cotaprep_docs.cli.command import CommandGroup, GuidedCommand
from cotaprep_docs.cli.messages import spanish_messages
from cotaprep_docs.cli.program import program
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from tests.cli.conftest import Run
from tests.support.golden import Golden

COMMON = ("--carpeta", "--salida", "--ejemplo", "--formato", "--depurar")


def walk(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], GuidedCommand]]:
    assert isinstance(command, GuidedCommand)
    yield path, command
    if isinstance(command, CommandGroup):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from walk(child, (*path, name))


COMMANDS = dict(walk(program))
LEAVES = {path: command for path, command in COMMANDS.items() if not isinstance(command, CommandGroup)}


def name_of(path: tuple[str, ...]) -> str:
    return "-".join((PROGRAM, *path))


@pytest.mark.parametrize("path", COMMANDS, ids=name_of)
def test_help_reads_well(path: tuple[str, ...], run: Run, golden: Golden) -> None:
    result = run(*path, "--ayuda")
    assert (result.exit_code, result.stderr) == (0, "")
    golden.check(f"cli/ayuda/{name_of(path)}.txt", result.stdout)


@pytest.mark.parametrize("path", COMMANDS, ids=name_of)
def test_help_is_in_spanish_under_any_language(path: tuple[str, ...], run: Run) -> None:
    spanish = run(*path, "--help")
    for language in ("en", "fr_FR.UTF-8", "es_MX", "C"):
        env = {"LANGUAGE": language, "LC_ALL": language, "LANG": language}
        assert run(*path, "--help", env=env).stdout == spanish.stdout
    assert not re.search(r"\b(Usage|Options|Commands|Show|default|OPTIONS|ARGS)\b", spanish.stdout)


@pytest.mark.parametrize("option", ["-h", "--ayuda", "--help", "--AYUDA"])
def test_help_by_every_name(option: str, run: Run) -> None:
    assert run("acta", option).stdout == run("acta", "--ayuda").stdout


@pytest.mark.parametrize("path", COMMANDS, ids=name_of)
def test_every_command_has_help_and_examples(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert command.help
    assert path == () or command.short_help
    assert command.examples
    assert all(example.line.startswith(" ".join(path)) and example.meaning for example in command.examples)


EXAMPLES = [example.line for command in COMMANDS.values() for example in command.examples]


@pytest.mark.parametrize("line", EXAMPLES)
def test_examples_can_be_typed(line: str) -> None:
    words = shlex.split(line, posix=False)
    path = next(path for path in sorted(COMMANDS, key=len, reverse=True) if tuple(words[: len(path)]) == path)
    command = COMMANDS[path]
    # With the settings of the program: click remembers a command's help option as first asked for.
    with spanish_messages():
        context = command.make_context(PROGRAM, [], resilient_parsing=True)
        arguments = command.make_parser(context).parse_args(words[len(path) :])[0]
    assert set(arguments) >= {param.name for param in command.params if isinstance(param, click.Argument)}


@pytest.mark.parametrize("path", LEAVES, ids=name_of)
def test_every_command_takes_the_common_options(path: tuple[str, ...]) -> None:
    known = {option for param in LEAVES[path].params for option in param.opts}
    assert known >= set(COMMON)


def test_every_kind_of_document_has_its_command() -> None:
    for kind in DOCUMENT_KINDS:
        path = (kind.tipo,) if (kind.tipo,) in LEAVES else tuple(kind.tipo.split("-", 1))
        assert "definitivo" in {param.name for param in LEAVES[path].params}


@pytest.mark.parametrize("path", [(), ("plantillas",), ("oficio",), ("informe",)], ids=name_of)
def test_a_group_alone_shows_its_help(path: tuple[str, ...], run: Run) -> None:
    result = run(*path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == run(*path, "--ayuda").stdout


def test_version(run: Run) -> None:
    from cotaprep_docs import __version__  # noqa: PLC0415

    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"{PROGRAM} {__version__}\n")
