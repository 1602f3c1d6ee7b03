"""``informe final``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "informe-final",
    summary="Informe final de actividades.",
    text="""
    Genera el informe final: sesiones, estadística de asistencia y de votaciones, acuerdos y su estado,
    actividades por atribución, opiniones, simulacros, avance, conclusiones y anexos.
    """,
    examples=(
        Example("informe final", "borrador o definitivo según lo capturado"),
        Example("informe final --definitivo", "si no falta nada"),
    ),
    clave=None,
)
