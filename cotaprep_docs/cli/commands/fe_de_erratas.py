"""``fe-de-erratas CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "fe-de-erratas",
    summary="Fe de erratas de un acta ya aprobada.",
    text="""
    Genera la fe de erratas del acta de una sesión: lo que dice y lo que debe decir.

    Las erratas van en «Correcciones», con «Errata» en «Tipo». Lo que se cambió al aprobar un acta lleva ahí
    «Modificación» y lo dice el acta de la sesión que la aprobó.
    """,
    examples=(
        Example("fe-de-erratas 2", "fe de erratas del acta de la segunda sesión ordinaria"),
        Example("fe-de-erratas 2 --definitivo", "la misma, sin la marca de borrador"),
    ),
)
