"""The long story of a problem: what it watches over, why, on what norm, and how to mend it."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping

from cotaprep_docs.app.catalogue import SECTIONS, shown_template
from cotaprep_docs.app.problem_kinds import UNKNOWN_CODE
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import ProblemKind, Severity
from cotaprep_docs.records import record
from cotaprep_docs.rules.avances import AVANCE_RULES
from cotaprep_docs.rules.historia import Historia
from cotaprep_docs.rules.historias import HISTORIAS as DE_SESION
from cotaprep_docs.rules.plan.historias import HISTORIAS as DEL_PLAN
from cotaprep_docs.rules.plan.rules import PLAN_RULES
from cotaprep_docs.rules.rules import RULES

HISTORIAS: Mapping[str, Historia] = {**DE_SESION, **DEL_PLAN}
TITLES: Mapping[str, str] = {
    **{rule.kind.code: rule.title for rule in reversed(RULES)},
    **{rule.kind.code: rule.title for rule in AVANCE_RULES},
    **{rule.kind.code: rule.title for rule in PLAN_RULES},
}
"""What each rule watches over, by code; of two rules with one code, the first."""

REACH = {
    Severity.ERROR: "Es un error: detiene los documentos que dependen de ese dato.",
    Severity.WARNING: "Es una advertencia: no detiene nada, pero conviene leerla.",
    Severity.NOTICE: "Es un aviso: no detiene nada.",
}


@record(frozen=True, slots=True)
class Explicacion:
    """All that can be said of a code.

    Attributes:
        codigo: the code.
        gravedad: its severity, as printed.
        titulo: what it watches over; empty where it is no rule.
        tema: which part of the program reports it.
        mensaje: what it says, with what changes between ‹ ›.
        alcance: what it stops.
        por_que: why it matters; empty where nobody wrote it down.
        norma: the entry of the norms file it rests on, its text and how sure it is; empty where on none.
        sugerencia: how to mend it.
        ejemplo: a case of it; empty where nobody wrote it down.
    """

    codigo: str
    gravedad: str
    titulo: str
    tema: str
    mensaje: str
    alcance: str
    por_que: str
    norma: str
    sugerencia: str
    ejemplo: str


def explain(codigo: str, normas: Normas | None) -> Explicacion:
    """Return the long story of a code.

    Args:
        codigo: as typed: ``REG-062``, ``reg62``.
        normas: the norms it may rest on; None where there are none to read.

    Raises:
        UsageProblem: there is no such code; the nearest is offered.
    """
    kinds = {kind.code: (section, kind) for section, found in SECTIONS for kind in found}
    code = _canonical(codigo)
    if code not in kinds:
        near = difflib.get_close_matches(code, kinds, n=1, cutoff=0.6) or ["REG-062"]
        raise UsageProblem(UNKNOWN_CODE.at(FileLocation(""), codigo=codigo, parecido=near[0]))
    return explicacion(*kinds[code], normas)


def explicacion(section: str, kind: ProblemKind, normas: Normas | None) -> Explicacion:
    """Return the long story of a kind.

    Args:
        section: the part of the catalogue it is in.
        kind: the kind.
        normas: the norms it may rest on.
    """
    story = HISTORIAS.get(kind.code)
    return Explicacion(
        codigo=kind.code,
        gravedad=kind.severity.value,
        titulo=TITLES.get(kind.code, ""),
        tema=section,
        mensaje=shown_template(kind.message),
        alcance=REACH[kind.severity],
        por_que=story.por_que if story is not None else "",
        norma=_norma(kind.cita, normas),
        sugerencia=shown_template(kind.hint),
        ejemplo=story.ejemplo if story is not None else "",
    )


def _canonical(codigo: str) -> str:
    """Return «REG-062» of ``reg62``, «Reg 062» or what a word processor made of the hyphen."""
    letters = "".join(char for char in codigo.upper() if char.isalpha())
    figures = "".join(char for char in codigo if char.isdigit())
    return f"{letters}-{figures.zfill(3)}"


def _norma(clave: str, normas: Normas | None) -> str:
    if not clave:
        return ""
    entry = normas.entrada(clave) if normas is not None else None
    if entry is None:
        return f"Entrada «{clave}» del archivo de normas."
    text = f"{entry.texto}. Fuente: {entry.fuente}" if entry.texto else entry.fuente
    value = f" Valor: {entry.valor}." if entry.valor != "" else ""
    note = f" {entry.nota}" if entry.nota else ""
    head = f"{text[:1].upper()}{text[1:].rstrip('.')}."
    return f"{head}{value}{note} Marca {entry.marca.value}: {entry.marca.texto}. Entrada «{clave}»."


def explicacion_json(told: Explicacion) -> dict[str, dict[str, str]]:
    """Return a story as the command line's JSON shows it."""
    return {"explicacion": {field.name: getattr(told, field.name) for field in dataclasses.fields(told)}}
