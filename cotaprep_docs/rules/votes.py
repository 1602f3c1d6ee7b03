"""Rules over votes and agreements."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.votacion import (
    Escrutinio,
    FormaVotacion,
    Resultado,
    Votacion,
    Voto,
    vote_field,
)
from cotaprep_docs.problems.problem import Problem, Severity
from cotaprep_docs.rules import problem_kinds as kinds
from cotaprep_docs.rules.presence import person_name
from cotaprep_docs.spanish.names import normalize_key_text


def _counted(desarrollo: Desarrollo) -> Iterator[tuple[Votacion, Escrutinio]]:
    """Yield the votes that can be counted; while an attendance is missing none can, as is said there."""
    for votacion in desarrollo.proceso.votaciones_of(desarrollo.sesion):
        count = desarrollo.escrutinio(votacion)
        known = desarrollo.apertura.is_complete and desarrollo.was_held
        if count is not None and votacion.forma is not None and known:
            yield votacion, count


def check_quorum(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes taken without quorum, where attendance was captured."""
    for votacion, count in _counted(desarrollo):
        if count.resultado is Resultado.SIN_QUORUM:
            yield kinds.VOTE_WITHOUT_QUORUM.at(
                votacion.origin.cell("forma"),
                scope=desarrollo.sesion.clave,
                presentes=count.presentes,
                quorum=desarrollo.quorum,
            )


