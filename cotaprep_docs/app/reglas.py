"""The page of the documentation about the rules, made from them."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.catalogue import SECTIONS
from cotaprep_docs.app.explicar import HISTORIAS, Explicacion, explicacion
from cotaprep_docs.assets import data_folder
from cotaprep_docs.norms.normas import read_normas

_INTRODUCTION = """# Reglas

Lo que `cotaprep-docs validar` revisa en los datos y en el plan, por qué, y en qué norma se apoya. Lo mismo
dice `cotaprep-docs explicar REG-062`. Esta página se genera del programa, con las normas de ejemplo: no la
edite.

Las normas están en `normas.toml`, que el área legal coteja y corrige. Cada entrada tiene su fuente y su
marca: `V` y `V-semilla` (se leyó el texto, o lo transcribe el plan), `V-práctica` (así lo hace un organismo),
`I` (inferida) y `M` (de memoria). **Lo que no está verificado sólo advierte.** Para apagar una regla del
plan, borre su entrada.
"""


def rule_list() -> str:
    """Return the page as Markdown, for ``docs/reglas.md``."""
    normas = read_normas(data_folder() / "normas.toml")
    stories = [
        explicacion(section, kind, normas)
        for section, kinds in SECTIONS
        for kind in kinds
        if kind.code in HISTORIAS
    ]
    rows = "\n".join(f"| [{s.codigo}](#{s.codigo.lower()}) | {_title(s)} | {s.gravedad} |" for s in stories)
    table = f"| Código | Regla | Gravedad |\n|---|---|---|\n{rows}\n"
    return "\n".join((_INTRODUCTION, table, *(_entry(story) for story in stories)))


def _title(story: Explicacion) -> str:
    return story.titulo or story.mensaje


def _entry(story: Explicacion) -> str:
    return "\n".join((f'<a id="{story.codigo.lower()}"></a>', "", *_lines(story), ""))


def _lines(story: Explicacion) -> Iterator[str]:
    yield f"## {story.codigo} · {_title(story)}"
    yield ""
    yield f"{story.por_que}"
    yield ""
    yield f"- Dice: {story.mensaje}. {story.alcance}"
    if story.norma:
        yield f"- Norma: {story.norma}"
    yield f"- Qué hacer: {story.sugerencia}"
    yield f"- Ejemplo: {story.ejemplo}"
