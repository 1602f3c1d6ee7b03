"""Everything that can be wrong with a tracker, in the words a person reads."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity
from cotaprep_docs.trackers.declarations import Kind

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# The file as a whole.
MISSING_FILE = ProblemKind(
    "TRK-001", _ERROR, "No existe el archivo «{archivo}»",
    "Póngalo en «{carpeta}», o indique otra carpeta de trabajo con --carpeta.",
)  # fmt: skip
EMPTY_FILE = ProblemKind(
    "TRK-002", _ERROR, "El archivo está vacío (0 bytes)",
    "Recupere la última copia buena; una copia o descarga interrumpida deja archivos así.",
)  # fmt: skip
PASSWORD = ProblemKind(
    "TRK-003", _ERROR, "El libro está protegido con contraseña para abrirlo",
    "Ábralo en Excel, quite la contraseña en Archivo > Información > Proteger libro, y guárdelo.",
)  # fmt: skip
OLD_FORMAT = ProblemKind(
    "TRK-004", _ERROR, "El libro está en el formato antiguo de Excel (.xls)",
    "Ábralo en Excel y guárdelo con Archivo > Guardar como > Libro de Excel (.xlsx).",
)  # fmt: skip
NOT_A_WORKBOOK = ProblemKind(
    "TRK-005", _ERROR, "El archivo no es un libro de Excel (.xlsx), aunque se llame así",
    "Ábralo con el programa que lo hizo y guárdelo como Libro de Excel (.xlsx); cambiar el nombre no basta.",
)  # fmt: skip
DAMAGED = ProblemKind(
    "TRK-006", _ERROR, "El archivo está dañado o incompleto",
    "Recupere la última copia buena, o ábralo en Excel, acepte repararlo y guárdelo de nuevo.",
)  # fmt: skip
TOO_LARGE = ProblemKind(
    "TRK-007", _ERROR, "El libro es demasiado grande para ser un libro de captura",
    "Copie los datos a un libro nuevo (sin imágenes ni hojas ajenas) y use ése.",
)  # fmt: skip
CANNOT_OPEN = ProblemKind(
    "TRK-008", _ERROR, "No se pudo abrir el archivo: {causa}",
    "Ciérrelo en Excel y revise en sus propiedades que usted tenga permiso de leerlo; si está en la nube, "
    "descárguelo (clic derecho > Mantener siempre en este dispositivo).",
)  # fmt: skip

# Sheets and columns.
MISSING_SHEET = ProblemKind(
    "TRK-010", _ERROR, "Falta la hoja «{hoja}»",
    "Devuélvale su nombre a la hoja «{hoja}»; si se borró, «actualizar» hace una copia con ella.",
)  # fmt: skip
MISSING_OPTIONAL_SHEET = ProblemKind(
    "TRK-011", _WARNING, "Falta la hoja «{hoja}»; se trata como vacía",
    "Si tenía datos, devuélvale su nombre «{hoja}»; si no, «actualizar» hace una copia con ella.",
)  # fmt: skip
RENAMED_SHEET = ProblemKind(
    "TRK-012", _NOTICE, "La hoja se leyó como «{hoja}», por sus encabezados",
    "Llámela «{hoja}» para que no haya duda.",
)  # fmt: skip
AMBIGUOUS_SHEET = ProblemKind(
    "TRK-013", _ERROR, "Falta la hoja «{hoja}», y varias podrían ser ella: {candidatas}",
    "Ponga el nombre «{hoja}» a la que lo es.",
)  # fmt: skip
HIDDEN_SHEET = ProblemKind(
    "TRK-014", _NOTICE, "La hoja está oculta; sus datos sí se usan",
    "Muéstrela: clic derecho en las pestañas > Mostrar. Si no debe usarse, vacíela.",
)  # fmt: skip
EXTRA_SHEET = ProblemKind(
    "TRK-015", _NOTICE, "La hoja no es de este libro y no se lee",
    "Si tiene datos que deban usarse, páselos a la hoja que corresponda; si no, puede quedarse.",
)  # fmt: skip
NO_HEADERS = ProblemKind(
    "TRK-016", _ERROR, "No se encontraron los encabezados de la hoja «{hoja}»",
    "Escriba los encabezados en el primer renglón: {encabezados}….",
)  # fmt: skip
MISSING_COLUMN = ProblemKind(
    "TRK-017", _ERROR, "Falta la columna «{columna}»",
    "{sugerencia}Agregue en el renglón de encabezados una columna «{columna}».",
)  # fmt: skip
MISSING_OPTIONAL_COLUMN = ProblemKind(
    "TRK-018", _NOTICE, "No hay columna «{columna}»; se trata como en blanco",
    "{sugerencia}Agregue la columna «{columna}» si la necesita; «actualizar» las pone todas.",
)  # fmt: skip
REPEATED_HEADER = ProblemKind(
    "TRK-019", _ERROR, "El encabezado «{columna}» está repetido; se usa el primero",
    "Borre la columna que sobra o cámbiele el encabezado.",
)  # fmt: skip
EXTRA_COLUMN = ProblemKind(
    "TRK-020", _NOTICE, "La columna «{columna}» no es de esta hoja y no se lee",
    "Puede quedarse. Si era otra columna, corrija su encabezado.",
)  # fmt: skip
HIDDEN_ROWS = ProblemKind(
    "TRK-021", _NOTICE, "Hay renglones ocultos o filtrados que sí se usan: {renglones}",
    "Quite el filtro o muéstrelos para revisarlos; si no deben usarse, bórrelos.",
)  # fmt: skip
BELOW_TABLE = ProblemKind(
    "TRK-022", _NOTICE, "Hay renglones debajo de la tabla que sí se usan: {renglones}",
    "Extienda la tabla arrastrando su esquina inferior derecha, para que tengan listas y colores.",
)  # fmt: skip
TOTALS_ROW = ProblemKind(
    "TRK-023", _NOTICE, "El renglón de totales de la tabla no se lee",
    "Puede quedarse; se quita en Diseño de tabla > Fila de totales.",
)  # fmt: skip
TOO_MANY_ROWS = ProblemKind(
    "TRK-024", _ERROR, "La hoja tiene más de {maximo} renglones con datos; los demás no se leen",
    "Borre lo que no sea captura: seleccione los renglones sobrantes, Eliminar, y guarde.",
)  # fmt: skip
MERGED_ROWS = ProblemKind(
    "TRK-025", _NOTICE, "Celda combinada: su valor se tomó para los renglones {renglones}",
    "Sepárela (Inicio > Combinar y centrar) y escriba el dato en cada renglón.",
)  # fmt: skip
MERGED_COLUMNS = ProblemKind(
    "TRK-026", _ERROR, "Celdas combinadas a lo ancho ({area}): no se sabe de qué columna es el dato",
    "Sepárelas (Inicio > Combinar y centrar) y escriba cada dato en su columna.",
)  # fmt: skip
TOO_MANY_MERGES = ProblemKind(
    "TRK-027", _ERROR, "La hoja tiene demasiadas celdas combinadas; de algunas no se tomó el valor",
    "Sepárelas: seleccione toda la hoja, Inicio > Combinar y centrar, y escriba cada dato en su celda.",
)  # fmt: skip
FAR_COLUMNS = ProblemKind(
    "TRK-028", _WARNING, "La hoja tiene datos más allá de la columna {columna}; no se leen",
    "Si son datos de captura, páselos a su columna; si no, seleccione esas columnas y elimínelas.",
)  # fmt: skip
HOPELESS = ProblemKind(
    "TRK-029", _ERROR, "La hoja tiene demasiados errores; se dejó de leer en este renglón",
    "Revise si se pegó en ella otra tabla; si es así, deshágalo (Ctrl+Z) o recupere la última copia buena.",
)  # fmt: skip

# Cells.
ESSENTIAL_BLANK = ProblemKind(
    "TRK-030", _ERROR, "Falta «{columna}»; sin ella el renglón no se usa",
    "Escriba {ejemplo}, o borre el renglón completo si sobra.",
)  # fmt: skip
REQUIRED_BLANK = ProblemKind(
    "TRK-031", _WARNING, "Falta «{columna}»; en los documentos aparecerá el hueco",
    "Escriba {ejemplo}.",
)  # fmt: skip
BAD_DATE = ProblemKind(
    "TRK-032", _ERROR, "«{valor}» no es una fecha",
    "Escriba la fecha como dd/mm/aaaa, primero el día: 30/01/2024.",
)  # fmt: skip
BAD_TIME = ProblemKind(
    "TRK-033", _ERROR, "«{valor}» no es una hora, o puede leerse de dos modos",
    "Escriba la hora como hh:mm, de 00:00 a 23:59: 17:30. La medianoche es 00:00 del día siguiente.",
)  # fmt: skip
BAD_INTEGER = ProblemKind(
    "TRK-034", _ERROR, "«{valor}» no es un número entero",
    "Escriba sólo cifras, sin decimales ni signos: 3.",
)  # fmt: skip
BAD_PERCENT = ProblemKind(
    "TRK-035", _ERROR, "«{valor}» no es un porcentaje de 0 a 100",
    "Escriba un número de 0 a 100: 35 significa 35 %.",
)  # fmt: skip
BAD_YES_NO = ProblemKind(
    "TRK-036", _ERROR, "«{valor}» no es Sí ni No",
    "Escriba Sí o No, o deje la celda en blanco.",
)  # fmt: skip
BAD_CHOICE = ProblemKind(
    "TRK-037", _ERROR, "«{valor}» no es de la lista",
    "{sugerencia}Escriba una de éstas: {opciones}.",
)  # fmt: skip
BAD_CHARACTER = ProblemKind(
    "TRK-038", _ERROR, "El texto tiene un carácter que no puede imprimirse ({caracter}, posición {posicion})",
    "Bórrelo: suele venir de una viñeta o símbolo pegado de otro programa. Escriba el texto o péguelo sin "
    "formato (Ctrl+Alt+V, Texto).",
)  # fmt: skip
TEXT_AT_LIMIT = ProblemKind(
    "TRK-039", _WARNING, "El texto llega al límite de Excel ({maximo} caracteres); puede estar cortado",
    "Revise el final del texto; divídalo en varios renglones.",
)  # fmt: skip
TURNED_INTO_DATE = ProblemKind(
    "TRK-040", _ERROR, "Excel convirtió en fecha lo que se escribió ({valor})",
    "Dé a la celda formato de Texto y escríbalo otra vez, por ejemplo '3/2024 con un apóstrofo delante.",
)  # fmt: skip
UNCALCULATED = ProblemKind(
    "TRK-041", _ERROR, "La celda tiene una fórmula que nadie ha calculado",
    "Abra el libro en Excel, espere a que calcule y guárdelo; o escriba el dato en lugar de la fórmula.",
)  # fmt: skip
ERROR_VALUE = ProblemKind(
    "TRK-042", _ERROR, "La celda tiene un error de Excel: {valor}",
    "Corrija la fórmula o escriba el dato en su lugar; si no lo tiene, deje la celda en blanco.",
)  # fmt: skip
SMALL_PERCENT = ProblemKind(
    "TRK-043", _WARNING, "«{valor}» se leyó como {valor} %, menos de uno por ciento",
    "Si quiso decir {cien} %, escriba {cien}.",
)  # fmt: skip
DATE_WITH_TIME = ProblemKind(
    "TRK-044", _NOTICE, "La fecha trae también una hora ({hora}), que no se usa",
    "Escriba aquí sólo la fecha, y la hora en su columna.",
)  # fmt: skip
BAD_MONTH = ProblemKind(
    "TRK-045", _ERROR, "«{valor}» no es un mes",
    "Escriba cualquier fecha del mes, por ejemplo 01/11/2023, o «noviembre 2023».",
)  # fmt: skip
BAD_PUNTO = ProblemKind(
    "TRK-046", _ERROR, "«{valor}» no es el número de un punto",
    "Escriba el número solo: 4, o 4.1 si es un subpunto.",
)  # fmt: skip
KEY_NOT_TEXT = ProblemKind(
    "TRK-047", _ERROR, "«{valor}» no puede ser una clave",
    "Escriba una clave corta de letras y cifras, por ejemplo {ejemplo}.",
)  # fmt: skip

# Between rows and sheets.
REPEATED_KEY = ProblemKind(
    "TRK-050", _ERROR, "«{valor}» está repetido; este renglón no se usa",
    "Deje uno solo: corrija la clave de este renglón o bórrelo. El otro está en {otro}.",
)  # fmt: skip
UNKNOWN_SESION = ProblemKind(
    "TRK-051", _ERROR, "La sesión «{valor}» no está en Calendario",
    "{sugerencia}Escriba una clave de la hoja Calendario, o agregue ahí la sesión.",
)  # fmt: skip
UNKNOWN_PERSONA = ProblemKind(
    "TRK-052", _ERROR, "«{valor}» no es clave de ninguna persona",
    "{sugerencia}Escriba la clave que tiene en Integrantes, Representaciones o Invitados, o agréguela ahí.",
)  # fmt: skip
UNKNOWN_PUNTO = ProblemKind(
    "TRK-053", _ERROR, "El punto «{valor}» no está en el orden del día de la sesión {sesion}",
    "{sugerencia}Escriba el número que tiene en el orden del día aprobado, o agregue ahí el punto.",
)  # fmt: skip
UNKNOWN_REFERENCE = ProblemKind(
    "TRK-054", _ERROR, "La clave «{valor}» no está en la hoja {hoja}",
    "{sugerencia}Escriba una clave de la hoja {hoja}, o agréguela ahí.",
)  # fmt: skip
UNKNOWN_VOTE_COLUMN = ProblemKind(
    "TRK-055", _ERROR, "La columna «{valor}» tiene votos y no es de nadie con voto",
    "{sugerencia}Ponga como encabezado la clave de la persona, como está en Integrantes.",
)  # fmt: skip
COLUMN_WITHOUT_VOTE = ProblemKind(
    "TRK-056", _ERROR, "La columna «{valor}» tiene votos, y esa persona sólo tiene voz",
    "Borre los votos de esa columna, o corrija la calidad de la persona en Integrantes (Integrante).",
)  # fmt: skip
MISSING_VOTE_COLUMN = ProblemKind(
    "TRK-057", _WARNING, "No hay columna para los votos de «{valor}»",
    "Agregue una columna con el encabezado {valor}; o haga una copia con «cotaprep-docs actualizar».",
)  # fmt: skip
UNKNOWN_CAMPO = ProblemKind(
    "TRK-058", _WARNING, "El campo «{valor}» no se conoce; su valor no se lee",
    "{sugerencia}Escriba el campo como está en un libro en blanco, o borre el renglón.",
)  # fmt: skip
MISSING_CAMPO = ProblemKind(
    "TRK-059", _WARNING, "No hay renglón para el campo «{campo}»",
    "Agregue un renglón con «{campo}» en la columna Campo y su dato en Valor.",
)  # fmt: skip

# Around the workbook, and too many of one kind.
OPEN_ELSEWHERE = ProblemKind(
    "TRK-060", _WARNING, "El libro está abierto en otro programa{quien}; lo que no se ha guardado no se leyó",
    "Guárdelo y repita el comando. Si nadie lo tiene abierto, borre «{candado}», que quedó junto a él.",
)  # fmt: skip
CONFLICT_COPIES = ProblemKind(
    "TRK-061", _WARNING, "Junto al libro hay otros que parecen copias suyas y no se leen: {copias}",
    "Compare con «{archivo}» lo que cada copia tenga de más, páselo, y mueva la copia a otra carpeta.",
)  # fmt: skip
MORE_ERRORS = ProblemKind(
    "TRK-062", _ERROR, "Hay otros {cuantos} errores {codigo} en esta hoja, que no se enlistan",
    "Corrija primero los que sí se enlistan y repita el comando, por ejemplo: cotaprep-docs validar.",
)  # fmt: skip
MORE_WARNINGS = ProblemKind(
    "TRK-063", _WARNING, "Hay otros {cuantos} avisos {codigo} en esta hoja, que no se enlistan",
    "Corrija primero los que sí se enlistan y repita el comando, por ejemplo: cotaprep-docs validar.",
)  # fmt: skip

# The plan of a process, from a workbook or a CSV.
NOT_TEXT = ProblemKind(
    "TRK-064", _ERROR, "El archivo no es una tabla de texto (CSV)",
    "Ábralo en Excel y guárdelo con Archivo > Guardar como > CSV UTF-8, o como Libro de Excel (.xlsx).",
)  # fmt: skip
NO_PLAN_TABLE = ProblemKind(
    "TRK-065", _ERROR, "No se encontró en el archivo una tabla con las sesiones del plan",
    "Póngale encabezados en el primer renglón, al menos «Tipo», «Fecha» y «Ordinal»; puede tener: "
    "{encabezados}.",
)  # fmt: skip
NO_TIPO = ProblemKind(
    "TRK-066", _ERROR, "No se sabe de qué tipo es la sesión del renglón",
    "Escriba en «Tipo»: Ordinaria, Extraordinaria o Reunión de trabajo.",
)  # fmt: skip
NO_SESION_ABOVE = ProblemKind(
    "TRK-067", _ERROR, "El renglón tiene un punto y ninguna sesión arriba",
    "Escriba en el renglón el tipo, el número y la fecha de su sesión: Ordinaria, 3, 30/01/2024.",
)  # fmt: skip
OTHER_IN_PLAN = ProblemKind(
    "TRK-068", _ERROR, "De la sesión {sesion} se dijo otra cosa en {otro}",
    "Deje el mismo dato en los dos renglones; o, si son dos sesiones, deles distinto número en «Ordinal».",
)  # fmt: skip
PUNTO_WITHOUT_TEXT = ProblemKind(
    "TRK-069", _ERROR, "El punto no tiene texto",
    "Escriba el texto del punto como se convoca, por ejemplo: Clausura de la sesión.",
)  # fmt: skip

# A workbook written again (`actualizar`).
CARRIED = ProblemKind(
    "TRK-070", _NOTICE, "Se pasaron {cuantos} valores, idénticos; el original quedó como estaba",
    "Revise la copia y, si está bien, póngala en lugar del original. Los comentarios, colores e imágenes "
    "propios no se pasan.",
)  # fmt: skip
NOT_CARRIED = ProblemKind(
    "TRK-071", _WARNING, "No se pasó a la copia: {motivo}",
    "Si hace falta, escríbalo a mano en la copia, o corríjalo en el original y repita «actualizar».",
)  # fmt: skip
FORMULA_CARRIED = ProblemKind(
    "TRK-072", _NOTICE, "La fórmula no se pasó a la copia; sí su resultado: {valor}",
    "Si debe seguir calculándose, escriba otra vez la fórmula en la copia, por ejemplo =SUMA(B2:B9).",
)  # fmt: skip
OWN_COLUMN = ProblemKind(
    "TRK-073", _NOTICE, "«{columna}» no es de esta hoja: se pasó al final, como columna o campo propio",
    "No hay que hacer nada. El programa no la lee; si era otra, corrija su encabezado en el original.",
)  # fmt: skip
OWN_SHEET = ProblemKind(
    "TRK-074", _NOTICE, "La hoja es propia: se pasaron sus valores, sin formatos ni fórmulas",
    "Si necesita sus formatos, cópiela del original: clic derecho en la pestaña > Mover o copiar.",
)  # fmt: skip
ADDED_COLUMN = ProblemKind(
    "TRK-075", _NOTICE, "La copia tiene una columna nueva: «{columna}»",
    "Llénela si le sirve; la nota de su encabezado dice qué se escribe en ella.",
)  # fmt: skip
ADDED_SHEET = ProblemKind(
    "TRK-076", _NOTICE, "La copia tiene esta hoja nueva, en blanco",
    "Llénela si le sirve; la hoja Léame dice para qué es.",
)  # fmt: skip
ADDED_ATTENDANCE = ProblemKind(
    "TRK-077", _NOTICE, "En la copia se agregaron {cuantos} renglones de asistencia por llenar",
    "Son de las personas en funciones que aún no tenían renglón en las sesiones programadas; borre los que "
    "sobren.",
)  # fmt: skip
UNMERGED = ProblemKind(
    "TRK-078", _NOTICE, "Las celdas {motivo}",
    "Revise en la copia que cada dato haya quedado en su celda.",
)  # fmt: skip

# Long texts in Word.
BAD_TEXT_FILE = ProblemKind(
    "TRK-080", _ERROR, "No se pudo leer el archivo de textos: {motivo}",
    "Ábralo en Word y guárdelo otra vez como Documento de Word (.docx); o sáquelo de la carpeta «textos».",
)  # fmt: skip
UNKNOWN_TEXT = ProblemKind(
    "TRK-081", _WARNING, "El título no es de ningún texto de los libros; lo escrito bajo él no se usa",
    "{sugerencia}Escriba de qué es, por ejemplo: «Sesión 3, punto 4», «Dictamen D1, antecedentes», «Acuerdo "
    "A5, considerandos», «Plan, Objetivo general», «Simulacro S1, conclusiones» o «Informe final, "
    "conclusiones».",
)  # fmt: skip
REPEATED_TEXT = ProblemKind(
    "TRK-082", _ERROR, "Ese texto ya está en {otro}; este no se usa",
    "Deje uno solo, o corrija el título; por ejemplo: Sesión 3, punto 4.",
)  # fmt: skip
TEXT_TWICE = ProblemKind(
    "TRK-083", _WARNING, "Este texto también está en {celda}; se usa el de Word",
    "Deje uno solo: borre el de la celda, o el de Word.",
)  # fmt: skip
TEXT_WITHOUT_HEADING = ProblemKind(
    "TRK-084", _WARNING, "Hay texto antes del primer título; no se usa",
    "Póngale arriba un título con el estilo «Título 1», por ejemplo: Sesión 3, punto 4.",
)  # fmt: skip
NOT_TEXT_LEFT_OUT = ProblemKind(
    "TRK-085", _WARNING, "Bajo este título hay {que} que no pasa al documento",
    "Agréguela en Word al documento ya generado, o dígalo con palabras.",
)  # fmt: skip
TEXT_OPEN = ProblemKind(
    "TRK-086", _WARNING, "El archivo está abierto en otro programa{quien}; lo no guardado no se leyó",
    "Guárdelo y repita el comando. Si nadie lo tiene abierto, borre «{candado}», que quedó junto a él.",
)  # fmt: skip
FLATTENED_TEXT = ProblemKind(
    "TRK-087", _NOTICE, "Bajo este título hay {que}: pasa como texto, con sus marcas",
    "No hay nada que hacer si así se lee bien; si no, saque la lista de la tabla.",
)  # fmt: skip
TOO_MANY_TEXTS = ProblemKind(
    "TRK-088", _ERROR, "El archivo tiene más de {cuantos} títulos; no se leyó",
    "Repártalo en varios archivos .docx de la carpeta «textos», por ejemplo uno por sesión.",
)  # fmt: skip
TERM_WITHOUT_MEANING = ProblemKind(
    "TRK-089", _WARNING, "En el glosario, «{termino}» no dice qué significa",
    "Escriba el término, dos puntos y lo que significa, en el mismo párrafo; si no es un "
    "término, quítelo.",
)  # fmt: skip

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in globals().values() if isinstance(kind, ProblemKind))
"""All of them, by code."""

EXAMPLES: dict[Kind, str] = {
    Kind.KEY: "una clave corta, sin repetir",
    Kind.SESION: "la clave de la sesión, por ejemplo 3",
    Kind.PERSONA: "la clave de la persona, por ejemplo LVG",
    Kind.REFERENCE: "la clave que tiene en su hoja, por ejemplo S1",
    Kind.PUNTO: "el número del punto, por ejemplo 4",
    Kind.DATE: "la fecha, por ejemplo 30/01/2024",
    Kind.MONTH: "una fecha del mes, por ejemplo 01/11/2023",
    Kind.TIME: "la hora, por ejemplo 17:30",
    Kind.INT: "un número entero, por ejemplo 3",
    Kind.PERCENT: "un número de 0 a 100, por ejemplo 35",
    Kind.YES_NO: "Sí o No",
    Kind.CHOICE: "una opción de la lista",
}
"""What to type into a blank cell, by what its column holds."""
