"""Taking numbers of acts, cancelling them and looking at them: ``numerar``."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.hallazgos import (
    acto_text,
    pending_problem,
    problems_of,
    series_problems,
    without_act,
)
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.libro import NAME, Libro, asiento_fields
from cotaprep_docs.app.problem_kinds import CANNOT_CANCEL, NUMBERS_STOPPED
from cotaprep_docs.app.results import Resultado, problem_json
from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.domain.acto import Acto, Pendiente, actos_of
from cotaprep_docs.domain.asignacion import Asignacion, assign, read_reservas
from cotaprep_docs.domain.numeracion import Asiento, EstadoNumero, Numeracion
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.serie import series_of
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import ExitCode, UsageProblem
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Problem, Severity, has_errors, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.rules.rules import check_sesiones

_SHEETS = SESSION_SHEETS | {"Asistencia", "Movimientos", "Votaciones", "Acuerdos"}
"""What decides whether an act has a number, and which."""


@record(frozen=True, slots=True)
class Numeros:
    """What was done with numbers, or would be.

    Attributes:
        asientos: the lines taken, cancelled or listed.
        resultado: the problems met and the exit code; it makes no documents.
        simulado: whether nothing was written down.
    """

    asientos: tuple[Asiento, ...]
    resultado: Resultado
    simulado: bool = False


def numerar(lectura: Lectura, hoy: dt.date, clave: str = "", *, simular: bool = False) -> Numeros:
    """Give their numbers to the acts that are due.

    Args:
        lectura: the trackers, read.
        hoy: the day the numbers are taken.
        clave: key of one session, as typed; empty for all acts dated until `hoy`.
        simular: say what would be taken, and take nothing.

    Raises:
        UsageProblem: there is no such session.
        UnreadableInput: the ledger is damaged.
        ProtectedFile: somebody else is taking numbers.
    """
    sesion = find_sesion(lectura.proceso, clave) if clave else None
    actos = actos_of(lectura.proceso, lectura.normas)
    wanted = [acto for acto in actos if _is_wanted(acto, sesion, hoy)]
    stopped = tuple(_stopped(lectura, {acto.sesion for acto in wanted}))
    kept_out = {problem.scope for problem in stopped if problem.kind == NUMBERS_STOPPED}
    keys = {acto.clave for acto in wanted if acto.sesion not in kept_out}
    libro = Libro(lectura.workspace.datos)
    with contextlib.ExitStack() as stack:
        held = None if simular else stack.enter_context(libro.hold())
        numeracion = libro.read() if held is None else held.numeracion
        taken = assign(numeracion, series_of(lectura.proceso.organismo), actos, keys, hoy)
        if held is not None:
            held.save(taken.numeracion)
    found = (*stopped, *_told(lectura, taken, wanted, one=sesion is not None))
    return Numeros(taken.nuevos, _result(lectura, found), simular)


def _is_wanted(acto: Acto, sesion: Sesion | None, hoy: dt.date) -> bool:
    if sesion is not None:
        return acto.sesion == sesion.clave
    return acto.fecha is not None and acto.fecha <= hoy


def _stopped(lectura: Lectura, claves: Collection[str]) -> Iterator[Problem]:
    """Yield the errors in the data of some sessions, and which sessions they keep from taking numbers."""
    sesiones = [sesion for sesion in lectura.proceso.sesiones if sesion.clave in claves]
    found = (*lectura.problems, *check_sesiones(lectura.proceso, lectura.normas, sesiones))
    errors = [problem for problem in found if problem.severity is Severity.ERROR and _concerns(problem)]
    for sesion in sesiones:
        own = [problem for problem in errors if problem.scope in ("", sesion.clave)]
        if own:
            yield from own
            place = sesion.origin.cell("clave")
            yield NUMBERS_STOPPED.at(place, scope=sesion.clave, clave=sesion.clave, errores=len(own))


def _concerns(problem: Problem) -> bool:
    place = problem.location
    return not isinstance(place, CellLocation) or not place.sheet or place.sheet in _SHEETS


def _told(lectura: Lectura, taken: Asignacion, wanted: Iterable[Acto], *, one: bool) -> Iterator[Problem]:
    """Yield what people should know of an assignment: all of one session, or only what is odd."""
    series = series_of(lectura.proceso.organismo)
    chosen = [acto for acto in wanted if acto.clave not in taken.numeracion.by_acto]
    scopes = {acto.sesion for acto in wanted}
    yield from problems_of((found for found in taken.hallazgos if found.acto.sesion in scopes), series)
    asked = {acto.serie for acto in chosen if acto.pendiente is None}
    yield from series_problems((serie for serie in series.values() if serie.clave in asked), empty=True)
    for acto in chosen:
        if acto.pendiente is not None and (one or acto.pendiente is Pendiente.SIN_VOTACION):
            yield pending_problem(acto, acto.pendiente)


def cancelar(lectura: Lectura, hoy: dt.date, numero: str, motivo: str) -> Numeros:
    """Cancel a number, which is never used again; one that is free is kept from being taken.

    Args:
        lectura: the trackers, read.
        hoy: the day it is cancelled.
        numero: the number as printed.
        motivo: why.

    Raises:
        UsageProblem: there is no such number, or it cannot be cancelled.
        UnreadableInput: the ledger is damaged.
        ProtectedFile: somebody else is taking numbers.
    """
    with Libro(lectura.workspace.datos).hold() as held:
        found = held.numeracion.find(numero) or _at_its_place(held.numeracion, lectura, numero)
        asiento = found[0] if found else _unused(held.numeracion, lectura, numero, hoy)
        if found and not asiento.is_vigente:
            raise _cannot(lectura, numero, f"ya se canceló el {asiento.fecha:%d/%m/%Y}")
        cancelled = dataclasses.replace(
            asiento, estado=EstadoNumero.CANCELADO, fecha=hoy, motivo=" ".join(motivo.split())
        )
        held.save(held.numeracion.with_asientos((cancelled,)))
    return Numeros((cancelled,), _result(lectura, ()))


def _at_its_place(numeracion: Numeracion, lectura: Lectura, numero: str) -> tuple[Asiento, ...]:
    """Return the line of a number typed with other zeros than it is printed with."""
    places = _places(lectura, numero)
    return tuple(numeracion.by_slot[place] for place in places if place in numeracion.by_slot)


def _places(lectura: Lectura, numero: str) -> list[tuple[str, int, int]]:
    series = series_of(lectura.proceso.organismo)
    read = [(serie.clave, serie.read(numero)) for serie in series.values()]
    return [(name, found.anio, found.numero) for name, found in read if found is not None and found.anio]


def _unused(numeracion: Numeracion, lectura: Lectura, numero: str, hoy: dt.date) -> Asiento:
    places = _places(lectura, numero)
    if not places:
        raise _cannot(lectura, numero, "no está en el libro de números ni tiene la forma de una serie")
    actos = actos_of(lectura.proceso, lectura.normas)
    reservas = read_reservas(numeracion, series_of(lectura.proceso.organismo), actos)
    owner = next((clave for clave, slot in reservas.slots.items() if slot == places[0]), "")
    if owner:
        cell = next(acto.cell for acto in actos if acto.clave == owner)
        raise _cannot(lectura, numero, f"está escrito para {acto_text(owner)} ({cell}); bórrelo antes ahí")
    serie, anio, number = places[0]
    return Asiento(serie, anio, number, " ".join(numero.split()), "", EstadoNumero.CANCELADO, hoy)


def _cannot(lectura: Lectura, numero: str, reason: str) -> UsageProblem:
    place = FileLocation(str(lectura.workspace.datos / NAME))
    return UsageProblem(CANNOT_CANCEL.at(place, numero=numero, motivo=reason))


def listar(lectura: Lectura) -> Numeros:
    """Return the whole ledger, and what of it does not agree with the trackers.

    Raises:
        UnreadableInput: the ledger is damaged.
    """
    numeracion = Libro(lectura.workspace.datos).read()
    found = number_problems(numeracion, lectura.proceso, lectura.normas)
    return Numeros(numeracion.asientos, _result(lectura, found, code=ExitCode.OK))


def number_problems(numeracion: Numeracion, proceso: Proceso, normas: Normas) -> tuple[Problem, ...]:
    """Return what ledger, typed numbers and series say against each other."""
    series, actos = series_of(proceso.organismo), actos_of(proceso, normas)
    return sort_problems(
        (
            *series_problems(series.values(), empty=False),
            *problems_of(read_reservas(numeracion, series, actos).hallazgos, series),
            *without_act(numeracion, actos, NAME),
        )
    )


def _result(lectura: Lectura, problems: Iterable[Problem], *, code: ExitCode | None = None) -> Resultado:
    found = sort_problems(problems)
    if code is None:
        code = ExitCode.DATA_PROBLEMS if has_errors(found) else ExitCode.OK
    return Resultado((), found, code, fundamentos(lectura.normas))


def numeros_json(numeros: Numeros) -> dict[str, Any]:
    """Return what was done as the command line's JSON shows it."""
    result = numeros.resultado
    return {
        "numeros": [asiento_fields(asiento) for asiento in numeros.asientos],
        "simulado": numeros.simulado,
        "problemas": [problem_json(problem, result.fundamento(problem)) for problem in result.problemas],
    }
