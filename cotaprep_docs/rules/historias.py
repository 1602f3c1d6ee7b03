"""The long stories of the rules over one session and over the progress of the PREP, by code."""

from __future__ import annotations

from collections.abc import Mapping

from cotaprep_docs.rules.historia import Historia

HISTORIAS: Mapping[str, Historia] = {
    "REG-001": Historia(
        "Lo votado sin quórum puede impugnarse. El programa cuenta a quienes tienen voto y estaban en la "
        "sala en ese punto; la Secretaría Técnica y las personas invitadas no cuentan.",
        "Con 5 integrantes el quórum es 3. Si dos salen antes del punto 4 y ya faltaba una persona, el "
        "punto 4 se vota con 2.",
    ),
    "REG-002": Historia(
        "El voto de quien no estaba hace falsa el acta. La presencia sale de «Asistencia» y de "
        "«Movimientos», punto por punto.",
        "ANA sale a las 17:40, antes del punto 5, y en el renglón del punto 6 dice «A favor» en su columna.",
    ),
    "REG-003": Historia(
        "El resultado se calcula de los votos, para que el acta y la tabla nunca digan cosas distintas. Lo "
        "escrito a mano sólo se compara.",
        "Tres a favor y uno en contra, y en «Resultado» dice «Aprobado por unanimidad»: es por mayoría.",
    ),
    "REG-004": Historia(
        "Sólo quien asistió puede entrar o salir. Un movimiento de quien faltó suele ser una clave "
        "equivocada.",
        "BEA está «Ausente» en «Asistencia» y tiene un «Sale» a las 18:00.",
    ),
    "REG-005": Historia(
        "Entre dos salidas de una persona tiene que haber una entrada; si no, no se sabe si estaba.",
        "CID: «Sale» 17:30, «Sale» 18:10. Falta el «Entra» de en medio.",
    ),
    "REG-006": Historia(
        "El acta narra en orden. Una hora anterior a lo que ya pasó casi siempre es un error de dedo.",
        "Inicio 17:00, «Sale» 17:40 y clausura 17:20. Si terminó al día siguiente, escriba la fecha.",
    ),
    "REG-007": Historia(
        "Sólo lo aprobado es acuerdo, toma número y se publica.",
        "El punto 4 quedó en empate y hay un renglón en «Acuerdos» con ese punto.",
    ),
    "REG-008": Historia(
        "«Unanimidad» con las columnas en blanco quiere decir que votaron a favor todas las personas "
        "presentes; con columnas llenas no se sabe cuál de las dos cosas vale.",
        "«Unanimidad» y, en una columna, «En contra».",
    ),
    "REG-009": Historia(
        "Un punto retirado o pospuesto no se vota en esa sesión.",
        "El punto 6 está «Pospuesto» y tiene un renglón en «Votaciones».",
    ),
    "REG-010": Historia(
        "La marca «Se vota» decide si el acta espera una votación. Si hay una y dice que no, una de las "
        "dos sobra.",
        "Asuntos generales con «No» en «Se vota» y una votación.",
    ),
    "REG-011": Historia(
        "La norma leída no dice si la mayoría se cuenta sobre las personas presentes o sobre los votos "
        "emitidos. Donde da igual no se avisa; aquí cambia el resultado.",
        "Cinco presentes: dos a favor, uno en contra, dos abstenciones. Sobre presentes no hay mayoría; "
        "sobre emitidos, sí.",
    ),
    "REG-012": Historia(
        "Firma quien estuvo. Una firma de quien faltó hace dudar de toda el acta.",
        "«Firma»: «Sí» en el renglón de una persona «Ausente».",
    ),
    "REG-013": Historia(
        "Sin saber en qué punto entró, no se sabe si había quórum ni quién votó.",
        "Inicio 17:00, llegada 17:25 y ningún «Entra» en «Movimientos».",
    ),
    "REG-014": Historia(
        "Si nunca hubo quórum no hubo sesión: se levanta constancia. La regla del quórum no se ha "
        "cotejado, por eso sólo advierte; cuando el área legal la verifique y marque «V» en el archivo de "
        "normas, será un error.",
        "De 5 integrantes llegaron 2 y hay una votación del punto 2.",
    ),
    "REG-015": Historia(
        "Quien se excusa no vota. Si quedan menos que el quórum, conviene que el área legal diga si la "
        "votación vale.",
        "Cinco presentes, tres excusas: votan dos y el quórum es 3.",
    ),
    "REG-016": Historia(
        "Lo tratado sin quórum puede impugnarse aunque no se haya votado.",
        "El quórum se pierde antes del punto 5 y el punto 6 tiene narrativa y está «Convocado».",
    ),
    "REG-017": Historia(
        "Un receso sin reanudación deja sin saber cuándo siguió la sesión.",
        "«Receso» 14:00 y ningún «Reanuda» después.",
    ),
    "REG-018": Historia(
        "Sólo cuenta y vota quien era integrante ese día, según «Desde» y «Hasta».",
        "DEL dejó el cargo el 31/01/2024 y consta su voto en la sesión del 28/02/2024.",
    ),
    "REG-019": Historia(
        "La clausura no puede ser antes del inicio; si pasó de medianoche, la fecha lo aclara.",
        "Inicio 23:00 y clausura 00:40 sin «Fecha de clausura».",
    ),
    "REG-020": Historia(
        "El número identifica al acuerdo para siempre; con dos iguales no se sabe cuál se cita.",
        "Dos renglones de «Acuerdos» con el número 012/2024.",
    ),
    "REG-021": Historia(
        "Quien presenta o interviene tiene que estar en la sala en ese punto, o el acta se contradice.",
        "HGA «Sale» antes del punto 5 y presenta el punto 6.",
    ),
    "REG-030": Historia(
        "Quien recibe tarde la convocatoria puede decir que no pudo prepararse. La antelación no se ha "
        "cotejado en el Reglamento, por eso sólo advierte.",
        "Sesión el 30/01/2024 a las 12:00, convocada el 29/01/2024: 36 horas cuando mucho, y el archivo "
        "pide 72.",
    ),
    "REG-031": Historia(
        "Nadie convoca a lo que ya pasó: una de las fechas está mal, muchas veces el año.",
        "Sesión el 30/01/2024 y convocatoria del 26/01/2025.",
    ),
    "REG-050": Historia(
        "Un acta se espera, se digitaliza, se captura y se contabiliza, en ese orden; más en una fase que "
        "en la anterior sólo se explica con actas fuera de catálogo.",
        "4000 capturadas y 4100 contabilizadas.",
    ),
    "REG-051": Historia(
        "Los porcentajes se calculan sobre las actas esperadas; sobre cero no hay porcentaje.",
        "«Esperadas»: 0.",
    ),
    "REG-052": Historia(
        "Las cifras por hora son acumuladas: nunca bajan. Si bajan, alguien escribió lo de la última hora.",
        "A las 11:00, 1200 capturadas; a las 12:00, 900.",
    ),
    "REG-053": Historia(
        "El total del simulacro es el del corte de su cierre; con dos cifras no se sabe cuál se informa.",
        "Cierre a las 18:00 con 3900 capturadas y, en el corte de las 18:00, 3890.",
    ),
    "REG-054": Historia(
        "La primera acta llega mientras el simulacro está abierto.",
        "Simulacro de 10:00 a 18:00 y primera acta a las 09:30.",
    ),
    "REG-055": Historia(
        "Los documentos dicen «primer simulacro», «segundo simulacro»: dos no pueden ser el mismo.",
        "S2 y S3 con ordinal 2.",
    ),
    "REG-056": Historia(
        "El avance es acumulado. Si baja de un mes a otro, un mes está mal o hay algo que explicar.",
        "Sistema: 40 % en enero y 35 % en febrero.",
    ),
    "REG-057": Historia(
        "Se capacita a quien ya se contrató; más capacitadas que contratadas pide una explicación.",
        "Captura: 20 contratadas, 24 capacitadas.",
    ),
    "REG-058": Historia(
        "Un hallazgo se atiende después de encontrarlo.",
        "Hallazgo del 12/04/2024, atendido el 02/04/2024.",
    ),
}
