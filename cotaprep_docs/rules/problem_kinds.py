"""What the rules report. A pure contradiction is an error; what rests on an unverified norm warns."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

VOTE_WITHOUT_QUORUM = ProblemKind(
    "REG-001",
    Severity.WARNING,
    "Se registró una votación sin quórum: integrantes presentes, {presentes}; quórum, {quorum}",
    "Revise la asistencia y los movimientos antes de este punto; si así fue, el acta lo dirá.",
    cita="quorum",
)
VOTE_OF_ABSENT = ProblemKind(
    "REG-002",
    Severity.ERROR,
    "{persona} no estaba en la sesión en el punto {punto} y aquí consta su voto",
    "Borre este voto, o corrija su renglón en «Asistencia» o en «Movimientos».",
)
TYPED_RESULT_DISAGREES = ProblemKind(
    "REG-003",
    Severity.ERROR,
    "El resultado escrito es «{escrito}», pero de los votos se sigue «{calculado}»",
    "Deje la celda en blanco (el programa calcula el resultado) o corrija los votos.",
)
MOVE_OF_ABSENT = ProblemKind(
    "REG-004",
    Severity.ERROR,
    "{persona} no figura como presente en la sesión {sesion} y aquí entra o sale",
    "En «Asistencia», elija «Presente» para esa persona, o borre este movimiento.",
)
MOVE_OUT_OF_SEQUENCE = ProblemKind(
    "REG-005",
    Severity.ERROR,
    "{persona} {movimiento} dos veces seguidas",
    "Agregue el movimiento que falta entre los dos, o borre el que sobra.",
)
HOURS_OUT_OF_ORDER = ProblemKind(
    "REG-006",
    Severity.ERROR,
    "La hora {hora} queda fuera de orden: lo anterior ocurrió a las {anterior}",
    "Corrija la hora, o escriba la fecha en «Fecha» o «Fecha de clausura» si ya era el día siguiente.",
)
ACUERDO_NOT_APPROVED = ProblemKind(
    "REG-007",
    Severity.ERROR,
    "El acuerdo se registró en el punto {punto}, pero su votación da «{resultado}»",
    "Corrija la votación, o borre el acuerdo: sólo lo aprobado es acuerdo.",
)
MIXED_UNANIMITY = ProblemKind(
    "REG-008",
    Severity.ERROR,
    "La forma es «Unanimidad» y hay votos escritos que no la forman",
    "Deje en blanco las columnas de votos, o elija «Nominal» y escriba el voto de cada integrante presente.",
)
VOTE_ON_UNDEALT_POINT = ProblemKind(
    "REG-009",
    Severity.ERROR,
    "El punto {punto} está como «{estado}» y tiene una votación",
    "Cambie el estado del punto en «Orden del día», o borre la votación.",
)
VOTE_ON_UNVOTED_POINT = ProblemKind(
    "REG-010",
    Severity.WARNING,
    "El punto {punto} está marcado como que no se vota y tiene una votación",
    "En «Orden del día», elija «Sí» en «Se vota», o borre la votación.",
)
MAJORITY_DEPENDS_ON_BASE = ProblemKind(
    "REG-011",
    Severity.WARNING,
    "El resultado cambia según se cuente: sobre {base} es «{resultado}»; de la otra forma, «{otro}»",
    "Confirme con el área legal la base de la mayoría y anótela en el archivo de normas.",
    cita="base_mayoria",
)
SIGNER_ABSENT = ProblemKind(
    "REG-012",
    Severity.ERROR,
    "{persona} no estuvo en la sesión y aquí dice que firma",
    "Borre el «Sí» de «Firma», o corrija su asistencia.",
)
LATE_WITHOUT_MOVE = ProblemKind(
    "REG-013",
    Severity.ERROR,
    "{persona} llegó a las {hora}, después del inicio ({inicio}), y no consta en «Movimientos» cuándo entra",
    "Agregue en «Movimientos» un renglón «Entra» con su hora y el punto antes del cual se incorpora.",
)
NEVER_HELD = ProblemKind(
    "REG-014",
    Severity.WARNING,
    "Por su asistencia, la sesión {sesion} nunca tuvo quórum, y aquí hay una votación o un acuerdo suyo",
    "Corrija la asistencia o los movimientos, o borre este renglón.",
    cita="quorum",
)
FEW_VOTERS = ProblemKind(
    "REG-015",
    Severity.WARNING,
    "Por las excusas, las personas que votaron son menos que el quórum: {votantes} de {quorum}",
    "Confirme con el área legal si la votación vale; por ejemplo, puede repetirse en otra sesión.",
    cita="quorum",
)
DEALT_WITHOUT_QUORUM = ProblemKind(
    "REG-016",
    Severity.WARNING,
    "El punto {punto} consta como desahogado cuando ya no había quórum",
    "En «Orden del día», cambie su estado a «Pospuesto», o corrija los movimientos.",
    cita="quorum",
)
RECESS_OPEN = ProblemKind(
    "REG-017",
    Severity.ERROR,
    "El receso no tiene reanudación",
    "Agregue en «Movimientos» un renglón «Reanuda» con su hora y el punto, o borre el receso.",
)
NOT_IN_OFFICE = ProblemKind(
    "REG-018",
    Severity.ERROR,
    "{persona} no tenía derecho a voto el día de la sesión {sesion} y aquí consta su asistencia o su voto",
    "Corrija «Desde» y «Hasta» de esa persona en «Integrantes», o borre este dato.",
)
CLOSED_BEFORE_START = ProblemKind(
    "REG-019",
    Severity.ERROR,
    "La clausura ({hora}) es anterior al inicio ({inicio}) y falta la fecha en que terminó",
    "Corrija la hora; si terminó al día siguiente, escriba ese día en «Fecha de clausura».",
)
REPEATED_NUMBER = ProblemKind(
    "REG-020",
    Severity.ERROR,
    "El número de acuerdo «{numero}» ya lo tiene otro acuerdo",
    "Escriba el número que le corresponde; dos acuerdos no pueden tener el mismo.",
)
ABSENT_TAKES_PART = ProblemKind(
    "REG-021",
    Severity.WARNING,
    "{persona} no consta como presente en el punto {punto} y aquí interviene o presenta",
    "Corrija su asistencia o sus movimientos, o cambie a la persona de este renglón.",
)
SHORT_NOTICE = ProblemKind(
    "REG-030",
    Severity.WARNING,
    "La sesión o reunión se convocó con {horas} horas de anticipación, cuando mucho; el archivo de normas "
    "pide {plazo}",
    "Revise «Fecha de convocatoria» y «Hora convocada»; si el plazo no es ése, corrija el archivo de normas.",
    cita="antelacion_ordinaria",
)
CONVENED_AFTER = ProblemKind(
    "REG-031",
    Severity.ERROR,
    "La convocatoria ({convocatoria}) es posterior a la sesión o reunión ({fecha})",
    "Corrija una de las dos fechas; por ejemplo, el año.",
)
MORE_THAN_PHASE_BEFORE = ProblemKind(
    "REG-050",
    Severity.WARNING,
    "Hay más actas {fase} ({cuenta}) que {anterior} ({limite})",
    "Corrija la cifra que esté mal. Si hubo actas fuera de catálogo, por ejemplo, dígalo en «Incidentes».",
)
NOTHING_EXPECTED = ProblemKind(
    "REG-051",
    Severity.ERROR,
    "El simulacro {simulacro} no espera ninguna acta: no hay sobre qué calcular porcentajes",
    "Escriba cuántas actas se esperaban, por ejemplo 10917, o deje la celda en blanco.",
)
HOURLY_GOES_BACK = ProblemKind(
    "REG-052",
    Severity.ERROR,
    "Son cifras acumuladas, y {cuenta} es menos que a las {hora} ({anterior})",
    "Escriba el total acumulado hasta ese corte, no lo procesado en la última hora; o corrija la hora.",
)
TOTAL_DISAGREES = ProblemKind(
    "REG-053",
    Severity.ERROR,
    "Las actas {fase} del simulacro ({total}) no son las del corte de su cierre ({corte})",
    "Corrija una de las dos: la de esta celda o la del último renglón de «Procesamiento por hora».",
)
FIRST_ACTA_OUTSIDE = ProblemKind(
    "REG-054",
    Severity.ERROR,
    "La primera acta ({hora}) no está entre el inicio ({inicio}) y el cierre ({cierre})",
    "Corrija la hora que esté mal; se escribe como 09:21.",
)
REPEATED_ORDINAL = ProblemKind(
    "REG-055",
    Severity.ERROR,
    "El ordinal {ordinal} ya es el del simulacro {simulacro}",
    "Escriba 1 en el primer simulacro, 2 en el segundo, y así.",
)
PROGRESS_GOES_BACK = ProblemKind(
    "REG-056",
    Severity.WARNING,
    "El avance es acumulado, y {valor} es menos que en {mes} ({anterior})",
    "Corrija el mes que esté mal; si el avance en verdad retrocedió, explíquelo en «Observaciones».",
)
MORE_TRAINED_THAN_HIRED = ProblemKind(
    "REG-057",
    Severity.WARNING,
    "{rol}: hay más personas capacitadas ({capacitadas}) que contratadas ({contratadas})",
    "Corrija la cifra que esté mal. Si se capacitó a la lista de reserva, por ejemplo, déjelo así.",
)
ATTENDED_BEFORE_FOUND = ProblemKind(
    "REG-058",
    Severity.ERROR,
    "El hallazgo {hallazgo} consta atendido antes de la fecha en que se halló",
    "Corrija «Fecha» o «Fecha de atención»; se escriben como 30/01/2024.",
)
