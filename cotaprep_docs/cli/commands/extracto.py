"""``extracto CLAVE --acuerdo ACUERDO``."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Pedido, Shape, document_command, make_one

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.results import Resultado


def _make(lectura: Lectura, ask: Pedido) -> Resultado:
    return make_one(lectura, dataclasses.replace(ask, clave=f"{ask.clave}-{ask.options['acuerdo']}"))


command = document_command(
    "extracto",
    summary="Copia certificada de un acuerdo de una sesión.",
    text="""
    Genera la copia certificada de un acuerdo: las palabras del acta en ese punto, con su votación y quiénes
    estuvieron, y la certificación de la Secretaría Técnica.

    La fecha en que se expide va en «Oficios», en el renglón «extracto-CLAVE-ACUERDO».
    """,
    examples=(
        Example("extracto 3 --acuerdo A5", "el acuerdo A5, tomado en la tercera sesión ordinaria"),
        Example(
            "extracto E1 --acuerdo A9 --definitivo", "uno de una extraordinaria, sin la marca de borrador"
        ),
    ),
    shape=Shape(
        options=(
            click.Option(
                ["--acuerdo"],
                required=True,
                metavar="ACUERDO",
                help="Clave o número del acuerdo, como está en la hoja «Acuerdos».",
            ),
        ),
        make=_make,
    ),
)
