"""``estado``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output
from cotaprep_docs.cli.values import Dia, Entero

_DEFAULT = ""
_DAYS = 30
_MOST_DAYS = 3660


@click.command(
    "estado",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Qué sigue, qué falta y qué se vence hoy.",
    help="""
    Dice en una pantalla cómo va el proceso: la próxima sesión y lo que le falta, las convocatorias por
    enviar y para cuándo, las actas sin aprobar, los acuerdos y entregables vencidos o por vencer, y cómo está
    cada documento: borrador, en revisión, definitivo o firmado. No genera ni cambia nada.

    Lo que lleva «!» ya se venció; lo que lleva «*» corre prisa.
    """,
    examples=(
        Example("estado", "cómo va hoy el proceso de esta carpeta"),
        Example("estado --hoy 04/03/2024", "cómo iba o irá ese día, con lo que hoy dicen los libros"),
        Example("estado --html", "además, una página con la línea del tiempo: salida/estado.html"),
        Example("estado --formato json", "lo mismo, para otro programa"),
    ),
)
@click.option("--hoy", type=Dia(), metavar="FECHA", help="El día que se toma como hoy, dd/mm/aaaa.")
@click.option(
    "--dias",
    type=Entero(0, _MOST_DAYS),
    default=_DAYS,
    metavar="N",
    help="Con cuántos días de anticipación se muestra lo que va a vencer. Si no se indica, 30.",
)
@click.option("--completo", is_flag=True, help="Muestra todo, aunque no quepa en una pantalla.")
@click.option(
    "--html",
    metavar="[ARCHIVO]",
    is_flag=False,
    flag_value=_DEFAULT,
    help="También lo guarda como página con la línea del tiempo del proceso. Si no se indica ARCHIVO, "
    "«estado.html» en la carpeta de salida.",
)
@common_options()
def command(
    opciones: Opciones,
    hoy: dt.date | None,
    dias: int,
    completo: bool,  # noqa: FBT001 - click's way
    html: str | None,
) -> Output:
    """Tell where the process stands."""
    from cotaprep_docs.app.estado.datos import tablero_json  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.estado.tablero import read_tablero  # noqa: PLC0415
    from cotaprep_docs.app.results import Resultado, result_json  # noqa: PLC0415
    from cotaprep_docs.cli.estado_report import show_estado  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_saved  # noqa: PLC0415

    workspace = opciones.workspace()
    tablero = read_tablero(workspace, hoy or today(), dias)
    saved = Resultado()
    if html is not None:
        from cotaprep_docs.app.estado.pagina import NAME, save_estado_page  # noqa: PLC0415

        path = opciones.carpeta / html if html else workspace.salida / NAME
        saved = save_estado_page(tablero, Path(path))

    def show() -> None:
        show_estado(tablero, completo=completo)
        show_saved(saved)

    data = {**tablero_json(tablero), "archivos": result_json(saved)["archivos"]}
    return Output(data, show, saved.exit_code)