def check_vote_of_absent(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes of people with vote who were not in the room at that point."""
    for votacion in desarrollo.proceso.votaciones_of(desarrollo.sesion):
        position = desarrollo.orden.position(votacion.punto)
        if position is None or not desarrollo.apertura.is_complete:
            continue
        roster = {person.clave for person in desarrollo.presencia.roster}
        for clave in votacion.votos:
            if clave in roster and not desarrollo.presencia.is_presente(clave, position, votacion.secuencia):
                yield kinds.VOTE_OF_ABSENT.at(
                    votacion.origin.cell(vote_field(clave)),
                    scope=desarrollo.sesion.clave,
                    persona=person_name(desarrollo, clave),
                    punto=votacion.punto,
                )


def check_typed_result(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield typed results that disagree with the votes."""
    for votacion, count in _counted(desarrollo):
        typed = votacion.resultado_tecleado
        if typed is not None and not count.depends_on_base and typed is not count.resultado:
            yield kinds.TYPED_RESULT_DISAGREES.at(
                votacion.origin.cell("resultado_tecleado"),
                scope=desarrollo.sesion.clave,
                escrito=typed.value,
                calculado=count.resultado.value,
            )


def check_mixed_unanimity(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield «Unanimidad» beside votes that do not make it."""
    for votacion, count in _counted(desarrollo):
        votes = set(votacion.votos.values())
        if (
            votacion.forma is FormaVotacion.UNANIMIDAD
            and votes
            and (votes != {Voto.A_FAVOR} or count.sin_voto)
        ):
            yield kinds.MIXED_UNANIMITY.at(votacion.origin.cell("forma"), scope=desarrollo.sesion.clave)


def check_point(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes on points that were not dealt with, or that are not put to the vote."""
    for votacion in desarrollo.proceso.votaciones_of(desarrollo.sesion):
        position = desarrollo.orden.position(votacion.punto)
        if position is None:
            continue
        punto, cell = desarrollo.orden.puntos[position], votacion.origin.cell("punto")
        if not punto.is_desahogado:
            yield kinds.VOTE_ON_UNDEALT_POINT.at(
                cell, scope=desarrollo.sesion.clave, punto=votacion.punto, estado=punto.estado.value
            )
        elif punto.se_vota is False:
            yield kinds.VOTE_ON_UNVOTED_POINT.at(cell, scope=desarrollo.sesion.clave, punto=votacion.punto)


def check_base(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes whose outcome depends on over what the majority is counted."""
    for votacion, count in _counted(desarrollo):
        if count.depends_on_base:
            yield kinds.MAJORITY_DEPENDS_ON_BASE.at(
                votacion.origin.cell("forma"),
                scope=desarrollo.sesion.clave,
                base=f"los votos {desarrollo.normas.base_mayoria}"
                if desarrollo.normas.base_mayoria == "emitidos"
                else "las personas presentes",
                resultado=count.resultado.value,
                otro=count.otra_base.value,
            )


def check_acuerdo(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield agreements whose vote did not approve them."""
    for acuerdo in desarrollo.proceso.acuerdos_of(desarrollo.sesion):
        outcome = _deciding_outcome(desarrollo, acuerdo)
        if outcome is not None and not outcome.is_aprobado and outcome is not Resultado.INCOMPLETO:
            yield kinds.ACUERDO_NOT_APPROVED.at(
                acuerdo.origin.cell("punto"),
                scope=desarrollo.sesion.clave,
                punto=acuerdo.punto,
                resultado=outcome.value,
            )


def _deciding_outcome(desarrollo: Desarrollo, acuerdo: Acuerdo) -> Resultado | None:
    """Return the outcome of the vote an agreement names, else of the last one of its point."""
    outcome = None
    for votacion, count in _counted(desarrollo):
        named = acuerdo.votacion in (0, votacion.secuencia)
        if votacion.punto == acuerdo.punto and named:
            # Where the outcome hangs on the base of the majority, a norm parameter, that is warned of apart.
            outcome = None if count.depends_on_base else count.resultado
    return outcome


def check_few_voters(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes in which, after excuses, fewer people voted than make quorum."""
    for votacion, count in _counted(desarrollo):
        voted = count.presentes - len(count.excusas)
        if count.excusas and voted < desarrollo.quorum <= count.presentes:
            yield kinds.FEW_VOTERS.at(
                votacion.origin.cell("forma"),
                scope=desarrollo.sesion.clave,
                votantes=voted,
                quorum=desarrollo.quorum,
            )


def check_never_held(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes and agreements of a session that, by its attendance, never had quorum.

    Only where somebody verified the norm of quorum is that an error; else it rests on what nobody read.
    """
    if desarrollo.was_held:
        return
    sesion, kind = desarrollo.sesion, kinds.NEVER_HELD
    if desarrollo.normas.parametros["quorum"].marca.is_verificada:
        kind = dataclasses.replace(kind, severity=Severity.ERROR)
    origins = [votacion.origin for votacion in desarrollo.proceso.votaciones_of(sesion)]
    origins += [acuerdo.origin for acuerdo in desarrollo.proceso.acuerdos_of(sesion)]
    for origin in origins:
        yield kind.at(origin.cell("sesion"), scope=sesion.clave, sesion=sesion.clave)


def check_dealt_without_quorum(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield points told as dealt with while there was no quorum; the closing needs none."""
    closings = (ClasePunto.CLAUSURA, ClasePunto.LISTA)
    if not (desarrollo.apertura.is_complete and desarrollo.was_held):
        return
    for position, punto in enumerate(desarrollo.orden.puntos):
        told = punto.is_desahogado and punto.clase not in closings and punto.narrativa
        if told and not desarrollo.makes_quorum(desarrollo.presencia.conteo(position)):
            yield kinds.DEALT_WITHOUT_QUORUM.at(
                punto.origin.cell("estado"), scope=desarrollo.sesion.clave, punto=punto.numero_vigente
            )


def check_not_in_office_votes(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield votes of people who were not members with vote on the day of the session."""
    roster = {person.clave for person in desarrollo.presencia.roster}
    for votacion in desarrollo.proceso.votaciones_of(desarrollo.sesion):
        for clave in votacion.votos:
            if clave not in roster:
                yield kinds.NOT_IN_OFFICE.at(
                    votacion.origin.cell(vote_field(clave)),
                    scope=desarrollo.sesion.clave,
                    persona=person_name(desarrollo, clave),
                    sesion=desarrollo.sesion.clave,
                )


def check_numbers(desarrollo: Desarrollo) -> Iterator[Problem]:
    """Yield agreements whose number another agreement of the process has already."""
    holders = desarrollo.proceso.acuerdos_by_number
    for acuerdo in desarrollo.proceso.acuerdos_of(desarrollo.sesion):
        number = normalize_key_text(acuerdo.numero)
        first = holders.get(number, acuerdo)
        if number and first is not acuerdo:
            yield kinds.REPEATED_NUMBER.at(
                acuerdo.origin.cell("numero"),
                related=(first.origin.cell("numero"),),
                scope=desarrollo.sesion.clave,
                numero=acuerdo.numero,
            )
