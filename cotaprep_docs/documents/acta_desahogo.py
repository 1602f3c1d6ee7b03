"""How an acta tells each point: who came or left, what was said, voted and agreed."""

from __future__ import annotations

from cotaprep_docs.documents.acta_cambios import reason
from cotaprep_docs.documents.acta_context import Bloque, FilaVoto, PuntoActa
from cotaprep_docs.documents.acta_quorum import write_standing
from cotaprep_docs.documents.compromisos import write_abiertos, write_resumen
from cotaprep_docs.documents.correcciones import write_modificaciones
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.numeros import numero_acuerdo
from cotaprep_docs.documents.personas import fact_name, full_name, mention, mention_within, speaker
from cotaprep_docs.documents.sesiones import sesion_name, sitting_noun
from cotaprep_docs.documents.votacion_text import write_votaciones
from cotaprep_docs.domain.acuerdo import Acuerdo, Intervencion
from cotaprep_docs.domain.asistencia import Movimiento, TipoMovimiento
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto, Punto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.presencia import Lugar
from cotaprep_docs.prose.prose import Fact, Gap, Piece, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_text, date_with_weekday
from cotaprep_docs.spanish.hours import being_time
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot

_OWN_SECTION = {
    ClasePunto.LISTA: "Este punto se desahoga al inicio de la sesión, como consta en los apartados de "
    "lista de asistencia y de quórum legal.",
    ClasePunto.CLAUSURA: "Este punto se desahoga en los términos que constan en el apartado de {cierre}.",
}
_MISSING = {
    ClasePunto.ASUNTOS_GENERALES: "si hubo asuntos generales y cuáles",
    ClasePunto.CLAUSURA_ORGANO: "declaratoria de clausura del órgano",
    ClasePunto.CLAUSURA: "clausura de la sesión",
    ClasePunto.LISTA: "lista de asistencia y declaración de quórum",
}


def build_desahogo(fuente: Fuente) -> tuple[PuntoActa, ...]:
    """Return the points as they were dealt with; nothing where the session could not be held."""
    if not fuente.was_held:
        return ()
    return tuple(build_punto(fuente, position) for position in range(len(fuente.orden.puntos)))


def build_punto(fuente: Fuente, position: int) -> PuntoActa:
    """Return one point as it was dealt with, by its place on the agenda."""
    punto = fuente.orden.puntos[position]
    return PuntoActa(
        previos=tuple(_movimientos(fuente, Lugar(position))),
        numero=as_prose(f"Punto {punto.numero_vigente}."),
        titulo=as_prose(Fact(fact_name("punto", punto.numero_vigente), as_prose(punto.texto), "Punto")),
        bloques=tuple(_bloques(fuente, position, punto)),
    )


def _bloque(
    kind: str, texto: Prose | Piece, *, rotulo: Prose | Piece = "", votos: tuple[FilaVoto, ...] = ()
) -> Bloque:
    return Bloque(
        is_parrafo=kind == "parrafo",
        is_intervencion=kind == "intervencion",
        is_incidencia=kind == "incidencia",
        is_votacion=kind == "votacion",
        is_acuerdo=kind == "acuerdo",
        rotulo=as_prose(rotulo),
        texto=as_prose(texto),
        votos=votos,
    )


def _movimientos(fuente: Fuente, lugar: Lugar) -> list[Bloque]:
    blocks = []
    for index, move in enumerate(fuente.presencia.movimientos_at(lugar), 1):
        name = fact_name("movimiento", move.antes_del_punto, lugar.votacion, index)
        blocks.append(_bloque("incidencia", Fact(name, _movimiento(fuente, move), "Incidencia de la sesión")))
    return blocks


def _movimiento(fuente: Fuente, move: Movimiento) -> Prose:
    hora = _movement_hour(fuente, move)
    if move.tipo is TipoMovimiento.RECESO:
        return compose("{hora}, se declara un receso{why}.", hora=hora, why=_reason(move))
    if move.tipo is TipoMovimiento.REANUDA:
        standing = "" if fuente.sesion.is_reunion else f" {write_standing(fuente, move, by_name=True)}"
        noun = sitting_noun(fuente.sesion)
        return compose("{hora}, se reanuda la {sesion}.{standing}", hora=hora, sesion=noun, standing=standing)
    return _person_moves(fuente, move, hora)


