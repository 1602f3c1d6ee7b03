"""Everything this layer says to a user: one kind per thing that can be wrong with a Word template."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# Files ------------------------------------------------------------------------------------------------

TEMPLATE_MISSING = ProblemKind(
    "PLA-001", _ERROR, "No existe la plantilla «{archivo}»",
    "Ponga el archivo en la carpeta «templates_docx», por ejemplo templates_docx/acta.docx.",
)  # fmt: skip
TEMPLATE_UNREADABLE = ProblemKind(
    "PLA-002", _ERROR, "La plantilla no se puede leer: {causa}",
    "Ábrala en Word y guárdela de nuevo como «Documento de Word (.docx)», sin contraseña.",
)  # fmt: skip
TEMPLATE_WITH_MACROS = ProblemKind(
    "PLA-003", _ERROR, "La plantilla contiene macros",
    "Guárdela como «Documento de Word (.docx)», sin macros; «.docm» y «.dotm» no se admiten.",
)  # fmt: skip

# Tags, one by one -------------------------------------------------------------------------------------

TAG_NOT_CLOSED = ProblemKind(
    "PLA-010", _ERROR, "La etiqueta «{etiqueta}» no se cierra en su párrafo",
    "Escríbala completa en un solo párrafo, por ejemplo {{{{ sesion.titulo }}}} o {{% if hora %}}",
)  # fmt: skip
TAG_NOT_OPENED = ProblemKind(
    "PLA-011", _ERROR, "«{etiqueta}» cierra una etiqueta que no se abrió en este párrafo",
    "Borre el cierre o escriba la etiqueta completa, por ejemplo {{{{ sesion.titulo }}}}",
)  # fmt: skip
LOOSE_BRACE = ProblemKind(
    "PLA-012", _ERROR, "Hay una llave «{llave}» suelta en el texto",
    "Las llaves sólo forman etiquetas, de dos en dos: {{{{ sesion.titulo }}}}; use paréntesis o corchetes.",
)  # fmt: skip
TAG_SYNTAX = ProblemKind(
    "PLA-013", _ERROR, "No se entiende la etiqueta «{etiqueta}»: {detalle}",
    "Compárela con un modelo: {{{{ punto.titulo }}}}, {{% if punto.votado %}}, {{% for punto in puntos %}}",
)  # fmt: skip
FORBIDDEN_CONSTRUCT = ProblemKind(
    "PLA-014", _ERROR, "La etiqueta «{etiqueta}» usa {construccion}, que las plantillas no admiten",
    "Use sólo nombres con puntos, comparaciones, «and», «or», «not» y |length: {{% if puntos|length > 1 %}}",
)  # fmt: skip
UNKNOWN_BLOCK = ProblemKind(
    "PLA-015", _ERROR, "«{palabra}» no es una etiqueta de bloque de las plantillas",
    "Hay sólo if, elif, else, endif, for y endfor: {{% if hora %}} … {{% endif %}}",
)  # fmt: skip
UNSUPPORTED_MARK = ProblemKind(
    "PLA-016", _ERROR, "La etiqueta «{etiqueta}» usa la marca «{marca}», que las plantillas no admiten",
    "Use {{{{ nombre }}}}, {{% if … %}}, {{%p if … %}} para párrafos o {{%tr for … %}} para filas.",
)  # fmt: skip
TAG_OUTSIDE_TEXT = ProblemKind(
    "PLA-017", _ERROR, "Hay una etiqueta en {lugar}, donde no se sustituye",
    "Escríbala en el texto de un párrafo; los campos, vínculos y textos alternativos van sin etiquetas.",
)  # fmt: skip

# Blocks -----------------------------------------------------------------------------------------------

BLOCK_NOT_CLOSED = ProblemKind(
    "PLA-020", _ERROR, "El bloque «{etiqueta}» no se cierra",
    "Añada {{% {cierre} %}} después de lo que abarca, en su propio párrafo si abarca párrafos.",
)  # fmt: skip
BLOCK_NOT_OPENED = ProblemKind(
    "PLA-021", _ERROR, "«{etiqueta}» no corresponde a ningún bloque abierto",
    "Bórrela, o añada antes la etiqueta que abre: {{% if … %}} o {{% for … in … %}}",
)  # fmt: skip
BLOCK_MISMATCH = ProblemKind(
    "PLA-022", _ERROR, "«{etiqueta}» cierra «{abierto}», que espera {{% {cierre} %}}",
    "Cierre los bloques en orden inverso a como se abrieron: primero {{% {cierre} %}}",
)  # fmt: skip
BLOCK_ACROSS = ProblemKind(
    "PLA-023", _ERROR, "«{etiqueta}» no está al mismo nivel que «{abierto}»",
    "Ponga ambas dentro del mismo párrafo, o cada una sola en su párrafo ({{%p if … %}}), o cada una sola en "
    "su fila ({{%tr for … %}}).",
)  # fmt: skip
TEXT_BESIDE_PARAGRAPH_TAG = ProblemKind(
    "PLA-024", _ERROR, "El texto «{texto}» está junto a «{etiqueta}» y desaparecería",
    "Deje la etiqueta sola en su párrafo: pase el texto al párrafo de arriba o de abajo.",
)  # fmt: skip
TEXT_BESIDE_ROW_TAG = ProblemKind(
    "PLA-025", _ERROR, "El texto «{texto}» está en la fila de «{etiqueta}» y desaparecería",
    "Deje la etiqueta sola en su fila: pase el texto a la fila que se repite.",
)  # fmt: skip
TWO_BLOCK_TAGS = ProblemKind(
    "PLA-026", _ERROR, "«{etiqueta}» comparte su párrafo o su fila con otra etiqueta de bloque",
    "Ponga cada etiqueta {{%p … %}} en su propio párrafo y cada {{%tr … %}} en su propia fila.",
)  # fmt: skip
BLOCK_TAG_IN_THE_WAY = ProblemKind(
    "PLA-027", _ERROR, "El párrafo de «{etiqueta}» contiene también {cosa}, que se perdería",
    "Ponga la etiqueta en un párrafo aparte, antes o después.",
)  # fmt: skip
ROW_TAG_OUTSIDE_TABLE = ProblemKind(
    "PLA-028", _ERROR, "«{etiqueta}» no está en una tabla",
    "Use {{%p … %}} fuera de las tablas; {{%tr … %}} es para filas.",
)  # fmt: skip

# Names and values -------------------------------------------------------------------------------------

UNKNOWN_VARIABLE = ProblemKind(
    "PLA-030", _ERROR, "La variable «{nombre}» no existe{parecido}",
    "Escriba un nombre de los que ofrece el documento: {disponibles}",
)  # fmt: skip
UNKNOWN_ATTRIBUTE = ProblemKind(
    "PLA-031", _ERROR, "«{objeto}» no tiene «{nombre}»{parecido}",
    "Escriba uno de los que tiene: {disponibles}",
)  # fmt: skip
NOT_PRINTABLE = ProblemKind(
    "PLA-032", _ERROR, "«{nombre}» es {tipo} y no se puede imprimir",
    "Imprima un texto suyo ({{{{ punto.titulo }}}}), recórralo con {{% for %}} o úselo en {{% if %}}",
)  # fmt: skip
NOT_A_LIST = ProblemKind(
    "PLA-033", _ERROR, "«{nombre}» es {tipo}, no una lista, y no se puede recorrer",
    "Use {{% for … in … %}} con una lista, por ejemplo {{% for punto in puntos %}}",
)  # fmt: skip
HIDDEN_NAME = ProblemKind(
    "PLA-034", _WARNING, "La variable de ciclo «{nombre}» oculta a otra del mismo nombre",
    "Use otro nombre para el ciclo, por ejemplo {{% for fila in asistencia %}}",
)  # fmt: skip
UNGUARDED_OPTIONAL = ProblemKind(
    "PLA-035", _WARNING, "«{nombre}» puede faltar y se imprime sin preguntar antes",
    "Enciérrela en {{% if {nombre} %}} … {{% endif %}}",
)  # fmt: skip
UNUSED_VARIABLE = ProblemKind(
    "PLA-036", _NOTICE, "La plantilla no usa «{nombre}»",
    "Si debe aparecer en el documento, añada {{{{ {nombre} }}}}; si no, no haga nada.",
)  # fmt: skip
EVALUATION_FAILED = ProblemKind(
    "PLA-037", _ERROR, "La etiqueta «{etiqueta}» no se puede calcular: {detalle}",
    "Compare sólo valores del mismo tipo y recorra sólo listas; vea «cotaprep-docs plantillas revisar».",
)  # fmt: skip
CONTROL_CHARACTER = ProblemKind(
    "PLA-038", _WARNING, "El texto «{texto}» contiene caracteres que un archivo de Word no admite",
    "Se sustituyeron por «�»; vuelva a escribir ese texto en su celda, sin pegarlo de otro programa.",
)  # fmt: skip
COMPARED_PROSE = ProblemKind(
    "PLA-039", _WARNING, "«{etiqueta}» compara el texto de «{nombre}», que puede tener huecos por llenar",
    "Pregunte sólo si lo hay, {{% if {nombre} %}}, o compare una variable que no sea de texto.",
)  # fmt: skip

# The Word file around the tags ------------------------------------------------------------------------

LIVE_FIELD = ProblemKind(
    "PLA-040", _ERROR, "El campo {campo} cambia solo al abrir o convertir el documento",
    "Bórrelo y escriba el dato como etiqueta, por ejemplo {{{{ sesion.fecha }}}}; se admiten PAGE, NUMPAGES "
    "y los de índices y referencias.",
)  # fmt: skip
NO_ALT_TEXT = ProblemKind(
    "PLA-041", _ERROR, "La imagen «{nombre}» no tiene texto alternativo",
    "En Word: clic derecho, «Ver texto alternativo», y descríbala, por ejemplo «Escudo del Instituto».",
)  # fmt: skip
NO_HEADER_ROW = ProblemKind(
    "PLA-042", _WARNING, "La tabla no tiene fila de encabezado que se repita",
    "En Word: primera fila, «Repetir filas de título»; si sólo acomoda el texto, escriba «diseño» en la "
    "descripción de la tabla.",
)  # fmt: skip
NO_TITLE = ProblemKind(
    "PLA-043", _WARNING, "El documento no tiene título en sus propiedades",
    "En Word: Archivo, Información, Título; por ejemplo «Acta de sesión».",
)  # fmt: skip
WRONG_LANGUAGE = ProblemKind(
    "PLA-044", _WARNING, "El idioma de {lugar} es «{idioma}», no español de México",
    "En Word: seleccione todo, Revisar, Idioma, «Español (México)», y úselo como predeterminado.",
)  # fmt: skip
DIRECT_FORMATTING = ProblemKind(
    "PLA-045", _WARNING, "Hay formato directo ({formato}) en lugar de un estilo",
    "Quite el formato (Ctrl+Espacio, Ctrl+Q) y aplique un estilo con nombre, por ejemplo «Título 1».",
)  # fmt: skip
MISSING_STYLE = ProblemKind(
    "PLA-046", _ERROR, "Falta el estilo «{estilo}»",
    "Cree un estilo de carácter con ese nombre exacto y sombreado, o cópielo de la plantilla original.",
)  # fmt: skip
TAG_IN_REVISION = ProblemKind(
    "PLA-047", _ERROR, "La etiqueta «{etiqueta}» está dentro de un cambio sin aceptar",
    "En Word: Revisar, «Aceptar todos los cambios», y guarde la plantilla.",
)  # fmt: skip
PENDING_REVISION = ProblemKind(
    "PLA-048", _WARNING, "Hay un cambio sin aceptar, de {autor}",
    "En Word: Revisar, «Aceptar todos los cambios»; al generar se toman todos como aceptados.",
)  # fmt: skip
LEFTOVER_COMMENT = ProblemKind(
    "PLA-049", _WARNING, "Queda un comentario de {autor}: «{texto}»",
    "En Word: Revisar, «Eliminar todos los comentarios»; no pasan al documento generado.",
)  # fmt: skip
STYLE_CLASH = ProblemKind(
    "PLA-050", _WARNING, "El estilo «{estilo}» es distinto en el membrete ({membrete})",
    "Iguale el estilo en ambos archivos o dele otro nombre en el membrete, por ejemplo «Membrete pie».",
)  # fmt: skip
NUMBERED_LETTERHEAD = ProblemKind(
    "PLA-051", _ERROR, "El membrete usa una lista numerada o con viñetas",
    "En encabezados y pies escriba los números a mano, o use la etiqueta de un dato.",
)  # fmt: skip
OWN_HEADER_REPLACED = ProblemKind(
    "PLA-052", _WARNING, "La plantilla tiene {parte} propio, que el membrete sustituye",
    "Pase su texto a membrete.docx o bórrelo de la plantilla.",
)  # fmt: skip
CHART_TAG = ProblemKind(
    "PLA-054", _ERROR, "La gráfica «{nombre}» lleva «{texto}» donde va el nombre de su variable",
    "Deje en su texto alternativo una sola etiqueta y nada más, por ejemplo {{{{ avance }}}}",
)  # fmt: skip
CHART_WITHOUT_VARIABLE = ProblemKind(
    "PLA-055", _WARNING, "La gráfica «{nombre}» no nombra ninguna variable: sus números no cambian",
    "En Word: clic derecho en la gráfica, «Ver texto alternativo», y escriba su etiqueta, por ejemplo "
    "{{{{ avance }}}}",
)  # fmt: skip
NOT_A_CHART = ProblemKind(
    "PLA-056", _ERROR, "«{nombre}» es {tipo}, no una gráfica",
    "Escriba en el texto alternativo de la gráfica una variable que lo sea, por ejemplo {{{{ avance }}}}",
)  # fmt: skip
CHART_KIND = ProblemKind(
    "PLA-057", _ERROR, "La gráfica «{nombre}» no es de un tipo que se pueda llenar, o le faltan sus datos",
    "En Word: Diseño de gráfico, «Cambiar tipo de gráfico», y elija columnas, barras, líneas, áreas o "
    "circular.",
)  # fmt: skip
CHART_IN_TEXT = ProblemKind(
    "PLA-058", _ERROR, "«{nombre}» es una gráfica y no se puede imprimir entre el texto",
    "Inserte una gráfica (Insertar, Gráfico) y escriba {{{{ {nombre} }}}} en su texto alternativo.",
)  # fmt: skip
CHART_SERIES_OMITTED = ProblemKind(
    "PLA-059", _WARNING, "La gráfica circular «{titulo}» muestra una sola serie; no aparece: {series}",
    "Cambie en la plantilla el tipo de gráfica a columnas o líneas, que muestran varias series.",
)  # fmt: skip
FLATTENED = ProblemKind(
    "PLA-060", _WARNING, "Una lista o tabla pasó como texto («{texto}»): su etiqueta está en una celda o "
    "entre texto",
    "Ponga la etiqueta al final de su propio párrafo, fuera de tablas y cuadros de texto.",
)  # fmt: skip
UPDATES_ON_OPEN = ProblemKind(
    "PLA-053", _WARNING, "La plantilla pide actualizar sus campos al abrirse",
    "No hay nada que hacer: se quita al generar, para que Word no muestre su aviso; los números de página "
    "salen bien, por ejemplo «Página 1 de 8».",
)  # fmt: skip
