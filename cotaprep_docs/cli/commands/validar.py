"""``validar``."""

from __future__ import annotations

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output


@click.command(
    "validar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Todo lo que hay que corregir en los libros de Excel.",
    help="""
    Revisa los dos libros de Excel y el archivo de normas, y dice en una sola vez todo lo que hay que
    corregir: la celda, qué tiene y qué escribir en su lugar. No genera documentos.
    """,
    examples=(
        Example("validar", "revisa el proceso de esta carpeta"),
        Example("validar --carpeta D:\\cotaprep", "revisa otro"),
        Example("validar --formato json", "lo mismo, para otro programa"),
    ),
)
@common_options(writes=False)
def command(opciones: Opciones) -> Output:
    """Validate the trackers."""
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.validar import validate  # noqa: PLC0415
    from cotaprep_docs.cli.report import show_review  # noqa: PLC0415

    result = validate(opciones.workspace())
    return Output(result_json(result), lambda: show_review(result), result.exit_code)
