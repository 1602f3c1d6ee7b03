"""``lista-asistencia CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "lista-asistencia",
    summary="Lista de asistencia para firmar.",
    text="""
    Genera la lista de asistencia con espacio para firmar, por calidad: integrantes, Secretaría Técnica,
    personas invitadas y representaciones.
    """,
    examples=(Example("lista-asistencia 4", "lista de la cuarta sesión ordinaria"),),
)
