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
                motivo=f"«{fuente.clave}» es una reunión de trabajo: tiene minuta, no acta, pues no se vota",
                comando=f"cotaprep-docs minuta {fuente.clave}",
            )
        )
    return fuente


def of_meeting(proceso: Proceso, normas: Normas, clave: str) -> Fuente:
    """Return a formal meeting; ``3`` means the third one where there is an ``R3``.

    Raises:
        UsageProblem: there is none, or it is a session, which has an acta.
    """
    meeting = proceso.sesion(f"R{clave}") if clave.strip().isdigit() else None
    fuente = Fuente(proceso, normas, meeting) if meeting is not None else of_any(proceso, normas, clave)
    if not fuente.sesion.is_reunion:
        raise UsageProblem(
            NOT_FOR_THIS.at(
                fuente.sesion.origin.cell("tipo"),
                motivo=f"«{fuente.clave}» es una sesión: de ella se levanta acta, no minuta",
                comando=f"cotaprep-docs acta {fuente.clave}",
            )
        )
    return fuente


def meeting_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all formal meetings."""
    return tuple(sesion.clave for sesion in proceso.sesiones if sesion.is_reunion)


def every_key(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all sessions and meetings."""
    return tuple(sesion.clave for sesion in proceso.sesiones)


def session_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all sessions, meetings left out."""
    return tuple(sesion.clave for sesion in proceso.sesiones if not sesion.is_reunion)
