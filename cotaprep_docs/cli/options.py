"""The options that every command takes."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.records import record

if TYPE_CHECKING:
    from cotaprep_docs.app.workspace import Workspace
    from cotaprep_docs.cli.output import Output

TEXT, JSON = "texto", "json"


@record(frozen=True, slots=True)
class Opciones:
    """The options common to all commands.

    Attributes:
        carpeta: the workspace.
        salida: where documents go, where it was given.
        ejemplo: whether to use the trackers that come with the program.
        formato: how the result is shown.
    """

    carpeta: Path
    salida: Path | None
    ejemplo: bool
    formato: str = TEXT

    def workspace(self) -> Workspace:
        """Return the folders of the process."""
        from cotaprep_docs.app.workspace import open_workspace  # noqa: PLC0415 - not for --help

        return open_workspace(self.carpeta, salida=self.salida, ejemplo=self.ejemplo)


def common_options(
    *, reads: bool = True, writes: bool = True
) -> Callable[[Callable[..., Output]], Callable[..., Output]]:
    """Give a command the common options, as one `Opciones` in its first parameter.

    Every command takes them all, so that a line can be repeated with another command; its help shows those
    that change what it does.

    Args:
        reads: whether it reads trackers.
        writes: whether it writes documents.
    """

    def decorate(function: Callable[..., Output]) -> Callable[..., Output]:
        @functools.wraps(function)
        def wrapper(
            *,
            carpeta: Path,
            salida: Path | None,
            ejemplo: bool,
            formato: str,
            **rest: Any,  # noqa: ANN401 - the parameters of each command
        ) -> Output:
            return function(Opciones(carpeta, salida, ejemplo, formato), **rest)

        for option in reversed(_options(reads=reads, writes=writes)):
            option(wrapper)
        return wrapper

    return decorate


def _options(*, reads: bool, writes: bool) -> list[Callable[[Callable[..., Output]], Callable[..., Output]]]:
    return [
        click.option(
            "--carpeta",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path(),
            metavar="CARPETA",
            help="Carpeta del proceso, donde están «data» y «templates_docx». Si no se indica, la actual.",
        ),
        click.option(
            "--salida",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="CARPETA",
            hidden=not writes,
            help="Carpeta donde se guardan los documentos. Si no se indica, «salida» en la del proceso.",
        ),
        click.option(
            "--ejemplo",
            is_flag=True,
            hidden=not reads,
            help="Usa los datos de ejemplo que trae el programa en lugar de los de la carpeta.",
        ),
        click.option(
            "--formato",
            type=click.Choice((TEXT, JSON)),
            default=TEXT,
            help="Cómo se muestra el resultado: «texto» (si no se indica) o «json», para otros programas.",
        ),
        click.option(
            "--depurar",
            is_flag=True,
            expose_value=False,
            help="Si el programa falla, muestra el detalle técnico para quien le da soporte.",
        ),
    ]


motor_option = click.option(
    "--motor",
    type=click.Choice(tuple(Motor)),
    default=Motor.PROPIO,
    help="Quién hace el PDF: el programa («propio», si no se indica) o LibreOffice, si está instalado "
    "(sin campos de firma).",
)


cambios_option = click.option(
    "--cambios",
    type=click.Choice(tuple(Cambios)),
    help="Qué hace el PDF con los cambios del DOCX que nadie ha aceptado ni rechazado en Word: «aceptar» (si "
    "no se indica) o «rechazar». El DOCX queda como está.",
)


@record(frozen=True, slots=True)
class Mode:
    """How to report, which must be known even when the arguments cannot be read.

    Attributes:
        json: one JSON object on standard output.
        debug: show the traceback of a fault.
    """

    json: bool
    debug: bool

    @staticmethod
    def of(arguments: list[str]) -> Mode:
        """Return the mode that a command line asks for."""
        words = [argument.lower() for argument in arguments]
        asked = f"--formato={JSON}" in words or ("--formato", JSON) in itertools.pairwise(words)
        return Mode(json=asked, debug="--depurar" in words)
