"""What templates are offered: the pieces that several kinds of document share.

Every attribute is a template variable; names are those of the trackers and the Reglamento. A template
holds constant prose, loops, conditions on ``bool`` attributes or emptiness, and these variables.
"""

from __future__ import annotations

from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record

SAMPLE_MARK = "EJEMPLO"
"""What a document that uses sample rows says in its header."""


@record(frozen=True, slots=True)
class Membrete:
    """Header and footer of every document.

    Attributes:
        institucion: name of the institute.
        organo: name of the committee.
        proceso: name of the electoral process.
        documento: short name of the document, as the footer says it.
        estado: ``BORRADOR`` or empty for a definitive document.
        ejemplo: ``EJEMPLO`` where sample rows were used, else empty.
        leyenda: legend of the year, or empty.
        lema: motto of the institute, or empty.
        clasificacion: archival classification, or empty.
        domicilio: address of the institute, or empty.
    """

    institucion: Prose
    organo: Prose
    proceso: Prose
    documento: str
    estado: str
    ejemplo: str
    leyenda: str
    lema: str
    clasificacion: str
    domicilio: str


@record(frozen=True, slots=True)
class PuntoListado:
    """A point in a printed agenda."""

    numero: Prose
    texto: Prose


@record(frozen=True, slots=True)
class Firma:
    """One signature line: who signs, in what quality, and why where it is out of the ordinary.

    Attributes:
        linea: content control that a signature field takes the place of; a few no-break spaces.
    """

    linea: Prose
    nombre: Prose
    cargo: Prose
    nota: str


@record(frozen=True, slots=True)
class FilaFirmas:
    """One row of the signature block: one or two lines, side by side.

    Attributes:
        izquierda: first signature of the row.
        derecha: at most one more; empty in the last row of an odd block.
    """

    izquierda: Firma
    derecha: tuple[Firma, ...]


@record(frozen=True, slots=True)
class Anexo:
    """One annex of an act, or one document that goes with a convocatoria."""

    numero: str
    titulo: Prose
    detalle: Prose


@record(frozen=True, slots=True)
class Destinado:
    """One addressee, as printed: name (with title) and post."""

    nombre: Prose
    cargo: Prose
