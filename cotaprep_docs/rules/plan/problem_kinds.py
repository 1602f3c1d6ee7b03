"""What the rules over the whole process report. Almost all warn: a plan may still be mended, or explained."""

from __future__ import annotations

from cotaprep_docs.problems.problem import ProblemKind, Severity

OUT_OF_ORDER = ProblemKind(
    "REG-060",
    Severity.WARNING,
    "El renglón rompe el orden de las fechas: {acto} ({fecha}) va después de {otra} ({otra_fecha})",
    "Mueva el renglón a su lugar o corrija la fecha; los documentos lo listan en este orden.",
)
MONTH_WITHOUT_SESION = ProblemKind(
    "REG-061",
    Severity.WARNING,
    "En {mes} hay menos sesiones ordinarias que las que pide la norma: {hay} de {pide}",
    "Agregue la sesión al calendario; por ejemplo, con su clave, «Ordinaria» y la fecha.",
    cita="sesiones_mes",
)
MONTH_WITHOUT_REUNION = ProblemKind(
    "REG-062",
    Severity.WARNING,
    "En {mes} hay menos reuniones con partidos que las que pide la norma: {hay} de {pide}",
    "Agregue la reunión al calendario, por ejemplo {ejemplo}, o deje constancia de por qué no se celebra.",
    cita="reuniones_mes",
)
NON_WORKING_DAY = ProblemKind(
    "REG-063",
    Severity.WARNING,
    "El {fecha} es día inhábil ({dia}) y se convoca {acto}",
    "Cambie la fecha, o confirme que en el proceso electoral ese día es hábil y bórrelo de «dias_inhabiles».",
    cita="dias_inhabiles",
)
AGENDA_DATE_DIFFERS = ProblemKind(
    "REG-064",
    Severity.WARNING,
    "El orden del día dice {agenda} y el calendario {fecha}",
    "Rige la del calendario. Deje la misma en «Fecha de la agenda», o escriba en «Motivo» por qué cambió.",
)
CANNOT_BE_CONVENED = ProblemKind(
    "REG-065",
    Severity.WARNING,
    "Falta la hora, el lugar o la modalidad y no se puede convocar: {claves}",
    "Llene «Hora», «Lugar» y «Modalidad» de esos renglones; por ejemplo 17:30, Sala de sesiones, Presencial.",
    cita="calendario",
)
TOO_FEW_MEMBERS = ProblemKind(
    "REG-066",
    Severity.WARNING,
    "El {fecha} el comité tiene menos integrantes ({hay}) que los que pide la norma ({pide})",
    "Agregue a quien falta, o corrija «Desde» y «Hasta»; la Secretaría Técnica no cuenta. Por ejemplo, "
    "25/10/2023.",
    cita="integrantes_minimo",
)
TOO_MANY_MEMBERS = ProblemKind(
    "REG-067",
    Severity.WARNING,
    "El {fecha} el comité tiene más integrantes ({hay}) que los que admite la norma ({pide})",
    "Escriba en «Hasta» el último día de quien ya no lo es; por ejemplo 31/01/2024.",
    cita="integrantes_maximo",
)
INTEGRATED_LATE = ProblemKind(
    "REG-068",
    Severity.WARNING,
    "El comité se designó el {fecha}, después del límite ({limite})",
    "Revise «Fecha de designación» y «Fecha de la jornada electoral»; se escriben como 25/10/2023.",
    cita="integracion_meses",
)
COMMISSION_LATE = ProblemKind(
    "REG-084",
    Severity.WARNING,
    "La comisión que da seguimiento se acordó el {fecha}, después del límite ({limite})",
    "Revise «Fecha de acuerdo de la comisión» y «Fecha de la jornada electoral»; por ejemplo 31/08/2023.",
    cita="comision_meses",
)
INTERNAL_BODY_LATE = ProblemKind(
    "REG-085",
    Severity.WARNING,
    "La instancia interna se designó el {fecha}, después del límite ({limite})",
    "Revise «Fecha de designación de la instancia interna» y «Fecha de la jornada electoral»; por ejemplo "
    "31/08/2023.",
    cita="instancia_meses",
)
HELD_BEFORE_DESIGNATION = ProblemKind(
    "REG-069",
    Severity.ERROR,
    "El comité se designó el {designacion}, y {acto} es anterior ({fecha})",
    "Corrija la fecha equivocada: aquí o en «Calendario». Se escriben como 25/10/2023.",
)
ACTA_NEVER_APPROVED = ProblemKind(
    "REG-070",
    Severity.WARNING,
    "Ninguna sesión posterior aprueba el acta de {acto}",
    "Agregue el punto a una sesión posterior, con clase «Acta anterior» y el nombre de ésta; por ejemplo: "
    "Aprobación del acta de la tercera sesión ordinaria.",
    cita="aprobacion_acta",
)
LAST_ACTA_NEVER_APPROVED = ProblemKind(
    "REG-071",
    Severity.WARNING,
    "El acta de {acto}, la última, no la aprueba nadie: no hay otra sesión después",
    "Agregue antes de la clausura un punto de clase «Acta anterior»; por ejemplo: Lectura y aprobación del "
    "acta de la presente sesión.",
    cita="acta_clausura",
)
MINUTAS_UNSEEN = ProblemKind(
    "REG-072",
    Severity.WARNING,
    "Ninguna sesión posterior aprueba ni conoce la minuta de estas reuniones: {claves}",
    "Agregue a la sesión siguiente un punto; por ejemplo: Se da cuenta de la minuta de la primera reunión.",
    cita="minutas",
)
NO_ROLL_CALL = ProblemKind(
    "REG-073",
    Severity.WARNING,
    "El orden del día de {acto} no abre con la lista de asistencia y la declaración de quórum",
    "Agregue como punto 1: Lista de asistencia y declaración de quórum, con esa clase, y renumere los demás.",
    cita="apertura",
)
APPROVED_BEFORE_MADE = ProblemKind(
    "REG-074",
    Severity.WARNING,
    "El punto {punto} de {acto} ({fecha}) aprueba un documento que se genera después, en el {otro} "
    "({otra_fecha})",
    "Cambie de sesión uno de los dos puntos, o retire el que sobra.",
)
APPROVED_TWICE = ProblemKind(
    "REG-075",
    Severity.WARNING,
    "El punto {punto} de {acto} aprueba lo mismo que el {otro}",
    "Deje la aprobación en una de las dos sesiones; si es otra versión, dígalo en el texto del punto.",
)
REPEATED_POINT = ProblemKind(
    "REG-076",
    Severity.WARNING,
    "El punto {punto} de {acto} repite el asunto del {otro}",
    "Retire uno de los dos, o diga en el texto qué cambia; por ejemplo: segunda revisión.",
)
PARTIES_FIRST = ProblemKind(
    "REG-077",
    Severity.NOTICE,
    "Los partidos conocen el entregable {entregable} en {acto} ({fecha}), antes que el comité en {otra} "
    "({otra_fecha})",
    "Si es a propósito, no cambie nada; si no, ponga antes la sesión. Por ejemplo, cambie la fecha de una.",
)
NO_TEST_DATES = ProblemKind(
    "REG-078",
    Severity.WARNING,
    "El plan no tiene las fechas de {faltan}, y el comité debe presenciar lo que ahí se haga",
    "Escriba los simulacros en «avances_prep.xlsx», hoja «Simulacros», y la prueba en el archivo de normas: "
    '[parametros.fecha_prueba] con valor = "{ejemplo}".',
    cita="simulacros",
)
TOO_FEW_DRILLS = ProblemKind(
    "REG-079",
    Severity.WARNING,
    "Hay menos simulacros ({hay}) que los acostumbrados ({pide})",
    "Agregue los que faltan, con su fecha; si sólo serán éstos, cambie «simulacros_minimo» en las normas.",
    cita="simulacros_minimo",
)
NOBODY_AT_DRILL = ProblemKind(
    "REG-080",
    Severity.WARNING,
    "No consta quién del comité presenció el simulacro {clave}",
    "Escriba en «Asistentes» quiénes fueron y a qué recinto; por ejemplo: tres integrantes, en el CCV.",
    cita="simulacros",
)
INFORME_TOO_LATE = ProblemKind(
    "REG-081",
    Severity.WARNING,
    "Entre {desde} ({desde_fecha}) y {hasta} ({hasta_fecha}) pasan más meses sin informe de actividades que "
    "los {meses} de la norma: {dias} días",
    "Agregue un punto de clase «Informe» a una sesión intermedia, o adelante éste.",
    cita="informe_meses",
)
INFORME_PERIODS = ProblemKind(
    "REG-082",
    Severity.WARNING,
    "El informe empieza en {mes}, y el anterior ({otra}) termina en {otro_mes}",
    "Corrija los meses de uno de los dos: ni traslapes ni huecos. Por ejemplo: enero y febrero.",
    cita="informes",
)
ACUERDO_WITHOUT_VOTE = ProblemKind(
    "REG-083",
    Severity.WARNING,
    "El acuerdo {acuerdo} no tiene su votación: punto {punto} de la sesión {clave}",
    "Agregue el renglón en «Votaciones», o corrija el punto de este acuerdo; por ejemplo 4.",
)
ONLY_WITH_PARTIES = ProblemKind(
    "REG-100",
    Severity.WARNING,
    "El entregable {numero} ({titulo}) sólo se ve con los partidos, en {claves}: ninguna sesión lo trata",
    "Agregue el punto a una sesión y escriba {numero} en su columna «Entregable».",
    cita="entregables",
)
LATE_FOR_TERM = ProblemKind(
    "REG-101",
    Severity.WARNING,
    "El punto {punto} de {acto} ({fecha}) llega después del límite: {entregables}",
    "Adelante el punto a una sesión anterior al límite, o confirme el plazo en el archivo de normas.",
    cita="entregables",
)
THIN_MARGIN = ProblemKind(
    "REG-102",
    Severity.WARNING,
    "Entre {acto} ({fecha}) y el límite queda menos margen que los {margen} días que conviene dejar: "
    "{entregables}",
    "Adelante la sesión si el documento aún pasa por otra instancia; por ejemplo, por el Consejo General.",
    cita="margen_entregables",
)
MONTHLY_AFTER_TERM = ProblemKind(
    "REG-103",
    Severity.WARNING,
    "El informe mensual (entregable {numero}) se conoce cuando ya venció el del mes anterior, en {claves}",
    "Si el comité debe conocerlo antes de que se remita, ponga la sesión en los primeros días del mes; por "
    "ejemplo, el día 4.",
    cita="entregables",
)
UNKNOWN_ENTREGABLE = ProblemKind(
    "REG-104",
    Severity.WARNING,
    "El archivo de normas no tiene el entregable «{valor}»",
    "Escriba su número, por ejemplo 12, o varios: 12, 13. La lista está en el archivo de normas.",
    cita="entregables",
)
NOT_ON_AGENDA = ProblemKind(
    "REG-105",
    Severity.NOTICE,
    "Ningún punto atiende estos entregables: {numeros}",
    "Si los atiende otra área, no cambie nada; si no, escriba el número en «Entregable» del punto, por "
    "ejemplo 14.",
    cita="entregables",
)
APPROVED_WITHOUT_ACUERDO = ProblemKind(
    "REG-106",
    Severity.WARNING,
    "El punto {punto} de {acto} se aprobó y atiende el entregable {numero}, pero no hay acuerdo",
    "Agregue en «Acuerdos» un renglón con esa sesión y ese punto.",
    cita="entregables",
)
ACUERDO_NOT_SENT = ProblemKind(
    "REG-107",
    Severity.WARNING,
    "El acuerdo {acuerdo} atiende el entregable {numero} y no dice a quién se remite",
    "Escriba el destino en «Remitir a»; por ejemplo: Secretaría Ejecutiva.",
    cita="entregables",
)
UNKNOWN_LETTER = ProblemKind(
    "REG-109",
    Severity.WARNING,
    "«{documento}» no es un documento que el programa haga con estos libros: su número y su fecha no se usan",
    "Escriba el nombre de su archivo, por ejemplo oficio-remision-acuerdo-A5, aviso-4, extracto-3-A5 o "
    "fe-de-erratas-3; o entregable-9 si es el envío de un entregable.",
)
UNKNOWN_DELIVERY = ProblemKind(
    "REG-110",
    Severity.WARNING,
    "«{documento}» no es la entrega de ningún entregable del archivo de normas",
    "Escríbalo con su número y, si tiene varias versiones o es mensual, con la versión o el mes; por "
    "ejemplo, {ejemplo}.",
)
COMMITTEE_NEVER_SEES = ProblemKind(
    "REG-108",
    Severity.WARNING,
    "El comité debe ver el entregable {numero} ({titulo}) y ningún punto lo trata",
    "Agregue el punto a una sesión y escriba {numero} en su columna «Entregable».",
    cita="entregables",
)
