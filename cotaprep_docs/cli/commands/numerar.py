"""``numerar``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cotaprep_docs.cli.clock import today
from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.numeracion import Numeros


@click.command(
    "numerar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Asigna los números de acuerdos y oficios.",
    help="""
    Asigna su número a los acuerdos y oficios que ya lo necesitan, en el orden de sus fechas y puntos, y lo
    escribe en el libro de números («numeracion.json», junto a los libros de Excel).

    Un número asignado no cambia al volver a generar, no se repite y, si se cancela, no se vuelve a usar. Los
    documentos definitivos también toman los suyos; los borradores no.
    """,
    examples=(
        Example("numerar", "todo lo que tiene fecha hasta hoy"),
        Example("numerar 3", "lo de la tercera sesión ordinaria"),
        Example("numerar --simular", "qué números tocarían, sin tomarlos"),
        Example("numerar --lista", "el libro de números"),
        Example('numerar --cancelar ST/07/2024 --motivo "no se emitió"', "cancela un número"),
    ),
)
@click.argument(
    "clave",
    metavar="[CLAVE]",
    required=False,
    default="",
    help="Clave de una sesión o reunión. Si no se indica, todo lo que tiene fecha hasta hoy.",
)
@click.option("--simular", is_flag=True, help="Dice qué números tocarían y no toma ninguno.")
@click.option("--lista", is_flag=True, help="Muestra el libro de números y no toma ninguno.")
@click.option(
    "--cancelar",
    metavar="NÚMERO",
    help="Cancela un número, que no se vuelve a usar. Uno libre queda reservado para que no se tome.",
)
@click.option("--motivo", metavar="TEXTO", help="Por qué se cancela.")
@common_options(writes=False)
def command(
    opciones: Opciones,
    clave: str,
    simular: bool,  # noqa: FBT001 - click passes its options by name
    lista: bool,  # noqa: FBT001
    cancelar: str | None,
    motivo: str | None,
) -> Output:
    """Take, cancel or list numbers."""
    from cotaprep_docs.app.lectura import read_workspace  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.numeracion import listar, numerar, numeros_json  # noqa: PLC0415
    from cotaprep_docs.cli.numeros_report import show_numeros  # noqa: PLC0415

    _refuse_mixtures(clave, simular=simular, lista=lista, cancelar=cancelar, motivo=motivo)
    lectura = read_workspace(opciones.workspace())
    if cancelar is not None:
        numeros = _cancel(lectura, cancelar, motivo or "", ejemplo=opciones.ejemplo)
    elif lista:
        numeros = listar(lectura)
    else:
        # The example that comes along belongs to nobody: its numbers are shown, never taken.
        numeros = numerar(lectura, today(), clave, simular=simular or opciones.ejemplo)
    return Output(
        numeros_json(numeros), lambda: show_numeros(numeros, lista=lista), numeros.resultado.exit_code
    )


def _refuse_mixtures(
    clave: str, *, simular: bool, lista: bool, cancelar: str | None, motivo: str | None
) -> None:
    if cancelar is None and motivo is not None:
        raise click.UsageError("--motivo sólo va con --cancelar.")
    if cancelar is not None and not (motivo or "").strip():
        raise click.UsageError("Para cancelar hace falta --motivo.")
    if (cancelar is not None) + lista + simular + bool(clave and (lista or cancelar is not None)) > 1:
        raise click.UsageError("Pida una sola cosa: numerar, --simular, --lista o --cancelar.")


def _cancel(lectura: Lectura, numero: str, motivo: str, *, ejemplo: bool) -> Numeros:
    from cotaprep_docs.app.numeracion import cancelar  # noqa: PLC0415

    if ejemplo:
        raise click.UsageError("Los números de ejemplo no se cancelan: quite --ejemplo.")
    return cancelar(lectura, today(), numero, motivo)
