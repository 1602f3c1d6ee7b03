"""``seguimiento [CLAVE]``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "seguimiento",
    summary="Estado de acuerdos y compromisos.",
    text="""
    Genera el estado de los acuerdos y compromisos: qué se acordó, quién lo cumple, para cuándo, los
    días de atraso y la evidencia. Con la clave de una sesión, como estaban al llegar a ella; con una
    fecha, como estaban ese día; sin nada, todos, al día de la última sesión celebrada.
    """,
    examples=(
        Example("seguimiento", "todos, a la última sesión celebrada"),
        Example("seguimiento 4", "los que se informan en la cuarta sesión"),
        Example("seguimiento 15/02/2024", "como estaban ese día"),
    ),
    clave=Clave("CLAVE", "Clave de una sesión, o una fecha dd/mm/aaaa.", required=False),
)
