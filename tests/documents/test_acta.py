"""The acta in words: each hard case has its text. Goldens live in tests/golden; here, what must hold."""

from __future__ import annotations

import dataclasses
import datetime as dt

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.acta_context import ActaContext, Bloque
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kind import collect_gaps
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.sesion import Modalidad, TipoSesion
from cotaprep_docs.spanish.dates import DateStyle
from tests.support.builders import (
    a_desarrollo,
    a_movimiento,
    a_sesion,
    a_votacion,
    all_present,
    an_acuerdo,
    an_organismo,
    asistencias,
    some_puntos,
)


def acta(desarrollo: Desarrollo) -> ActaContext:
    fuente = Fuente(desarrollo.proceso, desarrollo.normas, desarrollo.sesion)
    context = ACTA.write(fuente, estado="BORRADOR")
    assert isinstance(context, ActaContext)
    return context


def bloques(context: ActaContext, punto: int) -> list[Bloque]:
    return list(context.desahogo[punto - 1].bloques)


def voted(punto: int, context: ActaContext) -> str:
    return " ".join(str(bloque.texto) for bloque in bloques(context, punto) if bloque.is_votacion)


def test_the_proemio_says_place_hour_date_and_basis() -> None:
    assert str(acta(a_desarrollo()).proemio) == (
        "En la ciudad de Villa Clara, Norte, siendo las diecisiete horas con cinco minutos del jueves cuatro "
        "de marzo de dos mil veintisiete, en la Sala Norte, previa convocatoria emitida mediante oficio "
        "ST/007/2027, del primero de marzo de dos mil veintisiete, se reúnen las personas cuya asistencia se "
        "hace constar, con el objeto de celebrar la segunda sesión ordinaria del Comité de Prueba (COPRU) del "
        "Instituto de Prueba, en modalidad presencial, con fundamento en el artículo 9 del Reglamento."
    )


def test_an_extraordinary_session_has_its_own_basis_or_none() -> None:
    sesion = a_sesion(clave="E1", tipo=TipoSesion.EXTRAORDINARIA, ordinal=1)
    assert "con fundamento" not in str(acta(a_desarrollo(sesion=sesion)).proemio)


def test_a_session_that_was_moved_says_from_when() -> None:
    sesion = a_sesion(fecha_anterior=dt.date(2027, 3, 2))
    text = str(acta(a_desarrollo(sesion=sesion)).proemio)
    assert "prevista originalmente para el martes dos de marzo de dos mil veintisiete" in text


def test_a_convocatoria_that_nobody_captured_is_a_gap() -> None:
    sesion = a_sesion(oficio_convocatoria="", fecha_convocatoria=None)
    labels = [gap.label for gap in collect_gaps(acta(a_desarrollo(sesion=sesion)))]
    assert labels == ["número de oficio de la convocatoria", "fecha de la convocatoria"]


def test_figures_and_words_where_the_institute_writes_so() -> None:
    organismo = an_organismo(estilo_fechas=DateStyle.CIFRA_Y_LETRA)
    proemio = str(acta(a_desarrollo(organismo=organismo)).proemio)
    assert (
        "siendo las 17:05 diecisiete horas con cinco minutos del jueves 4 cuatro de marzo de 2027 dos mil "
        "veintisiete" in proemio
    )


def test_a_virtual_session_says_its_link() -> None:
    sesion = a_sesion(modalidad=Modalidad.VIRTUAL, enlace="https://ejemplo.test/sala", lugar="")
    context = acta(a_desarrollo(sesion=sesion))
    assert "por videoconferencia, a través del enlace https://ejemplo.test/sala" in str(context.proemio)
    assert not collect_gaps(context)


def test_quorum_is_declared_with_its_numbers() -> None:
    context = acta(a_desarrollo(asistencias=all_present("DEL")))
    assert str(context.quorum) == (
        "Al pase de lista se encuentran presentes 4 (cuatro) de las 5 (cinco) personas integrantes con derecho a "
        "voto: Ana Torres Peña, Beatriz Núñez Lara, Cid Robles Güemes y Eva Íñiguez Soto. No asiste Delfino "
        "O'Hara Ruiz. Asiste con derecho a voz y sin voto la Lic. Gala Ríos Font, Secretaria Técnica. El quórum "
        "se integra con 3 (tres) personas, por lo que la Secretaría Técnica declara que existe quórum legal y "
        "queda legalmente instalada la sesión."
    )


