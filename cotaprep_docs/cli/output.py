"""`Output`: what a command gives back, in the two forms a run can end in."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

import click

from cotaprep_docs.cli.streams import speaks_unicode
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Output:
    """A result, not printed yet.

    Attributes:
        data: the object that ``--formato json`` prints.
        show: prints it for people.
        exit_code: what the process is to end with.
    """

    data: Mapping[str, Any]
    show: Callable[[], None]
    exit_code: int = 0


def say(text: str = "", *, err: bool = False) -> None:
    """Print a line; in colour only on a terminal whose owner does not refuse it."""
    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def say_json(data: Mapping[str, Any]) -> None:
    """Print the one object of standard output; escaped where the stream cannot hold every character."""
    click.echo(json.dumps(data, ensure_ascii=not speaks_unicode(sys.stdout), indent=2))
