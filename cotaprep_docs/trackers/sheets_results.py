"""Sheets about what sessions leave behind: interventions, documents, agreements, opinions, the plan."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.domain.acuerdo import (
    Acuerdo,
    Compromiso,
    Correccion,
    Documento,
    Intervencion,
    Oficio,
    PasajeDictamen,
    PasajePlan,
)
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.sheets_common import (
    DESPUES_COLUMN,
    MUESTRA_COLUMN,
    PUNTO_COLUMN,
    PUNTO_OPCIONAL,
    SESION_COLUMN,
    SESIONES_NS,
    clave,
    persona,
)

INTERVENCIONES = SheetSpec(
    "intervenciones",
    "Intervenciones",
    "Lo que dijo cada persona en un punto.",
    (
        SESION_COLUMN,
        PUNTO_COLUMN,
        ColumnSpec("orden", "Orden", Kind.INT, "Orden en que hablaron dentro del punto: 1, 2…", width=8),
        DESPUES_COLUMN,
        persona("persona", "Persona", "Clave de quien intervino.", essential=True),
        ColumnSpec(
            "texto", "Texto", Kind.LONG, "Lo dicho. Alt+Entrar separa párrafos.", width=90, required=True
        ),
        MUESTRA_COLUMN,
    ),
    Intervencion,
    "intervenciones",
    scope="sesion",
)

DOCUMENTOS = SheetSpec(
    "documentos",
    "Documentos",
    "Documentos circulados para una sesión o que se anexan a su acta.",
    (
        SESION_COLUMN,
        PUNTO_OPCIONAL,
        ColumnSpec(
            "titulo", "Título", Kind.TEXT, "Nombre del documento, como se cita.", width=60, required=True
        ),
        ColumnSpec(
            "tipo",
            "Tipo",
            Kind.CHOICE,
            "Circulado, Anexo o Voto particular.",
            width=16,
            choices=choices.TIPO_DOCUMENTO,
        ),
        persona("persona", "Persona", "De quién es, si es un voto particular."),
        ColumnSpec("fojas", "Fojas", Kind.INT, "Cuántas fojas tiene.", width=8),
        ColumnSpec("medio", "Medio", Kind.CHOICE, "Impreso o Electrónico.", width=13, choices=choices.MEDIO),
        ColumnSpec(
            "dispensa",
            "¿Dispensa de lectura?",
            Kind.YES_NO,
            "Sí, si se dispensó su lectura por haberse circulado.",
            width=12,
            choices=choices.YES_NO,
        ),
        MUESTRA_COLUMN,
    ),
    Documento,
    "documentos",
    scope="sesion",
)

_RESPONSABLE = ColumnSpec(
    "responsable", "Responsable", Kind.TEXT, "Clave o nombre de quien debe cumplirlo.", width=24
)
_PLAZO = ColumnSpec("plazo", "Plazo", Kind.DATE, "Fecha límite, dd/mm/aaaa.", width=12)
_ESTADO = ColumnSpec(
    "estado",
    "Estado",
    Kind.CHOICE,
    "Pendiente, En proceso, Cumplido o Cancelado.",
    width=13,
    choices=choices.ESTADO_ACUERDO,
)
_FECHA_CUMPLIMIENTO = ColumnSpec(
    "fecha_cumplimiento", "Fecha de cumplimiento", Kind.DATE, "Día en que se cumplió.", width=13
)
_EVIDENCIA = ColumnSpec("evidencia", "Evidencia", Kind.TEXT, "Documento u oficio que lo acredita.", width=28)

ACUERDOS = SheetSpec(
    "acuerdos",
    "Acuerdos",
    "Los acuerdos, opiniones y recomendaciones que tomó el comité, y cómo van.",
    (
        clave("Clave del acuerdo en este libro, sin repetir: A1, A2… No es su número oficial."),
        SESION_COLUMN,
        PUNTO_COLUMN,
        ColumnSpec(
            "votacion",
            "Votación",
            Kind.INT,
            "Secuencia de la votación que lo aprobó, si hubo más de una en el punto.",
            width=10,
        ),
        ColumnSpec(
            "tipo", "Tipo", Kind.CHOICE, "En blanco es Acuerdo.", width=15, choices=choices.TIPO_ACUERDO
        ),
        ColumnSpec("texto", "Texto", Kind.LONG, "Lo que se acuerda, completo.", width=70, required=True),
        ColumnSpec(
            "numero",
            "Número (solo si ya está asignado)",
            Kind.TEXT,
            "El programa lo asigna al hacer el documento definitivo. Escríbalo sólo si ya existe.",
            width=20,
        ),
        _RESPONSABLE,
        _PLAZO,
        _ESTADO,
        _FECHA_CUMPLIMIENTO,
        _EVIDENCIA,
        ColumnSpec("remitir_a", "Remitir a", Kind.TEXT, "A quién se envía: Consejo General.", width=24),
        MUESTRA_COLUMN,
    ),
    Acuerdo,
    "acuerdos",
    unique=("clave",),
    scope="sesion",
)

COMPROMISOS = SheetSpec(
    "compromisos",
    "Compromisos",
    "Lo que alguien se comprometió a hacer en una sesión o reunión de trabajo.",
    (
        clave("Clave del compromiso, sin repetir: C1, C2…"),
        SESION_COLUMN,
        PUNTO_OPCIONAL,
        ColumnSpec("texto", "Texto", Kind.LONG, "A qué se comprometió.", width=70, required=True),
        _RESPONSABLE,
        _PLAZO,
        _ESTADO,
        _FECHA_CUMPLIMIENTO,
        _EVIDENCIA,
        MUESTRA_COLUMN,
    ),
    Compromiso,
    "compromisos",
    unique=("clave",),
    scope="sesion",
)

DICTAMENES = SheetSpec(
    "dictamenes",
    "Dictámenes",
    "Los párrafos de cada dictamen u opinión técnica, y las razones de cada acuerdo, uno por renglón.",
    (
        clave(
            "Clave del dictamen; se repite en cada uno de sus párrafos: D-CATD. Para las razones de un "
            "acuerdo, la clave del acuerdo: A5."
        ),
        ColumnSpec(
            "titulo", "Título", Kind.TEXT, "Título del dictamen, igual en todos sus renglones.", width=44,
            required=True,
        ),
        dataclasses.replace(SESION_COLUMN, required=False, essential=False),
        PUNTO_OPCIONAL,
        ColumnSpec(
            "seccion",
            "Sección",
            Kind.CHOICE,
            "Glosario («Término: significado»), Antecedentes, Considerandos, Análisis técnico o Puntos de "
            "dictamen. Los puntos de un acuerdo salen de su texto.",
            width=20,
            required=True,
            choices=choices.SECCION,
        ),
        ColumnSpec("numero", "Número", Kind.INT, "Orden del párrafo en su sección: 1, 2…", width=9),
        ColumnSpec("texto", "Texto", Kind.LONG, "El párrafo.", width=90, required=True),
        ColumnSpec(
            "tabla",
            "Tabla",
            Kind.CHOICE,
            "Tabla que sigue al párrafo; el programa la toma de avances_prep.xlsx.",
            width=24,
            choices=choices.TABLA,
        ),
        MUESTRA_COLUMN,
    ),
    PasajeDictamen,
    "dictamenes",
    scope="sesion",
)  # fmt: skip

PLAN = SheetSpec(
    "plan",
    "Plan",
    "El plan de trabajo, párrafo por párrafo y sin cambiarle nada.",
    (
        ColumnSpec(
            "orden",
            "Orden",
            Kind.INT,
            "Lugar del párrafo en el plan.",
            width=8,
            required=True,
            essential=True,
        ),
        ColumnSpec("capitulo", "Capítulo", Kind.TEXT, "Título del capítulo.", width=40, required=True),
        ColumnSpec(
            "estilo",
            "Estilo",
            Kind.CHOICE,
            "Párrafo, Viñeta, Inciso o Nota.",
            width=11,
            choices=choices.ESTILO_PLAN,
        ),
        ColumnSpec("texto", "Texto", Kind.LONG, "El párrafo, tal cual.", width=100, required=True),
        ColumnSpec("nota", "Nota", Kind.TEXT, "Nota al pie del párrafo.", width=40),
        MUESTRA_COLUMN,
    ),
    PasajePlan,
    "plan",
)

OFICIOS = SheetSpec(
    "oficios",
    "Oficios",
    "Número y fecha de los oficios de remisión, avisos, extractos y fes de erratas. Los de convocatoria e "
    "invitación van en Calendario.",
    (
        ColumnSpec(
            "documento",
            "Documento",
            Kind.TEXT,
            "Nombre de su archivo, sin terminación: oficio-remision-acta-3, aviso-5, extracto-3-A5. Para "
            "anotar que se envió un entregable: entregable-9; si es mensual, entregable-3-2024-01; si tiene "
            "varias versiones, entregable-8-proyecto.",
            width=34,
            required=True,
            essential=True,
        ),
        ColumnSpec(
            "numero", "Número", Kind.TEXT, "Número de oficio, sólo si ya está asignado.", width=20
        ),
        ColumnSpec("fecha", "Fecha", Kind.DATE, "Fecha que lleva, dd/mm/aaaa.", width=12),
        ColumnSpec(
            "medio", "Medio", Kind.CHOICE, "Cómo se envía: Impreso o Electrónico.", width=13,
            choices=choices.MEDIO,
        ),
        ColumnSpec(
            "fojas",
            "Fojas",
            Kind.INT,
            "Cuántas tiene lo que se remite. En blanco, las del PDF que hizo el programa.",
            width=8,
        ),
        MUESTRA_COLUMN,
    ),
    Oficio,
    "oficios",
    unique=("documento",),
)  # fmt: skip

CORRECCIONES = SheetSpec(
    "correcciones",
    "Correcciones",
    "Lo que se corrigió de un acta: al aprobarla (modificación) o después (errata).",
    (
        dataclasses.replace(SESION_COLUMN, note="Clave de la sesión cuya acta se corrige: 3, E1."),
        ColumnSpec(
            "tipo",
            "Tipo",
            Kind.CHOICE,
            "Modificación: se hizo al aprobar el acta. Errata: se advirtió después.",
            width=14,
            required=True,
            choices=choices.TIPO_CORRECCION,
        ),
        ColumnSpec(
            "aprobada_en",
            "Aprobada en",
            Kind.SESION,
            "Clave de la sesión en que se aprobó el acta.",
            width=11,
            expected=True,
            target=SESIONES_NS,
        ),
        ColumnSpec(
            "apartado",
            "Apartado",
            Kind.TEXT,
            "Dónde está: «Punto 4, segundo párrafo».",
            width=28,
            expected=True,
        ),
        ColumnSpec("dice", "Dice", Kind.LONG, "Lo que dice el acta, tal cual.", width=60, required=True),
        ColumnSpec(
            "debe_decir", "Debe decir", Kind.LONG, "Lo que debe decir, tal cual.", width=60, required=True
        ),
        MUESTRA_COLUMN,
    ),
    Correccion,
    "correcciones",
    scope="sesion",
)

RESULT_SHEETS = (INTERVENCIONES, DOCUMENTOS, ACUERDOS, COMPROMISOS, DICTAMENES, OFICIOS, CORRECCIONES, PLAN)
