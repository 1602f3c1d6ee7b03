"""Header and footer of every document."""

from __future__ import annotations

from cotaprep_docs.documents.context import SAMPLE_MARK, Membrete
from cotaprep_docs.documents.fuente import Fuente


def build_membrete(
    fuente: Fuente, documento: str, *, estado: str, muestra: bool, year: int | None
) -> Membrete:
    """Return header and footer.

    Args:
        fuente: the session written about.
        documento: short name of the document.
        estado: ``BORRADOR``, or empty for a definitive document.
        muestra: whether sample rows were used.
        year: of the document, which decides its legend; None where it is not known.
    """
    organismo = fuente.organismo
    return Membrete(
        institucion=fuente.institucional("institucion", "nombre de la institución"),
        organo=fuente.institucional("organo", "nombre del comité"),
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        documento=documento,
        estado=estado,
        ejemplo=SAMPLE_MARK if muestra else "",
        leyenda=organismo.leyenda_of(year),
        lema=organismo.lema,
        clasificacion=organismo.clasificacion_archivistica,
        domicilio=organismo.domicilio,
    )
