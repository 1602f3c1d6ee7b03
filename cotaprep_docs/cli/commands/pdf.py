"""``pdf ARCHIVO``."""

from __future__ import annotations

from pathlib import Path

import click

from cotaprep_docs.app.cambios import Cambios
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, cambios_option, common_options, motor_option
from cotaprep_docs.cli.output import Output


@click.command(
    "pdf",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="PDF de un archivo de Word, tal como está.",
    help="""
    Genera el PDF de un DOCX tal como está en el disco, con los cambios que le hayan hecho en Word. Los que
    nadie ha aceptado ni rechazado se toman como aceptados, y se dice cuántos son. Los comentarios no se
    imprimen.

    El PDF queda junto al DOCX, salvo que se indique --salida. Un PDF firmado o anotado no se reemplaza.
    """,
    examples=(
        Example("pdf salida/acta-3.docx", "PDF del acta que revisó el área legal"),
        Example("pdf oficio.docx --salida entregas", "en la carpeta «entregas»"),
        Example("pdf salida/acta-3.docx --cambios rechazar", "sin los cambios que nadie ha aceptado"),
    ),
)
@click.argument(
    "archivo",
    metavar="ARCHIVO",
    type=click.Path(path_type=Path),
    help="Archivo de Word (.docx); si su ruta es relativa, desde la carpeta del proceso.",
)
@motor_option
@cambios_option
@common_options(reads=False)
def command(opciones: Opciones, archivo: Path, motor: Motor, cambios: Cambios | None) -> Output:
    """Make the PDF of a Word file."""
    from cotaprep_docs.app.pdf import convert_file  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.results import result_json  # noqa: PLC0415
    from cotaprep_docs.cli.report import pdf_line, show_result  # noqa: PLC0415

    path = opciones.carpeta / archivo
    result = convert_file(path, salida=opciones.salida, motor=motor, cambios=cambios)
    return Output(result_json(result), lambda: show_result(result, line=pdf_line), result.exit_code)
