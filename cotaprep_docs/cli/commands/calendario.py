"""``calendario``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import document_command

command = document_command(
    "calendario",
    summary="Calendario de sesiones y reuniones.",
    text="""
    Genera el calendario de sesiones y reuniones, y un archivo .ics con todas, para importarlas en
    Outlook, Google Calendar o Apple Calendar.
    """,
    examples=(Example("calendario", "el calendario y su .ics"),),
    clave=None,
    with_ics=True,
)
