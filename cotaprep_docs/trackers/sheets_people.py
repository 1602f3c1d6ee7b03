"""Sheets about the institution and its people."""

from __future__ import annotations

from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.persona import Destinatario, Integrante, Invitado, Representacion
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import ColumnSpec, Kind, SheetSpec
from cotaprep_docs.trackers.sheets_common import (
    CORREO_COLUMN,
    DESDE_COLUMN,
    GENERO_COLUMN,
    HASTA_COLUMN,
    MUESTRA_COLUMN,
    PERSONAS,
    TRATAMIENTO_COLUMN,
    clave,
    persona,
)

_PERSON_KEY = (
    "Clave corta de la persona, sin repetir en Integrantes, Representaciones ni Invitados: iniciales, por "
    "ejemplo LVG. En las demás hojas se escribe esta clave, nunca el nombre. No la cambie después."
)

ORGANISMO = SheetSpec(
    "organismo",
    "Organismo",
    "Los datos de la institución y el estilo de sus documentos. Se llena sólo la columna Valor.",
    (
        ColumnSpec(
            "institucion",
            "Institución",
            Kind.TEXT,
            "Nombre completo del organismo electoral, como va en el membrete.",
            required=True,
        ),
        ColumnSpec(
            "siglas_institucion", "Siglas de la institución", Kind.TEXT, "Por ejemplo IEE.", expected=True
        ),
        ColumnSpec(
            "organo",
            "Nombre del comité",
            Kind.TEXT,
            "Nombre completo: Comité Técnico Asesor del Programa de Resultados Electorales Preliminares.",
            required=True,
            aliases=("Órgano", "Comité"),
        ),
        ColumnSpec("siglas_organo", "Siglas del comité", Kind.TEXT, "Por ejemplo COTAPREP.", expected=True),
        ColumnSpec(
            "proceso_electoral",
            "Proceso electoral",
            Kind.TEXT,
            "Por ejemplo: Proceso Electoral Local 2026-2027.",
            required=True,
        ),
        ColumnSpec(
            "fecha_jornada",
            "Fecha de la jornada electoral",
            Kind.DATE,
            "Día de la elección, dd/mm/aaaa; de ella se cuentan los plazos.",
            expected=True,
            aliases=("Jornada electoral",),
        ),
        ColumnSpec(
            "ciudad",
            "Ciudad",
            Kind.TEXT,
            "Donde se firman los documentos.",
            expected=True,
        ),
        ColumnSpec(
            "entidad", "Entidad federativa", Kind.TEXT, "Entidad federativa del organismo.", expected=True
        ),
        ColumnSpec(
            "domicilio", "Domicilio", Kind.TEXT, "Calle, número, colonia y código postal.", expected=True
        ),
        ColumnSpec("area", "Área", Kind.TEXT, "Área que hace las veces de Secretaría Técnica: Dirección de…"),
        ColumnSpec("lema", "Lema", Kind.TEXT, "Lema de la institución, si va en el membrete."),
        ColumnSpec(
            "leyenda",
            "Leyenda del año",
            Kind.LONG,
            "La decretada para el año, tal cual. Si cambia de año, un renglón por año: «2027: Año de…».",
        ),
        ColumnSpec(
            "acuerdo_designacion",
            "Acuerdo de designación",
            Kind.TEXT,
            "Número del acuerdo que designó al comité.",
        ),
        ColumnSpec("fecha_designacion", "Fecha de designación", Kind.DATE, "Día de ese acuerdo, dd/mm/aaaa."),
        ColumnSpec(
            "organo_superior",
            "Órgano superior de dirección",
            Kind.TEXT,
            "A quien se informa: Consejo General.",
        ),
        ColumnSpec(
            "estilo_fechas",
            "Estilo de fechas y horas",
            Kind.CHOICE,
            "Letra: treinta de enero. Cifra y letra: 30 treinta de enero. Cifra: 30 de enero.",
            choices=choices.ESTILO_FECHAS,
        ),
        ColumnSpec(
            "estilo_ordinales",
            "Estilo de ordinales",
            Kind.CHOICE,
            "Cómo se escribe la sesión número once: décima primera o undécima.",
            choices=choices.ESTILO_ORDINALES,
        ),
        ColumnSpec("papel", "Papel", Kind.CHOICE, "Tamaño del papel membretado.", choices=choices.PAPEL),
        ColumnSpec(
            "serie_acuerdos",
            "Serie de acuerdos",
            Kind.TEXT,
            "Forma del número de acuerdo, con {numero}, {anio} y {sesion}; por ejemplo "
            "COTAPREP-AC-{numero}/{anio}.",
            expected=True,
        ),
        ColumnSpec(
            "serie_oficios",
            "Serie de oficios",
            Kind.TEXT,
            "Forma del número de oficio, con {numero} y {anio}.",
            expected=True,
        ),
        ColumnSpec(
            "clasificacion_archivistica",
            "Clasificación archivística",
            Kind.TEXT,
            "Clave del cuadro de clasificación, si se imprime.",
        ),
        ColumnSpec("elaboro", "Elaboró", Kind.TEXT, "Iniciales o nombre de quien elabora los documentos."),
        ColumnSpec(
            "conclusiones_finales",
            "Conclusiones finales",
            Kind.LONG,
            "Lo aprendido y lo que se sugiere, un párrafo por renglón; con ellas cierra el informe final.",
        ),
        ColumnSpec(
            "fecha_comision",
            "Fecha de acuerdo de la comisión",
            Kind.DATE,
            "Día en que se acordó la comisión que da seguimiento al programa, dd/mm/aaaa.",
        ),
        ColumnSpec(
            "fecha_instancia",
            "Fecha de designación de la instancia interna",
            Kind.DATE,
            "Día en que se designó o ratificó la instancia interna, dd/mm/aaaa.",
        ),
    ),
    Organismo,
    "organismo",
    vertical=True,
    required=True,
)

