"""Numbers of acts, as documents print them: the one assigned or typed, else the gap that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.acto import Acto, acuerdo_key, oficio_key
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.serie import ACUERDOS, OFICIOS
from cotaprep_docs.prose.prose import Gap, Prose, as_prose


def numero_acuerdo(fuente: Fuente, acuerdo: Acuerdo) -> Prose:
    """Return the number of an agreement."""
    hint = fuente.number_hint(ACUERDOS)
    return as_prose(acuerdo.numero or Gap("número de acuerdo", acuerdo.origin.cell("numero"), hint))


def numero_oficio(fuente: Fuente, kind: str) -> Prose:
    """Return the number of a letter that the session's row holds.

    Args:
        fuente: the session.
        kind: ``convocatoria`` or ``invitacion``.
    """
    return fuente.texto(f"oficio_{kind}", "número de oficio", fuente.number_hint(OFICIOS))


def acto_of_oficio(fuente: Fuente, kind: str) -> Iterator[Acto]:
    """Yield the act that a letter of the session's row is."""
    key = oficio_key(kind, fuente.sesion.clave)
    return (acto for acto in fuente.actos if acto.clave == key)


def acto_of_acuerdo(fuente: Fuente, acuerdo: Acuerdo) -> Iterator[Acto]:
    """Yield the act that an agreement is."""
    key = acuerdo_key(acuerdo)
    return (acto for acto in fuente.actos if acto.clave == key)