def test_quorum_may_be_made_by_who_arrives_later() -> None:
    moves = tuple(a_movimiento("Entra", who, hour, "1") for who, hour in (("CID", "17:15"), ("DEL", "17:20")))
    context = acta(a_desarrollo(asistencias=all_present("EVA", "BEA"), movimientos=moves))
    assert "Al pase de lista se encuentra presente 1 (una) de las 5 (cinco)" in str(context.quorum)
    assert (
        "Siendo las diecisiete horas con veinte minutos, se incorpora Delfino O'Hara Ruiz, con lo que"
        in str(context.quorum)
    )
    assert len(context.desahogo) == 4
    assert "se integra el quórum legal" in str(context.desahogo[0].previos[1].texto)


def test_nobody_acting_as_secretaria_is_a_gap() -> None:
    rows = (*all_present()[:5], dataclasses.replace(all_present("SEC")[5]))
    suplente = asistencias(SUP="Ausente")
    labels = [gap.label for gap in collect_gaps(acta(a_desarrollo(asistencias=(*rows, *suplente))))]
    assert set(labels) == {"quién actuó en la Secretaría Técnica"}


def test_without_quorum_nothing_is_dealt_with() -> None:
    context = acta(a_desarrollo(asistencias=all_present("ANA", "BEA", "CID")))
    assert "no existe quórum legal y la sesión no puede celebrarse" in str(context.quorum)
    assert context.desahogo == ()
    assert str(context.cierre).startswith(
        "Ante la falta de quórum legal, la Secretaría Técnica levanta la presente acta"
    )


def test_unanimity_names_who_voted() -> None:
    context = acta(a_desarrollo(votaciones=(a_votacion("2"),)))
    assert voted(2, context) == (
        "Se sometió a votación el punto, con el resultado siguiente: cinco votos a favor, de Ana Torres Peña, Beatriz Núñez Lara, Cid "
        "Robles Güemes, Delfino O'Hara Ruiz y Eva Íñiguez Soto. En consecuencia, se aprueba por unanimidad de "
        "las personas integrantes presentes con derecho a voto."
    )


def test_majority_with_abstention_and_particular_vote() -> None:
    cast = {"ANA": "A favor", "BEA": "A favor", "CID": "A favor", "DEL": "En contra", "EVA": "Abstención"}
    desarrollo = a_desarrollo(
        votaciones=(a_votacion("2", cast, votos_particulares=("DEL",)),),
        documentos=(Documento("2", "Voto particular de Delfino O'Hara", "2", "Voto particular", "DEL"),),
    )
    text = voted(2, acta(desarrollo))
    assert "un voto en contra, de Delfino O'Hara Ruiz; una abstención, de Eva Íñiguez Soto" in text
    assert "por mayoría de las personas integrantes presentes con derecho a voto" in text
    assert "unanimidad" not in text
    assert text.endswith("Delfino O'Hara Ruiz formula voto particular, que se agrega como anexo 1.")
    rows = next(bloque.votos for bloque in bloques(acta(desarrollo), 2) if bloque.is_votacion)
    assert [str(row.sentido) for row in rows] == ["A favor"] * 3 + ["En contra", "Abstención"]


def test_a_particular_vote_without_its_document_is_a_gap() -> None:
    cast = {"ANA": "A favor", "BEA": "A favor", "CID": "A favor", "DEL": "En contra", "EVA": "A favor"}
    desarrollo = a_desarrollo(votaciones=(a_votacion("2", cast, votos_particulares=("DEL",)),))
    assert [gap.label for gap in collect_gaps(acta(desarrollo))] == [
        "documento del voto particular de Delfino O'Hara Ruiz"
    ]


def test_a_tie_and_the_second_vote_that_resolves_it() -> None:
    tie = {"ANA": "A favor", "BEA": "A favor", "CID": "En contra", "DEL": "En contra"}
    second = {**tie, "CID": "A favor"}
    desarrollo = a_desarrollo(
        asistencias=all_present("EVA"),
        votaciones=(a_votacion("2", tie), a_votacion("2", second, secuencia=2)),
    )
    first, last = (str(b.texto) for b in bloques(acta(desarrollo), 2) if b.is_votacion)
    assert first.endswith("se registra empate y no se aprueba. Por ello, se procede a una segunda votación.")
    assert last.startswith(
        "En segunda votación, se sometió a consideración el punto, con el resultado siguiente: tres votos"
    )
    assert "se aprueba por mayoría" in last


