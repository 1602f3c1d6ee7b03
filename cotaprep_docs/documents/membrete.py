"""Header and footer of every document."""

from __future__ import annotations

from cotaprep_docs.documents.context import SAMPLE_MARK, Membrete
from cotaprep_docs.documents.redaccion import institutional
from cotaprep_docs.domain.organismo import Organismo


def build_membrete(
    organismo: Organismo, documento: str, *, estado: str, muestra: bool, year: int | None
) -> Membrete:
    """Return header and footer.

    Args:
        organismo: the institution.
        documento: short name of the document.
        estado: ``BORRADOR``, or empty for a definitive document.
        muestra: whether sample rows were used.
        year: of the document, which decides its legend; None where it is not known.
    """
    return Membrete(
        institucion=institutional(organismo, "institucion", "nombre de la institución"),
        organo=institutional(organismo, "organo", "nombre del comité"),
        proceso=institutional(organismo, "proceso_electoral", "proceso electoral"),
        documento=documento,
        estado=estado,
        ejemplo=SAMPLE_MARK if muestra else "",
        leyenda=organismo.leyenda_of(year),
        lema=organismo.lema,
        clasificacion=organismo.clasificacion_archivistica,
        domicilio=organismo.domicilio,
    )
