"""``convocatoria CLAVE``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Pedido, Shape, document_command, sin_ics_option, with_ics

if TYPE_CHECKING:
    from cotaprep_docs.app.lectura import Lectura
    from cotaprep_docs.app.results import Resultado


def _make(lectura: Lectura, ask: Pedido) -> Resultado:
    from cotaprep_docs.app.convocar import convocar  # noqa: PLC0415 - not for --help

    per_person = ask.options["por_destinatario"]
    result = convocar(lectura, ask.clave, ask.modo, por_destinatario=per_person)
    # To one of its addressees goes the letter alone: the entry is the same for all.
    return result if lectura.proceso.sesion(ask.clave) is None else with_ics(result, lectura, ask)


command = document_command(
    "convocatoria",
    summary="Convocatoria e invitación a una sesión o reunión.",
    text="""
    Genera la convocatoria a una sesión o a una reunión de trabajo, con su orden del día: DOCX y PDF. Si en
    «Destinatarios» hay personas a quienes se invita, genera también la invitación, con su número.

    Al lado deja un archivo .ics para adjuntarlo al correo: quien lo abre apunta la sesión en Outlook, Google
    Calendar o Apple Calendar. Si la sesión se canceló, sólo se genera ese archivo, que la quita de ahí.

    Lo que aún no se ha capturado queda señalado en el borrador como «FALTA». Si alguien ya modificó el DOCX,
    se conserva y la versión nueva queda al lado.
    """,
    examples=(
        Example("convocatoria 4", "convocatoria a la cuarta sesión ordinaria"),
        Example("convocatoria R1", "convocatoria e invitación a la primera reunión de trabajo"),
        Example("convocatoria 4 --por-destinatario", "un oficio por persona"),
        Example("convocatoria 4 --definitivo", "la misma, sin la marca de borrador"),
    ),
    shape=Shape(
        options=(
            click.Option(
                ["--por-destinatario"],
                is_flag=True,
                help="Genera un oficio por persona, en lugar de uno para todas.",
            ),
            sin_ics_option(),
        ),
        make=_make,
    ),
)
