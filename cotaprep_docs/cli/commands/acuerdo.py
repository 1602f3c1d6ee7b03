"""``acuerdo CLAVE``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, document_command

command = document_command(
    "acuerdo",
    summary="Acuerdo, opinión o recomendación del comité.",
    text="""
    Genera un acuerdo, opinión o recomendación como documento: glosario, antecedentes, considerandos, puntos,
    votación y firmas. Mientras no se capture su votación es un proyecto.

    Los puntos salen del texto del acuerdo, un párrafo por punto. Sus antecedentes y considerandos van en
    «Dictámenes», en renglones con la clave del acuerdo.
    """,
    examples=(
        Example("acuerdo A5", "el acuerdo con la clave A5 de la hoja «Acuerdos»"),
        Example("acuerdo A5 --definitivo", "el mismo, sin la marca de borrador"),
    ),
    clave=Clave("CLAVE", "Clave o número del acuerdo, como está en la hoja «Acuerdos»."),
)
