"""``informe bimestral``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "informe-bimestral",
    summary="Informe de actividades al órgano superior.",
    text="""
    Genera el informe periódico de actividades: sesiones y reuniones del periodo, acuerdos y su estado,
    actividades por atribución, opiniones, avance, simulacros, riesgos y anexos. El número es el del
    punto de clase «Informe» del orden del día, en orden de fecha.
    """,
    examples=(
        Example("informe bimestral 1", "el primero"),
        Example("informe bimestral 2 --definitivo", "el segundo, definitivo"),
    ),
    clave=Clave("N", "Número del informe: 1, 2, 3…"),
)
