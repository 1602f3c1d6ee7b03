"""What the use cases report by themselves."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

NO_TRACKERS = ProblemKind(
    "APP-001",
    Severity.ERROR,
    "En esta carpeta no está el libro «sesiones.xlsx», ni dentro de «data»",
    "Entre a la carpeta del proceso, o indíquela con --carpeta. Para ver un ejemplo, agregue --ejemplo.",
)
GAP = ProblemKind(
    "APP-004",
    Severity.WARNING,
    "Falta: {dato}",
    "{sugerencia}",
)
REFUSED_GAPS = ProblemKind(
    "APP-005",
    Severity.ERROR,
    "El documento definitivo no se generó; datos que le faltan: {huecos}",
    "Llene las celdas que se indican, o genere el borrador sin --definitivo.",
)
REFUSED_SAMPLE = ProblemKind(
    "APP-006",
    Severity.ERROR,
    "El documento definitivo no se generó: usa renglones marcados como muestra ({renglones})",
    "Sustituya los datos de muestra por los reales y borre el «Sí» de la columna «Muestra».",
)
REFUSED_STATE = ProblemKind(
    "APP-014",
    Severity.ERROR,
    "El documento no se generó: la sesión {clave} consta como «{estado}»",
    "Si no es así, corrija «Estado» en «Calendario»: {esperado}.",
)
NO_SAMPLE_MARK = ProblemKind(
    "APP-015",
    Severity.ERROR,
    "El documento usa datos de muestra y el membrete no imprime EJEMPLO en su encabezado",
    "Ponga la etiqueta {{{{ membrete.ejemplo }}}} en el encabezado de «membrete.docx».",
)
NOT_MADE = ProblemKind(
    "APP-007",
    Severity.ERROR,
    "No se generó {documento}; errores en los datos de los que depende: {errores}",
    "Corrija las celdas que se indican y vuelva a generarlo.",
)
NO_TEMPLATE = ProblemKind(
    "APP-008",
    Severity.ERROR,
    "No está la plantilla «{archivo}»",
    "Cópiela de nuevo a «templates_docx», o borre esa carpeta para usar las plantillas del programa.",
)
NO_DOCX = ProblemKind(
    "APP-009",
    Severity.ERROR,
    "No se puede leer el archivo «{archivo}»: {motivo}",
    "Revise el nombre y la carpeta; por ejemplo: cotaprep-docs pdf salida/acta-3.docx.",
)
BAD_USAGE = ProblemKind(
    "APP-010",
    Severity.ERROR,
    "{motivo}",
    "Escriba, por ejemplo: {ejemplo}. Con «{comando} --ayuda» se ve cómo se usa.",
)
INTERRUPTED = ProblemKind(
    "APP-011",
    Severity.ERROR,
    "Se interrumpió la ejecución",
    "Lo que ya estaba guardado quedó completo. Repita el comando cuando quiera; por ejemplo, con la flecha "
    "hacia arriba y Entrar.",
)
INTERNAL_ERROR = ProblemKind(
    "APP-012",
    Severity.ERROR,
    "Esto es una falla del programa, no de sus datos ({tipo})",
    "Repita el comando con --depurar al final y envíe lo que aparezca a quien le da soporte.",
)

DEFINITIVE_KEPT = ProblemKind(
    "APP-013",
    Severity.ERROR,
    "«{archivo}» ya es definitivo y un borrador no lo sustituye",
    "Agregue --definitivo para volver a generarlo, o mueva el archivo a otra carpeta.",
)
EVENT_WITHOUT_DATE = ProblemKind(
    "APP-030",
    Severity.WARNING,
    "La sesión o reunión {clave} no tiene fecha y no puede ir en un calendario",
    "Escriba la fecha como 30/01/2024 y genere otra vez el archivo .ics.",
)
NO_ORGANIZER = ProblemKind(
    "APP-031",
    Severity.NOTICE,
    "El archivo .ics no dice quién convoca: falta el correo de la Secretaría Técnica",
    "Escríbalo en su renglón de «Integrantes», columna «Correo»; por ejemplo secretaria@instituto.mx.",
)
EVENT_CHANGED = ProblemKind(
    "APP-032",
    Severity.NOTICE,
    "Lo que el archivo .ics dice de {clave} cambió desde que se generó la última vez (cambio {numero})",
    "Si ya había enviado el archivo .ics, envíe el nuevo: al abrirlo, por ejemplo en Outlook, "
    "sustituye lo que había en el calendario.",
)
UNKNOWN_ZONE = ProblemKind(
    "APP-033",
    Severity.ERROR,
    "El archivo .ics no se generó: no existe la zona horaria «{zona}»",
    "Escriba en «parametros.zona_horaria» un nombre de la lista IANA, por ejemplo America/Mexico_City.",
)
EVENT_LEFT_OUT = ProblemKind(
    "APP-034",
    Severity.ERROR,
    "La sesión o reunión {clave} no se puso en el archivo .ics: hay errores en sus datos",
    "Corrija las celdas que se indican y vuelva a generarlo; «cotaprep-docs validar» las lista.",
)
