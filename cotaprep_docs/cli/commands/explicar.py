"""``explicar CODIGO``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cotaprep_docs.cli.command import CONTEXT, Example, GuidedCommand
from cotaprep_docs.cli.options import Opciones, common_options
from cotaprep_docs.cli.output import Output, say

if TYPE_CHECKING:
    from cotaprep_docs.app.explicar import Explicacion


@click.command(
    "explicar",
    cls=GuidedCommand,
    context_settings=CONTEXT,
    short_help="Qué quiere decir un código de problema, y por qué importa.",
    help="""
    Cuenta la historia larga de un código: qué se revisa, por qué, en qué norma se apoya y qué tan segura es
    esa cita, cómo se corrige y un ejemplo.
    """,
    examples=(
        Example("explicar REG-062", "la regla de las reuniones de cada mes"),
        Example("explicar trk4", "también sin guion y sin ceros"),
    ),
)
@click.argument("codigo", metavar="CODIGO", help="El código, como sale en los problemas: REG-062.")
@common_options(writes=False)
def command(opciones: Opciones, codigo: str) -> Output:
    """Tell the story of a code."""
    from cotaprep_docs.app.explicar import explain, explicacion_json  # noqa: PLC0415 - not for --help
    from cotaprep_docs.app.workspace import normas_at_hand  # noqa: PLC0415

    told = explain(codigo, normas_at_hand(opciones.carpeta, ejemplo=opciones.ejemplo))

    def show() -> None:
        for line in _lines(told):
            say(line)

    return Output(explicacion_json(told), show)


def _lines(told: Explicacion) -> list[str]:
    parts = {
        "Qué dice": told.mensaje,
        "Por qué": told.por_que,
        "Norma": told.norma,
        "Cómo corregirlo": told.sugerencia,
        "Ejemplo": told.ejemplo,
    }
    lines = [click.style(f"{told.codigo} · {told.titulo or told.tema}", bold=True), told.alcance]
    for label, text in parts.items():
        if text:
            lines += ["", f"{click.style(label, bold=True)}: {text}"]
    return lines
