"""Columns that many sheets share, declared once."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import MUESTRA, ColumnSpec, Kind

PERSONAS = "personas"
CON_VOTO = "con voto"
SESIONES_NS = "sesiones"
PUNTOS = "puntos"
SIMULACROS = "simulacros"

REQUIRED = {"required": True}
ESSENTIAL = {"required": True, "essential": True}

MUESTRA_COLUMN = ColumnSpec(
    MUESTRA,
    "Muestra",
    Kind.YES_NO,
    "«Sí» si el renglón es de ejemplo: todo documento que lo use dirá EJEMPLO y no podrá ser definitivo. "
    "Bórrelo al capturar el dato verdadero.",
    width=10,
    choices=choices.YES_NO,
)
SESION_COLUMN = ColumnSpec(
    "sesion",
    "Sesión",
    Kind.SESION,
    "Clave de la sesión o reunión, como está en Calendario: 3, E1, R2.",
    width=10,
    required=True,
    essential=True,
    target=SESIONES_NS,
    aliases=("Clave de la sesión", "Sesión o reunión"),
)
PUNTO_COLUMN = ColumnSpec(
    "punto",
    "Punto",
    Kind.PUNTO,
    "Número del punto en el orden del día aprobado: 4 o 4.1.",
    width=9,
    required=True,
    essential=True,
    target=PUNTOS,
    aliases=("Núm. de punto", "Punto del orden del día"),
)
PUNTO_OPCIONAL = dataclasses.replace(
    PUNTO_COLUMN,
    required=False,
    essential=False,
    note="Número del punto en el orden del día aprobado: 4 o 4.1. En blanco si no toca a uno solo.",
)
DESPUES_COLUMN = ColumnSpec(
    "despues_de_votacion",
    "Después de la votación",
    Kind.INT,
    "Sólo si pasó después de una votación de ese mismo punto: 1 tras la primera, 2 tras la segunda.",
    width=12,
)
GENERO_COLUMN = ColumnSpec(
    "genero",
    "Género",
    Kind.CHOICE,
    "Para la concordancia («la Secretaria», «el Secretario»). En blanco, el texto evita el género.",
    width=12,
    choices=choices.GENERO,
)
CORREO_COLUMN = ColumnSpec("correo", "Correo", Kind.TEXT, "Correo al que se le convoca.", width=28)
DESDE_COLUMN = ColumnSpec(
    "desde", "Desde", Kind.DATE, "Primer día en funciones. En blanco: desde siempre.", width=12
)
HASTA_COLUMN = ColumnSpec(
    "hasta",
    "Hasta",
    Kind.DATE,
    "Último día en funciones. En blanco: sigue. Quien se va no se borra: se le pone fecha.",
    width=12,
)
TRATAMIENTO_COLUMN = ColumnSpec(
    "tratamiento", "Tratamiento", Kind.TEXT, "Lo que va antes del nombre: Mtra., Dr., Ing.", width=12
)


def clave(note: str, width: float = 12) -> ColumnSpec:
    """Return the column of a sheet's own key."""
    return ColumnSpec("clave", "Clave", Kind.KEY, note, width=width, required=True, essential=True)


def persona(field: str, header: str, note: str, *, essential: bool = False) -> ColumnSpec:
    """Return a column that points at a person, a guest or a representation."""
    return ColumnSpec(
        field,
        header,
        Kind.PERSONA,
        note,
        width=14,
        required=essential,
        essential=essential,
        target=PERSONAS,
    )
