"""All rules over the whole process, and the one way to run them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem, Severity, sort_problems
from cotaprep_docs.rules.plan import actas, calendario, entregables, informes, oficios, organo, puntos
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, PlanRule

_CALENDAR = frozenset({"Calendario"})
_AGENDA = frozenset({"Calendario", "Orden del día"})

PLAN_RULES: tuple[PlanRule, ...] = (
    PlanRule(kinds.OUT_OF_ORDER, "El calendario va en orden de fechas", calendario.check_order),
    PlanRule(
        kinds.MONTH_WITHOUT_SESION, "Cada mes tiene su sesión ordinaria", calendario.check_sesiones_mes,
        _CALENDAR,
    ),
    PlanRule(
        kinds.MONTH_WITHOUT_REUNION, "Cada mes tiene su reunión con partidos", calendario.check_reuniones_mes,
        _CALENDAR,
    ),
    PlanRule(kinds.NON_WORKING_DAY, "Se sesiona en día hábil", calendario.check_working_days),
    PlanRule(
        kinds.AGENDA_DATE_DIFFERS, "Agenda y calendario dicen el mismo día", calendario.check_agenda_date
    ),
    PlanRule(
        kinds.CANNOT_BE_CONVENED, "Hay hora, lugar y modalidad para convocar", calendario.check_convenable
    ),
    PlanRule(
        kinds.TOO_FEW_MEMBERS, "El comité tiene el mínimo de integrantes", organo.check_fewest,
        frozenset({"Integrantes"}),
    ),
    PlanRule(kinds.TOO_MANY_MEMBERS, "El comité no pasa del máximo de integrantes", organo.check_most),
    PlanRule(kinds.INTEGRATED_LATE, "El comité se integra a tiempo", organo.check_integration),
    PlanRule(kinds.COMMISSION_LATE, "La comisión se acuerda a tiempo", organo.check_commission),
    PlanRule(
        kinds.INTERNAL_BODY_LATE, "La instancia interna se designa a tiempo", organo.check_internal_body
    ),
    PlanRule(kinds.HELD_BEFORE_DESIGNATION, "El comité se designa y luego sesiona", organo.check_designation),
    PlanRule(kinds.ACTA_NEVER_APPROVED, "Toda acta se aprueba después", actas.check_actas, _AGENDA),
    PlanRule(
        kinds.LAST_ACTA_NEVER_APPROVED, "El acta de la clausura se aprueba", actas.check_last_acta,
        _AGENDA,
    ),
    PlanRule(kinds.MINUTAS_UNSEEN, "El comité conoce toda minuta", actas.check_minutas, _AGENDA),
    PlanRule(
        kinds.NO_ROLL_CALL, "El orden del día abre con lista y quórum", puntos.check_roll_call,
        _AGENDA,
    ),
    PlanRule(
        kinds.APPROVED_BEFORE_MADE, "Nada se aprueba antes de existir", puntos.check_made_before,
        _AGENDA,
    ),
    PlanRule(kinds.APPROVED_TWICE, "Nada se aprueba dos veces", puntos.check_approved_twice),
    PlanRule(kinds.REPEATED_POINT, "Ningún punto se repite", puntos.check_repeated),
    PlanRule(
        kinds.PARTIES_FIRST, "El comité conoce un entregable antes que los partidos",
        entregables.check_parties_first, _AGENDA,
    ),
    PlanRule(kinds.NO_TEST_DATES, "El plan tiene las fechas de prueba y simulacros", organo.check_test_dates),
    PlanRule(kinds.TOO_FEW_DRILLS, "Hay simulacros suficientes", organo.check_drill_count),
    PlanRule(kinds.NOBODY_AT_DRILL, "El comité presencia cada simulacro", organo.check_drill_presence),
    PlanRule(kinds.INFORME_TOO_LATE, "Los informes son frecuentes", informes.check_intervals, _AGENDA),
    PlanRule(
        kinds.INFORME_PERIODS, "Los periodos de los informes se siguen", informes.check_periods,
        _AGENDA,
    ),
    PlanRule(kinds.ACUERDO_WITHOUT_VOTE, "Todo acuerdo tiene su votación", puntos.check_acuerdo_votes),
    PlanRule(
        kinds.ONLY_WITH_PARTIES, "Lo que ven los partidos también lo ve el comité",
        entregables.check_only_parties, _AGENDA,
    ),
    PlanRule(kinds.LATE_FOR_TERM, "Los entregables se tratan a tiempo", entregables.check_late, _AGENDA),
    PlanRule(kinds.THIN_MARGIN, "Los entregables se tratan con margen", entregables.check_margin, _AGENDA),
    PlanRule(kinds.MONTHLY_AFTER_TERM, "El informe mensual se conoce a tiempo", entregables.check_monthly),
    PlanRule(kinds.UNKNOWN_ENTREGABLE, "Los entregables son los de las normas", entregables.check_numbers),
    PlanRule(
        kinds.NOT_ON_AGENDA, "Algún punto atiende cada entregable", entregables.check_unanswered,
        _AGENDA,
    ),
    PlanRule(
        kinds.APPROVED_WITHOUT_ACUERDO, "Lo aprobado de un entregable deja acuerdo",
        entregables.check_acuerdos,
    ),
    PlanRule(kinds.ACUERDO_NOT_SENT, "El acuerdo de un entregable se remite", entregables.check_remission),
    PlanRule(
        kinds.UNKNOWN_LETTER, "Cada oficio es de un documento que existe", oficios.check_letters,
        frozenset({"Calendario", "Acuerdos", "Dictámenes"}),
    ),
    PlanRule(
        kinds.UNKNOWN_DELIVERY, "Cada entrega es de un entregable que existe", oficios.check_deliveries,
        _CALENDAR,
    ),
    PlanRule(
        kinds.COMMITTEE_NEVER_SEES, "El comité ve los entregables que le tocan", entregables.check_committee,
        _AGENDA,
    ),
)  # fmt: skip


def check_proceso(
    proceso: Proceso,
    normas: Normas,
    severities: Collection[Severity] = tuple(Severity),
    broken: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Return what the rules over the whole process find, in reading order.

    A rule whose entry the norms file lacks does not run; `missing_entries` names them.

    Args:
        proceso: the trackers, with the progress of the PREP.
        normas: the norms of the process.
        severities: which gravities are asked for; rules of another one do not run.
        broken: sheets with a row that could not be read (see `broken_sheets`); what tells that something is
            missing from them does not run.
    """
    panorama = Panorama(proceso, normas)
    unknown = {*broken, *(_CALENDAR if panorama.has_undated else ())}
    wanted = (
        rule for rule in PLAN_RULES if rule.kind.severity in severities and rule.rests_on.isdisjoint(unknown)
    )
    active = (rule for rule in wanted if not rule.kind.cita or normas.entrada(rule.kind.cita))
    return sort_problems(problem for rule in active for problem in rule.check(panorama))


def broken_sheets(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the sheets in which something could not be read."""
    errors = (problem.location for problem in problems if problem.severity is Severity.ERROR)
    return frozenset(place.sheet for place in errors if isinstance(place, CellLocation))


def missing_entries(normas: Normas) -> tuple[str, ...]:
    """Return the entries that rules need and the norms file lacks, in the order of the rules."""
    cited = dict.fromkeys(rule.kind.cita for rule in PLAN_RULES if rule.kind.cita)
    return tuple(clave for clave in cited if normas.entrada(clave) is None)
