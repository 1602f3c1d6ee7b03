"""``invitacion CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "invitacion",
    summary="Sólo la invitación a una sesión o reunión.",
    text="""
    Genera la invitación a una sesión o a una reunión de trabajo para quienes asisten con voz y sin voto:
    Consejerías, personal del organismo, representaciones. «convocatoria» la genera también.

    A quién se invita lo dice la hoja «Destinatarios», con «Invitación» en «Recibe».
    """,
    examples=(
        Example("invitacion R1", "invitación a la primera reunión de trabajo"),
        Example("invitacion R1-PM1", "la que va dirigida sólo a esa representación"),
    ),
)
