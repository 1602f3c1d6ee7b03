"""What the use cases report by themselves."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

NO_TRACKERS = ProblemKind(
    "APP-001",
    Severity.ERROR,
    "En esta carpeta no está el libro «sesiones.xlsx», ni dentro de «data»",
    "Entre a la carpeta del proceso, o indíquela con --carpeta. Si no hay ninguna, créela: cotaprep-docs "
    "nuevo proceso-2027. Para ver un ejemplo, agregue --ejemplo.",
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
    "{remedio}, o genere el borrador sin --definitivo.",
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
NUMBER_REPEATED = ProblemKind(
    "APP-020",
    Severity.ERROR,
    "El número «{numero}» ({acto}) también está escrito en otro acto: {otro}",
    "Deje el número sólo en el que lo tiene y borre el otro, por ejemplo «{numero}»: el programa le asigna "
    "el que sigue.",
)
NUMBER_TAKEN = ProblemKind(
    "APP-021",
    Severity.ERROR,
    "El número «{numero}» ({acto}) ya es de otro acto en el libro de números: {otro}",
    "Borre esa celda para que el programa asigne el que sigue; por ejemplo, con «cotaprep-docs numerar».",
)
NUMBER_CANCELLED = ProblemKind(
    "APP-022",
    Severity.ERROR,
    "El número «{numero}» ({acto}) está cancelado, y uno cancelado no se vuelve a usar",
    "Borre esa celda para que el programa asigne el que sigue; por ejemplo, con «cotaprep-docs numerar».",
)
NUMBER_DIFFERS = ProblemKind(
    "APP-023",
    Severity.ERROR,
    "Está escrito el número «{numero}» ({acto}), y el libro de números ya le dio «{otro}»",
    "Borre esa celda. Si el bueno es el escrito, cancele antes el otro; por ejemplo: cotaprep-docs numerar "
    '--cancelar "{otro}" --motivo "se emitió con otro número".',
)
NUMBER_ODD = ProblemKind(
    "APP-024",
    Severity.WARNING,
    "El número «{numero}» ({acto}) {motivo}",
    "Corrija el número, o la serie en la hoja «Organismo»; por ejemplo {ejemplo}. Si está bien así, no haga "
    "nada.",
)
NUMBER_AHEAD = ProblemKind(
    "APP-025",
    Severity.WARNING,
    "El número «{numero}» ({acto}) se adelanta: justo antes quedan libres {libres}",
    "Los tomarán los siguientes actos. Si alguno se usó en otra parte, resérvelo; por ejemplo: cotaprep-docs "
    'numerar --cancelar NÚMERO --motivo "lo usó otra área".',
)
NUMBER_LATE = ProblemKind(
    "APP-026",
    Severity.WARNING,
    "El número «{numero}» ({acto}) va después de «{otro_numero}», de un acto de fecha posterior: {otro}",
    "Nada se vuelve a numerar. Si hace falta explicarlo, dígalo en el documento; por ejemplo, en una nota.",
)
NUMBER_SKIPS = ProblemKind(
    "APP-027",
    Severity.WARNING,
    "Se toma el número «{numero}» ({acto}) y un acto de fecha anterior todavía no tiene el suyo: {otro}",
    "Si el orden importa, numere primero lo anterior; «cotaprep-docs numerar --simular» dice qué "
    "números tocan, por ejemplo los de la sesión anterior.",
)
BAD_SERIES = ProblemKind(
    "APP-028",
    Severity.ERROR,
    "La serie de {serie} no sirve para numerar: {motivo}",
    "Escríbala en la hoja «Organismo» con {{numero}} y {{anio}}; por ejemplo {ejemplo}.",
)
NO_NUMBER_YET = ProblemKind(
    "APP-029",
    Severity.NOTICE,
    "Sin número: {acto}, porque {motivo}",
    "Cuando eso cambie, repita el comando; por ejemplo: cotaprep-docs numerar.",
)
CANNOT_CANCEL = ProblemKind(
    "APP-017",
    Severity.ERROR,
    "No se canceló «{numero}»: {motivo}",
    "Copie el número como aparece en la lista; por ejemplo: cotaprep-docs numerar --lista.",
)
NUMBER_WITHOUT_ACT = ProblemKind(
    "APP-018",
    Severity.WARNING,
    "El número «{numero}» es de un acto {motivo}: {acto}",
    "Devuelva la clave a su renglón o, si ese acto no existe, cancele el número; por ejemplo: cotaprep-docs "
    'numerar --cancelar "{numero}" --motivo "no se emitió".',
)
NUMBERS_STOPPED = ProblemKind(
    "APP-019",
    Severity.ERROR,
    "No se tomaron números de la sesión {clave}; errores en sus datos: {errores}",
    "Un número tomado no se devuelve: corrija antes las celdas que se indican; por ejemplo, con "
    "«cotaprep-docs validar».",
)
UNDECIDED_CHANGES = ProblemKind(
    "APP-050",
    Severity.WARNING,
    "«{archivo}» es definitivo y tiene cambios sin aceptar ni rechazar: su PDF quedó como borrador",
    "Acepte o rechace los cambios en Word y repita el comando, o decida aquí, por ejemplo: "
    "cotaprep-docs pdf salida/{archivo} --cambios aceptar.",
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
DOCUMENT_CRASHED = ProblemKind(
    "APP-040",
    Severity.ERROR,
    "Falla del programa al hacer {documento} ({tipo}); los demás documentos siguieron",
    "Repita sólo ése, «{comando} --depurar», y envíe lo que aparezca a quien le da soporte. Si dice "
    "«memoria», repita todo con menos procesos; por ejemplo --procesos 1.",
)
NOT_MADE_TOGETHER = ProblemKind(
    "APP-041",
    Severity.ERROR,
    "Por lo mismo no se generaron {cuantos} documentos ({documentos}); errores en sus datos: {errores}",
    "Corrija las celdas que se indican y repita el comando; por ejemplo, revise antes con "
    "«cotaprep-docs validar».",
)
REFUSED_TOGETHER = ProblemKind(
    "APP-042",
    Severity.ERROR,
    "No se generaron {cuantos} documentos definitivos ({documentos}): {motivo}",
    "{sugerencia}",
)
FILE_INCOMPLETE = ProblemKind(
    "APP-043",
    Severity.ERROR,
    "No se armó el expediente de {clave}: falta {documentos}; si ya había uno, quedó como estaba",
    "Corrija lo que se indica y repita el comando; por ejemplo, haga primero ese documento.",
)
FILE_BEHIND = ProblemKind(
    "APP-049",
    Severity.WARNING,
    "El expediente lleva «{archivo}» como alguien lo dejó, y junto a él hay una versión nueva, «{propuesta}»",
    "Pase a «{archivo}» lo que cambió, o ponga su nombre a la nueva, y arme el expediente otra vez.",
)
FILE_OF_DRAFTS = ProblemKind(
    "APP-044",
    Severity.ERROR,
    "No se armó el expediente definitivo de {clave}: son borradores {documentos}",
    "Haga definitivos esos documentos, por ejemplo «{comando}», o arme el expediente sin --definitivo.",
)
FILE_TOUCHED = ProblemKind(
    "APP-045",
    Severity.ERROR,
    "La carpeta «{carpeta}» tiene archivos que alguien puso o cambió ({archivos}): no se reemplazó",
    "Mueva esos archivos a otra carpeta y repita el comando. Un PDF firmado va en la de salida, con su "
    "nombre, por ejemplo {ejemplo}: de ahí entra al expediente tal como está.",
)
SIGNED_APART = ProblemKind(
    "APP-046",
    Severity.NOTICE,
    "«{archivo}» no es el PDF que resulta de su DOCX: entra al expediente tal como está, y las páginas del "
    "volumen son del DOCX",
    "No tiene que hacer nada: el índice lo dice. Si las páginas deben ser las del firmado, devuelva el DOCX "
    "a la versión que se firmó.",
)
FILE_RECOVERED = ProblemKind(
    "APP-047",
    Severity.NOTICE,
    "Una ejecución anterior se interrumpió al reemplazar «{carpeta}»: se devolvió a su lugar la que había",
    "No tiene que hacer nada; por ejemplo, eso pasa si se apaga el equipo a la mitad.",
)
NOTHING_TO_BIND = ProblemKind(
    "APP-048",
    Severity.ERROR,
    "La sesión o reunión {clave} no tiene ningún documento para un expediente",
    "Genere antes alguno; por ejemplo: cotaprep-docs convocatoria {clave}.",
)
UNKNOWN_CODE = ProblemKind(
    "APP-080",
    Severity.ERROR,
    "No hay ningún problema con el código «{codigo}»",
    "Cópielo de lo que dice «cotaprep-docs validar»; por ejemplo: cotaprep-docs explicar {parecido}.",
)
OPEN_DOCX = ProblemKind(
    "APP-060",
    Severity.WARNING,
    "El archivo está abierto en otro programa{quien}; lo que no se ha guardado no está en el PDF",
    "Guárdelo y repita el comando. Si nadie lo tiene abierto, borre «{candado}», que quedó junto a él.",
)
FOLDER_IN_USE = ProblemKind(
    "APP-061",
    Severity.ERROR,
    "La carpeta no está vacía: tiene {contenido}; no se escribió nada en ella",
    "Indique una carpeta nueva o vacía, por ejemplo: cotaprep-docs nuevo {ejemplo}.",
)
NOT_A_FOLDER = ProblemKind(
    "APP-062",
    Severity.ERROR,
    "Ya hay un archivo con ese nombre; no es una carpeta",
    "Indique otro nombre, por ejemplo: cotaprep-docs nuevo proceso-2027.",
)
DEFINITIVES_LEFT = ProblemKind(
    "APP-065",
    Severity.NOTICE,
    "Ya son definitivos y se dejaron como están: {documentos}",
    "No tiene que hacer nada. Para hacer uno otra vez desde los datos, agregue --definitivo a su comando.",
)
NO_PLAN = ProblemKind(
    "APP-064",
    Severity.ERROR,
    "No está el archivo del plan, «{archivo}»; no se creó la carpeta",
    "Revise el nombre y la carpeta; por ejemplo: cotaprep-docs nuevo proceso-2027 --desde-plan plan.xlsx.",
)
PLAN_STOPPED = ProblemKind(
    "APP-063",
    Severity.ERROR,
    "No se creó la carpeta: hay errores en «{archivo}»",
    "Corrija lo que se indica y repita el comando; o créela sin el plan, por ejemplo: cotaprep-docs nuevo "
    "proceso-2027.",
)
