"""``convocatoria CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "convocatoria",
    summary="Convocatoria a una sesión o reunión.",
    text="""
    Genera la convocatoria a una sesión o a una reunión de trabajo, con su orden del día: DOCX y PDF.

    Al lado deja un archivo .ics para adjuntarlo al correo: quien lo abre apunta la sesión en Outlook, Google
    Calendar o Apple Calendar. Si la sesión se canceló, sólo se genera ese archivo, que la quita de ahí.

    Lo que aún no se ha capturado queda señalado en el borrador como «FALTA». Si alguien ya modificó el DOCX,
    se conserva y la versión nueva queda al lado.
    """,
    examples=(
        Example("convocatoria 4", "convocatoria a la cuarta sesión ordinaria"),
        Example("convocatoria R1", "convocatoria a la primera reunión de trabajo"),
        Example("convocatoria 4 --definitivo", "la misma, sin la marca de borrador"),
    ),
    with_ics=True,
)
