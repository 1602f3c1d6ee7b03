"""Numbers of acts, as documents print them: the one assigned or typed, else the gap that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.acto import Acto, acuerdo_key, oficio_key
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.serie import ACUERDOS, OFICIOS
from cotaprep_docs.prose.prose import Prose, as_prose


def numero_acuerdo(fuente: Fuente, acuerdo: Acuerdo) -> Prose:
    """Return the number of an agreement."""
    gap = fuente.number_gap(ACUERDOS, "número de acuerdo", acuerdo.origin.cell("numero"))
    return as_prose(acuerdo.numero or gap)


def numero_oficio(fuente: Fuente, kind: str, label: str = "número de oficio") -> Prose:
    """Return the number of a letter that the session's row holds.

    Args:
        fuente: the session.
        kind: ``convocatoria`` or ``invitacion``.
        label: what it is called where it is missing.
    """
    field = f"oficio_{kind}"
    number: str = getattr(fuente.sesion, field)
    return as_prose(number or fuente.number_gap(OFICIOS, label, fuente.sesion.origin.cell(field)))


def acto_of_oficio(fuente: Fuente, kind: str) -> Iterator[Acto]:
    """Yield the act that a letter of the session's row is."""
    key = oficio_key(kind, fuente.sesion.clave)
    return (acto for acto in fuente.actos if acto.clave == key)


def acto_of_acuerdo(fuente: Fuente, acuerdo: Acuerdo) -> Iterator[Acto]:
    """Yield the act that an agreement is."""
    key = acuerdo_key(acuerdo)
    return (acto for acto in fuente.actos if acto.clave == key)
