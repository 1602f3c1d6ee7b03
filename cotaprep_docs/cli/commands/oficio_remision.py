"""``oficio remision DOCUMENTO``."""

from __future__ import annotations

from cotaprep_docs.cli.command import Example
from cotaprep_docs.cli.document_command import Clave, Shape, document_command

command = document_command(
    "oficio-remision",
    summary="Oficio que remite un documento al órgano superior.",
    text="""
    Genera el oficio que remite un documento al órgano superior de dirección, por conducto de la Secretaría
    Ejecutiva, con la relación de anexos, sus fojas y su medio.

    Las fojas de lo que se remite son las páginas de su PDF, si ya se generó. El número, la fecha y el medio
    van en «Oficios», en el renglón «oficio-remision-DOCUMENTO»; a quién se dirige, en
    «Destinatarios», con «Remisión».
    """,
    examples=(
        Example("oficio remision acta-3", "remite el acta de la tercera sesión ordinaria"),
        Example("oficio remision acuerdo-A5", "remite el acuerdo A5"),
        Example("oficio remision dictamen-D-CATD", "remite un dictamen"),
    ),
    clave=Clave(
        "DOCUMENTO", "Nombre de su archivo sin terminación (acta-3), o la clave de un acuerdo o dictamen."
    ),
    shape=Shape(name="remision"),
)