def test_a_tie_with_no_second_vote_decides_nothing() -> None:
    tie = {"ANA": "A favor", "BEA": "A favor", "CID": "En contra", "DEL": "En contra"}
    desarrollo = a_desarrollo(asistencias=all_present("EVA"), votaciones=(a_votacion("2", tie),))
    assert "el asunto queda sin decisión" in voted(2, acta(desarrollo))


def test_who_excuses_themselves_is_said_and_not_counted() -> None:
    cast = {"ANA": "A favor", "BEA": "A favor", "CID": "A favor", "DEL": "A favor", "EVA": "Excusa"}
    text = voted(2, acta(a_desarrollo(votaciones=(a_votacion("2", cast),))))
    assert text.startswith("Eva Íñiguez Soto se excusó de votar. Se sometió a votación")
    assert "por unanimidad de las personas integrantes que podían votar en este punto" in text


def test_late_arrival_is_told_before_its_point_and_counts_from_there() -> None:
    desarrollo = a_desarrollo(
        movimientos=(a_movimiento("Entra", "CID", "17:30", "3"),),
        votaciones=(a_votacion("2"), a_votacion("3")),
    )
    context = acta(desarrollo)
    assert [str(row.asistencia) for row in context.asistentes][2] == "Se incorpora después"
    assert "cuatro votos a favor" in voted(2, context)
    assert "cinco votos a favor" in voted(3, context)
    (moved,) = context.desahogo[2].previos
    assert str(moved.texto) == (
        "Siendo las diecisiete horas con treinta minutos, Cid Robles Güemes, integrante, se incorpora a la "
        "sesión. A partir de este momento se encuentran presentes 5 (cinco) de las 5 (cinco) personas "
        "integrantes con derecho a voto, por lo que se mantiene el quórum legal."
    )


def test_loss_of_quorum_ends_the_session() -> None:
    moves = tuple(a_movimiento("Sale", who, "17:40", "3") for who in ("ANA", "BEA", "CID"))
    puntos = some_puntos()
    puntos = (*puntos[:2], *(dataclasses.replace(p, estado=EstadoPunto.POSPUESTO) for p in puntos[2:]))
    context = acta(a_desarrollo(movimientos=moves, puntos=puntos))
    told = [str(block.texto) for block in context.desahogo[2].previos]
    assert "4 (cuatro) de las 5 (cinco)" in told[0]
    assert told[1].endswith(
        "3 (tres) de las 5 (cinco) personas integrantes con derecho a voto, por lo que se mantiene el quórum legal."
    )
    assert told[2].endswith("por lo que deja de existir quórum legal.")
    assert str(context.cierre).startswith("Al haber dejado de existir quórum legal, se da por concluida")
    assert "sesión a la que se pospone" in {gap.label for gap in collect_gaps(context)}


def test_a_recess_past_midnight_is_told_and_left_out_of_the_duration() -> None:
    sesion = a_sesion(hora_inicio=dt.time(22, 0), hora_clausura=dt.time(1, 30))
    context = acta(
        a_desarrollo(
            sesion=sesion,
            movimientos=(
                a_movimiento("Receso", "", "23:30", "3"),
                a_movimiento("Reanuda", "", "00:45", "3", fecha=dt.date(2027, 3, 5)),
            ),
        )
    )
    recess, resumed = (str(block.texto) for block in context.desahogo[2].previos)
    assert recess == "Siendo las veintitrés horas con treinta minutos, se declara un receso."
    assert resumed.startswith(
        "Siendo las cero horas con cuarenta y cinco minutos del viernes cinco de marzo de dos mil veintisiete, se reanuda"
    )
    assert "a la una hora con treinta minutos del cinco de marzo de dos mil veintisiete" in str(
        context.cierre
    )
    assert str(context.cierre).endswith(
        "con una duración efectiva de dos horas con quince minutos, sin contar una hora con quince minutos de receso."
    )


