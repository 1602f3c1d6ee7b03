"""Sheets of the technical staff: progress, drills, sites, people, audit, risks."""

from __future__ import annotations

from cotaprep_docs.domain.avance import (
    AvanceMensual,
    Centro,
    HallazgoAuditoria,
    Personal,
    ProcesamientoHora,
    Riesgo,
    Simulacro,
)
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.sheets_common import MUESTRA_COLUMN, SIMULACROS, clave

_MES = ColumnSpec(
    "mes",
    "Mes",
    Kind.MONTH,
    "Cualquier día del mes, por ejemplo 01/11/2023; se ve como nov-2023.",
    width=11,
    required=True,
    essential=True,
)


def _count(field: str, header: str, note: str, width: float = 13) -> ColumnSpec:
    return ColumnSpec(field, header, Kind.INT, note, width=width)


AVANCE_MENSUAL = SheetSpec(
    "avance_mensual",
    "Avance mensual",
    "El avance planeado y el real de cada etapa, mes por mes.",
    (
        _MES,
        ColumnSpec(
            "etapa", "Etapa", Kind.TEXT, "Etapa del PREP, siempre con el mismo nombre.", width=34,
            required=True, essential=True,
        ),
        ColumnSpec("actividad", "Actividad", Kind.TEXT, "Actividad de la etapa.", width=40),
        ColumnSpec(
            "planeado", "Planeado (%)", Kind.PERCENT, "Avance planeado al fin del mes, de 0 a 100: 35.",
            width=11, required=True, essential=True,
        ),
        ColumnSpec(
            "real", "Real (%)", Kind.PERCENT, "Avance real al fin del mes, de 0 a 100.", width=11,
            expected=True,
        ),
        ColumnSpec("observaciones", "Observaciones", Kind.LONG, "Qué explica la diferencia.", width=50),
        MUESTRA_COLUMN,
    ),
    AvanceMensual,
    "mensuales",
    unique=("mes", "etapa", "actividad"),
    required=True,
)  # fmt: skip

SIMULACROS_SHEET = SheetSpec(
    "simulacros",
    "Simulacros",
    "Un simulacro por renglón: horas, actas por fase y lugares.",
    (
        clave("Clave del simulacro: S1, S2, S3.", width=9),
        ColumnSpec(
            "ordinal", "Ordinal", Kind.INT, "1 el primero, 2 el segundo…", width=9, required=True,
            essential=True,
        ),
        ColumnSpec("fecha", "Fecha", Kind.DATE, "Día del simulacro, dd/mm/aaaa.", width=12, expected=True),
        ColumnSpec("hora_inicio", "Hora de inicio", Kind.TIME, "hh:mm.", width=10, expected=True),
        ColumnSpec(
            "hora_primera_acta", "Hora de la primera acta", Kind.TIME, "Hora en que se contabilizó, hh:mm.",
            width=12,
        ),
        ColumnSpec("hora_cierre", "Hora de cierre", Kind.TIME, "hh:mm.", width=10),
        _count("esperadas", "Actas esperadas", "Total de actas que se esperaban."),
        _count("digitalizadas", "Actas digitalizadas", "Cuántas se digitalizaron."),
        _count("capturadas", "Actas capturadas", "Cuántas se capturaron."),
        _count("contabilizadas", "Actas contabilizadas", "Cuántas se contabilizaron.", 14),
        _count("catd", "CATD", "Cuántos CATD participaron.", 8),
        _count("ccv", "CCV", "Cuántos CCV participaron.", 8),
        _count("actualizaciones_hora", "Actualizaciones por hora", "De la publicación.", 15),
        _count("difusores", "Difusores", "Cuántos difusores participaron.", 10),
        ColumnSpec(
            "plan_continuidad", "Plan de continuidad", Kind.LONG, "Qué parte se aplicó y con qué resultado.",
            width=40,
        ),
        ColumnSpec("incidentes", "Incidentes", Kind.LONG, "Qué pasó y cómo se atendió.", width=40),
        ColumnSpec("asistentes", "Asistentes", Kind.LONG, "Quiénes lo presenciaron y dónde.", width=34),
        ColumnSpec(
            "conclusiones", "Conclusiones", Kind.LONG,
            "Qué se concluye del simulacro y qué se recomienda; pasa al informe general.", width=40,
        ),
        MUESTRA_COLUMN,
    ),
    Simulacro,
    "simulacros",
    unique=("clave",),
    namespace=SIMULACROS,
)  # fmt: skip

PROCESAMIENTO = SheetSpec(
    "procesamiento",
    "Procesamiento por hora",
    "Actas acumuladas hasta cada corte de un simulacro.",
    (
        ColumnSpec(
            "simulacro", "Simulacro", Kind.REFERENCE, "Clave del simulacro, de la hoja Simulacros: S1.",
            width=12, required=True, essential=True, target=SIMULACROS,
        ),
        ColumnSpec(
            "hora", "Hora", Kind.TIME, "Hora del corte, hh:mm.", width=9, required=True, essential=True,
            aliases=("Corte",),
        ),
        _count("digitalizadas", "Digitalizadas", "Acumuladas hasta el corte."),
        _count("capturadas", "Capturadas", "Acumuladas hasta el corte."),
        _count("contabilizadas", "Contabilizadas", "Acumuladas hasta el corte.", 15),
        MUESTRA_COLUMN,
    ),
    ProcesamientoHora,
    "procesamiento",
    unique=("simulacro", "hora"),
)  # fmt: skip

