"""How an acta begins: title, proemio, roll call, quorum and agenda."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import FilaAsistencia
from cotaprep_docs.documents.acta_quorum import ATTENDANCE
from cotaprep_docs.documents.context import PuntoListado
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.numeros import numero_oficio
from cotaprep_docs.documents.personas import (
    attendee_name,
    attendee_quality,
    fact_name,
    mention_within,
    of,
    quality,
)
from cotaprep_docs.documents.sesiones import (
    WITH_PARTIES,
    held_on,
    record_noun,
    sesion_name,
    sitting_noun,
    with_article,
)
from cotaprep_docs.domain.asistencia import Asistencia, EstadoAsistencia
from cotaprep_docs.domain.orden_dia import EstadoPunto, Punto
from cotaprep_docs.domain.persona import Calidad, Integrante, Persona, Representacion
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import being_time, time_text
from cotaprep_docs.spanish.names import sentence_case

_PENDING = (
    "Proyecto de {acta}: la {sesion} está convocada y pendiente de celebrarse; lo señalado como FALTA se "
    "asentará en su momento.\n"
)


def write_titulo(fuente: Fuente) -> Prose:
    """Return the title of the act."""
    template = "{acta} de la {sesion} del {organo}{con}{fecha}"
    if not fuente.was_held:
        template = "Acta circunstanciada de falta de quórum de la {sesion} del {organo}{fecha}"
    return compose(
        template,
        acta=record_noun(fuente.sesion).capitalize(),
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.organo,
        con=WITH_PARTIES if fuente.sesion.is_reunion else "",
        fecha=_celebrada(fuente),
    )


def _celebrada(fuente: Fuente) -> str:
    day = fuente.sesion.fecha
    if day is None or fuente.is_pendiente:
        return ""
    if fuente.was_held:
        return held_on(fuente.sesion, fuente.organismo)
    return f", convocada para el {date_with_weekday(day, fuente.organismo.estilo_fechas)}"


def write_proemio(fuente: Fuente) -> Prose:
    """Return place, hour, date, who meets, for what and on what basis."""
    object_ = "se reúnen las personas cuya asistencia se hace constar, con el objeto de celebrar"
    if not fuente.was_held:
        object_ = "se hace constar la asistencia a"
    text = compose(
        "En la ciudad de {ciudad}, {entidad}, {inicio}, {lugar}, {convocatoria}, {objeto} la {sesion} del "
        "{organo} del {institucion}{con}{cambio}, {modalidad}{fundamento}.",
        ciudad=fuente.institucional("ciudad", "ciudad"),
        entidad=fuente.institucional("entidad", "entidad federativa"),
        inicio=Fact("inicio", _inicio(fuente), "Hora y fecha de inicio"),
        lugar=_lugar(fuente),
        convocatoria=_convocatoria(fuente),
        objeto=object_,
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.organo,
        institucion=fuente.institucional("institucion", "nombre de la institución"),
        con=WITH_PARTIES if fuente.sesion.is_reunion else "",
        cambio=_cambio_de_fecha(fuente),
        modalidad=_modalidad(fuente),
        fundamento=fuente.fundamento(fuente.cita),
    )
    if not fuente.is_pendiente:
        return text
    sesion = fuente.sesion
    return join((_PENDING.format(acta=record_noun(sesion), sesion=sitting_noun(sesion)), text))


def _inicio(fuente: Fuente) -> Prose:
    style = fuente.organismo.estilo_fechas
    sesion = fuente.sesion
    if sesion.hora_inicio is None:
        gap = Gap("hora de inicio", sesion.origin.cell("hora_inicio"), "Escriba la hora como 17:30.")
        hora = join(("siendo ", gap))
    else:
        hora = as_prose(being_time(sesion.hora_inicio, style))
    if sesion.fecha is None:
        return join((hora, " del ", fuente.fecha(None, "fecha de la sesión", sesion.origin.cell("fecha"))))
    return join((hora, " del ", date_with_weekday(sesion.fecha, style)))


def _lugar(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    hint = "Escriba el lugar, por ejemplo «Sala de sesiones»."
    lugar = fuente.texto("lugar", f"lugar de la {sitting_noun(sesion)}", hint)
    enlace = fuente.texto("enlace", "enlace de la videoconferencia")
    if sesion.modalidad is Modalidad.VIRTUAL:
        return join(("por videoconferencia, a través del enlace ", enlace))
    if sesion.modalidad is Modalidad.MIXTA:
        return join(("en ", _place(lugar), ", y por videoconferencia, a través del enlace ", enlace))
    return join(("en ", _place(lugar)))


def _place(lugar: Prose) -> Prose:
    is_gap = any(not isinstance(piece, str) for piece in lugar.pieces)
    return lugar if is_gap else as_prose(with_article(str(lugar)))


def _convocatoria(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    called_for = ""
    if not fuente.was_held and sesion.hora is not None:
        called_for = f", para las {time_text(sesion.hora, fuente.organismo.estilo_fechas)} de esta fecha"
    return compose(
        "previa convocatoria emitida mediante oficio {oficio}, del {fecha}{hora}",
        oficio=numero_oficio(fuente, "convocatoria", "número de oficio de la convocatoria"),
        fecha=fuente.fecha(
            sesion.fecha_convocatoria,
            "fecha de la convocatoria",
            sesion.origin.cell("fecha_convocatoria"),
        ),
        hora=called_for,
    )


def _cambio_de_fecha(fuente: Fuente) -> str:
    day = fuente.sesion.fecha_anterior
    if day is None:
        return ""
    return f", prevista originalmente para el {date_with_weekday(day, fuente.organismo.estilo_fechas)}"


def _modalidad(fuente: Fuente) -> Prose:
    modalidad = fuente.sesion.modalidad
    if modalidad is None:
        return join(("en modalidad ", Gap("modalidad", fuente.sesion.origin.cell("modalidad"))))
    return as_prose(f"en modalidad {str(modalidad.value).lower()}")


def build_asistentes(fuente: Fuente) -> tuple[FilaAsistencia, ...]:
    """Return the roll call: members, Secretaría Técnica, then guests and representations who came."""
    guests_first = sorted(fuente.acompanantes, key=lambda person: isinstance(person, Representacion))
    people = [*fuente.presencia.roster, *_secretarias(fuente), *guests_first]
    return tuple(_fila(fuente, person) for person in people)


def _secretarias(fuente: Fuente) -> list[Integrante]:
    acting = fuente.secretaria
    captured = {a.persona for a in fuente.presencia.asistencias if a.estado is not None}
    return [p for p in fuente.presencia.secretaria if p is acting or p.clave in captured]


def _fila(fuente: Fuente, person: Persona) -> FilaAsistencia:
    row = fuente.presencia.asistencia(person.clave)
    name = attendee_name(person, row)
    estado = Fact(fact_name("asistencia", person.clave), _estado(fuente, person, row), f"Asistencia: {name}")
    return FilaAsistencia(
        nombre=as_prose(name),
        calidad=_calidad(person, row),
        modalidad=_modalidad_de(fuente, row),
        asistencia=as_prose(estado),
    )


def _calidad(person: Persona, row: Asistencia | None) -> Prose:
    came = row is not None and row.estado is EstadoAsistencia.PRESENTE
    if isinstance(person, Representacion) and came and row is not None and not row.acude:
        gap = Gap("si acudió la propietaria o la suplente", row.origin.cell("acude"), "Elija de la lista.")
        return join((f"{quality(person)} (", gap, ")"))
    return as_prose(attendee_quality(person, row))


def _modalidad_de(fuente: Fuente, row: Asistencia | None) -> Prose:
    if row is None or row.estado is not EstadoAsistencia.PRESENTE:
        return as_prose("—")
    own = row.modalidad
    if own is None and fuente.sesion.modalidad not in (None, Modalidad.MIXTA):
        own = fuente.sesion.modalidad
    return as_prose(str(own.value)) if own else as_prose(Gap("modalidad", row.origin.cell("modalidad")))


def _estado(fuente: Fuente, person: Persona, row: Asistencia | None) -> Prose:
    if row is None:
        return as_prose(Gap(ATTENDANCE, fuente.sheet("asistencia"), "Agregue el renglón de esta persona."))
    if row.estado is None:
        hint = "Elija Presente, Ausente o Justificada."
        return as_prose(Gap(ATTENDANCE, row.origin.cell("estado"), hint))
    if row.estado is EstadoAsistencia.JUSTIFICADA:
        return as_prose("Inasistencia justificada")
    if row.estado is EstadoAsistencia.PRESENTE and not fuente.presencia.is_presente(person.clave):
        return as_prose("Se incorpora después")
    return as_prose(str(row.estado.value))


def write_lista(fuente: Fuente) -> Prose:
    """Return the sentence that introduces the roll call, and why a substitute acts where one does."""
    acting = fuente.secretaria
    if acting is None:
        return join((fuente.missing_secretaria, " pasa lista de asistencia, con el resultado siguiente:"))
    who = mention_within(acting)
    holders = (p for p in fuente.presencia.secretaria if p.calidad is Calidad.SECRETARIA_TECNICA)
    holder = next(holders, None)
    if acting.calidad is Calidad.SUPLENTE_SECRETARIA and holder is not None:
        text = f"En ausencia {of(mention_within(holder))} {who} pasa lista de asistencia"
    else:
        text = f"{sentence_case(who)} pasa lista de asistencia"
    return as_prose(f"{text}, con el resultado siguiente:")


def write_orden_dia(fuente: Fuente) -> Prose:
    """Return the sentence that introduces the agenda."""
    if not fuente.orden.puntos:
        gap = Gap("puntos del orden del día", fuente.sheet("orden_del_dia"))
        return join(("El orden del día es: ", gap, "."))
    if not fuente.was_held or fuente.is_pendiente:
        return as_prose("La sesión fue convocada bajo el orden del día siguiente:")
    if any(is_agenda_change(fuente, punto) for punto in fuente.orden.puntos):
        return as_prose("La sesión se desarrolla bajo el orden del día siguiente, en los términos aprobados:")
    return as_prose("La sesión se desarrolla bajo el orden del día siguiente:")


def is_agenda_change(fuente: Fuente, punto: Punto) -> bool:
    """Tell whether a point differs from the convened agenda since the session so decided.

    What is put off for lack of quorum is no decision of anybody: it is told at its point.
    """
    if punto.estado is EstadoPunto.POSPUESTO:
        return fuente.was_held and fuente.had_quorum_at(punto)
    return punto.estado is not EstadoPunto.CONVOCADO


def build_puntos(fuente: Fuente) -> tuple[PuntoListado, ...]:
    """Return the agenda as it stands in the act: in force, with what was withdrawn marked as such."""
    return tuple(_listado(fuente, punto) for punto in fuente.orden.puntos)


def _listado(fuente: Fuente, punto: Punto) -> PuntoListado:
    notes = {
        EstadoPunto.RETIRADO: " (Punto retirado.)",
        EstadoPunto.POSPUESTO: " (Punto pospuesto.)",
        EstadoPunto.INCORPORADO: " (Punto incorporado.)",
    }
    note = notes[punto.estado] if is_agenda_change(fuente, punto) else ""
    text = join((Fact(fact_name("orden", punto.numero_vigente), as_prose(punto.texto), "Punto"), note))
    return PuntoListado(as_prose(f"{punto.numero_vigente}."), text)
