"""The list of sessions and meetings, with the key each answers to."""

from __future__ import annotations

import dataclasses
from typing import Any

from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.results import problem_json
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class SesionListada:
    """One session or meeting, as a list shows it.

    Attributes:
        clave: what to type.
        nombre: what it is.
        fecha: its day as dd/mm/aaaa, or empty.
        estado: what became of it.
        muestra: whether what was captured of it is sample.
    """

    clave: str
    nombre: str
    fecha: str
    estado: str
    muestra: bool


def list_sesiones(lectura: Lectura) -> tuple[SesionListada, ...]:
    """Return all sessions and meetings, in the order of the calendar."""
    return tuple(
        SesionListada(
            clave=sesion.clave,
            nombre=sesion_title(sesion, lectura.proceso.organismo),
            fecha=f"{sesion.fecha:%d/%m/%Y}" if sesion.fecha else "",
            estado=str(sesion.estado.value),
            muestra=sesion.muestra,
        )
        for sesion in lectura.proceso.sesiones
    )


def sesiones_json(lectura: Lectura) -> dict[str, Any]:
    """Return the list as the command line's JSON shows it, with what was wrong with the trackers."""
    return {
        "sesiones": [dataclasses.asdict(sesion) for sesion in list_sesiones(lectura)],
        "problemas": [problem_json(problem) for problem in lectura.problems],
    }
