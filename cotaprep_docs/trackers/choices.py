"""The closed lists of the trackers: what drop-downs offer and the reader accepts."""

from __future__ import annotations

from cotaprep_docs.domain.asistencia import EstadoAsistencia, TipoMovimiento
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto
from cotaprep_docs.domain.organismo import Papel
from cotaprep_docs.domain.persona import Calidad
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, TipoSesion
from cotaprep_docs.domain.votacion import FormaVotacion, Resultado, Voto
from cotaprep_docs.spanish.dates import DateStyle
from cotaprep_docs.spanish.numbers import Gender, OrdinalStyle
from cotaprep_docs.trackers.declarations import Choices, of_enum, words

YES_NO = Choices(
    "L_si_no",
    {"Sí": True, "No": False},
    {"s": "Sí", "x": "Sí", "1": "Sí", "verdadero": "Sí", "true": "Sí", "yes": "Sí"}
    | {"n": "No", "0": "No", "falso": "No", "false": "No"},
)
GENERO = Choices(
    "L_genero",
    {"Femenino": Gender.FEMININE, "Masculino": Gender.MASCULINE},
    {"f": "Femenino", "mujer": "Femenino", "m": "Masculino", "hombre": "Masculino"},
)
CALIDAD = of_enum(
    "L_calidad",
    (Calidad.INTEGRANTE, Calidad.SECRETARIA_TECNICA, Calidad.SUPLENTE_SECRETARIA),
    {
        "Secretaria": "Secretaría Técnica",
        "Secretario Técnico": "Secretaría Técnica",
        "Suplente": "Suplente de la Secretaría Técnica",
    },
)
TIPO_REPRESENTACION = words("L_tipo_representacion", "Partido", "Candidatura independiente", "Coalición")
RECIBE = words("L_recibe", "Convocatoria", "Invitación", "Copia", "Remisión", ccp="Copia")
PARA = words("L_para", "Sesiones", "Reuniones", "Todas", Todos="Todas", Ambas="Todas")
TIPO_SESION = of_enum(
    "L_tipo_sesion",
    TipoSesion,
    {
        "Reunión": "Reunión de trabajo",
        "Reunión formal de trabajo": "Reunión de trabajo",
        "Sesión ordinaria": "Ordinaria",
        "Sesión extraordinaria": "Extraordinaria",
    },
)
ESTADO_SESION = of_enum("L_estado_sesion", EstadoSesion)
MODALIDAD = of_enum(
    "L_modalidad",
    Modalidad,
    {"En línea": "Virtual", "Remota": "Virtual", "A distancia": "Virtual", "Híbrida": "Mixta"},
)
CLASE_PUNTO = of_enum("L_clase_punto", ClasePunto)
ESTADO_PUNTO = of_enum("L_estado_punto", EstadoPunto, {"Agregado": "Incorporado"})
ESTADO_ASISTENCIA = of_enum(
    "L_asistencia",
    EstadoAsistencia,
    {
        "P": "Presente",
        "A": "Ausente",
        "J": "Justificada",
        "Justificado": "Justificada",
        "Falta justificada": "Justificada",
        "Ausencia justificada": "Justificada",
    },
)
ACUDE = words("L_acude", "Propietario", "Suplente", Propietaria="Propietario")
MOVIMIENTO = of_enum(
    "L_movimiento",
    TipoMovimiento,
    {"Entrada": "Entra", "Llega": "Entra", "Salida": "Sale", "Se retira": "Sale", "Reanudación": "Reanuda"},
)
FORMA_VOTACION = of_enum("L_forma_votacion", FormaVotacion, {"Unánime": "Unanimidad"})
VOTO = of_enum(
    "L_voto",
    Voto,
    {
        "Favor": "A favor",
        "Contra": "En contra",
        "Abstiene": "Abstención",
        "Se abstiene": "Abstención",
        "Excusado": "Excusa",
        "Excusada": "Excusa",
    },
)
RESULTADO = of_enum(
    "L_resultado",
    Resultado,
    {"Unanimidad": "Aprobado por unanimidad", "Mayoría": "Aprobado por mayoría", "Rechazado": "No aprobado"},
)
TIPO_DOCUMENTO = words("L_tipo_documento", "Circulado", "Anexo", "Voto particular")
MEDIO = words("L_medio", "Impreso", "Electrónico", Digital="Electrónico")
TIPO_ACUERDO = words("L_tipo_acuerdo", "Acuerdo", "Opinión", "Recomendación")
ESTADO_ACUERDO = words("L_estado_acuerdo", "Pendiente", "En proceso", "Cumplido", "Cancelado")
SECCION = words(
    "L_seccion", "Glosario", "Antecedentes", "Considerandos", "Análisis técnico", "Puntos de dictamen"
)
TABLA = words(
    "L_tabla", "CATD y CCV", "Centros por municipio", "Actualizaciones por hora", "Actas de los simulacros"
)
TIPO_CORRECCION = words("L_tipo_correccion", "Modificación", "Errata")
ESTILO_PLAN = words("L_estilo_plan", "Párrafo", "Viñeta", "Inciso", "Nota")
ESTILO_FECHAS = of_enum("L_estilo_fechas", DateStyle)
ESTILO_ORDINALES = Choices(
    "L_estilo_ordinales",
    {"Décima primera": OrdinalStyle.SEPARATE, "Undécima": OrdinalStyle.JOINED},
    {"separado": "Décima primera", "unido": "Undécima", "décimo primera": "Décima primera"},
)
PAPEL = of_enum("L_papel", Papel)
TIPO_CENTRO = words("L_tipo_centro", "CATD", "CCV")
ESTADO_CENTRO = words("L_estado_centro", "Definido", "Contratado", "Equipado", "Habilitado")
NIVEL = words("L_nivel", "Alta", "Media", "Baja", Alto="Alta", Medio="Media", Bajo="Baja")
ESTADO_HALLAZGO = words("L_estado_hallazgo", "Abierto", "En atención", "Atendido")
ESTADO_RIESGO = words("L_estado_riesgo", "Abierto", "En atención", "Mitigado", "Cerrado")
