"""``acuse CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "acuse",
    summary="Acuse de recibo de una convocatoria.",
    text="""
    Genera la hoja de acuse de recibo de la convocatoria y de la invitación: un renglón por persona, con lugar
    para su nombre, la fecha, la hora y la firma.
    """,
    examples=(
        Example("acuse 4", "acuse de la convocatoria a la cuarta sesión ordinaria"),
        Example("acuse R1", "acuse de la convocatoria y la invitación a una reunión"),
    ),
)
