"""The long stories of the rules over the whole process, by code."""

from __future__ import annotations

from collections.abc import Mapping

from cotaprep_docs.rules.historia import Historia

HISTORIAS: Mapping[str, Historia] = {
    "REG-109": Historia(
        "En «Oficios» se busca cada documento por el nombre de su archivo. Con otro nombre, el oficio sale "
        "sin su número y nadie lo nota.",
        "«oficio-remision-acuerdo-A9», y el acuerdo A9 no existe.",
    ),
    "REG-110": Historia(
        "«estado» da por enviado un entregable cuando lo dice un renglón de «Oficios». Si el nombre no es el "
        "suyo, la secretaría cree que ya quedó y el plazo sigue corriendo.",
        "«entregable-3» no dice de qué mes; es «entregable-3-2024-01».",
    ),
    "REG-060": Historia(
        "El plan y el calendario listan los renglones como están en el libro. Fuera de orden, quien lee "
        "cree que falta una sesión.",
        "La sexta reunión (29/04/2024) antes que la sexta sesión (25/04/2024).",
    ),
    "REG-061": Historia(
        "La norma pide sesionar al menos una vez al mes. Se cuentan los meses desde la primera sesión o "
        "reunión hasta la última; lo cancelado no cuenta.",
        "Ordinarias en noviembre y enero, y ninguna en diciembre.",
    ),
    "REG-062": Historia(
        "La norma pide reunirse cada mes con los partidos y, en su caso, con las candidaturas "
        "independientes, mientras el comité siga en funciones.",
        "El comité clausura el 30 de junio y la última reunión fue el 31 de mayo: junio se queda sin "
        "reunión.",
    ),
    "REG-063": Historia(
        "Lo convocado en día inhábil puede notificarse o celebrarse mal. Durante el proceso electoral "
        "puede que todos los días sean hábiles: por eso sólo advierte, y los días están en el archivo de "
        "normas.",
        "Una clausura el domingo 30 de junio, último día para entregar el informe final.",
    ),
    "REG-064": Historia(
        "Dos fechas para un mismo acto obligan a adivinar. Rige la del calendario.",
        "La agenda dice 26 de enero y el calendario 30 de enero.",
    ),
    "REG-065": Historia(
        "Sin hora, lugar y modalidad no se puede convocar. Se dice una sola vez, con todas las claves.",
        "Un plan aprobado que sólo tiene fechas.",
    ),
    "REG-066": Historia(
        "El comité de un organismo local tiene un mínimo de integrantes. Se cuenta, el día de cada sesión, "
        "a quienes tienen voto y ya estaban o seguían en el cargo.",
        "Tres integrantes y una renuncia en enero: desde febrero son dos.",
    ),
    "REG-067": Historia(
        "El comité de un organismo local tiene un máximo de integrantes. Suele faltar la fecha de «Hasta» "
        "de quien ya se fue.",
        "Cinco integrantes, entra una sexta persona y nadie tiene «Hasta».",
    ),
    "REG-068": Historia(
        "La norma fija con cuántos meses de anticipación a la jornada se integra el comité.",
        "Jornada el 02/06/2024: a más tardar el 02/11/2023. Una designación del 10/11/2023 llega tarde.",
    ),
    "REG-069": Historia(
        "Un comité no puede sesionar antes de que lo designen: una de las fechas está mal.",
        "Designación el 25/10/2024 y primera sesión el 01/11/2023: el año.",
    ),
    "REG-070": Historia(
        "Un acta que nadie aprueba se queda en proyecto. El programa lee en los puntos de clase «Acta "
        "anterior» qué sesiones nombran; si no nombran ninguna, entiende la anterior.",
        "La extraordinaria del 1 de junio, si la clausura sólo aprueba el acta de la séptima ordinaria.",
    ),
    "REG-071": Historia(
        "Después de la clausura no hay sesión que apruebe su acta. Otros organismos la leen y aprueban en "
        "la misma sesión, antes de clausurar.",
        "Pasa: «Lectura y aprobación del acta de la presente sesión», antes de la clausura del comité.",
    ),
    "REG-072": Historia(
        "El comité da seguimiento a lo acordado «en sesiones y reuniones»: conviene que conozca la minuta "
        "de cada una. Basta con que un punto de una sesión posterior las mencione.",
        "Pasa: «Se da cuenta de las minutas de las reuniones anteriores».",
    ),
    "REG-073": Historia(
        "Sin lista de asistencia y declaración de quórum al principio, lo demás no tiene sustento. La "
        "norma leída no lo dice con estas palabras; es como lo hacen otros organismos.",
        "Falla: «1. Lectura y aprobación del orden del día». Pasa si el punto 1 es la lista de asistencia.",
    ),
    "REG-074": Historia(
        "Aprobar lo que todavía no existe vacía la aprobación. Se compara por el número de entregable, y "
        "cuenta como generarlo un punto que diga generación, elaboración, integración o redacción.",
        "El informe de simulacros se aprueba el 28 de mayo y se genera en la reunión del 31.",
    ),
    "REG-075": Historia(
        "Aprobar dos veces el mismo documento deja dos fechas y, tal vez, dos textos. Si la primera vez no "
        "se aprobó, volver a votarlo está bien y no se avisa.",
        "«Aprobación del informe general…» en la séptima ordinaria y en la extraordinaria.",
    ),
    "REG-076": Historia(
        "Un punto repetido suele ser un descuido al armar el calendario. Se comparan los asuntos del mismo "
        "entregable sin las palabras de trámite (análisis, discusión, revisión…).",
        "«Análisis y discusión de la fecha de inicio…» en febrero y «Análisis y determinación de la fecha "
        "de inicio…» en marzo.",
    ),
    "REG-077": Historia(
        "El comité asesora: lo normal es que opine antes de que los partidos conozcan el documento. Puede "
        "ser a propósito, por eso es sólo un aviso.",
        "El proceso técnico operativo se presenta el 14 de diciembre a los partidos y el 18 al comité.",
    ),
    "REG-078": Historia(
        "El comité presencia la prueba, todos los simulacros y la operación. Sin fechas en el plan nadie "
        "puede prever su asistencia, y los plazos que se cuentan desde ellas se calculan aproximados.",
        "Pasa con los simulacros en «avances_prep.xlsx» y «fecha_prueba» en el archivo de normas.",
    ),
    "REG-079": Historia(
        "Se acostumbran tres simulacros, los domingos anteriores a la jornada; hubo organismos con dos. El "
        "mínimo está en el archivo de normas.",
        "Dos renglones con fecha en «Simulacros».",
    ),
    "REG-080": Historia(
        "La norma pide que el comité presencie todos los simulacros; que conste quién fue y a qué recinto.",
        "Un simulacro con hora de cierre y «Asistentes» en blanco.",
    ),
    "REG-081": Historia(
        "El comité informa de sus actividades al órgano superior al menos cada tantos meses. Se cuenta de "
        "la primera sesión al primer informe, de un informe al siguiente y del último a la última sesión.",
        "Informes el 19/03/2024 y el 28/05/2024: pasan 70 días, más de dos meses.",
    ),
    "REG-082": Historia(
        "Cada informe sigue donde terminó el anterior: si se enciman se cuenta doble, y si dejan hueco hay "
        "meses que nadie informó. Los meses se leen del texto del punto.",
        "«…de noviembre y diciembre» y luego «…de febrero y marzo»: falta enero.",
    ),
    "REG-083": Historia(
        "Un acuerdo sale de una votación. Sin ella no toma número y su acta lo señala como faltante.",
        "Un renglón de «Acuerdos» del punto 5 y ninguno en «Votaciones» con ese punto.",
    ),
    "REG-084": Historia(
        "El órgano superior acuerda con meses de anticipación qué comisión da seguimiento al programa.",
        "Jornada el 02/06/2024: a más tardar el 02/09/2023. El 31/08/2023 pasa.",
    ),
    "REG-085": Historia(
        "La instancia interna coordina todo lo demás: la norma pide designarla o ratificarla con meses de "
        "anticipación.",
        "Jornada el 02/06/2024: a más tardar el 02/09/2023. El 15/09/2023 llega tarde.",
    ),
    "REG-100": Historia(
        "Varios entregables piden la versión revisada por el comité, y sólo en sesión queda constancia de "
        "que la revisó; en una reunión con partidos no se vota.",
        "El plan de implementación sólo se presenta en la primera reunión de trabajo.",
    ),
    "REG-101": Historia(
        "El comité opina antes de que el documento se remita. Los plazos se cuentan desde la jornada: "
        "primero los meses y luego los días («dos meses y medio» son dos meses y 15 días); si el mes no "
        "tiene ese día, es el último. Se mira la primera sesión que trata el entregable.",
        "Jornada el 02/06/2024: el proyecto de horarios vence el 18/03/2024 y el dictamen se aprueba el 19.",
    ),
    "REG-102": Historia(
        "Lo que el comité aprueba suele pasar después por el órgano superior. Con pocos días, no llega.",
        "El dictamen sobre los CATD se aprueba el 30 de enero y el acuerdo debe estar el 2 de febrero.",
    ),
    "REG-103": Historia(
        "El informe mensual se remite en los primeros días del mes siguiente. Si el comité lo conoce "
        "después, ya no puede opinar sobre él.",
        "El avance de noviembre se presenta el 18 de diciembre y el informe venció el 5.",
    ),
    "REG-104": Historia(
        "El número liga el punto con su plazo. Con un número que no existe no se revisa nada de ese punto.",
        "«Entregable»: 45, y las normas llegan al 32. Pasan 12, «12, 13» y «17 a 20».",
    ),
    "REG-105": Historia(
        "Muchos entregables los prepara otra área y no pasan por el comité. La lista sirve para confirmar "
        "que nada se olvidó.",
        "La designación del ente auditor la acuerda el órgano superior: no necesita punto.",
    ),
    "REG-106": Historia(
        "Lo que se remite es el acuerdo. Si la votación consta como aprobada y no hay acuerdo, falta "
        "capturarlo.",
        "El punto 5 (entregable 8) se aprobó por unanimidad y «Acuerdos» no tiene ese punto.",
    ),
    "REG-107": Historia(
        "El acuerdo que atiende un entregable sigue un camino: Secretaría Ejecutiva y, de ahí, la "
        "autoridad nacional. Sin destino, nadie lo turna.",
        "El acuerdo del plan de trabajo con «Remitir a» en blanco.",
    ),
    "REG-108": Historia(
        "El archivo de normas marca con «comite = true» lo que el propio comité debe ver: su plan, su "
        "informe final y lo que la norma pide «revisado por el COTAPREP».",
        "Ningún punto con el entregable 11, el prototipo navegable.",
    ),
}
