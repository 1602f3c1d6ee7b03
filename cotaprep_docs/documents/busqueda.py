"""From a key as typed to the session it means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.problem_kinds import NOT_FOR_THIS, UNKNOWN_SESION
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation


def find_sesion(proceso: Proceso, clave: str) -> Sesion:
    """Return the session of a key as typed.

    Raises:
        UsageProblem: there is none; the nearest key is offered.
    """
    found = proceso.sesion(clave)
    if found is not None:
        return found
    keys = [sesion.clave for sesion in proceso.sesiones]
    raise UsageProblem(
        UNKNOWN_SESION.at(
            CellLocation(LIBRO, "Calendario"),
            clave=clave,
            parecida=nearest(clave, keys),
            claves=", ".join(keys) or "(el calendario está vacío)",
        )
    )


def nearest(clave: str, keys: Iterable[str]) -> str:
    """Return «; la más parecida es «3»», or nothing where none is like it."""
    near = difflib.get_close_matches(normalize_clave(clave), list(keys), n=1, cutoff=0.5)
    return f"; la más parecida es «{near[0]}»" if near else ""


def of_any(proceso: Proceso, normas: Normas, clave: str) -> Fuente:
    """Return a session or meeting."""
    return Fuente(proceso, normas, find_sesion(proceso, clave))


def of_session(proceso: Proceso, normas: Normas, clave: str) -> Fuente:
    """Return a session.

    Raises:
        UsageProblem: there is none, or it is a formal meeting, in which nothing is put to the vote.
    """
    fuente = of_any(proceso, normas, clave)
    if fuente.sesion.is_reunion:
        raise UsageProblem(
            NOT_FOR_THIS.at(
                fuente.sesion.origin.cell("tipo"),
                motivo=f"«{fuente.clave}» es una reunión de trabajo: no tiene acta, pues no se vota en ella",
                comando=f"cotaprep-docs convocatoria {fuente.clave}",
            )
        )
    return fuente


def every_key(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all sessions and meetings."""
    return tuple(sesion.clave for sesion in proceso.sesiones)


def session_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all sessions, meetings left out."""
    return tuple(sesion.clave for sesion in proceso.sesiones if not sesion.is_reunion)