def _movement_hour(fuente: Fuente, move: Movimiento) -> Prose:
    style = fuente.organismo.estilo_fechas
    if move.hora is None:
        hora = join(("Siendo ", Gap("hora del movimiento", move.origin.cell("hora"))))
    else:
        hora = as_prose(sentence_case(being_time(move.hora, style)))
    moment = fuente.moment(move)
    day = move.fecha if moment is None else moment.date()
    other_day = day is not None and day != fuente.sesion.fecha
    return join((hora, f" del {date_with_weekday(day, style)}")) if day and other_day else hora


def _person_moves(fuente: Fuente, move: Movimiento, hora: Prose) -> Prose:
    person = fuente.proceso.persona(move.persona)
    who = mention_within(person) if person is not None else move.persona
    if move.tipo is TipoMovimiento.SALE:
        verb, why = "se retira de", _reason(move)
    else:
        verb, why = (
            "se reincorpora a" if fuente.presencia.has_left(move.persona, move) else "se incorpora a",
            "",
        )
    noun = sitting_noun(fuente.sesion)
    text = compose("{hora}, {who} {verb} la {noun}{why}.", hora=hora, who=who, verb=verb, noun=noun, why=why)
    if isinstance(person, Integrante) and person.has_voto and not fuente.sesion.is_reunion:
        return join((text, " ", write_standing(fuente, move)))
    return text


def _reason(move: Movimiento) -> str:
    return f", por el motivo siguiente: {lower_first(without_final_dot(move.motivo))}" if move.motivo else ""


def _bloques(fuente: Fuente, position: int, punto: Punto) -> list[Bloque]:
    if not punto.is_desahogado:
        return [_bloque("incidencia", _not_dealt_with(fuente, punto))]
    blocks = [*_presentation(fuente, punto), *_waived_readings(fuente, punto)]
    blocks += [_bloque("parrafo", _narrative(punto))] if punto.narrativa else []
    blocks += _seguimiento(fuente) if punto.clase is ClasePunto.SEGUIMIENTO else []
    blocks += _turns(fuente, punto, 0)
    blocks += _votaciones(fuente, position, punto)
    blocks += [_bloque("parrafo", text) for text in write_modificaciones(fuente, punto)]
    blocks += _acuerdos(fuente, punto)
    told = any(not block.is_incidencia for block in blocks)
    if punto.clase in _OWN_SECTION and not fuente.is_pendiente:
        blocks.append(_bloque("parrafo", _own_section(fuente, punto)))
    elif not told or (punto.clase is ClasePunto.CLAUSURA_ORGANO and not punto.narrativa):
        blocks.append(_bloque("parrafo", _missing_narrative(punto)))
    return blocks


def _own_section(fuente: Fuente, punto: Punto) -> str:
    return _OWN_SECTION[punto.clase].format(cierre="cierre" if fuente.sesion.is_reunion else "clausura")


def _not_dealt_with(fuente: Fuente, punto: Punto) -> Prose:
    if punto.estado is EstadoPunto.RETIRADO:
        return as_prose("Este punto no se desahoga, pues se retiró del orden del día.")
    target = fuente.proceso.sesion(punto.pospuesto_a) if punto.pospuesto_a else None
    where: Prose | Piece = Gap("sesión a la que se pospone", punto.origin.cell("pospuesto_a"))
    if target is not None:
        where = f"la {sesion_name(target, fuente.organismo)}"
    if not fuente.had_quorum_at(punto):
        text = (
            "Este punto no se desahoga por falta de quórum legal; se prevé incluirlo en el orden del día de "
        )
        return join((text, where, "."))
    return join(("Este punto no se desahoga; se pospone para ", where, f"{reason(punto)}."))


def _presentation(fuente: Fuente, punto: Punto) -> list[Bloque]:
    person = fuente.proceso.persona(punto.presenta) if punto.presenta else None
    if person is None:
        return []
    return [_bloque("parrafo", f"Presenta este punto {mention(person)}.")]


def _waived_readings(fuente: Fuente, punto: Punto) -> list[Bloque]:
    return [
        _bloque(
            "parrafo",
            f"Se dispensa la lectura de «{without_final_dot(documento.titulo)}», por haberse circulado con "
            "la convocatoria.",
        )
        for documento in fuente.proceso.documentos_of(fuente.sesion)
        if documento.dispensa and documento.punto == punto.numero_vigente
    ]


