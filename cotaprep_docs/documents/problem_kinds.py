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
UNKNOWN_RECIPIENT = ProblemKind(
    "DOC-010",
    Severity.ERROR,
    "Nadie con la clave «{clave}» recibe ese oficio{parecida}",
    "Use una de estas claves: {claves}. Salen de «Integrantes» y de «Destinatarios».",
)
NO_GUESTS = ProblemKind(
    "DOC-011",
    Severity.ERROR,
    "A la sesión o reunión «{clave}» no se invita a nadie",
    "Agregue en «Destinatarios» a quien se invite, con «Invitación» en «Recibe»; por ejemplo, una "
    "Consejería o una representación.",
)
UNKNOWN_ACUERDO = ProblemKind(
    "DOC-012",
    Severity.ERROR,
    "No hay un acuerdo con la clave o el número «{clave}»{parecida}",
    "Las claves son las de la hoja «Acuerdos»: {claves}.",
)
NOT_APPROVED = ProblemKind(
    "DOC-013",
    Severity.ERROR,
    "{asunto} no se aprobó: {resultado}. No hay documento que hacer",
    "Si sí se aprobó, corrija su votación en «Votaciones»; si no, corrija su renglón, por ejemplo el punto.",
)
CERTIFICATION = ProblemKind(
    "DOC-014",
    Severity.WARNING,
    "No se ha verificado que la Secretaría Técnica pueda certificar; el extracto no cita norma",
    "Coteje la norma con el área legal y corrija «certificacion» en el archivo de normas; por ejemplo, con "
    "la marca V y su texto.",
    cita="certificacion",
)
UNKNOWN_DICTAMEN = ProblemKind(
    "DOC-015",
    Severity.ERROR,
    "No hay un dictamen con la clave «{clave}»{parecida}",
    "Las claves son las de la hoja «Dictámenes»: {claves}.",
)
UNKNOWN_DOCUMENT = ProblemKind(
    "DOC-016",
    Severity.ERROR,
    "«{documento}» no es un documento que se pueda remitir",
    "Escriba el nombre de su archivo sin terminación, por ejemplo acta-3, acuerdo-A5 o dictamen-D1.",
)
NOT_FINAL = ProblemKind(
    "DOC-017",
    Severity.WARNING,
    "Lo que se remite, «{documento}», {estado}",
    "Antes de remitirlo, genere el definitivo: «cotaprep-docs {comando} --definitivo».",
)
NOTHING_CHANGED = ProblemKind(
    "DOC-018",
    Severity.ERROR,
    "La sesión o reunión «{clave}» no se ha cancelado ni ha cambiado de fecha: no hay de qué avisar",
    "En «Calendario», elija «Cancelada» o «Reprogramada»; escriba el motivo y la fecha anterior.",
)
NO_ERRATA = ProblemKind(
    "DOC-019",
    Severity.ERROR,
    "El acta de la sesión «{clave}» no tiene erratas capturadas",
    "Agregue en «Correcciones» un renglón con la sesión, «Errata», lo que dice y lo que debe decir.",
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
    "Los meses son los de la hoja «Avance mensual»: {claves}. También se escribe 01/2024 o «enero de 2024».",
)
UNKNOWN_INFORME = ProblemKind(
    "DOC-032",
    Severity.ERROR,
    "No hay un informe de actividades número «{clave}»",
    "Use uno de estos: {claves}. Cada uno es un punto de clase «Informe», en orden de fecha.",
)
