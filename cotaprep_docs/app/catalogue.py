"""The catalogue of everything the program can report, and the page of the documentation made from it."""

from __future__ import annotations

import string

from cotaprep_docs.app.problem_kinds import KINDS as APP_KINDS
from cotaprep_docs.norms.problem_kinds import KINDS as NORMS_KINDS
from cotaprep_docs.pdf.problem_kinds import KINDS as PDF_KINDS
from cotaprep_docs.problems.problem import ProblemKind
from cotaprep_docs.review.problem_kinds import KINDS as REVIEW_KINDS
from cotaprep_docs.rules.problem_kinds import KINDS as RULES_KINDS
from cotaprep_docs.templating.problem_kinds import KINDS as TEMPLATING_KINDS
from cotaprep_docs.trackers.problem_kinds import KINDS as TRACKERS_KINDS

SECTIONS: tuple[tuple[str, tuple[ProblemKind, ...]], ...] = (
    ("Los libros de Excel (TRK)", TRACKERS_KINDS),
    ("Lo que los datos dicen entre sí (REG)", RULES_KINDS),
    ("El archivo de normas (NOR)", NORMS_KINDS),
    ("Las plantillas de Word (PLA)", TEMPLATING_KINDS),
    ("El PDF (PDF)", PDF_KINDS),
    ("Los archivos de salida (REV)", REVIEW_KINDS),
    ("El programa (APP)", APP_KINDS),
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
        parts.extend(_entry(kind) for kind in sorted(kinds, key=lambda kind: kind.code))
    return "\n".join(parts)


def _entry(kind: ProblemKind) -> str:
    cita = f"\n- Norma: entrada «{kind.cita}» del archivo de normas." if kind.cita else ""
    head = f"### {kind.code} · {kind.severity.value}\n\n{_shown(kind.message)}.\n\n"
    return f"{head}- Qué hacer: {_shown(kind.hint)}{cita}\n"


def _shown(template: str) -> str:
    """Return a message with its fields as ‹field›; braces of tags stay literal."""
    shown = []
    for literal, field, _spec, _conversion in string.Formatter().parse(template):
        shown.append(literal.replace("<", "&lt;"))
        if field is not None:
            shown.append(f"‹{field}›")
    return "".join(shown)
