"""Sheets about what happens at the table: agenda, attendance, movements, votes."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.domain.asistencia import Asistencia, Movimiento
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.votacion import Votacion
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.sheets_calendar import CALENDARIO
from cotaprep_docs.trackers.sheets_common import (
    CON_VOTO,
    DESPUES_COLUMN,
    MUESTRA_COLUMN,
    PUNTO_COLUMN,
    SESION_COLUMN,
    SESIONES_NS,
    persona,
)

ORDEN_DIA = SheetSpec(
    "orden_dia",
    "Orden del día",
    "Los puntos de cada sesión o reunión, uno por renglón.",
    (
        SESION_COLUMN,
        ColumnSpec(
            "numero",
            "Número",
            Kind.PUNTO,
            "Número en la convocatoria: 4; 4.1 para un subpunto.",
            width=9,
            required=True,
            essential=True,
            aliases=("Núm.", "Número convocado", "Punto"),
        ),
        ColumnSpec(
            "numero_aprobado",
            "Número aprobado",
            Kind.PUNTO,
            "Sólo si al aprobar el orden del día cambió de número.",
            width=10,
        ),
        ColumnSpec(
            "texto",
            "Texto del punto",
            Kind.LONG,
            "Tal como se convoca, sin el número.",
            width=64,
            required=True,
        ),
        ColumnSpec(
            "clase",
            "Clase",
            Kind.CHOICE,
            "Qué se hace en el punto; decide cómo lo narra el acta.",
            width=24,
            required=True,
            choices=choices.CLASE_PUNTO,
        ),
        ColumnSpec("tema", "Tema", Kind.TEXT, "Tema, para dar seguimiento.", width=20),
        ColumnSpec(
            "entregable", "Entregable", Kind.TEXT, "Número del entregable al INE que atiende.", width=11
        ),
        ColumnSpec(
            "se_vota",
            "¿Se vota?",
            Kind.YES_NO,
            "Sí, si el punto se somete a votación.",
            width=9,
            choices=choices.YES_NO,
        ),
        ColumnSpec(
            "estado",
            "Estado",
            Kind.CHOICE,
            "En blanco es Convocado. Un punto retirado conserva su renglón y su número.",
            width=13,
            choices=choices.ESTADO_PUNTO,
        ),
        ColumnSpec(
            "pospuesto_a",
            "Pospuesto a",
            Kind.SESION,
            "Clave de la sesión a la que pasa.",
            width=10,
            target=SESIONES_NS,
        ),
        persona("promovido_por", "Promovido por", "Clave de quien pidió el cambio."),
        ColumnSpec("motivo", "Motivo", Kind.TEXT, "Por qué se incorpora, retira o pospone.", width=26),
        persona("presenta", "Presenta", "Clave de quien expone el punto."),
        ColumnSpec(
            "narrativa",
            "Narrativa",
            Kind.LONG,
            "Lo que se expuso, en pasado. Alt+Entrar separa párrafos.",
            width=64,
        ),
        MUESTRA_COLUMN,
    ),
    Punto,
    "puntos",
    unique=("sesion", "numero", "numero_aprobado"),
    scope="sesion",
    required=True,
)

ASISTENCIA = SheetSpec(
    "asistencia",
    "Asistencia",
    "El pase de lista: un renglón por sesión y persona.",
    (
        SESION_COLUMN,
        persona("persona", "Persona", "Clave de la persona o representación.", essential=True),
        ColumnSpec(
            "estado",
            "Asistencia",
            Kind.CHOICE,
            "Presente, Ausente o Justificada. En blanco: aún no se captura.",
            width=13,
            expected=True,
            choices=choices.ESTADO_ASISTENCIA,
        ),
        ColumnSpec(
            "modalidad",
            "Modalidad",
            Kind.CHOICE,
            "Sólo si asiste de otro modo que la sesión.",
            width=12,
            choices=choices.MODALIDAD,
        ),
        ColumnSpec("hora_llegada", "Hora de llegada", Kind.TIME, "Sólo si llegó tarde, hh:mm.", width=10),
        ColumnSpec(
            "acude",
            "Acude",
            Kind.CHOICE,
            "Quién acude por una representación: Propietario o Suplente.",
            width=13,
            choices=choices.ACUDE,
        ),
        ColumnSpec("motivo", "Motivo de ausencia", Kind.TEXT, "El que se avisó.", width=30),
        ColumnSpec(
            "firma",
            "Firma",
            Kind.YES_NO,
            "Sólo para cambiar la regla (firma quien estuvo presente): Sí o No.",
            width=8,
            choices=choices.YES_NO,
        ),
        ColumnSpec("motivo_firma", "Motivo de la firma", Kind.TEXT, "Por qué firma o no firma.", width=28),
        MUESTRA_COLUMN,
    ),
    Asistencia,
    "asistencias",
    unique=("sesion", "persona"),
    scope="sesion",
)

MOVIMIENTOS = SheetSpec(
    "movimientos",
    "Movimientos",
    "Quién llega tarde, se retira o regresa, y los recesos, en el orden en que pasaron.",
    (
        SESION_COLUMN,
        ColumnSpec(
            "tipo",
            "Movimiento",
            Kind.CHOICE,
            "Entra, Sale, Receso o Reanuda.",
            width=12,
            required=True,
            essential=True,
            choices=choices.MOVIMIENTO,
        ),
        persona("persona", "Persona", "Clave de quien entra o sale. En blanco en recesos."),
        ColumnSpec("hora", "Hora", Kind.TIME, "Hora en que pasó, hh:mm.", width=9, required=True),
        ColumnSpec("fecha", "Fecha", Kind.DATE, "Sólo si fue otro día que el de la sesión.", width=12),
        dataclasses.replace(
            PUNTO_COLUMN,
            field="antes_del_punto",
            header="Antes del punto",
            note="Número del punto que seguía cuando pasó: 4. Lo que pasó durante el 3 va «antes del 4».",
            essential=False,
            aliases=(),
        ),
        DESPUES_COLUMN,
        ColumnSpec("motivo", "Motivo", Kind.TEXT, "Si se dijo.", width=30),
        MUESTRA_COLUMN,
    ),
    Movimiento,
    "movimientos",
    scope="sesion",
)

VOTACIONES = SheetSpec(
    "votaciones",
    "Votaciones",
    "Una votación por renglón. El resultado lo calcula el programa.",
    (
        SESION_COLUMN,
        PUNTO_COLUMN,
        ColumnSpec(
            "secuencia",
            "Secuencia",
            Kind.INT,
            "1 la primera votación del punto (o en blanco); 2 la segunda, tras un empate.",
            width=10,
        ),
        ColumnSpec("asunto", "Asunto", Kind.LONG, "Qué se votó. En blanco: el punto mismo.", width=40),
        ColumnSpec(
            "forma",
            "Forma",
            Kind.CHOICE,
            "Unanimidad: todas las personas presentes a favor, sin llenar sus columnas. Nominal: voto por "
            "persona en su columna.",
            width=13,
            expected=True,
            choices=choices.FORMA_VOTACION,
        ),
        ColumnSpec(
            "votos",
            "(clave de cada integrante)",
            Kind.VOTES,
            "Voto de la persona: A favor, En contra, Abstención o Excusa. En blanco si no votó o si la forma "
            "es Unanimidad.",
            width=12,
            choices=choices.VOTO,
            target=CON_VOTO,
        ),
        ColumnSpec(
            "resultado_tecleado",
            "Resultado (lo calcula el programa)",
            Kind.CHOICE,
            "Puede quedar en blanco. Si lo escribe, se compara con el calculado.",
            width=24,
            choices=choices.RESULTADO,
        ),
        ColumnSpec(
            "votos_particulares",
            "Votos particulares",
            Kind.PEOPLE,
            "Claves de quienes anunciaron voto particular, separadas por comas.",
            width=14,
            target=CON_VOTO,
        ),
        MUESTRA_COLUMN,
    ),
    Votacion,
    "votaciones",
    unique=("sesion", "punto", "secuencia"),
    scope="sesion",
)

SESSION_SHEETS = (CALENDARIO, ORDEN_DIA, ASISTENCIA, MOVIMIENTOS, VOTACIONES)
