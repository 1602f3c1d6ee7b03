"""From a key as typed to the letter it means: a session, or a session and one who receives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cotaprep_docs.documents.busqueda import find_sesion, nearest
from cotaprep_docs.documents.cartas import FuenteCarta, Receptor
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.problem_kinds import UNKNOWN_RECIPIENT
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation


def of_letter(
    proceso: Proceso, normas: Normas, clave: str, receptores: Callable[[Fuente], Sequence[Receptor]]
) -> FuenteCarta:
    """Return a session, or a session and one of those a letter about it goes to (``3-ANA``).

    Raises:
        UsageProblem: there is no such session, or nobody of that key receives the letter.
    """
    sesion, _, who = clave.rpartition("-")
    if proceso.sesion(clave) is not None or not sesion or proceso.sesion(sesion) is None:
        return FuenteCarta(proceso, normas, find_sesion(proceso, clave))
    fuente = FuenteCarta(proceso, normas, find_sesion(proceso, sesion))
    keys = [receptor.clave for receptor in receptores(fuente)]
    found = next((key for key in keys if normalize_clave(key) == normalize_clave(who)), None)
    if found is None:
        raise UsageProblem(
            UNKNOWN_RECIPIENT.at(
                CellLocation(LIBRO, "Destinatarios"),
                clave=who,
                parecida=nearest(who, keys),
                claves=", ".join(keys) or "(no hay nadie)",
            )
        )
    return FuenteCarta(proceso, normas, fuente.sesion, found)
