"""What the PDF engine can say about a DOCX, in Spanish."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.problems.problem import ProblemKind, Severity

MISSING_OR_EMPTY = ProblemKind(
    "PDF-001",
    Severity.ERROR,
    "El archivo está vacío",
    "Vuelva a copiar el documento desde su origen, por ejemplo desde el correo en que llegó.",
)
PROTECTED = ProblemKind(
    "PDF-002",
    Severity.ERROR,
    "El archivo tiene contraseña o es un documento de Word anterior a 2007 (.doc)",
    "Ábralo en Word, quite la contraseña y guárdelo como «Documento de Word (*.docx)».",
)
NOT_DOCX = ProblemKind(
    "PDF-003",
    Severity.ERROR,
    "El archivo no es un documento de Word, o está dañado",
    "Si tiene que serlo, use una copia anterior, o cámbiele el nombre y genérelo otra vez. Si no, indique un "
    "archivo .docx, por ejemplo: cotaprep-docs pdf salida/acta-3.docx.",
)
DAMAGED = ProblemKind(
    "PDF-004",
    Severity.ERROR,
    "El archivo está incompleto o dañado{part}",
    "Ábralo en Word con «Abrir y reparar» y guárdelo de nuevo, o use una copia anterior.",
)
TOO_LARGE = ProblemKind(
    "PDF-005",
    Severity.ERROR,
    "El archivo es demasiado grande para ser un documento de texto",
    "Quite o comprima sus imágenes en Word (Formato de imagen > Comprimir imágenes).",
)
NOT_CONVERTIBLE = ProblemKind(
    "PDF-006",
    Severity.ERROR,
    "El archivo no contiene un documento de Word que se pueda leer",
    "Compruebe que se abre en Word y guárdelo como «Documento de Word (*.docx)».",
)
BUNDLED_FONT_MISSING = ProblemKind(
    "PDF-007",
    Severity.ERROR,
    "Falta la fuente Caladea, que se instala con el programa",
    "Instale de nuevo el programa, por ejemplo: pip install --force-reinstall font-caladea.",
)
FONT_SUBSTITUTED = ProblemKind(
    "PDF-010",
    Severity.NOTICE,
    "La fuente «{font}» no está instalada; se usó «{used}»",
    "Instale «{font}» o cambie la fuente del documento, por ejemplo a Cambria.",
)
GLYPH_MISSING = ProblemKind(
    "PDF-011",
    Severity.WARNING,
    "La fuente «{font}» no tiene el carácter «{character}» ({code}); se ve como un cuadro o «?»",
    "Escriba ese carácter en otra fuente que lo tenga, por ejemplo Cambria.",
)
UNSUPPORTED_OBJECT = ProblemKind(
    "PDF-020",
    Severity.NOTICE,
    "No se dibuja: {what}",
    "Revise el resultado y, si hace falta, sustituya el objeto por una imagen PNG o JPEG.",
)
TEXT_BOX = ProblemKind(
    "PDF-021",
    Severity.NOTICE,
    "El texto de un grupo de formas se escribió en el cuerpo, después de su párrafo",
    "Desagrupe las formas en Word (Formato de forma > Desagrupar) o pase el texto a una tabla.",
)
IMAGE_UNREADABLE = ProblemKind(
    "PDF-024",
    Severity.WARNING,
    "No se pudo leer la imagen «{image}»{alt}",
    "Insértela de nuevo como PNG o JPEG, por ejemplo con «Insertar > Imágenes».",
)
MISSING_PART = ProblemKind(
    "PDF-025",
    Severity.WARNING,
    "Falta la parte «{part}» a la que el documento hace referencia",
    "Abra el documento en Word y guárdelo de nuevo.",
)
VALUE_CLAMPED = ProblemKind(
    "PDF-026",
    Severity.NOTICE,
    "La medida «{value}» de {what} no es posible; se usó {used}",
    "Corrija esa medida en Word, por ejemplo en «Diseño de página > Márgenes».",
)
OVERFLOW = ProblemKind(
    "PDF-027",
    Severity.WARNING,
    "Algo más alto que la página se cortó al pie de la página {page}",
    "Reduzca la imagen o permita que la fila se divida entre páginas.",
)
FLOATING = ProblemKind(
    "PDF-028",
    Severity.NOTICE,
    "El texto rodea en rectángulo un objeto de ajuste estrecho ({what})",
    "Elija en Word «Ajustar texto > Cuadrado» si quiere verlo igual que en el PDF.",
)
RIGHT_TO_LEFT = ProblemKind(
    "PDF-029",
    Severity.NOTICE,
    "Hay texto de derecha a izquierda; se escribió en el orden del archivo",
    "Revise ese texto en el PDF.",
)
PENDING_CHANGES: Final = "NO ES DEFINITIVO: {cuenta} sin resolver, en este PDF como {decision}"
"""What each page says of a definitive document with changes that nobody decided on."""


def changes_in_words(count: int, *, accepted: bool) -> tuple[str, str]:
    """Return how many tracked changes there are, and what was done with them."""
    one = count == 1
    decision = "aceptado" if accepted else "rechazado"
    return ("1 cambio" if one else f"{count} cambios"), (decision if one else f"{decision}s")


REVISIONS = ProblemKind(
    "PDF-030",
    Severity.NOTICE,
    "El documento tiene {cuenta} sin aceptar ni rechazar; en el PDF: {decision}",
    "Acepte o rechace los cambios en Word (Revisar > Aceptar) y repita el comando, o indique "
    "--cambios aceptar o --cambios rechazar.",
)
NO_ALTERNATIVE = ProblemKind(
    "PDF-034",
    Severity.NOTICE,
    "La imagen «{image}» no tiene texto alternativo; quien no la ve no sabe qué muestra",
    "En Word: clic derecho en la imagen > Ver texto alternativo, por ejemplo «Logotipo del Instituto»; "
    "o «Marcar como decorativo».",
)
CHART_AS_TABLE = ProblemKind(
    "PDF-070",
    Severity.NOTICE,
    "No se dibuja la gráfica {form}{title}; en su lugar se escribió una tabla con sus números",
    "En Word: Diseño de gráfico > Cambiar tipo de gráfico, y elija barras, líneas, área o circular sin 3-D.",
)
CHART_WITHOUT_ALTERNATIVE = ProblemKind(
    "PDF-071",
    Severity.NOTICE,
    "La gráfica no tiene texto alternativo; se describió como «{description}»",
    "En Word: clic derecho en la gráfica > Ver texto alternativo, y diga qué muestra, por ejemplo "
    "«El avance real superó al planeado desde marzo».",
)
CHART_UNREADABLE = ProblemKind(
    "PDF-072",
    Severity.WARNING,
    "Una gráfica{title} no tiene números que se puedan leer; no se dibuja",
    "En Word: clic derecho en la gráfica > Editar datos, compruebe los números y guarde de nuevo.",
)
CHART_SIMPLIFIED = ProblemKind(
    "PDF-073",
    Severity.NOTICE,
    "En la gráfica{title} se dibujó de forma más sencilla, o no se dibujó, {what}",
    "Compare la gráfica con la de Word; si hace falta, quite ese adorno en Formato de gráfico.",
)
SIGNATURE_OUTSIDE = ProblemKind(
    "PDF-040",
    Severity.NOTICE,
    "La línea de firma «{tag}» está en un encabezado, un pie de página o una nota: no se hizo campo de firma",
    "Póngala en el cuerpo del documento, por ejemplo encima del nombre de quien firma.",
)
SIGNATURE_REPEATED = ProblemKind(
    "PDF-041",
    Severity.NOTICE,
    "La línea de firma «{tag}» está repetida; el campo de esta se llama «{name}»",
    "Si es la firma de otra persona, cambie la etiqueta del control en Word (Programador > Propiedades), "
    "por ejemplo «firma.CLU»; si la misma persona firma dos veces, no tiene que hacer nada.",
)
SIGNATURE_UNPLACED = ProblemKind(
    "PDF-042",
    Severity.WARNING,
    "La línea de firma «{tag}» está vacía y no la sigue ningún párrafo: no se hizo campo de firma",
    "Escriba en Word un espacio dentro del control, o un párrafo después, por ejemplo con el nombre.",
)
SIGNATURE_CRAMPED = ProblemKind(
    "PDF-043",
    Severity.WARNING,
    "Casi no hay lugar en blanco para la «{label}» (página {page}): lo que se firme puede tapar texto",
    "Deje al menos un centímetro en blanco encima del nombre; por ejemplo, 36 puntos de espacio anterior.",
)
NO_OFFICE = ProblemKind(
    "PDF-031",
    Severity.ERROR,
    "LibreOffice no está instalado en este equipo",
    "Quite --motor libreoffice: el programa hace el PDF sin él. O instale LibreOffice y repita el comando.",
)
OFFICE_LATE = ProblemKind(
    "PDF-032",
    Severity.ERROR,
    "LibreOffice no terminó en {segundos} segundos y se detuvo",
    "Cierre las ventanas de LibreOffice y repita el comando, o quite --motor libreoffice.",
)
OFFICE_FAILED = ProblemKind(
    "PDF-033",
    Severity.ERROR,
    "LibreOffice no hizo el PDF (terminó con {codigo})",
    "Abra el archivo en LibreOffice para ver qué dice de él, o quite --motor libreoffice.",
)
LOST_BOOKMARK = ProblemKind(
    "PDF-060",
    Severity.WARNING,
    "Una referencia lleva al marcador «{marcador}», que no existe; se dejó el texto que tenía",
    "En Word, vuelva a insertarla (Referencias > Referencia cruzada), o escriba el texto sin campo.",
)
LOST_LINK = ProblemKind(
    "PDF-061",
    Severity.NOTICE,
    "Un enlace lleva a «{destino}», que no está en el documento; se escribió sin enlace",
    "En Word, vuelva a insertar el enlace (Insertar > Vínculo > Lugar de este documento), o quítelo.",
)
EMPTY_CONTENTS = ProblemKind(
    "PDF-062",
    Severity.WARNING,
    "Un índice no encuentra qué listar; se dejó como estaba",
    "Dé a los títulos un estilo de título, por ejemplo «Título 1», o revise los interruptores del campo TOC.",
)
