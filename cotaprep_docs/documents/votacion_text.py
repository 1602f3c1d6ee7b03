"""The sentence of a vote: what was put to the vote, who did what, and what follows from it."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.documents.acta_context import FilaVoto
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import fact_name, full_name, names, of, spoken_name
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
from cotaprep_docs.spanish.agreement import counted
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot
from cotaprep_docs.spanish.numbers import Gender

_OUTCOMES = {
    Resultado.UNANIMIDAD: "En consecuencia, se aprueba por unanimidad de {base}.",
    Resultado.MAYORIA: "En consecuencia, se aprueba por mayoría de {base}.",
    Resultado.RECHAZO: "En consecuencia, no se aprueba, por mayoría de {base}.",
    Resultado.EMPATE: "En consecuencia, existe empate y no se aprueba.",
    Resultado.SIN_MAYORIA: "En consecuencia, no se alcanza la mayoría de {base} y no se aprueba.",
}
_BASES = {
    BaseMayoria.PRESENTES: "las personas integrantes presentes con derecho a voto",
    BaseMayoria.EMITIDOS: "los votos emitidos",
}


@dataclasses.dataclass(frozen=True, slots=True)
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


def write_votacion(fuente: Fuente, votacion: Votacion, *, is_last: bool) -> VotacionText:
    """Return one vote in words.

    Args:
        fuente: the session.
        votacion: the vote as captured.
        is_last: whether no other vote of the same point follows.
    """
    count = fuente.escrutinio(votacion)
    if votacion.forma is None or count is None:
        gap = Gap("forma y sentido de la votación", votacion.origin.cell("forma"))
        return VotacionText(join((_opening(votacion), gap, ".")), (), None)
    if not fuente.apertura.is_complete:
        return VotacionText(join((_opening(votacion), _unknown_attendance(fuente))), (), None)
    if count.resultado is Resultado.SIN_QUORUM:
        return VotacionText(_without_quorum(fuente, votacion, count), (), count.resultado)
    parts: list[Prose | str] = [
        _opening(votacion),
        _who_did_what(votacion, count),
        ". ",
        _outcome(fuente, votacion, count),
    ]
    if count.resultado is Resultado.EMPATE:
        parts.append(_after_tie(is_last=is_last))
    parts.extend(_particular_votes(fuente, votacion))
    return VotacionText(join(parts), _rows(votacion, count), count.resultado)


def _unknown_attendance(fuente: Fuente) -> Prose:
    """While an attendance is missing nobody can say who voted, nor with what majority."""
    gap = Gap(
        "asistencia de quienes votan", fuente.sheet("asistencia"), "Capture la asistencia de todo el comité."
    )
    return join(("no consta el resultado: ", gap, "."))


def missing_votacion(fuente: Fuente) -> VotacionText:
    """Return the gap of a point that is put to the vote and has none captured."""
    hint = "Agregue un renglón con la sesión, el punto y «Unanimidad», o el voto de cada integrante."
    gap = Gap("votación de este punto", fuente.sheet("votaciones"), hint)
    return VotacionText(join(("Se sometió a votación este punto: ", gap, ".")), (), None)


def _opening(votacion: Votacion) -> Prose:
    subject = without_final_dot(lower_first(votacion.asunto)) or "el punto"
    if votacion.secuencia > 1:
        return as_prose(f"Se sometió a una nueva votación {subject}: ")
    return as_prose(f"Se sometió a votación {subject}: ")


def _who_did_what(votacion: Votacion, count: Escrutinio) -> Prose:
    groups: list[Prose] = []
    for people, one, many in (
        (count.a_favor, "voto a favor", "votos a favor"),
        (count.en_contra, "voto en contra", "votos en contra"),
    ):
        if people:
            groups.append(_group(counted(len(people), one, many, Gender.MASCULINE), people))
    if count.abstenciones:
        number = counted(len(count.abstenciones), "abstención", "abstenciones", Gender.FEMININE)
        groups.append(_group(number, count.abstenciones))
    if count.excusas:
        number = counted(len(count.excusas), "excusa", "excusas", Gender.FEMININE)
        groups.append(_group(number, count.excusas))
    groups.extend(_missing_vote(votacion, person) for person in count.sin_voto)
    return join(groups, "; ")


def _group(number: str, people: tuple[Integrante, ...]) -> Prose:
    return as_prose(f"{number}, {of(names(people))}")


def _missing_vote(votacion: Votacion, person: Integrante) -> Prose:
    return as_prose(Gap(f"voto {of(spoken_name(person))}", votacion.origin.cell(vote_field(person.clave))))


def _outcome(fuente: Fuente, votacion: Votacion, count: Escrutinio) -> Prose:
    template = _OUTCOMES.get(count.resultado)
    if template is None:
        return as_prose("Falta el sentido de algún voto, por lo que no consta el resultado.")
    base = _BASES[BaseMayoria(fuente.normas.base_mayoria)]
    if count.excusas and count.resultado is Resultado.UNANIMIDAD:
        base = "las personas integrantes que votaron"
    name = fact_name("votacion", votacion.punto, votacion.secuencia)
    return as_prose(Fact(name, as_prose(template.format(base=base)), "Resultado de la votación"))


def _after_tie(*, is_last: bool) -> str:
    if is_last:
        return " Al no haber una nueva votación, el asunto queda sin decisión del Comité."
    return " Por ello, se procede a una nueva votación."


def _without_quorum(fuente: Fuente, votacion: Votacion, count: Escrutinio) -> Prose:
    present = counted(count.presentes, "persona integrante", "personas integrantes", Gender.FEMININE)
    needed = counted(fuente.quorum, "persona", "personas", Gender.FEMININE)
    text = f"no existe quórum para votar: se cuenta con {present} con derecho a voto y se requieren {needed}."
    name = fact_name("votacion", votacion.punto, votacion.secuencia)
    return join((_opening(votacion), Fact(name, as_prose(text), "Resultado de la votación")))


def _particular_votes(fuente: Fuente, votacion: Votacion) -> list[Prose]:
    sentences = []
    for clave in votacion.votos_particulares:
        person = fuente.proceso.persona(clave)
        who = spoken_name(person) if person else clave
        annex = next((d for d in fuente.proceso.documentos_of(fuente.sesion) if d.persona == clave), None)
        if annex is not None:
            sentences.append(
                as_prose(f" {sentence_case(who)} emite un voto particular, que se agrega como anexo.")
            )
        else:
            gap = Gap(f"documento del voto particular {of(who)}", fuente.sheet("documentos"))
            sentences.append(
                compose(" {who} emite un voto particular: {gap}.", who=sentence_case(who), gap=gap)
            )
    return sentences


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
