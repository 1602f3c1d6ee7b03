"""How an acta tells each point: who came or left, what was said, voted and agreed."""

from __future__ import annotations

from cotaprep_docs.documents.acta_apertura import figure
from cotaprep_docs.documents.acta_context import Bloque, FilaVoto, PuntoActa
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import fact_name, full_name, mention, mention_within, quality
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.documents.votacion_text import missing_votacion, write_votacion
from cotaprep_docs.domain.acuerdo import Acuerdo, Intervencion
from cotaprep_docs.domain.asistencia import Movimiento, TipoMovimiento
from cotaprep_docs.domain.orden_dia import ClasePunto, EstadoPunto, Punto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.prose.prose import Fact, Gap, Piece, Prose, as_prose, compose, join
from cotaprep_docs.spanish.agreement import plural
from cotaprep_docs.spanish.dates import date_text
from cotaprep_docs.spanish.hours import being_time
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot

_OWN_SECTION = {
    ClasePunto.LISTA: "Este punto se desahogó al inicio de la sesión, como consta en los apartados de "
    "lista de asistencia y de quórum legal.",
    ClasePunto.CLAUSURA: "Este punto se desahoga en los términos que constan en el apartado de clausura.",
}


def build_desahogo(fuente: Fuente) -> tuple[PuntoActa, ...]:
    """Return the points as they were dealt with; nothing where the session could not be held."""
    if not fuente.was_held:
        return ()
    return tuple(_punto(fuente, position, punto) for position, punto in enumerate(fuente.orden.puntos))


