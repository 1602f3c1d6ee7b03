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
NO_SIMULACROS = ProblemKind(
    "DOC-030",
    Severity.ERROR,
    "Aún no hay simulacros de los cuales informar",
    "Capture cada simulacro en la hoja «Simulacros» de avances_prep.xlsx: clave (S1), horas y actas.",
)
UNKNOWN_MES = ProblemKind(
    "DOC-031",
    Severity.ERROR,
    "No hay avance de «{clave}»{parecida}",
    "Use uno de estos meses: {claves}. También puede escribirlo como 01/2024 o «enero de 2024».",
)
UNKNOWN_INFORME = ProblemKind(
    "DOC-032",
    Severity.ERROR,
    "No hay un informe de actividades número «{clave}»",
    "Use uno de estos: {claves}. Cada uno es un punto de clase «Informe», en orden de fecha.",
)
