"""``orden-del-dia CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "orden-del-dia",
    summary="Orden del día de una sesión o reunión.",
    text="""
    Genera el orden del día: los puntos tal como se convocan y, si la sesión los cambió, los aprobados y
    en qué cambiaron.
    """,
    examples=(
        Example("orden-del-dia 4", "orden del día de la cuarta sesión ordinaria"),
        Example("orden-del-dia R2", "el de la segunda reunión de trabajo"),
    ),
)
