"""``plan``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "plan",
    summary="Plan de trabajo completo.",
    text="""
    Genera el plan de trabajo: sus capítulos tal como están en la hoja «Plan», la agenda de cada sesión
    y reunión, y el calendario.
    """,
    examples=(Example("plan", "el plan de trabajo"),),
    clave=None,
)