INTEGRANTES = SheetSpec(
    "integrantes",
    "Integrantes",
    "Quienes integran el comité y su Secretaría Técnica, en el orden del pase de lista.",
    (
        clave(_PERSON_KEY),
        ColumnSpec(
            "nombre", "Nombre", Kind.TEXT, "Nombre completo, como se imprime.", width=34, required=True
        ),
        TRATAMIENTO_COLUMN,
        GENERO_COLUMN,
        ColumnSpec(
            "calidad",
            "Calidad",
            Kind.CHOICE,
            "Integrante: tiene voz y voto. La Secretaría Técnica y su suplente: sólo voz.",
            width=24,
            required=True,
            essential=True,
            choices=choices.CALIDAD,
        ),
        ColumnSpec(
            "cargo",
            "Cargo para firma",
            Kind.TEXT,
            "Lo que va bajo el nombre al firmar. En blanco, su calidad.",
            width=32,
            aliases=("Cargo",),
        ),
        CORREO_COLUMN,
        DESDE_COLUMN,
        HASTA_COLUMN,
        ColumnSpec("orden", "Orden", Kind.INT, "Lugar en el pase de lista: 1, 2, 3…", width=8),
        MUESTRA_COLUMN,
    ),
    Integrante,
    "integrantes",
    unique=("clave",),
    namespace=PERSONAS,
    required=True,
)

REPRESENTACIONES = SheetSpec(
    "representaciones",
    "Representaciones",
    "Partidos y candidaturas independientes que asisten a las reuniones de trabajo.",
    (
        clave(_PERSON_KEY.replace("la persona", "la representación").replace("LVG", "PXY")),
        ColumnSpec(
            "nombre",
            "Partido o candidatura",
            Kind.TEXT,
            "Nombre completo del partido, coalición o candidatura.",
            width=34,
            required=True,
            aliases=("Representación", "Partido"),
        ),
        ColumnSpec("siglas", "Siglas", Kind.TEXT, "Siglas, si las tiene.", width=10),
        ColumnSpec(
            "tipo", "Tipo", Kind.CHOICE, "De la lista.", width=24, choices=choices.TIPO_REPRESENTACION
        ),
        ColumnSpec(
            "propietario",
            "Propietario",
            Kind.TEXT,
            "Nombre de la persona representante propietaria.",
            width=30,
            aliases=("Propietaria",),
        ),
        ColumnSpec(
            "propietario_genero",
            "Género del propietario",
            Kind.CHOICE,
            "Género de la persona propietaria.",
            width=13,
            choices=choices.GENERO,
        ),
        ColumnSpec(
            "suplente", "Suplente", Kind.TEXT, "Nombre de la persona representante suplente.", width=30
        ),
        ColumnSpec(
            "suplente_genero",
            "Género del suplente",
            Kind.CHOICE,
            "Género de la persona suplente.",
            width=13,
            choices=choices.GENERO,
        ),
        CORREO_COLUMN,
        DESDE_COLUMN,
        HASTA_COLUMN,
        MUESTRA_COLUMN,
    ),
    Representacion,
    "representaciones",
    unique=("clave",),
    namespace=PERSONAS,
)

INVITADOS = SheetSpec(
    "invitados",
    "Invitados",
    "Personas con voz y sin voto: Consejerías, personal del organismo, especialistas.",
    (
        clave(_PERSON_KEY),
        ColumnSpec("nombre", "Nombre", Kind.TEXT, "Nombre completo.", width=34, required=True),
        ColumnSpec("cargo", "Cargo", Kind.TEXT, "Cargo con el que asiste.", width=34),
        ColumnSpec("institucion", "Institución", Kind.TEXT, "De dónde viene.", width=30),
        TRATAMIENTO_COLUMN,
        GENERO_COLUMN,
        CORREO_COLUMN,
        MUESTRA_COLUMN,
    ),
    Invitado,
    "invitados",
    unique=("clave",),
    namespace=PERSONAS,
)

DESTINATARIOS = SheetSpec(
    "destinatarios",
    "Destinatarios",
    "A quién se dirigen convocatorias, invitaciones y remisiones, y quién recibe copia.",
    (
        clave("Clave del destinatario, sin repetir en esta hoja: D1, D2…"),
        ColumnSpec(
            "nombre",
            "Nombre",
            Kind.TEXT,
            "Nombre completo. En blanco si escribe la clave en «Persona».",
            width=34,
        ),
        ColumnSpec("cargo", "Cargo", Kind.TEXT, "Cargo, como va en el oficio.", width=34),
        persona("persona", "Persona", "Clave de Integrantes, Representaciones o Invitados, si está ahí."),
        ColumnSpec(
            "recibe",
            "Recibe",
            Kind.CHOICE,
            "Convocatoria (integrantes), Invitación (demás), Copia (c.c.p.) o Remisión (quien turna).",
            width=14,
            required=True,
            choices=choices.RECIBE,
        ),
        ColumnSpec(
            "para",
            "Para",
            Kind.CHOICE,
            "Sesiones, Reuniones o Todas.",
            width=12,
            required=True,
            choices=choices.PARA,
        ),
        TRATAMIENTO_COLUMN,
        GENERO_COLUMN,
        CORREO_COLUMN,
        ColumnSpec("orden", "Orden", Kind.INT, "Orden en que aparecen: 1, 2, 3…", width=8),
        MUESTRA_COLUMN,
    ),
    Destinatario,
    "destinatarios",
    unique=("clave",),
)

PEOPLE_SHEETS = (ORGANISMO, INTEGRANTES, REPRESENTACIONES, INVITADOS, DESTINATARIOS)