def _narrative(punto: Punto) -> Prose:
    return as_prose(
        Fact(fact_name("narrativa", punto.numero_vigente), as_prose(punto.narrativa), "Narrativa")
    )


def _seguimiento(fuente: Fuente) -> list[Bloque]:
    """Return how earlier agreements stood on the day of the session."""
    if not fuente.seguimiento:
        return []
    summary = write_resumen(fuente.seguimiento)
    told = Fact("seguimiento", as_prose(summary), "Estado de acuerdos y compromisos")
    lead = "Estado de los acuerdos y compromisos a la fecha de la sesión. "
    pending = write_abiertos(fuente, fuente.seguimiento)
    blocks = [_bloque("parrafo", join((lead, told)))]
    return [*blocks, _bloque("parrafo", pending)] if pending else blocks


def _missing_narrative(punto: Punto) -> Prose:
    label = _MISSING.get(punto.clase, "desarrollo de este punto")
    return as_prose(Gap(label, punto.origin.cell("narrativa"), "Escriba en una o dos frases lo que ocurrió."))


def _turns(fuente: Fuente, punto: Punto, votacion: int) -> list[Bloque]:
    """Return who spoke before the votes of a point (0), or after one of them."""
    turns = fuente.proceso.intervenciones_of(fuente.sesion, punto)
    return [_intervencion(fuente, turn) for turn in turns if turn.despues_de_votacion == votacion]


def _intervencion(fuente: Fuente, turn: Intervencion) -> Bloque:
    person = fuente.proceso.persona(turn.persona)
    who = speaker(person) if person is not None else turn.persona
    return _bloque("intervencion", turn.texto, rotulo=f"{who}:")


def _votaciones(fuente: Fuente, position: int, punto: Punto) -> list[Bloque]:
    votes, blocks = fuente.votaciones(punto), []
    for index, text in enumerate(write_votaciones(fuente, punto)):
        blocks.append(_bloque("votacion", text.texto, votos=text.filas))
        if votes:
            blocks += _movimientos(fuente, Lugar(position, votes[index].secuencia))
            blocks += _turns(fuente, punto, votes[index].secuencia)
    return blocks


def _acuerdos(fuente: Fuente, punto: Punto) -> list[Bloque]:
    acuerdos = fuente.proceso.acuerdos_of(fuente.sesion, punto)
    if not acuerdos and punto.clase is ClasePunto.APROBACION and _is_approved(fuente, punto):
        hint = "Agregue un renglón con la sesión, el punto y el texto de lo que se aprobó."
        gap = Gap(f"acuerdo del punto {punto.numero_vigente}", fuente.sheet("acuerdos"), hint)
        return [_bloque("acuerdo", join((gap, ".")), rotulo="Acuerdo.")]
    return [_acuerdo(fuente, punto, index, acuerdo) for index, acuerdo in enumerate(acuerdos, 1)]


def _is_approved(fuente: Fuente, punto: Punto) -> bool:
    counts = [fuente.escrutinio(votacion) for votacion in fuente.votaciones(punto)]
    return any(count is not None and count.resultado.is_aprobado for count in counts)


def _acuerdo(fuente: Fuente, punto: Punto, index: int, acuerdo: Acuerdo) -> Bloque:
    base = fact_name("acuerdo", punto.numero_vigente, index)
    number = Fact(f"{base}.numero", numero_acuerdo(fuente, acuerdo), "Número de acuerdo")
    rotulo = join((f"{acuerdo.tipo} ", number, "."))
    text = Fact(f"{base}.texto", as_prose(acuerdo.texto), "Texto del acuerdo")
    return _bloque("acuerdo", join((text, *write_seguimiento(fuente, acuerdo))), rotulo=rotulo)


def write_seguimiento(fuente: Fuente, acuerdo: Acuerdo) -> list[str]:
    """Return who has to do it, by when and whom it goes to, each as a sentence after a space."""
    parts = []
    if acuerdo.responsable:
        person = fuente.proceso.persona(acuerdo.responsable)
        parts.append(
            f" Responsable: {full_name(person) if person else without_final_dot(acuerdo.responsable)}."
        )
    if acuerdo.plazo is not None:
        parts.append(f" Fecha límite: {date_text(acuerdo.plazo, fuente.organismo.estilo_fechas)}.")
    if acuerdo.remitir_a:
        parts.append(f" Remitir a: {without_final_dot(acuerdo.remitir_a)}.")
    return parts