def _punto(fuente: Fuente, position: int, punto: Punto) -> PuntoActa:
    moves = fuente.presencia.movimientos_before(position)
    return PuntoActa(
        previos=tuple(_movimiento(fuente, index, move) for index, move in enumerate(moves, 1)),
        numero=as_prose(f"Punto {punto.numero_vigente}."),
        titulo=as_prose(Fact(fact_name("punto", punto.numero_vigente), as_prose(punto.texto), "Punto")),
        bloques=tuple(_bloques(fuente, punto)),
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


def _movimiento(fuente: Fuente, index: int, move: Movimiento) -> Bloque:
    hora = _movement_hour(fuente, move)
    if move.tipo is TipoMovimiento.RECESO:
        text = compose("{hora}, se declara un receso{motivo}.", hora=hora, motivo=_reason(move))
    elif move.tipo is TipoMovimiento.REANUDA:
        text = compose("{hora}, se reanuda la sesión. {quorum}", hora=hora, quorum=_standing(fuente, move))
    else:
        text = _person_moves(fuente, move, hora)
    name = fact_name("movimiento", move.antes_del_punto, index)
    return _bloque("incidencia", Fact(name, text, "Incidencia de la sesión"))


def _movement_hour(fuente: Fuente, move: Movimiento) -> Prose:
    style = fuente.organismo.estilo_fechas
    if move.hora is None:
        hora = join(("Siendo las ", Gap("hora del movimiento", move.origin.cell("hora"))))
    else:
        hora = as_prose(sentence_case(being_time(move.hora, style)))
    return join((hora, f" del {date_text(move.fecha, style)}")) if move.fecha else hora


def _person_moves(fuente: Fuente, move: Movimiento, hora: Prose) -> Prose:
    person = fuente.proceso.persona(move.persona)
    who = mention_within(person) if person is not None else move.persona
    verb = "se incorpora a" if move.tipo is TipoMovimiento.ENTRA else "se retira de"
    text = compose("{hora}, {who} {verb} la sesión{why}.", hora=hora, who=who, verb=verb, why=_reason(move))
    if isinstance(person, Integrante) and person.has_voto:
        return join((text, " ", _standing(fuente, move)))
    return text


def _reason(move: Movimiento) -> str:
    return f", por el motivo siguiente: {lower_first(without_final_dot(move.motivo))}" if move.motivo else ""


def _standing(fuente: Fuente, move: Movimiento) -> str:
    """Return who is in the room from here on, and whether that makes quorum."""
    present = fuente.presencia.conteo_after(move).presentes
    total = len(fuente.presencia.roster)
    verb = plural(len(present), "se encuentra presente", "se encuentran presentes")
    people = plural(total, "persona integrante", "personas integrantes")
    who = f"{verb} {figure(len(present))} de las" if present else "no se encuentra presente ninguna de las"
    text = f"A partir de este momento {who} {figure(total)} {people} con derecho a voto"
    if len(present) >= fuente.quorum:
        return f"{text}, por lo que existe quórum legal."
    return f"{text}, por lo que deja de existir quórum legal."


def _bloques(fuente: Fuente, punto: Punto) -> list[Bloque]:
    if not punto.is_desahogado:
        return [_bloque("incidencia", _not_dealt_with(fuente, punto))]
    blocks = _presentation(fuente, punto)
    blocks += [_bloque("parrafo", _narrative(punto))] if punto.narrativa else []
    blocks += [_intervencion(fuente, turn) for turn in fuente.proceso.intervenciones_of(fuente.sesion, punto)]
    blocks += _votaciones(fuente, punto)
    blocks += [
        _acuerdo(fuente, punto, index, acuerdo)
        for index, acuerdo in enumerate(fuente.proceso.acuerdos_of(fuente.sesion, punto), 1)
    ]
    if punto.clase in _OWN_SECTION:
        blocks.append(_bloque("parrafo", _OWN_SECTION[punto.clase]))
    elif all(block.is_incidencia for block in blocks):
        blocks.append(_bloque("parrafo", _missing_narrative(punto)))
    return blocks


def _not_dealt_with(fuente: Fuente, punto: Punto) -> Prose:
    if punto.estado is EstadoPunto.RETIRADO:
        return as_prose("Este punto no se desahoga, pues se retiró del orden del día.")
    target = fuente.proceso.sesion(punto.pospuesto_a) if punto.pospuesto_a else None
    if target is None:
        gap = Gap("sesión a la que se pospone", punto.origin.cell("pospuesto_a"))
        return join(("Este punto no se desahoga; se pospone para ", gap, "."))
    name = sesion_name(target, fuente.organismo)
    return as_prose(f"Este punto no se desahoga; se pospone para la {name}.")


def _presentation(fuente: Fuente, punto: Punto) -> list[Bloque]:
    person = fuente.proceso.persona(punto.presenta) if punto.presenta else None
    if person is None:
        return []
    return [_bloque("parrafo", f"Presenta este punto {mention(person)}.")]


def _narrative(punto: Punto) -> Prose:
    return as_prose(
        Fact(fact_name("narrativa", punto.numero_vigente), as_prose(punto.narrativa), "Narrativa")
    )


def _missing_narrative(punto: Punto) -> Prose:
    label = "desarrollo de este punto"
    if punto.clase is ClasePunto.ASUNTOS_GENERALES:
        label = "si hubo asuntos generales y cuáles"
    return as_prose(Gap(label, punto.origin.cell("narrativa"), "Escriba en una o dos frases lo que ocurrió."))


def _intervencion(fuente: Fuente, turn: Intervencion) -> Bloque:
    person = fuente.proceso.persona(turn.persona)
    who = turn.persona
    if person is not None:
        who = (
            full_name(person)
            if not isinstance(person, Integrante)
            else f"{full_name(person)}, {_role(person)}"
        )
    return _bloque("intervencion", turn.texto, rotulo=f"{who}:")


def _role(person: Integrante) -> str:
    title = quality(person)
    return lower_first(title) if person.has_voto else title


def _votaciones(fuente: Fuente, punto: Punto) -> list[Bloque]:
    votes = fuente.votaciones(punto)
    if not votes:
        return [_bloque("votacion", missing_votacion(fuente).texto)] if punto.se_vota else []
    blocks = []
    for votacion in votes:
        text = write_votacion(fuente, votacion, is_last=votacion is votes[-1])
        blocks.append(_bloque("votacion", text.texto, votos=text.filas))
    return blocks


def _acuerdo(fuente: Fuente, punto: Punto, index: int, acuerdo: Acuerdo) -> Bloque:
    base = fact_name("acuerdo", punto.numero_vigente, index)
    hint = "El número se asigna al generar el documento definitivo, o escríbalo si ya está asignado."
    number = as_prose(acuerdo.numero or Gap("número de acuerdo", acuerdo.origin.cell("numero"), hint))
    rotulo = join((f"{acuerdo.tipo} ", Fact(f"{base}.numero", number, "Número de acuerdo"), "."))
    text = Fact(f"{base}.texto", as_prose(acuerdo.texto), "Texto del acuerdo")
    return _bloque("acuerdo", join((text, *_follow_up(fuente, acuerdo))), rotulo=rotulo)


def _follow_up(fuente: Fuente, acuerdo: Acuerdo) -> list[str]:
    parts = []
    if acuerdo.responsable:
        person = fuente.proceso.persona(acuerdo.responsable)
        parts.append(
            f" Responsable: {full_name(person) if person else without_final_dot(acuerdo.responsable)}."
        )
    if acuerdo.plazo is not None:
        parts.append(f" Fecha límite: {date_text(acuerdo.plazo, fuente.organismo.estilo_fechas)}.")
    return parts


def recess_minutes(fuente: Fuente) -> int:
    """Return how long the recesses of the session took together, in minutes; 0 where one is not known."""
    total, start = 0, None
    for _, move in fuente.presencia.movimientos:
        when = fuente.moment(move)
        if move.tipo is TipoMovimiento.RECESO:
            start = when
        elif move.tipo is TipoMovimiento.REANUDA and start is not None and when is not None:
            total += int((when - start).total_seconds() // 60)
            start = None
    return total
