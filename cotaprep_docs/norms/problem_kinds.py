"""What can be wrong with a norms file."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

MISSING_FILE = ProblemKind(
    "NOR-001",
    Severity.ERROR,
    "No está el archivo de normas del proceso",
    "Copie «normas.toml» a la carpeta de los libros de Excel; el programa trae uno de ejemplo en «data».",
)
UNREADABLE_FILE = ProblemKind(
    "NOR-002",
    Severity.ERROR,
    "El archivo de normas no se puede leer{lugar}",
    "Ábralo con un editor de texto y corrija esa línea, por ejemplo unas comillas sin cerrar.",
)
MISSING_ENTRY = ProblemKind(
    "NOR-003",
    Severity.ERROR,
    "Falta la norma «{clave}»",
    "Agregue una sección [{seccion}.{clave}] con «{campo}», «fuente» y «marca», como en el ejemplo.",
)
BAD_ENTRY = ProblemKind(
    "NOR-004",
    Severity.ERROR,
    "La norma «{clave}» tiene un valor, una marca o un campo que no se reconoce",
    "Use sólo «valor», «texto», «fuente», «marca» (V, V-semilla, V-práctica, I o M) y «nota», "
    "como en el archivo de ejemplo.",
)
BAD_ENTREGABLE = ProblemKind(
    "NOR-005",
    Severity.ERROR,
    "El entregable «{clave}» tiene un campo, un plazo o una marca que no se reconoce",
    "Escríbalo como los del archivo de ejemplo: «titulo», «plazos», «fuente» y «marca»; cada plazo, con "
    "«desde» (jornada, mes_jornada, prueba, simulacro_1, cierre o fin_de_mes), «meses», «dias» y «remitir».",
)
RULES_OFF = ProblemKind(
    "NOR-006",
    Severity.NOTICE,
    "El archivo de normas no tiene estas entradas y lo que depende de ellas no se revisa: {claves}",
    "Cópielas de «normas.toml» del ejemplo, por ejemplo [parametros.sesiones_mes], y cotéjelas con el área "
    "legal.",
)
NOT_UTF8 = ProblemKind(
    "NOR-007",
    Severity.ERROR,
    "El archivo de normas no está guardado en UTF-8; el primer carácter que no se entiende está aquí",
    "Guárdelo otra vez con codificación UTF-8: en el Bloc de notas, Archivo > Guardar como > Codificación > "
    "UTF-8.",
)
NOT_ALLOWED = ProblemKind(
    "NOR-008",
    Severity.ERROR,
    "No se pudo abrir el archivo de normas: {motivo}",
    "Revise en sus propiedades que sea un archivo, y que usted tenga permiso de leerlo.",
)
