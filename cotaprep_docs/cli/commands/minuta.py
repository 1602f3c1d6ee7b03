"""``minuta CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "minuta",
    summary="Minuta de una reunión formal de trabajo.",
    text="""
    Genera la minuta de una reunión formal de trabajo: quiénes acudieron por cada representación, qué se
    planteó y se respondió, y los compromisos con responsable y plazo. «minuta 3» es la de la reunión
    R3.
    """,
    examples=(
        Example("minuta 3", "minuta de la tercera reunión de trabajo"),
        Example("minuta R3", "la misma"),
    ),
    clave=Clave("CLAVE", "Clave de la reunión, R3 o sólo 3; «cotaprep-docs sesiones» las lista."),
)
