"""``aviso CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "aviso",
    summary="Aviso de que una sesión se canceló o cambió de fecha.",
    text="""
    Genera el oficio que avisa, a quienes se convocó o invitó, que una sesión o reunión se canceló o cambió de
    fecha, con el motivo.

    En «Calendario» van el estado (Cancelada o Reprogramada), la fecha anterior y el motivo. El número y la
    fecha del oficio van en «Oficios», en el renglón «aviso-CLAVE».
    """,
    examples=(
        Example("aviso 5", "aviso de la quinta sesión ordinaria, que se canceló o se movió"),
        Example("aviso R3 --definitivo", "el definitivo de una reunión"),
    ),
)
