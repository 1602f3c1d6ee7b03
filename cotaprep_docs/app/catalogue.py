"""The catalogue of everything the program can report, and the page of the documentation made from it."""

from __future__ import annotations

import string
from types import ModuleType

from cotaprep_docs.app import problem_kinds as app_kinds
from cotaprep_docs.documents import problem_kinds as documents_kinds
from cotaprep_docs.norms import problem_kinds as norms_kinds
from cotaprep_docs.pdf import problem_kinds as pdf_kinds
from cotaprep_docs.problems.problem import ProblemKind
from cotaprep_docs.review import problem_kinds as review_kinds
from cotaprep_docs.rules import problem_kinds as rules_kinds
from cotaprep_docs.rules.plan import problem_kinds as plan_kinds
from cotaprep_docs.templating import problem_kinds as templating_kinds
from cotaprep_docs.trackers import problem_kinds as trackers_kinds


def kinds_of(module: ModuleType) -> tuple[ProblemKind, ...]:
    """Return the kinds a module declares, by code."""
    declared = {value for value in vars(module).values() if isinstance(value, ProblemKind)}
    return tuple(sorted(declared, key=lambda kind: kind.code))


SECTIONS: tuple[tuple[str, tuple[ProblemKind, ...]], ...] = (
    ("Los libros de Excel (TRK)", kinds_of(trackers_kinds)),
    ("Lo que los datos dicen entre sí (REG)", kinds_of(rules_kinds) + kinds_of(plan_kinds)),
    ("Los documentos que se piden (DOC)", kinds_of(documents_kinds)),
    ("El archivo de normas (NOR)", kinds_of(norms_kinds)),
    ("Las plantillas de Word (PLA)", kinds_of(templating_kinds)),
    ("El PDF (PDF)", kinds_of(pdf_kinds)),
    ("Los archivos de salida (REV)", kinds_of(review_kinds)),
    ("El programa (APP)", kinds_of(app_kinds)),
)

_INTRODUCTION = """# Lista de problemas

Todo lo que el programa puede decir, con su código. Un **error** detiene lo que depende de ese dato; una
**advertencia** y un **aviso** no detienen nada. Entre ‹ › va lo que cambia en cada caso. Esta página se
genera del programa: no la edite.
"""


def problem_list() -> str:
    """Return the list of problems as Markdown, for ``docs/problemas.md``."""
    parts = [_INTRODUCTION]
    for title, kinds in SECTIONS:
        parts.append(f"## {title}\n")
        parts.extend(_entry(kind) for kind in kinds)
    return "\n".join(parts)


def _entry(kind: ProblemKind) -> str:
    cita = f"\n- Norma: entrada «{kind.cita}» del archivo de normas." if kind.cita else ""
    head = f"### {kind.code} · {kind.severity.value}\n\n{shown_template(kind.message)}.\n\n"
    return f"{head}- Qué hacer: {shown_template(kind.hint)}{cita}\n"


def shown_template(template: str) -> str:
    """Return a message with its fields as ‹field›; braces of tags stay literal."""
    shown = []
    for literal, field, _spec, _conversion in string.Formatter().parse(template):
        shown.append(literal.replace("<", "&lt;"))
        if field is not None:
            shown.append(f"‹{field}›")
    return "".join(shown)
