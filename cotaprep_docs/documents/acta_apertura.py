"""How an acta begins: title, proemio, roll call, quorum and agenda."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import FilaAsistencia
from cotaprep_docs.documents.context import PuntoListado
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import fact_name, full_name, mention, mention_within, names, of, quality
from cotaprep_docs.documents.sesiones import sesion_name, with_article
from cotaprep_docs.domain.asistencia import Asistencia, EstadoAsistencia
from cotaprep_docs.domain.orden_dia import EstadoPunto, Punto
from cotaprep_docs.domain.persona import Integrante, Persona, Representacion
from cotaprep_docs.domain.presencia import Conteo
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Fact, Gap, Piece, Prose, as_prose, compose, join
from cotaprep_docs.spanish.agreement import plural
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import being_time
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot
from cotaprep_docs.spanish.numbers import Gender, number_and_words

ATTENDANCE = "asistencia"
"""How every gap of the roll call is called, so that each of its cells is asked for once."""


def write_titulo(fuente: Fuente) -> Prose:
    """Return the title of the act."""
    return compose(
        "Acta de la {sesion} del {organo} ({siglas})",
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.institucional("organo", "nombre del comité"),
        siglas=fuente.institucional("siglas_organo", "siglas del comité"),
    )


def write_proemio(fuente: Fuente) -> Prose:
    """Return place, hour, date, who meets, for what and on what basis."""
    return compose(
        "En la ciudad de {ciudad}, {entidad}, {inicio}, {lugar}, se reúnen las personas integrantes del "
        "{organo} ({siglas}) del {institucion}, {convocatoria}con el objeto de celebrar la {sesion}, "
        "{modalidad}{fundamento}.",
        ciudad=fuente.institucional("ciudad", "ciudad"),
        entidad=fuente.institucional("entidad", "entidad federativa"),
        inicio=Fact("inicio", _inicio(fuente), "Hora y fecha de inicio"),
        lugar=_lugar(fuente),
        organo=fuente.institucional("organo", "nombre del comité"),
        siglas=fuente.institucional("siglas_organo", "siglas del comité"),
        institucion=fuente.institucional("institucion", "nombre de la institución"),
        convocatoria=_convocatoria(fuente),
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        modalidad=_modalidad(fuente),
        fundamento=_fundamento(fuente),
    )


def _inicio(fuente: Fuente) -> Prose:
    style = fuente.organismo.estilo_fechas
    sesion = fuente.sesion
    if sesion.hora_inicio is None:
        gap = Gap("hora de inicio", sesion.origin.cell("hora_inicio"), "Escriba la hora como 17:30.")
        hora = join(("siendo las ", gap))
    else:
        hora = as_prose(being_time(sesion.hora_inicio, style))
    if sesion.fecha is None:
        return join((hora, " del ", fuente.fecha(None, "fecha de la sesión", sesion.origin.cell("fecha"))))
    return join((hora, " del ", date_with_weekday(sesion.fecha, style)))


def _lugar(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    lugar = fuente.texto("lugar", "lugar de la sesión", "Escriba el lugar, por ejemplo «Sala de sesiones».")
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
    if not sesion.oficio_convocatoria and sesion.fecha_convocatoria is None:
        return as_prose("previa convocatoria, ")
    parts: list[Prose | Piece] = ["previa convocatoria emitida"]
    if sesion.oficio_convocatoria:
        parts.append(f" mediante oficio {sesion.oficio_convocatoria}")
    if sesion.fecha_convocatoria is not None:
        cell = sesion.origin.cell("fecha_convocatoria")
        parts += [" el ", fuente.fecha(sesion.fecha_convocatoria, "fecha de la convocatoria", cell)]
    return join((*parts, ", "))


def _modalidad(fuente: Fuente) -> Prose:
    modalidad = fuente.sesion.modalidad
    if modalidad is None:
        return join(("en modalidad ", Gap("modalidad", fuente.sesion.origin.cell("modalidad"))))
    return as_prose(f"en modalidad {str(modalidad.value).lower()}")


def _fundamento(fuente: Fuente) -> str:
    cita = fuente.normas.fundamento("reuniones" if fuente.sesion.is_reunion else "sesiones")
    return f", con fundamento en {cita}" if cita else ""


def build_asistentes(fuente: Fuente) -> tuple[FilaAsistencia, ...]:
    """Return the roll call: members, Secretaría Técnica, then guests and representations who came."""
    people: list[Persona] = [*fuente.presencia.roster, *_secretarias(fuente)]
    known = {person.clave for person in fuente.presencia.secretaria} | {p.clave for p in people}
    for row in fuente.presencia.asistencias:
        person = fuente.proceso.persona(row.persona)
        if row.persona not in known and person is not None and row.estado is EstadoAsistencia.PRESENTE:
            people.append(person)
    return tuple(_fila(fuente, person) for person in people)


def _secretarias(fuente: Fuente) -> list[Integrante]:
    acting = fuente.secretaria
    captured = {a.persona for a in fuente.presencia.asistencias if a.estado is not None}
    return [p for p in fuente.presencia.secretaria if p is acting or p.clave in captured]


def _fila(fuente: Fuente, person: Persona) -> FilaAsistencia:
    row = fuente.presencia.asistencia(person.clave)
    name = full_name(person)
    if isinstance(person, Representacion) and row is not None:
        name = (person.suplente if row.acude == "Suplente" else person.propietario) or name
    estado = Fact(fact_name("asistencia", person.clave), _estado(fuente, person, row), f"Asistencia: {name}")
    return FilaAsistencia(
        nombre=as_prose(name),
        calidad=as_prose(quality(person)),
        modalidad=_modalidad_de(fuente, row),
        asistencia=as_prose(estado),
    )


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
        return as_prose(Gap(ATTENDANCE, row.origin.cell("estado"), "Elija Presente, Ausente o Justificada."))
    if row.estado is EstadoAsistencia.JUSTIFICADA:
        return as_prose("Inasistencia justificada")
    if row.estado is EstadoAsistencia.PRESENTE and not fuente.presencia.is_presente(person.clave):
        return as_prose("Se incorpora después")
    return as_prose(str(row.estado.value))


def write_lista(fuente: Fuente) -> Prose:
    """Return the sentence that introduces the roll call."""
    secretaria = fuente.secretaria
    if secretaria is None:
        gap = Gap("persona titular de la Secretaría Técnica", fuente.sheet("integrantes"))
        return join((gap, " pasa lista de asistencia, con el resultado siguiente:"))
    text = (
        f"{sentence_case(mention_within(secretaria))} pasa lista de asistencia, con el resultado siguiente:"
    )
    return as_prose(text)


def write_quorum(fuente: Fuente) -> Prose:
    """Return the declaration of quorum, with its numbers; or that it cannot be known yet."""
    roster = fuente.presencia.roster
    if not roster:
        gap = Gap("personas integrantes en funciones en la fecha de la sesión", fuente.sheet("integrantes"))
        return join((gap, "."))
    if not fuente.apertura.is_complete:
        missing = fuente.apertura.sin_captura
        gap = Gap(ATTENDANCE, _attendance_cell(fuente, missing[0]))
        return join(
            (
                f"No consta si existe quórum, pues no se ha capturado la asistencia {of(names(missing))}: ",
                gap,
                ".",
            )
        )
    return join((_present(fuente, fuente.apertura), " ", Fact("quorum", _declaration(fuente), "Quórum")))


def _attendance_cell(fuente: Fuente, person: Integrante) -> CellLocation:
    row = fuente.presencia.asistencia(person.clave)
    return row.origin.cell("estado") if row is not None else fuente.sheet("asistencia")


def _present(fuente: Fuente, count: Conteo) -> str:
    total, present = len(fuente.presencia.roster), len(count.presentes)
    verb = plural(present, "Se encuentra presente", "Se encuentran presentes")
    people = plural(total, "persona integrante", "personas integrantes")
    if present == 0:
        text = f"No se encuentra presente ninguna de las {figure(total)} {people} con derecho a voto."
    else:
        text = f"{verb} {figure(present)} de las {figure(total)} {people} con derecho a voto: "
        text += f"{names(count.presentes)}."
    later = tuple(p for p in count.ausentes if fuente.presencia.was_presente(p.clave))
    away = tuple(p for p in count.ausentes if p not in later)
    for group, one, many in (
        (later, "Se incorpora con posterioridad", "Se incorporan con posterioridad"),
        (count.justificadas, "Justificó su inasistencia", "Justificaron su inasistencia"),
        (away, "No asiste", "No asisten"),
    ):
        if group:
            text += f" {plural(len(group), one, many)} {names(group)}."
    return text


def figure(count: int) -> str:
    """Return a count of people in figures and words."""
    return number_and_words(count, Gender.FEMININE)


def _declaration(fuente: Fuente) -> Prose:
    needed = fuente.quorum
    rule = f"El quórum se integra con {figure(needed)} {plural(needed, 'persona', 'personas')}"
    if fuente.has_quorum:
        return as_prose(f"{rule}, por lo que se declara que existe quórum legal para sesionar.")
    return as_prose(
        f"{rule}, por lo que se hace constar que no existe quórum legal y la sesión no puede celebrarse."
    )


def write_orden_dia(fuente: Fuente) -> Prose:
    """Return the sentence that introduces the agenda."""
    if not fuente.orden.puntos:
        gap = Gap("puntos del orden del día", fuente.sheet("orden_del_dia"))
        return join(("El orden del día es: ", gap, "."))
    if not fuente.was_held:
        return as_prose("La sesión fue convocada bajo el orden del día siguiente:")
    return as_prose("La sesión se desarrolla bajo el orden del día siguiente:")


def build_puntos(fuente: Fuente) -> tuple[PuntoListado, ...]:
    """Return the agenda as it stands in the act: in force, with what was withdrawn marked as such."""
    return tuple(_listado(punto) for punto in fuente.orden.puntos)


def _listado(punto: Punto) -> PuntoListado:
    notes = {
        EstadoPunto.RETIRADO: " (Punto retirado.)",
        EstadoPunto.POSPUESTO: " (Punto pospuesto.)",
        EstadoPunto.INCORPORADO: " (Punto incorporado.)",
    }
    note = notes.get(punto.estado, "")
    text = join((Fact(fact_name("orden", punto.numero_vigente), as_prose(punto.texto), "Punto"), note))
    return PuntoListado(as_prose(f"{punto.numero_vigente}."), text)


def build_cambios(fuente: Fuente) -> tuple[Prose, ...]:
    """Return what changed from the convened agenda, a sentence each."""
    return tuple(_cambio(fuente, p) for p in fuente.orden.puntos if p.estado is not EstadoPunto.CONVOCADO)


def _cambio(fuente: Fuente, punto: Punto) -> Prose:
    mover = fuente.proceso.persona(punto.promovido_por)
    who = f"A propuesta {of(mention(mover))}, se" if mover is not None else "Se"
    action = {
        EstadoPunto.RETIRADO: "retira del orden del día el punto",
        EstadoPunto.POSPUESTO: "pospone el punto",
        EstadoPunto.INCORPORADO: "incorpora al orden del día el punto",
    }[punto.estado]
    text = f"{who} {action} {punto.numero_vigente}, «{without_final_dot(punto.texto)}»"
    if punto.estado is EstadoPunto.POSPUESTO:
        text += _postponed_to(fuente, punto)
    if punto.motivo:
        text += f", por el motivo siguiente: {lower_first(without_final_dot(punto.motivo))}"
    return as_prose(f"{text}.")


def _postponed_to(fuente: Fuente, punto: Punto) -> str:
    target = fuente.proceso.sesion(punto.pospuesto_a) if punto.pospuesto_a else None
    return f", para la {sesion_name(target, fuente.organismo)}" if target is not None else ""
