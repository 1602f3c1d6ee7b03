"""The sentence of a vote: what was put to the vote, who did what, and what follows from it."""

from __future__ import annotations

from cotaprep_docs.documents.acta_context import FilaVoto
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import (
    fact_name,
    full_name,
    names,
    names_of,
    of,
    spoken_name,
)
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.votacion import (
    BaseMayoria,
    Escrutinio,
    FormaVotacion,
    Resultado,
    Votacion,
    Voto,
    vote_field,
)
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import counted, plural
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot
from cotaprep_docs.spanish.numbers import Gender

_OUTCOMES = {
    Resultado.UNANIMIDAD: "En consecuencia, se aprueba por unanimidad de {base}.",
    Resultado.MAYORIA: "En consecuencia, se aprueba por mayoría de {base}.",
    Resultado.RECHAZO: "En consecuencia, no se aprueba, por mayoría de {base}.",
    Resultado.EMPATE: "En consecuencia, se registra empate y no se aprueba.",
    Resultado.SIN_MAYORIA: "En consecuencia, no se alcanza la mayoría de {base} y no se aprueba.",
}
_UNANIMOUS_REJECTION = "En consecuencia, no se aprueba, por unanimidad de {base}."
_NOBODY_VOTED = "En consecuencia, no hubo quien votara y el asunto queda sin decisión."
_BASES = {
    BaseMayoria.PRESENTES: "las personas integrantes presentes con derecho a voto",
    BaseMayoria.EMITIDOS: "los votos emitidos",
}
_BASE_WITH_EXCUSES = "las personas integrantes que podían votar en este punto"


@record(frozen=True, slots=True)
class VotacionText:
    """A vote in words.

    Attributes:
        texto: its sentences, the outcome as a named fact.
        filas: the vote by name, for the table; empty where it was unanimous.
        resultado: the outcome; None while there is none.
    """

    texto: Prose
    filas: tuple[FilaVoto, ...]
    resultado: Resultado | None


def write_votacion(
    fuente: Fuente, votacion: Votacion, *, previous: Resultado | None, is_last: bool
) -> VotacionText:
    """Return one vote in words.

    Args:
        fuente: the session.
        votacion: the vote as captured.
        previous: outcome of the vote before it at the same point, if any.
        is_last: whether no other vote of the same point follows.
    """
    count = fuente.escrutinio(votacion)
    if votacion.forma is None or count is None:
        gap = Gap("forma y sentido de la votación", votacion.origin.cell("forma"))
        return VotacionText(join((_opening(votacion, previous), gap, ".")), (), None)
    if not fuente.apertura.is_complete:
        return VotacionText(join((_opening(votacion, previous), _unknown_attendance(fuente))), (), None)
    if count.resultado is Resultado.SIN_QUORUM:
        return VotacionText(_without_quorum(fuente, votacion, count), (), count.resultado)
    parts: list[Prose | str] = [_excuses(count), _opening(votacion, previous), _who_did_what(votacion, count)]
    parts += [". ", _outcome(fuente, votacion, count)]
    if count.resultado is Resultado.EMPATE:
        parts.append(_after_tie(fuente, is_last=is_last))
    parts.extend(_particular_votes(fuente, votacion))
    return VotacionText(join(parts), _rows(votacion, count), count.resultado)


def write_votaciones(fuente: Fuente, punto: Punto) -> tuple[VotacionText, ...]:
    """Return the votes of a point in words, in order; one gap where it is put to the vote and has none."""
    votes = fuente.votaciones(punto)
    if not votes:
        return (missing_votacion(fuente, punto.numero_vigente),) if fuente.must_vote(punto) else ()
    texts: list[VotacionText] = []
    for votacion in votes:
        previous = texts[-1].resultado if texts else None
        text = write_votacion(fuente, votacion, previous=previous, is_last=votacion is votes[-1])
        texts.append(text)
    return tuple(texts)


def _unknown_attendance(fuente: Fuente) -> Prose:
    """While an attendance is missing nobody can say who voted, nor with what majority."""
    hint = "Capture la asistencia de todo el comité."
    gap = Gap("asistencia de quienes votan", fuente.sheet("asistencia"), hint)
    return join(("no consta el resultado: ", gap, "."))


def missing_votacion(fuente: Fuente, numero: str) -> VotacionText:
    """Return the gap of a point that is put to the vote and has none captured."""
    hint = "Agregue un renglón con la sesión, el punto y «Unanimidad», o el voto de cada integrante."
    gap = Gap(f"votación del punto {numero}", fuente.sheet("votaciones"), hint)
    return VotacionText(join((gap, ".")), (), None)


def _subject(votacion: Votacion) -> str:
    return without_final_dot(lower_first(votacion.asunto)) or "el punto"


def _opening(votacion: Votacion, previous: Resultado | None) -> Prose:
    subject = _subject(votacion)
    if previous is Resultado.EMPATE:
        text = f"En segunda votación, se sometió a consideración {subject}, con el resultado siguiente: "
    elif previous is not None:
        text = f"Asimismo, se sometió a votación {subject}, con el resultado siguiente: "
    else:
        text = f"Se sometió a votación {subject}, con el resultado siguiente: "
    return as_prose(text)


