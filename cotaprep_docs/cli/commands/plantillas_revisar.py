"""``plantillas revisar``."""

from __future__ import annotations

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output


@click.command(
    "revisar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Todo lo que hay que corregir en las plantillas.",
    help="""
    Revisa todas las plantillas de Word y dice en una sola vez qué etiquetas no se entienden, cuáles no
    existen y dónde están. No genera documentos.
    """,
    examples=(
        Example("plantillas revisar", "las de esta carpeta o, si no tiene, las del programa"),
        Example("plantillas revisar --carpeta D:\\cotaprep", "las de otra carpeta"),
    ),
)
@common_options(reads=False, writes=False)
def command(opciones: Opciones) -> Output:
    """Review the templates."""
    from cotaprep_docs.app.plantillas import review_templates  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.app.workspace import open_workspace  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_review  # noqa: PLC0415

    # Whoever keeps the templates may have no trackers at hand: those of the example stand in.
    result = review_templates(open_workspace(opciones.carpeta, ejemplo=True))
    return Output(result_json(result), lambda: show_review(result), result.exit_code)
