"""All rules, and the one way to run them."""

from __future__ import annotations

from collections.abc import Iterable

from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.rules import notice, presence, votes
from cotaprep_docs.rules import problem_kinds as kinds
from cotaprep_docs.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(kinds.VOTE_WITHOUT_QUORUM, "Se vota con quórum", votes.check_quorum),
    Rule(kinds.VOTE_OF_ABSENT, "Vota quien está presente", votes.check_vote_of_absent),
    Rule(kinds.TYPED_RESULT_DISAGREES, "El resultado sale de los votos", votes.check_typed_result),
    Rule(kinds.MIXED_UNANIMITY, "Unanimidad o voto por persona, no ambos", votes.check_mixed_unanimity),
    Rule(kinds.VOTE_ON_UNDEALT_POINT, "Se vota lo que se desahoga", votes.check_point),
    Rule(kinds.MAJORITY_DEPENDS_ON_BASE, "La mayoría no depende de la base", votes.check_base),
    Rule(kinds.ACUERDO_NOT_APPROVED, "Sólo lo aprobado es acuerdo", votes.check_acuerdo),
    Rule(kinds.MOVE_OF_ABSENT, "Entra o sale quien asistió", presence.check_move_of_absent),
    Rule(kinds.MOVE_OUT_OF_SEQUENCE, "Entradas y salidas se alternan", presence.check_sequence),
    Rule(kinds.HOURS_OUT_OF_ORDER, "Las horas van en orden", presence.check_hours),
    Rule(kinds.SIGNER_ABSENT, "Firma quien estuvo", presence.check_signer),
    Rule(kinds.NEVER_HELD, "Sin quórum no hay votaciones ni acuerdos", votes.check_never_held),
    Rule(kinds.FEW_VOTERS, "Votan al menos quienes hacen quórum", votes.check_few_voters),
    Rule(kinds.DEALT_WITHOUT_QUORUM, "Se desahoga con quórum", votes.check_dealt_without_quorum),
    Rule(kinds.RECESS_OPEN, "Todo receso se reanuda", presence.check_recess),
    Rule(kinds.NOT_IN_OFFICE, "Asiste como integrante quien lo era", presence.check_not_in_office),
    Rule(kinds.NOT_IN_OFFICE, "Vota quien era integrante", votes.check_not_in_office_votes),
    Rule(kinds.CLOSED_BEFORE_START, "La clausura sigue al inicio", presence.check_closing),
    Rule(kinds.REPEATED_NUMBER, "Cada acuerdo tiene su número", votes.check_numbers),
    Rule(kinds.ABSENT_TAKES_PART, "Interviene quien está presente", presence.check_taking_part),
    Rule(kinds.CONVENED_AFTER, "Se convoca antes de sesionar", notice.check_convened_before),
    Rule(kinds.SHORT_NOTICE, "Se convoca con antelación", notice.check_lead_time),
    Rule(kinds.LATE_WITHOUT_MOVE, "Quien llega tarde entra en un punto", presence.check_late),
)


def check_sesiones(
    proceso: Proceso, normas: Normas, sesiones: Iterable[Sesion] | None = None
) -> tuple[Problem, ...]:
    """Return what the rules find, in reading order.

    Args:
        proceso: the trackers.
        normas: the norms of the process.
        sesiones: which sessions to look at; None for all.
    """
    chosen = proceso.sesiones if sesiones is None else sesiones
    # One for all the rules of a session: it remembers what it computed.
    told = (Desarrollo(proceso, normas, sesion) for sesion in chosen)
    return sort_problems(problem for one in told for rule in RULES for problem in rule.check(one))
