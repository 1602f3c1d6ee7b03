"""``dictamen CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "dictamen",
    summary="Dictamen u opinión técnica del comité.",
    text="""
    Genera un dictamen: antecedentes, considerandos, análisis técnico con sus tablas, puntos de dictamen,
    votación y firmas. Mientras no se capture su votación es un proyecto.

    Sus párrafos van en «Dictámenes». La columna «Tabla» dice qué tabla de avances_prep.xlsx sigue a cada uno.
    """,
    examples=(
        Example("dictamen D-CATD", "el dictamen con la clave D-CATD"),
        Example("dictamen D-CATD --definitivo", "el mismo, sin la marca de borrador"),
    ),
    clave=Clave("CLAVE", "Clave del dictamen, como está en la hoja «Dictámenes»."),
)
