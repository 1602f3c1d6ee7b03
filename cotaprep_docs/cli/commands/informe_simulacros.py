"""``informe simulacros``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "informe-simulacros",
    summary="Informe general de todos los simulacros.",
    text="""
    Genera el informe general de los simulacros, de cada uno y en conjunto: actas por fase con su
    porcentaje sobre las esperadas, horas, centros, plan de continuidad, incidentes, comparación con
    gráficas y conclusiones.
    """,
    examples=(
        Example("informe simulacros", "DOCX y PDF"),
        Example("informe simulacros --definitivo", "si no falta nada"),
    ),
    clave=None,
)
