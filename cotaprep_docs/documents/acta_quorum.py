"""How an acta declares quorum, and says what becomes of it when somebody comes or leaves."""

from __future__ import annotations

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import mention, names, names_of, spoken_name
from cotaprep_docs.domain.asistencia import Movimiento
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.presencia import Conteo
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, join
from cotaprep_docs.spanish.agreement import plural
from cotaprep_docs.spanish.hours import being_time
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import Gender, number_and_words

ATTENDANCE = "asistencia"
"""How every gap of the roll call is called, so that each of its cells is asked for once."""


def figure(count: int) -> str:
    """Return a count of people in figures and words."""
    return number_and_words(count, Gender.FEMININE)


def write_quorum(fuente: Fuente) -> Prose:
    """Return the declaration of quorum, with its numbers; or that it cannot be known yet."""
    roster = fuente.presencia.roster
    if not roster:
        gap = Gap("personas integrantes en funciones en la fecha de la sesión", fuente.sheet("integrantes"))
        return join((gap, "."))
    if not fuente.apertura.is_complete:
        return _unknown(fuente)
    declaration = Fact("quorum", _declaration(fuente), "Quórum")
    return join((f"{_present(fuente)}{_with_voice(fuente)} ", declaration))


def _unknown(fuente: Fuente) -> Prose:
    missing = fuente.apertura.sin_captura
    gap = Gap(ATTENDANCE, _attendance_cell(fuente, missing[0]))
    who = names_of(missing)
    return join((f"No consta si existe quórum, pues no se ha capturado la asistencia {who}: ", gap, "."))


def _attendance_cell(fuente: Fuente, person: Integrante) -> CellLocation:
    row = fuente.presencia.asistencia(person.clave)
    return row.origin.cell("estado") if row is not None else fuente.sheet("asistencia")


def _present(fuente: Fuente) -> str:
    count = fuente.apertura
    later = tuple(p for p in count.ausentes if fuente.presencia.was_presente(p.clave))
    away = tuple(p for p in count.ausentes if p not in later)
    text = f"Al pase de lista {_who_is_here(fuente, count)}."
    if later:
        told = "su incorporación consta en el desahogo" if fuente.was_held else "llega con posterioridad"
        verb = plural(len(later), "No se encuentra", "No se encuentran")
        text += f" {verb} al pase de lista {names(later)}; {told}."
    if count.justificadas:
        verb = plural(len(count.justificadas), "Justificó su inasistencia", "Justificaron su inasistencia")
        text += f" {verb} {names(count.justificadas)}."
    if away:
        text += f" {plural(len(away), 'No asiste', 'No asisten')} {names(away)}."
    return text


def _who_is_here(fuente: Fuente, count: Conteo) -> str:
    total, present = len(fuente.presencia.roster), len(count.presentes)
    people = plural(total, "persona integrante", "personas integrantes")
    if not present:
        return f"no se encuentra presente ninguna de las {figure(total)} {people} con derecho a voto"
    verb = plural(present, "se encuentra presente", "se encuentran presentes")
    here = names(count.presentes)
    return f"{verb} {figure(present)} de las {figure(total)} {people} con derecho a voto: {here}"


def _with_voice(fuente: Fuente) -> str:
    """Return who attends with voice and without vote (RE 343.1.b.II and 344.3); empty where nobody does."""
    secretarias = [p for p in fuente.presencia.secretaria if fuente.presencia.was_presente(p.clave)]
    people = [mention(person) for person in (*secretarias, *fuente.acompanantes)]
    if not people:
        return ""
    verb = plural(len(people), "Asiste", "Asisten")
    return f" {verb} con derecho a voz y sin voto {join_and(people)}."


def _declaration(fuente: Fuente) -> Prose:
    needed = fuente.quorum
    rule = f"El quórum se integra con {figure(needed)} {plural(needed, 'persona', 'personas')}"
    declares = "la Secretaría Técnica declara que existe quórum legal y queda legalmente instalada la sesión."
    if fuente.has_quorum:
        return as_prose(f"{rule}, por lo que {declares}")
    if fuente.instalacion is not None:
        return as_prose(f"{rule}. {_arrival(fuente, fuente.instalacion)}, con lo que {declares}")
    return as_prose(
        f"{rule}, por lo que se hace constar que no existe quórum legal y la sesión no puede celebrarse."
    )


def _arrival(fuente: Fuente, move: Movimiento) -> str:
    person = fuente.proceso.persona(move.persona)
    who = spoken_name(person) if person is not None else move.persona
    if move.hora is None:
        return f"Posteriormente se incorpora {who}"
    hour = sentence_case(being_time(move.hora, fuente.organismo.estilo_fechas))
    return f"{hour}, se incorpora {who}"


def write_standing(fuente: Fuente, move: Movimiento, *, by_name: bool = False) -> str:
    """Return who is in the room right after a movement, and what becomes of quorum.

    Args:
        fuente: the session.
        move: the movement.
        by_name: name who is present, as a resumption does.
    """
    before, after = fuente.presencia.conteo_before(move), fuente.presencia.conteo_after(move)
    text = f"A partir de este momento {_who_is_here(fuente, after)}"
    if not by_name:
        text = text.partition(": ")[0]
    return f"{text}, por lo que {_QUORUM[fuente.makes_quorum(before), fuente.makes_quorum(after)]}."


_QUORUM = {
    (True, True): "se mantiene el quórum legal",
    (True, False): "deja de existir quórum legal",
    (False, True): "se integra el quórum legal",
    (False, False): "subsiste la falta de quórum legal",
}
