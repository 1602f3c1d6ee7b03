"""``acta CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "acta",
    summary="Acta de una sesión.",
    text="""
    Genera el acta de una sesión: el DOCX que revisa el área legal y su PDF.

    Lo que aún no se ha capturado queda señalado en el borrador como «FALTA». Si alguien ya modificó el DOCX,
    se conserva y la versión nueva queda al lado.
    """,
    examples=(
        Example("acta 3", "acta de la tercera sesión ordinaria"),
        Example("acta E1", "acta de la primera sesión extraordinaria"),
        Example("acta 3 --definitivo", "la misma, sin la marca de borrador"),
        Example("acta 3 --ejemplo --salida prueba", "con los datos de ejemplo, en la carpeta «prueba»"),
    ),
)