CENTROS = SheetSpec(
    "centros",
    "CATD y CCV",
    "Los centros, dónde están y cómo va su instalación.",
    (
        clave("Clave del centro, sin repetir: CATD-01.", width=12),
        ColumnSpec(
            "tipo", "Tipo", Kind.CHOICE, "CATD o CCV.", width=9, required=True, choices=choices.TIPO_CENTRO
        ),
        ColumnSpec("municipio", "Municipio", Kind.TEXT, "Municipio.", width=26),
        ColumnSpec("distrito", "Distrito", Kind.TEXT, "Número o cabecera del distrito.", width=12),
        ColumnSpec("domicilio", "Domicilio", Kind.TEXT, "Calle, número y colonia.", width=44),
        ColumnSpec(
            "estado", "Estado", Kind.CHOICE, "Hasta dónde va: Definido, Contratado, Equipado o Habilitado.",
            width=13, expected=True, choices=choices.ESTADO_CENTRO,
        ),
        _count("equipos", "Equipos", "Cuántos equipos tiene.", 10),
        ColumnSpec(
            "fecha_habilitacion", "Fecha de habilitación", Kind.DATE, "Día en que quedó habilitado.", width=13
        ),
        MUESTRA_COLUMN,
    ),
    Centro,
    "centros",
    unique=("clave",),
)  # fmt: skip

PERSONAL = SheetSpec(
    "personal",
    "Personal",
    "Personas requeridas, contratadas y capacitadas por rol, mes por mes.",
    (
        _MES,
        ColumnSpec(
            "rol", "Rol", Kind.TEXT, "Coordinación, supervisión, acopio, digitalización, captura…", width=34,
            required=True, essential=True,
        ),
        _count("requeridas", "Requeridas", "Cuántas personas se necesitan."),
        _count("contratadas", "Contratadas", "Cuántas hay contratadas."),
        _count("capacitadas", "Capacitadas", "Cuántas están capacitadas."),
        MUESTRA_COLUMN,
    ),
    Personal,
    "personal",
    unique=("mes", "rol"),
)  # fmt: skip

AUDITORIA = SheetSpec(
    "auditoria",
    "Auditoría",
    "Los hallazgos del ente auditor y cómo se atienden.",
    (
        clave("Clave del hallazgo: H1, H2…", width=10),
        ColumnSpec("fecha", "Fecha", Kind.DATE, "Día en que se informó.", width=12),
        ColumnSpec("prueba", "Prueba", Kind.TEXT, "Caja negra, penetración, denegación…", width=26),
        ColumnSpec("hallazgo", "Hallazgo", Kind.LONG, "Qué se encontró.", width=56, required=True),
        ColumnSpec(
            "gravedad", "Gravedad", Kind.CHOICE, "Alta, Media o Baja.", width=11, choices=choices.NIVEL
        ),
        ColumnSpec(
            "estado", "Estado", Kind.CHOICE, "Abierto, En atención o Atendido.", width=13,
            choices=choices.ESTADO_HALLAZGO,
        ),
        ColumnSpec("fecha_atencion", "Fecha de atención", Kind.DATE, "Día en que se atendió.", width=12),
        MUESTRA_COLUMN,
    ),
    HallazgoAuditoria,
    "auditoria",
    unique=("clave",),
)  # fmt: skip

RIESGOS = SheetSpec(
    "riesgos",
    "Riesgos",
    "Los riesgos del programa y qué se hace con ellos.",
    (
        clave("Clave del riesgo: RG1, RG2…", width=10),
        ColumnSpec("riesgo", "Riesgo", Kind.LONG, "Qué puede pasar.", width=50, required=True),
        ColumnSpec(
            "probabilidad", "Probabilidad", Kind.CHOICE, "Alta, Media o Baja.", width=13,
            choices=choices.NIVEL,
        ),
        ColumnSpec("impacto", "Impacto", Kind.CHOICE, "Alta, Media o Baja.", width=11, choices=choices.NIVEL),
        ColumnSpec("mitigacion", "Mitigación", Kind.LONG, "Qué se hace para evitarlo.", width=50),
        ColumnSpec("responsable", "Responsable", Kind.TEXT, "Quién lo atiende.", width=26),
        ColumnSpec(
            "estado", "Estado", Kind.CHOICE, "Abierto, En atención, Mitigado o Cerrado.", width=13,
            choices=choices.ESTADO_RIESGO,
        ),
        MUESTRA_COLUMN,
    ),
    Riesgo,
    "riesgos",
    unique=("clave",),
)  # fmt: skip

AVANCES_SHEETS = (AVANCE_MENSUAL, SIMULACROS_SHEET, PROCESAMIENTO, CENTROS, PERSONAL, AUDITORIA, RIESGOS)