def _excuses(count: Escrutinio) -> str:
    """An excuse is no vote: it is said before, and nobody who excused themselves is counted."""
    if not count.excusas:
        return ""
    verb = plural(len(count.excusas), "se excusó de votar", "se excusaron de votar")
    return f"{sentence_case(names(count.excusas))} {verb}. "


def _who_did_what(votacion: Votacion, count: Escrutinio) -> Prose:
    groups: list[Prose] = []
    for people, one, many, gender in (
        (count.a_favor, "voto a favor", "votos a favor", Gender.MASCULINE),
        (count.en_contra, "voto en contra", "votos en contra", Gender.MASCULINE),
        (count.abstenciones, "abstención", "abstenciones", Gender.FEMININE),
    ):
        if people:
            groups.append(as_prose(f"{counted(len(people), one, many, gender)}, {names_of(people)}"))
    groups.extend(_missing_vote(votacion, person) for person in count.sin_voto)
    return join(groups, "; ") if groups else as_prose("ningún voto")


def _missing_vote(votacion: Votacion, person: Integrante) -> Prose:
    label = f"voto {of(spoken_name(person))}"
    return as_prose(Gap(label, votacion.origin.cell(vote_field(person.clave))))


def _outcome(fuente: Fuente, votacion: Votacion, count: Escrutinio) -> Prose:
    template = _OUTCOMES.get(count.resultado)
    if template is None:
        return as_prose("Falta el sentido de algún voto, por lo que no consta el resultado.")
    if not (count.a_favor or count.en_contra or count.abstenciones):
        template = _NOBODY_VOTED
    elif count.en_contra and not count.a_favor and not count.abstenciones:
        template = _UNANIMOUS_REJECTION
    base = _BASE_WITH_EXCUSES if count.excusas else _BASES[BaseMayoria(fuente.normas.base_mayoria)]
    name = fact_name("votacion", votacion.punto, votacion.secuencia)
    return as_prose(Fact(name, as_prose(template.format(base=base)), "Resultado de la votación"))


def _after_tie(fuente: Fuente, *, is_last: bool) -> Prose:
    if not is_last:
        return as_prose(" Por ello, se procede a una segunda votación.")
    siglas = fuente.institucional("siglas_organo", "siglas del comité")
    return compose(
        " Al no haber una segunda votación, el asunto queda sin decisión del {siglas}.", siglas=siglas
    )


def _without_quorum(fuente: Fuente, votacion: Votacion, count: Escrutinio) -> Prose:
    present = counted(count.presentes, "persona integrante", "personas integrantes", Gender.FEMININE)
    verb = plural(count.presentes, "se encuentra presente", "se encuentran presentes")
    here = f"{verb} {present} con derecho a voto" if count.presentes else "no se encuentra presente ninguna"
    text = (
        f"No se somete a votación {_subject(votacion)}, por falta de quórum: {here} y "
        f"{plural(fuente.quorum, 'se requiere', 'se requieren')} "
        f"{counted(fuente.quorum, 'persona', 'personas', Gender.FEMININE)}."
    )
    name = fact_name("votacion", votacion.punto, votacion.secuencia)
    return as_prose(Fact(name, as_prose(text), "Resultado de la votación"))


def _particular_votes(fuente: Fuente, votacion: Votacion) -> list[Prose]:
    return [_particular_vote(fuente, votacion, clave) for clave in votacion.votos_particulares]


def _particular_vote(fuente: Fuente, votacion: Votacion, clave: str) -> Prose:
    person = fuente.proceso.persona(clave)
    who = spoken_name(person) if person else clave
    for number, documento in enumerate(fuente.proceso.documentos_of(fuente.sesion), 1):
        same_point = documento.punto in ("", votacion.punto)
        if documento.tipo == PARTICULAR_VOTE and documento.persona == clave and same_point:
            return as_prose(
                f" {sentence_case(who)} formula voto particular, que se agrega como anexo {number}."
            )
    gap = Gap(f"documento del voto particular {of(who)}", fuente.sheet("documentos"))
    return compose(" {who} formula voto particular: {gap}.", who=sentence_case(who), gap=gap)


PARTICULAR_VOTE = "Voto particular"


def _rows(votacion: Votacion, count: Escrutinio) -> tuple[FilaVoto, ...]:
    if votacion.forma is FormaVotacion.UNANIMIDAD or count.resultado is Resultado.UNANIMIDAD:
        return ()
    rows: list[FilaVoto] = []
    for voto, people in (
        (Voto.A_FAVOR, count.a_favor),
        (Voto.EN_CONTRA, count.en_contra),
        (Voto.ABSTENCION, count.abstenciones),
        (Voto.EXCUSA, count.excusas),
    ):
        rows.extend(FilaVoto(as_prose(full_name(p)), as_prose(str(voto.value))) for p in people)
    rows.extend(FilaVoto(as_prose(full_name(p)), _missing_vote(votacion, p)) for p in count.sin_voto)
    return tuple(rows)
