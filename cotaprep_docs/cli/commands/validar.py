"""``validar``."""

from __future__ import annotations

from pathlib import Path

import click

from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output

_DEFAULT = ""


@click.command(
    "validar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Todo lo que hay que corregir en los libros de Excel.",
    help="""
    Revisa los dos libros de Excel, el plan y el archivo de normas, y dice en una sola vez todo lo que hay que
    corregir: la celda, qué tiene y qué escribir en su lugar. No genera documentos ni toca los libros.

    «cotaprep-docs explicar CODIGO» dice más de cada problema.
    """,
    examples=(
        Example("validar", "revisa el proceso de esta carpeta"),
        Example("validar --solo 3", "sólo lo de la sesión 3"),
        Example("validar --html", "además, una página para compartir: salida/validacion.html"),
        Example("validar --marcar", "además, una copia de cada libro con notas y colores"),
        Example("validar --formato json", "lo mismo, para otro programa"),
    ),
)
@click.option("--solo", metavar="CLAVE", default="", help="Sólo lo que toca a una sesión o reunión.")
@click.option(
    "--html",
    metavar="[ARCHIVO]",
    is_flag=False,
    flag_value=_DEFAULT,
    help="También lo guarda como página para compartir. Si no se indica ARCHIVO, «validacion.html» en la "
    "carpeta de salida.",
)
@click.option(
    "--marcar",
    is_flag=True,
    help="También guarda en la carpeta de salida una copia de cada libro («sesiones.revisado.xlsx») con una "
    "nota y un color en cada celda por corregir. Los libros no se tocan.",
)
@common_options()
def command(opciones: Opciones, solo: str, html: str | None, marcar: bool) -> Output:  # noqa: FBT001
    """Validate the trackers."""
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.validar import review  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_review  # noqa: PLC0415

    workspace = opciones.workspace()
    revision = review(workspace, solo)
    result = revision.resultado
    if html is not None:
        from cotaprep_docs.app.pagina_html import NAME, write_review_page  # noqa: PLC0415

        path = opciones.carpeta / html if html else workspace.salida / NAME
        result = write_review_page(revision, Path(path), today())
    if marcar:
        from cotaprep_docs.app.marcas_excel import write_marked_copies  # noqa: PLC0415

        result = write_marked_copies(workspace, result)
    return Output(result_json(result), lambda: show_review(result), result.exit_code)
