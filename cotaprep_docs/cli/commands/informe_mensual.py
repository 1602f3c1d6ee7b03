"""``informe mensual``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "informe-mensual",
    summary="Avance del mes, por etapa.",
    text="""
    Genera el informe de avance de un mes: planeado y real por etapa con su desviación, lo acumulado,
    CATD y CCV, personal, hallazgos de auditoría, riesgos y lo programado para el mes siguiente.
    """,
    examples=(
        Example("informe mensual 2024-01", "enero de 2024"),
        Example("informe mensual enero", "si sólo hay un enero"),
        Example("informe mensual 01/2024 --definitivo", "el definitivo"),
    ),
    clave=Clave("MES", "Mes: 2024-01, 01/2024, ene-2024 o enero."),
)
