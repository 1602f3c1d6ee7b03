"""The page of the documentation about the command line, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from cotaprep_docs.cli.command import PROGRAM, CommandGroup
from cotaprep_docs.cli.failures import INTERRUPTED_CODE
from cotaprep_docs.cli.messages import spanish_messages
from cotaprep_docs.cli.program import program
from cotaprep_docs.problems.exit_code import ExitCode

EXIT_CODES: dict[int, str] = {
    ExitCode.OK: "Se hizo lo que se pidió; también si al borrador le faltan datos o hay advertencias.",
    ExitCode.DATA_PROBLEMS: "Hay errores en los datos o las plantillas, o se negó un documento definitivo.",
    ExitCode.USAGE: "El comando no se entiende, no existe esa clave, o esa sesión no tiene ese documento.",
    ExitCode.UNREADABLE_INPUT: "Falta un libro, una plantilla, las normas o un DOCX, o no se puede leer.",
    ExitCode.PROTECTED_FILE: "Se conservó un archivo que alguien revisó o firmó, o que está abierto.",
    ExitCode.MISSING_RESOURCE: "Falta una fuente, espacio en el disco, un permiso o un programa opcional.",
    ExitCode.INTERNAL_ERROR: "Falla del programa.",
    INTERRUPTED_CODE: "Alguien lo interrumpió con Ctrl+C.",
}

_INTRODUCTION = """# Línea de comandos

Esta página se genera del programa: no la edite. Las opciones se escriben después del comando, y todos los
comandos las aceptan; la ayuda de cada uno muestra las que cambian lo que hace. También se ejecuta como
`python -m cotaprep_docs`.
"""

_JSON = """## Resultado para otros programas

Con `--formato json`, la salida estándar tiene un solo objeto JSON y nada más; los mensajes van a la salida de
errores. Si la orden no se entiende o falla, también hay un objeto, con `documentos` y `archivos` vacíos. La
ayuda y `--version` siempre son texto.

- `documentos`: por cada uno, `tipo`, `clave`, `nombre`, `docx`, `pdf`, `paginas`, `estado` (`borrador` o
  `definitivo`), `ejemplo` (si usa renglones de muestra), `huecos` (cuántos datos le faltan), `protegido` (si
  se conservó un archivo que alguien modificó) y `propuesta` (la versión nueva que quedó al lado, o `null`).
- `archivos`: los que no son documentos, como los `.ics`, la página de `validar --html`
  (`pagina`) y las copias de `--marcar` (`libro_revisado`); por cada uno, `tipo`, `clave` (vacía si es de todo
  el proceso), `nombre`, `ruta`, `ejemplo`, `protegido` y `propuesta`.
- `problemas`: por cada uno, `codigo` (véase [la lista](problemas.md)), `gravedad` (`error`, `advertencia` o
  `aviso`), `lugar`, `mensaje`, `sugerencia` y `fundamento` (la norma, o vacío).
- `numeros` (sólo en el comando `numerar`, en lugar de `documentos`): por cada uno, `serie`, `anio`, `numero`,
  `texto` (como se imprime), `acto` (`acuerdo:A3`, `oficio:convocatoria:3`), `estado` (`asignado`, `reservado`
  o `cancelado`), `fecha` y `motivo`; y aparte `simulado`.
- `explicacion` (sólo en el comando `explicar`, en lugar de `documentos`): `codigo`, `gravedad`, `titulo`,
  `tema`, `mensaje`, `alcance`, `por_que`, `norma`, `sugerencia` y `ejemplo`.
- El comando `estado` da, en lugar de `documentos`: `hoy`, `jornada`, `ejemplo`, `proximas` (con `convocada`,
  `faltas` y los códigos de sus `problemas`), `por_venir`, `sin_fecha`, `sin_constancia`, `por_capturar`,
  `convocatorias` (con `limite` y la `marca` del plazo), `actas`, `asuntos` (acuerdos y compromisos por
  cumplir), `entregables` (todos, con `limite`, `vencida` y `atencion`: `remitida`, `tratada`, `prevista` o
  `sin punto`) y `por_numerar`, `sin_registro` y `en_salida` (cada documento de la carpeta, con su
  `situacion` y cuántos de sus campos de firma están firmados). Los días van como `2024-01-30`.
- `sesiones` (sólo en el comando `sesiones`, en lugar de `documentos`): por cada una, `clave`, `nombre`,
  `fecha`, `estado` y `muestra`.
"""


def reference() -> str:
    """Return the reference of the command line as Markdown, for ``docs/cli.md``."""
    with spanish_messages():
        commands = "\n".join(f"## {path}\n\n```text\n{text}\n```\n" for path, text in helps())
    codes = "\n".join(f"| {int(code)} | {meaning} |" for code, meaning in EXIT_CODES.items())
    exits = f"## Códigos de salida\n\n| Código | Qué pasó |\n|---|---|\n{codes}\n"
    return "\n".join((_INTRODUCTION, commands, _JSON, exits))


def helps() -> Iterator[tuple[str, str]]:
    """Yield every command line that does something, and its help."""
    yield from _helps(program, PROGRAM, None)


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=80)
    yield context.command_path, context.get_help()
    if isinstance(command, CommandGroup):
        for child_name in command.list_commands(context):
            child = command.get_command(context, child_name)
            if child is not None:
                yield from _helps(child, child_name, context)
