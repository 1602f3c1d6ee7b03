"""Everything the safe store says to people: the kinds of its problems (codes ``REV``)."""

from __future__ import annotations

from typing import Final

from cotaprep_docs.problems.problem import ProblemKind, Severity

EDITED_KEPT: Final = ProblemKind(
    "REV-001",
    Severity.NOTICE,
    "Alguien modificó «{archivo}» después de generarlo y no hay nada nuevo que proponerle: "
    "se conservó como está",
    "No tiene que hacer nada. Si prefiere la versión generada, cambie el nombre del archivo "
    "(por ejemplo «{ejemplo}») y repita el comando.",
)
REVIEWED_KEPT: Final = ProblemKind(
    "REV-002",
    Severity.WARNING,
    "Alguien modificó «{archivo}» y la versión que ahora resulta de los datos es otra: "
    "se conservó el archivo y la versión nueva quedó al lado, en «{propuesta}»",
    "Compare los dos archivos (en Word: Revisar > Comparar). Para quedarse con la versión nueva, "
    "borre «{archivo}» y ponga ese nombre a «{propuesta}», sin abrirla y guardarla antes.",
)
PDF_KEPT: Final = ProblemKind(
    "REV-003",
    Severity.WARNING,
    "Alguien modificó «{archivo}» después de generarlo (no tiene firma electrónica) y el PDF que ahora "
    "resulta de su DOCX es otro: se conservó, y el PDF nuevo quedó al lado, en «{propuesta}»",
    "Si tiene notas que hagan falta, guarde «{archivo}» con otro nombre, por ejemplo «{ejemplo}». Después "
    "bórrelo y ponga su nombre a «{propuesta}».",
)
PROPOSAL_KEPT: Final = ProblemKind(
    "REV-004",
    Severity.WARNING,
    "Alguien modificó «{archivo}» y también «{propuesta}»: se conservaron los dos "
    "y la versión que ahora resulta de los datos no se escribió",
    "Cambie el nombre de «{propuesta}» (por ejemplo «{ejemplo}») y repita el comando: "
    "la versión nueva se escribirá en su lugar.",
)
UNKNOWN_KEPT: Final = ProblemKind(
    "REV-005",
    Severity.WARNING,
    "«{archivo}» ya estaba en la carpeta y no consta que lo haya generado este programa: "
    "se conservó como está",
    "Cámbiele el nombre (por ejemplo «{ejemplo}») o muévalo a otra carpeta, y repita el comando.",
)
REWRITTEN: Final = ProblemKind(
    "REV-006",
    Severity.NOTICE,
    "«{archivo}» se había generado antes y ya no estaba en la carpeta: se escribió otra vez",
    "Si lo movió a propósito, borre el que se acaba de escribir; "
    "por ejemplo, si el bueno está en «firmados».",
)
ADOPTED: Final = ProblemKind(
    "REV-007",
    Severity.NOTICE,
    "«{archivo}» es idéntico a la versión que resulta de los datos: desde ahora consta como generado",
    "No tiene que hacer nada; por ejemplo, es lo que ocurre cuando alguien acepta una propuesta.",
)
SIGNED_KEPT: Final = ProblemKind(
    "REV-008",
    Severity.NOTICE,
    "«{archivo}» tiene firma electrónica y su DOCX no ha cambiado: se conservó como está",
    "No tiene que hacer nada. Si hay que firmarlo de nuevo, guárdelo con otro nombre "
    "(por ejemplo «{ejemplo}») y repita el comando.",
)
SIGNED_PROPOSED: Final = ProblemKind(
    "REV-009",
    Severity.WARNING,
    "«{archivo}» tiene firma electrónica y el PDF que ahora resulta de su DOCX es otro: "
    "se conservó, y el PDF nuevo, sin firmas, quedó al lado, en «{propuesta}»",
    "Si vale el firmado, borre «{propuesta}» y devuelva el DOCX a la versión que se firmó. Si vale el nuevo, "
    "guarde «{archivo}» en otra carpeta (por ejemplo «firmados») y ponga su nombre a «{propuesta}».",
)
SIGNED_UNKNOWN: Final = ProblemKind(
    "REV-013",
    Severity.WARNING,
    "«{archivo}» tiene firma electrónica y no consta que lo haya generado este programa: "
    "se conservó como está",
    "Si es el bueno, déjelo. Si quiere generarlo otra vez, muévalo a otra carpeta (por ejemplo «firmados») "
    "y repita el comando.",
)
MANIFEST_BROKEN: Final = ProblemKind(
    "REV-010",
    Severity.WARNING,
    "El registro de lo generado no se puede interpretar ({motivo}): ningún archivo de la carpeta consta "
    "como generado, así que ninguno se reemplazará",
    "Si tiene una copia buena de «{archivo}», póngala en su lugar. Si no, cambie el nombre de los archivos "
    "que deban generarse otra vez; por ejemplo «{ejemplo}».",
)
MANIFEST_SET_ASIDE: Final = ProblemKind(
    "REV-011",
    Severity.NOTICE,
    "Se empezó un registro nuevo de lo generado; el que no se podía interpretar se guardó como «{apartado}»",
    "Si recupera una copia buena, póngala en lugar de «{archivo}»; por ejemplo, desde el respaldo de ayer.",
)
MANIFEST_UNREADABLE: Final = ProblemKind(
    "REV-012",
    Severity.ERROR,
    "No se pudo leer el registro de lo generado ({motivo}), y sin él no se sabe "
    "qué archivos se pueden reemplazar",
    "Revise que ningún programa lo tenga abierto y que usted tenga permiso de leerlo; "
    "por ejemplo, ábralo con el Bloc de notas. Luego repita el comando.",
)
FILE_OPEN: Final = ProblemKind(
    "REV-020",
    Severity.ERROR,
    "«{archivo}» está abierto en otro programa (lo indica «{candado}»): no se reemplazó",
    "Cierre «{archivo}» y repita el comando. Si nadie lo tiene abierto, borre «{candado}»: "
    "quedó ahí cuando el programa se cerró de golpe.",
)
FILE_BUSY: Final = ProblemKind(
    "REV-021",
    Severity.ERROR,
    "Otro programa no deja usar «{archivo}»: no se reemplazó",
    "Cierre el archivo en todos los programas (por ejemplo Word, Acrobat o la vista previa del Explorador) "
    "y repita el comando.",
)
FILE_READ_ONLY: Final = ProblemKind(
    "REV-022",
    Severity.ERROR,
    "«{archivo}» está marcado como de solo lectura: no se reemplazó",
    "Si se puede reemplazar, quítele la marca (en el Explorador: Propiedades > Solo lectura) "
    "y repita el comando.",
)
NOT_A_FILE: Final = ProblemKind(
    "REV-023",
    Severity.ERROR,
    "«{archivo}» no es un archivo común, sino una carpeta, un enlace u otra cosa: no se tocó",
    "Cámbiele el nombre (por ejemplo «{ejemplo}») o quítelo de ahí, y repita el comando.",
)
CHANGED_MEANWHILE: Final = ProblemKind(
    "REV-024",
    Severity.ERROR,
    "Alguien guardó «{archivo}» en el mismo momento en que se iba a reemplazar: se conservó lo que guardó",
    "Repita el comando cuando haya terminado la edición, por ejemplo al cerrar el archivo en Word.",
)
FOLDER_BUSY: Final = ProblemKind(
    "REV-025",
    Severity.ERROR,
    "Otra ejecución de este programa está escribiendo en la carpeta y no terminó a tiempo",
    "Espere a que termine y repita el comando; por ejemplo, mire si hay otra ventana generando documentos.",
)
DISK_FULL: Final = ProblemKind(
    "REV-030",
    Severity.ERROR,
    "No hay espacio en el disco para guardar «{archivo}»; lo que había quedó como estaba",
    "Libere espacio (por ejemplo, vacíe la papelera) o elija otra carpeta con --salida, y repita el comando.",
)
NO_PERMISSION: Final = ProblemKind(
    "REV-031",
    Severity.ERROR,
    "No hay permiso de escribir «{archivo}» en su carpeta",
    "Pida permiso de escritura; si es un documento, también puede elegir otra carpeta, por ejemplo "
    "--salida Documentos.",
)
WRITE_FAILED: Final = ProblemKind(
    "REV-032",
    Severity.ERROR,
    "El sistema no pudo guardar «{archivo}» (código {motivo}); lo que había quedó como estaba",
    "Revise que el disco o la carpeta de red estén disponibles y repita el comando; "
    "por ejemplo, con una carpeta local: --salida Documentos.",
)
BAD_NAME: Final = ProblemKind(
    "REV-033",
    Severity.ERROR,
    "«{archivo}» no sirve como nombre de archivo en todos los sistemas",
    "Use letras, cifras, guiones y una extensión, sin carpetas; por ejemplo «acta-3.docx».",
)
FILE_MISSING: Final = ProblemKind(
    "REV-034",
    Severity.ERROR,
    "No se encontró «{archivo}» en la carpeta",
    "Genérelo primero; por ejemplo: cotaprep-docs acta 3.",
)
NOT_A_FOLDER: Final = ProblemKind(
    "REV-035",
    Severity.ERROR,
    "La carpeta de salida no se pudo abrir ni crear: «{archivo}»",
    "Elija una carpeta donde pueda escribir, por ejemplo --salida Documentos.",
)
LEDGER_BROKEN: Final = ProblemKind(
    "REV-036",
    Severity.ERROR,
    "El libro de números «{archivo}» no se puede interpretar ({motivo}); no se tomó ningún "
    "número y el archivo quedó como estaba",
    "Ponga en su lugar una copia buena, por ejemplo la del respaldo de ayer, y repita el comando. "
    "No lo borre: sin él se repetirían números ya dados.",
)
LEDGER_NEWER: Final = ProblemKind(
    "REV-037",
    Severity.ERROR,
    "El libro de números «{archivo}» es de una versión más nueva del programa (formato {version})",
    "Actualice el programa en este equipo; por ejemplo: pip install --upgrade cotaprep-docs.",
)
LEDGER_UNREADABLE: Final = ProblemKind(
    "REV-038",
    Severity.ERROR,
    "No se pudo leer el libro de números «{archivo}» ({motivo})",
    "Revise que ningún programa lo tenga abierto y que usted tenga permiso de leerlo; "
    "por ejemplo, ábralo con el Bloc de notas. Luego repita el comando.",
)
