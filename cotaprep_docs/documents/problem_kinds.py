"""What is reported where a document that does not exist is asked for."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

UNKNOWN_SESION = ProblemKind(
    "DOC-001",
    Severity.ERROR,
    "No hay una sesión o reunión con la clave «{clave}»{parecida}",
    "Use una de estas claves: {claves}. El comando «sesiones» dice cuál es cada una.",
)
NOT_FOR_THIS = ProblemKind(
    "DOC-002",
    Severity.ERROR,
    "{motivo}",
    "Escriba «{comando}».",
)
