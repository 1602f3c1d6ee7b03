"""The plan as a workspace made from it alone would hold it: calendar and agendas, nothing that happened."""

from __future__ import annotations

import dataclasses
from typing import Any

from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion

_HELD: dict[str, Any] = {
    "hora": None,
    "lugar": "",
    "modalidad": None,
    "enlace": "",
    "estado": EstadoSesion.PROGRAMADA,
    "fecha_convocatoria": None,
    "oficio_convocatoria": "",
    "oficio_invitacion": "",
    "hora_inicio": None,
    "hora_clausura": None,
    "fecha_clausura": None,
    "muestra": False,
}


def plan_alone(proceso: Proceso) -> Proceso:
    """Return a process without its sample facts: no attendance, no votes, no agreements, no progress."""
    return dataclasses.replace(
        proceso,
        sesiones=tuple(dataclasses.replace(sesion, **_HELD) for sesion in proceso.sesiones),
        puntos=tuple(
            dataclasses.replace(p, narrativa="", presenta="", muestra=False) for p in proceso.puntos
        ),
        asistencias=(),
        movimientos=(),
        votaciones=(),
        intervenciones=(),
        documentos=(),
        acuerdos=(),
        compromisos=(),
        dictamenes=(),
        avances=Avances(),
    )