def test_withdrawn_points_keep_their_number_and_added_ones_are_marked() -> None:
    puntos = some_puntos()
    puntos = (
        puntos[0],
        dataclasses.replace(puntos[1], estado=EstadoPunto.RETIRADO, promovido_por="BEA", narrativa=""),
        puntos[2],
        dataclasses.replace(puntos[3], estado=EstadoPunto.INCORPORADO),
    )
    context = acta(a_desarrollo(puntos=puntos))
    assert [str(punto.numero) for punto in context.puntos] == ["1.", "2.", "3.", "4."]
    assert [str(change) for change in context.cambios] == [
        "A propuesta de Beatriz Núñez Lara, integrante, se retira del orden del día el punto 2, «Asunto número 2».",
        "Se incorpora al orden del día el punto 4, «Asunto número 4».",
    ]
    assert "se retiró del orden del día" in str(context.desahogo[1].bloques[0].texto)


def test_the_substitute_signs_where_the_holder_is_away() -> None:
    rows = asistencias(
        ANA="Presente",
        BEA="Presente",
        CID="Presente",
        DEL="Presente",
        EVA="Justificada",
        SEC="Ausente",
        SUP="Presente",
    )
    context = acta(a_desarrollo(asistencias=rows))
    assert str(context.lista).startswith(
        "En ausencia de la Lic. Gala Ríos Font, Secretaria Técnica, Ulises Prado, suplente de la Secretaría Técnica, pasa"
    )
    signers = [str(row.izquierda.nombre) for row in context.firmas]
    signers += [str(firma.nombre) for row in context.firmas for firma in row.derecha]
    assert "Ulises Prado" in signers
    assert "Eva Íñiguez Soto" not in signers
    assert "Lic. Gala Ríos Font" not in signers


def test_a_draft_without_facts_shows_its_gaps_and_names_their_cells() -> None:
    sesion = a_sesion(hora_inicio=None, hora_clausura=None, lugar="")
    desarrollo = a_desarrollo(
        sesion=sesion,
        asistencias=(),
        puntos=some_puntos(narrativa="", se_vota=True),
    )
    gaps = collect_gaps(acta(desarrollo))
    places = {gap.label: str(gap.location) for gap in gaps}
    assert places["hora de inicio"] == "sesiones.xlsx!Calendario!D3"
    assert places["hora de clausura"] == "sesiones.xlsx!Calendario!E3"
    assert places["votación del punto 2"] == "sesiones.xlsx!Votaciones"
    assert all(str(gap.location) for gap in gaps)


def test_an_agreement_without_number_is_a_gap_and_with_it_is_said() -> None:
    desarrollo = a_desarrollo(votaciones=(a_votacion("2"),), acuerdos=(an_acuerdo("2"),))
    assert [gap.label for gap in collect_gaps(acta(desarrollo))] == ["número de acuerdo"]
    numbered = a_desarrollo(votaciones=(a_votacion("2"),), acuerdos=(an_acuerdo("2", numero="COPRU/3/2027"),))
    (block,) = (bloque for bloque in bloques(acta(numbered), 2) if bloque.is_acuerdo)
    assert str(block.rotulo) == "Acuerdo COPRU/3/2027."


def test_a_point_with_nothing_told_is_a_gap() -> None:
    context = acta(a_desarrollo(puntos=some_puntos(narrativa="")))
    assert [gap.label for gap in collect_gaps(context)] == ["desarrollo de este punto"] * 4


def test_sample_rows_make_the_document_an_example() -> None:
    assert acta(a_desarrollo()).membrete.ejemplo == ""
    assert acta(a_desarrollo(votaciones=(a_votacion("2", muestra=True),))).membrete.ejemplo == "EJEMPLO"


def test_while_an_attendance_is_missing_no_vote_has_a_result() -> None:
    rows = asistencias(ANA="Presente", BEA="Presente", CID="Presente", DEL="", EVA="Presente", SEC="Presente")
    context = acta(a_desarrollo(asistencias=rows, votaciones=(a_votacion("2"),)))
    assert "unanimidad" not in voted(2, context)
    labels = [(gap.label, str(gap.location)) for gap in collect_gaps(context)]
    assert labels == [
        ("asistencia", "sesiones.xlsx!Asistencia!C5"),
        ("asistencia de quienes votan", "sesiones.xlsx!Asistencia"),
    ]
