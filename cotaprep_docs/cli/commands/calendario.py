"""``calendario``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import (
    Pedido,
    Shape,
    document_command,
    make_one,
    sin_ics_option,
    with_ics,
)

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.results import Resultado


def _make(lectura: Lectura, ask: Pedido) -> Resultado:
    return with_ics(make_one(lectura, ask), lectura, ask)


command = document_command(
    "calendario",
    summary="Calendario de sesiones y reuniones.",
    text="""
    Genera el calendario de sesiones y reuniones, y un archivo .ics con todas, para importarlas en
    Outlook, Google Calendar o Apple Calendar.
    """,
    examples=(Example("calendario", "el calendario y su .ics"),),
    clave=None,
    shape=Shape(options=(sin_ics_option(),), make=_make),
)
