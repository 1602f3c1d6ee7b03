"""Rules over the deliverables: whether a point, an agreement and a remission answer each, and in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.entrega import Tratamiento, Vencimiento, entregable_numbers
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.plazos import month_end
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama, acto_name, shown_date
from cotaprep_docs.spanish.lists import join_and

_FOREVER = 10**6
"""More days than any process lasts."""


def check_numbers(panorama: Panorama) -> Iterator[Problem]:
    """Yield points that name a deliverable which the norms file does not have."""
    known = {entregable.numero for entregable in panorama.normas.entregables}
    for punto in panorama.proceso.puntos if known else ():
        numbers = entregable_numbers(punto.entregable)
        if punto.entregable and not (numbers and known.issuperset(numbers)):
            yield kinds.UNKNOWN_ENTREGABLE.at(
                punto.origin.cell("entregable"), scope=punto.sesion, valor=punto.entregable
            )


def check_only_parties(panorama: Panorama) -> Iterator[Problem]:
    """Yield deliverables that only meetings with parties deal with."""
    for entrega in panorama.entregas:
        if entrega.en_reunion and not entrega.en_sesion:
            yield kinds.ONLY_WITH_PARTIES.at(
                entrega.en_reunion[0].punto.origin.cell("entregable"),
                numero=entrega.entregable.numero,
                titulo=entrega.entregable.titulo,
                claves=join_and(list(dict.fromkeys(one.sesion.clave for one in entrega.en_reunion))),
            )


def check_parties_first(panorama: Panorama) -> Iterator[Problem]:
    """Yield deliverables that the parties hear of before the committee does."""
    for entrega in panorama.entregas:
        if not (entrega.en_reunion and entrega.en_sesion):
            continue
        meeting, session = entrega.en_reunion[0], entrega.en_sesion[0]
        day, other = meeting.sesion.fecha, session.sesion.fecha
        if day is not None and other is not None and day < other:
            yield kinds.PARTIES_FIRST.at(
                meeting.punto.origin.cell("entregable"),
                scope=meeting.sesion.clave,
                entregable=entrega.entregable.numero,
                acto=acto_name(meeting.sesion),
                fecha=shown_date(day),
                otra=acto_name(session.sesion),
                otra_fecha=shown_date(other),
            )


def check_late(panorama: Panorama) -> Iterator[Problem]:
    """Yield the first point of a session that answers a deliverable, where its term is over by then."""
    for one, terms in _first_answers(panorama, range(-_FOREVER, 0)):
        yield kinds.LATE_FOR_TERM.at(
            one.punto.origin.cell("entregable"),
            scope=one.sesion.clave,
            punto=one.punto.numero_vigente,
            acto=acto_name(one.sesion),
            fecha=_day(one),
            entregables="; ".join(_term(numbers, due) for numbers, due, _ in terms),
        )


def check_margin(panorama: Panorama) -> Iterator[Problem]:
    """Yield the same where few days are left."""
    margin = panorama.normas.numero("margen_entregables") or 0
    for one, terms in _first_answers(panorama, range(margin)):
        yield kinds.THIN_MARGIN.at(
            one.punto.origin.cell("entregable"),
            scope=one.sesion.clave,
            acto=acto_name(one.sesion),
            fecha=_day(one),
            margen=margin,
            entregables="; ".join(f"{_term(numbers, due)}, {_days(left)}" for numbers, due, left in terms),
        )


Term = tuple[list[str], Vencimiento, int]


def _first_answers(panorama: Panorama, left: range) -> Iterator[tuple[Tratamiento, list[Term]]]:
    """Yield each point that is the first of a session to answer something, with the terms so many days off.

    Deliverables with the same version and day are told together.

    Args:
        panorama: the process.
        left: how many days may be left; negative where the term is over.
    """
    found: dict[int, tuple[Tratamiento, dict[tuple[str, dt.date], Term]]] = {}
    for entrega in panorama.entregas:
        first = next((one for one in entrega.en_sesion if one.sesion.fecha is not None), None)
        if first is None or first.sesion.fecha is None or entrega.entregable.is_mensual:
            continue
        for due in entrega.vencimientos:
            days = (due.fecha - first.sesion.fecha).days if due.fecha is not None else _FOREVER
            if days in left and due.fecha is not None:
                _, terms = found.setdefault(id(first.punto), (first, {}))
                numbers, _, _ = terms.setdefault((due.plazo.fase, due.fecha), ([], due, days))
                numbers.append(str(entrega.entregable.numero))
    for one, terms in found.values():
        yield one, list(terms.values())


def _term(numbers: list[str], due: Vencimiento) -> str:
    version = f" ({due.plazo.fase[:1].lower()}{due.plazo.fase[1:]})" if due.plazo.fase else ""
    noun = "entregable" if len(numbers) == 1 else "entregables"
    return f"{noun} {join_and(numbers)}{version}, {shown_date(due.fecha or dt.date.max)}"


def _days(left: int) -> str:
    return "ningún día" if left == 0 else f"{left} día{'s' if left > 1 else ''}"


def _day(one: Tratamiento) -> str:
    return shown_date(one.sesion.fecha) if one.sesion.fecha is not None else ""


def check_monthly(panorama: Panorama) -> Iterator[Problem]:
    """Yield, once for each, monthly deliverables that sessions hear of after their term."""
    for entrega in panorama.entregas:
        if not entrega.entregable.is_mensual:
            continue
        days = max(plazo.dias for plazo in entrega.entregable.plazos)
        late = [one for one in entrega.en_sesion if _is_after(one, days)]
        if late:
            yield kinds.MONTHLY_AFTER_TERM.at(
                late[0].punto.origin.cell("entregable"),
                numero=entrega.entregable.numero,
                claves=_sesiones([one.sesion.clave for one in late]),
            )


def _sesiones(claves: list[str]) -> str:
    return f"la sesión {claves[0]}" if len(claves) == 1 else f"las sesiones {join_and(claves)}"


def _is_after(one: Tratamiento, days: int) -> bool:
    """Tell whether the report of the month before was due already on the day of a session."""
    day = one.sesion.fecha
    if day is None:
        return False
    ended = month_end(day.replace(day=1) - dt.timedelta(days=1))
    return day > ended + dt.timedelta(days=days)


def check_unanswered(panorama: Panorama) -> Iterator[Problem]:
    """Yield, in one notice, the deliverables that no point answers."""
    numbers = [
        str(one.entregable.numero)
        for one in panorama.entregas
        if not one.tratamientos and not one.entregable.comite and one.acordado is None
    ]
    if numbers and panorama.proceso.puntos:
        place = panorama.sheet_of(panorama.proceso.puntos[0])
        yield kinds.NOT_ON_AGENDA.at(place, numeros=join_and(numbers))


def check_committee(panorama: Panorama) -> Iterator[Problem]:
    """Yield deliverables that the committee itself is to see and no point mentions."""
    for entrega in panorama.entregas:
        if entrega.entregable.comite and not entrega.tratamientos and panorama.proceso.puntos:
            yield kinds.COMMITTEE_NEVER_SEES.at(
                panorama.sheet_of(panorama.proceso.puntos[0]),
                numero=entrega.entregable.numero,
                titulo=entrega.entregable.titulo,
            )


def check_acuerdos(panorama: Panorama) -> Iterator[Problem]:
    """Yield points that were approved, answer a deliverable and left no agreement."""
    for numero, one in _decided(panorama):
        if not one.acuerdos and _is_approved(panorama, one):
            yield kinds.APPROVED_WITHOUT_ACUERDO.at(
                one.punto.origin.cell("entregable"),
                scope=one.sesion.clave,
                punto=one.punto.numero_vigente,
                acto=acto_name(one.sesion),
                numero=numero,
            )


def check_remission(panorama: Panorama) -> Iterator[Problem]:
    """Yield agreements that answer a deliverable and say nobody to send it to."""
    seen: set[int] = set()
    for numero, one in _decided(panorama):
        for acuerdo in one.acuerdos:
            if not acuerdo.remitir_a and id(acuerdo) not in seen:
                seen.add(id(acuerdo))
                yield kinds.ACUERDO_NOT_SENT.at(
                    acuerdo.origin.cell("remitir_a"),
                    scope=one.sesion.clave,
                    acuerdo=acuerdo.clave,
                    numero=numero,
                )


def _decided(panorama: Panorama) -> Iterator[tuple[int, Tratamiento]]:
    """Yield the points of sessions held in which a deliverable is put to the vote."""
    for entrega in panorama.entregas:
        for one in entrega.en_sesion:
            if one.sesion.estado is EstadoSesion.CELEBRADA and one.punto.clase is ClasePunto.APROBACION:
                yield entrega.entregable.numero, one


def _is_approved(panorama: Panorama, one: Tratamiento) -> bool:
    return Desarrollo(panorama.proceso, panorama.normas, one.sesion).is_aprobado(one.punto)
