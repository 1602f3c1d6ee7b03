"""Numbers of acts, as documents print them: the one assigned or typed, else the gap that asks for it."""

from __future__ import annotations

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.prose.prose import Gap, Prose, as_prose

_HINT = "Escriba en esa celda el número que le corresponde en su serie."


def numero_acuerdo(acuerdo: Acuerdo) -> Prose:
    """Return the number of an agreement."""
    return as_prose(acuerdo.numero or Gap("número de acuerdo", acuerdo.origin.cell("numero"), _HINT))


def numero_oficio(fuente: Fuente, field: str) -> Prose:
    """Return the number of a letter that the session's row holds.

    Args:
        fuente: the session.
        field: ``oficio_convocatoria`` or ``oficio_invitacion``.
    """
    return fuente.texto(field, "número de oficio", _HINT)
