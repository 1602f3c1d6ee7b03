"""Rows of attendance that are written before a session, so that only what happened is left to fill in."""

from __future__ import annotations

from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion


def missing_attendance(proceso: Proceso) -> list[dict[str, object]]:
    """Return a row for each session to come and each person in office then who has none yet."""
    known = {(row.sesion, row.persona) for row in proceso.asistencias}
    return [
        {"sesion": sesion.clave, "persona": person.clave}
        for sesion in proceso.sesiones
        if sesion.estado is EstadoSesion.PROGRAMADA and sesion.hora_inicio is None
        for person in proceso.roster(sesion)
        if (sesion.clave, person.clave) not in known
    ]
